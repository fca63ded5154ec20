import { EventEmitter, on } from 'node:events';
import { Inject, Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import pg from 'pg';
import { CONFIG, type Config } from '../config/config.ts';
import { Log } from '../log/log.ts';

/** "The record of this patient is at this revision now." Ids only; whoever hears it reads as themselves. */
export interface RevisionNotice {
  readonly organizationId: string;
  readonly patientId: string;
  readonly revision: number;
  /** The session that made the change: it knows already. */
  readonly sessionId: string;
  /** Nothing changed, but this person has reviewed it up to here, which is no news for anybody else. */
  readonly reviewedBy: string | null;
}

const REVISIONS = 'plexus_revision';
const HEARTBEAT_MS = 15_000;
const RETRY_MS = [100, 250, 500, 1_000, 2_000] as const;

/**
 * Carries revisions between processes by LISTEN/NOTIFY. A notice that is lost while the connection is down costs freshness, never truth: when it
 * is back, everybody is told to connect again and to ask for what came after their own revision.
 */
@Injectable()
export class RevisionBus implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private client: pg.Client | null = null;
  private heartbeat: NodeJS.Timeout | undefined;
  private readonly channels = new Set<string>();
  private turn: Promise<unknown> = Promise.resolve();
  private stopped = false;
  /** Whether notices arrive at all. */
  isListening = false;
  /** Notices that arrived, since the start. */
  heard = 0;
  private readonly onLoss: (() => void)[] = [];

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly log: Log,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.listen();
  }

  /** Called when notices may have been missed. */
  whenLost(act: () => void): void {
    this.onLoss.push(act);
  }

  /** Notices from now on, until the signal. */
  async *notices(signal: AbortSignal): AsyncGenerator<RevisionNotice> {
    try {
      for await (const [notice] of on(this.emitter, 'notice', { signal }) as AsyncIterable<[RevisionNotice]>) yield notice;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  /** What is said on a channel of one's own, in every process, this one too. Asked for before the server starts. */
  hear(channel: string, listener: (payload: string) => void): void {
    this.channels.add(channel);
    this.emitter.on(channel, listener);
  }

  /** Outside any transaction, for what is true only at the moment. Lost while the connection is down, which whoever uses it must bear. */
  say(channel: string, payload: string): Promise<void> {
    return this.inTurn((client) => client.query('SELECT pg_notify($1, $2)', [channel, payload])).catch(() => undefined);
  }

  /** One statement after another: a connection answers one at a time. */
  private inTurn(ask: (client: pg.Client) => Promise<unknown>): Promise<void> {
    const asked = this.turn.then(async () => {
      if (this.client) await ask(this.client);
    });
    this.turn = asked.catch(() => undefined);
    return asked;
  }

  private async listen(): Promise<void> {
    const client = new pg.Client({ connectionString: this.config.databaseUrl, application_name: 'plexus-listen', connectionTimeoutMillis: 4_000, keepAlive: true, query_timeout: 4_000 });
    client.on('error', () => void this.reconnect(client));
    client.on('end', () => void this.reconnect(client));
    client.on('notification', ({ channel, payload }) => {
      if (channel !== REVISIONS) return void this.emitter.emit(channel, payload);
      const read = parseNotice(payload);
      if (!read) return;
      const { o, p, n, s, r } = read;
      this.heard += 1;
      this.emitter.emit('notice', { organizationId: o, patientId: p, revision: n, sessionId: s, reviewedBy: r } satisfies RevisionNotice);
    });
    this.client = client;
    await client.connect();
    await client.query([REVISIONS, ...this.channels].map((channel) => `LISTEN ${channel}`).join('; '));
    this.isListening = true;
    this.heartbeat ??= setInterval(() => void this.beat(), HEARTBEAT_MS).unref();
  }

  /** A connection that nobody closed and nobody answers is noticed by asking. */
  private async beat(): Promise<void> {
    const client = this.client;
    if (client) await this.inTurn(() => client.query('SELECT 1')).catch(() => this.reconnect(client));
  }

  private async reconnect(lost: pg.Client): Promise<void> {
    if (this.stopped || this.client !== lost) return;
    this.client = null;
    this.isListening = false;
    void lost.end().catch(() => undefined);
    this.log.trouble('The connection that hears of changes was lost; connecting again.');
    for (let attempt = 0; !this.stopped; attempt += 1) {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)]));
      try {
        await this.listen();
        for (const act of this.onLoss) act();
        return;
      } catch {
        this.client = null;
      }
    }
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.heartbeat);
    const client = this.client;
    this.client = null;
    await client?.end().catch(() => undefined);
  }
}

/** Whoever may log in to the database may notify this channel; what we did not write is not read. */
function parseNotice(payload: string | undefined): { o: string; p: string; n: number; s: string; r: string | null } | null {
  try {
    const { o, p, n, s, r } = JSON.parse(payload ?? '') as Record<string, unknown>;
    return typeof o === 'string' && typeof p === 'string' && typeof n === 'number' && typeof s === 'string' ? { o, p, n, s, r: typeof r === 'string' ? r : null } : null;
  } catch {
    return null;
  }
}
