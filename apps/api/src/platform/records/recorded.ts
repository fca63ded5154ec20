import { type EntityName, type FieldValue, fieldSpec } from '@plexus/domain';
import type { EntityTarget } from 'typeorm';

/** Every row that belongs to a patient: who owns it, and the revision that last wrote it. */
export interface PatientRow {
  organizationId: string;
  patientId?: string;
  revision: number;
}

/** How a table's rows are written down: which registry entity they are, and which field stands in which property. */
export interface Recorded<E extends PatientRow> {
  readonly type: EntityTarget<E>;
  readonly entity: EntityName;
  /** The property that, with the organization, identifies the row. */
  readonly key: keyof E & string;
  /** Registry field → property. */
  readonly fields: ReadonlyMap<string, keyof E & string>;
  /** A property that keeps many fields by their names, most of them absent; undefined when the table has none. */
  readonly bag?: { readonly property: keyof E & string; readonly fields: readonly string[] };
}

type Field<E> = (keyof E & string) | readonly [field: string, property: keyof E & string];

export function recorded<E extends PatientRow>(entity: EntityName, type: new () => E, key: keyof E & string, fields: readonly Field<E>[], bag?: Recorded<E>['bag']): Recorded<E> {
  const map = new Map(fields.map((field) => (typeof field === 'string' ? ([field, field] as const) : ([field[0], field[1]] as const))));
  for (const field of [...map.keys(), ...(bag?.fields ?? [])]) fieldSpec(entity, field);
  return { type, entity, key, fields: map, ...(bag ? { bag } : {}) };
}

/** A property as the history keeps it. */
const asFieldValue = (value: unknown): FieldValue => (value === undefined ? null : value instanceof Date ? value.toISOString() : (value as FieldValue));

/** A row, or the part of a row that is to be written, by registry field: only properties that it has. */
export function fieldsOf<E extends PatientRow>({ fields, bag }: Recorded<E>, row: Partial<E>): Map<string, FieldValue> {
  const has = (property: keyof E) => property in row && row[property] !== undefined;
  const values = new Map([...fields].filter(([, property]) => has(property)).map(([field, property]) => [field, asFieldValue(row[property])]));
  if (bag && has(bag.property)) {
    const kept = row[bag.property] as Readonly<Record<string, unknown>>;
    for (const field of bag.fields) values.set(field, asFieldValue(kept[field]));
  }
  return values;
}

/** The properties that a row gets when these fields are written over it. */
export function propertiesOf<E extends PatientRow>({ fields, bag }: Recorded<E>, row: E, values: ReadonlyMap<string, FieldValue>): Partial<E> {
  const set: Partial<Record<keyof E, unknown>> = {};
  let kept: Record<string, FieldValue> | undefined;
  for (const [field, value] of values) {
    const property = fields.get(field);
    if (property) set[property] = value;
    else if (bag?.fields.includes(field)) (kept ??= { ...(row[bag.property] as Record<string, FieldValue>) })[field] = value;
  }
  if (bag && kept) set[bag.property] = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== null));
  return set as Partial<E>;
}
