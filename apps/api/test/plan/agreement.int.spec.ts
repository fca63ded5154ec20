import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ArrangeStandInUseCase } from '../../src/modules/care-team/application/team-changes.use-cases.ts';
import type { Client } from '../support/client.ts';
import { faultOf, PlanClinic, revisionsAfter, wrong } from '../support/plan-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';
import { act } from '../support/record-full-chart.ts';

interface ShownAgreement {
  readonly discipline: string;
  readonly isAsked: boolean;
  readonly isReview: boolean;
  readonly changed: readonly { readonly name: string }[];
  readonly last: { readonly answer: string; readonly reason: string | null; readonly planVersion: number; readonly person: { readonly name: string } } | null;
}
interface Shown { readonly planVersion: number; readonly plan: { readonly agreements: readonly ShownAgreement[] } }

const QUERY = 'query ($patientId: ID!) { patient(patientId: $patientId) { planVersion plan { agreements { discipline isAsked isReview changed { name } last { answer reason planVersion person { name } } } } } }';
const read = async (client: Client, patientId: string): Promise<Shown> => (await client.data<{ patient: Shown }>(QUERY, { patientId })).patient;

describe('each discipline answers for its part', () => {
  let clinic: PlanClinic;
  let mentor: Clinician;
  beforeAll(async () => {
    clinic = await PlanClinic.open();
    mentor = await clinic.join('Philippa Nandakumar', 'peer-mentor');
  });
  afterAll(() => clinic.close());

  const of = async (discipline: string, patientId: string) => (await read(clinic.physiatrist.client, patientId)).plan.agreements.find((one) => one.discipline === discipline)!;
  const version = async (patientId: string) => (await read(clinic.physiatrist.client, patientId)).planVersion;
  const tries = async (by: Clinician, patientId: string, input: object) => clinic.tries(by, 'answerForMyPart', patientId, { planVersion: await version(patientId), ...input });
  const agrees = async (by: Clinician, patientId: string) => clinic.does(by, 'answerForMyPart', patientId, { planVersion: await version(patientId), answer: 'RIGHT' });
  /** A plan that runs: the question is put only to one that does. */
  const running = async () => {
    const patientId = await clinic.patient();
    await clinic.does(clinic.physiatrist, 'activatePlan', patientId, { withoutScreenReason: 'Screened elsewhere' });
    return patientId;
  };
  const goal = { words: 'Sleep through the night', scope: 'WHOLE_PERSON', domain: 'SLEEP' };

  it('is asked until it has answered, and its answer makes no new version of the plan', async () => {
    const patientId = await running();
    expect(await of('physical-therapist', patientId)).toMatchObject({ isAsked: true, last: null });
    const before = await version(patientId);
    const { revision } = await agrees(clinic.therapist, patientId);
    expect(await version(patientId)).toBe(before);
    expect(await of('physical-therapist', patientId)).toEqual({
      discipline: 'physical-therapist', isAsked: false, isReview: false, changed: [], last: { answer: 'RIGHT', reason: null, planVersion: before, person: { name: 'Lucia Ferrante' } },
    });
    const [said] = await revisionsAfter(clinic.physiatrist.client, patientId, revision! - 1);
    expect([said!.verb, said!.changes.map(({ entityName, field }) => `${entityName}: ${field}`)]).toEqual(['plan.answer', expect.arrayContaining(['Physical therapist: answer', 'Physical therapist: planVersion'])]);
  });

  it('is asked again when others change a goal or its own part, and is told which; not for its own changes', async () => {
    const patientId = await running();
    const { entityId: goalId } = await clinic.does(clinic.physiatrist, 'proposeGoal', patientId, goal);
    const part = { catalogueId: 'pt.stretching', discipline: 'physical-therapist' };
    const { entityId: mine } = await clinic.does(clinic.therapist, 'planActivity', patientId, part);
    await agrees(clinic.therapist, patientId);
    await clinic.does(clinic.therapist, 'editActivity', patientId, { activityId: mine, doseText: '2 × 10' });
    expect(await of('physical-therapist', patientId)).toMatchObject({ isAsked: false, changed: [] });
    await clinic.does(clinic.physiatrist, 'planActivity', patientId, { catalogueId: 'med.duloxetine', discipline: 'physiatrist' });
    expect(await of('physical-therapist', patientId)).toMatchObject({ isAsked: false, changed: [] });
    await clinic.does(clinic.physiatrist, 'editActivity', patientId, { activityId: mine, doseText: '1 × 10' });
    await clinic.does(clinic.physiatrist, 'editGoal', patientId, { goalId, domain: 'PACING' });
    const asked = await of('physical-therapist', patientId);
    expect([asked.isAsked, asked.changed.map(({ name }) => name).sort()]).toEqual([true, ['Gentle stretching and flexibility', goal.words].sort()]);
    await agrees(clinic.therapist, patientId);
    expect(await of('physical-therapist', patientId)).toMatchObject({ isAsked: false, changed: [] });
  });

  it('is not asked for what was observed: achievement and sessions make no other plan', async () => {
    const patientId = await running();
    const { entityId: goalId } = await clinic.does(clinic.physiatrist, 'proposeGoal', patientId, goal);
    await agrees(clinic.therapist, patientId);
    await clinic.does(clinic.physiatrist, 'editGoal', patientId, { goalId, achievement: 'IMPROVING' });
    expect(await of('physical-therapist', patientId)).toMatchObject({ isAsked: false, changed: [] });
  });

  it('shows an objection with its reason and its author', async () => {
    const patientId = await running();
    expect(wrong(await tries(clinic.therapist, patientId, { answer: 'OBJECTION' }))).toEqual(['reason REQUIRED']);
    expect(wrong(await tries(clinic.therapist, patientId, { answer: 'OBJECTION', reason: 'x'.repeat(100_000) }))).toEqual(['reason TOO_LONG']);
    expect(wrong(await tries(clinic.therapist, patientId, { answer: 'RIGHT', reason: 'So' }))).toEqual(['reason REASON_WITHOUT_OBJECTION']);
    expect((await of('physical-therapist', patientId)).last).toBeNull();
    await clinic.does(clinic.therapist, 'answerForMyPart', patientId, { planVersion: await version(patientId), answer: 'OBJECTION', reason: 'Too soon after the fall' });
    expect((await of('physical-therapist', patientId)).last).toMatchObject({ answer: 'OBJECTION', reason: 'Too soon after the fall', person: { name: 'Lucia Ferrante' } });
  });

  it('is refused for a version that the plan has left', async () => {
    const patientId = await running();
    const read = await version(patientId);
    await clinic.does(clinic.physiatrist, 'proposeGoal', patientId, goal);
    expect(wrong(await tries(clinic.therapist, patientId, { planVersion: read, answer: 'RIGHT' }))).toEqual(['planVersion PLAN_MOVED_ON']);
    expect((await of('physical-therapist', patientId)).last).toBeNull();
  });

  it('is given by a stand-in for the member’s discipline, and by no coordinator from outside the team', async () => {
    const patientId = await running();
    const standIn = await clinic.join('Hamid Solberg', 'physical-therapist');
    const coordinator = await clinic.join('Jonas Whitfeather', 'care-coordinator', ['coordinator']);
    const [member] = await clinic.world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, clinic.therapist.person.personId]);
    await act(clinic.world, ArrangeStandInUseCase, clinic.physiatrist, patientId, { memberId: member!.id, personId: standIn.person.personId, validFrom: clinic.world.today, validTo: clinic.world.day(3), reason: 'Leave' });
    expect(wrong(await tries(coordinator, patientId, { answer: 'RIGHT' }))).toEqual(['answer AGREEMENT_OF_TEAM']);
    await agrees(standIn, patientId);
    expect((await of('physical-therapist', patientId)).last).toMatchObject({ answer: 'RIGHT', person: { name: 'Hamid Solberg' } });
  });

  it('is nothing that a peer mentor reads or gives', async () => {
    const patientId = await running();
    await clinic.world.member(clinic.physiatrist.client, patientId, mentor.person, { role: 'OBSERVER' });
    await clinic.world.consent(clinic.physiatrist.client, patientId);
    await agrees(clinic.therapist, patientId);
    expect((await read(mentor.client, patientId)).plan.agreements).toEqual([]);
    expect(await faultOf(mentor.client, 'answerForMyPart', { patientId, baseRevision: 1, planVersion: 1, answer: 'RIGHT' })).toMatchObject({ code: 'FORBIDDEN' });
    expect((await read(clinic.physiatrist.client, patientId)).plan.agreements.map(({ discipline }) => discipline)).not.toContain('peer-mentor');
  });
});
