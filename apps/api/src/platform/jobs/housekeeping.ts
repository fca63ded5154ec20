import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SESSION_ABSOLUTE_SECONDS, dayAt } from '@plexus/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { Transactions } from '../database/transactions.ts';
import { newId } from '../ids.ts';
import type { Message } from '../log/allowed.ts';
import { Log } from '../log/log.ts';
import { Afterwards } from './afterwards.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const EVERY_MS = 60 * 60 * 1000;
/** Commands are remembered this long: a device may come back from a drawer and send them once more. */
export const COMMANDS_KEPT_DAYS = 90;
const SESSIONS_KEPT_DAYS = 30;

/** Forgets what is only kept for a while. Each organization is a run of its own, with a row in `job_run`, and sees only its own rows. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | null = null;
  /** Since the start: whole runs, and failures, of which one run may have several. */
  readonly count = { done: 0, failed: 0 };
  lastDone: Date | null = null;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
    private readonly afterwards: Afterwards,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.afterwards.do(this.run()), EVERY_MS);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    if (this.timer) clearInterval(this.timer);
  }

  async run(): Promise<void> {
    const failed = this.count.failed;
    await this.forget().catch((error: unknown) => this.note('Housekeeping failed; it is tried again in an hour.', error));
    if (this.count.failed > failed) return;
    this.count.done += 1;
    this.lastDone = this.clock.now();
  }

  private note(message: Message, error: unknown): void {
    this.count.failed += 1;
    this.log.trouble(message, error);
  }

  private async forget(): Promise<void> {
    const now = this.clock.now();
    const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
    await this.dataSource.query('SELECT auth.purge($1)', [before(SESSIONS_KEPT_DAYS + SESSION_ABSOLUTE_SECONDS / 86_400)]);
    await this.dataSource.query('DELETE FROM queue.rate_limit WHERE expire < $1', [now.getTime()]);
    const organizations = await this.dataSource.query<{ organization_id: string; time_zone: string }[]>('SELECT * FROM plexus.organizations_for_jobs()');
    for (const { organization_id: organizationId, time_zone: timeZone } of organizations) {
      const context = { organizationId, personId: null, purpose: 'job', today: dayAt(now, timeZone), patientId: null } as const;
      // One organization's trouble is not the others'.
      await this.transactions
        .write(context, async (em) => {
        const [row] = await em.query<{ gone: number }[]>('SELECT plexus.purge_commands($1, $2) AS gone', [organizationId, before(COMMANDS_KEPT_DAYS)]);
        await em.query('INSERT INTO plexus.job_run (organization_id, id, job, at, outcome) VALUES ($1, $2, $3, $4, $5)', [
          organizationId, newId(), 'forget-commands', now, `${row?.gone ?? 0} forgotten`,
        ]);
        })
        .catch((error: unknown) => this.note('Housekeeping failed for an organization; it is tried again in an hour.', error));
    }
  }
}
