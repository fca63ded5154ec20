import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type OrganizationRole, type PersonStatus, dayAt, sessionState } from '@plexus/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { refuseIfFull } from '../platform/database/unavailable.ts';
import { Authenticator } from '../platform/graphql/authenticator.ts';
import { NOBODY, type Principal } from '../platform/graphql/request-context.ts';

/** A session as the database knows it, with whose it is. */
export interface SessionRow {
  readonly id: string;
  readonly account_id: string;
  readonly organization_id: string;
  readonly person_id: string;
  readonly created_at: Date;
  readonly last_active_at: Date;
  readonly locked_at: Date | null;
  readonly ended_at: Date | null;
  readonly person_status: PersonStatus;
  readonly discipline: string | null;
  readonly roles: OrganizationRole[];
  readonly time_zone: string;
}

/** A session's activity is written down this often: seconds of idling do not matter, a write for every request would. */
const TOUCH_EVERY_MS = 30_000;

/** The database keeps only this; a stolen table signs nobody in. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

@Injectable()
export class SessionAuthenticator extends Authenticator {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async authenticate(token: string | null, interactive: boolean): Promise<Principal> {
    refuseIfFull(this.dataSource);
    if (token === null) return NOBODY;
    const [row] = await this.dataSource.query<SessionRow[]>('SELECT * FROM auth.session_by_token($1)', [tokenHash(token)]);
    return row ? this.principalOf(row, interactive) : NOBODY;
  }

  async principalOf(row: SessionRow, interactive: boolean): Promise<Principal> {
    const now = this.clock.now();
    const state = sessionState({ createdAt: row.created_at, lastActiveAt: row.last_active_at, lockedAt: row.locked_at, endedAt: row.ended_at }, now);
    if (state === 'ended' || state === 'expired') return { state, actor: null };
    // Suspended or gone since the sign-in: the next request already finds nobody.
    if (row.person_status !== 'active') return { state: 'ended', actor: null };
    if (state === 'active' && interactive && now.getTime() - row.last_active_at.getTime() > TOUCH_EVERY_MS) {
      await this.dataSource.query('SELECT auth.touch_session($1, $2)', [row.id, now]);
    }
    return {
      state,
      createdAt: row.created_at,
      lastActiveAt: row.last_active_at,
      actor: {
        organizationId: row.organization_id,
        personId: row.person_id,
        accountId: row.account_id,
        sessionId: row.id,
        discipline: row.discipline,
        organizationRoles: row.roles,
        timeZone: row.time_zone,
        today: dayAt(now, row.time_zone),
      },
    };
  }
}
