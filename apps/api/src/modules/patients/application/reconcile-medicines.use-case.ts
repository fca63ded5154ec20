import { Injectable } from '@nestjs/common';
import { type ConflictGroup, type FieldValue, type Result, ok, refuse, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { fieldsOf } from '../../../platform/records/recorded.ts';
import { MEDICINE, type MedicineEntity, RECONCILIATION } from '../persistence/medicine.entities.ts';

export interface SeenMedicine {
  readonly medicineId: string;
  /** The revision that had last written it. */
  readonly revision: number;
}

export interface ReconcileMedicines extends Command {
  /** Every medicine of the list that was gone through, as it was seen. */
  readonly seen: readonly SeenMedicine[];
}

/** More rows than a list ever has. */
const MOST_SEEN = 500;

/** Stamps who went through the whole list and when, over exactly what they saw: a row that is different now, or new, or gone, is a conflict. */
@Injectable()
export class ReconcileMedicinesUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ReconcileMedicines): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'medicine.reconcile', action: 'patient:edit', command }, async (record) => {
      if (command.seen.length > MOST_SEEN) return refuse(violation('TOO_MANY', 'At most {limit} at once.', 'seen', { limit: String(MOST_SEEN) }));
      const seen = new Map(command.seen.map(({ medicineId, revision }) => [medicineId, revision]));
      const medicines = await record.all(MEDICINE);
      // What is taken must have been seen as it stands; what was seen must still be taken.
      const different = medicines.filter(({ id, revision, status }) => (status === 'active' || seen.has(id)) && seen.get(id) !== revision);
      const groups = await groupsOf(record, different, seen);
      if (groups.length > 0) record.refuseFor(groups);
      const active = new Set(medicines.filter(({ status }) => status === 'active').map(({ id }) => id));
      if ([...seen.keys()].some((id) => !active.has(id))) return refuse(violation('MEDICINE_UNKNOWN', 'The list has no such medicine. Look at the list again.', 'seen'));
      const id = newId();
      await record.add(RECONCILIATION, { id, patientId: record.patientId, byId: actor.personId, on: actor.today, asOf: command.baseRevision });
      return ok({ entityId: id });
    });
  }
}

interface Written {
  readonly entityId: string;
  readonly number: number;
  readonly field: string;
  readonly before: FieldValue;
  readonly personId: string;
  readonly at: Date;
}

/** Who changed what since it was seen. Unlike with an edit, one's own change counts too: another page of mine did not see it. */
async function groupsOf(record: OpenRecord, different: readonly MedicineEntity[], seen: ReadonlyMap<string, number>): Promise<ConflictGroup[]> {
  if (different.length === 0) return [];
  const rows = await record.em.query<Written[]>(
    `SELECT c.entity_id AS "entityId", c.number, c.field, c.before, r.person_id AS "personId", r.at
       FROM plexus.change c
       JOIN plexus.revision r ON r.organization_id = c.organization_id AND r.patient_id = c.patient_id AND r.number = c.number
      WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.entity = 'medicine' AND c.entity_id = ANY ($3) ORDER BY c.number, c.ordinal`,
    [record.actor.organizationId, record.patientId, different.map(({ id }) => id)],
  );
  return different.flatMap((medicine): ConflictGroup[] => {
    const since = rows.filter(({ entityId, number }) => entityId === medicine.id && number > (seen.get(medicine.id) ?? 0));
    const last = since.at(-1);
    if (!last) return [];
    const base = new Map<string, FieldValue>();
    for (const { field, before } of since) if (!base.has(field)) base.set(field, before);
    const standing = fieldsOf(MEDICINE, medicine);
    const now = (field: string): FieldValue => standing.get(field) ?? null;
    return [{
      entity: 'medicine', entityId: medicine.id, group: 'list', personId: last.personId, at: last.at,
      fields: [...base].map(([field, before]) => ({ field, base: before, theirs: now(field), mine: before })),
    }];
  });
}
