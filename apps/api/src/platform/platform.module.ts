import { type DynamicModule, Global, Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from './clock/clock.ts';
import { CONFIG, type Config } from './config/config.ts';
import { Transactions } from './database/transactions.ts';
import { PresenceBoard } from './events/presence-board.ts';
import { RevisionBus } from './events/revision-bus.ts';
import { GraphqlHttp } from './graphql/graphql-http.ts';
import { GraphqlSockets } from './graphql/graphql-sockets.ts';
import { TrustedDocuments } from './graphql/trusted-documents.ts';
import { HealthController } from './http/health.controller.ts';
import { PlainHttp } from './http/plain-http.ts';
import { Readiness } from './http/readiness.ts';
import { Afterwards } from './jobs/afterwards.ts';
import { Housekeeping } from './jobs/housekeeping.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { OrganizationJobs } from './jobs/organization-jobs.ts';
import { Log } from './log/log.ts';
import { Mail, Post } from './mail/mail.ts';
import { Metrics } from './metrics/metrics.ts';
import { PlatformMetrics } from './metrics/platform-metrics.ts';
import { DifferenceQueries } from './records/difference.queries.ts';
import { HistoryQueries } from './records/history.queries.ts';
import { Moments } from './records/moments.ts';
import { OrganizationCommands } from './records/organization-commands.ts';
import { PatientRecords } from './records/patient-records.ts';
import { Reactions } from './records/reactions.ts';
import { RecordNames } from './records/record-names.ts';

const shared = [
  Afterwards, DifferenceQueries, GraphqlHttp, GraphqlSockets, HistoryQueries, Housekeeping, JobQueue, Metrics, Moments, OrganizationCommands, OrganizationJobs, PatientRecords, PlainHttp, PlatformMetrics, PresenceBoard, Reactions, Readiness, RecordNames, RevisionBus, Transactions,
];

/** What lies outside and can be put in place of the real thing: by the demo's loader, and by tests. */
export interface World {
  readonly clock?: Clock;
  readonly mail?: Mail;
}

/** What any server has, and the record. It knows no module. */
@Global()
@Module({})
export class PlatformModule {
  static of(config: Config, dataSource: DataSource, documents: TrustedDocuments, world: World = {}): DynamicModule {
    const given = [
      { provide: Clock, useValue: world.clock ?? new Clock() },
      { provide: CONFIG, useValue: config },
      { provide: DataSource, useValue: dataSource },
      { provide: TrustedDocuments, useValue: documents },
      { provide: Log, useValue: new Log(config, documents.names) },
      world.mail ? { provide: Mail, useValue: world.mail } : { provide: Mail, useClass: Post },
    ];
    return { module: PlatformModule, controllers: [HealthController], providers: [...given, ...shared], exports: [...given, ...shared] };
  }
}
