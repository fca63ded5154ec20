import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { QueryRunner } from 'typeorm';
import { signIn, withPassword } from '../support/access-accounts.ts';
import { Client } from '../support/client.ts';
import { ask, openPlan } from '../support/fault-load.ts';
import { PlanClinic, planDocument } from '../support/plan-clinic.ts';
import { type Clinician, lineOf } from '../support/record-clinic.ts';
import { eventually } from '../support/record-patience.ts';
import { World } from '../support/world.ts';

const CONNECTIONS = 10;
const MOST_WAITING = 200;
/** An answer, not a wait without end: a busy machine must not fail a right test. */
const FAILS_WITHIN_MS = 30_000;
const READ = 'query ($patientId: ID!) { patient(patientId: $patientId) { revision } }';

let clinic: PlanClinic;
/** A server on the same database that gives up nearly as soon as it does where it is used. */
let impatient: World;
let patientIds: string[];
let held: QueryRunner[] = [];

beforeAll(async () => {
  clinic = await PlanClinic.open();
  impatient = await World.open({ patience: 3 }, clinic.world.database);
  patientIds = await Promise.all(Array.from({ length: 20 }, () => clinic.world.patient(clinic.physiatrist.client).then(({ id }) => id)));
  await withPassword(clinic.world, clinic.therapist.person);
});
afterEach(letGo);
afterAll(async () => {
  await impatient.app.close();
  await clinic.close();
});

/** As slow transactions would hold them. */
async function holdAll(): Promise<void> {
  held = Array.from({ length: CONNECTIONS }, () => impatient.app.dataSource.createQueryRunner());
  await Promise.all(held.map((runner) => runner.query('BEGIN')));
}

async function letGo(): Promise<void> {
  for (const runner of held.splice(0)) await runner.query('ROLLBACK').then(() => runner.release());
}

const read = (patientId = patientIds[0]!) => ask(impatient.url, clinic.physiatrist.client.cookie, READ, { patientId });
const editPlan = (server: World, patientId: string, commandId: string, by: Clinician = clinic.physiatrist) =>
  ask(server.url, by.client.cookie, planDocument('editPlan', '__typename'), { input: { patientId, commandId, baseRevision: 1, title: `Title ${commandId}` } });

it('while all connections are held, requests wait a while and are told to try again; then the same works, and is done once', async () => {
  const { physiatrist, therapist } = clinic;
  const [patientId = ''] = patientIds;
  const commandId = randomUUID();
  // Kept, so that it is answered at the front door.
  for (let time = 0; time < 2; time += 1) expect(await openPlan(impatient.url, physiatrist.client.cookie, patientId)).toMatchObject({ outcome: 'ok' });
  await holdAll();
  const asked = await Promise.all([
    read(), editPlan(impatient, patientId, commandId), openPlan(impatient.url, physiatrist.client.cookie, patientId),
    ask(impatient.url, null, 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', { input: { email: therapist.person.email, password: 'calm river under stone bridge' } }),
  ]);
  expect(asked.map(({ outcome }) => outcome)).toEqual(Array(asked.length).fill('UNAVAILABLE'));
  for (const { startedAt, endedAt } of asked) expect(endedAt - startedAt).toBeLessThan(FAILS_WITHIN_MS);
  const { errors } = await new Client(impatient.url, physiatrist.client.cookie).run(READ, { patientId });
  expect(errors).toEqual([{ message: 'Too much is going on at once. Try again in a moment.', extensions: { code: 'UNAVAILABLE', cause: 'BUSY', requestId: expect.any(String) } }]);

  await letGo();
  expect(await Promise.all([read(), editPlan(impatient, patientId, commandId), openPlan(impatient.url, physiatrist.client.cookie, patientId)])).toMatchObject(Array(3).fill({ outcome: 'ok' }));
  expect(await editPlan(impatient, patientId, commandId)).toMatchObject({ outcome: 'ok' });
  expect((await signIn(impatient.anonymous(), therapist.person.email)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
  expect((await lineOf(impatient, patientId)).revisions.map(({ number }) => number)).toEqual([1, 2]);
});

it('whoever comes when the queue is full is told so at once, and does not make it longer', async () => {
  await holdAll();
  let over = 0;
  const queue = Array.from({ length: MOST_WAITING }, () => impatient.app.dataSource.query('SELECT 1').catch(() => null).finally(() => (over += 1)));
  expect(await read()).toMatchObject({ outcome: 'UNAVAILABLE' });
  expect(over).toBe(0);
  await letGo();
  await Promise.all(queue);
  expect(await read()).toMatchObject({ outcome: 'ok' });
});

it('more people than connections, at once: commands, charts with their access log, sign-ins, and those who listen, none waits for another in a ring', async () => {
  const { world, physiatrist, therapist } = clinic;
  const watch = new Client(impatient.url, physiatrist.client.cookie).subscribe<{ caseloadRevised: { patientId: string } }>('subscription { caseloadRevised { patientId } }');
  const first = watch.deliveries.next();
  // Nothing says that it has begun to listen, but that it hears.
  await eventually('somebody to hear', async () => {
    await editPlan(world, patientIds[1]!, randomUUID(), { ...physiatrist, client: await world.as(physiatrist.person) });
    return Promise.race([first.then(() => true), new Promise<false>((resolve) => setImmediate(resolve, false))]);
  });
  // Each a session of its own, so that each opening of a chart is a row of the access log.
  const sessions = await Promise.all(patientIds.map(() => world.as(physiatrist.person)));
  const all = await Promise.all([
    ...patientIds.map((patientId, index) => ask(world.url, sessions[index]!.cookie, READ, { patientId })),
    ...patientIds.map((patientId, index) => editPlan(world, patientId, randomUUID(), { ...physiatrist, client: sessions[index]! })),
    ...Array.from({ length: 4 }, () => signIn(world.anonymous(), therapist.person.email).then(({ data }) => ({ outcome: data ? 'ok' : 'refused' }))),
  ]);
  expect(all.map(({ outcome }) => outcome)).toEqual(Array(all.length).fill('ok'));
  const missing = new Set(patientIds);
  while (missing.size > 0) missing.delete((await watch.deliveries.next()).value.data.caseloadRevised.patientId);
  await watch.stop();
});
