import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { poolOf } from '../database/pool.ts';

/** In a word that tells an operator where to look, and a stranger nothing. */
export type WhyNot = 'stopping' | 'database' | 'standby' | 'migrations' | 'pool';

/** Whoever asks waits at most so long, whatever has become of the database. */
const ANSWER_WITHIN_MS = 800;

const LOOK = 'SELECT pg_is_in_recovery() AS standby, auth.migrations() AS migrations';

/**
 * Whether requests should be sent here. The look has a connection and limits of its own: it neither waits in the queue that it is to judge nor takes
 * a place in it.
 */
@Injectable()
export class Readiness implements OnApplicationShutdown {
  private readonly pool: pg.Pool;
  private looking: Promise<WhyNot | null> | null = null;
  private isStopping = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) config: Config,
  ) {
    this.pool = new pg.Pool({ connectionString: config.databaseUrl, application_name: 'plexus-health', max: 1, connectionTimeoutMillis: ANSWER_WITHIN_MS, query_timeout: ANSWER_WITHIN_MS });
    // Lost between two looks: the next one tells.
    this.pool.on('error', () => undefined);
  }

  /** From now on nobody should send anything. */
  stop(): void {
    this.isStopping = true;
  }

  /** Null: ready. Everybody who asks during one look gets its answer, so that asking often costs nothing. */
  async whyNot(): Promise<WhyNot | null> {
    if (this.isStopping) return 'stopping';
    this.looking ??= this.look().finally(() => (this.looking = null));
    return this.looking;
  }

  private async look(): Promise<WhyNot | null> {
    const [database, hasRoom] = await Promise.all([inTime(this.askDatabase(), 'database'), inTime(this.hasRoom(), false)]);
    return database ?? (hasRoom ? null : 'pool');
  }

  private async askDatabase(): Promise<WhyNot | null> {
    const { rows } = await this.pool.query<{ standby: boolean; migrations: string[] }>(LOOK);
    const [found] = rows;
    if (found!.standby) return 'standby';
    // More than ours are those of a newer build, which this one can live with.
    return migrations.every(({ name }) => found!.migrations.includes(name)) ? null : 'migrations';
  }

  /** Full is a pool that gives no connection in time, not one that is busy. */
  private async hasRoom(): Promise<boolean> {
    const pool = poolOf(this.dataSource);
    if (pool.idleCount > 0 || pool.totalCount < pool.options.max) return true;
    (await pool.connect()).release();
    return true;
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }
}

/** The answer, or what its failure and its delay stand for. */
function inTime<T>(answer: Promise<T>, otherwise: T): Promise<T> {
  let timer: NodeJS.Timeout;
  const late = new Promise<T>((resolve) => (timer = setTimeout(resolve, ANSWER_WITHIN_MS, otherwise)));
  return Promise.race([answer.catch(() => otherwise), late]).finally(() => clearTimeout(timer));
}
