import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { ApplyPlanTemplateDocument, PlanPageDocument, PlanStructureDocument, StructurePatientsDocument } from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { noor } from '../../testing/builders.ts';
import { aGoal, aPart, aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
afterEach(() => cleanNotifications());

function open(at: string, plan = aPlan(), replies: readonly Reply[] = []) {
  return renderRoute('/patients/:patientId/plan', <><PlanPage /><Notices /></>, `/patients/${patientId}/plan${at}`, [reply(PlanPageDocument, { patientId }, { patient: aPlanPatient({ plan }) }), ...replies]);
}
const asked = { patientId, baseRevision: 41 };
const answer = { __typename: 'PlanChange' as const, entityId: 'goal-new', revision: 42, meanwhile: [], patient: { __typename: 'Patient' as const, id: patientId, revision: 42, planVersion: 15, plan: { ...aPlan(), dissents: [] } } };
const row = async (domain: string) => within((await screen.findByRole('rowheader', { name: new RegExp(`^${domain}`) })).closest('tr')!);

describe('coverage', () => {
  const goals = [aGoal({ owner: noor }), aGoal({ id: 'goal-sleep', domain: 'SLEEP', words: 'Sleep till six' }), aGoal({ id: 'goal-done', domain: 'SOCIAL', status: 'COMPLETED', endedOn: '2026-11-01' })];
  const activities = [aPart(), aPart({ id: 'acu', name: 'Acupuncture', discipline: 'acupuncturist', column: 'complementary' }), aPart({ id: 'held', status: 'ON_HOLD', goalIds: ['goal-sleep'] })];

  it('is reached by keyboard, and the address keeps it', async () => {
    const { user, router } = open('');
    const plan = await screen.findByRole('radio', { name: 'Plan' });
    plan.focus();
    await user.keyboard('{ArrowRight}');
    expect(await screen.findByRole('table', { name: 'Domains and what each discipline does for them' })).toBeInTheDocument();
    expect(router.state.location.search).toBe('?view=coverage');
  });

  it('says what nobody works on, what nobody owns, and what three share, each with the next step', async () => {
    const { user, router } = open('?view=coverage', aPlan({ goals, activities }));
    const movement = await row('Movement');
    expect(movement.getByText('3 disciplines share it: Psychotherapist / psychologist, Physical therapist and Acupuncturist. Agree who leads.')).toBeInTheDocument();
    expect(movement.getByText('Psychotherapist / psychologist owns 1 goal')).toBeInTheDocument();
    expect(movement.getByText('Acupuncture')).toBeInTheDocument();
    const sleep = await row('Sleep');
    expect(sleep.getByText('Nobody has a part in it yet.')).toBeInTheDocument();
    expect(sleep.getByText('1 goal has no owner.')).toBeInTheDocument();
    expect((await row('Social')).getByText('Nobody works on it.')).toBeInTheDocument();
    await user.click((await row('Social')).getByRole('button', { name: 'Add goal: “Social”' }));
    expect(await screen.findByRole('combobox', { name: /^Domain/ })).toHaveValue('SOCIAL');
    await user.click(sleep.getByRole('button', { name: 'Plan a part: “Sleep”' }));
    expect(router.state.location.search).toBe('?view=coverage&edit=new-activity&goal=goal-sleep');
  });
});

describe('a template', () => {
  const form = async () => within(await screen.findByRole('form', { name: 'Add from a template' }));

  it('is offered on an empty plan, brings a goal’s parts along, asks for this patient’s words, and adds both', async () => {
    const input = { ...asked, templateId: 'vertebral-fracture', goals: [{ key: 'nights', words: 'Sleep on my side' }], parts: ['life.heat'] };
    const { user } = open('', aPlan({ goals: [], activities: [] }), [replyToCommand(ApplyPlanTemplateDocument, input, { applyPlanTemplate: answer })]);
    await user.click(await screen.findByRole('button', { name: 'Start from a template' }));
    const panel = await form();
    await user.selectOptions(panel.getByRole('combobox', { name: 'Template' }), 'Vertebral fracture');
    expect(panel.queryAllByRole('checkbox', { checked: true })).toHaveLength(0);
    await user.click(panel.getByRole('checkbox', { name: 'Sleep · Upper back' }));
    expect(panel.getByText('Adds 1 goal and 1 part, owned by nobody yet.')).toBeInTheDocument();
    await user.click(panel.getByRole('button', { name: 'Add to the plan' }));
    const words = panel.getByRole('textbox', { name: 'In Marisol’s words' });
    expect(words).toBeInvalid();
    expect(words).toHaveValue('');
    await user.type(words, 'Sleep on my side');
    await user.click(panel.getByRole('button', { name: 'Add to the plan' }));
    expect(await screen.findByText(/Added from a template\./)).toBeInTheDocument();
  });

  it('shows what the plan has, and offers to join a goal like it', async () => {
    const plan = aPlan({ goals: [aGoal({ id: 'goal-sleep', domain: 'SLEEP', words: 'Turn over at night without pain' })], activities: [aPart({ catalogueId: 'life.heat' })] });
    const input = { ...asked, templateId: 'vertebral-fracture', goals: [{ key: 'nights', joinedGoalId: 'goal-sleep' }, { key: 'up', words: 'Get up alone' }], parts: ['life.relative-rest', 'pt.program'] };
    const { user } = open('?edit=template', plan, [replyToCommand(ApplyPlanTemplateDocument, input, { applyPlanTemplate: answer })]);
    const panel = await form();
    await user.selectOptions(panel.getByRole('combobox', { name: 'Template' }), 'Vertebral fracture');
    expect(panel.getByRole('checkbox', { name: /^Heat/ })).toBeDisabled();
    await user.click(panel.getByRole('checkbox', { name: 'Sleep · Upper back' }));
    await user.click(panel.getByRole('button', { name: 'Join this goal' }));
    expect(panel.getByText(/Its parts will serve “Turn over at night without pain”\./)).toBeInTheDocument();
    await user.click(panel.getByRole('checkbox', { name: 'Movement · Whole person' }));
    await user.click(panel.getByRole('checkbox', { name: /^Adaptive devices/ }));
    await user.type(panel.getByRole('textbox', { name: 'In Marisol’s words' }), 'Get up alone');
    await user.click(panel.getByRole('button', { name: 'Add to the plan' }));
    expect(await screen.findByText(/Added from a template\./)).toBeInTheDocument();
  });

  it('may be another patient’s plan, of which only the structure comes', async () => {
    const node = { __typename: 'CaseloadPatient' as const, id: 'patient-derek', mrn: '204-882', givenName: 'Derek', familyName: 'Halvorsen', preferredName: null, openGoals: 2 };
    const structure = { __typename: 'PlanStructure' as const, goals: [{ __typename: 'StructureGoal' as const, key: 'g-derek', domain: 'PACING' as const, scope: 'WHOLE_PERSON' as const, measure: null }], parts: [] };
    const input = { ...asked, fromPatientId: 'patient-derek', goals: [{ key: 'g-derek', words: 'Rest before I must' }], parts: [] };
    const { user } = open('?edit=template', aPlan(), [
      reply(StructurePatientsDocument, { search: '' }, { patients: { __typename: 'PatientConnection', edges: [{ __typename: 'PatientEdge', node }] } }),
      reply(PlanStructureDocument, { patientId: 'patient-derek' }, { previewPlanStructure: structure }),
      replyToCommand(ApplyPlanTemplateDocument, input, { applyPlanTemplate: answer }),
    ]);
    const panel = await form();
    await user.selectOptions(panel.getByRole('combobox', { name: 'Template' }), 'Another patient’s plan, without their words');
    await user.click(panel.getByRole('combobox', { name: 'Whose plan' }));
    await user.click(await screen.findByRole('option', { name: /Halvorsen/ }));
    await user.click(await panel.findByRole('checkbox', { name: 'Pacing · Whole person' }));
    await user.type(panel.getByRole('textbox', { name: 'In Marisol’s words' }), 'Rest before I must');
    await user.click(panel.getByRole('button', { name: 'Add to the plan' }));
    await waitFor(() => expect(screen.getByText(/Added from a template\./)).toBeInTheDocument());
  });
});
