import type { EntityName } from '@plexus/domain';
import type { OpenRecord } from '../../../platform/records/open-record.ts';

/** A table whose rows tie a thing of the plan to others, kept in the history as one field of the thing: the list of ids, sorted. */
interface LinkTable {
  readonly entity: EntityName;
  readonly field: string;
  readonly table: string;
  readonly from: string;
  readonly to: string;
}

export const PARTICIPANTS: LinkTable = { entity: 'goal', field: 'participants', table: 'plexus.goal_participant', from: 'goal_id', to: 'person_id' };
export const GOALS_SERVED: LinkTable = { entity: 'activity', field: 'goals', table: 'plexus.activity_goal', from: 'activity_id', to: 'goal_id' };

export const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

export async function linksOf(record: OpenRecord, { table, from, to }: LinkTable, id: string): Promise<string[]> {
  const rows = await record.em.query<{ id: string }[]>(`SELECT ${to} AS id FROM ${table} WHERE organization_id = $1 AND patient_id = $2 AND ${from} = $3`, [
    record.actor.organizationId,
    record.patientId,
    id,
  ]);
  return inOrder(rows.map((row) => row.id));
}

export async function replaceLinks(record: OpenRecord, link: LinkTable, id: string, before: readonly string[], after: readonly string[], added = false): Promise<void> {
  const { table, from, to } = link;
  const of = [record.actor.organizationId, record.patientId, id];
  const gone = before.filter((other) => !after.includes(other));
  const come = after.filter((other) => !before.includes(other));
  if (gone.length > 0) await record.em.query(`DELETE FROM ${table} WHERE organization_id = $1 AND patient_id = $2 AND ${from} = $3 AND ${to} = ANY ($4)`, [...of, gone]);
  if (come.length > 0) await record.em.query(`INSERT INTO ${table} (organization_id, patient_id, ${from}, ${to}) SELECT $1, $2, $3, unnest($4::uuid[])`, [...of, come]);
  record.noteLinks(link.entity, id, link.field, before, after, added);
}
