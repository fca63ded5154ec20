import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { poolOf } from '../database/pool.ts';
import { RevisionBus } from '../events/revision-bus.ts';
import { GraphqlSockets } from '../graphql/graphql-sockets.ts';
import { Afterwards } from '../jobs/afterwards.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { Log } from '../log/log.ts';
import { PatientRecords } from '../records/patient-records.ts';
import { Metrics } from './metrics.ts';

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const STATEMENTS = [1, 2, 3, 5, 8, 13, 21, 34];

/** The figures of what any server has; docs/operations.md says what each is good for. */
@Injectable()
export class PlatformMetrics {
  constructor(metrics: Metrics, log: Log, dataSource: DataSource, sockets: GraphqlSockets, bus: RevisionBus, records: PatientRecords, queue: JobQueue, afterwards: Afterwards) {
    const requests = metrics.events('plexus_requests_total', 'GraphQL requests answered, by operation and outcome: OK or the code of the first error.', ['operation', 'outcome']);
    const seconds = metrics.histogram('plexus_request_seconds', 'From the request to its answer.', ['operation'], SECONDS);
    const statements = metrics.histogram('plexus_request_statements', 'SQL statements that an answer was read with.', ['operation'], STATEMENTS);
    log.whenAnswered((line) => {
      requests.inc({ operation: line.operation, outcome: line.codes[0] ?? 'OK' });
      seconds.observe({ operation: line.operation }, line.milliseconds / 1000);
      statements.observe({ operation: line.operation }, line.statements);
    });

    metrics.gauge('plexus_pool_connections', 'Connections of the pool to PostgreSQL.', () => {
      const { totalCount, idleCount } = poolOf(dataSource);
      return { idle: idleCount, busy: totalCount - idleCount };
    });
    metrics.gauge('plexus_pool_waiting', 'Requests that wait for a connection of the pool.', () => poolOf(dataSource).waitingCount);
    metrics.gauge('plexus_sockets_open', 'WebSockets that are open.', () => sockets.openSockets);
    metrics.gauge('plexus_subscriptions_open', 'Subscriptions that are open.', () => sockets.openSubscriptions);
    metrics.gauge('plexus_listener_connected', 'Whether news of other servers arrive: 1 or 0.', () => Number(bus.isListening));
    metrics.counter('plexus_revisions_announced_total', 'Revisions that this server committed and announced.', () => records.announced);
    metrics.counter('plexus_revisions_heard_total', 'Revisions that this server heard of, its own among them.', () => bus.heard);
    const jobs = metrics.events('plexus_jobs_total', 'Jobs of the queue that this server ended, by job and outcome: done or failed.', ['job', 'outcome']);
    queue.whenEnded((job, outcome) => jobs.inc({ job, outcome }));
    metrics.gauge('plexus_job_last_done_timestamp_seconds', 'When this server last did a job well.', () => Object.fromEntries([...queue.lastDone].map(([job, at]) => [job, at.getTime() / 1000])), 'job');
    metrics.gauge('plexus_queue_last_looked_timestamp_seconds', 'When this server last got through looking for jobs; 0: not since the start.', () => (queue.lastTurn?.getTime() ?? 0) / 1000);
    metrics.gauge('plexus_work_after_answers', 'Mails and other work that goes on after its answer.', () => afterwards.count);
    metrics.counter('plexus_log_lines_total', 'Lines of the log that somebody should look at.', () => log.written, 'level');
  }
}
