import type { ApolloClient } from '@apollo/client';
import { v7 as uuidv7 } from 'uuid';
import { OutboxKeyDocument } from '../../gql/index.ts';
import type { Fault } from '../faults.ts';
import { inTurn } from '../in-turn.ts';
import { background } from '../live.ts';
import { session } from '../session.ts';
import { Drafts, type Draft } from './drafts.ts';
import { nextOf, type Answer, type Entry, type Trouble } from './entry.ts';
import { exclusively } from './locks.ts';
import { learn, post, withPatience, type CommandDocument, type Reply, type Typed } from './post.ts';
import { Vault } from './vault.ts';

export interface NewCommand {
  readonly document: CommandDocument;
  readonly input: Readonly<Record<string, unknown>>;
  readonly about: string;
  readonly who: string | null;
  readonly path: string | null;
  readonly draft: Draft | null;
  /** Many things at once: its id is the batch's, and each thing has its own answer. */
  readonly isBatch?: boolean;
}

export type Outcome = { readonly kind: 'done'; readonly value: Typed | readonly Typed[] } | Answer | { readonly kind: 'kept'; readonly why: Trouble };

export interface OutboxView {
  /** Oldest first; what an open form of this tab shows itself is not among them. */
  readonly entries: readonly Entry[];
  readonly sendingId: string | null;
  readonly trouble: Trouble | null;
  /** Does unsent work outlive this tab? */
  readonly isKept: boolean;
  /** When the last command that had to wait was done. */
  readonly savedAt: string | null;
}

type News =
  | { readonly kind: 'changed' }
  | { readonly kind: 'status'; readonly sendingId: string | null; readonly trouble: Trouble | null }
  | { readonly kind: 'settled'; readonly id: string; readonly reply: Reply };

const CHANNEL = 'plexus-outbox';
const SENDER = 'plexus-outbox-sender';
const KEY_PATIENCE_MS = 3_000;
const SLOW_MS = 1_000;
const RETRY_AT_MOST_MS = 30_000;
const NOTHING: OutboxView = { entries: [], sendingId: null, trouble: null, isKept: true, savedAt: null };

/** Every command of the signed-in person, from the moment it is given until the server has done it. One for each tab; see ADR 0015. */
export class Outbox {
  readonly drafts: Drafts;
  private readonly vault = new Vault();
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  private readonly listeners = new Set<() => void>();
  private readonly awaited = new Map<string, (outcome: Outcome) => void>();
  private readonly delayedUntil = new Map<string, number>();
  private personId: string | null = null;
  private opening: Promise<void> = Promise.resolve();
  private closing: Promise<void> = Promise.resolve();
  private all: readonly Entry[] = [];
  private view = NOTHING;
  private isSending = false;
  private isCalled = false;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly client: ApolloClient) {
    this.drafts = new Drafts({
      vault: this.vault,
      personId: () => this.personId,
      ready: () => this.opening,
      entries: () => this.all,
      discard: (id) => void this.discard(id),
      onChange: () => this.show({}),
    });
    this.channel?.addEventListener('message', ({ data }: MessageEvent<News & { personId: string }>) => {
      if (data.personId === this.personId) void this.hear(data);
    });
    globalThis.addEventListener?.('online', () => this.call());
    session.subscribe(() => {
      const state = session.current();
      if (state === 'ended') void this.leave();
      // The key stays, so that the same person finds everything as it was.
      else if (state === 'expired') void this.end(() => this.vault.close());
      else this.call();
    });
  }

  readonly current = (): OutboxView => this.view;
  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Somebody is signed in. What they left behind goes out, before anything else if it is about the same. */
  open(personId: string): Promise<void> {
    if (this.personId !== personId) {
      void this.end(() => this.vault.close());
      this.personId = personId;
      this.opening = this.start(personId);
    }
    return this.opening;
  }

  /** The person signs out: no key and no word of theirs stays in this browser, and their sealed work waits for them. */
  leave(): Promise<void> {
    return this.end((personId) => this.vault.forget(personId));
  }

  /** Writes it down, then sends it. Answers what the server said, or that it is kept and will be sent. */
  async add({ document, input, about, who, path, draft, isBatch = false }: NewCommand): Promise<Outcome> {
    const form = draft?.take() ?? null;
    await this.opening;
    const { personId } = this;
    if (!personId) return { kind: 'failed', fault: SIGNED_OUT };
    const id = uuidv7();
    const { name } = operationOf(document);
    const entry: Entry = {
      id, personId, at: new Date().toISOString(), operationName: name, documentId: learn(document), variables: { input: { ...input, [isBatch ? 'batchId' : 'commandId']: id } },
      about, who, path, form, answer: null,
    };
    const replaced = draft?.replaces ?? null;
    if (draft) draft.replaces = id;
    const outcome = new Promise<Outcome>((resolve) => this.awaited.set(id, resolve));
    await this.vault.write({
      put: [{ shelf: 'commands', value: entry }],
      remove: [...(draft ? [{ shelf: 'drafts', id: draft.id } as const] : []), ...(replaced ? [{ shelf: 'commands', id: replaced } as const] : [])],
    });
    await this.changed();
    this.call();
    return outcome;
  }

  /** By the person, of something that was not accepted. */
  async retry(id: string): Promise<void> {
    const entry = this.all.find((one) => one.id === id);
    if (entry) await this.vault.write({ put: [{ shelf: 'commands', value: { ...entry, answer: null } as Entry }] });
    this.delayedUntil.delete(id);
    await this.changed();
    this.call();
  }

  /** By the person, after they were told what is lost. */
  async discard(id: string): Promise<void> {
    await exclusively(SENDER, () => this.vault.write({ remove: [{ shelf: 'commands', id }] }));
    await this.changed();
  }

  private async start(personId: string): Promise<void> {
    await this.closing;
    await this.vault.open(personId);
    if (this.vault.wantsKey) await this.fetchKey(personId);
    await this.reload();
    this.call();
  }

  private async fetchKey(personId: string): Promise<void> {
    const context = { headers: { ...background.headers, 'x-plexus-person': personId } };
    try {
      const { data } = await withPatience(this.client.query({ query: OutboxKeyDocument, fetchPolicy: 'no-cache', context }), KEY_PATIENCE_MS);
      if (data && this.personId === personId) await this.vault.accept(personId, data.outboxKey);
      await this.reload();
    } catch {
      // Until it comes, what is written is held in memory, and the tray says so.
    }
  }

  /** What is half typed is sealed first. */
  private end(shut: (personId: string) => Promise<void>): Promise<void> {
    const { personId } = this;
    if (!personId) return this.closing;
    this.drafts.keepAll();
    this.personId = null;
    this.all = [];
    this.delayedUntil.clear();
    this.failures = 0;
    clearTimeout(this.timer);
    this.settleRest('session');
    this.show(NOTHING);
    this.closing = shut(personId);
    return this.closing;
  }

  /** Looks for something to send, now. */
  private call(): void {
    clearTimeout(this.timer);
    this.isCalled = true;
    if (!this.isSending) void this.work();
  }

  private async work(): Promise<void> {
    this.isSending = true;
    try {
      while (this.isCalled) {
        this.isCalled = false;
        await exclusively(SENDER, () => this.sendAll());
      }
    } finally {
      this.isSending = false;
      this.callLater();
    }
  }

  private callLater(): void {
    clearTimeout(this.timer);
    const isWaiting = this.all.some(({ answer }) => !answer) || this.vault.wantsKey;
    if (!this.personId || !isWaiting || session.current() !== 'open') return;
    this.timer = setTimeout(() => this.call(), Math.min(1_000 * 2 ** this.failures, RETRY_AT_MOST_MS));
  }

  private async sendAll(): Promise<void> {
    let trouble: Trouble | null = session.current() === 'open' ? null : 'session';
    if (this.personId && this.vault.wantsKey && !trouble) await this.fetchKey(this.personId);
    while (this.personId && !trouble) {
      await this.reload();
      const entry = nextOf(this.all, ({ id }) => (this.delayedUntil.get(id) ?? 0) > Date.now());
      if (!entry) break;
      trouble = await this.send(entry);
    }
    const isStuck = this.all.some(({ answer }) => !answer);
    this.tell({ sendingId: null, trouble: isStuck ? (trouble ?? 'server') : null });
    if (!this.isCalled) this.settleRest(trouble ?? 'server');
  }

  /** @returns what stands in the way of everything else too */
  private async send(entry: Entry): Promise<Trouble | null> {
    const isAwaited = this.awaited.has(entry.id);
    const begun = Date.now();
    this.tell({ sendingId: entry.id, trouble: this.view.trouble });
    const reply = await post(this.client, entry, !isAwaited);
    if (reply.kind === 'again') return this.postpone(entry, reply.why);

    this.failures = 0;
    this.delayedUntil.delete(entry.id);
    // Without a form nothing typed is lost, and whoever pressed the button is told there.
    const isOver = reply.kind === 'done' || (isAwaited && !entry.form);
    await this.vault.write(isOver ? { remove: [{ shelf: 'commands', id: entry.id }] } : { put: [{ shelf: 'commands', value: { ...entry, answer: reply } as Entry }] });
    if (this.personId !== entry.personId) return 'session';
    await this.reload();
    this.broadcast({ kind: 'settled', id: entry.id, reply });
    this.settle(entry.id, reply);
    // Also what was refused: of a batch a part may be done.
    if (!isAwaited) void this.refreshPages();
    if (reply.kind !== 'done') return null;
    if (!isAwaited || Date.now() - begun > SLOW_MS) this.show({ savedAt: new Date().toISOString() });
    return null;
  }

  private postpone({ id }: Entry, why: Trouble): Trouble | null {
    this.failures += 1;
    if (why !== 'server') return why;
    this.delayedUntil.set(id, Date.now() + Math.min(1_000 * 2 ** this.failures, RETRY_AT_MOST_MS));
    return null;
  }

  private settle(id: string, reply: Exclude<Reply, { kind: 'again' }>): void {
    this.awaited.get(id)?.(reply);
    this.awaited.delete(id);
  }

  /** Whoever still waits is told that it is kept. What another tab has sent is gone from here, and its answer is on the way. */
  private settleRest(why: Trouble): void {
    for (const [id, resolve] of this.awaited) {
      const entry = this.all.find((one) => one.id === id);
      if (!entry && this.personId) continue;
      this.awaited.delete(id);
      resolve(entry?.answer ?? { kind: 'kept', why });
    }
  }

  private async hear(news: News): Promise<void> {
    if (news.kind === 'status') return this.show({ sendingId: news.sendingId, trouble: news.trouble });
    if (news.kind === 'settled' && news.reply.kind !== 'again') {
      const isTold = this.awaited.has(news.id) && this.all.some(({ id, form }) => id === news.id && !form);
      this.settle(news.id, news.reply);
      if (news.reply.kind === 'done') void this.refreshPages();
      else if (isTold) await this.discard(news.id);
    }
    await this.reload();
    // The tab that sends may go away before it is done.
    if (!this.isSending) this.callLater();
  }

  private async changed(): Promise<void> {
    await this.reload();
    this.broadcast({ kind: 'changed' });
  }

  private async reload(): Promise<void> {
    const { personId } = this;
    if (!personId) return;
    const entries = await this.vault.read<Entry>('commands', personId);
    if (this.personId !== personId) return;
    this.all = entries;
    this.show({});
  }

  private tell(status: Pick<OutboxView, 'sendingId' | 'trouble'>): void {
    this.show(status);
    this.broadcast({ kind: 'status', ...status });
  }

  private broadcast(news: News): void {
    if (this.personId) this.channel?.postMessage({ ...news, personId: this.personId });
  }

  private show(change: Partial<OutboxView>): void {
    const entries = this.all.filter(({ id, answer }) => !(answer && this.drafts.isAttended(id)));
    this.view = { ...this.view, ...change, entries, isKept: this.vault.isKept };
    for (const listener of this.listeners) listener();
  }

  /** In turn: of two commands done one behind the other, what was asked after the first may be answered from before the second. */
  private readonly refreshPages = inTurn(async (_: void) => {
    await this.client.refetchQueries({ include: 'active', onQueryUpdated: () => true }).catch(() => undefined);
  });
}

const SIGNED_OUT: Fault = { code: 'UNAUTHENTICATED', reason: 'SIGNED_OUT', requestId: null };

function operationOf(document: CommandDocument): { name: string } {
  for (const definition of document.definitions) if (definition.kind === 'OperationDefinition' && definition.name) return { name: definition.name.value };
  throw new Error('Only documents written by codegen.mjs can be sent.');
}
