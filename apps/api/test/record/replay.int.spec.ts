import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ADD_PATIENT, type Clinician, EDIT_PATIENT, type EditAnswer, clinician, edit, endMembership, lineOf, sharedPatient } from '../support/record-clinic.ts';
import { World } from '../support/world.ts';

describe('the same command again', () => {
  let world: World;
  let physiatrist: Clinician;
  let therapist: Clinician;

  beforeAll(async () => {
    world = await World.open();
    const clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    therapist = await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist');
  });
  afterAll(() => world.close());

  const newPatient = () => ({ commandId: randomUUID(), mrn: `M-${randomUUID().slice(0, 8)}`, givenName: 'Oswin', familyName: 'Abernathy', birthDate: '1971-06-02', sex: 'MALE' });
  const add = (input: object) => physiatrist.client.run<{ addPatient: EditAnswer }>(ADD_PATIENT, { input });

  it('is answered again and not done again', async () => {
    const patientId = await sharedPatient(world, physiatrist);
    const command = { commandId: randomUUID(), patientId, baseRevision: 1, pronouns: 'she/her' };
    const first = await edit(physiatrist, command);
    const before = await lineOf(world, patientId);
    expect(await edit(physiatrist, command)).toEqual(first);
    expect(await lineOf(world, patientId)).toEqual(before);
  });

  it('is answered with the patient as it is now, and undoes nothing that came after', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    const command = { commandId: randomUUID(), patientId, baseRevision: 2, pronouns: 'she/her' };
    await edit(physiatrist, command);
    await edit(therapist, { patientId, baseRevision: 3, pronouns: 'they/them' });
    expect(await edit(physiatrist, command)).toEqual({ __typename: 'Patient', id: patientId, revision: 4 });
    expect(await world.rows('SELECT pronouns FROM plexus.patient WHERE id = $1', [patientId])).toEqual([{ pronouns: 'they/them' }]);
  });

  it('is refused, by the name of its id, when it asks for something else', async () => {
    const patientId = await sharedPatient(world, physiatrist);
    const command = { commandId: randomUUID(), patientId, baseRevision: 1, pronouns: 'she/her' };
    await edit(physiatrist, command);
    const before = await lineOf(world, patientId);
    const inputs: [query: string, input: object][] = [
      [EDIT_PATIENT, { ...command, pronouns: 'they/them' }],
      [EDIT_PATIENT, { ...command, baseRevision: 2 }],
      [EDIT_PATIENT, { ...command, patientId: await sharedPatient(world, physiatrist) }],
      [ADD_PATIENT, { ...newPatient(), commandId: command.commandId }],
    ];
    for (const [query, input] of inputs) {
      const { errors } = await physiatrist.client.run(query, { input });
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'commandId', rule: 'COMMAND_REUSED' });
    }
    expect(await lineOf(world, patientId)).toEqual(before);
  });

  it('is another person’s command when another person sends it', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    const commandId = randomUUID();
    await edit(physiatrist, { commandId, patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await edit(therapist, { commandId, patientId, baseRevision: 3, language: 'es' })).toMatchObject({ revision: 4 });
  });

  it('is done once when it arrives several times at once, and all are answered', async () => {
    for (let round = 0; round < 5; round += 1) {
      const patientId = await sharedPatient(world, physiatrist);
      const command = { commandId: randomUUID(), patientId, baseRevision: 1, pronouns: 'she/her' };
      const answers = await Promise.all([1, 2, 3].map(() => edit(physiatrist, command)));
      expect(answers).toEqual(Array(3).fill({ __typename: 'Patient', id: patientId, revision: 2 }));
      const { revisions } = await lineOf(world, patientId);
      expect(revisions.map((revision) => revision.number)).toEqual([1, 2]);
    }
  });

  it('makes one patient however often it is sent, one after another or at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const input = newPatient();
      const answers = [...(await Promise.all([1, 2, 3, 4].map(() => add(input)))), await add(input)];
      const made = await world.rows<{ id: string }>('SELECT id FROM plexus.patient WHERE mrn = $1', [input.mrn]);
      expect(made).toHaveLength(1);
      expect(answers).toEqual(Array(5).fill({ data: { addPatient: { __typename: 'Patient', id: made[0]!.id, revision: 1 } } }));
    }
    expect(await world.rows('SELECT 1 FROM plexus.patient_record WHERE revision = 0')).toEqual([]);
  });

  it('under the same id for two patients at once: one is done, the other is told', async () => {
    for (let round = 0; round < 5; round += 1) {
      const commandId = randomUUID();
      const patients = [await sharedPatient(world, physiatrist), await sharedPatient(world, physiatrist)];
      const answers = await Promise.all(patients.map((patientId) => physiatrist.client.run<{ editPatient: EditAnswer }>(EDIT_PATIENT, { input: { commandId, patientId, baseRevision: 1, pronouns: 'she/her' } })));
      expect(answers.filter((answer) => answer.data?.editPatient.revision === 2)).toHaveLength(1);
      expect(answers.filter((answer) => answer.errors?.[0]?.extensions.field === 'commandId')).toHaveLength(1);
      const revisions = await Promise.all(patients.map((patientId) => world.revisionOf(patientId)));
      expect(revisions.sort()).toEqual([1, 2]);
    }
  });

  it('is answered under the rights of today: not to somebody who has left the team', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    const input = { commandId: randomUUID(), patientId, baseRevision: 2, pronouns: 'she/her' };
    await edit(therapist, input);
    expect(await endMembership(world, physiatrist, patientId, therapist)).toMatchObject({ __typename: 'Patient' });
    const before = await lineOf(world, patientId);
    const answer = await therapist.client.run(EDIT_PATIENT, { input });
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await lineOf(world, patientId)).toEqual(before);
  });

  it('is answered under the rights of today: also when it made the patient', async () => {
    const input = newPatient();
    const { data } = await add(input);
    // As if it had been long ago: the membership that came with the patient has ended.
    await world.rows(`UPDATE plexus.team_member SET valid_from = '2026-01-05', valid_to = '2026-01-06' WHERE patient_id = $1`, [data!.addPatient.id]);
    const answer = await add(input);
    expect(answer.data).toBeNull();
    expect(answer.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('is forgotten after 90 days, and then judged as a new one: never done twice, but told of the conflict', async () => {
    const patientId = await sharedPatient(world, physiatrist, therapist);
    const command = { commandId: randomUUID(), patientId, baseRevision: 2, pronouns: 'she/her' };
    await edit(physiatrist, command);
    await edit(therapist, { patientId, baseRevision: 3, pronouns: 'they/them' });
    await world.rows('DELETE FROM plexus.command WHERE patient_id = $1', [patientId]);
    expect(await edit(physiatrist, command)).toMatchObject({ __typename: 'EditConflict' });
  });
});
