import type { HistoryChangeFragment, HistoryRevisionFragment } from '../../../gql/index.ts';

/** One thing that a revision touched, with its fields. */
export interface ChangedThing {
  readonly entity: string;
  readonly entityId: string;
  readonly name: string;
  readonly changes: readonly HistoryChangeFragment[];
}

export const ENTITIES = ['patient', 'problem', 'allergy', 'contact', 'team-member', 'stand-in', 'plan', 'goal', 'activity'] as const;
export type Entity = (typeof ENTITIES)[number];

export const isEntity = (text: string | null): text is Entity => ENTITIES.some((entity) => entity === text);

/** A revision's changes by thing, in the order in which they were made. Fields that were and stay empty say nothing. */
export function changedThings(changes: readonly HistoryChangeFragment[], about: Entity | null = null): ChangedThing[] {
  const things = new Map<string, HistoryChangeFragment[]>();
  for (const change of changes.toSorted((a, b) => a.ordinal - b.ordinal)) {
    if (about !== null && change.entity !== about) continue;
    if (change.before === null && change.after === null) continue;
    const key = `${change.entity} ${change.entityId}`;
    things.set(key, [...(things.get(key) ?? []), change]);
  }
  return [...things.values()].map((of) => ({ entity: of[0]!.entity, entityId: of[0]!.entityId, name: of[0]!.entityName, changes: of }));
}

export const isAbout = (revision: HistoryRevisionFragment, about: Entity | null): boolean =>
  about === null || revision.changes.some(({ entity }) => entity === about);
