import { type FieldValue, type RecordState, type UndoableChange, asOf } from '@plexus/domain';
import { type PatientRow, type Recorded, fieldsOf, propertiesOf } from './recorded.ts';

/** A field that is kept in a link table, and the property under which the rows carry it. */
type Link = readonly [field: string, property: string];

/** Rows with the values that they had at a revision; what did not exist yet is left out. What the record does not keep stays as it stands. */
export function rowsAsOf<E extends PatientRow, Row extends { readonly id: string }>(spec: Recorded<E>, rows: readonly Row[], revision: number, changes: readonly UndoableChange[], link?: Link): Row[] {
  const values = (row: Row): Record<string, FieldValue> => ({
    ...Object.fromEntries(fieldsOf(spec, row as unknown as Partial<E>)),
    ...(link ? { [link[0]]: (row as Record<string, unknown>)[link[1]] as FieldValue } : {}),
  });
  const now: RecordState = new Map([[spec.entity, new Map(rows.map((row) => [row.id, values(row)]))]]);
  const then = asOf(now, revision, changes).get(spec.entity)!;
  return rows.flatMap((row) => {
    const fields = then.get(row.id);
    if (!fields) return [];
    const linked = link ? { [link[1]]: fields[link[0]] ?? [] } : {};
    return [{ ...row, ...propertiesOf(spec, row as unknown as E, new Map(Object.entries(fields))), ...linked }];
  });
}
