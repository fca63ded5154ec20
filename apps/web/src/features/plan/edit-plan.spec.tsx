import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import {
  EditGoalDocument, JoinGoalDocument, MoveActivityDocument, MoveGoalDocument, PlanActivityDocument, PlanPageDocument, ProposeGoalDocument, UndoPlanChangeDocument, UnreadDocument,
  type EditConflictPartsFragment, type NewsRevisionFragment, type PlanChangePartsFragment, type PlanPageQuery, type UnreadQuery,
} from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { PatientNews, PatientNewsContext } from '../../shared/patient-news.ts';
import { noor } from '../../testing/builders.ts';
import { aChange, aValue } from '../../testing/changes.ts';
import { aGoal, aPart, aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
const target = { __typename: 'GoalTarget' as const, measure: 'psfs', measureName: 'PSFS', baseline: 3, value: 8, unit: 'points', date: '2026-12-01' };
const stairs = aGoal({ owner: noor, target });
const sleep = aGoal({ id: 'goal-sleep', words: 'Sleep through till six', domain: 'SLEEP', owner: noor, status: 'PROPOSED', transitions: ['ACTIVATE', 'CANCEL'] });
const asked = { patientId, baseRevision: 41 };

afterEach(() => cleanNotifications());

function open(replies: readonly Reply[], { at = '', patient = aPlanPatient({ plan: aPlan({ goals: [stairs, sleep] }) }), times = 1 } = {}) {
  const news = new PatientNews('person-lucia');
  news.knows(41);
  const page = { news, patientId, page: 'page-1' };
  const route = <PatientNewsContext value={page}><PlanPage /><Notices /></PatientNewsContext>;
  const loaded = reply(PlanPageDocument, { patientId }, { patient }, { times });
  return { ...renderRoute('/patients/:patientId/plan', route, `/patients/${patientId}/plan${at}`, [loaded, ...replies]), news };
}

/** What the server answers to a change. */
const done = (over: Partial<PlanChangePartsFragment> = {}, patient: Partial<PlanPageQuery['patient']> = {}): { __typename: 'PlanChange' } & PlanChangePartsFragment => {
  const { id, revision, planVersion, plan } = aPlanPatient({ revision: 42, planVersion: 15, plan: aPlan({ goals: [stairs, sleep] }), ...patient });
  return { __typename: 'PlanChange', entityId: stairs.id, revision: 42, meanwhile: [], patient: { __typename: 'Patient', id, revision, planVersion, plan: { ...plan, dissents: [] } }, ...over };
};
const refused = (code: string, field: string | null, params: Record<string, string> = {}) => ({
  __typename: 'RuleViolation' as const,
  violations: [{ __typename: 'Violation' as const, code, field, message: code, params: Object.entries(params).map(([name, value]) => ({ __typename: 'MessageParam' as const, name, value })) }],
});
const conflict = (fields: EditConflictPartsFragment['groups'][number]['fields'], group = 'target'): { __typename: 'EditConflict' } & EditConflictPartsFragment => ({
  __typename: 'EditConflict', revision: 43,
  groups: [{ __typename: 'ConflictGroup', entity: 'goal', entityId: stairs.id, group, at: '2026-11-23T15:12:00Z', by: noor, fields }],
});
const byNoor = (number: number, over: Partial<NewsRevisionFragment['changes'][number]> = {}, base = number - 1): NewsRevisionFragment => ({
  __typename: 'Revision', number, at: '2026-11-23T15:12:00Z', verb: 'goal.edit', base, person: noor,
  changes: [aChange({ entityId: stairs.id, entityName: stairs.words, field: 'targetDate', fieldName: 'Target date', before: aValue('DATE', '2026-12-01'), after: aValue('DATE', '2026-12-15'), ...over })],
});
const panel = async () => within(await screen.findByRole('region', { name: 'Beside the plan' }));
const form = async (name: string) => within(await screen.findByRole('form', { name }));

it('leads from a part’s menu to a new follow-up that comes from it', async () => {
  const patient = aPlanPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', discipline: 'physical-therapist', may: ['PLAN_READ', 'PLAN_WRITE', 'FOLLOW_UP_WRITE'] }, plan: aPlan({ goals: [stairs], activities: [aPart()] }) });
  const { user, router } = open([], { patient });
  await user.click(await screen.findByRole('button', { name: `Actions for “${aPart().name}”` }));
  await user.click(await screen.findByRole('menuitem', { name: 'New follow-up' }));
  await waitFor(() => expect(`${router.state.location.pathname}${router.state.location.search}`).toBe(`/patients/${patientId}/follow-ups?follow-up=new&source=activity:${aPart().id}`));
});

describe('who may not write', () => {
  it('sees the plan with nothing to do but copies, even from a link to a form', async () => {
    const patient = aPlanPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', discipline: 'physical-therapist', may: ['PLAN_READ'] }, plan: aPlan({ goals: [aGoal(), aGoal({ id: 'lonely', words: 'Swim' })], activities: [aPart(), aPart({ id: 'loose', goalIds: [] })] }) });
    const { user } = open([], { patient, at: '?edit=new-goal' });
    await screen.findByText('“Swim”');
    expect(screen.queryByRole('region', { name: 'Beside the plan' })).not.toBeInTheDocument();
    const [menu, ...more] = screen.getAllByRole('button');
    expect(more).toEqual([]);
    await user.click(menu!);
    expect((await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent)).toEqual(['Copies …']);
  });
});

describe('a new goal', () => {
  it('is proposed in the patient’s words, and the focus comes back', async () => {
    const input = { ...asked, words: 'Swim with my sister', domain: 'MOVEMENT' as const, scope: 'WHOLE_PERSON' as const, restatement: null, ownerId: null, participantIds: [], target: null };
    const { user, router } = open([replyToCommand(ProposeGoalDocument, input, { proposeGoal: done() })]);
    await user.click(await screen.findByRole('button', { name: 'Add goal' }));
    expect(router.state.location.search).toBe('?edit=new-goal');
    const goal = await form('A new goal');
    const words = goal.getByRole('textbox', { name: 'In Marisol’s words' });
    await waitFor(() => expect(words).toHaveFocus());
    await user.click(goal.getByRole('button', { name: 'Propose the goal' }));
    expect(words).toBeInvalid();
    expect(goal.getByText('Please choose one.')).toBeInTheDocument();
    await user.type(words, 'Swim with my sister');
    await user.selectOptions(goal.getByRole('combobox', { name: 'Domain' }), 'Movement');
    await user.click(goal.getByRole('button', { name: 'Propose the goal' }));
    expect(await screen.findByText(/Goal proposed\./)).toBeInTheDocument();
    expect(router.state.location.search).toBe('');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Add goal' })).toHaveFocus());
  });

  it('that is like an open one is offered as joining it, which leads on to my part', async () => {
    const { user, router } = open([replyToCommand(JoinGoalDocument, { ...asked, goalId: 'goal-sleep' }, { joinGoal: done({ entityId: 'goal-sleep' }) })], { at: '?edit=new-goal' });
    const goal = await form('A new goal');
    await user.type(goal.getByRole('textbox', { name: 'In Marisol’s words' }), 'Sleep through till seven');
    await user.selectOptions(goal.getByRole('combobox', { name: 'Domain' }), 'Sleep');
    expect(goal.getByText('Sleep through till six').closest('p')).toHaveTextContent('(Dr. Noor Bellweather)');
    await user.click(goal.getByRole('button', { name: 'Join this goal' }));
    const part = await form('Plan a part of Physical therapy');
    expect(router.state.location.search).toBe('?edit=new-activity&goal=goal-sleep&column=physical-therapy');
    expect(part.getByRole('checkbox', { name: '“Sleep through till six”' })).toBeChecked();
    expect(await screen.findByText(/You joined “Sleep through till six”\./)).toBeInTheDocument();
  });

  it('that is another one says so, also when a colleague’s was faster, and keeps its text', async () => {
    const values = { ...asked, words: 'Sleep through till seven', domain: 'SLEEP' as const, scope: 'WHOLE_PERSON' as const, restatement: null, ownerId: null, participantIds: [], target: null };
    const first = replyToCommand(ProposeGoalDocument, { ...values, distinctFrom: ['goal-sleep'] }, { proposeGoal: refused('GOAL_SIMILAR', 'words', { words: 'Sleep like a stone', goalId: 'goal-stone' }) });
    const second = replyToCommand(ProposeGoalDocument, { ...values, distinctFrom: ['goal-sleep', 'goal-stone'] }, { proposeGoal: done() });
    const { user } = open([first, second], { at: '?edit=new-goal' });
    const goal = await form('A new goal');
    const words = goal.getByRole('textbox', { name: 'In Marisol’s words' });
    await user.type(words, 'Sleep through till seven');
    await user.selectOptions(goal.getByRole('combobox', { name: 'Domain' }), 'Sleep');
    await user.click(goal.getByRole('button', { name: 'Mine is another one' }));
    expect(goal.queryByText(/Like a goal/)).not.toBeInTheDocument();
    await user.click(goal.getByRole('button', { name: 'Propose the goal' }));
    expect(await goal.findByText('Sleep like a stone')).toBeInTheDocument();
    expect(words).toHaveValue('Sleep through till seven');
    await user.click(goal.getByRole('button', { name: 'Mine is another one' }));
    await user.click(goal.getByRole('button', { name: 'Propose the goal' }));
    expect(await screen.findByText(/Goal proposed\./)).toBeInTheDocument();
  });

  it('is not thrown away by Escape without a question', async () => {
    const { user, router } = open([], { at: '?edit=new-goal' });
    const goal = await form('A new goal');
    await user.type(goal.getByRole('textbox', { name: 'In Marisol’s words' }), 'Swim{Escape}');
    expect(goal.getByRole('alertdialog', { name: 'Leave without saving? What you typed would be lost.' })).toBeInTheDocument();
    await user.click(goal.getByRole('button', { name: 'Go on writing' }));
    expect(goal.getByRole('textbox', { name: 'In Marisol’s words' })).toHaveValue('Swim');
    await user.keyboard('{Escape}');
    await user.click(goal.getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });
});

describe('editing a goal', () => {
  const newTarget = (date: string) => ({ measure: 'psfs', baseline: 3, value: 8, unit: 'points', date });
  const changeDate = { ...asked, goalId: stairs.id, target: newTarget('2026-12-20') };
  const dates = [{ __typename: 'ConflictField' as const, field: 'targetDate', fieldName: 'Target date', base: '2026-12-01', theirs: '2026-12-15', mine: '2026-12-20' }];
  const newest = aPlanPatient({ revision: 43, plan: aPlan({ goals: [aGoal({ ...stairs, restatement: 'Two flights', target: { ...target, date: '2026-12-15' } }), sleep] }) });
  const reread = reply(PlanPageDocument, { patientId }, { patient: newest });

  async function typeDate(replies: readonly Reply[]) {
    const { user, router, news } = open(replies);
    await user.click(await screen.findByRole('button', { name: '“Carry my grandson upstairs without stopping”' }));
    const goal = await form('Edit the goal');
    const date = goal.getByLabelText('Target date');
    await user.clear(date);
    await user.type(date, '2026-12-20');
    await user.click(goal.getByRole('button', { name: 'Save' }));
    return { user, goal, router, news };
  }

  it('sends only what was changed, and the whole target with it', async () => {
    const { router } = await typeDate([replyToCommand(EditGoalDocument, changeDate, { editGoal: done() })]);
    expect(await screen.findByText(/Goal saved\./)).toBeInTheDocument();
    expect(router.state.location.search).toBe('');
  });

  it('shows a broken rule at its field and keeps the text', async () => {
    const { goal } = await typeDate([replyToCommand(EditGoalDocument, changeDate, { editGoal: refused('DATE_TOO_FAR', 'targetDate', { years: '20' }) })]);
    expect(await goal.findByText('This date is more than 20 years away.')).toBeInTheDocument();
    expect(goal.getByLabelText('Target date')).toHaveValue('2026-12-20');
    await waitFor(() => expect(goal.getByLabelText('Target date')).toHaveFocus());
  });

  it('tells what a colleague changed meanwhile when both are kept', async () => {
    await typeDate([replyToCommand(EditGoalDocument, changeDate, { editGoal: done({ meanwhile: [byNoor(42, { field: 'restatement', fieldName: 'Clinical restatement', before: null, after: { __typename: 'ChangeValue', kind: 'TEXT', text: 'Two flights' } })] }) })]);
    expect(await screen.findByText(/Goal saved\. Meanwhile Dr\. Noor Bellweather changed Clinical restatement: Two flights\. Both are kept\./)).toBeInTheDocument();
  });

  it('opens base, theirs and mine, and sends mine over what was shown', async () => {
    const { user, goal } = await typeDate([
      replyToCommand(EditGoalDocument, changeDate, { editGoal: conflict(dates) }),
      replyToCommand(EditGoalDocument, { ...changeDate, baseRevision: 43 }, { editGoal: done({ revision: 44 }) }),
    ]);
    expect(await goal.findByRole('row', { name: 'Target date 1 Dec 2026 15 Dec 2026 20 Dec 2026' })).toBeInTheDocument();
    expect(goal.queryByRole('button', { name: 'Save' })).not.toBeInTheDocument();
    await user.click(goal.getByRole('button', { name: 'Keep mine' }));
    expect(await screen.findByText(/Goal saved\./)).toBeInTheDocument();
  });

  it('keeps theirs, and closes when nothing of mine is left', async () => {
    const { user, goal, router } = await typeDate([replyToCommand(EditGoalDocument, changeDate, { editGoal: conflict(dates) })]);
    await user.click(await goal.findByRole('button', { name: 'Keep theirs' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });

  it('writes it anew over what stands: my text stays, the rest follows, and saving saves', async () => {
    const { user, goal } = await typeDate([
      replyToCommand(EditGoalDocument, changeDate, { editGoal: conflict(dates) }),
      reread,
      replyToCommand(EditGoalDocument, { ...asked, baseRevision: 43, goalId: stairs.id, target: newTarget('2026-12-18') }, { editGoal: done({ revision: 44 }) }),
    ]);
    await user.click(await goal.findByRole('button', { name: 'Write it anew' }));
    await waitFor(() => expect(goal.getByLabelText('Target date')).toHaveFocus());
    expect(goal.getByLabelText('Target date')).toHaveValue('2026-12-20');
    expect(goal.getByRole('textbox', { name: 'Clinical restatement' })).toHaveValue('Two flights');
    expect(goal.getByRole('row', { name: /15 Dec 2026/ })).toBeInTheDocument();
    await user.clear(goal.getByLabelText('Target date'));
    await user.type(goal.getByLabelText('Target date'), '2026-12-18');
    await user.click(goal.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Goal saved\./)).toBeInTheDocument();
  });

  it('keeps what is typed while what stands is on its way', async () => {
    const { user, goal } = await typeDate([replyToCommand(EditGoalDocument, changeDate, { editGoal: conflict(dates) }), { ...reread, delay: 200 }]);
    await user.click(await goal.findByRole('button', { name: 'Write it anew' }));
    await user.clear(goal.getByLabelText('Target date'));
    await user.type(goal.getByLabelText('Target date'), '2026-12-18');
    // What stands has come: an untouched field follows it.
    await waitFor(() => expect(goal.getByRole('textbox', { name: 'Clinical restatement' })).toHaveValue('Two flights'));
    expect(goal.getByLabelText('Target date')).toHaveValue('2026-12-18');
  });

  it('saves what is written anew also before what stands has come: it was seen', async () => {
    const { user, goal } = await typeDate([
      replyToCommand(EditGoalDocument, changeDate, { editGoal: conflict(dates) }), { ...reread, delay: 3_000 },
      replyToCommand(EditGoalDocument, { ...changeDate, baseRevision: 43, target: newTarget('2026-12-18') }, { editGoal: done({ revision: 44 }) }),
    ]);
    await user.click(await goal.findByRole('button', { name: 'Write it anew' }));
    await user.clear(goal.getByLabelText('Target date'));
    await user.type(goal.getByLabelText('Target date'), '2026-12-18');
    await user.click(goal.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/Goal saved\./)).toBeInTheDocument();
  });

  it('marks what a colleague changed in an open form, and keeps what I typed', async () => {
    const { user, news } = open([]);
    await user.click(await screen.findByRole('button', { name: '“Carry my grandson upstairs without stopping”' }));
    const goal = await form('Edit the goal');
    await user.type(goal.getByRole('textbox', { name: 'Clinical restatement' }), 'Two flights');
    await act(() => news.catchUp(async () => [byNoor(42)]));
    expect(await goal.findByText('Dr. Noor Bellweather changed this to 15 Dec 2026 just now')).toBeInTheDocument();
    expect(goal.getByRole('textbox', { name: 'Clinical restatement' })).toHaveValue('Two flights');
    act(() => news.here([{ __typename: 'Presence', person: noor, entityId: stairs.id, group: 'target' }]));
    expect(goal.getByRole('group', { name: /Target/ })).toHaveTextContent('Dr. Noor Bellweather has this open');
    expect(screen.getByText('Dr. Noor Bellweather is editing the target')).toBeInTheDocument();
  });
});

describe('the life of a goal', () => {
  it('is begun at one press, and taken back for ten seconds', async () => {
    const { user } = open([
      replyToCommand(MoveGoalDocument, { ...asked, goalId: 'goal-sleep', verb: 'ACTIVATE' }, { moveGoal: done({ entityId: 'goal-sleep' }) }),
      replyToCommand(UndoPlanChangeDocument, { patientId, revision: 42 }, { undoPlanChange: refused('UNDO_OVERTAKEN', 'revision') }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Actions for “Sleep through till six”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Activate' }));
    expect(await screen.findByText(/Goal activated\./)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('Not taken back. This was changed again meanwhile.')).toBeInTheDocument();
  });

  it('is taken back by its key too', async () => {
    const { user } = open([
      replyToCommand(MoveGoalDocument, { ...asked, goalId: 'goal-sleep', verb: 'ACTIVATE' }, { moveGoal: done() }),
      replyToCommand(UndoPlanChangeDocument, { patientId, revision: 42 }, { undoPlanChange: done({ revision: 43 }) }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Actions for “Sleep through till six”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Activate' }));
    await screen.findByText(/Goal activated\./);
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('Taken back.')).toBeInTheDocument();
  });

  it('is completed with how it went, and asks why when it ends short', async () => {
    const input = { ...asked, goalId: stairs.id, verb: 'COMPLETE' as const, achievement: 'NOT_ACHIEVED' as const, reason: 'The knee' };
    const { user } = open([replyToCommand(MoveGoalDocument, input, { moveGoal: done() })], { at: `?edit=goal:${stairs.id}&do=complete` });
    const goal = await form('Complete a goal');
    await user.click(goal.getByRole('button', { name: 'Complete' }));
    expect(goal.getByText('Please choose one.')).toBeInTheDocument();
    await user.click(goal.getByRole('radio', { name: 'Not achieved' }));
    await user.click(goal.getByRole('button', { name: 'Complete' }));
    const why = goal.getByRole('textbox', { name: 'What should the team know about it?' });
    expect(why).toBeInvalid();
    await user.type(why, 'The knee');
    await user.click(goal.getByRole('button', { name: 'Complete' }));
    expect(await screen.findByText(/Goal completed\./)).toBeInTheDocument();
  });

  it('completed while its target was changed shows both, and theirs leaves it open', async () => {
    const fields = [
      { __typename: 'ConflictField' as const, field: 'targetDate', fieldName: 'Target date', base: '2026-12-01', theirs: '2026-12-15', mine: '2026-12-01' },
      { __typename: 'ConflictField' as const, field: 'status', fieldName: 'Status', base: 'active', theirs: 'active', mine: 'completed' },
    ];
    const { user, router } = open([replyToCommand(MoveGoalDocument, { ...asked, goalId: stairs.id, verb: 'COMPLETE', achievement: 'ACHIEVED' }, { moveGoal: conflict(fields) })], { at: `?edit=goal:${stairs.id}&do=complete` });
    const goal = await form('Complete a goal');
    await user.click(goal.getByRole('radio', { name: 'Achieved' }));
    await user.click(goal.getByRole('button', { name: 'Complete' }));
    expect(await goal.findByRole('row', { name: 'Status Active Active Completed' })).toBeInTheDocument();
    expect(goal.getByRole('row', { name: 'Target date 1 Dec 2026 15 Dec 2026 1 Dec 2026' })).toBeInTheDocument();
    await user.click(goal.getByRole('button', { name: 'Keep theirs' }));
    await waitFor(() => expect(router.state.location.search).toBe(''));
  });
});

describe('a part', () => {
  it('is planned where the plan was pressed', async () => {
    const input = { ...asked, catalogueId: 'pt.home-maintenance', discipline: 'physical-therapist', ownerId: 'person-lucia', goalIds: [stairs.id], doseText: '3 × 10', reason: null, nextStep: null, startsOn: '2026-11-24', reviewOn: null, endsOn: null };
    const sent: object[] = [];
    const patient = aPlanPatient({ plan: aPlan({ goals: [stairs], activities: [] }) });
    const { user } = open([replyToCommand(PlanActivityDocument, input, { planActivity: done() }, sent as never)], { patient });
    await user.click(await screen.findByRole('button', { name: 'Plan a part of Physical therapy for “Carry my grandson upstairs without stopping”' }));
    const part = await form('Plan a part of Physical therapy');
    expect(part.getByRole('checkbox', { name: /Carry my grandson/ })).toBeChecked();
    await user.click(part.getByRole('combobox', { name: 'Activity' }));
    await user.click(await screen.findByRole('option', { name: 'Home exercise maintenance programme' }));
    expect(part.getByRole('combobox', { name: 'Discipline' })).toHaveValue('physical-therapist');
    await user.type(part.getByLabelText('Dose in words'), '3 × 10');
    await user.type(part.getByLabelText('Starts'), '2026-11-24');
    await user.click(part.getByRole('button', { name: 'Plan it' }));
    expect(await screen.findByText(/Part planned\./)).toBeInTheDocument();
  });

  it('is stopped with a reason', async () => {
    const { user } = open([replyToCommand(MoveActivityDocument, { ...asked, activityId: 'activity-scapular', verb: 'STOP', reason: 'Elbow pain' }, { moveActivity: done({ entityId: 'activity-scapular' }) })]);
    await user.click(await screen.findByRole('button', { name: 'Actions for “Scapular stabilisation”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Stop' }));
    const part = await form('Stop a part');
    await user.click(part.getByRole('button', { name: 'Stop' }));
    expect(part.getByText('Please fill this in.')).toBeInTheDocument();
    await user.type(part.getByRole('textbox', { name: 'Why?' }), 'Elbow pain');
    await user.click(part.getByRole('button', { name: 'Stop' }));
    expect(await screen.findByText(/Part stopped\./)).toBeInTheDocument();
  });
});

describe('what is partly there', () => {
  it('has the step that mends it', async () => {
    const patient = aPlanPatient({ plan: aPlan({ goals: [aGoal()], activities: [aPart({ goalIds: [] })] }) });
    const { user, router } = open([replyToCommand(EditGoalDocument, { ...asked, goalId: 'goal-stairs', ownerId: 'person-lucia' }, { editGoal: done() })], { patient });
    await user.click(await screen.findByRole('button', { name: 'Tie to a goal: “Scapular stabilisation”' }));
    const part = await form('Edit the part');
    await waitFor(() => expect(part.getByRole('checkbox', { name: /Carry my grandson/ })).toHaveFocus());
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Tie to a goal: “Scapular stabilisation”' })).toHaveFocus());
    await user.click(screen.getByRole('button', { name: /^Plan a part: “Carry/ }));
    expect(router.state.location.search).toBe('?edit=new-activity&goal=goal-stairs');
    await (await panel()).findByRole('form');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: /^Take it: “Carry/ }));
    expect(await screen.findByText(/The goal is yours\./)).toBeInTheDocument();
  });
});

describe('what a colleague changed', () => {
  it('is marked in words until it is seen', async () => {
    const { user, news } = open([]);
    await screen.findByRole('button', { name: 'Add goal' });
    await act(() => news.catchUp(async () => [byNoor(42)]));
    expect(screen.getByText('Dr. Noor Bellweather changed 1 thing just now.')).toBeInTheDocument();
    expect(screen.getByText('Changed by Dr. Noor Bellweather: Target date')).toBeInTheDocument();
    expect(screen.getByText(/^Target by/)).toHaveTextContent('Target by before: 1 → now: 15 Dec 2026');
    await user.click(screen.getByRole('button', { name: 'Seen' }));
    expect(screen.queryByText(/Changed by/)).not.toBeInTheDocument();
    expect(screen.queryByText(/just now/)).not.toBeInTheDocument();
  });

  it('goes when I point at it and leave again; Show leads to it', async () => {
    const { user, news } = open([]);
    await screen.findByRole('button', { name: 'Add goal' });
    await act(() => news.catchUp(async () => [byNoor(42)]));
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(screen.getByRole('button', { name: 'Actions for “Carry my grandson upstairs without stopping”' })).toHaveFocus();
    await user.hover(screen.getByText('“Carry my grandson upstairs without stopping”'));
    await user.unhover(screen.getByText('“Carry my grandson upstairs without stopping”'));
    await waitFor(() => expect(screen.queryByText(/Changed by/)).not.toBeInTheDocument());
  });

  it('and no longer stands in the plan is shown where it is told', async () => {
    const unread: UnreadQuery['patient']['unread'] = { __typename: 'Unread', revision: 42, seenRevision: 41, seenAt: '2026-11-13T15:12:00Z', revisions: { __typename: 'RevisionConnection', totalCount: 0, edges: [], pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null } } };
    const { user, news } = open([reply(UnreadDocument, { patientId }, { patient: { __typename: 'Patient', id: patientId, unread } })]);
    const told = await screen.findByText(/^Nothing new since/);
    await act(() => news.catchUp(async () => [byNoor(42, { entity: 'goal-rating', entityId: 'a-rating-taken-back', field: 'status' })]));
    await user.click(screen.getByRole('button', { name: 'Show' }));
    expect(told).toHaveFocus();
  });

  it('without knowing of mine is told', async () => {
    const { user, news } = open([replyToCommand(MoveGoalDocument, { ...asked, goalId: 'goal-sleep', verb: 'ACTIVATE' }, { moveGoal: done({ entityId: 'goal-sleep' }) })]);
    await user.click(await screen.findByRole('button', { name: 'Actions for “Sleep through till six”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Activate' }));
    await screen.findByText(/Goal activated\./);
    await act(() => news.catchUp(async () => [byNoor(43, { entityId: 'goal-sleep', field: 'owner' }, 41)]));
    expect(await screen.findByText('Dr. Noor Bellweather had not seen your change of Status when changing Owner. Both are kept.')).toBeInTheDocument();
  });
});
