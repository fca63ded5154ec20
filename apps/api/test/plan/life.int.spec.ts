import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { command, done, type Outcome } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { type TestPerson, World } from '../support/world.ts';

interface Goal {
  readonly id: string;
  readonly words: string;
  readonly restatement: string | null;
  readonly scope: string;
  readonly domain: string;
  readonly status: string;
  readonly achievement: string;
  readonly transitions: string[];
  readonly owner: { readonly name: string } | null;
  readonly participants: { readonly name: string }[];
  readonly target: Record<string, unknown> | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
}

interface Activity {
  readonly id: string;
  readonly name: string;
  readonly column: string;
  readonly status: string;
  readonly transitions: string[];
  readonly statusReason: string | null;
  readonly doseText: string | null;
  readonly reason: string | null;
  readonly startsOn: string | null;
  readonly reviewOn: string | null;
  readonly endsOn: string | null;
  readonly owner: { readonly name: string } | null;
  readonly goalIds: string[];
}

interface Plan {
  readonly title: string;
  readonly summary: string | null;
  readonly status: string;
  readonly reviewDate: string | null;
  readonly agreedMessage: string | null;
  readonly agreedOn: string | null;
  readonly goals: Goal[];
  readonly activities: Activity[];
}

const PLAN = `query ($patientId: ID!) { patient(patientId: $patientId) { revision planVersion plan { title summary status reviewDate agreedMessage agreedOn
  goals { id words restatement scope domain status achievement transitions owner { name } participants { name } target { measure measureName baseline value unit date } startedOn endedOn endReason }
  activities { id name column status transitions statusReason doseText reason startsOn reviewOn endsOn owner { name } goalIds } } } }`;

let world: World;
let lead: TestPerson;
let therapist: TestPerson;
let physiatrist: Client;
let therapistClient: Client;
let patientId: string;

beforeAll(async () => {
  world = await World.open();
  const clinic = await world.organization();
  lead = await world.person(clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
  therapist = await world.person(clinic, 'Lucia Ferrante', 'physical-therapist');
  physiatrist = await world.as(lead);
  therapistClient = await world.as(therapist);
});
afterAll(() => world.close());

beforeEach(async () => {
  patientId = (await world.patient(physiatrist)).id;
  await world.member(physiatrist, patientId, therapist);
});

const at = async (input: Record<string, unknown>) => ({ patientId, baseRevision: await world.revisionOf(patientId), ...input });
const does = async (name: string, input: Record<string, unknown>, by = physiatrist): Promise<Outcome> => done(by, name, await at(input));
const tries = async (name: string, input: Record<string, unknown>, by = physiatrist): Promise<Outcome> => command(by, name, await at(input));
const read = async () => (await physiatrist.data<{ patient: { revision: number; planVersion: number; plan: Plan } }>(PLAN, { patientId })).patient;
const goals = async () => (await read()).plan.goals;
const wish = (words = 'Sleep through till six') => ({ words, scope: 'WHOLE_PERSON', domain: 'SLEEP' });
const duloxetine = { catalogueId: 'med.duloxetine', discipline: 'physiatrist', doseText: '30 mg once a day', reason: 'Pain and low mood' };

describe('a goal', () => {
  it('is proposed in the patient’s words, with everything that belongs to it', async () => {
    const target = { measure: 'isi', baseline: 18, value: 8, unit: 'points', date: world.day(60) };
    await does('proposeGoal', { ...wish('  Sleep through till six '), restatement: 'Sleep efficiency above 85 %', ownerId: lead.personId, participantIds: [therapist.personId], target });
    expect(await goals()).toEqual([
      {
        id: expect.any(String), words: 'Sleep through till six', restatement: 'Sleep efficiency above 85 %', scope: 'WHOLE_PERSON', domain: 'SLEEP', status: 'PROPOSED', achievement: 'IN_PROGRESS',
        transitions: ['ACTIVATE', 'CANCEL'], owner: { name: 'Ingrid Vasquez-Thorne' }, participants: [{ name: 'Lucia Ferrante' }],
        target: { ...target, measureName: 'ISI' }, startedOn: null, endedOn: null, endReason: null,
      },
    ]);
  });

  it('is activated, paused, resumed and completed; it says when, and how it went', async () => {
    const { id: goalId } = await does('proposeGoal', wish());
    const moved = async (input: Record<string, unknown>) => {
      await does('moveGoal', { goalId, ...input });
      const [goal] = await goals();
      return [goal!.status, goal!.startedOn, goal!.endedOn, goal!.achievement, goal!.endReason];
    };
    expect(await moved({ verb: 'ACTIVATE' })).toEqual(['ACTIVE', world.today, null, 'IN_PROGRESS', null]);
    expect(await moved({ verb: 'PAUSE', reason: 'Her mother is ill' })).toEqual(['ON_HOLD', world.today, null, 'IN_PROGRESS', null]);
    expect(await moved({ verb: 'RESUME' })).toEqual(['ACTIVE', world.today, null, 'IN_PROGRESS', null]);
    expect(await moved({ verb: 'COMPLETE', achievement: 'NOT_ACHIEVED', reason: 'Wakes at four' })).toEqual(['COMPLETED', world.today, world.today, 'NOT_ACHIEVED', 'Wakes at four']);
    expect((await tries('moveGoal', { goalId, verb: 'RESUME' })).refusal).toBe('GOAL_STATUS goalId');
    expect((await tries('editGoal', { goalId, words: 'Too late' })).refusal).toBe('GOAL_STATUS goalId');
  });

  it('is edited: what is absent stays, what is null is cleared, the target is one thing', async () => {
    const { id: goalId } = await does('proposeGoal', { ...wish(), restatement: 'To be cleared', ownerId: lead.personId, target: { value: 7, unit: 'hours' } });
    await does('editGoal', { goalId, restatement: null, ownerId: null, participantIds: [lead.personId, therapist.personId], achievement: 'IMPROVING', target: { baseline: 5, value: 7 } });
    const [goal] = await goals();
    expect(goal).toMatchObject({
      words: 'Sleep through till six', restatement: null, owner: null, achievement: 'IMPROVING', target: { measure: null, measureName: null, baseline: 5, value: 7, unit: null, date: null },
    });
    expect(goal!.participants.map(({ name }) => name).sort()).toEqual(['Ingrid Vasquez-Thorne', 'Lucia Ferrante']);
    await does('editGoal', { goalId, target: null });
    expect((await goals())[0]!.target).toBeNull();
  });

  it('makes a new version of the plan, but how it goes does not', async () => {
    const before = (await read()).planVersion;
    const { id: goalId } = await does('proposeGoal', wish());
    expect((await read()).planVersion).toBe(before + 1);
    await does('editGoal', { goalId, achievement: 'IMPROVING' });
    expect((await read()).planVersion).toBe(before + 1);
  });
});

describe('a goal like one that is open', () => {
  it('is not proposed before the author has seen the other: it names it', async () => {
    const { id } = await does('proposeGoal', wish('Sleep through till six'));
    const answer = await tries('proposeGoal', wish('Sleep through the night'), therapistClient);
    expect([answer.outcome, answer.refusal]).toEqual(['RuleViolation', 'GOAL_SIMILAR words']);
    const { data } = await therapistClient.run<{ proposeGoal: { violations: { params: object[] }[] } }>(
      'mutation ($input: ProposeGoalInput!) { proposeGoal(input: $input) { ... on RuleViolation { violations { params { name value } } } } }',
      { input: { commandId: crypto.randomUUID(), ...(await at(wish('Sleep through the night'))) } },
    );
    expect(data?.proposeGoal.violations[0]?.params).toEqual([{ name: 'words', value: 'Sleep through till six' }, { name: 'goalId', value: id }]);
    expect(await goals()).toHaveLength(1);
  });

  it('is proposed when its author says that it is another one, and when the other is over', async () => {
    const { id } = await does('proposeGoal', wish('Sleep through till six'));
    await does('proposeGoal', { ...wish('Sleep through the night'), distinctFrom: [id] });
    const [first, second] = await goals();
    for (const goal of [first!, second!]) await does('moveGoal', { goalId: goal.id, verb: 'CANCEL', reason: 'Wrongly understood' });
    await does('proposeGoal', wish('Sleep through till six'));
    expect(await goals()).toHaveLength(3);
  });

  it('is joined, by several people at once, without anybody being in the way', async () => {
    const { id: goalId } = await does('proposeGoal', { ...wish(), participantIds: [] });
    const base = await at({ goalId });
    await done(physiatrist, 'joinGoal', base);
    await done(therapistClient, 'joinGoal', base);
    await done(therapistClient, 'joinGoal', base);
    expect((await goals())[0]!.participants.map(({ name }) => name).sort()).toEqual(['Ingrid Vasquez-Thorne', 'Lucia Ferrante']);
  });
});

describe('an activity', () => {
  it('is planned for a goal, started, paused with a reason, resumed and stopped; the indication stays what it was', async () => {
    const { id: goalId } = await does('proposeGoal', wish());
    const { id: activityId } = await does('planActivity', { ...duloxetine, ownerId: lead.personId, goalIds: [goalId], startsOn: world.day(1), reviewOn: world.day(30) });
    const moved = async (verb: string, reason?: string) => {
      await does('moveActivity', { activityId, verb, ...(reason ? { reason } : {}) });
      const [activity] = (await read()).plan.activities;
      return [activity!.status, activity!.statusReason, activity!.startsOn, activity!.endsOn, activity!.reason];
    };
    expect((await read()).plan.activities[0]).toMatchObject({
      name: 'Duloxetine (SNRI)', column: 'physiatry', status: 'PLANNED', transitions: ['START', 'STOP', 'DECLINE'], doseText: '30 mg once a day', goalIds: [goalId], owner: { name: 'Ingrid Vasquez-Thorne' },
    });
    expect(await moved('START')).toEqual(['ACTIVE', null, world.today, null, 'Pain and low mood']);
    expect(await moved('PAUSE', 'Nausea')).toEqual(['ON_HOLD', 'Nausea', world.today, null, 'Pain and low mood']);
    expect(await moved('RESUME')).toEqual(['ACTIVE', null, world.today, null, 'Pain and low mood']);
    expect(await moved('STOP', 'Nausea came back')).toEqual(['STOPPED', 'Nausea came back', world.today, world.today, 'Pain and low mood']);
    expect((await tries('editActivity', { activityId, doseText: '60 mg once a day' })).refusal).toBe('ACTIVITY_STATUS activityId');
  });

  it('is edited; the history has why', async () => {
    const { id: activityId } = await does('planActivity', { ...duloxetine, ownerId: lead.personId });
    await does('editActivity', { activityId, doseText: '60 mg once a day', reason: null, ownerId: null, endsOn: world.day(90), changeReason: 'Good effect, no nausea' });
    expect((await read()).plan.activities[0]).toMatchObject({ doseText: '60 mg once a day', reason: null, owner: null, endsOn: world.day(90) });
    const [revision] = await world.rows('SELECT verb, reason FROM plexus.revision WHERE patient_id = $1 ORDER BY number DESC LIMIT 1', [patientId]);
    expect(revision).toEqual({ verb: 'activity.edit', reason: 'Good effect, no nausea' });
  });

  it('is another treatment only while it is planned', async () => {
    const { id: activityId } = await does('planActivity', duloxetine);
    await does('editActivity', { activityId, catalogueId: 'med.pregabalin' });
    await does('moveActivity', { activityId, verb: 'START' });
    expect((await tries('editActivity', { activityId, catalogueId: 'med.duloxetine' })).refusal).toBe('ACTIVITY_BEGUN catalogueId');
  });
});

describe('the plan itself', () => {
  it('has a title, a summary, a review and a message that everybody says', async () => {
    await does('editPlan', { title: 'Back to the garden', summary: 'Sleep first.', reviewDate: world.day(30), agreedMessage: 'Hurt is not harm.' });
    expect((await read()).plan).toMatchObject({
      title: 'Back to the garden', summary: 'Sleep first.', status: 'DRAFT', reviewDate: world.day(30), agreedMessage: 'Hurt is not harm.', agreedOn: world.today,
    });
    await does('editPlan', { summary: null, agreedMessage: null });
    expect((await read()).plan).toMatchObject({ title: 'Back to the garden', summary: null, agreedMessage: null, agreedOn: null });
  });
});
