import { createContext, useContext, useEffect, useEffectEvent, useMemo, useSyncExternalStore } from 'react';
import type { NewsRevisionFragment, PresencePartsFragment } from '../gql/index.ts';

type Listener = () => void;

/** What one answer holds at most; a full one has more behind it. */
const FULL_ANSWER = 100;

interface OwnChange {
  readonly entityId: string;
  readonly number: number;
  /** What it changed, by the registry's field names. */
  readonly fields: readonly string[];
}

/** A colleague's change that did not know of mine, with what mine had changed. */
export interface Crossing {
  readonly revision: NewsRevisionFragment;
  readonly mine: OwnChange;
}

interface Shown {
  /** What others changed since this page knew the record, oldest first. */
  readonly revisions: readonly NewsRevisionFragment[];
  /** Things whose change has not been looked at yet, by id. */
  readonly unseen: ReadonlySet<string>;
  readonly presence: readonly PresencePartsFragment[];
}

const NOTHING: Shown = { revisions: [], unseen: new Set(), presence: [] };

/**
 * What others do in one record while this page has it open. The record's frame has the one subscription; every part of the record hears of it
 * here. Revisions come in the order of the record and each of them once, whatever was missed meanwhile.
 */
export class PatientNews {
  private readonly listeners = new Set<Listener>();
  private readonly watchers = new Set<Listener>();
  private readonly own: OwnChange[] = [];
  private seen: number | null = null;
  private isAsking = false;
  private isAskedAgain = false;
  private shown = NOTHING;
  private crossed: (crossing: Crossing) => void = () => undefined;

  constructor(private readonly viewerId: string) {}

  readonly tell = (): void => {
    for (const listener of this.listeners) listener();
  };

  readonly hear = (listener: Listener): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly watch = (listener: Listener): (() => void) => {
    this.watchers.add(listener);
    return () => this.watchers.delete(listener);
  };

  readonly current = (): Shown => this.shown;

  /** The page shows the record as it was then: what comes after is news. */
  knows(revision: number): void {
    this.seen ??= revision;
  }

  /** Asks for what came after the last revision known. Called while an answer is on its way, it asks once more after it. */
  async catchUp(ask: (after: number) => Promise<readonly NewsRevisionFragment[]>): Promise<void> {
    if (this.seen === null) return;
    this.isAskedAgain = this.isAsking;
    if (this.isAsking) return;
    this.isAsking = true;
    try {
      let isFull = true;
      while (isFull || this.isAskedAgain) {
        this.isAskedAgain = false;
        const answer = await ask(this.seen);
        isFull = answer.length >= FULL_ANSWER;
        this.take(answer);
      }
    } catch {
      // Not lost: the next news ask from the same revision on.
    } finally {
      this.isAsking = false;
    }
  }

  /** My own change, so that a colleague's that did not know of it can be told from one that did. */
  made(change: OwnChange): void {
    this.own.push(change);
  }

  onCrossing(tell: (crossing: Crossing) => void): () => void {
    this.crossed = tell;
    return () => { this.crossed = () => undefined; };
  }

  /** The mark goes, of one thing or of all. */
  readonly look = (entityId?: string): void => {
    if (entityId === undefined ? this.shown.unseen.size === 0 : !this.shown.unseen.has(entityId)) return;
    const unseen = new Set(entityId === undefined ? [] : this.shown.unseen);
    if (entityId !== undefined) unseen.delete(entityId);
    this.show({ unseen });
  };

  here(presence: readonly PresencePartsFragment[]): void {
    this.show({ presence });
  }

  private take(answer: readonly NewsRevisionFragment[]): void {
    const fresh = answer.filter(({ number }) => number > this.seen!).sort((a, b) => a.number - b.number);
    this.seen = fresh.at(-1)?.number ?? this.seen;
    const others = fresh.filter(({ person }) => person.id !== this.viewerId);
    if (!others.length) return;
    const unseen = new Set(this.shown.unseen);
    for (const { changes } of others) for (const { entityId } of changes) unseen.add(entityId);
    this.show({ revisions: [...this.shown.revisions, ...others], unseen });
    for (const revision of others) this.meet(revision);
  }

  private meet(revision: NewsRevisionFragment): void {
    const { base, number, changes } = revision;
    if (base === null) return;
    const touched = new Set(changes.map(({ entityId }) => entityId));
    const mine = this.own.findLast((own) => touched.has(own.entityId) && base < own.number && own.number < number);
    if (mine) this.crossed({ revision, mine });
  }

  private show(change: Partial<Shown>): void {
    this.shown = { ...this.shown, ...change };
    for (const watcher of this.watchers) watcher();
  }
}

export interface PatientNewsPage {
  readonly news: PatientNews;
  readonly patientId: string;
  /** This page, among those that have the record open. */
  readonly page: string;
}

export const PatientNewsContext = createContext<PatientNewsPage | null>(null);

export const usePatientNewsPage = (): PatientNewsPage | null => useContext(PatientNewsContext);

/** Somebody else changed this patient's record: `usePatientNews(() => void page.refreshInBackground())`. */
export function usePatientNews(onNews: Listener): void {
  const news = useContext(PatientNewsContext)?.news;
  const tell = useEffectEvent(onNews);
  useEffect(() => news?.hear(() => tell()), [news]);
}

const never = () => () => undefined;

/** What others changed and who is here; outside of a record nothing. */
export function useShownNews(): Shown {
  const news = useContext(PatientNewsContext)?.news;
  return useSyncExternalStore(news?.watch ?? never, news?.current ?? (() => NOTHING));
}

/** Whether others changed one of these and it was not looked at yet. Only an answer that changes is told: a plan has hundreds of things. */
export function useIsUnseen(entityIds: readonly string[]): boolean {
  const news = useContext(PatientNewsContext)?.news;
  return useSyncExternalStore(news?.watch ?? never, () => entityIds.some((id) => news?.current().unseen.has(id)));
}

/** Whether somebody is changing this now. */
export function useIsBeingEdited(entityId: string): boolean {
  const news = useContext(PatientNewsContext)?.news;
  return useSyncExternalStore(news?.watch ?? never, () => news?.current().presence.some((present) => present.entityId === entityId && present.group !== null) ?? false);
}

/** What others changed of one thing after `revision`, the newest last word on each field. */
export function useChangesOf(entityId: string | undefined, after: number) {
  const { revisions } = useShownNews();
  return useMemo(() => {
    const byField = new Map<string, { readonly change: NewsRevisionFragment['changes'][number]; readonly by: NewsRevisionFragment['person'] }>();
    for (const { number, person, changes } of revisions) {
      if (number <= after) continue;
      for (const change of changes) if (change.entityId === entityId) byField.set(change.field, { change, by: person });
    }
    return byField;
  }, [revisions, entityId, after]);
}
