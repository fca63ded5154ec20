import { Injectable } from '@nestjs/common';
import { dayAt } from '@plexus/domain';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../clock/clock.ts';
import { Transactions } from '../database/transactions.ts';
import { newId } from '../ids.ts';
import type { JobName } from './job-names.ts';
import { JobQueue, type JobTarget } from './job-queue.ts';

/** One organization's part of a job, in a transaction of its own that sees no other's rows. @returns what came of it, in a word */
type Work = (em: EntityManager, organizationId: string, now: Date) => Promise<string>;

/** Jobs that every organization has: each is taken, fails and is tried again by itself, with a row in `job_run` when it is done. */
@Injectable()
export class OrganizationJobs {
  constructor(
    private readonly queue: JobQueue,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  register(name: JobName, work: Work): void {
    this.queue.register(name, async (target) => (target ? this.run(name, target, work) : this.queue.add(name, await this.organizations())));
  }

  private organizations(): Promise<JobTarget[]> {
    return this.dataSource.query<JobTarget[]>('SELECT organization_id AS "organizationId", time_zone AS "timeZone" FROM plexus.organizations_for_jobs()');
  }

  private async run(name: JobName, { organizationId, timeZone }: JobTarget, work: Work): Promise<void> {
    const now = this.clock.now();
    await this.transactions.write({ organizationId, personId: null, purpose: 'job', today: dayAt(now, timeZone), patientId: null }, async (em) => {
      const outcome = await work(em, organizationId, now);
      await em.query('INSERT INTO plexus.job_run (organization_id, id, job, at, outcome) VALUES ($1, $2, $3, $4, $5)', [organizationId, newId(), name, now, outcome]);
    });
  }
}
