import { EventEmitter, on } from 'node:events';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock.ts';
import { RevisionBus } from './revision-bus.ts';

/** Which order of which thing somebody has open to change it: a goal's target, a plan's summary. */
export interface Editing {
  readonly entityId: string;
  /** A field group of the registry. */
  readonly group: string;
}

export interface Present {
  readonly organizationId: string;
  readonly patientId: string;
  readonly personId: string;
  /** One page of one browser, at one patient. */
  readonly key: string;
  readonly editing: Editing | null;
}

interface Sign extends Present {
  readonly here: boolean;
}

const CHANNEL = 'plexus_presence';
const AGAIN_EVERY_MS = 15_000;
/** A process that died says no goodbye. */
const FORGOTTEN_AFTER_MS = 40_000;

/**
 * Who has a patient's record open now, over all processes. It is no part of the record: kept in memory, said by ids, true at the moment. Each process
 * says again every quarter minute who is there with it, so one that starts, or missed a word, knows soon.
 */
@Injectable()
export class PresenceBoard implements BeforeApplicationShutdown {
  private readonly emitter = new EventEmitter().setMaxListeners(0);
  private readonly known = new Map<string, { present: Present; heardAt: number }>();
  private readonly own = new Map<string, number>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly bus: RevisionBus,
    private readonly clock: Clock,
  ) {
    bus.hear(CHANNEL, (payload) => this.hear(payload));
    this.timer = setInterval(() => this.sayAgain(), AGAIN_EVERY_MS).unref();
  }

  /** From now until the returned function is called. */
  enter(present: Omit<Present, 'editing'>): () => void {
    const entered: Present = { ...present, editing: null };
    this.own.set(present.key, (this.own.get(present.key) ?? 0) + 1);
    this.tell({ ...entered, here: true });
    return () => {
      const times = (this.own.get(present.key) ?? 1) - 1;
      // A page that lost its connection is back before the old one was noticed to be gone.
      if (times > 0) return void this.own.set(present.key, times);
      this.own.delete(present.key);
      this.tell({ ...entered, here: false });
    };
  }

  /** What somebody who is there edits now; null: nothing any more. Of a page that has left nothing is kept, in whatever order the words arrive. */
  edit(present: Present): Promise<void> {
    return this.bus.say(CHANNEL, JSON.stringify({ ...present, here: true, onlyIfKnown: true }));
  }

  of(organizationId: string, patientId: string): Present[] {
    return [...this.known.values()].map(({ present }) => present).filter((present) => present.organizationId === organizationId && present.patientId === patientId);
  }

  /** Speaks whenever somebody came, left, or began or ended to edit, until the signal. */
  async *changes(organizationId: string, patientId: string, signal: AbortSignal): AsyncGenerator<void> {
    try {
      for await (const _ of on(this.emitter, topic(organizationId, patientId), { signal })) yield;
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  private tell(sign: Sign): void {
    this.note(sign);
    void this.bus.say(CHANNEL, JSON.stringify(sign));
  }

  private hear(payload: string): void {
    const sign = parse(payload);
    if (!sign || (sign.onlyIfKnown && !this.known.has(sign.key))) return;
    this.note(sign);
  }

  private note({ here, organizationId, patientId, personId, key, editing }: Sign): void {
    const before = this.known.get(key)?.present;
    const present: Present = { organizationId, patientId, personId, key, editing };
    if (here) this.known.set(key, { present, heardAt: this.clock.now().getTime() });
    else this.known.delete(key);
    const isNews = here ? !before || before.editing?.entityId !== editing?.entityId || before.editing?.group !== editing?.group : before !== undefined;
    if (isNews) this.emitter.emit(topic(organizationId, patientId));
  }

  /** Once a quarter minute: says who is here with this process, and forgets whom no process has said for long. */
  sayAgain(): void {
    const forgottenBefore = this.clock.now().getTime() - FORGOTTEN_AFTER_MS;
    for (const [key, { present, heardAt }] of this.known) {
      if (this.own.has(key)) void this.bus.say(CHANNEL, JSON.stringify({ ...present, here: true }));
      else if (heardAt < forgottenBefore) this.note({ ...present, here: false });
    }
  }

  /** While there is still a connection to say it over: everybody here goes with this process. */
  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.timer);
    const own = [...this.known.values()].filter(({ present }) => this.own.has(present.key));
    await Promise.all(own.map(({ present }) => this.bus.say(CHANNEL, JSON.stringify({ ...present, here: false }))));
  }
}

const topic = (organizationId: string, patientId: string): string => `${organizationId} ${patientId}`;

/** Whoever may log in to the database may speak on this channel; what we did not write is not read. */
function parse(payload: string): (Sign & { onlyIfKnown?: boolean }) | null {
  try {
    const { organizationId, patientId, personId, key, editing, here, onlyIfKnown } = JSON.parse(payload) as Record<string, unknown>;
    if (typeof organizationId !== 'string' || typeof patientId !== 'string' || typeof personId !== 'string' || typeof key !== 'string' || typeof here !== 'boolean') return null;
    const { entityId, group } = (editing ?? {}) as Record<string, unknown>;
    return {
      organizationId, patientId, personId, key, here, onlyIfKnown: onlyIfKnown === true,
      editing: typeof entityId === 'string' && typeof group === 'string' ? { entityId, group } : null,
    };
  } catch {
    return null;
  }
}
