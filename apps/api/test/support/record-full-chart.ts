import { randomUUID } from 'node:crypto';
import { RED_FLAG_FORM, redFlags } from '@plexus/catalogue';
import type { Result } from '@plexus/domain';
import { ArrangeStandInUseCase } from '../../src/modules/care-team/application/team-changes.use-cases.ts';
import { NoteOnFollowUpUseCase } from '../../src/modules/follow-ups/application/note-on-follow-up.use-case.ts';
import { OpenFollowUpUseCase } from '../../src/modules/follow-ups/application/open-follow-up.use-case.ts';
import { RecordAllergyUseCase } from '../../src/modules/patients/application/allergies.use-cases.ts';
import { RecordConsentUseCase } from '../../src/modules/patients/application/consents.use-cases.ts';
import { OpenContactUseCase } from '../../src/modules/patients/application/contacts.use-cases.ts';
import { AddDeviceUseCase } from '../../src/modules/patients/application/devices.use-cases.ts';
import { EditPatientUseCase } from '../../src/modules/patients/application/edit-patient.use-case.ts';
import { AddMedicineUseCase } from '../../src/modules/patients/application/medicines.use-cases.ts';
import { AnswerNamedSubstanceUseCase } from '../../src/modules/patients/application/named-substances.use-case.ts';
import { AddProblemUseCase } from '../../src/modules/patients/application/problems.use-cases.ts';
import { ReconcileMedicinesUseCase } from '../../src/modules/patients/application/reconcile-medicines.use-case.ts';
import { SignRedFlagScreenUseCase } from '../../src/modules/patients/application/red-flag-screens.use-cases.ts';
import { AddRiskFactorUseCase } from '../../src/modules/patients/application/risk-factors.use-cases.ts';
import { RecordSymptomUseCase } from '../../src/modules/patients/application/symptoms.use-cases.ts';
import { PlanActivityUseCase } from '../../src/modules/plan/application/activities.use-cases.ts';
import { RateGoalUseCase } from '../../src/modules/plan/application/attainment.use-cases.ts';
import { AnswerForMyPartUseCase } from '../../src/modules/plan/application/answer-for-my-part.use-case.ts';
import { DissentFromMessageUseCase } from '../../src/modules/plan/application/dissent.use-cases.ts';
import { EditPlanUseCase } from '../../src/modules/plan/application/edit-plan.use-case.ts';
import { EditGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from '../../src/modules/plan/application/goals.use-cases.ts';
import type { Actor } from '../../src/platform/actor.ts';
import type { Refusal } from '../../src/platform/records/open-record.ts';
import type { Command, Done } from '../../src/platform/records/patient-records.ts';
import { type Clinician, sharedPatient } from './record-clinic.ts';
import type { World } from './world.ts';

interface UseCase {
  execute(actor: Actor, command: never): Promise<Result<Done, Refusal>>;
}
type Given<U extends UseCase> = Omit<Parameters<U['execute']>[1], keyof Command | 'contactId'> & { readonly contactId?: string };

/** One command through a use-case, at the revision that stands; a test that expects a refusal does not come here. */
export async function act<U extends UseCase>(world: World, useCase: abstract new (...args: never[]) => U, by: Clinician, patientId: string, given: Given<U>): Promise<Done> {
  const command = { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), ...(given as object) };
  const result = await world.app.nest.get<U>(useCase).execute(by.actor, command as never);
  if (!result.ok) throw new Error(`${useCase.name} was refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** A patient with something of everything that a page shows. */
export async function fullChart(world: World, lead: Clinician, member: Clinician, standIn: Clinician): Promise<string> {
  const patientId = await sharedPatient(world, lead, member);
  const step = <U extends UseCase>(useCase: abstract new (...args: never[]) => U, by: Clinician, given: Given<U>) => act(world, useCase, by, patientId, given);

  const visit = (await step(OpenContactUseCase, lead, { kind: 'visit' as const })).entityId!;
  await step(EditPatientUseCase, lead, { phone: '(312) 555-0101', preferredName: 'Mari', contactId: visit });
  await step(AddProblemUseCase, lead, { catalogueId: 'neck-pain', since: '2024-05-01', contactId: visit });
  await step(RecordAllergyUseCase, member, { substance: 'Latex', severity: 'moderate' as const });
  await step(AddDeviceUseCase, lead, { kind: 'spinal-cord-stimulator', cardSeenOn: world.today });
  await step(RecordConsentUseCase, lead, { kind: 'peer-mentor-sees-plan', givenOn: world.today, givenBy: 'patient' as const, how: 'spoken' as const, validFrom: world.today });
  await step(AnswerNamedSubstanceUseCase, member, { substance: 'latex', answer: 'allergic' as const });
  await step(AddMedicineUseCase, lead, { drug: 'sertraline', doseAmount: 50, doseUnit: 'mg' as const, timesPerDay: 1, kind: 'prescription' as const, source: 'other-clinician' as const });
  const medicineId = (await world.rows<{ id: string }>('SELECT id FROM plexus.medicine WHERE patient_id = $1', [patientId]))[0]!.id;
  await step(ReconcileMedicinesUseCase, lead, { seen: [{ medicineId, revision: await world.revisionOf(patientId) }] });
  await step(EditPlanUseCase, lead, { summary: 'Pacing before strength', reviewDate: world.day(30), agreedMessage: 'Hurt is not harm.' });
  await step(RecordSymptomUseCase, member, { code: 'stiffness' });
  await step(AddRiskFactorUseCase, member, { code: 'desk-work' });
  await step(SignRedFlagScreenUseCase, member, { form: RED_FLAG_FORM, answers: redFlags.map(({ id: item }) => ({ item, answer: 'no' as const })) });
  await step(DissentFromMessageUseCase, member, { message: 'Hurt is not harm.', reason: 'It does hurt' });
  const both = [lead.person.personId, member.person.personId];
  const walk = (await step(ProposeGoalUseCase, member, { words: 'Walk to the library', scope: 'whole-person' as const, domain: 'movement' as const, ownerId: both[1]!, participantIds: both, target: { baseline: 5, value: 20, unit: 'minutes' } })).entityId!;
  const sleep = (await step(ProposeGoalUseCase, lead, { words: 'Sleep through', scope: 'whole-person' as const, domain: 'sleep' as const, participantIds: both })).entityId!;
  await step(MoveGoalUseCase, member, { goalId: walk, verb: 'activate' as const });
  await step(EditGoalUseCase, member, { goalId: walk, scale: ['Not at all', 'To the corner', 'To the library', 'There and back', 'There and back, and again'] });
  await step(RateGoalUseCase, member, { goalId: walk, rater: 'patient' as const, level: 0, words: 'To the library', ratedOn: world.today });
  await step(PlanActivityUseCase, lead, { catalogueId: 'med.duloxetine', discipline: 'physiatrist', ownerId: both[0]!, doseText: '30 mg once a day', goalIds: [walk, sleep] });
  await step(PlanActivityUseCase, member, { catalogueId: 'med.duloxetine', discipline: 'physical-therapist', doseText: 'Ask how it goes' });
  const followUpId = (await step(OpenFollowUpUseCase, lead, {
    shape: 'request' as const, kind: 'referral' as const, priority: 'soon' as const, what: 'Rheumatology opinion', sourceKind: 'goal' as const, sourceId: walk, ownerId: both[1]!, outsideParty: 'Harbour Rheumatology',
    dueOn: world.day(14), watcherIds: both, checklist: ['Letter', 'Films'],
  })).entityId!;
  await step(NoteOnFollowUpUseCase, member, { followUpId, kind: 'call' as const, callResult: 'no-answer' as const });
  const planVersion = (await world.rows<{ version: number }>('SELECT plan_version AS version FROM plexus.patient_record WHERE patient_id = $1', [patientId]))[0]!.version;
  await step(AnswerForMyPartUseCase, member, { planVersion, answer: 'right' as const });
  const [memberRow] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, member.person.personId]);
  await step(ArrangeStandInUseCase, lead, { memberId: memberRow!.id, personId: standIn.person.personId, validFrom: world.today, validTo: world.day(10), reason: 'Holiday' });
  await step(EditPatientUseCase, standIn, { pronouns: 'she/her' });
  return patientId;
}
