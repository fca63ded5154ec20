import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { refuse, violation } from '@plexus/domain';
import { EditPlanUseCase } from '../../src/modules/plan/application/edit-plan.use-case.ts';
import { PATIENT } from '../../src/modules/patients/persistence/patient.entities.ts';
import type { OpenRecord } from '../../src/platform/records/open-record.ts';
import { PatientRecords } from '../../src/platform/records/patient-records.ts';
import { Reactions } from '../../src/platform/records/reactions.ts';
import { ADD_PATIENT, type Clinician, type EditAnswer, clinician, edit, lineOf, sharedPatient } from '../support/record-clinic.ts';
import { World } from '../support/world.ts';

describe('a command', () => {
  let world: World;
  let physiatrist: Clinician;

  beforeAll(async () => {
    world = await World.open();
    physiatrist = await clinician(world, await world.organization(), 'Ingrid Vasquez-Thorne', 'physiatrist');
  });
  afterAll(() => world.close());

  it('is one revision: its changes, the head of the record, and the memory of the command', async () => {
    const patientId = await sharedPatient(world, physiatrist);
    const before = await lineOf(world, patientId);
    const commandId = randomUUID();

    expect(await edit(physiatrist, { commandId, patientId, baseRevision: 1, pronouns: 'she/her' })).toEqual({ __typename: 'Patient', id: patientId, revision: 2 });

    const { record, revisions, changes, commands } = await lineOf(world, patientId);
    const [, revision] = revisions;
    expect(revision).toMatchObject({ number: 2, at: world.clock.now(), personId: physiatrist.person.personId, commandId, verb: 'patient.edit', reason: null, planVersion: null });
    expect(revision!.previousHash).toBe(before.record.headHash);
    expect(record).toEqual({ revision: 2, planVersion: before.record.planVersion, headHash: revision!.hash });
    expect(changes.filter((change) => change.number === 2)).toEqual([
      { number: 2, ordinal: 0, entity: 'patient', entityId: patientId, field: 'pronouns', before: null, after: 'she/her', added: false },
    ]);
    expect(commands).toContainEqual({ id: commandId, personId: physiatrist.person.personId, revision: 2 });
    expect(await world.rows('SELECT pronouns, revision FROM plexus.patient WHERE id = $1', [patientId])).toEqual([{ pronouns: 'she/her', revision: 2 }]);
  });

  it('is one revision also when it writes several rows', async () => {
    const patientId = await sharedPatient(world, physiatrist);
    await edit(physiatrist, { patientId, baseRevision: 1, preferredName: 'Mari', phone: '(312) 555-0101' });
    const { record, changes } = await lineOf(world, patientId);
    expect(record.revision).toBe(2);
    expect(changes.filter((change) => change.number === 2).map(({ ordinal, field, after }) => [ordinal, field, after])).toEqual([
      [0, 'preferredName', 'Mari'],
      [1, 'phone', '(312) 555-0101'],
    ]);
    const [rows] = await world.rows('SELECT p.revision AS patient, d.revision AS details FROM plexus.patient p JOIN plexus.patient_details d ON d.patient_id = p.id WHERE p.id = $1', [patientId]);
    expect(rows).toEqual({ patient: 2, details: 2 });
  });

  it('makes a new version of the plan only when it touches the plan', async () => {
    const patientId = await sharedPatient(world, physiatrist);
    await edit(physiatrist, { patientId, baseRevision: 1, pronouns: 'she/her' });
    await world.app.nest.get(EditPlanUseCase).execute(physiatrist.actor, { commandId: randomUUID(), patientId, baseRevision: 2, summary: 'Pacing before strength' });
    const { record, revisions } = await lineOf(world, patientId);
    // The first: the plan itself was made with the patient.
    expect(revisions.map((revision) => revision.planVersion)).toEqual([1, null, 2]);
    expect(record.planVersion).toBe(2);
  });

  it('that changes nothing is remembered all the same', async () => {
    const patientId = await sharedPatient(world, physiatrist);
    const commandId = randomUUID();
    expect(await edit(physiatrist, { commandId, patientId, baseRevision: 1, givenName: 'Marisol' })).toMatchObject({ __typename: 'Patient', revision: 2 });
    const { changes, commands } = await lineOf(world, patientId);
    expect(changes.filter((change) => change.number === 2)).toEqual([]);
    expect(commands).toContainEqual({ id: commandId, personId: physiatrist.person.personId, revision: 2 });
    expect(await edit(physiatrist, { commandId, patientId, baseRevision: 1, givenName: 'Marisol' })).toMatchObject({ __typename: 'Patient', revision: 2 });
  });

  describe('that ends in a refusal or a fault', () => {
    const late = violation('TOO_LATE', 'Too late.', null);
    const saveAnd = (leave: () => unknown) => async (record: OpenRecord) => {
      await record.edit(PATIENT, await record.load(PATIENT, record.patientId), { pronouns: 'they/them' });
      leave();
      return refuse(late);
    };
    const attempt = (patientId: string, commandId: string, work: ReturnType<typeof saveAnd>) =>
      world.app.nest.get(PatientRecords).change(physiatrist.actor, { verb: 'patient.edit', action: 'patient:edit', command: { commandId, patientId, baseRevision: 1 } }, work);

    it.each([
      ['a refusal after the save', () => undefined],
      ['a fault after the save', () => { throw new Error('The disk is full.'); }],
    ])('leaves nothing: %s', async (_name, leave) => {
      const patientId = await sharedPatient(world, physiatrist);
      const before = await lineOf(world, patientId);
      const commandId = randomUUID();

      const result = await attempt(patientId, commandId, saveAnd(leave)).catch((error: unknown) => error);
      if (result instanceof Error) expect(result.message).toBe('The disk is full.');
      else expect(result).toEqual(refuse(late));

      expect(await lineOf(world, patientId)).toEqual(before);
      expect(await world.rows('SELECT pronouns, revision FROM plexus.patient WHERE id = $1', [patientId])).toEqual([{ pronouns: null, revision: 1 }]);
      // Nor a gap: the next command is the next revision, and the refused one may be sent again with another content.
      expect(await edit(physiatrist, { commandId, patientId, baseRevision: 1, language: 'es' })).toMatchObject({ __typename: 'Patient', revision: 2 });
    });

    it('leaves nothing when the database finds what the rule could not: another patient has the MRN', async () => {
      const [mine, other] = [await sharedPatient(world, physiatrist), await sharedPatient(world, physiatrist)];
      const [{ mrn } = { mrn: '' }] = await world.rows<{ mrn: string }>('SELECT mrn FROM plexus.patient WHERE id = $1', [other]);
      const before = await lineOf(world, mine);
      expect(await edit(physiatrist, { patientId: mine, baseRevision: 1, pronouns: 'she/her', mrn })).toEqual({ __typename: 'RuleViolation', violations: [{ code: 'MRN_TAKEN', field: 'mrn' }] });
      expect(await lineOf(world, mine)).toEqual(before);
    });
  });

  describe('to which other modules react', () => {
    const input = () => ({ commandId: randomUUID(), mrn: `M-${randomUUID().slice(0, 8)}`, givenName: 'Oswin', familyName: 'Abernathy', birthDate: '1971-06-02', sex: 'MALE', problems: ['neck-pain'] });
    let fails = false;
    beforeAll(() => {
      world.app.nest.get(Reactions).on('patient.add', async () => {
        if (fails) throw new Error('This module is not well today.');
      });
    });

    it('is still one revision: a new patient has a team and a plan from the first moment', async () => {
      const { addPatient } = await physiatrist.client.data<{ addPatient: EditAnswer }>(ADD_PATIENT, { input: input() });
      const { record, revisions, changes } = await lineOf(world, addPatient.id!);
      expect(record.revision).toBe(1);
      expect(revisions).toHaveLength(1);
      expect([...new Set(changes.map((change) => change.entity))]).toEqual(['patient', 'problem', 'team-member', 'plan']);
      expect(changes.every((change) => change.number === 1 && change.added)).toBe(true);
      expect(await world.rows('SELECT person_id, role, revision FROM plexus.team_member WHERE patient_id = $1', [addPatient.id])).toEqual([{ person_id: physiatrist.person.personId, role: 'lead', revision: 1 }]);
      expect(await world.rows('SELECT status, revision FROM plexus.plan WHERE patient_id = $1', [addPatient.id])).toEqual([{ status: 'draft', revision: 1 }]);
    });

    it('leaves nothing at all when one of them fails', async () => {
      const counts = () =>
        world.rows(`SELECT (SELECT count(*) FROM plexus.patient_record) AS records, (SELECT count(*) FROM plexus.patient) AS patients, (SELECT count(*) FROM plexus.team_member) AS members,
                           (SELECT count(*) FROM plexus.plan) AS plans, (SELECT count(*) FROM plexus.revision) AS revisions, (SELECT count(*) FROM plexus.command) AS commands`);
      const before = await counts();
      const given = input();
      fails = true;
      const answer = await physiatrist.client.run(ADD_PATIENT, { input: given });
      fails = false;
      expect(answer.errors?.[0]?.extensions.code).toBe('INTERNAL');
      expect(await counts()).toEqual(before);
      const { addPatient } = await physiatrist.client.data<{ addPatient: EditAnswer }>(ADD_PATIENT, { input: given });
      expect(addPatient).toMatchObject({ __typename: 'Patient', revision: 1 });
    });
  });
});
