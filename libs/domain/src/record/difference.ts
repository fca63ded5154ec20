import type { UndoableChange } from './as-of.ts';
import { currentName, isEntityName } from './registry.ts';
import { type FieldValue, sameValue } from './values.ts';

/** What became of one field between two revisions, whatever it was in between. `revision` and `ordinal` are those of its first change. */
export interface NetChange extends UndoableChange {
  readonly after: FieldValue;
}

/** What became of a thing. Removed: entered in error, since nothing is deleted. */
export const DIFFERENCES = ['added', 'changed', 'removed'] as const;
export type Difference = (typeof DIFFERENCES)[number];

export interface ThingDifference {
  readonly entity: string;
  readonly entityId: string;
  readonly difference: Difference;
  /** Of each field that is different, under the name that it has today. */
  readonly changes: readonly NetChange[];
}

/** What is different thing by thing, in the order in which the things first changed. What was changed and changed back, or added and entered in error, is no difference. */
export function differencesOf(changes: readonly NetChange[]): ThingDifference[] {
  const things = new Map<string, Map<string, NetChange>>();
  for (const change of changes.toSorted((a, b) => a.revision - b.revision || a.ordinal - b.ordinal)) {
    const field = isEntityName(change.entity) ? currentName(change.entity, change.field, change.shape) : change.field;
    const key = `${change.entity} ${change.entityId}`;
    const fields = things.get(key) ?? new Map<string, NetChange>();
    things.set(key, fields);
    // A field that was renamed in between has one change under each of its names.
    const earlier = fields.get(field);
    fields.set(field, earlier ? { ...earlier, after: change.after } : change);
  }
  return [...things.values()].flatMap((fields) => {
    const all = [...fields.values()];
    const different = all.filter(({ before, after }) => !sameValue(before, after));
    const isAdded = all.some(({ added }) => added);
    const isRemoved = different.some(({ field, after }) => field === 'status' && after === 'entered-in-error');
    if (different.length === 0 || (isAdded && isRemoved)) return [];
    const { entity, entityId } = different[0]!;
    return [{ entity, entityId, difference: isAdded ? ('added' as const) : isRemoved ? ('removed' as const) : ('changed' as const), changes: different }];
  });
}
