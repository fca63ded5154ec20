import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, command, done } from '../support/access-commands.ts';
import { HISTORY } from '../support/access-operations.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, World } from '../support/world.ts';

const DEVICES = `query ($patientId: ID!) { patient(patientId: $patientId) { deviceAnswer devices {
  id kind name maker model serial site side implantedOn cardSeenOn cardSeenBy { name } mriCondition mriTerms followedBy note status removedOn removedBecause effects { treatment rule sources } } } }`;
const CONSENTS = `query ($patientId: ID!) { patient(patientId: $patientId) { consents { id kind name state partyName partyRelation scope givenOn givenBy representative how validFrom validTo note withdrawnOn withdrawnBy withdrawnRepresentative withdrawnHow } } }`;

interface Shown extends Record<string, unknown> {
  readonly id: string;
}

describe('devices and consents', () => {
  let world: World;
  let clinic: TestOrganization;
  let lead: Client;
  let nurse: Client;
  let patientId: string;
  /** What is written by somebody who has seen the newest revision. */
  const change = async (by: Client, name: string, input: Record<string, unknown>) => done(by, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  const told = async (query: string) => (await lead.data<{ patient: Record<string, unknown> }>(query, { patientId })).patient;
  const devices = async () => (await told(DEVICES)).devices as Shown[];
  const answer = async () => (await told(DEVICES)).deviceAnswer;
  const consents = async () => (await told(CONSENTS)).consents as Shown[];

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    lead = await world.as(await world.person(clinic, 'Leila Lead', 'physiatrist'));
    const colleague = await world.person(clinic, 'Nadia Nurse', 'nurse');
    nurse = await world.as(colleague);
    ({ id: patientId } = await world.patient(lead));
    await world.member(lead, patientId, colleague);
  });
  afterAll(() => world.close());

  it('is there something implanted: not asked, none, and recorded follow what is known, and a unit of the patient’s own is no answer', async () => {
    expect(await answer()).toBe('NOT_ASKED');
    await change(lead, 'setDeviceAnswer', { answer: 'NONE' });
    await change(lead, 'addDevice', { kind: 'tens-unit' });
    expect(await answer()).toBe('NONE');
    await change(nurse, 'addDevice', { kind: 'spinal-cord-stimulator' });
    expect(await answer()).toBe('RECORDED');
    const [stimulator] = (await devices()).filter(({ kind }) => kind === 'spinal-cord-stimulator');
    await change(lead, 'markDeviceInError', { deviceId: stimulator!.id, reason: 'Another patient’s letter' });
    expect([await answer(), (await devices()).map(({ kind }) => kind)]).toEqual(['NOT_ASKED', ['tens-unit']]);
  });

  it('a device keeps what its card says and who saw it, says what it means with its source, and stays after it was taken out', async () => {
    const card = {
      maker: 'Northlight', model: 'Lyra 16', serial: 'NL-448-201', site: 'Leads T8 to T9, generator left buttock', side: 'LEFT', implantedOn: '2025-02-03', cardSeenOn: world.today,
      mriCondition: 'CONDITIONAL', mriTerms: 'Head only, 1.5 T', followedBy: 'Harbour Device Clinic', note: 'Charges on Sundays',
    };
    const { id: before } = (await devices())[0]!;
    await change(nurse, 'addDevice', { kind: 'spinal-cord-stimulator', ...card });
    const device = (await devices()).find(({ id }) => id !== before)!;
    expect(device).toMatchObject({ ...card, name: 'Spinal cord stimulator', cardSeenBy: { name: 'Nadia Nurse' }, status: 'IN_PLACE', removedOn: null });
    expect((device.effects as { treatment: string; rule: string; sources: string[] }[])[0]).toEqual({ treatment: 'Diathermy', rule: 'DEV-01', sources: [expect.stringMatching(/\w/)] });

    // Whoever edits something else has not seen the card; whoever sees it again has.
    await change(lead, 'editDevice', { deviceId: device.id, note: null, cardSeenOn: world.today });
    expect((await devices()).find(({ id }) => id === device.id)).toMatchObject({ note: null, cardSeenBy: { name: 'Nadia Nurse' } });
    await change(lead, 'editDevice', { deviceId: device.id, cardSeenOn: world.day(-1) });
    expect((await devices()).find(({ id }) => id === device.id)).toMatchObject({ cardSeenOn: world.day(-1), cardSeenBy: { name: 'Leila Lead' } });
    await change(lead, 'editDevice', { deviceId: device.id, cardSeenOn: null });
    expect((await devices()).find(({ id }) => id === device.id)).toMatchObject({ cardSeenOn: null, cardSeenBy: null });

    await change(lead, 'removeDevice', { deviceId: device.id, removedOn: world.today, reason: 'Lead broke' });
    expect((await devices()).at(-1)).toMatchObject({ id: device.id, status: 'REMOVED', removedOn: world.today, removedBecause: 'Lead broke', model: 'Lyra 16' });
    expect(await answer()).toBe('NOT_ASKED');
  });

  it('two people’s edits of a device merge, but another model and other MRI terms never do', async () => {
    const { id: deviceId } = await added('cardiac-pacemaker');
    const base = await world.revisionOf(patientId);
    await change(nurse, 'editDevice', { deviceId, mriCondition: 'CONDITIONAL', mriTerms: '1.5 T' });
    const stale = { patientId, baseRevision: base, deviceId };
    expect((await command(lead, 'editDevice', { ...stale, followedBy: 'Heart clinic' })).outcome).toBe('Patient');
    const conflict = await command(lead, 'editDevice', { ...stale, model: 'Pulse 2' });
    expect([conflict.outcome, conflict.text]).toEqual(['EditConflict', expect.stringContaining('"group":"mri"')]);
    expect((await command(lead, 'removeDevice', { ...stale, removedOn: world.today, reason: 'Replaced' })).outcome).toBe('EditConflict');
    expect((await devices()).find(({ id }) => id === deviceId)).toMatchObject({ mriTerms: '1.5 T', followedBy: 'Heart clinic', model: null, status: 'IN_PLACE' });
  });

  const added = async (kind: string) => {
    const known = new Set((await devices()).map(({ id }) => id));
    await change(lead, 'addDevice', { kind });
    return (await devices()).find(({ id }) => !known.has(id))!;
  };

  it('a consent is in force from its first day to its last, and says what it covers', async () => {
    await world.consent(lead, patientId, { validFrom: world.day(1), validTo: world.day(2) });
    await world.consent(lead, patientId, { kind: 'relative-told', partyName: 'Efua Reyes', partyRelation: 'Sister', scope: 'Appointments', givenBy: 'REPRESENTATIVE', representative: 'Kofi Reyes' });
    expect(await consents()).toMatchObject([
      { kind: 'peer-mentor-sees-plan', name: 'Peer mentor sees the plan', state: 'NOT_YET', scope: expect.stringMatching(/^Goals, activities/), givenBy: 'PATIENT', representative: null },
      { kind: 'relative-told', state: 'IN_FORCE', partyName: 'Efua Reyes', partyRelation: 'Sister', scope: 'Appointments', givenBy: 'REPRESENTATIVE', representative: 'Kofi Reyes', validTo: null },
    ]);
    const [mentor] = await consents();
    await change(lead, 'editConsent', { consentId: mentor!.id, validFrom: world.today, validTo: world.today, note: 'Until the group ends' });
    expect((await consents()).find(({ id }) => id === mentor!.id)).toMatchObject({ state: 'IN_FORCE', note: 'Until the group ends' });
    // Another voice takes the representative's name along.
    const relative = (await consents()).find(({ kind }) => kind === 'relative-told')!;
    await change(lead, 'editConsent', { consentId: relative.id, givenBy: 'PATIENT' });
    expect((await consents()).find(({ id }) => id === relative.id)).toMatchObject({ givenBy: 'PATIENT', representative: null });
  });

  it('a consent is withdrawn at once, also by somebody who has not seen what a colleague changed of it', async () => {
    await world.consent(lead, patientId, { kind: 'photographs' });
    const consent = (await consents()).find(({ kind }) => kind === 'photographs')!;
    const base = await world.revisionOf(patientId);
    await change(nurse, 'editConsent', { consentId: consent.id, validTo: world.day(30), scope: 'Posture only' });
    await done(lead, 'withdrawConsent', {
      patientId, baseRevision: base, consentId: consent.id, withdrawnOn: world.today, withdrawnBy: 'REPRESENTATIVE', withdrawnRepresentative: 'Kofi Reyes', withdrawnHow: 'WRITTEN',
    });
    expect((await consents()).find(({ id }) => id === consent.id)).toMatchObject({
      state: 'WITHDRAWN', validTo: world.day(30), scope: 'Posture only', withdrawnOn: world.today, withdrawnBy: 'REPRESENTATIVE', withdrawnRepresentative: 'Kofi Reyes', withdrawnHow: 'WRITTEN',
    });
    // An edit that was begun before it meets it.
    expect((await command(nurse, 'editConsent', { patientId, baseRevision: base, consentId: consent.id, note: 'Front and back' })).refusal).toBe('CONSENT_WITHDRAWN consentId');
    await change(lead, 'markConsentInError', { consentId: consent.id, reason: 'Another patient’s' });
    expect((await consents()).filter(({ kind }) => kind === 'photographs')).toEqual([]);
  });

  it('the history tells both by name, with their kind in words', async () => {
    const { text } = await ask(lead, HISTORY, { patientId });
    for (const words of ['"verb":"device.remove"', '"reason":"Lead broke"', '"entityName":"Spinal cord stimulator"', '"entityName":"A relative or friend is told: Efua Reyes"', '"text":"Peer mentor sees the plan"', '"text":"Nadia Nurse"']) {
      expect(text).toContain(words);
    }
  });
});
