import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { AccessAction, Reach, Taken } from '@plexus/domain';
import pg from 'pg';
import type { Actor } from '../platform/actor.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { timeouts } from '../platform/database/data-source.ts';
import { Log } from '../platform/log/log.ts';
import { newId } from '../platform/ids.ts';

interface Entry {
  readonly key: string;
  readonly row: Record<string, unknown>;
}

const QUARTER_HOUR_MS = 15 * 60 * 1000;
const FLUSH_MS = 20;
/** Openings of the running quarter hour that this process knows to be written; forgotten by the next. */
const MOST_REMEMBERED = 50_000;

/**
 * Who opened which chart, who took a copy or a file out of it, and who was refused: one row a person, patient and session each quarter hour. Rows are gathered for a moment and
 * written together in a transaction of their own, and every answer waits for its row: no chart is shown of which no trace remains.
 */
@Injectable()
export class AccessLog implements OnApplicationShutdown {
  private pending: Entry[] = [];
  private flushing: Promise<void> | null = null;
  private readonly written = new Set<string>();
  private quarter = 0;
  /** The newest batch under way; the connection takes them one after another. */
  private writing: Promise<unknown> = Promise.resolve();
  /** Rows that are not written yet: the answers behind them wait. */
  waiting = 0;

  /** A connection of its own: every answer that waits for its row holds one of the others already, and they must not wait for each other. */
  private readonly pool: pg.Pool;

  constructor(
    private readonly clock: Clock,
    log: Log,
    @Inject(CONFIG) config: Config,
  ) {
    this.pool = new pg.Pool({ connectionString: config.databaseUrl, application_name: 'plexus-access-log', max: 1, ...timeouts(config.patience) });
    this.pool.on('error', (error) => log.trouble('The connection of the access log was lost.', error));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flushing?.catch(() => undefined);
    await this.writing;
    await this.pool.end();
  }

  opened(actor: Actor, patientId: string, through: Reach): Promise<void> {
    return this.note(actor, patientId, 'chart-opened', through);
  }

  refused(actor: Actor, patientId: string): Promise<void> {
    return this.note(actor, patientId, 'chart-refused', null);
  }

  taken(actor: Actor, patientId: string, what: Taken, through: Reach): Promise<void> {
    return this.note(actor, patientId, what, through);
  }

  private async note(actor: Actor, patientId: string, action: AccessAction, through: Reach | null): Promise<void> {
    const at = this.clock.now();
    const quarter = Math.floor(at.getTime() / QUARTER_HOUR_MS);
    if (quarter !== this.quarter || this.written.size > MOST_REMEMBERED) {
      this.quarter = quarter;
      this.written.clear();
    }
    const key = [actor.organizationId, actor.personId, patientId, actor.sessionId, action, quarter].join(' ');
    if (this.written.has(key)) return;
    this.waiting += 1;
    this.pending.push({
      key,
      row: {
        organization_id: actor.organizationId, id: newId(), at: at.toISOString(), person_id: actor.personId, patient_id: patientId,
        session_id: actor.sessionId, action, through, quarter,
      },
    });
    this.flushing ??= new Promise((resolve) => setTimeout(resolve, FLUSH_MS)).then(() => this.flush());
    await this.flushing;
  }

  private async flush(): Promise<void> {
    const batch = this.pending;
    this.pending = [];
    this.flushing = null;
    const write = this.pool.query('SELECT plexus.log_access($1::jsonb)', [JSON.stringify(batch.map((entry) => entry.row))]);
    this.writing = write.catch(() => undefined);
    try {
      await write;
    } finally {
      this.waiting -= batch.length;
    }
    for (const entry of batch) this.written.add(entry.key);
  }
}
