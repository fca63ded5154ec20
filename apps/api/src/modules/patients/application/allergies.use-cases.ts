import { Injectable } from '@nestjs/common';
import { type AllergySeverity, type AllergyStatus, type Result, checkAllergy, checkAllergyStatus, checkReason, ok, refuse, tidy, tidyOptional, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { ALLERGY, type AllergyEntity, PATIENT_DETAILS } from '../persistence/patient.entities.ts';

export interface RecordAllergy extends Command {
  readonly substance: string;
  readonly reaction?: string | null;
  readonly severity: AllergySeverity;
}

export interface RemoveAllergy extends Command {
  readonly allergyId: string;
  readonly reason: string;
}

export interface SetAllergyStatus extends Command {
  readonly status: AllergyStatus;
}

const recordedAllergies = async (record: OpenRecord): Promise<AllergyEntity[]> => (await record.all(ALLERGY)).filter((allergy) => allergy.status === 'active');

async function setStatus(record: OpenRecord, allergyStatus: AllergyStatus): Promise<void> {
  await record.edit(PATIENT_DETAILS, await record.load(PATIENT_DETAILS, record.patientId), { allergyStatus });
}

@Injectable()
export class RecordAllergyUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RecordAllergy): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'allergy.record', action: 'patient:edit', command }, async (record) => {
      const checked = checkAllergy(command);
      if (!checked.ok) return checked;
      const substance = tidy(command.substance);
      if ((await recordedAllergies(record)).some((allergy) => allergy.substance.toLowerCase() === substance.toLowerCase())) {
        return refuse(violation('ALLERGY_LISTED', 'This allergy is on the list already.', 'substance'));
      }
      const allergy = {
        id: newId(), patientId: record.patientId, substance, reaction: tidyOptional(command.reaction), severity: command.severity,
        status: 'active' as const, recordedOn: actor.today,
      };
      await record.add(ALLERGY, allergy);
      await setStatus(record, 'recorded');
      return ok({ entityId: allergy.id });
    });
  }
}

/** An allergy that is none was entered in error: it stays in the history with the reason. */
@Injectable()
export class RemoveAllergyUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RemoveAllergy): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'allergy.remove', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const allergy = await record.load(ALLERGY, command.allergyId);
      const checked = unless([
        checkReason(command.reason),
        allergy.status === 'active' ? null : violation('ALLERGY_REMOVED', 'This allergy was removed already.', 'allergyId'),
      ]);
      if (!checked.ok) return checked;
      await record.checkConflicts(ALLERGY, allergy, { status: 'entered-in-error' });
      await record.edit(ALLERGY, allergy, { status: 'entered-in-error' });
      // With the last one gone, nobody has answered whether there are others.
      if ((await recordedAllergies(record)).length === 0) await setStatus(record, 'not-asked');
      return ok({ entityId: allergy.id });
    });
  }
}

@Injectable()
export class SetAllergyStatusUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: SetAllergyStatus): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'allergy.set-status', action: 'patient:edit', command }, async (record) => {
      const checked = checkAllergyStatus(command.status, (await recordedAllergies(record)).length);
      if (!checked.ok) return checked;
      const details = await record.load(PATIENT_DETAILS, record.patientId);
      await record.checkConflicts(PATIENT_DETAILS, details, { allergyStatus: command.status });
      await record.edit(PATIENT_DETAILS, details, { allergyStatus: command.status });
      return ok({ entityId: record.patientId });
    });
  }
}
