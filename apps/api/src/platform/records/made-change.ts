import type { EntityName, FieldValue } from '@plexus/domain';
import { notFound } from '../faults.ts';
import type { OpenRecord } from './open-record.ts';

export interface MadeChange {
  readonly verb: string;
  readonly at: Date;
  /** The actor made it. */
  readonly isOwn: boolean;
}

export interface ChangedField {
  readonly entity: EntityName;
  readonly entityId: string;
  readonly field: string;
  readonly before: FieldValue;
  readonly after: FieldValue;
  readonly added: boolean;
}

/** What a revision changed of these kinds of things, for whoever takes it back; or NOT_FOUND. */
export async function madeChange(record: OpenRecord, revision: number, entities: readonly EntityName[]): Promise<{ made: MadeChange; changes: ChangedField[] }> {
  const of = [record.actor.organizationId, record.patientId, revision];
  const [made] = await record.em.query<MadeChange[]>(
    `SELECT r.verb, r.at, r.person_id = $4 AS "isOwn" FROM plexus.revision r WHERE r.organization_id = $1 AND r.patient_id = $2 AND r.number = $3`,
    [...of, record.actor.personId],
  );
  if (!made) throw notFound();
  const changes = await record.em.query<ChangedField[]>(
    `SELECT c.entity, c.entity_id AS "entityId", c.field, c.before, c.after, c.added
       FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = $3 AND c.entity = ANY ($4) ORDER BY c.ordinal`,
    [...of, entities],
  );
  return { made, changes };
}
