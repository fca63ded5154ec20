import type { DataSource } from 'typeorm';
import { Fault } from '../faults.ts';

type Cause = 'DATABASE' | 'BUSY' | 'DISK_FULL';

/** Nothing here says that nothing was done: a commit whose answer was lost is found by its command id when it is sent again. */
const WORDS: Readonly<Record<Cause, string>> = {
  DATABASE: 'The records cannot be reached just now. Try again in a moment.',
  BUSY: 'Too much is going on at once. Try again in a moment.',
  DISK_FULL: 'Nothing can be saved: the disk of the database is full. What was saved is safe. Try again when there is room.',
};

/** SQLSTATEs, and Node's names for a connection that failed. */
const CODES: readonly (readonly [RegExp, Cause])[] = [
  [/^(53100|ENOSPC)$/, 'DISK_FULL'],
  // Too many connections, no memory; a statement, a lock or a transaction that took too long; a deadlock.
  [/^(53\d\d\d|57014|55P03|25P0[34]|40P01|40001)$/, 'BUSY'],
  // The connection or the server is gone, is starting or stopping, or became a standby.
  [/^(08\w{3}|57P0\d|58030|25006|E(CONN\w+|PIPE|RR_STREAM_\w+|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND))$/, 'DATABASE'],
];

/** What pg, its pool and TypeORM (which takes a lost connection away from whoever is using it) say without a code. */
const TEXTS: readonly (readonly [RegExp, Cause])[] = [
  [/^timeout exceeded when trying to connect$/, 'BUSY'],
  [/^(Query read timeout|timeout expired|Connection terminated|Client (has encountered a connection error|was closed) and is not queryable|.*query runner (was )?already released)/i, 'DATABASE'],
];

/** More than these wait in vain: before their turn came they would have given up, and what they ask would be done for nobody. */
const MOST_WAITING = 200;

/** Refuses whoever comes when the queue for a connection is full. Else a rush, such as after an outage, could keep itself alive for ever. */
export function refuseIfFull(dataSource: DataSource): void {
  const { waitingCount } = (dataSource.driver as unknown as { master: { waitingCount: number } }).master;
  if (waitingCount >= MOST_WAITING) throw fault('BUSY');
}

const fault = (cause: Cause): Fault => new Fault('UNAVAILABLE', WORDS[cause], { cause });

/** What a client is told when the database is to blame and the same may work later; null for every other error. */
export function unavailable(error: unknown): Fault | null {
  if (error instanceof Fault) return error.code === 'UNAVAILABLE' ? error : null;
  const { code, message } = ((error as { driverError?: unknown } | null)?.driverError ?? error ?? {}) as { code?: unknown; message?: unknown };
  const find = (list: readonly (readonly [RegExp, Cause])[], text: unknown) => (typeof text === 'string' ? list.find(([pattern]) => pattern.test(text))?.[1] : undefined);
  const cause = find(CODES, code) ?? find(TEXTS, message);
  return cause ? fault(cause) : null;
}
