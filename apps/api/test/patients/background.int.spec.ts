import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { redFlags } from '@plexus/catalogue';
import { command, done } from '../support/access-commands.ts';
import { PlanClinic, faultOf, planOf, revisionsAfter } from '../support/plan-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';
import { screenAnswers } from '../support/screens.ts';

const BACKGROUND = `query ($patientId: ID!) { patient(patientId: $patientId) {
  symptoms { id name places { id } patterns { id } severity since resolvedOn }
  riskFactors { id name note }
  redFlagScreens { id result repeatDue signedBy { id } yes { item detail } no { item } notAsked { item } decision decisionReason decidedBy { id } }
  latestRedFlagScreen { id } } }`;

interface Background {
  readonly symptoms: readonly { readonly id: string; readonly name: string; readonly severity: number | null; readonly resolvedOn: string | null }[];
  readonly riskFactors: readonly { readonly id: string; readonly name: string; readonly note: string | null }[];
  readonly redFlagScreens: readonly { readonly id: string; readonly result: string }[];
  readonly latestRedFlagScreen: { readonly id: string } | null;
}

let clinic: PlanClinic;
let nurse: Clinician;
let mentor: Clinician;
let patientId: string;

beforeAll(async () => {
  clinic = await PlanClinic.open();
  nurse = await clinic.join('Bridget Salazar', 'nurse');
  mentor = await clinic.join('Philippa Nandakumar', 'peer-mentor');
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = await clinic.patient(nurse);
});

const now = () => clinic.world.revisionOf(patientId);
const does = async (name: string, input: Record<string, unknown>, by = clinic.physiatrist) => done(by.client, name, { patientId, baseRevision: await now(), ...input });
const tries = async (name: string, input: Record<string, unknown>, by = clinic.physiatrist) => command(by.client, name, { patientId, baseRevision: await now(), ...input });
const read = async (by = clinic.physiatrist) => (await by.client.data<{ patient: Background }>(BACKGROUND, { patientId })).patient;
const symptom = async (input: Record<string, unknown> = { code: 'pain', severity: 6 }) => {
  await does('recordSymptom', input);
  return (await read()).symptoms[0]!.id;
};
const screen = async (yes: Record<string, string> = {}) => {
  await does('signRedFlagScreen', screenAnswers(yes));
  return (await read()).latestRedFlagScreen!.id;
};
/** As if it had been signed earlier: nobody may do this, so the owner lifts the wall for it. */
const backdate = (days: number) =>
  clinic.world.database.admin(`ALTER TABLE plexus.red_flag_screen NO FORCE ROW LEVEL SECURITY;
    UPDATE plexus.red_flag_screen SET signed_on = signed_on - ${days} WHERE patient_id = '${patientId}';
    ALTER TABLE plexus.red_flag_screen FORCE ROW LEVEL SECURITY`);

describe('a symptom', () => {
  it('has its places on their sides, its pattern and its severity, and can be over and come back', async () => {
    const symptomId = await symptom({ code: 'tingling', places: [{ site: 'hand', side: 'RIGHT' }, { site: 'neck' }], patterns: ['at-night'], severity: 0, since: clinic.world.day(-30) });
    expect(await read()).toMatchObject({ symptoms: [{ name: 'Tingling', places: [{ id: 'neck' }, { id: 'right-hand' }], patterns: [{ id: 'at-night' }], severity: 0, resolvedOn: null }] });
    await does('editSymptom', { symptomId, resolvedOn: clinic.world.today });
    expect((await read()).symptoms[0]!.resolvedOn).toBe(clinic.world.today);
    await does('editSymptom', { symptomId, resolvedOn: null, severity: null });
    expect((await read()).symptoms[0]).toMatchObject({ resolvedOn: null, severity: null });
  });

  it('merges what two people change in different groups, and stops where both rate it', async () => {
    const symptomId = await symptom();
    const baseRevision = await now();
    await does('editSymptom', { symptomId, severity: 8 }, nurse);
    expect((await tries('editSymptom', { symptomId, note: 'Worse since Monday', baseRevision })).outcome).toBe('Patient');
    expect((await tries('editSymptom', { symptomId, severity: 3, baseRevision })).outcome).toBe('EditConflict');
    expect((await tries('removeSymptom', { symptomId, reason: 'Slip', baseRevision })).outcome).toBe('EditConflict');
    expect((await read()).symptoms[0]!.severity).toBe(8);
  });

  it('that was none leaves the list with a reason, and the history calls it by its name', async () => {
    const symptomId = await symptom({ words: 'Sand under the skin' });
    const { revision } = await does('removeSymptom', { symptomId, reason: 'Another patient' });
    expect((await read()).symptoms).toEqual([]);
    expect(await revisionsAfter(clinic.therapist.client, patientId, revision! - 1)).toMatchObject([{ verb: 'symptom.remove', reason: 'Another patient', changes: [{ entityName: 'Sand under the skin', field: 'status' }] }]);
    expect((await tries('editSymptom', { symptomId, severity: 2 })).refusal).toBe('SYMPTOM_REMOVED symptomId');
  });

  it.each<[what: string, input: Record<string, unknown>, refusal: string]>([
    ['an unknown code', { code: 'hexed' }, 'CODE_UNKNOWN code'],
    ['no name', {}, 'REQUIRED words'],
    ['an unknown site', { code: 'pain', places: [{ site: 'aura' }] }, 'SITE_UNKNOWN places'],
    ['a side where there is none', { code: 'pain', places: [{ site: 'neck', side: 'LEFT' }] }, 'SIDE_NONE places'],
    ['no side where there are two', { code: 'pain', places: [{ site: 'hip' }] }, 'SIDE_MISSING places'],
    ['severity 11', { code: 'pain', severity: 11 }, 'SEVERITY_RANGE severity'],
    ['severity 3.5', { code: 'pain', severity: 3.5 }, 'BAD_USER_INPUT severity'],
    ['since tomorrow', { code: 'pain', since: '2999-01-01' }, 'DATE_IN_FUTURE since'],
    ['over before it began', { code: 'pain', since: '2026-03-02', resolvedOn: '2026-03-01' }, 'END_BEFORE_START resolvedOn'],
    ['endless words', { words: 'x'.repeat(100_000) }, 'TOO_LONG words'],
  ])('with %s is refused', async (_, input, refusal) => {
    expect((await tries('recordSymptom', input)).refusal).toBe(refusal);
    expect((await read()).symptoms).toEqual([]);
  });

  it('is not listed twice at one place, but at two', async () => {
    await symptom({ code: 'pain', places: [{ site: 'neck' }] });
    expect((await tries('recordSymptom', { code: 'pain', places: [{ site: 'neck' }] })).refusal).toBe('SYMPTOM_LISTED code');
    expect((await tries('recordSymptom', { code: 'pain', places: [{ site: 'chest' }] })).outcome).toBe('Patient');
  });
});

it('a risk factor is added once, explained, and taken off with a reason', async () => {
  await does('addRiskFactor', { code: 'desk-work' });
  const [{ id: riskFactorId }] = (await read()).riskFactors as unknown as [{ id: string }];
  expect((await tries('addRiskFactor', { code: 'desk-work' })).refusal).toBe('RISK_FACTOR_LISTED code');
  await does('editRiskFactor', { riskFactorId, note: 'Ten hours a day' });
  expect((await read()).riskFactors).toEqual([{ id: riskFactorId, name: 'Long sitting or desk work', note: 'Ten hours a day' }]);
  expect((await tries('removeRiskFactor', { riskFactorId, reason: ' ' })).refusal).toBe('REQUIRED reason');
  await does('removeRiskFactor', { riskFactorId, reason: 'Retired' });
  expect((await read()).riskFactors).toEqual([]);
});

describe('a red-flag screen', () => {
  it('is signed whole by whoever sends it, says what was found, and is decided on', async () => {
    const screenId = await screen({ 'weight-loss': '4 kg since spring' });
    expect(await read()).toMatchObject({ redFlagScreens: [{ result: 'RED_FLAGS', repeatDue: false, signedBy: { id: clinic.physiatrist.person.personId }, yes: [{ item: 'weight-loss', detail: '4 kg since spring' }], decision: null }] });
    await does('decideOnRedFlagScreen', { screenId, decision: 'TEST', reason: 'Film and blood count' }, nurse);
    expect(await read()).toMatchObject({ redFlagScreens: [{ decision: 'TEST', decisionReason: 'Film and blood count', decidedBy: { id: nurse.person.personId } }] });
  });

  it('may be repeated on the same day; the newest counts', async () => {
    const first = await screen({ 'saddle-numbness': 'Since this morning' });
    const second = await screen();
    expect((await read()).redFlagScreens).toMatchObject([{ id: second, result: 'NONE' }, { id: first, result: 'EMERGENCY' }]);
  });

  it('has no holes, no other signer, and no decision where nothing was found', async () => {
    const [, ...rest] = screenAnswers().answers;
    expect((await tries('signRedFlagScreen', { ...screenAnswers(), answers: rest })).refusal).toBe(`ANSWER_MISSING answers.${redFlags[0]!.id}`);
    expect((await tries('signRedFlagScreen', screenAnswers({ 'chest-pain': ' ' }))).refusal).toBe('REQUIRED answers.chest-pain');
    expect((await tries('signRedFlagScreen', { ...screenAnswers(), form: 99 })).refusal).toBe('FORM_RENEWED form');
    expect((await tries('signRedFlagScreen', { ...screenAnswers(), signedById: nurse.person.personId })).refusal).toBe('BAD_USER_INPUT input');
    expect((await read()).redFlagScreens).toEqual([]);
    expect((await tries('decideOnRedFlagScreen', { screenId: await screen(), decision: 'WATCH', reason: 'Fine' })).refusal).toBe('SCREEN_NOT_POSITIVE screenId');
  });

  it('does not change once it is signed, not even by a statement of the application', async () => {
    const screenId = await screen({ malignancy: 'Breast, 2011' });
    const [role] = await clinic.world.database.admin(`SELECT has_column_privilege('plexus_app', 'plexus.red_flag_screen', 'yes', 'UPDATE') AS yes, has_column_privilege('plexus_app', 'plexus.red_flag_screen', 'decision', 'UPDATE') AS decision`);
    expect(role).toEqual({ yes: false, decision: true });
    await does('removeRedFlagScreen', { screenId, reason: 'Another patient' });
    expect(await read()).toMatchObject({ redFlagScreens: [], latestRedFlagScreen: null });
    expect((await tries('decideOnRedFlagScreen', { screenId, decision: 'WATCH', reason: 'Late' })).refusal).toBe('SCREEN_REMOVED screenId');
  });

  it('is due again after 180 days', async () => {
    await screen();
    await backdate(180);
    expect(await read()).toMatchObject({ redFlagScreens: [{ repeatDue: false }] });
    await backdate(1);
    // What is kept of a chart moves with the record, and nothing in the record moved: somebody else looks.
    expect(await read(nurse)).toMatchObject({ redFlagScreens: [{ repeatDue: true }] });
  });
});

describe('starting the plan', () => {
  const MISSING = 'SCREEN_MISSING withoutScreenReason';
  const status = async () => (await planOf(clinic.physiatrist.client, patientId)).plan.status;

  it('waits for a screen of the last 90 days', async () => {
    expect((await tries('activatePlan', {})).refusal).toBe(MISSING);
    await screen({ malignancy: 'Breast, 2011' });
    await backdate(91);
    expect((await tries('activatePlan', {})).refusal).toBe(MISSING);
    const removed = await screen();
    await does('removeRedFlagScreen', { screenId: removed, reason: 'Another patient' });
    expect([(await tries('activatePlan', {})).refusal, await status()]).toEqual([MISSING, 'DRAFT']);
    await screen();
    await does('activatePlan', {});
    expect(await status()).toBe('ACTIVE');
  });

  it('goes ahead for a written reason, which the history keeps under a verb of its own', async () => {
    const { revision } = await does('activatePlan', { withoutScreenReason: 'Screened in the emergency room today' });
    expect(await revisionsAfter(nurse.client, patientId, revision! - 1)).toMatchObject([{ verb: 'plan.activate-unscreened', reason: 'Screened in the emergency room today' }]);
    expect(await status()).toBe('ACTIVE');
  });

  it('asks the same again of a plan that rested', async () => {
    await screen();
    await does('activatePlan', {});
    expect((await tries('movePlan', { verb: 'PAUSE', reason: '' })).refusal).toBe('REQUIRED reason');
    await does('movePlan', { verb: 'PAUSE', reason: 'In hospital' });
    await backdate(91);
    expect((await tries('activatePlan', {})).refusal).toBe(MISSING);
    expect((await tries('activatePlan', { withoutScreenReason: 'x'.repeat(201) })).refusal).toBe('TOO_LONG withoutScreenReason');
  });

  it('is for the lead and physiatrists; a coordinator starts it on a screen only', async () => {
    const [organization] = clinic.world.organizations;
    const office = await clinic.world.as(await clinic.world.person(organization!, 'Cora Office', 'care-coordinator', ['coordinator']));
    const asked = async (input: object) => command(office, 'activatePlan', { patientId, baseRevision: await now(), ...input });
    expect((await asked({ withoutScreenReason: 'Trust me' })).refusal).toBe('SCREEN_OVERRIDE withoutScreenReason');
    expect((await tries('activatePlan', { withoutScreenReason: 'Trust me' }, nurse)).outcome).toBe('FORBIDDEN');
    await screen();
    expect((await asked({})).outcome).toBe('PlanChange');
  });
});

it('peer mentors read and write none of it', async () => {
  await done(clinic.physiatrist.client, 'addTeamMember', { patientId, baseRevision: await now(), personId: mentor.person.personId, role: 'OBSERVER', validFrom: clinic.world.today, reason: 'Walks along' });
  await clinic.world.consent(clinic.physiatrist.client, patientId);
  await symptom();
  await does('addRiskFactor', { code: 'trauma' });
  await screen();
  expect(await read(mentor)).toEqual({ symptoms: [], riskFactors: [], redFlagScreens: [], latestRedFlagScreen: null });
  expect((await tries('recordSymptom', { code: 'fatigue' }, mentor)).outcome).toBe('FORBIDDEN');
  expect(await faultOf(mentor.client, 'activatePlan', { commandId: randomUUID(), patientId, baseRevision: await now() })).toMatchObject({ code: 'FORBIDDEN' });
});
