import { REGISTRY, type EntityName } from '@plexus/domain';
import type { HistoryChangeFragment } from '../../gql/index.ts';

/** One thing that a revision touched, with its fields. */
export interface ChangedThing {
  readonly entity: string;
  readonly entityId: string;
  readonly name: string;
  readonly changes: readonly HistoryChangeFragment[];
}

/** What a history can be about. */
export const ENTITIES = Object.keys(REGISTRY) as EntityName[];

/** A revision's changes by thing, in the order in which they were made. Fields that were and stay empty say nothing. */
export function changedThings(changes: readonly HistoryChangeFragment[]): ChangedThing[] {
  const things = new Map<string, HistoryChangeFragment[]>();
  for (const change of changes.toSorted((a, b) => a.ordinal - b.ordinal)) {
    if (change.before === null && change.after === null) continue;
    const key = `${change.entity} ${change.entityId}`;
    things.set(key, [...(things.get(key) ?? []), change]);
  }
  return [...things.values()].map((of) => ({ entity: of[0]!.entity, entityId: of[0]!.entityId, name: of[0]!.entityName, changes: of }));
}
