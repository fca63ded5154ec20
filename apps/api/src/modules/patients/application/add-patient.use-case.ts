import { Injectable } from '@nestjs/common';
import { problemById } from '@plexus/catalogue';
import { type PatientDetails, type Result, checkPatient, mayInOrganization, ok, refuse, tidy, tidyOptional, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { forbidden } from '../../../platform/faults.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { PATIENT, PATIENT_DETAILS, PROBLEM } from '../persistence/patient.entities.ts';

type Required = 'mrn' | 'givenName' | 'familyName' | 'birthDate' | 'sex';

export interface AddPatient extends Pick<PatientDetails, Required>, Partial<Omit<PatientDetails, Required>> {
  readonly commandId: string;
  /** Problem ids of the catalogue. */
  readonly problems?: readonly string[] | null;
}

export const MRN_TAKEN = violation('MRN_TAKEN', 'Another patient here has this MRN.', 'mrn');

/** Opens a record. The modules downstream react in the same revision: the team gets its first member, the plan its title. */
@Injectable()
export class AddPatientUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, { commandId, ...given }: AddPatient): Promise<Result<Done, Refusal>> {
    if (!mayInOrganization('patient:add', actor)) return Promise.reject(forbidden());
    const patientId = newId();
    const command = { ...given, commandId, patientId, baseRevision: 0 };
    return this.records.open(actor, { verb: 'patient.add', action: 'patient:edit', command, constraints: { patient_mrn: MRN_TAKEN } }, async (record) => {
      const checked = checkPatient({ ...given, interpreterNeeded: given.interpreterNeeded ?? false }, actor.today);
      if (!checked.ok) return checked;
      const problems = [...new Set(given.problems ?? [])];
      if (problems.some((id) => !problemById(id))) return refuse(violation('PROBLEM_UNKNOWN', 'The catalogue has no such problem.', 'problems'));

      await record.add(PATIENT, {
        id: patientId,
        mrn: tidy(given.mrn),
        givenName: tidy(given.givenName),
        familyName: tidy(given.familyName),
        preferredName: tidyOptional(given.preferredName),
        birthDate: given.birthDate,
        sex: given.sex,
        pronouns: tidyOptional(given.pronouns),
        language: tidyOptional(given.language),
        interpreterNeeded: given.interpreterNeeded ?? false,
        accessNeeds: tidyOptional(given.accessNeeds),
      });
      await record.add(PATIENT_DETAILS, {
        patientId,
        phone: tidyOptional(given.phone),
        email: tidyOptional(given.email),
        address: tidyOptional(given.address),
        allergyStatus: 'not-asked',
        deviceAnswer: 'not-asked',
      });
      for (const catalogueId of problems) {
        await record.add(PROBLEM, { id: newId(), patientId, catalogueId, since: null, note: null, status: 'active' });
      }
      return ok({ entityId: patientId });
    });
  }
}
