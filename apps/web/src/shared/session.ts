import { useSyncExternalStore } from 'react';
import type { Fault } from './faults.ts';

/** `expired`: it ended by itself, which the sign-in page explains. */
export type SessionState = 'open' | 'locked' | 'ended' | 'expired';
type Message = { readonly state: SessionState } | { readonly activeAt: number } | { readonly personId: string };

const CHANNEL = 'plexus-session';

/**
 * Whether this browser's session is open, told to every tab: who locks or signs out in one, does so in all.
 * It holds no data of any patient, only the state, whose session it is and when somebody last touched the keyboard.
 */
export class SessionSignal {
  private state: SessionState = 'open';
  private lastActiveAt = Date.now();
  private personId: string | null = null;
  private readonly listeners = new Set<() => void>();
  private readonly channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);

  constructor() {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => {
      if ('state' in data) this.enter(data.state);
      else if ('personId' in data) this.meet(data.personId);
      else this.lastActiveAt = Math.max(this.lastActiveAt, data.activeAt);
    });
  }

  readonly current = (): SessionState => this.state;
  readonly activeAt = (): number => this.lastActiveAt;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** After signing in or unlocking. */
  readonly open = (): void => this.tell('open');
  readonly lock = (): void => this.tell('locked');
  readonly end = (): void => this.tell('ended');
  readonly expire = (): void => this.tell('expired');

  /** Who this tab shows. A tab that still shows somebody else leaves: this browser has one session at a time. */
  belongsTo(personId: string): void {
    this.personId = personId;
    this.channel?.postMessage({ personId } satisfies Message);
  }

  /** Somebody is here; other tabs hear of it at most every second. */
  touch(now: number): void {
    if (now - this.lastActiveAt > 1_000) this.channel?.postMessage({ activeAt: now } satisfies Message);
    this.lastActiveAt = now;
  }

  private meet(personId: string): void {
    if (this.personId && this.personId !== personId) this.enter('ended');
  }

  private tell(state: SessionState): void {
    if (state === this.state) return;
    this.channel?.postMessage({ state } satisfies Message);
    this.enter(state);
  }

  private enter(state: SessionState): void {
    if (state === 'open') this.lastActiveAt = Date.now();
    // A session that is over neither locks nor ends again: whoever comes next signs in.
    const isOver = this.state === 'ended' || this.state === 'expired';
    if (state === this.state || (isOver && state !== 'open')) return;
    this.state = state;
    if (state === 'ended' || state === 'expired') this.personId = null;
    for (const listener of this.listeners) listener();
  }
}

export const session = new SessionSignal();

/** The server said who the person is not any more: lock or leave, in every tab. */
export function heed({ code, reason }: Fault): void {
  if (code !== 'UNAUTHENTICATED') return;
  if (reason === 'LOCKED') session.lock();
  else if (reason === 'EXPIRED') session.expire();
  else session.end();
}

export const useSessionState = (): SessionState => useSyncExternalStore(session.subscribe, session.current);
