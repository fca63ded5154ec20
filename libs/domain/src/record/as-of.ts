import { type EntityName, currentName, isEntityName } from './registry.ts';
import type { FieldValue } from './values.ts';

/** One row of the history, as far as undoing needs it. `before` null on every field of a thing means that the change made it. */
export interface UndoableChange {
  readonly revision: number;
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly shape: number;
  readonly before: FieldValue;
  /** True for the fields of a thing that this revision added. */
  readonly added: boolean;
}

/** What stands: entity → id → field → value. */
export type RecordState = ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, FieldValue>>>>;

/**
 * The record as it stood at `revision`, by undoing every later change backwards from what stands now. Costs in the number of undone changes only,
 * so "last week" is cheap however long the record is.
 */
export function asOf(now: RecordState, revision: number, changes: readonly UndoableChange[]): RecordState {
  const state = new Map([...now].map(([entity, things]) => [entity, new Map([...things].map(([id, fields]) => [id, { ...fields }]))]));
  const later = changes.filter((change) => change.revision > revision).sort((a, b) => b.revision - a.revision || b.ordinal - a.ordinal);
  for (const change of later) {
    const things = state.get(change.entity);
    if (!things || !isEntityName(change.entity)) continue;
    if (change.added) {
      things.delete(change.entityId);
      continue;
    }
    const thing = things.get(change.entityId);
    if (thing) thing[currentName(change.entity as EntityName, change.field, change.shape)] = change.before;
  }
  return state;
}
