import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { PlanAsOfDocument, PlanPageDocument, ThingHistoryDocument, type MomentInput, type PlanAsOfQuery } from '../../gql/index.ts';
import { PatientNews, PatientNewsContext } from '../../shared/patient-news.ts';
import { noor, TODAY } from '../../testing/builders.ts';
import { aRevision, aThingHistory } from '../../testing/history-builders.ts';
import { aGoal, aPart, aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault, type Reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
const asked: MomentInput = { day: '2026-10-28' };
const { team, viewer, givenName, familyName, preferredName } = aPlanPatient();

const then = (day = '2026-10-28'): PlanAsOfQuery => ({
  patient: {
    __typename: 'Patient', id: patientId, givenName, familyName, preferredName, viewer,
    planAsOf: {
      __typename: 'PlanAsOf', revision: 12, at: `${day}T15:00:00Z`, day, planVersion: 4, team,
      plan: {
        ...aPlan({ agreedMessage: 'Hurt is not harm.', goals: [aGoal({ words: 'Climb one flight' })], activities: [aPart({ startsOn: '2026-11-02', reviewOn: '2026-10-26' })] }),
        dissents: [{ __typename: 'Dissent', id: 'd1', reason: 'It frightens her', at: '2026-10-20T15:00:00Z', person: noor }],
      },
    },
  },
});
const now = reply(PlanPageDocument, { patientId }, { patient: aPlanPatient() });
const past = (moment = asked) => reply(PlanAsOfDocument, { patientId, moment }, then());

function open(at: string, replies: readonly Reply[]) {
  const news = new PatientNews('person-lucia');
  news.knows(41);
  const page = <PatientNewsContext value={{ news, patientId, page: 'page-1' }}><PlanPage /></PatientNewsContext>;
  return { ...renderRoute('/patients/:patientId/plan', page, `/patients/${patientId}/plan${at}`, replies), news };
}
const band = async (words: RegExp) => (await screen.findByText(words)).closest('[role=status]')!;

it('says of when the plan is, and has nothing to write with', async () => {
  open('?asOf=2026-10-28&edit=new-goal', [past()]);
  expect(await band(/^As of Wednesday, October 28, 2026, revision 12|^As of Wednesday, 28 October 2026, revision 12/)).toHaveTextContent('read only');
  expect(screen.getByText('“Climb one flight”')).toBeInTheDocument();
  expect(screen.getByText('Hurt is not harm.')).toBeInTheDocument();
  expect(screen.getByText(/It frightens her/)).toBeInTheDocument();
  for (const button of [/Add goal/, /Actions for/, /Plan actions/, /From a template/]) expect(screen.queryByRole('button', { name: button })).not.toBeInTheDocument();
  expect(screen.queryByRole('form')).not.toBeInTheDocument();
  expect(screen.queryByRole('button', { name: '“Climb one flight”' })).not.toBeInTheDocument();
});

it('is seen from its own day: late is what was late then, to come what was to come, and no day is called today', async () => {
  open('?asOf=2026-10-28', [past()]);
  expect(await screen.findByText('review 2 days late')).toBeInTheDocument();
  expect(screen.getByText(/^starts .*2026/)).toBeInTheDocument();
  expect(screen.queryByText(/yesterday|tomorrow/)).not.toBeInTheDocument();
});

it('goes back to the plan of today, which it has not touched, and on to what is different', async () => {
  const { user } = open('?asOfRevision=12', [reply(PlanAsOfDocument, { patientId, moment: { revision: 12 } }, then()), now]);
  await band(/^As of revision 12/);
  expect(screen.getByRole('link', { name: 'Compare with today' })).toHaveAttribute('href', `/patients/${patientId}/difference?from=12&to=${TODAY}`);
  await user.click(screen.getByRole('link', { name: 'Back to today' }));
  expect(await screen.findByRole('button', { name: '“Carry my grandson upstairs without stopping”' })).toBeInTheDocument();
  expect(screen.queryByText('“Climb one flight”')).not.toBeInTheDocument();
});

it.each([
  ['?asOf=2020-01-01', { day: '2020-01-01' }, { rule: 'BEFORE_RECORD', begins: '2026-09-01' }, /This record begins on .*2026\. Choose that day or a later one\./],
  ['?asOfRevision=99', { revision: 99 }, { rule: 'REVISION_UNKNOWN', newest: 41 }, /This record has the revisions 1 to 41\./],
  ['?asOf=soon', { day: 'soon' }, {}, /The address names no moment of this record\. Choose a day\./],
] as const)('%s: says what to do instead', async (at, moment, extensions, words) => {
  open(at, [replyWithFault(PlanAsOfDocument, { patientId, moment }, 'BAD_USER_INPUT', extensions)]);
  expect(await screen.findByText(words)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Back to today' })).toBeInTheDocument();
});

it('is chosen from the plan’s menu, for a day that has been', async () => {
  const { user, router } = open('', [now, past()]);
  await user.click(await screen.findByRole('button', { name: 'Plan actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'As it was…' }));
  const day = await screen.findByLabelText(/^On which day/);
  await user.type(day, '2027-01-01');
  await user.click(screen.getByRole('button', { name: 'Show the plan' }));
  expect(await screen.findByText('This day is still to come. Choose today or an earlier day.')).toBeInTheDocument();
  await user.clear(day);
  await user.type(day, '2026-10-28');
  await user.click(screen.getByRole('button', { name: 'Show the plan' }));
  await screen.findByText('“Climb one flight”');
  expect(router.state.location.search).toBe('?asOf=2026-10-28');
});

it('has the history of each goal beside it, for whoever may read it, with the plan at each revision', async () => {
  const patient = aPlanPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', discipline: 'physical-therapist', may: ['PLAN_READ', 'HISTORY_READ'] } });
  const { user } = open('', [
    reply(PlanPageDocument, { patientId }, { patient }),
    reply(ThingHistoryDocument, { patientId, entity: 'goal', entityId: 'goal-stairs', first: 20 }, aThingHistory(patientId, [aRevision()])),
  ]);
  await user.click(await screen.findByRole('button', { name: /Actions for “Carry/ }));
  expect(await screen.findAllByRole('menuitem')).toHaveLength(1);
  await user.click(screen.getByRole('menuitem', { name: 'History' }));
  const panel = within(await screen.findByRole('region', { name: 'Beside the plan' }));
  expect(await panel.findByText(/Reason: In her words/)).toBeInTheDocument();
  expect(panel.getByText(/Dr\. Noor Bellweather/).closest('li')).toHaveTextContent(/before: Climb stairs now: Carry my grandson upstairs/);
  expect(panel.getByRole('link', { name: 'The plan then, at revision 7' })).toHaveAttribute('href', `/patients/${patientId}/plan?asOfRevision=7`);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Beside the plan' })).not.toBeInTheDocument();
});
