import { orderFactsOf } from '@plexus/catalogue';
import { type FieldSpec, type FieldValue, type FollowUpKind, type ThingKind, type ValueKind, currentName, fieldSpec, isEntityName, isOfOrder, isSafetyChange } from '@plexus/domain';
import type { RequestContext } from '../graphql/request-context.ts';
import { Mentions, type RecordNames } from './record-names.ts';
import { wordsFor } from './value-words.ts';

export interface ChangeValueView {
  readonly kind: ValueKind;
  readonly text: string;
}

export interface OrderPartView {
  readonly field: string;
  readonly value: ChangeValueView;
}

export interface ChangeView {
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly field: string;
  readonly fieldName: string;
  readonly before: ChangeValueView | null;
  readonly after: ChangeValueView | null;
  readonly added: boolean;
  readonly isSafety: boolean;
  readonly order: readonly OrderPartView[];
}

export interface ChangeRow {
  readonly number: number;
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly shape: number;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly added: boolean;
}

/** The last word on one field of an order, up to a revision at which something of that order changed. */
export type OrderRow = Pick<ChangeRow, 'number' | 'entity' | 'entityId' | 'field' | 'shape' | 'after'>;

export const CHANGE = 'c.number, c.ordinal, c.entity, c.entity_id AS "entityId", c.field, c.shape, c.before, c.after, c.added';

/**
 * What stood at a revision in every field of a thing of which something was written till then. The sum keeps the number out of the choice of an index: a plan for
 * any patient expects short records, where the primary key serves as well; on a long one it would read every change once for each thing.
 */
export const ORDER_AT_REVISION = `
  SELECT a.number, a.entity, a.entity_id AS "entityId", c.field, c.shape, c.after
    FROM unnest($3::bigint[], $4::text[], $5::uuid[]) AS a (number, entity, entity_id)
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (c.field) c.field, c.shape, c.after FROM plexus.change c
       WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.entity = a.entity AND c.entity_id = a.entity_id AND c.number + 0 <= a.number
       ORDER BY c.field, c.number DESC, c.ordinal DESC) c`;

const keyOf = ({ number, entityId }: Pick<ChangeRow, 'number' | 'entityId'>): string => `${number} ${entityId}`;

/** A change under today's names of its field. */
export function todays({ entity, field, shape }: Pick<ChangeRow, 'entity' | 'field' | 'shape'>): { field: string; spec: FieldSpec | null; isOfOrder: boolean } {
  if (!isEntityName(entity)) return { field, spec: null, isOfOrder: false };
  const name = currentName(entity, field, shape);
  return { field: name, spec: fieldSpec(entity, name), isOfOrder: isOfOrder(entity, name) };
}

/** Follow-ups concern safety by their kind, whatever of them changed. */
const isOfKind = ({ entity }: Pick<ChangeRow, 'entity'>): boolean => entity === 'follow-up';

/** The things whose order, or of whose kind something, changed in part, each at its revision: what of it did not change must be looked up. */
export function partlyChanged(rows: readonly ChangeRow[]): ChangeRow[] {
  const partly = rows.filter((row) => !row.added && (todays(row).isOfOrder || isOfKind(row)));
  return [...new Map(partly.map((row) => [keyOf(row), row])).values()];
}

/** Changes in words, by revision. */
export async function sayChanges(names: RecordNames, request: RequestContext, patientId: string, rows: readonly ChangeRow[], orders: readonly OrderRow[]): Promise<Map<number, ChangeView[]>> {
  const parts = orders.filter((row) => todays(row).isOfOrder && row.after !== null);
  const mentions = new Mentions();
  for (const row of rows) {
    const kind = todays(row).spec?.kind ?? 'text';
    mentions.thing(row.entity, row.entityId);
    mentions.value(kind, row.before);
    mentions.value(kind, row.after);
  }
  for (const row of parts) mentions.value(todays(row).spec!.kind, row.after);
  const named = await names.of(request, patientId, mentions);
  const say = (kind: ValueKind, value: FieldValue): ChangeValueView | null => (value === null ? null : { kind, text: wordsFor(kind, value, named) });

  const orderOf = groupBy(parts, keyOf);
  const isSafety = safetyOf(rows, orders);
  const views = rows.map((row): [number, ChangeView] => {
    const { field, spec, isOfOrder: isPart } = todays(row);
    const kind = spec?.kind ?? 'text';
    const order = isPart && !row.added ? (orderOf.get(keyOf(row)) ?? []).map((part) => ({ field: todays(part).field, value: say(todays(part).spec!.kind, part.after)! })) : [];
    const { ordinal, entity, entityId, added } = row;
    return [row.number, { ordinal, entity, entityId, entityName: named.get(entityId) ?? '', field, fieldName: spec?.words ?? field, before: say(kind, row.before), after: say(kind, row.after), added, isSafety: isSafety(row), order }];
  });
  return new Map([...groupBy(views, ([number]) => number)].map(([number, of]) => [number, of.map(([, view]) => view)]));
}

/** Whether a change concerns safety; of which kind an activity or a follow-up is, its own history says. */
export function safetyOf(rows: readonly ChangeRow[], orders: readonly OrderRow[]): (row: ChangeRow) => boolean {
  const kinds = new Map([...orders, ...rows].flatMap((row): [string, ThingKind | null][] => {
    if (row.entity === 'activity' && row.field === 'catalogueId') return [[keyOf(row), orderFactsOf(String(row.after))?.form ?? null]];
    return isOfKind(row) && row.field === 'kind' ? [[keyOf(row), row.after as FollowUpKind]] : [];
  }));
  return (row) => isSafetyChange({ entity: row.entity, field: todays(row).field, after: row.after }, kinds.get(keyOf(row)) ?? null);
}

export function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
