import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { Clock, MovedClock } from '../clock/clock.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { Log } from '../log/log.ts';
import { Afterwards } from './afterwards.ts';
import type { JobName } from './job-names.ts';

/** How often a server looks for work. */
const TURN_MS = 5_000;
/** Every job is due once an hour, whichever server is the first to say so. */
const EVERY_SECONDS = 60 * 60;
/** How often one of the servers looks after jobs whose process died, and clears what is long done. */
const TIDY_SECONDS = 60;

/** The organization that a job is about. Nothing else stands in the queue: no name, no text, no patient. */
export interface JobTarget {
  readonly organizationId: string;
  readonly timeZone: string;
}

/** @param target null: the hour has struck */
type Work = (target: JobTarget | null) => Promise<void>;

/**
 * What is done later, and done again until it works: rows of the database, so that a server may die at any moment and another goes on. A job may
 * happen twice, so each must be such that the second time changes nothing. pg-boss keeps the rows; taking and ending them is ours, because its own
 * worker does not wait for the end that it writes, and a database that is away just then would end the server.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly works = new Map<JobName, Work>();
  private readonly pool: pg.Pool;
  private readonly boss: PgBoss;
  private timer: NodeJS.Timeout | undefined;
  private isTurning = false;
  private isStopping = false;
  private readonly onEnd: ((job: JobName, outcome: 'done' | 'failed') => void)[] = [];
  /** When this server last did each job well, and last got through a look for work. */
  readonly lastDone = new Map<JobName, Date>();
  lastTurn: Date | null = null;

  constructor(
    @Inject(CONFIG) config: Config,
    private readonly clock: Clock,
    private readonly afterwards: Afterwards,
    private readonly log: Log,
  ) {
    this.pool = new pg.Pool({ connectionString: config.databaseUrl, application_name: 'plexus-jobs', max: 1, connectionTimeoutMillis: 4_000, query_timeout: 10_000 });
    // Lost between two turns: the next one tells.
    this.pool.on('error', () => undefined);
    this.boss = new PgBoss({ db: { executeSql: (text, values) => this.query(text, values) }, schema: 'queue', migrate: false, schedule: false, maintenanceIntervalSeconds: TIDY_SECONDS });
    this.boss.on('error', (error) => this.log.trouble('The queue of jobs could not be reached; it is tried again in a moment.', error));
  }

  /** What a job does. Asked for before the server starts. */
  register(name: JobName, work: Work): void {
    this.works.set(name, work);
  }

  whenEnded(act: (job: JobName, outcome: 'done' | 'failed') => void): void {
    this.onEnd.push(act);
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    // Whoever moves the clock says as well when work is done.
    if (this.clock instanceof MovedClock) return;
    this.timer = setInterval(() => this.turn(), TURN_MS).unref();
    this.turn();
  }

  /** One job for each. An organization of which one waits already gets no second. */
  async add(name: JobName, targets: readonly JobTarget[]): Promise<void> {
    await this.boss.insert(targets.map((target) => ({ name, data: target, singletonKey: target.organizationId })));
  }

  /** As though the hour struck now; over when all of it was done or has failed. */
  async strike(name: JobName): Promise<void> {
    await this.boss.send({ name });
    await this.drain(name);
  }

  private turn(): void {
    if (this.isTurning || this.isStopping) return;
    this.isTurning = true;
    this.afterwards.do(
      this.look()
        .catch((error: unknown) => this.log.trouble('The queue of jobs could not be reached; it is tried again in a moment.', error))
        .finally(() => (this.isTurning = false)),
    );
  }

  private async look(): Promise<void> {
    for (const name of this.works.keys()) {
      await this.boss.send({ name, options: { singletonSeconds: EVERY_SECONDS } });
      await this.drain(name);
    }
    this.lastTurn = this.clock.now();
  }

  private async drain(name: JobName): Promise<void> {
    while (!this.isStopping) {
      const [job] = await this.boss.fetch<JobTarget | null>(name);
      if (!job) return;
      const isDone = await this.isDone(name, job.data);
      // Why it failed stands in the log, which is careful with words; the queue keeps none.
      await (isDone ? this.boss.complete(name, job.id) : this.boss.fail(name, job.id));
    }
  }

  private async isDone(name: JobName, target: JobTarget | null): Promise<boolean> {
    try {
      await this.works.get(name)?.(target);
      this.lastDone.set(name, this.clock.now());
      for (const act of this.onEnd) act(name, 'done');
      return true;
    } catch (error) {
      this.log.trouble('A job failed; it is tried again.', error, { job: name });
      for (const act of this.onEnd) act(name, 'failed');
      return false;
    }
  }

  /** pg-boss sends whole transactions in one message: a connection on which one broke off is not used again. */
  private async query(text: string, values: unknown[]): Promise<{ rows: unknown[] }> {
    const client = await this.pool.connect();
    let isSound = false;
    try {
      const answer = await client.query(text, values);
      isSound = true;
      return answer;
    } finally {
      client.release(!isSound);
    }
  }

  /** What was begun is brought to its end, for which `Afterwards` waits; nothing more is taken. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
    clearInterval(this.timer);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false });
    await this.pool.end();
  }
}

