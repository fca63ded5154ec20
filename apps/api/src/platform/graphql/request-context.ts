import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { SessionState } from '@plexus/domain';
import type { Actor } from '../actor.ts';
import type { Reading, Transactions } from '../database/transactions.ts';
import { Fault } from '../faults.ts';
import type { Keepable } from './answer-keeper.ts';
import { Loaders } from './loaders.ts';

/** Where a request came from, as far as sign-in and the session list need it. */
export interface Client {
  readonly address: string;
  /** Browser and system in words. */
  readonly device: string;
}

/** Who sent a request, as the database knows the session at this moment. */
export interface Principal {
  readonly state: 'none' | SessionState;
  /** Also there while the session is locked: to unlock it, or to sign out. */
  readonly actor: Actor | null;
  readonly createdAt?: Date;
  readonly lastActiveAt?: Date;
}

export const NOBODY: Principal = { state: 'none', actor: null };

/** How a response sets or takes away the session's cookie; over a WebSocket nothing can. */
export interface CookieJar {
  set(token: string): void;
  clear(): void;
}

const REASONS: Record<Principal['state'], string> = { none: 'SIGNED_OUT', ended: 'SIGNED_OUT', expired: 'EXPIRED', locked: 'LOCKED', active: 'ACTIVE' };

/** One GraphQL operation: who asks, one snapshot to read from, and the loaders over it. */
export class RequestContext {
  readonly loaders = new Loaders<RequestContext>(this, async () => this.snapshot?.quiet());
  private readonly answers = new Map<string, Promise<unknown>>();
  private snapshot: Reading | null = null;
  private closed = false;
  /** Statements sent by snapshots that have ended. */
  private sent = 0;

  constructor(
    readonly requestId: string,
    readonly client: Client,
    readonly cookies: CookieJar,
    private who: Principal,
    private readonly transactions: Transactions,
  ) {}

  get principal(): Principal {
    return this.who;
  }

  /** The signed-in person with an active session, or UNAUTHENTICATED with the reason. */
  get actor(): Actor {
    if (this.who.state !== 'active' || !this.who.actor) {
      throw new Fault('UNAUTHENTICATED', 'Sign in to go on.', { reason: REASONS[this.who.state] });
    }
    return this.who.actor;
  }

  get reading(): Reading {
    if (this.closed) throw new Error('This request is answered already.');
    const actor = this.actor;
    this.snapshot ??= this.transactions.reading({ organizationId: actor.organizationId, personId: actor.personId, purpose: 'care', today: actor.today });
    return this.snapshot;
  }

  /** What several fields of one answer need is read once a snapshot. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    let answer = this.answers.get(key) as Promise<T> | undefined;
    if (!answer) {
      answer = read();
      this.answers.set(key, answer);
    }
    return answer;
  }

  get statements(): number {
    return this.sent + (this.snapshot?.statements ?? 0);
  }

  /** After a sign-in, an unlock or a sign-out within this request. */
  async become(principal: Principal): Promise<void> {
    await this.renew();
    this.who = principal;
  }

  /** After the answer: a field that is still being read for it must not open a snapshot that nobody would end. */
  async close(): Promise<void> {
    this.closed = true;
    await this.renew();
  }

  /** Ends the snapshot: what is read next sees what was written meanwhile. */
  async renew(): Promise<void> {
    const ended = this.snapshot;
    this.snapshot = null;
    this.loaders.clear();
    this.answers.clear();
    if (!ended) return;
    await ended.end();
    this.sent += ended.statements;
  }
}

/** What resolvers get as the GraphQL context. */
export interface GraphqlContext {
  readonly request: RequestContext;
  /** Set when the answer may be kept. */
  readonly keepable?: Keepable | null;
}

export const Ctx = createParamDecorator((_: unknown, context: ExecutionContext) => GqlExecutionContext.create(context).getContext<GraphqlContext>().request);
