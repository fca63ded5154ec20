import { afterEach, describe, expect, it } from '@jest/globals';
import { cleanNotifications } from '@mantine/notifications';
import { act, screen, waitFor, within } from '@testing-library/react';
import {
  EditGoalDocument, PlanPageDocument, RateGoalDocument, WithdrawRatingDocument, type GoalCellFragment, type GoalRatingPartsFragment, type NewsRevisionFragment, type PlanChangePartsFragment,
  type PlanSheetFragment,
} from '../../gql/index.ts';
import { Notices } from '../../shared/notices.tsx';
import { PatientNews, PatientNewsContext } from '../../shared/patient-news.ts';
import { aPerson, noor } from '../../testing/builders.ts';
import { aChange, aValue } from '../../testing/changes.ts';
import { aGoal, aPart, aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
const SCALE = ['No garden', 'Garden for 10 minutes', 'Garden for 30 minutes', 'Garden for 45 minutes', 'Garden for 60 minutes'];
const asked = { patientId, baseRevision: 41 };
const aRating = (over: Partial<GoalRatingPartsFragment> = {}): GoalRatingPartsFragment & { __typename: 'GoalRating' } => ({
  __typename: 'GoalRating', id: 'rating-1', rater: 'CLINICIAN', level: 1, words: 'Garden for 45 minutes', ratedOn: '2026-10-12', note: null, recordedBy: aPerson(), ...over,
});
const hers = aRating({ id: 'rating-2', rater: 'PATIENT', level: 0, words: 'Garden for half an hour', note: 'On Sunday' });
const garden = (over: Partial<GoalCellFragment> = {}): GoalCellFragment & { __typename: 'Goal' } => ({ ...aGoal({ id: 'goal-garden', words: 'Garden on Saturday', scale: SCALE, ratings: [aRating(), hers], ...over }), __typename: 'Goal' });

afterEach(() => cleanNotifications());

function open(goal: GoalCellFragment, replies: readonly Reply[] = [], { at = '', plan = {} as Partial<PlanSheetFragment>, may = ['PLAN_READ', 'PLAN_WRITE'] as ('PLAN_READ' | 'PLAN_WRITE')[] } = {}) {
  const news = new PatientNews('person-lucia');
  news.knows(41);
  const patient = aPlanPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', discipline: 'physical-therapist', may }, plan: aPlan({ goals: [{ ...goal, __typename: 'Goal' }], activities: [], ...plan }) });
  const route = <PatientNewsContext value={{ news, patientId, page: 'page-1' }}><PlanPage /><Notices /></PatientNewsContext>;
  return { ...renderRoute('/patients/:patientId/plan', route, `/patients/${patientId}/plan${at}`, [reply(PlanPageDocument, { patientId }, { patient }), ...replies]), news };
}
const done = (goal: GoalCellFragment): { __typename: 'PlanChange' } & PlanChangePartsFragment => {
  const { id, planVersion, plan } = aPlanPatient({ plan: aPlan({ goals: [{ ...goal, __typename: 'Goal' }], activities: [] }) });
  return { __typename: 'PlanChange', entityId: 'rating-3', revision: 42, meanwhile: [], patient: { __typename: 'Patient', id, revision: 42, planVersion, plan: { ...plan, dissents: [] } } };
};
const opener = () => screen.findByRole('button', { name: 'Attainment of “Garden on Saturday”: +1 clinician · 0 patient · 12 Oct' });
const radio = (name: string) => screen.getByRole('radio', { name });

describe('rating', () => {
  it('takes two keys: the level, and Enter; the panel stays for the other rater', async () => {
    const input = { ...asked, goalId: 'goal-garden', rater: 'PATIENT' as const, level: 2, words: 'Garden for 60 minutes', ratedOn: '2026-11-23', note: null };
    const now = garden({ ratings: [aRating({ id: 'rating-3', rater: 'PATIENT', level: 2, words: 'Garden for 60 minutes', ratedOn: '2026-11-23' }), aRating(), hers] });
    const { user } = open(garden(), [replyToCommand(RateGoalDocument, input, { rateGoal: done(now) })]);
    await user.click(await opener());
    await waitFor(() => expect(radio('0, by the clinician: Garden for 30 minutes')).toHaveFocus());
    expect(within(await screen.findByRole('region', { name: 'Beside the plan' })).queryByRole('radio', { checked: true })).not.toBeInTheDocument();
    await user.keyboard('{ArrowRight}5');
    expect(radio('+2, by the patient: Garden for 60 minutes')).toBeChecked();
    await user.keyboard('{Enter}');
    expect(await screen.findByText(/Rated \+2 by the patient\./)).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Entered in error: +2 by the patient, today' })).toBeInTheDocument();
    expect(within(await screen.findByRole('region', { name: 'Beside the plan' })).queryByRole('radio', { checked: true })).not.toBeInTheDocument();
  });

  it('asks for a level before it sends, and says when the words were changed meanwhile', async () => {
    const refused = { __typename: 'RuleViolation' as const, violations: [{ __typename: 'Violation' as const, code: 'SCALE_CHANGED', field: 'level', message: 'changed', params: [{ __typename: 'MessageParam' as const, name: 'level', value: '−1' }] }] };
    const input = { ...asked, goalId: 'goal-garden', rater: 'CLINICIAN' as const, level: -1, words: 'Garden for 10 minutes', ratedOn: '2026-11-23', note: 'Rain' };
    const { user } = open(garden(), [replyToCommand(RateGoalDocument, input, { rateGoal: refused })]);
    await user.click(await opener());
    await user.click(await screen.findByRole('button', { name: 'Save rating' }));
    expect(screen.getByText('Please choose one.')).toBeInTheDocument();
    await user.click(radio('−1, by the clinician: Garden for 10 minutes'));
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Rain');
    await user.click(screen.getByRole('button', { name: 'Save rating' }));
    expect(await screen.findByText('The words of −1 were changed meanwhile. Read them and rate again.')).toBeInTheDocument();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('Rain');
  });

  it('lists each rating with the words of then, and enters one in error with a reason', async () => {
    const input = { ...asked, ratingId: 'rating-2', reason: 'Another patient' };
    const { user } = open(garden(), [replyToCommand(WithdrawRatingDocument, input, { withdrawRating: done(garden({ ratings: [aRating()] })) })], { at: '?edit=attainment:goal-garden' });
    const line = within((await screen.findByText('Garden for half an hour')).closest('li')!);
    expect(line.getByText('On Sunday')).toBeInTheDocument();
    expect(line.getByText('12 Oct · recorded by Lucia Ferrante, PT')).toBeInTheDocument();
    await user.click(line.getByRole('button'));
    await user.click(await screen.findByRole('button', { name: 'Enter in error' }));
    expect(screen.getByText('Please fill this in.')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Why?' }), 'Another patient');
    await user.click(screen.getByRole('button', { name: 'Enter in error' }));
    expect(await screen.findByText(/Rating entered in error\./)).toBeInTheDocument();
    expect(screen.queryByText('Garden for half an hour')).not.toBeInTheDocument();
  });
});

describe('a scale', () => {
  it('is written from the goal’s menu, all five levels, lowest first', async () => {
    const unscaled = garden({ scale: null, ratings: [] });
    const { user } = open(unscaled, [replyToCommand(EditGoalDocument, { ...asked, goalId: 'goal-garden', scale: SCALE }, { editGoal: done(garden({ ratings: [] })) })]);
    await user.click(await screen.findByRole('button', { name: 'Actions for “Garden on Saturday”' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Attainment' }));
    const names = ['−2', '−1', '0', '+1', '+2'];
    const write = async (i: number) => {
      await user.click(await screen.findByRole('textbox', { name: names[i]! }));
      await user.paste(SCALE[i]!);
    };
    for (const i of [0, 1, 2, 3]) await write(i);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByRole('textbox', { name: '+2' })).toBeInvalid();
    await write(4);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('button', { name: 'Save rating' })).toBeInTheDocument();
    expect(screen.getByText('None yet. Choose a level above and save it.')).toBeInTheDocument();
  });
});

describe('the plan', () => {
  it('has the two T-scores apart, with how many goals they are from and their source', async () => {
    const score = (value: number, goals: number) => ({ __typename: 'AttainmentScore' as const, value, goals });
    open(garden(), [], { plan: { attainment: { __typename: 'PlanAttainment', clinician: score(59.1287, 3), patient: score(50, 1), source: 'Turner-Stokes 2009', sourceStatus: 'read elsewhere' } } });
    const card = within((await screen.findByText('T 59.1 · clinician')).closest('aside')!);
    expect(card.getByText(/from 3 goals/)).toBeInTheDocument();
    expect(card.getByText('T 50.0 · patient')).toBeInTheDocument();
    expect(card.getByText(/from 1 goal$/)).toBeInTheDocument();
    expect(card.getByText('50 is as expected on average. Source: Turner-Stokes 2009 (read elsewhere).')).toBeInTheDocument();
  });

  it('tells whoever does not read ratings nothing of them', async () => {
    open(garden({ ratings: null }), [], { may: ['PLAN_READ'] });
    await screen.findByText('“Garden on Saturday”');
    expect(screen.queryByText(/rated|clinician/i)).not.toBeInTheDocument();
    expect(screen.queryByText('Goal attainment')).not.toBeInTheDocument();
  });

  it('says of each part its next step and what was recorded last: a rating of this goal, or its own change', async () => {
    const part = aPart({ goalIds: ['goal-garden'], nextStep: 'A longer row', changedAt: '2026-10-11T15:00:00Z' });
    const other = aPart({ id: 'heat', name: 'Heat', goalIds: ['goal-garden'], changedAt: '2026-11-02T15:00:00Z' });
    open(garden(), [], { plan: { activities: [{ ...part, __typename: 'Activity' }, { ...other, __typename: 'Activity' }] } });
    expect(await screen.findByText('Next: A longer row')).toBeInTheDocument();
    expect(screen.getByText('Last evidence: goal rated +1 by the clinician, 12 Oct')).toBeInTheDocument();
    expect(screen.getByText('Last evidence: changed 2 Nov')).toBeInTheDocument();
  });

  it('marks a colleague’s rating beside what the same rater had said before', async () => {
    const newest = aRating({ id: 'rating-3', rater: 'PATIENT', level: 2, ratedOn: '2026-11-23' });
    const { user, news } = open(garden({ ratings: [newest, aRating(), hers] }));
    await screen.findByText('“Garden on Saturday”');
    const revision: NewsRevisionFragment = {
      __typename: 'Revision', number: 42, at: '2026-11-23T15:12:00Z', verb: 'goal.rate', base: 41, person: noor,
      changes: [aChange({ entity: 'goal-rating', entityId: 'rating-3', entityName: 'Garden on Saturday', field: 'level', fieldName: 'Attainment', after: aValue('CODE', '2'), added: true })],
    };
    await act(() => news.catchUp(async () => [revision]));
    expect(screen.getByText('Attainment rated by Dr. Noor Bellweather')).toBeInTheDocument();
    expect(screen.getByText('Attainment rated 0 → +2 by the patient')).toBeInTheDocument();
    expect(screen.queryByText(/^Changed by/)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Seen' }));
    expect(screen.queryByText(/^Attainment rated/)).not.toBeInTheDocument();
  });
});
