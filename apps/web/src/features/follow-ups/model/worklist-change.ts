import type { ChangeFollowUpsInput, FollowUpPriority, WorklistRowFragment } from '../../../gql/index.ts';
import { PRIORITIES } from './worklist-address.ts';

/** One thing done to many follow-ups: exactly one of them. */
export type BulkChange =
  | { readonly assign: { readonly ownerId: string } | { readonly pool: string } }
  | { readonly dueOn: string }
  | { readonly snoozeUntil: string | null }
  | { readonly remind: true }
  | { readonly priority: FollowUpPriority };

/** A change and the follow-ups that get it, with the revision at which their record was seen. */
export interface Batch {
  readonly change: BulkChange;
  readonly items: ChangeFollowUpsInput['items'];
}

export const itemOf = ({ id, patientId, revision }: WorklistRowFragment): ChangeFollowUpsInput['items'][number] => ({ followUpId: id, patientId, baseRevision: revision });

/** What stood before, as the same command; null: a reminder has been read. */
function former(row: WorklistRowFragment, change: BulkChange, today: string): BulkChange | null {
  if ('assign' in change) return { assign: row.owner ? { ownerId: row.owner.id } : { pool: row.pool.id } };
  if ('dueOn' in change) return { dueOn: row.dueOn };
  // What had come back by itself is back.
  if ('snoozeUntil' in change) return { snoozeUntil: row.snoozedUntil && row.snoozedUntil > today ? row.snoozedUntil : null };
  return 'priority' in change ? { priority: row.priority } : null;
}

/** More than the server takes at once goes in two. */
const BATCH_LIMIT = 500;

/** Rows that get the same, as one batch each. */
export function batchesOf(rows: readonly WorklistRowFragment[], changeOf: (row: WorklistRowFragment) => BulkChange | null): Batch[] {
  const batches = new Map<string, { change: BulkChange; items: ChangeFollowUpsInput['items'][number][] }>();
  for (const row of rows) {
    const change = changeOf(row);
    if (!change) continue;
    const key = JSON.stringify(change);
    const batch = batches.get(key) ?? { change, items: [] };
    batch.items.push(itemOf(row));
    batches.set(key, batch);
  }
  return [...batches.values()].flatMap(({ change, items }) =>
    Array.from({ length: Math.ceil(items.length / BATCH_LIMIT) }, (_, at) => ({ change, items: items.slice(at * BATCH_LIMIT, (at + 1) * BATCH_LIMIT) })));
}

/** Puts back what stood in `before`, over what stands `now`. */
export function undoOf(before: readonly WorklistRowFragment[], change: BulkChange, now: ReadonlyMap<string, number>, today: string): Batch[] {
  const done = before.filter(({ id }) => now.has(id)).map((row) => ({ ...row, revision: now.get(row.id)! }));
  return batchesOf(done, (row) => former(row, change, today));
}

/** One step up; null: it is urgent already. */
export function stepUp({ priority }: Pick<WorklistRowFragment, 'priority'>): BulkChange | null {
  const next = PRIORITIES[PRIORITIES.indexOf(priority) + 1];
  return next ? { priority: next } : null;
}
