import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.ts';
import { change, faultOf, planOf, PlanClinic, revisionsAfter, wrong } from '../support/plan-clinic.ts';
import type { Clinician } from '../support/record-clinic.ts';

interface ShownDissent { readonly id: string; readonly reason: string; readonly person: { readonly name: string; readonly discipline: string } }
interface Structure { readonly goals: readonly { readonly key: string; readonly domain: string; readonly scope: string; readonly measure: string | null }[]; readonly parts: readonly { readonly catalogueId: string; readonly discipline: string; readonly goals: readonly string[] }[] }

const MESSAGE = 'Hurt is not harm.';
const dissentsOf = async (client: Client, patientId: string): Promise<readonly ShownDissent[]> =>
  (await client.data<{ patient: { plan: { dissents: ShownDissent[] } } }>('query ($patientId: ID!) { patient(patientId: $patientId) { plan { dissents { id reason person { name discipline } } } } }', { patientId })).patient.plan.dissents;
const PREVIEW = 'query ($patientId: ID!) { previewPlanStructure(patientId: $patientId) { goals { key domain scope measure } parts { catalogueId discipline goals } } }';

describe('what a team agrees on, and where it starts', () => {
  let clinic: PlanClinic;
  let mentor: Clinician;
  beforeAll(async () => {
    clinic = await PlanClinic.open();
    mentor = await clinic.join('Philippa Nandakumar', 'peer-mentor');
  });
  afterAll(() => clinic.close());

  const withMentor = async () => {
    const patientId = await clinic.patient();
    await clinic.world.member(clinic.physiatrist.client, patientId, mentor.person, { role: 'OBSERVER' });
    await clinic.world.consent(clinic.physiatrist.client, patientId);
    return patientId;
  };

  describe('a dissent', () => {
    const agreed = async () => {
      const patientId = await withMentor();
      await clinic.does(clinic.physiatrist, 'editPlan', patientId, { agreedMessage: MESSAGE });
      return patientId;
    };
    const dissent = (by: Clinician, patientId: string, reason = 'Not before the fracture is excluded') => clinic.does(by, 'dissentFromMessage', patientId, { message: MESSAGE, reason });

    it('is shown with its reason to clinicians, and stands in the history', async () => {
      const patientId = await agreed();
      const { revision } = await dissent(clinic.therapist, patientId);
      expect(await dissentsOf(clinic.physiatrist.client, patientId)).toMatchObject([{ reason: 'Not before the fracture is excluded', person: { name: 'Lucia Ferrante', discipline: 'physical-therapist' } }]);
      const [made] = await revisionsAfter(clinic.physiatrist.client, patientId, revision - 1);
      expect(made).toMatchObject({ verb: 'dissent.say', person: { name: 'Lucia Ferrante' } });
      expect(made!.changes.map(({ entityName, field, after }) => [entityName, field, after?.text])).toContainEqual([MESSAGE, 'reason', 'Not before the fracture is excluded']);
    });

    it('leaves the message to peer mentors, and nothing of the dissent', async () => {
      const patientId = await agreed();
      await dissent(clinic.therapist, patientId);
      expect((await planOf(mentor.client, patientId)).plan.agreedMessage).toBe(MESSAGE);
      expect(await dissentsOf(mentor.client, patientId)).toEqual([]);
      expect(await faultOf(mentor.client, 'dissentFromMessage', { patientId, baseRevision: 1, message: MESSAGE, reason: 'No' })).toMatchObject({ code: 'FORBIDDEN' });
    });

    it('is settled by other words, and returns with the old ones', async () => {
      const patientId = await agreed();
      await dissent(clinic.therapist, patientId);
      const { revision } = await clinic.does(clinic.physiatrist, 'editPlan', patientId, { agreedMessage: 'Movement is safe.' });
      expect(await dissentsOf(clinic.physiatrist.client, patientId)).toEqual([]);
      expect(wrong(await clinic.tries(clinic.therapist, 'dissentFromMessage', patientId, { message: MESSAGE, reason: 'Still not' }))).toEqual(['message MESSAGE_CHANGED']);
      await clinic.does(clinic.physiatrist, 'undoPlanChange', patientId, { revision });
      expect(await dissentsOf(clinic.physiatrist.client, patientId)).toHaveLength(1);
    });

    it('is one’s own: said once, and withdrawn by nobody else', async () => {
      const patientId = await agreed();
      const { entityId: dissentId } = await dissent(clinic.therapist, patientId);
      expect(wrong(await clinic.tries(clinic.therapist, 'dissentFromMessage', patientId, { message: MESSAGE, reason: 'Again' }))).toEqual(['reason DISSENT_STANDS']);
      expect(wrong(await clinic.tries(clinic.physiatrist, 'withdrawDissent', patientId, { dissentId }))).toEqual(['dissentId DISSENT_NOT_YOURS']);
      await clinic.does(clinic.therapist, 'withdrawDissent', patientId, { dissentId });
      expect(await dissentsOf(clinic.physiatrist.client, patientId)).toEqual([]);
      expect(wrong(await clinic.tries(clinic.therapist, 'withdrawDissent', patientId, { dissentId }))).toEqual(['dissentId DISSENT_WITHDRAWN']);
      const other = await agreed();
      expect(await faultOf(clinic.therapist.client, 'withdrawDissent', { patientId: other, baseRevision: await clinic.world.revisionOf(other), dissentId })).toMatchObject({ code: 'NOT_FOUND' });
    });

    it.each([['without a reason', ' ', 'REQUIRED'], ['of 100 kB', 'x'.repeat(100_000), 'TOO_LONG']])('%s is refused', async (_, reason, code) => {
      expect(wrong(await clinic.tries(clinic.therapist, 'dissentFromMessage', await agreed(), { message: MESSAGE, reason }))).toEqual([`reason ${code}`]);
    });
  });

  describe('a template', () => {
    const FRACTURE = { templateId: 'vertebral-fracture', goals: [{ key: 'up', words: 'Get up by myself' }, { key: 'nights', words: 'Sleep on my side' }], parts: ['pt.program', 'life.heat', 'dev.adaptive-devices'] };
    const chosen = (input: object = {}) => ({ ...FRACTURE, ...input });

    it('adds in one revision what was chosen: proposed, planned, owned by nobody, in this patient’s words', async () => {
      const patientId = await clinic.patient();
      const before = await clinic.world.revisionOf(patientId);
      await clinic.does(clinic.therapist, 'applyPlanTemplate', patientId, chosen());
      const { revision, plan } = await planOf(clinic.physiatrist.client, patientId);
      expect(revision).toBe(before + 1);
      const ids = Object.fromEntries(plan.goals.map(({ id, words }) => [words, id]));
      expect(plan.goals).toMatchObject([
        { words: 'Get up by myself', domain: 'MOVEMENT', scope: 'WHOLE_PERSON', status: 'PROPOSED', owner: null, target: { measure: 'cst30', baseline: null } },
        { words: 'Sleep on my side', domain: 'SLEEP', scope: 'UPPER_BACK', status: 'PROPOSED', owner: null },
      ]);
      const up = ids['Get up by myself'];
      expect(plan.activities).toMatchObject([
        { catalogueId: 'pt.program', discipline: 'physical-therapist', status: 'PLANNED', owner: null, goalIds: [up], reviewOn: clinic.world.day(28), doseText: null },
        { catalogueId: 'life.heat', discipline: 'nurse', goalIds: [ids['Sleep on my side']] },
        { catalogueId: 'dev.adaptive-devices', discipline: 'occupational-therapist', goalIds: [up] },
      ]);
      expect((await revisionsAfter(clinic.physiatrist.client, patientId, before))[0]).toMatchObject({ verb: 'plan.apply-template', reason: 'Vertebral fracture' });
    });

    it('is taken back as a whole, unless somebody has built on it', async () => {
      const patientId = await clinic.patient();
      const first = await clinic.does(clinic.therapist, 'applyPlanTemplate', patientId, chosen());
      await clinic.does(clinic.therapist, 'undoPlanChange', patientId, { revision: first.revision });
      expect((await planOf(clinic.therapist.client, patientId)).plan).toMatchObject({ goals: [], activities: [] });
      const second = await clinic.does(clinic.therapist, 'applyPlanTemplate', patientId, chosen());
      const { plan } = await planOf(clinic.therapist.client, patientId);
      await clinic.does(clinic.physiatrist, 'planActivity', patientId, { catalogueId: 'pt.rom-mobility', discipline: 'physical-therapist', goalIds: [plan.goals[1]!.id] });
      expect(wrong(await change(clinic.therapist.client, 'undoPlanChange', { patientId, revision: second.revision }))).toEqual(['revision UNDO_OVERTAKEN']);
      expect((await planOf(clinic.therapist.client, patientId)).plan.goals).toHaveLength(2);
    });

    it('leaves out what is on the plan, and asks before it adds a goal like an open one', async () => {
      const patientId = await clinic.patient();
      const heat = await clinic.does(clinic.physiatrist, 'planActivity', patientId, { catalogueId: 'life.heat', discipline: 'nurse' });
      const like = await clinic.goal(patientId, { words: 'Sleep on my right side', domain: 'SLEEP' });
      expect(wrong(await clinic.tries(clinic.therapist, 'applyPlanTemplate', patientId, chosen()))).toEqual(['words:nights GOAL_SIMILAR']);
      await clinic.does(clinic.therapist, 'applyPlanTemplate', patientId, chosen({ goals: [FRACTURE.goals[0], { key: 'nights', joinedGoalId: like }] }));
      const { plan } = await planOf(clinic.therapist.client, patientId);
      expect(plan.goals.map(({ words }) => words)).toEqual(['Sleep on my right side', 'Get up by myself']);
      expect(plan.activities.filter(({ catalogueId }) => catalogueId === 'life.heat').map(({ id }) => id)).toEqual([heat.entityId]);
      const nothing = chosen({ goals: [{ key: 'nights', joinedGoalId: like }], parts: ['life.heat'] });
      expect(wrong(await clinic.tries(clinic.therapist, 'applyPlanTemplate', patientId, nothing))).toEqual(['parts TEMPLATE_NOTHING_NEW']);
      await clinic.does(clinic.therapist, 'applyPlanTemplate', patientId, chosen({ goals: [FRACTURE.goals[1]], parts: [], distinctFrom: [like] }));
      expect((await planOf(clinic.therapist.client, patientId)).plan.goals).toHaveLength(3);
    });

    it('is asked for once, and done once', async () => {
      const patientId = await clinic.patient();
      const input = { commandId: randomUUID(), patientId, baseRevision: await clinic.world.revisionOf(patientId), ...chosen() };
      expect(await change(clinic.therapist.client, 'applyPlanTemplate', input)).toEqual(await change(clinic.therapist.client, 'applyPlanTemplate', input));
      expect((await planOf(clinic.therapist.client, patientId)).plan.goals).toHaveLength(2);
    });

    it('may be the plan of a patient whom one may read: its structure, and nothing that is theirs', async () => {
      const source = await clinic.patient();
      const goalId = await clinic.goal(source, { words: 'Dance at my wedding', ownerId: clinic.therapist.person.personId, target: { measure: 'psfs', baseline: 2, value: 8 } });
      await clinic.duloxetine(source, { goalIds: [goalId] });
      const { previewPlanStructure: structure } = await clinic.therapist.client.data<{ previewPlanStructure: Structure }>(PREVIEW, { patientId: source });
      expect(structure).toEqual({ goals: [{ key: goalId, domain: 'MOVEMENT', scope: 'WHOLE_PERSON', measure: 'psfs' }], parts: [{ catalogueId: 'med.duloxetine', discipline: 'physiatrist', goals: [goalId] }] });
      const patientId = await clinic.patient();
      await clinic.does(clinic.therapist, 'applyPlanTemplate', patientId, { fromPatientId: source, goals: [{ key: goalId, words: 'Ride my bicycle' }], parts: ['med.duloxetine'] });
      const { plan } = await planOf(clinic.therapist.client, patientId);
      expect(plan).toMatchObject({ goals: [{ words: 'Ride my bicycle', owner: null, target: { measure: 'psfs', baseline: null, value: null } }], activities: [{ doseText: null, reason: null, owner: null, goalIds: [plan.goals[0]!.id] }] });
      expect(JSON.stringify(await revisionsAfter(clinic.therapist.client, patientId, 1))).not.toContain('Dance');
    });

    it('of a patient whom one may not read is not found', async () => {
      const stranger = await clinic.join('Rufus Lindgren', 'physical-therapist');
      const [source, patientId] = [await clinic.patient(), await clinic.patient(stranger)];
      expect((await stranger.client.run(PREVIEW, { patientId: source })).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
      const input = { patientId, baseRevision: await clinic.world.revisionOf(patientId), fromPatientId: source, goals: [], parts: ['life.heat'] };
      expect(await faultOf(stranger.client, 'applyPlanTemplate', input)).toMatchObject({ code: 'NOT_FOUND' });
    });

    it('refuses what makes no plan, and names the field', async () => {
      const patientId = await withMentor();
      const refusal = async (input: object) => wrong(await clinic.tries(clinic.therapist, 'applyPlanTemplate', patientId, chosen(input)));
      expect(await refusal({ goals: [], parts: [] })).toEqual(['goals TEMPLATE_EMPTY']);
      expect(await refusal({ goals: [FRACTURE.goals[0], FRACTURE.goals[0]] })).toEqual(['goals TEMPLATE_TWICE']);
      expect(await refusal({ goals: [FRACTURE.goals[1]], parts: ['pt.program'] })).toEqual(['parts TEMPLATE_PART_ALONE']);
      expect(await refusal({ goals: [{ key: 'up', words: 'x'.repeat(100_000) }], parts: [] })).toEqual(['words:up TOO_LONG']);
      expect(await refusal({ goals: [{ key: 'up', joinedGoalId: randomUUID() }] , parts: ['pt.program'] })).toEqual(['words:up GOAL_UNKNOWN']);
      const at = { patientId, baseRevision: await clinic.world.revisionOf(patientId) };
      expect(await faultOf(clinic.therapist.client, 'applyPlanTemplate', { ...at, ...chosen({ templateId: 'miracle' }) })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'templateId', rule: 'TEMPLATE_UNKNOWN' });
      expect(await faultOf(clinic.therapist.client, 'applyPlanTemplate', { ...at, ...chosen({ fromPatientId: patientId }) })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'templateId' });
      expect(await faultOf(mentor.client, 'applyPlanTemplate', { ...at, ...chosen() })).toMatchObject({ code: 'FORBIDDEN' });
      expect((await planOf(clinic.therapist.client, patientId)).plan.goals).toEqual([]);
    });
  });
});
