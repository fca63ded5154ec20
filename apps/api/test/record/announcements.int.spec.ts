import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { RevisionBus } from '../../src/platform/events/revision-bus.ts';
import type { Client, Subscription } from '../support/client.ts';
import { type Clinician, clinician, edit, endMembership, sharedPatient } from '../support/record-clinic.ts';
import { eventually } from '../support/record-patience.ts';
import { type TestOrganization, World } from '../support/world.ts';

interface Revised {
  readonly patientRevised: { readonly patientId: string; readonly revision: number };
}
interface CaseloadRevised {
  readonly caseloadRevised: { readonly patientId: string; readonly revision: number };
}

/** Two processes on one database; what one of them commits must be heard at the other. */
describe('a change', () => {
  let here: World;
  let there: World;
  let clinic: TestOrganization;
  let physiatrist: Clinician;
  let therapist: Clinician;
  const watches: Subscription<unknown>[] = [];

  beforeAll(async () => {
    here = await World.open();
    there = await World.open({}, here.database);
    clinic = await here.organization();
    physiatrist = await clinician(here, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    therapist = await clinician(here, clinic, 'Lucia Ferrante', 'physical-therapist');
  });
  afterAll(async () => {
    for (const watch of watches) await watch.stop();
    await there.app.close();
    await here.close();
  });

  const at = (world: World, client: Client): Client => world.anonymous(client.cookie);

  /** Listens, and has heard the first delivery: the revision that the record is at. */
  async function watching(world: World, client: Client, patientId: string): Promise<AsyncIterator<{ data?: Revised | null }>> {
    const watch = at(world, client).subscribe<Revised>('subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { patientId revision } }', { patientId });
    watches.push(watch);
    expect((await watch.deliveries.next()).value).toEqual({ data: { patientRevised: { patientId, revision: await here.revisionOf(patientId) } } });
    return watch.deliveries;
  }

  // The emitter is the bus's own affair; that nobody is left behind in it is ours.
  const listenersOf = (world: World) => world.app.nest.get(RevisionBus)['emitter'].listenerCount('notice');

  /** Listens to all of one's patients. Nothing says that it has begun, but the bus. */
  async function watchingAll(world: World, client: Client): Promise<AsyncIterator<{ data?: CaseloadRevised | null }>> {
    const before = listenersOf(world);
    const watch = at(world, client).subscribe<CaseloadRevised>('subscription { caseloadRevised { patientId revision } }');
    watches.push(watch);
    const next = watch.deliveries.next();
    await eventually('the subscription', async () => listenersOf(world) > before);
    let first: typeof next | null = next;
    return {
      next: () => {
        const answer = first ?? watch.deliveries.next();
        first = null;
        return answer;
      },
    };
  }

  const heard = async <T>(deliveries: AsyncIterator<{ data?: T | null }>) => (await deliveries.next()).value?.data;

  it('is heard by whoever watches the patient, at another process too', async () => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const [near, far] = [await watching(here, therapist.client, patientId), await watching(there, therapist.client, patientId)];
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await heard(near)).toEqual({ patientRevised: { patientId, revision: 3 } });
    expect(await heard(far)).toEqual({ patientRevised: { patientId, revision: 3 } });
  });

  it('is heard in a caseload by whoever reaches the patient, and by nobody else', async () => {
    const stranger = await clinician(here, clinic, 'Hamid Solberg', 'physical-therapist');
    const [shared, strangers] = [await sharedPatient(here, physiatrist, therapist), await sharedPatient(here, stranger)];
    const theirs = await watchingAll(there, stranger.client);
    const ours = await watchingAll(there, therapist.client);
    await edit(physiatrist, { patientId: shared, baseRevision: 2, pronouns: 'she/her' });
    expect(await heard(ours)).toEqual({ caseloadRevised: { patientId: shared, revision: 3 } });
    // The next that the stranger hears is of their own patient.
    const nurse = await clinician(here, clinic, 'Bridget Salazar', 'nurse');
    await here.member(stranger.client, strangers, nurse.person);
    await edit(nurse, { patientId: strangers, baseRevision: 2, pronouns: 'he/him' });
    // (Its second revision was the stranger's own doing.)
    expect(await heard(theirs)).toEqual({ caseloadRevised: { patientId: strangers, revision: 3 } });
  });

  it('is not told to the session that made it, but to the same person elsewhere', async () => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const own = await watching(there, physiatrist.client, patientId);
    const elsewhere = await watching(there, await here.as(physiatrist.person), patientId);
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    await edit(therapist, { patientId, baseRevision: 3, language: 'es' });
    expect(await heard(own)).toEqual({ patientRevised: { patientId, revision: 4 } });
    expect(await heard(elsewhere)).toEqual({ patientRevised: { patientId, revision: 3 } });
  });

  it('that was refused is not told', async () => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const watch = await watching(there, therapist.client, patientId);
    expect(await edit(physiatrist, { patientId, baseRevision: 2, birthDate: '2999-01-01' })).toMatchObject({ __typename: 'RuleViolation' });
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await heard(watch)).toEqual({ patientRevised: { patientId, revision: 3 } });
  });

  it('is no longer told to somebody whose membership has ended: not even that very change', async () => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const [one, all] = [await watching(there, therapist.client, patientId), await watchingAll(there, therapist.client)];
    await endMembership(here, physiatrist, patientId, therapist);
    expect(await one.next()).toMatchObject({ done: true });
    const other = await sharedPatient(here, physiatrist, therapist);
    expect(await heard(all)).toEqual({ caseloadRevised: { patientId: other, revision: 2 } });
  });

  it.each([
    ['ended', (client: Client) => client.data('mutation { signOut }')],
    ['locked', (client: Client) => client.data('mutation { lockSession }')],
  ])('is no longer told to a session that was %s', async (_what, leave) => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const client = await here.as(therapist.person);
    const [one, all] = [await watching(there, client, patientId), await watchingAll(there, client)];
    await leave(at(here, client));
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });
    expect(await one.next()).toMatchObject({ done: true });
    expect(await all.next()).toMatchObject({ done: true });
  });

  it('is waited for by nobody who has gone', async () => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const before = listenersOf(there);
    const watch = at(there, therapist.client).subscribe<Revised>('subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }', { patientId });
    await watch.deliveries.next();
    expect(listenersOf(there)).toBe(before + 1);
    await watch.deliveries.return?.();
    await eventually('the listener to go', async () => listenersOf(there) === before);
    const other = at(there, therapist.client).subscribe<Revised>('subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }', { patientId });
    await other.deliveries.next();
    await other.stop();
    await eventually('the listener to go with its socket', async () => listenersOf(there) === before);
  });

  it('may be missed while the connection that hears is lost: everybody is told to connect again, and then hears', async () => {
    const patientId = await sharedPatient(here, physiatrist, therapist);
    const [near, far] = [await watching(here, therapist.client, patientId), await watching(there, therapist.client, patientId)];
    const closed = Promise.all([near, far].map((watch) => watch.next().catch((error: unknown) => error)));
    const listening = () => here.rows<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE application_name = 'plexus-listen' AND datname = current_database()`);
    const lost = (await listening()).map((row) => row.pid);
    expect(lost).toHaveLength(2);
    await here.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid = ANY ($1)`, [lost]);
    // Committed while nobody may be listening.
    await edit(physiatrist, { patientId, baseRevision: 2, pronouns: 'she/her' });

    expect(await closed).toEqual([expect.objectContaining({ code: 1012 }), expect.objectContaining({ code: 1012 })]);
    expect((await listening()).filter((row) => lost.includes(row.pid))).toEqual([]);
    // The first delivery says what was missed; then news arrive again.
    const again = [await watching(here, therapist.client, patientId), await watching(there, therapist.client, patientId)];
    await edit(physiatrist, { commandId: randomUUID(), patientId, baseRevision: 3, language: 'es' });
    for (const watch of again) expect(await heard(watch)).toEqual({ patientRevised: { patientId, revision: 4 } });
  });
});
