import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { orderFactsOf, treatments } from '@plexus/catalogue';
import { ACTIVITY_FORMS, type ActivityForm } from '@plexus/domain';
import { PlanClinic, change, revisionsAfter } from '../support/plan-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';
import { World } from '../support/world.ts';

let clinic: PlanClinic;
let world: World;
let physiatrist: Clinician;
let therapist: Clinician;
let patientId: string;

beforeAll(async () => {
  clinic = await PlanClinic.open();
  ({ world, physiatrist, therapist } = clinic);
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = await clinic.patient();
});

type Details = Readonly<Record<string, unknown>>;
interface Shown {
  readonly id: string;
  readonly form: string;
  readonly status: string;
  readonly statusReason: string | null;
  readonly reviewOn: string | null;
  readonly endsOn: string | null;
  readonly details: Details;
  readonly supervisor: { readonly name: string } | null;
}

const activities = async (by = therapist): Promise<readonly Shown[]> =>
  (await by.client.data<{ patient: { plan: { activities: readonly Shown[] } } }>(
    'query ($patientId: ID!) { patient(patientId: $patientId) { plan { activities { id form status statusReason reviewOn endsOn details supervisor { name } } } } }', { patientId },
  )).patient.plan.activities;
const shown = async (id: string): Promise<Shown> => (await activities()).find((activity) => activity.id === id)!;
const plan = (catalogueId: string, details: Details, input: Details = {}) => clinic.does(physiatrist, 'planActivity', patientId, { catalogueId, discipline: 'physiatrist', details, ...input });
const refusal = async (name: string, input: Details): Promise<string[]> => {
  const answer = await change(physiatrist.client, name, { patientId, baseRevision: await world.revisionOf(patientId), ...input });
  return answer.violations?.map(({ code, field }) => `${field} ${code}`) ?? [answer.__typename];
};

/** One order of every kind with everything that it can say, and how somebody else changes the order while it is edited. */
const ORDERS: Readonly<Record<ActivityForm, { item: string; details: () => Details; mine: Details; theirs: Details }>> = {
  medication: { item: 'med.duloxetine', details: () => ({ drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', route: 'oral', timesPerDay: 1, asNeeded: false, taper: ['2026-12-01 20 × 1', '2026-12-15 10 × 1'] }), mine: { doseAmount: 60 }, theirs: { timesPerDay: 2 } },
  opioid: {
    item: 'med.opioid-short-term',
    details: () => ({ drug: 'tramadol', doseAmount: 50, doseUnit: 'mg', route: 'oral', timesPerDay: 2, morphineEquivalent: 20, morphineEquivalentSource: 'CDC 2022 table', monitoringCheckedOn: '2026-11-20', agreementOn: '2026-11-20', naloxone: 'at-hand' }),
    mine: { doseAmount: 100 }, theirs: { timesPerDay: 3 },
  },
  exercise: { item: 'pt.program', details: () => ({ format: 'individual', minutes: 40, timesPerWeek: 2, sessionsPlanned: 12, sessionsDone: 3 }), mine: { minutes: 60 }, theirs: { timesPerWeek: 3 } },
  psychological: { item: 'psy.cbt', details: () => ({ format: 'individual', minutes: 50, sessionsPlanned: 12, sessionsDone: 4 }), mine: { sessionsPlanned: 16 }, theirs: { minutes: 90 } },
  lifestyle: { item: 'life.weight-loss', details: () => ({ weightPercent: 7.5, startWeight: 96, minutes: 30, timesPerWeek: 3, hoursPerNight: 7.5 }), mine: { minutes: 45 }, theirs: { timesPerWeek: 5 } },
  complementary: { item: 'cam.acupuncture', details: () => ({ site: 'neck', sessionsPlanned: 8, sessionsDone: 1, minutes: 30 }), mine: { sessionsPlanned: 10 }, theirs: { minutes: 45 } },
  procedure: {
    item: 'proc.occipital-nerve-block',
    details: () => ({
      site: 'occiput', side: 'left', imageGuidance: 'ultrasound', anaesthetic: 'lidocaine', steroid: 'triamcinolone', steroidDose: 20, supervisor: physiatrist.person.personId, sessionsPlanned: 2, sessionsDone: 1, doneOn: '2026-11-10',
      reliefAt2Weeks: 60, reliefAt4Weeks: 40, reliefAt8Weeks: 10, reliefAt12Weeks: 0, reliefDays: 35,
    }),
    mine: { steroidDose: 40 }, theirs: { side: 'both' },
  },
  infusion: { item: 'inf.lidocaine', details: () => ({ supervisor: physiatrist.person.personId, doseAmount: 5, doseUnit: 'mg/kg', minutes: 60, monitoring: 'ECG and blood pressure' }), mine: { doseAmount: 7.5 }, theirs: { minutes: 30 } },
  neuromodulation: { item: 'neuro.scs-implant', details: () => ({ stage: 'implant', site: 'thoracic-spine', deviceModel: 'Model 7', deviceSerial: 'S-001', deviceCardSeen: true, doneOn: '2026-10-01' }), mine: { site: 'lumbar-spine' }, theirs: { sessionsPlanned: 3 } },
  surgery: { item: 'surg.decompression', details: () => ({ cordOrRootAtRisk: true, severeDeformity: false, refractoryPain: true, candidacy: 'candidate', site: 'thoracic-spine', approach: 'open', setting: 'inpatient' }), mine: { approach: 'minimally-invasive' }, theirs: { setting: 'outpatient' } },
  education: { item: 'edu.pain-education', details: () => ({ topic: 'Why pain lasts', format: 'group', minutes: 90, sessionsPlanned: 3 }), mine: { minutes: 60 }, theirs: { sessionsPlanned: 2 } },
  support: { item: 'sup.peer-mentor', details: () => ({ withWhom: 'A mentor of the group', format: 'online', timesPerWeek: 0.5, consentOn: '2026-11-01' }), mine: { timesPerWeek: 1 }, theirs: { format: 'individual' } },
  device: { item: 'dev.adaptive-devices', details: () => ({ item: 'Book stand', minutes: 30, timesPerDay: 2, doneOn: '2026-11-02' }), mine: { minutes: 20 }, theirs: { timesPerDay: 4 } },
  assessment: { item: 'act.imaging-review', details: () => ({ doneOn: '2026-11-03', finding: 'No cord compression' }), mine: { finding: 'Seen again: no compression' }, theirs: { finding: 'Small protrusion' } },
  review: { item: 'act.plan-review', details: () => ({ doneOn: '2026-11-03', finding: 'Go on' }), mine: { finding: 'Go on, walk more' }, theirs: { finding: 'Go on, sleep first' } },
  referral: { item: 'act.specialist-referral', details: () => ({ referredTo: 'Rheumatology', urgency: 'soon' }), mine: { urgency: 'urgent' }, theirs: { referredTo: 'Spine surgery' } },
};
const KINDS = Object.entries(ORDERS).map(([form, order]) => [form as ActivityForm, order] as const);

describe('an activity of each kind', () => {
  it('is in this table', () => {
    expect(Object.keys(ORDERS)).toEqual(Object.keys(ACTIVITY_FORMS));
    expect(new Set(treatments.map(({ id }) => orderFactsOf(id)!.form).filter((form) => !(form in ORDERS)))).toEqual(new Set());
    for (const [form, { item }] of KINDS) expect(orderFactsOf(item)?.form).toBe(form);
  });

  it.each(KINDS)('%s: says all that it can, is read back, and stands in the history field by field', async (form, { item, details }) => {
    const given = { ...details(), measure: 'nprs' };
    const { entityId, revision } = await plan(item, given);
    const part = await shown(entityId);
    expect(part.form).toBe(form.toUpperCase());
    expect(part.details).toEqual(given);
    expect(part.supervisor?.name ?? null).toBe('supervisor' in given ? 'Ingrid Vasquez-Thorne' : null);
    const [written] = await revisionsAfter(therapist.client, patientId, revision - 1);
    const fields = written!.changes.map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(Object.keys(given)));
    const named = written!.changes.find(({ field }) => field === 'supervisor');
    if (named) expect(named.after!.text).toBe('Ingrid Vasquez-Thorne');
  });

  it.each(KINDS)('%s: two changes of one order never become a third that nobody ordered', async (_, { item, details, mine, theirs }) => {
    const { entityId: activityId } = await plan(item, details());
    const baseRevision = await world.revisionOf(patientId);
    await clinic.does(therapist, 'editActivity', patientId, { activityId, details: theirs });
    const before = await shown(activityId);
    const answer = await change(physiatrist.client, 'editActivity', { patientId, baseRevision, activityId, details: mine });
    expect(answer.__typename).toBe('EditConflict');
    expect(await shown(activityId)).toEqual(before);
  });

  it('what is measured and what is ordered merge, and so do two weeks of one response', async () => {
    const { item, details } = ORDERS.procedure;
    const { entityId: activityId } = await plan(item, { ...details(), reliefAt2Weeks: null, reliefAt4Weeks: null });
    const baseRevision = await world.revisionOf(patientId);
    await clinic.does(therapist, 'editActivity', patientId, { activityId, details: { reliefAt2Weeks: 50 } });
    for (const patch of [{ reliefAt4Weeks: 30 }, { steroidDose: 10 }]) expect((await change(physiatrist.client, 'editActivity', { patientId, baseRevision, activityId, details: patch })).__typename).toBe('PlanChange');
    expect((await shown(activityId)).details).toMatchObject({ reliefAt2Weeks: 50, reliefAt4Weeks: 30, steroidDose: 10 });
  });
});

describe('details', () => {
  it.each<[string, string, Details, string[]]>([
    ['a negative dose', 'med.duloxetine', { doseAmount: -30, doseUnit: 'mg' }, ['doseAmount NUMBER_ABOVE']],
    ['a rising taper', 'med.duloxetine', { doseAmount: 30, doseUnit: 'mg', taper: ['2026-12-01 20 × 1', '2026-12-08 30 × 1'] }, ['taper TAPER_RISES']],
    ['session 9 of 8', 'psy.cbt', { sessionsPlanned: 8, sessionsDone: 9 }, ['sessionsDone SESSIONS_EXCEEDED']],
    ['no side where the site has two', 'proc.occipital-nerve-block', { site: 'occiput' }, ['side SIDE_REQUIRED']],
    ['an infusion without its supervisor', 'inf.ketamine', {}, ['supervisor SUPERVISOR_REQUIRED']],
    ['a field of another kind', 'sup.support-group', { steroid: 'triamcinolone' }, ['steroid DETAIL_UNFIT']],
    ['a NUL byte', 'sup.support-group', { withWhom: 'A\u0000' }, ['withWhom TEXT_UNPRINTABLE']],
    ['half a character', 'sup.support-group', { withWhom: '\ud800' }, ['withWhom TEXT_ILL_FORMED']],
    ['a text without end', 'sup.support-group', { withWhom: 'x'.repeat(100_000) }, ['withWhom TOO_LONG']],
  ])('with %s are refused, and nothing is written', async (_, catalogueId, details, expected) => {
    const before = await world.revisionOf(patientId);
    expect(await refusal('planActivity', { catalogueId, discipline: 'physiatrist', details })).toEqual(expected);
    expect(await world.revisionOf(patientId)).toBe(before);
  });

  it('name as supervisor only who is on the team', async () => {
    const stranger = await clinic.join('Stella Stranger', 'pain-specialist');
    expect(await refusal('planActivity', { catalogueId: 'inf.ketamine', discipline: 'pain-specialist', details: { supervisor: stranger.person.personId } })).toEqual(['supervisor NOT_ON_TEAM']);
  });

  it('are left when absent, cleared by null, and taken back with their change', async () => {
    const { entityId: activityId } = await plan('med.duloxetine', { doseAmount: 30, doseUnit: 'mg', timesPerDay: 1 });
    const { revision } = await clinic.does(physiatrist, 'editActivity', patientId, { activityId, details: { doseAmount: 60, timesPerDay: null } });
    expect((await shown(activityId)).details).toEqual({ doseAmount: 60, doseUnit: 'mg' });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision });
    expect((await shown(activityId)).details).toEqual({ doseAmount: 30, doseUnit: 'mg', timesPerDay: 1 });
  });

  it('that another kind does not have go when a planned activity becomes that kind', async () => {
    const { entityId: activityId } = await plan('med.duloxetine', { drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', measure: 'nprs' });
    await clinic.does(physiatrist, 'editActivity', patientId, { activityId, catalogueId: 'psy.cbt', details: { sessionsPlanned: 8 } });
    expect((await shown(activityId)).details).toEqual({ measure: 'nprs', sessionsPlanned: 8 });
  });
});

describe('a start waits', () => {
  const start = (activityId: string) => refusal('moveActivity', { activityId, verb: 'START' });

  it('for the end or the review of what is meant for a short time, and for the drug of a class', async () => {
    const { entityId: activityId } = await plan('med.opioid-short-term', {});
    expect(await start(activityId)).toEqual(['reviewOn SHORT_TERM', 'drug DRUG_REQUIRED']);
    await clinic.does(physiatrist, 'editActivity', patientId, { activityId, reviewOn: world.day(14), details: { drug: 'tramadol' } });
    expect(await start(activityId)).toEqual(['PlanChange']);
  });

  it('for the place of an injection', async () => {
    const { entityId: activityId } = await plan('proc.occipital-nerve-block', {});
    expect(await start(activityId)).toEqual(['site SITE_REQUIRED', 'side SIDE_REQUIRED']);
  });
});

describe('a trial', () => {
  const running = async () => {
    const { entityId: activityId } = await plan('cam.acupuncture', { sessionsPlanned: 8 });
    await clinic.does(physiatrist, 'moveActivity', patientId, { activityId, verb: 'START' });
    return activityId;
  };

  it('is kept until its next review, then stopped with how it went; the history says why', async () => {
    const activityId = await running();
    await clinic.does(physiatrist, 'decideActivity', patientId, { activityId, decision: 'KEEP', reason: 'Sleeps better', reviewOn: world.day(28) });
    expect(await shown(activityId)).toMatchObject({ status: 'ACTIVE', reviewOn: world.day(28), details: { sessionsPlanned: 8, decision: 'keep', decidedOn: world.today, decisionReason: 'Sleeps better' } });
    const { revision } = await clinic.does(physiatrist, 'decideActivity', patientId, { activityId, decision: 'STOP', reason: 'No change of pain', outcome: 'NONE' });
    expect(await shown(activityId)).toMatchObject({ status: 'STOPPED', statusReason: 'No change of pain', endsOn: world.today, details: { decision: 'stop', outcome: 'none' } });
    const [written] = await revisionsAfter(therapist.client, patientId, revision - 1);
    expect(written).toMatchObject({ verb: 'activity.decide', reason: 'No change of pain' });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision });
    expect(await shown(activityId)).toMatchObject({ status: 'ACTIVE', endsOn: null, details: { decision: 'keep' } });
  });

  it('keeps what was decided when its details are cleared', async () => {
    const activityId = await running();
    await clinic.does(physiatrist, 'decideActivity', patientId, { activityId, decision: 'KEEP', reason: 'Sleeps better', reviewOn: world.day(28) });
    await clinic.does(physiatrist, 'editActivity', patientId, { activityId, details: null });
    expect((await shown(activityId)).details).toEqual({ decision: 'keep', decidedOn: world.today, decisionReason: 'Sleeps better' });
  });

  it('is not decided over a colleague’s change of the order', async () => {
    const activityId = await running();
    const baseRevision = await world.revisionOf(patientId);
    await clinic.does(therapist, 'editActivity', patientId, { activityId, details: { sessionsPlanned: 12 } });
    const answer = await change(physiatrist.client, 'decideActivity', { patientId, baseRevision, activityId, decision: 'STOP', reason: 'No benefit' });
    expect(answer.groups?.map(({ group }) => group)).toContain('order');
  });

  it('says how it went when it is completed, and "declined" when it never began', async () => {
    const activityId = await running();
    await clinic.does(physiatrist, 'moveActivity', patientId, { activityId, verb: 'COMPLETE', outcome: 'PARTIAL' });
    expect((await shown(activityId)).details).toMatchObject({ outcome: 'partial' });
    const { entityId: declined } = await plan('cam.massage', {});
    await clinic.does(physiatrist, 'moveActivity', patientId, { activityId: declined, verb: 'DECLINE', reason: 'Dislikes touch' });
    expect((await shown(declined)).details).toEqual({ outcome: 'declined' });
  });
});

describe('what was tried before', () => {
  it('stands in the history of treatments with its outcome, and can be taken back', async () => {
    const { entityId, revision } = await clinic.does(physiatrist, 'recordPastTreatment', patientId, { catalogueId: 'inf.ketamine', discipline: 'pain-specialist', outcome: 'NOT_TOLERATED', endedOn: '2019-05-01', reason: 'Two infusions, hallucinations' });
    expect(await shown(entityId)).toMatchObject({ status: 'STOPPED', endsOn: '2019-05-01', statusReason: 'Two infusions, hallucinations', details: { outcome: 'not-tolerated' } });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision });
    expect(await activities()).toEqual([]);
  });

  it('is refused when it is still to come', async () => {
    expect(await refusal('recordPastTreatment', { catalogueId: 'inf.ketamine', discipline: 'nurse', outcome: 'NONE', endedOn: world.day(1) })).toEqual(['endedOn DATE_IN_FUTURE']);
  });
});
