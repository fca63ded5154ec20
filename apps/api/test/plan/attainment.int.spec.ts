import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlanClinic, change, planOf, revisionsAfter } from '../support/plan-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';
import { START } from '../support/world.ts';

const SCALE = ['No gardening', 'Garden for 10 minutes', 'Garden for 30 minutes', 'Garden for 45 minutes', 'Garden for 60 minutes without a flare'];
const WORDS: Readonly<Record<number, string>> = { [-2]: SCALE[0]!, [-1]: SCALE[1]!, 0: SCALE[2]!, 1: SCALE[3]!, 2: SCALE[4]! };
const SCORES = 'query ($patientId: ID!) { patient(patientId: $patientId) { plan { attainment { clinician { value goals } patient { value goals } source sourceStatus } goals { ratings { level } } } } }';

let clinic: PlanClinic;
let physiatrist: Clinician;
let therapist: Clinician;
let patientId: string;
let goalId: string;

beforeAll(async () => {
  clinic = await PlanClinic.open();
  ({ physiatrist, therapist } = clinic);
});
afterAll(() => clinic.close());
beforeEach(async () => {
  clinic.world.clock.moveTo(START);
  patientId = await clinic.patient();
  goalId = await scaledGoal();
});

async function scaledGoal(scale: readonly string[] = SCALE): Promise<string> {
  const id = await clinic.goal(patientId);
  await clinic.does(physiatrist, 'moveGoal', patientId, { goalId: id, verb: 'ACTIVATE' });
  await clinic.does(physiatrist, 'editGoal', patientId, { goalId: id, scale });
  return id;
}
const today = () => clinic.world.today;
const rating = (level: number, over: Record<string, unknown> = {}) => ({ goalId, rater: 'CLINICIAN', level, words: WORDS[level], ratedOn: today(), ...over });
const rate = (by: Clinician, level: number, over: Record<string, unknown> = {}) => clinic.does(by, 'rateGoal', patientId, rating(level, over));
const goals = async (by = therapist) => (await planOf(by.client, patientId)).plan.goals;
const ratings = async () => (await goals()).find(({ id }) => id === goalId)!.ratings;
const scores = async (by = therapist) => (await by.client.data<{ patient: { plan: { attainment: Record<string, { value: number; goals: number } | null> | null; goals: { ratings: unknown[] | null }[] } } }>(SCORES, { patientId })).patient.plan;

describe('a rating', () => {
  it('keeps the words that were rated when the descriptors change, and both say when', async () => {
    await rate(therapist, 0, { rater: 'PATIENT', note: ' With the new spade ' });
    const anew = SCALE.with(2, 'Garden for 20 minutes');
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId, scale: anew });
    await rate(therapist, 0, { words: 'Garden for 20 minutes' });
    expect((await goals())[0]!.scale).toEqual(anew);
    expect(await ratings()).toMatchObject([
      { rater: 'CLINICIAN', level: 0, words: 'Garden for 20 minutes', ratedOn: today(), note: null },
      { rater: 'PATIENT', level: 0, words: 'Garden for 30 minutes', ratedOn: today(), note: 'With the new spade' },
    ]);
  });

  it('of words that a colleague changed meanwhile is refused, until they were read', async () => {
    const baseRevision = await clinic.world.revisionOf(patientId);
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId, scale: SCALE.with(3, 'Garden for 40 minutes') });
    expect(await change(therapist.client, 'rateGoal', { patientId, baseRevision, ...rating(1) })).toEqual({ __typename: 'RuleViolation', violations: [{ code: 'SCALE_CHANGED', field: 'level' }] });
    // What stands as it was read may be rated, whatever else moved.
    expect(await change(therapist.client, 'rateGoal', { patientId, baseRevision, ...rating(0) })).toMatchObject({ __typename: 'PlanChange' });
  });

  it('stands by the day it is about: the newest day first, of one day the last one said', async () => {
    clinic.world.clock.moveTo(new Date(START.getTime() + 10 * 86_400_000));
    // Ten days are longer than a session.
    const later = { ...therapist, client: await clinic.world.as(therapist.person) };
    for (const [level, day] of [[1, -1], [-1, -8], [2, -1]] as const) await rate(later, level, { ratedOn: clinic.world.day(day) });
    expect((await goals(later))[0]!.ratings.map(({ level }) => level)).toEqual([2, 1, -1]);
  });

  it('says in the history who judged what, and calls the goal by its name', async () => {
    const { revision } = await rate(therapist, 1, { rater: 'PATIENT' });
    const [said] = await revisionsAfter(physiatrist.client, patientId, revision - 1);
    expect(said).toMatchObject({ verb: 'goal.rate', person: { name: 'Lucia Ferrante' } });
    const { words } = (await goals())[0]!;
    expect(said!.changes.map(({ entity, entityName, field, after }) => [entity, entityName, field, after?.text])).toEqual([
      ['goal-rating', words, 'goal', words], ['goal-rating', words, 'rater', 'patient'], ['goal-rating', words, 'level', '1'], ['goal-rating', words, 'words', WORDS[1]],
      ['goal-rating', words, 'ratedOn', today()], ['goal-rating', words, 'recordedBy', 'Lucia Ferrante'], ['goal-rating', words, 'status', 'active'],
    ]);
  });

  it('makes no new version of the plan; the scale does', async () => {
    const version = async () => (await therapist.client.data<{ patient: { planVersion: number } }>('query ($patientId: ID!) { patient(patientId: $patientId) { planVersion } }', { patientId })).patient.planVersion;
    const before = await version();
    await rate(therapist, 1);
    expect(await version()).toBe(before);
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId, scale: SCALE.with(0, 'No garden at all') });
    expect(await version()).toBe(before + 1);
  });
});

describe('taken back', () => {
  it('a rating at once is gone from the plan, and the next undo puts a withdrawn one back', async () => {
    const { entityId, revision } = await rate(therapist, 1);
    const before = await ratings();
    const withdrawn = await clinic.does(therapist, 'withdrawRating', patientId, { ratingId: entityId, reason: 'The wrong goal' });
    expect(await ratings()).toEqual([]);
    await clinic.does(therapist, 'undoPlanChange', patientId, { revision: withdrawn.revision });
    expect(await ratings()).toEqual(before);
    await clinic.does(therapist, 'undoPlanChange', patientId, { revision: (await rate(therapist, 2)).revision });
    expect(await ratings()).toEqual(before);
    expect(await change(physiatrist.client, 'undoPlanChange', { patientId, revision })).toMatchObject({ violations: [{ code: 'UNDO_NOT_YOURS' }] });
  });

  it('a rating entered in error stays in the history with the reason, and only once', async () => {
    const { entityId } = await rate(therapist, 1);
    const { revision } = await clinic.does(physiatrist, 'withdrawRating', patientId, { ratingId: entityId, reason: 'The wrong goal' });
    expect(await revisionsAfter(therapist.client, patientId, revision - 1)).toMatchObject([
      { verb: 'goal.withdraw-rating', reason: 'The wrong goal', changes: [{ entityId, field: 'status', before: { text: 'active' }, after: { text: 'entered-in-error' } }] },
    ]);
    expect(await change(therapist.client, 'withdrawRating', { patientId, baseRevision: revision, ratingId: entityId, reason: 'Again' })).toMatchObject({ violations: [{ code: 'RATING_WITHDRAWN', field: 'ratingId' }] });
  });
});

describe('two people at one scale', () => {
  it('meet as one group, whichever descriptor each changed', async () => {
    const baseRevision = await clinic.world.revisionOf(patientId);
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId, scale: SCALE.with(4, 'Garden all morning') });
    const met = await change(therapist.client, 'editGoal', { patientId, baseRevision, goalId, scale: SCALE.with(0, 'No garden at all') });
    expect(met.groups?.map(({ group, fields }) => [group, fields.find(({ field }) => field === 'scalePlus2')])).toEqual([
      ['scale', { field: 'scalePlus2', base: SCALE[4], theirs: 'Garden all morning', mine: SCALE[4] }],
    ]);
  });

  it('merge with an edit of the words', async () => {
    const baseRevision = await clinic.world.revisionOf(patientId);
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Garden again' });
    const scale = SCALE.with(0, 'No garden at all');
    expect(await change(therapist.client, 'editGoal', { patientId, baseRevision, goalId, scale })).toMatchObject({ __typename: 'PlanChange', meanwhile: [{ changes: [{ field: 'words' }] }] });
    expect(await goals()).toMatchObject([{ words: 'Garden again', scale }]);
  });
});

describe('the T-scores of the plan', () => {
  it('are made of the latest rating of each goal, one for each rater, and name their source', async () => {
    expect((await scores()).attainment).toMatchObject({ clinician: null, patient: null });
    await rate(therapist, -2);
    for (const [id, level] of [[goalId, 1], [await scaledGoal(), 1], [await scaledGoal(), 0]] as const) await rate(therapist, level, { goalId: id });
    await rate(therapist, 0, { rater: 'PATIENT' });
    const cancelled = await scaledGoal();
    await rate(therapist, -2, { goalId: cancelled });
    await clinic.does(physiatrist, 'moveGoal', patientId, { goalId: cancelled, verb: 'CANCEL', reason: 'Another wish' });
    await clinic.does(physiatrist, 'moveGoal', patientId, { goalId, verb: 'COMPLETE', achievement: 'ACHIEVED' });
    expect((await scores()).attainment).toEqual({
      clinician: { value: expect.closeTo(59.13, 2), goals: 3 }, patient: { value: 50, goals: 1 },
      source: 'Goal attainment scaling, Turner-Stokes 2009', sourceStatus: 'primary source located, number read elsewhere',
    });
  });

  it('and ratings are not a peer mentor’s part: not shown, which is not the same as not rated', async () => {
    await rate(therapist, 1);
    const mentor = await clinic.join('Philippa Nandakumar', 'peer-mentor');
    await clinic.world.member(physiatrist.client, patientId, mentor.person, { role: 'OBSERVER', validFrom: clinic.world.day(-7) });
    await clinic.world.consent(physiatrist.client, patientId);
    expect(await scores(mentor)).toEqual({ attainment: null, goals: [{ ratings: null }] });
    expect((await scores()).goals).toEqual([{ ratings: [{ level: 1 }] }]);
  });
});
