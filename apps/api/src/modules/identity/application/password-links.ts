import { Inject, Injectable } from '@nestjs/common';
import { INVITATION_LINK_SECONDS, RESET_LINK_SECONDS, type Result, type RuleViolation, checkPassword, emailKey, ok, refuse, violation } from '@plexus/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { tokenHash } from '../../../access/session-authenticator.ts';
import { Clock } from '../../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../../platform/config/config.ts';
import { Fault } from '../../../platform/faults.ts';
import type { Client } from '../../../platform/graphql/request-context.ts';
import { Afterwards } from '../../../platform/jobs/afterwards.ts';
import { Log } from '../../../platform/log/log.ts';
import { Mail } from '../../../platform/mail/mail.ts';
import { Attempts } from './attempts.ts';
import { Passwords } from './passwords.ts';
import { newToken } from './sessions.ts';

interface LinkRow {
  readonly kind: 'reset' | 'invitation';
  readonly expires_at: Date;
  readonly used_at: Date | null;
  readonly email: string;
  readonly names: string[];
}

const LINK_USED = violation('LINK_USED', 'This link was used or is no longer valid. Ask for a new one.', 'token');

/** Single-use links by which somebody sets a password: of a forgotten one, or of an invitation. */
@Injectable()
export class PasswordLinks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly attempts: Attempts,
    private readonly passwords: Passwords,
    private readonly mail: Mail,
    private readonly clock: Clock,
    private readonly afterwards: Afterwards,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers before it looks, so that neither the answer nor its time tells whether there is such an account. */
  async requestReset(client: Client, email: string): Promise<void> {
    const key = emailKey(email.slice(0, 300));
    const wait = await this.attempts.count(`reset ${key}`, client.address);
    if (wait !== null) throw new Fault('RATE_LIMITED', 'Too many tries. Wait a little, then try again.', { retryAfterSeconds: wait });
    if (!key.isWellFormed() || key.includes('\0')) return;
    this.afterwards.do(this.sendReset(key).catch((error: unknown) => this.log.trouble('A reset link could not be made.', error)));
  }

  private async sendReset(key: string): Promise<void> {
    const [account] = await this.dataSource.query<{ account_id: string; person_status: string | null }[]>('SELECT * FROM auth.account_by_email($1)', [key]);
    if (account?.person_status === 'active') {
      const token = await this.make(this.dataSource.manager, account.account_id, 'reset');
      this.mail.send({ to: key, subject: 'Set a new password', text: this.address(token) });
    } else if (account?.person_status === 'invited') {
      // The invitation got lost or ran out: whoever asks at the invited address gets another.
      this.sendInvitation(key, await this.make(this.dataSource.manager, account.account_id, 'invitation'));
    }
  }

  /** Makes the link within the transaction that makes the person; `sendInvitation` sends it once that is committed. */
  makeInvitation(em: EntityManager, accountId: string): Promise<string> {
    return this.make(em, accountId, 'invitation');
  }

  sendInvitation(email: string, token: string): void {
    this.mail.send({ to: email, subject: 'You are invited to Plexus: set a password', text: this.address(token) });
  }

  async setPassword(client: Client, token: string, password: string): Promise<Result<{ email: string }, RuleViolation>> {
    const hash = tokenHash(token);
    const attempted = `link ${hash.toString('hex')}`;
    const wait = await this.attempts.count(attempted, client.address);
    if (wait !== null) throw new Fault('RATE_LIMITED', 'Too many tries. Wait a little, then try again.', { retryAfterSeconds: wait });
    const now = this.clock.now();
    const [link] = await this.dataSource.query<LinkRow[]>('SELECT * FROM auth.link_by_hash($1)', [hash]);
    if (!link || link.used_at !== null || link.expires_at <= now) return refuse(LINK_USED);
    const wrong = checkPassword(password, [...link.email.split('@'), ...link.names.flatMap((name) => name.split(/[\s,]+/))]);
    if (wrong) return refuse(wrong);
    const [row] = await this.dataSource.query<{ set: boolean }[]>('SELECT auth.set_password($1, $2, $3) AS set', [hash, await this.passwords.make(password), now]);
    if (!row?.set) return refuse(LINK_USED);
    await this.attempts.forget(attempted, client.address);
    return ok({ email: link.email });
  }

  private async make(em: EntityManager, accountId: string, kind: LinkRow['kind']): Promise<string> {
    const token = newToken();
    const seconds = kind === 'reset' ? RESET_LINK_SECONDS : INVITATION_LINK_SECONDS;
    await em.query('SELECT auth.make_link($1, $2, $3, $4)', [tokenHash(token), accountId, kind, new Date(this.clock.now().getTime() + seconds * 1000)]);
    return token;
  }

  // In the fragment: it reaches no server log, no proxy and no Referer.
  private address(token: string): string {
    return `${this.config.publicUrl}/set-password#${token}`;
  }
}
