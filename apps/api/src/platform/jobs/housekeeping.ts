import { Injectable } from '@nestjs/common';
import { SESSION_ABSOLUTE_SECONDS } from '@plexus/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { JOBS } from './job-names.ts';
import { JobQueue } from './job-queue.ts';
import { OrganizationJobs } from './organization-jobs.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Commands are remembered this long: a device may come back from a drawer and send them once more. */
export const COMMANDS_KEPT_DAYS = 90;
const RUNS_KEPT_DAYS = 90;
const SESSIONS_KEPT_DAYS = 30;

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

/** Forgets what is only kept for a while. */
@Injectable()
export class Housekeeping {
  constructor(queue: JobQueue, organizations: OrganizationJobs, dataSource: DataSource, clock: Clock) {
    queue.register('forget-sign-ins', async () => {
      const now = clock.now();
      await dataSource.query('SELECT auth.purge($1)', [before(now, SESSIONS_KEPT_DAYS + SESSION_ABSOLUTE_SECONDS / 86_400)]);
      await dataSource.query('DELETE FROM queue.rate_limit WHERE expire < $1', [now.getTime()]);
    });
    organizations.register('forget-commands', async (em, organizationId, now) => {
      const [row] = await em.query<{ gone: number }[]>('SELECT plexus.purge_commands($1, $2) AS gone', [organizationId, before(now, COMMANDS_KEPT_DAYS)]);
      await em.query('SELECT plexus.purge_job_runs($1, $2)', [JOBS, before(now, RUNS_KEPT_DAYS)]);
      return `${row?.gone ?? 0} forgotten`;
    });
  }
}
