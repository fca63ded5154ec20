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
}

export function recorded<E extends PatientRow>(
  entity: EntityName,
  type: new () => E,
  key: keyof E & string,
  fields: readonly (keyof E & string | readonly [field: string, property: keyof E & string])[],
): Recorded<E> {
  const map = new Map(fields.map((field) => (typeof field === 'string' ? ([field, field] as const) : ([field[0], field[1]] as const))));
  for (const field of map.keys()) fieldSpec(entity, field);
  return { type, entity, key, fields: map };
}

/** A property as the history keeps it. */
export const asFieldValue = (value: unknown): FieldValue =>
  value === undefined ? null : value instanceof Date ? value.toISOString() : (value as FieldValue);
