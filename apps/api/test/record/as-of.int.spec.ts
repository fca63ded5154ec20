import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type FieldValue, type RecordState, type Result, type UndoableChange, asOf } from '@plexus/domain';
import type { DataSource, ObjectLiteral } from 'typeorm';
import { STAND_IN, TEAM_MEMBER } from '../../src/modules/care-team/persistence/team.entities.ts';
import { ChangeLeadUseCase, EndTeamMembershipUseCase, ArrangeStandInUseCase } from '../../src/modules/care-team/application/team-changes.use-cases.ts';
import { RecordAllergyUseCase, RemoveAllergyUseCase } from '../../src/modules/patients/application/allergies.use-cases.ts';
import { CloseContactUseCase, OpenContactUseCase } from '../../src/modules/patients/application/contacts.use-cases.ts';
import { EditPatientUseCase } from '../../src/modules/patients/application/edit-patient.use-case.ts';
import { AddProblemUseCase, ResolveProblemUseCase } from '../../src/modules/patients/application/problems.use-cases.ts';
import { ALLERGY, CONTACT, PATIENT, PATIENT_DETAILS, PROBLEM } from '../../src/modules/patients/persistence/patient.entities.ts';
import { EditActivityUseCase, PlanActivityUseCase } from '../../src/modules/plan/application/activities.use-cases.ts';
import { MoveActivityUseCase } from '../../src/modules/plan/application/activity-trials.use-cases.ts';
import { EditPlanUseCase } from '../../src/modules/plan/application/edit-plan.use-case.ts';
import { EditGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from '../../src/modules/plan/application/goals.use-cases.ts';
import { ACTIVITY, GOAL, PLAN } from '../../src/modules/plan/persistence/plan.entities.ts';
import { openDataSource } from '../../src/platform/database/data-source.ts';
import type { Refusal } from '../../src/platform/records/open-record.ts';
import type { Command, Done } from '../../src/platform/records/patient-records.ts';
import { type PatientRow, type Recorded, fieldsOf } from '../../src/platform/records/recorded.ts';
import type { Actor } from '../../src/platform/actor.ts';
import { type Clinician, clinician, sharedPatient } from '../support/record-clinic.ts';
import { World } from '../support/world.ts';

const TABLES = [PATIENT, PATIENT_DETAILS, PROBLEM, ALLERGY, CONTACT, TEAM_MEMBER, STAND_IN, PLAN, GOAL, ACTIVITY] as unknown as Recorded<PatientRow>[];

describe('the record as of a revision', () => {
  let world: World;
  let everything: DataSource;
  let physiatrist: Clinician;
  let therapist: Clinician;
  let stranger: Clinician;

  beforeAll(async () => {
    world = await World.open();
    everything = await openDataSource(world.database.superuserUrl || world.database.adminUrl);
    const clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    therapist = await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist');
    stranger = await clinician(world, clinic, 'Hamid Solberg', 'physical-therapist');
  });
  afterAll(async () => {
    await everything.destroy();
    await world.close();
  });

  /** What stands in the tables, by the registry's names. */
  async function standing(patientId: string): Promise<RecordState> {
    const state = new Map<string, Map<string, Record<string, FieldValue>>>();
    for (const spec of TABLES) {
      const { type, entity, key } = spec;
      const things = state.get(entity) ?? new Map<string, Record<string, FieldValue>>();
      state.set(entity, things);
      const rows = await everything.manager.findBy(type as new () => ObjectLiteral, entity === 'patient' ? { [key]: patientId } : { patientId });
      for (const row of rows) {
        const thing = things.get(String(row[key])) ?? {};
        Object.assign(thing, Object.fromEntries(fieldsOf(spec, row as Partial<PatientRow>)));
        things.set(String(row[key]), thing);
      }
    }
    const linked = async (entity: string, field: string, sql: string) => {
      for (const [id, thing] of state.get(entity)!) thing[field] = (await world.rows<{ id: string }>(sql, [id])).map((row) => row.id);
    };
    await linked('goal', 'participants', 'SELECT person_id AS id FROM plexus.goal_participant WHERE goal_id = $1 ORDER BY 1');
    await linked('activity', 'goals', 'SELECT goal_id AS id FROM plexus.activity_goal WHERE activity_id = $1 ORDER BY 1');
    return state;
  }

  const changesOf = (patientId: string) =>
    world.rows<UndoableChange>(`SELECT number AS revision, ordinal, entity, entity_id AS "entityId", field, shape, before, added FROM plexus.change WHERE patient_id = $1`, [patientId]);

  it('is what stood then, for every revision of a record with everything in it', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    const remembered = new Map<number, RecordState>([[2, await standing(patientId)]]);
    const made = new Map<string, string>();

    type UseCase = { execute(actor: Actor, command: never): Promise<Result<Done, Refusal>> };
    async function step<U extends UseCase>(useCase: abstract new (...args: never[]) => U, by: Clinician, command: () => Omit<Parameters<U['execute']>[1], keyof Command>, name?: string): Promise<void> {
      const baseRevision = await world.revisionOf(patientId);
      const whole = { commandId: randomUUID(), patientId, baseRevision, ...(command() as object) };
      const result = await world.app.nest.get<U>(useCase).execute(by.actor, whole as never);
      if (!result.ok) throw new Error(`${useCase.name}: ${JSON.stringify(result.error)}`);
      expect(result.value.revision).toBe(baseRevision + 1);
      if (name) made.set(name, result.value.entityId!);
      remembered.set(result.value.revision, await standing(patientId));
    }
    const its = (name: string) => made.get(name)!;
    const memberOf = async (who: Clinician) => (await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, who.person.personId]))[0]!.id;
    const [lead, member] = [await memberOf(physiatrist), await memberOf(therapist)];

    await step(EditPatientUseCase, physiatrist, () => ({ givenName: 'Maria', phone: '(312) 555-0101', interpreterNeeded: true }));
    await step(AddProblemUseCase, physiatrist, () => ({ catalogueId: 'neck-pain', since: '2024-05-01' }), 'problem');
    await step(RecordAllergyUseCase, therapist, () => ({ substance: 'Latex', severity: 'moderate' as const }), 'allergy');
    await step(OpenContactUseCase, physiatrist, () => ({ kind: 'visit' as const }), 'contact');
    await step(EditPlanUseCase, physiatrist, () => ({ summary: 'Pacing before strength', status: 'active' as const, agreedMessage: 'Hurt is not harm.' }));
    await step(ProposeGoalUseCase, therapist, () => ({ words: 'Walk to the library', scope: 'whole-person' as const, domain: 'movement' as const, ownerId: therapist.person.personId, participantIds: [physiatrist.person.personId], target: { baseline: 5, value: 20, unit: 'minutes' } }), 'walk');
    await step(ProposeGoalUseCase, physiatrist, () => ({ words: 'Sleep through', scope: 'whole-person' as const, domain: 'sleep' as const }), 'sleep');
    await step(PlanActivityUseCase, physiatrist, () => ({ catalogueId: 'med.duloxetine', discipline: 'physiatrist', doseText: '30 mg once a day', goalIds: [its('walk'), its('sleep')] }), 'duloxetine');
    await step(EditGoalUseCase, therapist, () => ({ goalId: its('walk'), participantIds: [], target: { value: 40, unit: 'minutes' } }));
    await step(MoveActivityUseCase, physiatrist, () => ({ activityId: its('duloxetine'), verb: 'start' as const }));
    await step(EditActivityUseCase, physiatrist, () => ({ activityId: its('duloxetine'), doseText: '60 mg once a day', goalIds: [its('sleep')] }));
    await step(MoveGoalUseCase, therapist, () => ({ goalId: its('walk'), verb: 'activate' as const }));
    await step(ArrangeStandInUseCase, physiatrist, () => ({ memberId: member, personId: stranger.person.personId, validFrom: world.today, validTo: world.day(10), reason: 'Holiday' }), 'stand-in');
    await step(ChangeLeadUseCase, physiatrist, () => ({ memberId: member, reason: 'Mostly movement now' }));
    await step(ChangeLeadUseCase, therapist, () => ({ memberId: lead, reason: 'And back' }));
    await step(MoveActivityUseCase, physiatrist, () => ({ activityId: its('duloxetine'), verb: 'stop' as const, reason: 'Nausea' }));
    await step(RemoveAllergyUseCase, therapist, () => ({ allergyId: its('allergy'), reason: 'It was another patient' }));
    await step(ResolveProblemUseCase, physiatrist, () => ({ problemId: its('problem'), reason: 'Healed' }));
    await step(CloseContactUseCase, physiatrist, () => ({ contactId: its('contact') }));
    await step(EditPatientUseCase, physiatrist, () => ({ givenName: 'Marisol', phone: null, interpreterNeeded: false }));
    await step(EndTeamMembershipUseCase, physiatrist, () => ({ memberId: member, validTo: world.day(2), reason: 'Moved to another clinic' }));

    const now = await standing(patientId);
    const changes = await changesOf(patientId);
    expect(remembered.size).toBe(22);
    for (const [revision, then] of remembered) expect({ revision, state: asOf(now, revision, changes) }).toEqual({ revision, state: then });
    // Before the first one there was nothing.
    expect([...asOf(now, 0, changes).values()].flatMap((things) => [...things.keys()])).toEqual([]);
    // Two changes of one thing in one revision would hide a wrong order of undoing: there must be some.
    expect(new Set(changes.map((change) => `${change.revision} ${change.entityId}`)).size).toBeLessThan(changes.length);
  });
});


