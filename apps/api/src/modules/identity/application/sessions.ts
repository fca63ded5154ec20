import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SESSION_ABSOLUTE_SECONDS, SESSION_IDLE_SECONDS, emailKey } from '@plexus/domain';
import { DataSource } from 'typeorm';
import { SessionAuthenticator, tokenHash } from '../../../access/session-authenticator.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import { notFound } from '../../../platform/faults.ts';
import { NOBODY, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId, newId } from '../../../platform/ids.ts';
import { Attempts } from './attempts.ts';
import { Passwords } from './passwords.ts';

export interface SignInRefusal {
  readonly message: string;
  readonly retryAfterSeconds: number | null;
}

export interface SessionView {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly createdAt: Date;
  readonly lastActiveAt: Date;
  readonly expiresAt: Date;
  readonly idleSeconds: number;
  readonly device: string;
  readonly address: string;
}

interface AccountRow {
  readonly account_id: string;
  readonly password_hash: string | null;
  readonly organization_id: string | null;
  readonly person_id: string | null;
  readonly person_status: string | null;
}

const WRONG: SignInRefusal = { message: 'E-mail address or password is not right.', retryAfterSeconds: null };
const tooOften = (seconds: number): SignInRefusal => ({ message: 'Too many tries. Wait a little, then try again.', retryAfterSeconds: seconds });

export const newToken = (): string => randomBytes(32).toString('base64url');

/** Signing in and out. A session names one person; what that person may do is asked anew in every request. */
@Injectable()
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly authenticator: SessionAuthenticator,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly clock: Clock,
  ) {}

  /** Null when it worked: the request then is the person's. */
  async signIn(request: RequestContext, email: string, password: string): Promise<SignInRefusal | null> {
    const key = emailKey(email.slice(0, 300));
    const wait = await this.attempts.count(key, request.client.address);
    if (wait !== null) return tooOften(wait);
    const [account] = key.isWellFormed() && !key.includes('\0') ? await this.dataSource.query<AccountRow[]>('SELECT * FROM auth.account_by_email($1)', [key]) : [];
    const matches = await this.passwords.check(account?.password_hash ?? null, password);
    if (!account || !matches || account.person_status !== 'active') return WRONG;
    await this.attempts.forget(key, request.client.address);
    await this.refreshHash(account.account_id, account.password_hash!, password);

    const token = newToken();
    await this.dataSource.query('SELECT auth.open_session($1, $2, $3, $4, $5, $6, $7, $8)', [
      newId(), tokenHash(token), account.account_id, account.organization_id, account.person_id, this.clock.now(), request.client.device, request.client.address,
    ]);
    await this.adopt(request, token);
    return null;
  }

  async unlock(request: RequestContext, password: string): Promise<SignInRefusal | null> {
    const actor = request.principal.actor!;
    const [account] = await this.dataSource.query<{ email: string; password_hash: string | null }[]>('SELECT * FROM auth.password_of($1)', [actor.accountId]);
    const key = account?.email ?? '';
    const wait = await this.attempts.count(key, request.client.address);
    if (wait !== null) return tooOften(wait);
    if (!(await this.passwords.check(account?.password_hash ?? null, password))) return { ...WRONG, message: 'The password is not right.' };
    await this.attempts.forget(key, request.client.address);
    const token = newToken();
    await this.dataSource.query('SELECT auth.unlock_session($1, $2, $3)', [actor.sessionId, tokenHash(token), this.clock.now()]);
    await this.adopt(request, token);
    return null;
  }

  async lock(request: RequestContext): Promise<void> {
    await this.dataSource.query('SELECT auth.lock_session($1, $2)', [request.actor.sessionId, this.clock.now()]);
    await request.become({ ...request.principal, state: 'locked' });
  }

  async signOut(request: RequestContext): Promise<void> {
    const actor = request.principal.actor!;
    await this.end(actor.sessionId, actor.accountId, 'signed-out');
    request.cookies.clear();
    await request.become(NOBODY);
  }

  /** Of the same account only: another account's session is not found. */
  async endOne(request: RequestContext, sessionId: string): Promise<void> {
    const { accountId, sessionId: current } = request.actor;
    if (!isId(sessionId) || !(await this.end(sessionId, accountId, 'ended-by-owner'))) throw notFound();
    if (sessionId !== current) return;
    request.cookies.clear();
    await request.become(NOBODY);
  }

  async list(request: RequestContext): Promise<SessionView[]> {
    const { accountId } = request.actor;
    const since = new Date(this.clock.now().getTime() - SESSION_ABSOLUTE_SECONDS * 1000);
    const rows = await this.dataSource.query<{ id: string; created_at: Date; last_active_at: Date; device: string; address: string }[]>(
      'SELECT * FROM auth.sessions_of($1, $2)',
      [accountId, since],
    );
    return rows.map((row) => this.view(request, { id: row.id, createdAt: row.created_at, lastActiveAt: row.last_active_at, device: row.device, address: row.address }));
  }

  current(request: RequestContext): SessionView {
    const { principal, client, actor } = request;
    const times = { createdAt: principal.createdAt ?? this.clock.now(), lastActiveAt: principal.lastActiveAt ?? this.clock.now() };
    return this.view(request, { id: actor.sessionId, ...times, ...client });
  }

  private view(request: RequestContext, row: Omit<SessionView, 'isCurrent' | 'expiresAt' | 'idleSeconds'>): SessionView {
    return {
      ...row,
      isCurrent: row.id === request.actor.sessionId,
      expiresAt: new Date(row.createdAt.getTime() + SESSION_ABSOLUTE_SECONDS * 1000),
      idleSeconds: SESSION_IDLE_SECONDS,
    };
  }

  private async end(sessionId: string, accountId: string, reason: string): Promise<boolean> {
    const [row] = await this.dataSource.query<{ ended: boolean }[]>('SELECT auth.end_session($1, $2, $3, $4) AS ended', [sessionId, accountId, this.clock.now(), reason]);
    return row?.ended ?? false;
  }

  private async adopt(request: RequestContext, token: string): Promise<void> {
    await request.become(await this.authenticator.authenticate(token, false));
    request.cookies.set(token);
  }

  private async refreshHash(accountId: string, stored: string, password: string): Promise<void> {
    if (this.passwords.isCurrent(stored)) return;
    await this.dataSource.query('SELECT auth.rehash_password($1, $2, $3)', [accountId, stored, await this.passwords.make(password)]);
  }
}
