import { Injectable } from '@nestjs/common';
import { type PatientDetails, type Result, checkCleared, checkPatient, ok, tidy, tidyOptional, unless } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { PATIENT, PATIENT_DETAILS } from '../persistence/patient.entities.ts';
import { MRN_TAKEN } from './add-patient.use-case.ts';

type Nullable<T> = { readonly [K in keyof T]?: T[K] | null };

/** Absent: leave. Null: clear. */
export interface EditPatient extends Command, Nullable<PatientDetails> {}

const REQUIRED = ['mrn', 'givenName', 'familyName', 'birthDate', 'sex', 'interpreterNeeded'] as const;
const LINES = ['preferredName', 'pronouns', 'language', 'accessNeeds'] as const;
const REACH = ['phone', 'email', 'address'] as const;

const optional = <F extends (typeof LINES)[number] | (typeof REACH)[number]>(given: EditPatient, fields: readonly F[]): Partial<Record<F, string | null>> =>
  Object.fromEntries(fields.filter((field) => given[field] !== undefined).map((field) => [field, tidyOptional(given[field])])) as Partial<Record<F, string | null>>;

@Injectable()
export class EditPatientUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditPatient): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'patient.edit', action: 'patient:edit', command, constraints: { patient_mrn: MRN_TAKEN } }, async (record) => {
      const patient = await record.load(PATIENT, record.patientId);
      const details = await record.load(PATIENT_DETAILS, record.patientId);

      const required = unless(checkCleared(command, ...REQUIRED));
      if (!required.ok) return required;
      const checked = checkPatient(command as Partial<PatientDetails>, actor.today);
      if (!checked.ok) return checked;

      const patch = {
        ...optional(command, LINES),
        ...(command.mrn == null ? {} : { mrn: tidy(command.mrn) }),
        ...(command.givenName == null ? {} : { givenName: tidy(command.givenName) }),
        ...(command.familyName == null ? {} : { familyName: tidy(command.familyName) }),
        ...(command.birthDate == null ? {} : { birthDate: command.birthDate }),
        ...(command.sex == null ? {} : { sex: command.sex }),
        ...(command.interpreterNeeded == null ? {} : { interpreterNeeded: command.interpreterNeeded }),
      };
      const reach = optional(command, REACH);
      // Both tables are one thing to those who edit it: all conflicts are shown at once.
      const conflicts = [...(await record.conflicts(PATIENT, patient, patch)), ...(await record.conflicts(PATIENT_DETAILS, details, reach))];
      if (conflicts.length > 0) record.refuseFor(conflicts);

      await record.edit(PATIENT, patient, patch);
      await record.edit(PATIENT_DETAILS, details, reach);
      return ok({ entityId: record.patientId });
    });
  }
}
