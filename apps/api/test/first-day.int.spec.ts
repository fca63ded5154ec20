import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Client } from './support/client.ts';
import { World } from './support/world.ts';

describe('a first day', () => {
  let world: World;
  let physiatrist: Client;
  let therapist: Client;

  beforeAll(async () => {
    world = await World.open();
    const clinic = await world.organization();
    physiatrist = await world.as(await world.person(clinic, 'Ingrid Vasquez-Thorne', 'physiatrist'));
    therapist = await world.as(await world.person(clinic, 'Lucia Ferrante', 'physical-therapist'));
  });
  afterAll(() => world.close());

  it('adds a patient whom only the team then finds', async () => {
    const patient = await world.patient(physiatrist);
    const query = 'query ($patientId: ID!) { patient(patientId: $patientId) { givenName revision team { role person { name } } plan { title } viewer { may } } }';
    expect(await physiatrist.data(query, { patientId: patient.id })).toEqual({
      patient: {
        givenName: 'Marisol',
        revision: 1,
        team: [{ role: 'LEAD', person: { name: 'Ingrid Vasquez-Thorne' } }],
        plan: { title: 'Care plan' },
        viewer: { may: ['PATIENT_READ', 'PATIENT_READ_CLINICAL', 'PATIENT_EDIT', 'CONTACT_WRITE', 'TEAM_MANAGE', 'STAND_IN_ARRANGE', 'HISTORY_READ', 'PLAN_READ', 'PLAN_WRITE', 'SCREEN_SIGN', 'PLAN_MOVE', 'PLAN_START_UNSCREENED', 'PRESENCE_ANNOUNCE', 'FOLLOW_UP_READ', 'FOLLOW_UP_WRITE'] },
      },
    });
    const stranger = await therapist.run(query, { patientId: patient.id });
    expect(stranger.data).toBeNull();
    expect(stranger.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('announces a change to whoever watches the patient', async () => {
    const patient = await world.patient(physiatrist);
    const other = await world.as(await world.person(world.organizations[0]!, 'Kwabena Mistry', 'physiatrist').then(async (person) => {
      await world.member(physiatrist, patient.id, person);
      return person;
    }));
    const watch = other.subscribe<{ patientRevised: { revision: number } }>('subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }', { patientId: patient.id });
    expect((await watch.deliveries.next()).value).toEqual({ data: { patientRevised: { revision: 2 } } });
    const next = watch.deliveries.next();
    await physiatrist.data('mutation ($input: EditPatientInput!) { editPatient(input: $input) { ... on Patient { revision } } }', {
      input: { commandId: randomUUID(), patientId: patient.id, baseRevision: 2, pronouns: 'she/her' },
    });
    expect((await next).value).toEqual({ data: { patientRevised: { revision: 3 } } });
    await watch.stop();
  });
});
