import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Fingerprints } from '../support/access-fingerprint.ts';
import { PlanClinic, type PlanAnswer, change, faultOf, planOf, revisionsAfter } from '../support/plan-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';
import { START } from '../support/world.ts';

let clinic: PlanClinic;
let physiatrist: Clinician;
let therapist: Clinician;
let fingerprints: Fingerprints;
let patientId: string;

beforeAll(async () => {
  clinic = await PlanClinic.open();
  ({ physiatrist, therapist } = clinic);
  fingerprints = await Fingerprints.of(clinic.world.database);
});
afterAll(async () => {
  await fingerprints.close();
  await clinic.close();
});
beforeEach(async () => {
  clinic.world.clock.moveTo(START);
  patientId = await clinic.patient();
});

const undo = (by: Clinician, revision: number): Promise<PlanAnswer> => change(by.client, 'undoPlanChange', { patientId, revision });
const plan = async () => (await planOf(therapist.client, patientId)).plan;

/** It is refused for this, and nothing is written. */
async function isRefused(by: Clinician, revision: number, code: string): Promise<void> {
  const before = await fingerprints.take();
  expect(await undo(by, revision)).toEqual({ __typename: 'RuleViolation', violations: [{ code, field: 'revision' }] });
  expect(await fingerprints.take()).toEqual(before);
}
/** It meets what a colleague did, and nothing is written. */
async function meets(by: Clinician, revision: number, ...groups: readonly string[]): Promise<void> {
  const before = await fingerprints.take();
  const answer = await undo(by, revision);
  expect(answer.groups?.map(({ group }) => group)).toEqual(groups);
  expect(await fingerprints.take()).toEqual(before);
}

describe('taken back, the plan is exactly what it was', () => {
  type Step = readonly [name: string, input: Record<string, unknown>];
  interface Things {
    readonly goalId: string;
    readonly secondId: string;
    readonly activityId: string;
  }

  /** A goal with everything in it, a second one, and an activity for the first; then the steps that lead to where the change is made. */
  async function things(...steps: readonly ((of: Things) => Step)[]): Promise<Things> {
    const { world } = clinic;
    const goalId = await clinic.goal(patientId, {
      words: 'Carry the shopping home', restatement: 'Lift 5 kg', ownerId: physiatrist.person.personId, participantIds: [physiatrist.person.personId],
      target: { measure: 'peg', baseline: 7, value: 4.5, unit: 'points', date: world.day(60) },
    });
    const secondId = await clinic.goal(patientId, { words: 'Sleep until the alarm', domain: 'SLEEP' });
    const activityId = await clinic.duloxetine(patientId, { ownerId: physiatrist.person.personId, goalIds: [goalId], startsOn: world.day(1), reviewOn: world.day(14), endsOn: world.day(60) });
    const made = { goalId, secondId, activityId };
    for (const step of steps) await clinic.does(physiatrist, step(made)[0], patientId, step(made)[1]);
    return made;
  }
  const move = (verb: string, fields: Record<string, unknown> = {}) => ({ goalId }: Things): Step => ['moveGoal', { goalId, verb, ...fields }];
  const moveActivity = (verb: string, fields: Record<string, unknown> = {}) => ({ activityId }: Things): Step => ['moveActivity', { activityId, verb, ...fields }];
  const editGoal = (fields: () => Record<string, unknown>) => ({ goalId }: Things): Step => ['editGoal', { goalId, ...fields() }];
  const editActivity = (fields: (of: Things) => Record<string, unknown>) => (of: Things): Step => ['editActivity', { activityId: of.activityId, ...fields(of) }];
  const because = { reason: 'A flare' };

  it.each<readonly [what: string, before: readonly ((of: Things) => Step)[], change: (of: Things) => Step]>([
    ['a goal’s words and restatement', [], editGoal(() => ({ words: 'Carry my grandson', restatement: null }))],
    ['a goal’s scope and domain', [], editGoal(() => ({ scope: 'UPPER_BACK', domain: 'PACING' }))],
    ['how a goal goes', [], editGoal(() => ({ achievement: 'IMPROVING' }))],
    ['a goal’s owner', [], editGoal(() => ({ ownerId: therapist.person.personId }))],
    ['a goal without owner', [], editGoal(() => ({ ownerId: null }))],
    ['a goal’s target, of which one part was changed', [], editGoal(() => ({ target: { measure: 'peg', baseline: 7, value: 3, unit: 'points', date: '2027-01-22' } }))],
    ['a goal’s target that was taken away', [], editGoal(() => ({ target: null }))],
    ['a goal’s participants, of whom one came', [], editGoal(() => ({ participantIds: [physiatrist.person.personId, therapist.person.personId] }))],
    ['a goal’s participants, of whom one came and one went', [], editGoal(() => ({ participantIds: [therapist.person.personId] }))],
    ['a goal’s participants, who all went', [], editGoal(() => ({ participantIds: [] }))],
    ['everything of a goal at once', [], editGoal(() => ({ words: 'Carry my grandson', restatement: null, scope: 'UPPER_BACK', domain: 'PACING', achievement: 'WORSENING', ownerId: null, participantIds: [], target: { unit: 'steps', value: 1 } }))],
    ['a goal’s attainment scale', [], editGoal(() => ({ scale: ['None', 'One flight', 'Two flights', 'Three flights', 'Four flights'] }))],
    ['a goal that was joined', [], ({ secondId }) => ['joinGoal', { goalId: secondId }]],
    ['a goal that was activated', [], move('ACTIVATE')],
    ['a goal that was paused', [move('ACTIVATE')], move('PAUSE', because)],
    ['a goal that was resumed', [move('ACTIVATE'), move('PAUSE', because)], move('RESUME')],
    ['a goal that was completed', [move('ACTIVATE')], move('COMPLETE', { achievement: 'ACHIEVED' })],
    ['a goal that was completed from a hold, short of it', [move('ACTIVATE'), move('PAUSE', because)], move('COMPLETE', { achievement: 'NOT_ACHIEVED', ...because })],
    ['a goal that was cancelled', [], move('CANCEL', because)],
    ['an activity’s dose and reason', [], editActivity(() => ({ doseText: '60 mg once a day', reason: null }))],
    ['an activity that became another', [], editActivity(() => ({ catalogueId: 'med.pregabalin', discipline: 'nurse' }))],
    ['an activity’s days', [], editActivity(() => ({ startsOn: null, reviewOn: null, endsOn: null }))],
    ['an activity’s next step', [], editActivity(() => ({ nextStep: 'Ask about sleep in two weeks' }))],
    ['an activity’s owner', [], editActivity(() => ({ ownerId: therapist.person.personId }))],
    ['an activity’s goals, of which one came and one went', [], editActivity(({ secondId }) => ({ goalIds: [secondId] }))],
    ['an activity’s goals, of which one came', [], editActivity(({ goalId, secondId }) => ({ goalIds: [goalId, secondId] }))],
    ['an activity’s goals, which all went, with its dose', [], editActivity(() => ({ goalIds: [], doseText: '90 mg' }))],
    ['an activity that was started', [], moveActivity('START')],
    ['an activity that was paused', [moveActivity('START')], moveActivity('PAUSE', because)],
    ['an activity that was resumed', [moveActivity('START'), moveActivity('PAUSE', because)], moveActivity('RESUME')],
    ['an activity that was completed', [moveActivity('START')], moveActivity('COMPLETE')],
    ['an activity that was stopped', [], moveActivity('STOP', because)],
    ['an activity that was declined', [], moveActivity('DECLINE', because)],
    ['the plan’s title and summary', [], () => ['editPlan', { title: 'Another title', summary: 'First\n\nSecond' }]],
    ['the plan’s start', [], () => ['activatePlan', { withoutScreenReason: 'Seen elsewhere today' }]],
    ['what everybody says', [], () => ['editPlan', { agreedMessage: 'Movement is safe' }]],
    ['a proposed goal', [], () => ['proposeGoal', { words: 'See my sister again', scope: 'WHOLE_PERSON', domain: 'SOCIAL', participantIds: [physiatrist.person.personId] }]],
    ['a planned activity', [], ({ goalId }) => ['planActivity', { catalogueId: 'life.sleep-hygiene', discipline: 'nurse', goalIds: [goalId] }]],
  ])('%s', async (_what, steps, step) => {
    const made = await things(...steps);
    const before = await plan();
    const [name, input] = step(made);
    const { entityId, revision } = await clinic.does(physiatrist, name, patientId, input);
    expect(await plan()).not.toEqual(before);

    expect(await undo(physiatrist, revision)).toEqual({ __typename: 'PlanChange', entityId, revision: revision + 1, meanwhile: [] });
    expect(await plan()).toEqual(before);

    // The history keeps both: each thing that was written is unwritten by the next.
    const [first, second] = await revisionsAfter(therapist.client, patientId, revision - 1);
    expect([first?.number, second?.number, second?.verb, second?.base]).toEqual([revision, revision + 1, 'plan.undo', revision]);
    const isAddition = name === 'proposeGoal' || name === 'planActivity';
    const written = first!.changes.map(({ field, before: from, after: to }) => ({ field, from, to })).sort((a, b) => a.field.localeCompare(b.field));
    const unwritten = second!.changes.map(({ field, before: from, after: to }) => ({ field, from: to, to: from })).sort((a, b) => a.field.localeCompare(b.field));
    if (isAddition) expect(second!.changes).toMatchObject([{ field: 'status', after: { text: 'entered-in-error' } }]);
    else expect(unwritten).toEqual(written);
  });

  it('nor can it be taken back a second time, nor the taking back', async () => {
    const { revision } = await clinic.does(physiatrist, 'editPlan', patientId, { title: 'Another title' });
    const undone = await undo(physiatrist, revision);
    await isRefused(physiatrist, revision, 'UNDO_OVERTAKEN');
    await isRefused(physiatrist, undone.revision!, 'UNDO_IMPOSSIBLE');
  });

  it('and what left the plan cannot be changed any more', async () => {
    const goal = await clinic.does(physiatrist, 'proposeGoal', patientId, { words: 'See my sister again', scope: 'WHOLE_PERSON', domain: 'SOCIAL' });
    await undo(physiatrist, goal.revision);
    const baseRevision = await clinic.world.revisionOf(patientId);
    expect(await change(therapist.client, 'joinGoal', { patientId, baseRevision, goalId: goal.entityId })).toMatchObject({ violations: [{ code: 'GOAL_STATUS' }] });
  });
});

describe('a colleague’s work', () => {
  it.each<readonly [what: string, mine: Record<string, unknown>, theirs: Record<string, unknown>, left: Record<string, unknown>]>([
    ['on another order of the goal', { words: 'Carry my grandson' }, { target: { value: 3, unit: 'points' } }, { words: 'Carry the shopping home', target: { value: 3, unit: 'points' } }],
    ['on how it goes', { target: { value: 9 } }, { achievement: 'IMPROVING' }, { target: null, achievement: 'IMPROVING' }],
    ['on its owner', { restatement: 'Lift 5 kg', scope: 'UPPER_BACK' }, { ownerId: 'therapist' }, { restatement: null, scope: 'WHOLE_PERSON', owner: 'therapist' }],
  ])('%s is kept', async (_what, mine, theirs, left) => {
    const named = (fields: Record<string, unknown>) => Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, value === 'therapist' ? (field === 'owner' ? { id: therapist.person.personId } : therapist.person.personId) : value]));
    const goalId = await clinic.goal(patientId, { words: 'Carry the shopping home' });
    const { revision } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, ...mine });
    const kept = await clinic.does(therapist, 'editGoal', patientId, { goalId, ...named(theirs) });
    const answer = await undo(physiatrist, revision);
    expect(answer.__typename).toBe('PlanChange');
    expect(answer.meanwhile?.map(({ number }) => number)).toEqual([kept.revision]);
    expect((await plan()).goals[0]).toMatchObject(named(left));
  });

  it('on another goal, or on the activity’s review, is not in the way', async () => {
    const [goalId, other] = [await clinic.goal(patientId), await clinic.goal(patientId)];
    const activityId = await clinic.duloxetine(patientId);
    const mine = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Carry my grandson' });
    const dose = await clinic.does(physiatrist, 'editActivity', patientId, { activityId, doseText: '60 mg' });
    await clinic.does(therapist, 'editGoal', patientId, { goalId: other, words: 'See my sister again' });
    await clinic.does(therapist, 'editActivity', patientId, { activityId, reviewOn: clinic.world.day(7) });
    expect((await undo(physiatrist, mine.revision)).__typename).toBe('PlanChange');
    expect((await undo(physiatrist, dose.revision)).__typename).toBe('PlanChange');
    expect(await plan()).toMatchObject({ goals: [{}, { words: 'See my sister again' }], activities: [{ doseText: '30 mg once a day', reviewOn: clinic.world.day(7) }] });
  });

  it('on the same field refuses it', async () => {
    const goalId = await clinic.goal(patientId, { words: 'Carry the shopping home' });
    const { revision } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Carry my grandson' });
    await clinic.does(therapist, 'editGoal', patientId, { goalId, words: 'Carry my bag' });
    await isRefused(physiatrist, revision, 'UNDO_OVERTAKEN');
  });

  it('on another part of the same order is a conflict: dose and indication are one', async () => {
    const activityId = await clinic.duloxetine(patientId);
    const { revision } = await clinic.does(physiatrist, 'editActivity', patientId, { activityId, doseText: '60 mg' });
    await clinic.does(therapist, 'editActivity', patientId, { activityId, reason: 'Neuropathic pain' });
    await meets(physiatrist, revision, 'order');
  });

  it.each<readonly [what: string, mine: (id: string) => readonly [string, Record<string, unknown>], theirs: (id: string) => readonly [string, Record<string, unknown>], group: string]>([
    ['a dose under an activity that was stopped meanwhile', (activityId) => ['editActivity', { activityId, doseText: '60 mg' }], (activityId) => ['moveActivity', { activityId, verb: 'STOP', reason: 'Nausea' }], 'status'],
    ['a start after which the dose was changed', (activityId) => ['moveActivity', { activityId, verb: 'START' }], (activityId) => ['editActivity', { activityId, doseText: '60 mg' }], 'order'],
  ])('on an entangled order is a conflict: %s', async (_what, mine, theirs, group) => {
    const activityId = await clinic.duloxetine(patientId);
    const { revision } = await clinic.does(physiatrist, mine(activityId)[0], patientId, mine(activityId)[1]);
    await clinic.does(therapist, theirs(activityId)[0], patientId, theirs(activityId)[1]);
    await meets(physiatrist, revision, group);
  });

  it('in the same list refuses it: one who joined is not put out with whom one had put out', async () => {
    const goalId = await clinic.goal(patientId, { participantIds: [physiatrist.person.personId] });
    const { revision } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, participantIds: [] });
    await clinic.does(therapist, 'joinGoal', patientId, { goalId });
    await isRefused(physiatrist, revision, 'UNDO_OVERTAKEN');
    expect((await plan()).goals[0]!.participants).toEqual([{ id: therapist.person.personId }]);
  });

  it.each<readonly [what: string, theirs: (goalId: string) => readonly [string, Record<string, unknown>]]>([
    ['joined it', (goalId) => ['joinGoal', { goalId }]],
    ['put an activity under it', (goalId) => ['planActivity', { catalogueId: 'life.sleep-hygiene', discipline: 'nurse', goalIds: [goalId] }]],
    ['gave it a target', (goalId) => ['editGoal', { goalId, target: { value: 20, unit: 'minutes' } }]],
    ['restated it', (goalId) => ['editGoal', { goalId, restatement: 'Lift 5 kg' }]],
    ['changed its words', (goalId) => ['editGoal', { goalId, words: 'Carry my bag' }]],
    ['activated it', (goalId) => ['moveGoal', { goalId, verb: 'ACTIVATE' }]],
  ])('on a new goal keeps it in the plan: a colleague %s', async (_what, theirs) => {
    const goal = await clinic.does(physiatrist, 'proposeGoal', patientId, { words: 'Carry the shopping home', scope: 'WHOLE_PERSON', domain: 'MOVEMENT' });
    const [name, input] = theirs(goal.entityId);
    await clinic.does(therapist, name, patientId, input);
    await isRefused(physiatrist, goal.revision, 'UNDO_OVERTAKEN');
  });

  it.each<readonly [what: string, theirs: (activityId: string) => readonly [string, Record<string, unknown>]]>([
    ['gave it a review', (activityId) => ['editActivity', { activityId, reviewOn: '2026-12-24' }]],
    ['started it', (activityId) => ['moveActivity', { activityId, verb: 'START' }]],
  ])('on a new activity keeps it in the plan: a colleague %s', async (_what, theirs) => {
    const activity = await clinic.does(physiatrist, 'planActivity', patientId, { catalogueId: 'med.duloxetine', discipline: 'physiatrist' });
    const [name, input] = theirs(activity.entityId);
    await clinic.does(therapist, name, patientId, input);
    await isRefused(physiatrist, activity.revision, 'UNDO_OVERTAKEN');
  });

  it('is not theirs to undo, nor anything but the plan’s', async () => {
    const { revision } = await clinic.does(physiatrist, 'editPlan', patientId, { title: 'Another title' });
    await isRefused(therapist, revision, 'UNDO_NOT_YOURS');
    await isRefused(physiatrist, 1, 'UNDO_IMPOSSIBLE');
  });
});

it('one’s own later change of the same thing is not undone with it', async () => {
  const goalId = await clinic.goal(patientId);
  const { revision } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Carry my grandson' });
  await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Carry my bag' });
  await isRefused(physiatrist, revision, 'UNDO_OVERTAKEN');
});

it('what would end before it starts is not put back', async () => {
  const { world } = clinic;
  const activityId = await clinic.duloxetine(patientId, { startsOn: world.day(20) });
  const { revision } = await clinic.does(physiatrist, 'editActivity', patientId, { activityId, startsOn: world.day(1) });
  await clinic.does(physiatrist, 'editActivity', patientId, { activityId, endsOn: world.day(10) });
  await isRefused(physiatrist, revision, 'UNDO_OVERTAKEN');
});

it('it can be undone for a minute and not longer', async () => {
  const { clock } = clinic.world;
  const [first, second] = [await clinic.does(physiatrist, 'editPlan', patientId, { title: 'First' }), await clinic.does(physiatrist, 'editPlan', patientId, { summary: 'Second' })];
  clock.moveTo(new Date(START.getTime() + 60_000));
  expect((await undo(physiatrist, first.revision)).__typename).toBe('PlanChange');
  clock.moveTo(new Date(START.getTime() + 60_001));
  await isRefused(physiatrist, second.revision, 'UNDO_TOO_LATE');
});

it('sent again, it is answered again and done once', async () => {
  const { revision } = await clinic.does(physiatrist, 'editPlan', patientId, { title: 'Another title' });
  const input = { commandId: '0198c0de-0000-7000-8000-000000000001', patientId, revision };
  const answers = await Promise.all([1, 2, 3].map(() => change(physiatrist.client, 'undoPlanChange', input)));
  clinic.world.clock.moveTo(new Date(START.getTime() + 600_000));
  answers.push(await change(physiatrist.client, 'undoPlanChange', input));
  expect(answers).toEqual(Array(4).fill({ __typename: 'PlanChange', entityId: answers[0]!.entityId, revision: revision + 1, meanwhile: [] }));
  expect(await clinic.world.revisionOf(patientId)).toBe(revision + 1);
});

it('nobody undoes in a record that they do not write in', async () => {
  const { revision } = await clinic.does(physiatrist, 'editPlan', patientId, { title: 'Another title' });
  const stranger = await clinic.join('Hamid Solberg', 'physical-therapist');
  expect(await faultOf(stranger.client, 'undoPlanChange', { patientId, revision })).toMatchObject({ code: 'NOT_FOUND' });
});
