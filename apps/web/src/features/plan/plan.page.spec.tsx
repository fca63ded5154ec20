import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { PlanPageDocument } from '../../gql/index.ts';
import { noor } from '../../testing/builders.ts';
import { aGoal, aPart, aPlan, aPlanPatient } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply } from '../../testing/reply.ts';
import { PlanPage } from './plan.page.tsx';

const patientId = 'patient-marisol';
const goals = [aGoal({ target: { __typename: 'GoalTarget', measure: 'psfs', measureName: 'PSFS', baseline: 3, value: 8, unit: null, date: '2026-12-15' } }), aGoal({ id: 'goal-sleep', words: 'Sleep through till six', scope: 'UPPER_BACK', owner: noor })];
const activities = [
  aPart({ reviewOn: '2026-11-20' }),
  aPart({ id: 'loose', name: 'Acupuncture', column: 'complementary', discipline: 'acupuncturist', goalIds: [] }),
  aPart({ id: 'stopped', name: 'Tramadol', column: 'physiatry', discipline: 'physiatrist', status: 'STOPPED', transitions: [], statusReason: 'No better sleep' }),
];
const plan = aPlan({ agreedMessage: 'Hurt is not harm.', agreedOn: '2026-10-29', goals, activities });
const open = (at = '') => renderRoute('/patients/:patientId/plan', <PlanPage />, `/patients/${patientId}/plan${at}`, [
  reply(PlanPageDocument, { patientId }, { patient: aPlanPatient({ team: [], plan }) }),
]);
const rowOf = async (words: RegExp) => within((await screen.findByText(words)).closest('tr')!);

it('names an unowned goal, one without an active part, and where each should lead', async () => {
  open();
  const stairs = await rowOf(/Carry my grandson/);
  expect(stairs.getByText('No owner')).toBeInTheDocument();
  expect(stairs.queryByText('No active part yet')).not.toBeInTheDocument();
  expect(stairs.getByText('PSFS 3 → 8 by 15 Dec')).toBeInTheDocument();
  expect(stairs.getByText('review 3 days late')).toBeInTheDocument();
  expect(stairs.getByText('Movement')).toBeInTheDocument();
  expect(stairs.getByText('Patient')).toBeInTheDocument();
  const sleep = await rowOf(/Sleep through/);
  expect(sleep.getByText('Movement · Upper back')).toBeInTheDocument();
  expect(sleep.queryByText('No owner')).not.toBeInTheDocument();
  expect(sleep.getByText('No active part yet')).toBeInTheDocument();
});

it('sets a part without a goal into a row of its own', async () => {
  open();
  expect((await rowOf(/Not tied to an open goal/)).getByText('Acupuncture')).toBeInTheDocument();
});

it('keeps what is past behind a toggle that the address remembers', async () => {
  const { user, router } = open();
  await user.click(await screen.findByRole('button', { name: 'Show 1 past part' }));
  const matrix = within(screen.getByRole('table'));
  expect(await matrix.findByText('Tramadol')).toBeInTheDocument();
  expect(matrix.getByText('No better sleep')).toBeInTheDocument();
  expect(router.state.location.search).toBe('?past=1');
});

it('opens the past from a colleague’s link', async () => {
  open('?past=1');
  expect(await within(await screen.findByRole('table')).findByText('Tramadol')).toBeInTheDocument();
});
