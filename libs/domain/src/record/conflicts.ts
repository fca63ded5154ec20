import { type EntityName, entitySpec, fieldSpec } from './registry.ts';
import { type FieldValue, sameValue } from './values.ts';

/** A change that somebody else made to the thing being edited, after the revision that the editor saw. */
export interface ForeignChange {
  readonly field: string;
  readonly before: FieldValue;
  readonly revision: number;
  readonly personId: string;
  readonly at: Date;
}

export interface ConflictField {
  readonly field: string;
  readonly base: FieldValue;
  readonly theirs: FieldValue;
  readonly mine: FieldValue;
}

/** What has a version in place of a history. */
export const ORGANIZATION_THINGS = ['person', 'leave', 'saved-view'] as const;
export type OrganizationThing = (typeof ORGANIZATION_THINGS)[number];

/** One group of fields that two people changed at once: base is what the editor saw, theirs what stands now, mine what was to be written. */
export interface ConflictGroup {
  readonly entity: EntityName | OrganizationThing;
  readonly entityId: string;
  readonly group: string;
  readonly personId: string;
  readonly at: Date;
  readonly fields: readonly ConflictField[];
}

export interface EditConflict {
  readonly kind: 'edit-conflict';
  /** At which revision of the record (of a person: which version) this was found: a command based on it overwrites what is shown here, and nothing newer. */
  readonly revision: number;
  readonly groups: readonly ConflictGroup[];
}

type Fields = Readonly<Record<string, FieldValue>>;

const groupsThatMeet = (entity: EntityName, group: string): readonly string[] => [
  group,
  ...(entitySpec(entity).entangled ?? []).flatMap(([a, b]) => (a === group ? [b] : b === group ? [a] : [])),
];

/**
 * Groups in which an edit meets what others changed since its author looked. Fields of groups that nobody else touched merge silently, and so
 * does a group in which both want the same, or in which the others' changes cancel out.
 *
 * @param now what stands, by field name
 * @param mine the fields that the edit sets
 * @param since changes by others to this thing, oldest first
 */
export function findConflicts(entity: EntityName, entityId: string, now: Fields, mine: Fields, since: readonly ForeignChange[]): ConflictGroup[] {
  const base = new Map<string, FieldValue>();
  for (const change of since) if (!base.has(change.field)) base.set(change.field, change.before);
  const changedByOthers = [...base].filter(([field, before]) => !sameValue(before, now[field] ?? null)).map(([field]) => field);

  const edited = Object.keys(mine).filter((field) => !sameValue(mine[field] ?? null, now[field] ?? null));
  const editedGroups = new Set(edited.map((field) => fieldSpec(entity, field).group));
  // A group that the edit leaves as it stands now is agreed on, even where both wrote it.
  const met = new Set(
    [...editedGroups].flatMap((group) =>
      groupsThatMeet(entity, group).filter((other) => changedByOthers.some((field) => fieldSpec(entity, field).group === other)),
    ),
  );

  return [...met].map((group) => {
    const touched = changedByOthers.filter((field) => fieldSpec(entity, field).group === group);
    const last = since.filter((change) => touched.includes(change.field)).at(-1)!;
    const fields = [...new Set([...touched, ...edited.filter((field) => groupsThatMeet(entity, group).includes(fieldSpec(entity, field).group))])];
    return {
      entity,
      entityId,
      group,
      personId: last.personId,
      at: last.at,
      fields: fields.map((field) => ({
        field,
        base: base.has(field) ? base.get(field)! : (now[field] ?? null),
        theirs: now[field] ?? null,
        mine: Object.hasOwn(mine, field) ? (mine[field] ?? null) : base.has(field) ? base.get(field)! : (now[field] ?? null),
      })),
    };
  });
}
