import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type PlanAnswer, PlanClinic, change, faultOf, planOf, revisionsAfter } from '../support/plan-clinic.ts';
import { type Clinician, lineOf } from '../support/record-clinic.ts';

const WRITERS = 16;
const TIMINGS = 50;

let clinic: PlanClinic;
let writers: Clinician[];

beforeAll(async () => {
  clinic = await PlanClinic.open();
  writers = [clinic.physiatrist, clinic.therapist];
  while (writers.length < WRITERS) writers.push(await clinic.join(`Nurse ${writers.length}`, 'nurse'));
});
afterAll(() => clinic.close());

const shared = () => clinic.patient(...writers.slice(2));
const isDone = (answer: PlanAnswer) => answer.__typename === 'PlanChange';
const gapless = (line: { revisions: readonly { number: number }[] }) => line.revisions.every(({ number }, index) => number === index + 1);

describe('sixteen people who write in one record at the same moment', () => {
  it('merge when each writes another order: all are done, one after another', async () => {
    const patientId = await shared();
    const goalIds = await Promise.all([1, 2].map((number) => clinic.goal(patientId, { words: `Wish ${number} ${randomUUID()}` })));
    const activityId = await clinic.duloxetine(patientId);
    const baseRevision = await clinic.world.revisionOf(patientId);
    const [one, two] = goalIds;
    const orders: readonly (readonly [name: string, input: Record<string, unknown>])[] = [
      ...goalIds.flatMap((goalId, which) => [
        ['editGoal', { goalId, words: `Words ${which}` }], ['editGoal', { goalId, restatement: `Restated ${which}` }], ['editGoal', { goalId, scope: 'UPPER_BACK' }], ['editGoal', { goalId, domain: 'PACING' }],
        ['editGoal', { goalId, ownerId: writers[which]!.person.personId }], ['editGoal', { goalId, target: { value: which + 1, unit: 'km' } }],
      ] as const),
      ['editActivity', { activityId, doseText: '60 mg once a day' }], ['editActivity', { activityId, goalIds: [one] }], ['editActivity', { activityId, reviewOn: clinic.world.day(7) }], ['editPlan', { title: 'Together' }],
    ];
    expect(orders).toHaveLength(WRITERS);
    const answers = await Promise.all(orders.map(([name, input], who) => change(writers[who]!.client, name, { patientId, baseRevision, ...input })));
    expect(answers.map((answer) => answer.__typename)).toEqual(Array(WRITERS).fill('PlanChange'));
    expect(answers.map((answer) => answer.revision).sort((a, b) => a! - b!)).toEqual(Array.from({ length: WRITERS }, (_, index) => baseRevision + 1 + index));

    const { plan } = await planOf(writers[0]!.client, patientId);
    for (const [which, goalId] of [one, two].entries()) {
      expect(plan.goals.find(({ id }) => id === goalId)).toMatchObject({
        words: `Words ${which}`, restatement: `Restated ${which}`, scope: 'UPPER_BACK', domain: 'PACING', owner: { id: writers[which]!.person.personId }, target: { value: which + 1, unit: 'km' },
      });
    }
    expect(plan).toMatchObject({ title: 'Together', activities: [{ doseText: '60 mg once a day', goalIds: [one], reviewOn: clinic.world.day(7) }] });
    expect(gapless(await lineOf(clinic.world, patientId))).toBe(true);
  });

  it('meet when all write the same order: one is first, the others are told what was seen, what stands and what they wanted', async () => {
    const patientId = await shared();
    const goalId = await clinic.goal(patientId, { words: 'Carry the shopping home' });
    const baseRevision = await clinic.world.revisionOf(patientId);
    const wanted = (who: number) => ({ words: `Words of ${who}`, restatement: `Restated by ${who}` });
    const answers = await Promise.all(writers.map((writer, who) => change(writer.client, 'editGoal', { patientId, baseRevision, goalId, ...wanted(who) })));
    const first = answers.findIndex(isDone);
    expect(answers.filter(isDone)).toEqual([{ __typename: 'PlanChange', entityId: goalId, revision: baseRevision + 1, meanwhile: [] }]);
    for (const [who, answer] of answers.entries()) {
      if (who === first) continue;
      const at = clinic.world.clock.now().toISOString();
      const by = { name: writers[first]!.person.name };
      expect(answer).toEqual({
        __typename: 'EditConflict', revision: baseRevision + 1,
        groups: [
          { entity: 'goal', group: 'words', at, by, fields: [{ field: 'words', base: 'Carry the shopping home', theirs: wanted(first).words, mine: wanted(who).words }] },
          { entity: 'goal', group: 'restatement', at, by, fields: [{ field: 'restatement', base: null, theirs: wanted(first).restatement, mine: wanted(who).restatement }] },
        ],
      });
    }
    // Of what was refused there is nothing: no revision, no change, no command, no value.
    const line = await lineOf(clinic.world, patientId);
    expect(gapless(line)).toBe(true);
    expect(line.record.revision).toBe(baseRevision + 1);
    expect(line.changes.filter(({ number }) => number > baseRevision).map(({ field, after }) => [field, after])).toEqual(Object.entries(wanted(first)));
    expect(line.commands.map(({ revision }) => revision)).toEqual(line.revisions.map(({ number }) => number));
    expect((await planOf(writers[0]!.client, patientId)).plan.goals[0]).toMatchObject(wanted(first));
  });

  it('may all join one goal', async () => {
    const patientId = await shared();
    const goalId = await clinic.goal(patientId);
    const baseRevision = await clinic.world.revisionOf(patientId);
    const answers = await Promise.all(writers.map((writer) => change(writer.client, 'joinGoal', { patientId, baseRevision, goalId })));
    expect(answers.map(isDone)).toEqual(Array(WRITERS).fill(true));
    expect((await planOf(writers[0]!.client, patientId)).plan.goals[0]!.participants.map(({ id }) => id)).toEqual(writers.map(({ person }) => person.personId).sort());
  });

  it('propose goals, and of those that are alike there is one', async () => {
    const patientId = await shared();
    const baseRevision = await clinic.world.revisionOf(patientId);
    const answers = await Promise.all(writers.map((writer) => change(writer.client, 'proposeGoal', { patientId, baseRevision, words: 'Carry the shopping home', scope: 'WHOLE_PERSON', domain: 'MOVEMENT' })));
    expect(answers.filter(isDone)).toHaveLength(1);
    expect(answers.filter((answer) => answer.violations?.[0]?.code === 'GOAL_SIMILAR')).toHaveLength(WRITERS - 1);
    expect((await planOf(writers[0]!.client, patientId)).plan.goals).toHaveLength(1);
  });

  it('move one goal, and it is moved once', async () => {
    const patientId = await shared();
    const goalId = await clinic.goal(patientId);
    const baseRevision = await clinic.world.revisionOf(patientId);
    const answers = await Promise.all(writers.map((writer, who) => change(writer.client, 'moveGoal', { patientId, baseRevision, goalId, ...(who % 2 ? { verb: 'ACTIVATE' } : { verb: 'CANCEL', reason: 'Another wish' }) })));
    expect(answers.filter(isDone)).toHaveLength(1);
    expect((await revisionsAfter(writers[0]!.client, patientId, baseRevision)).map(({ verb }) => verb)).toEqual([answers.findIndex(isDone) % 2 ? 'goal.activate' : 'goal.cancel']);
  });
});

describe('30 to 60 mg meets once to twice a day', () => {
  it(`in ${TIMINGS} timings: whoever comes first, it never becomes 60 mg twice a day`, async () => {
    const patientId = await shared();
    const activityId = await clinic.duloxetine(patientId, { doseText: '30 mg once a day' });
    const [physiatrist, therapist] = [clinic.physiatrist, clinic.therapist];
    const first = { physiatrist: 0, therapist: 0 };
    for (let timing = 0; timing < TIMINGS; timing += 1) {
      const baseRevision = await clinic.world.revisionOf(patientId);
      const write = (by: Clinician, doseText: string, ticks: number) => async () => {
        for (let tick = 0; tick < ticks; tick += 1) await new Promise((resolve) => setImmediate(resolve));
        return change(by.client, 'editActivity', { patientId, baseRevision, activityId, doseText }, { short: true });
      };
      const more = write(physiatrist, '60 mg once a day', Math.floor(Math.random() * 20));
      const oftener = write(therapist, '30 mg twice a day', Math.floor(Math.random() * 20));
      const [one, other] = timing % 2 ? await Promise.all([more(), oftener()]) : await Promise.all([oftener(), more()]).then(([b, a]) => [a, b] as const);
      expect([one, other].filter(isDone)).toHaveLength(1);
      const stands = isDone(one) ? '60 mg once a day' : '30 mg twice a day';
      first[isDone(one) ? 'physiatrist' : 'therapist'] += 1;
      expect((isDone(one) ? other : one).groups).toMatchObject([{ group: 'order', fields: [{ field: 'doseText', base: '30 mg once a day', theirs: stands, mine: isDone(one) ? '30 mg twice a day' : '60 mg once a day' }] }]);
      expect((await planOf(physiatrist.client, patientId)).plan.activities[0]!.doseText).toBe(stands);
      await clinic.does(isDone(one) ? therapist : physiatrist, 'editActivity', patientId, { activityId, doseText: '30 mg once a day' });
    }
    // Timings in which always the same one wins prove half of it.
    expect(Math.min(first.physiatrist, first.therapist)).toBeGreaterThan(0);
  });
});

describe('a command that is sent twice', () => {
  const commands: readonly (readonly [name: string, input: (of: { goalId: string; activityId: string }) => Record<string, unknown>])[] = [
    ['editPlan', () => ({ title: 'Another title' })],
    ['proposeGoal', () => ({ words: 'See my sister again', scope: 'WHOLE_PERSON', domain: 'SOCIAL' })],
    ['editGoal', ({ goalId }) => ({ goalId, words: 'Carry my bag' })],
    ['joinGoal', ({ goalId }) => ({ goalId })],
    ['moveGoal', ({ goalId }) => ({ goalId, verb: 'ACTIVATE' })],
    ['planActivity', ({ goalId }) => ({ catalogueId: 'life.sleep-hygiene', discipline: 'nurse', goalIds: [goalId] })],
    ['editActivity', ({ activityId }) => ({ activityId, doseText: '60 mg' })],
    ['moveActivity', ({ activityId }) => ({ activityId, verb: 'START' })],
  ];

  it.each(commands)('%s: at once, on several connections, and long after, is done once and answered alike', async (name, of) => {
    const { world, physiatrist, therapist } = clinic;
    const patientId = await clinic.patient();
    const things = { goalId: await clinic.goal(patientId), activityId: await clinic.duloxetine(patientId) };
    const baseRevision = await world.revisionOf(patientId);
    const input = { commandId: randomUUID(), patientId, baseRevision, ...of(things) };
    const elsewhere = await world.as(physiatrist.person);
    const answers = await Promise.all([physiatrist.client, elsewhere, physiatrist.client, elsewhere].map((client) => change(client, name, input)));
    expect(answers[0]).toMatchObject({ __typename: 'PlanChange', revision: baseRevision + 1 });
    await clinic.does(therapist, 'editPlan', patientId, { summary: 'Meanwhile' });
    const before = await lineOf(world, patientId);
    answers.push(await change(elsewhere, name, input));
    expect(answers).toEqual(Array(5).fill(answers[0]));
    expect(await lineOf(world, patientId)).toEqual(before);
    expect(before.revisions).toHaveLength(baseRevision + 2);
  });

  it.each(commands)('%s: under the same id with another input is refused', async (name, of) => {
    const { world, physiatrist } = clinic;
    const patientId = await clinic.patient();
    const things = { goalId: await clinic.goal(patientId), activityId: await clinic.duloxetine(patientId) };
    const input = { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), ...of(things) };
    await change(physiatrist.client, name, input);
    const before = await lineOf(world, patientId);
    const reused = { code: 'BAD_USER_INPUT', field: 'commandId', rule: 'COMMAND_REUSED' };
    expect(await faultOf(physiatrist.client, name, { ...input, baseRevision: input.baseRevision + 1 })).toMatchObject(reused);
    for (const [other, otherInput] of commands) {
      if (other !== name) expect(await faultOf(physiatrist.client, other, { commandId: input.commandId, patientId, baseRevision: input.baseRevision, ...otherInput(things) })).toMatchObject(reused);
    }
    expect(await lineOf(world, patientId)).toEqual(before);
  });

  it('with a refusal is judged anew: what was in the way may be gone', async () => {
    const patientId = await clinic.patient();
    const goalId = await clinic.goal(patientId, { words: 'Carry the shopping home' });
    const baseRevision = await clinic.world.revisionOf(patientId);
    await change(clinic.therapist.client, 'editGoal', { patientId, baseRevision, goalId, words: 'Carry my bag' });
    const input = { commandId: randomUUID(), patientId, baseRevision, goalId, words: 'Carry my grandson' };
    expect((await change(clinic.physiatrist.client, 'editGoal', input)).__typename).toBe('EditConflict');
    await clinic.does(clinic.therapist, 'editGoal', patientId, { goalId, words: 'Carry the shopping home' });
    expect((await change(clinic.physiatrist.client, 'editGoal', input)).__typename).toBe('PlanChange');
  });
});
