import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventEmitter } from 'node:events';
import { RevisionBus } from '../../src/platform/events/revision-bus.ts';
import { ask, command, done } from '../support/access-commands.ts';
import { eventually } from '../support/access-waiting.ts';
import type { Client } from '../support/client.ts';
import { START, type TestOrganization, type TestPerson, World } from '../support/world.ts';

const PATIENT = 'query ($patientId: ID!) { patient(patientId: $patientId) { mrn viewer { may } } }';
const WATCH = 'subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { patientId revision } }';
/** 23:55 in Chicago. */
const LATE = new Date('2026-11-24T05:55:00.000Z');
const MIDNIGHT = new Date('2026-11-24T06:00:00.000Z');

describe('a right that ends', () => {
  let world: World;
  let clinic: TestOrganization;
  let leader: TestPerson;
  let lead: Client;
  let administrator: Client;

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    leader = await world.person(clinic, 'Leila Lead', 'physiatrist');
    lead = await world.as(leader);
    administrator = await world.as(clinic.administrator);
  });
  afterAll(() => world.close());

  const verdict = async (client: Client, patientId: string) => (await ask(client, PATIENT, { patientId })).verdict;
  const change = async (by: Client, patientId: string, name: string, input: Record<string, unknown>) => done(by, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  const memberIdOf = async (patientId: string, who: TestPerson) => (await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, who.personId]))[0]!.id;
  const joined = async (name: string, fields: { validFrom?: string; validTo?: string } = {}) => {
    const { id } = await world.patient(lead);
    const person = await world.person(clinic, name, 'nurse');
    await world.member(lead, id, person, { validFrom: world.day(-10), ...fields });
    return { patientId: id, person, client: await world.as(person) };
  };
  const leave = async (patientId: string, person: TestPerson) => change(lead, patientId, 'endTeamMembership', { memberId: await memberIdOf(patientId, person), validTo: world.day(-1), reason: 'Moves' });

  it('with the membership is gone in the very next answer of an open session', async () => {
    const { patientId, person, client } = await joined('Nadia Nurse');
    expect(await verdict(client, patientId)).toBe('DATA');
    await leave(patientId, person);
    expect(await verdict(client, patientId)).toBe('NOT_FOUND');
    expect((await command(client, 'editPatient', { patientId, baseRevision: 3, language: 'de' })).outcome).toBe('NOT_FOUND');
    expect((await ask(client, '{ patients { totalCount } }')).data).toEqual({ patients: { totalCount: 0 } });
  });

  it('with the lead goes to the next one at once', async () => {
    const { patientId, person, client } = await joined('Nils Next');
    const newcomer = await world.person(clinic, 'Nora Newcomer', 'nurse');
    const invite = async (by: Client) => (await command(by, 'addTeamMember', { patientId, baseRevision: await world.revisionOf(patientId), personId: newcomer.personId, role: 'MEMBER', validFrom: world.today, reason: 'Helps' })).outcome;
    expect(await invite(client)).toBe('FORBIDDEN');
    await change(lead, patientId, 'changeLead', { memberId: await memberIdOf(patientId, person), reason: 'Rotates' });
    expect(await invite(lead)).toBe('FORBIDDEN');
    expect(await invite(client)).toBe('Patient');
  });

  it('with a role in the organization is gone in the very next answer', async () => {
    const { id: patientId } = await world.patient(lead);
    const coordinator = await world.person(clinic, 'Corin Coordinator', 'care-coordinator', ['coordinator', 'privacy-officer']);
    const client = await world.as(coordinator);
    const log = async () => (await ask(client, '{ accessLog { totalCount } }')).verdict;
    expect([await verdict(client, patientId), await log()]).toEqual(['DATA', 'DATA']);
    await done(administrator, 'editPerson', { personId: coordinator.personId, baseVersion: 1, roles: [] });
    expect([await verdict(client, patientId), await log()]).toEqual(['NOT_FOUND', 'FORBIDDEN']);
    await done(administrator, 'editPerson', { personId: coordinator.personId, baseVersion: 2, roles: ['COORDINATOR'] });
    expect([await verdict(client, patientId), await log()]).toEqual(['DATA', 'FORBIDDEN']);
  });

  it('with the person is gone in the very next answer, and is not given back to the old session', async () => {
    const { patientId, person, client } = await joined('Dora Departing');
    expect(await verdict(client, patientId)).toBe('DATA');
    await done(administrator, 'deactivatePerson', { personId: person.personId, baseVersion: 1, reason: 'Left' });
    expect(await verdict(client, patientId)).toBe('UNAUTHENTICATED');
    await done(administrator, 'reactivatePerson', { personId: person.personId, baseVersion: 2, reason: 'Is back' });
    expect(await verdict(client, patientId)).toBe('UNAUTHENTICATED');
    expect(await verdict(await world.as(person), patientId)).toBe('DATA');
  });

  /** On the team from the first day on, whatever the patient says. */
  const mentored = async () => {
    const { id: patientId } = await world.patient(lead);
    const person = await world.person(clinic, 'Pema Mentor', 'peer-mentor');
    await world.member(lead, patientId, person, { role: 'OBSERVER', validFrom: world.day(-10) });
    return { patientId, person, client: await world.as(person) };
  };
  const consentIdOf = async (patientId: string) =>
    (await world.rows<{ id: string }>(`SELECT id FROM plexus.consent WHERE patient_id = $1 AND status = 'given' AND kind = 'peer-mentor-sees-plan'`, [patientId]))[0]!.id;
  const withdraw = async (patientId: string) => {
    await change(lead, patientId, 'withdrawConsent', { consentId: await consentIdOf(patientId), withdrawnOn: world.today, withdrawnBy: 'PATIENT', withdrawnHow: 'SPOKEN' });
  };

  it('with the patient’s consent begins for a peer mentor when it is recorded, and is gone in the very next answer after it is withdrawn', async () => {
    const { patientId, client } = await mentored();
    const caseload = async () => (await ask(client, '{ patients { totalCount } }')).data;
    expect([await verdict(client, patientId), await caseload()]).toEqual(['NOT_FOUND', { patients: { totalCount: 0 } }]);
    await world.consent(lead, patientId, { kind: 'photographs' });
    expect(await verdict(client, patientId)).toBe('NOT_FOUND');
    await world.consent(lead, patientId);
    expect([await verdict(client, patientId), await caseload()]).toEqual(['DATA', { patients: { totalCount: 1 } }]);
    await withdraw(patientId);
    expect([await verdict(client, patientId), await caseload()]).toEqual(['NOT_FOUND', { patients: { totalCount: 0 } }]);
    // The patient may agree anew.
    await world.consent(lead, patientId);
    expect(await verdict(client, patientId)).toBe('DATA');
    await change(lead, patientId, 'markConsentInError', { consentId: await consentIdOf(patientId), reason: 'Meant for somebody else' });
    expect(await verdict(client, patientId)).toBe('NOT_FOUND');
  });

  describe('a subscription', () => {
    it('of a peer mentor ends when the consent is withdrawn, and delivers nothing of what comes after', async () => {
      const { patientId, client } = await mentored();
      await world.consent(lead, patientId);
      const watch = client.subscribe<{ patientRevised: { revision: number } }>(WATCH, { patientId });
      expect((await watch.deliveries.next()).value).toEqual({ data: { patientRevised: { patientId, revision: 3 } } });
      await withdraw(patientId);
      await change(lead, patientId, 'editPatient', { language: 'de' });
      expect(await watch.deliveries.next()).toEqual({ done: true, value: undefined });
      await watch.stop();
    });

    it('ends with the membership and delivers nothing of what comes after', async () => {
      const { patientId, person, client } = await joined('Wanda Watching');
      const watch = client.subscribe<{ patientRevised: { revision: number } }>(WATCH, { patientId });
      expect((await watch.deliveries.next()).value).toEqual({ data: { patientRevised: { patientId, revision: 2 } } });
      await leave(patientId, person);
      await change(lead, patientId, 'editPatient', { language: 'de' });
      expect(await watch.deliveries.next()).toEqual({ done: true, value: undefined });
      await watch.stop();
    });

    it.each([
      ['is locked', (client: Client, _: TestPerson) => client.data('mutation { lockSession }')],
      ['is signed out', (client: Client, _: TestPerson) => world.anonymous(client.cookie).data('mutation { signOut }')],
      ['is idle for a quarter of an hour', async () => world.clock.moveTo(new Date(world.clock.now().getTime() + 15 * 60_000))],
      ['belongs to somebody who is deactivated', (_: Client, person: TestPerson) => done(administrator, 'deactivatePerson', { personId: person.personId, baseVersion: 1, reason: 'Left' })],
    ])('ends when its session %s', async (_, end) => {
      const { patientId, person, client } = await joined('Wim Watching');
      const watch = client.subscribe(WATCH, { patientId });
      await watch.deliveries.next();
      await end(client, person);
      world.clock.moveTo(world.clock.now());
      const fresh = await world.as(leader);
      await change(fresh, patientId, 'editPatient', { language: 'de' });
      expect(await watch.deliveries.next()).toEqual({ done: true, value: undefined });
      await watch.stop();
      world.clock.moveTo(START);
    });

    it('of the caseload goes on, without the patient who is no longer theirs', async () => {
      const { patientId: lost, person, client } = await joined('Cleo Caseload');
      const { id: kept } = await world.patient(lead);
      await world.member(lead, kept, person);
      const watch = client.subscribe<{ caseloadRevised: { patientId: string } }>('subscription { caseloadRevised { patientId revision } }');
      const first = watch.deliveries.next();
      // Whether it is open cannot be asked, so the patient is changed until it has been heard.
      let heard = false;
      void first.then(() => (heard = true));
      await eventually(async () => (await change(lead, kept, 'editPatient', { pronouns: `p${Math.random()}` }), heard), 'the first delivery');
      expect((await first).value).toMatchObject({ data: { caseloadRevised: { patientId: kept } } });
      await leave(lost, person);
      await change(lead, lost, 'editPatient', { language: 'de' });
      await change(lead, kept, 'editPatient', { language: 'fr' });
      const newest = await world.revisionOf(kept);
      const later: string[] = [];
      for (let revision = 0; revision < newest; ) {
        const { caseloadRevised } = ((await watch.deliveries.next()).value as { data: { caseloadRevised: { patientId: string; revision: number } } }).data;
        later.push(caseloadRevised.patientId);
        ({ revision } = caseloadRevised);
      }
      expect(later).not.toContain(lost);
      await watch.stop();
    });

    it('leaves nobody listening when it is over', async () => {
      const { emitter } = world.app.nest.get(RevisionBus) as unknown as { emitter: EventEmitter };
      await eventually(() => emitter.listenerCount('notice') === 0, 'nobody listens before');
      const { patientId, client } = await joined('Brief Listener');
      const watch = client.subscribe(WATCH, { patientId });
      await watch.deliveries.next();
      expect(emitter.listenerCount('notice')).toBe(1);
      await watch.stop();
      await eventually(() => emitter.listenerCount('notice') === 0, 'nobody listens after');
    });
  });

  it('ends, and begins, at midnight in the organization’s time zone and not before', async () => {
    world.clock.moveTo(START);
    const { id: patientId } = await world.patient(lead);
    const people = { lastDay: await world.person(clinic, 'Lara Lastday', 'nurse'), firstDay: await world.person(clinic, 'Fritz Firstday', 'nurse'), standInLast: await world.person(clinic, 'Sia Standinlast', 'nurse'), standInFirst: await world.person(clinic, 'Sol Standinfirst', 'nurse') };
    const covered = await world.person(clinic, 'Cara Covered', 'nurse');
    await world.member(lead, patientId, people.lastDay, { validFrom: world.day(-3), validTo: world.today });
    await world.member(lead, patientId, people.firstDay, { validFrom: world.day(1) });
    await world.member(lead, patientId, covered, { validFrom: world.day(-3) });
    const [consentLast, consentFirst] = [await mentored(), await mentored()];
    await world.consent(lead, consentLast.patientId, { givenOn: world.day(-3), validFrom: world.day(-3), validTo: world.today });
    await world.consent(lead, consentFirst.patientId, { validFrom: world.day(1) });
    const memberId = await memberIdOf(patientId, covered);
    await change(lead, patientId, 'arrangeStandIn', { memberId, personId: people.standInLast.personId, validFrom: world.day(-1), validTo: world.today, reason: 'Away' });
    await change(lead, patientId, 'arrangeStandIn', { memberId, personId: people.standInFirst.personId, validFrom: world.day(1), validTo: world.day(2), reason: 'Away' });

    world.clock.moveTo(LATE);
    const asking = [
      ...Object.entries(people).map(([name, person]) => ({ name, person, of: patientId })),
      ...Object.entries({ consentLast, consentFirst }).map(([name, { person, patientId: of }]) => ({ name, person, of })),
    ];
    const clients = await Promise.all(asking.map(({ person }) => world.as(person)));
    const verdicts = async () => Object.fromEntries(await Promise.all(asking.map(async ({ name, of }, i) => [name, await verdict(clients[i]!, of)] as const)));
    const yesterday = { lastDay: 'DATA', firstDay: 'NOT_FOUND', standInLast: 'DATA', standInFirst: 'NOT_FOUND', consentLast: 'DATA', consentFirst: 'NOT_FOUND' };
    expect(await verdicts()).toEqual(yesterday);
    world.clock.moveTo(new Date(MIDNIGHT.getTime() - 1));
    expect(await verdicts()).toEqual(yesterday);
    world.clock.moveTo(MIDNIGHT);
    expect(await verdicts()).toEqual({ lastDay: 'NOT_FOUND', firstDay: 'DATA', standInLast: 'NOT_FOUND', standInFirst: 'DATA', consentLast: 'NOT_FOUND', consentFirst: 'DATA' });
  });
});
