import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PlanClinic, change, revisionsAfter } from '../support/plan-clinic.ts';
import { type Clinician, edit } from '../support/record-clinic.ts';

let clinic: PlanClinic;
let physiatrist: Clinician;
let therapist: Clinician;
let patientId: string;

beforeAll(async () => {
  clinic = await PlanClinic.open();
  ({ physiatrist, therapist } = clinic);
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = await clinic.patient();
});

const numbers = (revisions: readonly { number: number }[]) => revisions.map(({ number }) => number);
const upTo = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('what was missed', () => {
  it('is every revision after the one that is known, once, oldest first', async () => {
    const goalId = await clinic.goal(patientId);
    await clinic.does(therapist, 'editGoal', patientId, { goalId, words: 'Carry my bag', reason: 'In her words' });
    await clinic.does(physiatrist, 'editPlan', patientId, { title: 'Another title' });
    const newest = await clinic.world.revisionOf(patientId);
    for (let known = 0; known <= newest; known += 1) expect(numbers(await revisionsAfter(therapist.client, patientId, known))).toEqual(upTo(known + 1, newest));
    expect((await revisionsAfter(physiatrist.client, patientId, newest - 2))[0]).toEqual({
      number: newest - 1, verb: 'goal.edit', base: newest - 2, reason: 'In her words', person: { id: therapist.person.personId, name: 'Lucia Ferrante' },
      changes: [{ entity: 'goal', entityId: goalId, entityName: 'Carry my bag', field: 'words', before: { text: expect.stringMatching(/^Wish /) }, after: { text: 'Carry my bag' } }],
    });
  });

  it('is nothing for whoever knows more than there is', async () => {
    expect(await revisionsAfter(therapist.client, patientId, 1_000_000)).toEqual([]);
  });

  it('comes a hundred at a time, and the rest by asking again', async () => {
    for (let count = 0; count < 130; count += 1) await change(physiatrist.client, 'editPlan', { patientId, baseRevision: 2, title: `Title ${count}` }, { short: true });
    const newest = 2 + 130;
    const read: number[] = [];
    for (let known = 0, asked = 0; known < newest && asked < 5; asked += 1) {
      const next = numbers(await revisionsAfter(therapist.client, patientId, known));
      expect(next.length).toBeLessThanOrEqual(100);
      read.push(...next);
      known = read.at(-1)!;
    }
    expect(read).toEqual(upTo(1, newest));
    expect(numbers(await revisionsAfter(therapist.client, patientId, 10, 3))).toEqual([11, 12, 13]);
    for (const first of [0, 101, -1]) await expect(revisionsAfter(therapist.client, patientId, 10, first)).rejects.toThrow('BAD_USER_INPUT');
  });

  it('is not for a peer mentor, and not for strangers', async () => {
    const mentor = await clinic.join('Pema Mentor', 'peer-mentor');
    await clinic.world.member(physiatrist.client, patientId, mentor.person, { role: 'OBSERVER' });
    await clinic.world.consent(physiatrist.client, patientId);
    await expect(revisionsAfter(mentor.client, patientId, 0)).rejects.toThrow('FORBIDDEN');
    const stranger = await clinic.join('Hamid Stranger', 'nurse');
    await expect(revisionsAfter(stranger.client, patientId, 0)).rejects.toThrow('NOT_FOUND');
  });

  it('names the fault of a revision that is none', async () => {
    await expect(revisionsAfter(therapist.client, patientId, -1)).resolves.toHaveLength(2);
    await expect(revisionsAfter(therapist.client, patientId, 2 ** 31)).rejects.toThrow('BAD_USER_INPUT');
  });
});

describe('what was merged', () => {
  it('is named: what others changed of the same thing between base and change, and nothing else', async () => {
    const [goalId, other] = [await clinic.goal(patientId), await clinic.goal(patientId)];
    const base = await clinic.world.revisionOf(patientId);
    const restated = await clinic.does(therapist, 'editGoal', patientId, { goalId, restatement: 'Lift 5 kg' });
    await clinic.does(therapist, 'editGoal', patientId, { goalId: other, restatement: 'Another goal' });
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId, scope: 'UPPER_BACK' });
    await clinic.does(therapist, 'editPlan', patientId, { title: 'Another title' });
    await edit(therapist, { patientId, baseRevision: base, pronouns: 'she/her' });
    const joined = await clinic.does(therapist, 'joinGoal', patientId, { goalId });

    const input = { commandId: '0198c0de-0000-7000-8000-000000000002', patientId, baseRevision: base, goalId, words: 'Carry my bag' };
    const answer = await change(physiatrist.client, 'editGoal', input);
    expect(answer).toMatchObject({ __typename: 'PlanChange', entityId: goalId, revision: joined.revision + 1 });
    expect(answer.meanwhile?.map(({ number, verb, person, changes }) => ({ number, verb, by: person.name, fields: changes.map(({ field }) => field) }))).toEqual([
      { number: restated.revision, verb: 'goal.edit', by: 'Lucia Ferrante', fields: ['restatement'] },
      { number: joined.revision, verb: 'goal.join', by: 'Lucia Ferrante', fields: ['participants'] },
    ]);

    // What comes later is no part of it, also when the command is answered again.
    await clinic.does(therapist, 'editGoal', patientId, { goalId, achievement: 'IMPROVING' });
    expect(await change(physiatrist.client, 'editGoal', input)).toEqual(answer);
  });

  it('is nothing when nobody was there, and nothing that the author had seen', async () => {
    const goalId = await clinic.goal(patientId);
    const seen = await clinic.does(therapist, 'editGoal', patientId, { goalId, restatement: 'Lift 5 kg' });
    const direct = await change(physiatrist.client, 'editGoal', { patientId, baseRevision: seen.revision, goalId, words: 'Carry my bag' });
    expect(direct.meanwhile).toEqual([]);
    const own = await change(physiatrist.client, 'editGoal', { patientId, baseRevision: seen.revision, goalId, scope: 'UPPER_BACK' });
    expect(own.meanwhile).toEqual([]);
  });

  it('is told to the other side by the base of the revision', async () => {
    const goalId = await clinic.goal(patientId);
    const base = await clinic.world.revisionOf(patientId);
    const theirs = await clinic.does(therapist, 'editGoal', patientId, { goalId, restatement: 'Lift 5 kg' });
    await change(physiatrist.client, 'editGoal', { patientId, baseRevision: base, goalId, words: 'Carry my bag' });
    const [merged] = await revisionsAfter(therapist.client, patientId, theirs.revision);
    expect(merged).toMatchObject({ number: theirs.revision + 1, base });
    const { patient } = await therapist.client.data<{ patient: { history: { edges: { node: { number: number; base: number } }[] } } }>(
      'query ($patientId: ID!) { patient(patientId: $patientId) { history(first: 2) { edges { node { number base } } } } }', { patientId });
    expect(patient.history.edges.map(({ node }) => node)).toEqual([{ number: theirs.revision + 1, base }, { number: theirs.revision, base: theirs.revision - 1 }]);
    expect(await clinic.world.rows('SELECT base FROM plexus.revision WHERE patient_id = $1 AND number = $2', [patientId, theirs.revision + 1])).toEqual([{ base }]);
  });
});
