import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { RecordDifferenceDocument, type MomentInput, type ThingDifferencePartsFragment } from '../../gql/index.ts';
import { TODAY } from '../../testing/builders.ts';
import { aChange } from '../../testing/history-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault, type Reply } from '../../testing/reply.ts';
import { DifferencePage } from './difference.page.tsx';

const patientId = 'patient-marisol';
const from: MomentInput = { day: '2026-10-28' };
const to: MomentInput = { revision: 41 };
const stairs = { __typename: 'PlanPlace' as const, goalId: 'goal-stairs', goalWords: 'Carry my grandson upstairs', discipline: null };
const aThing = (over: Partial<ThingDifferencePartsFragment>): ThingDifferencePartsFragment => ({
  __typename: 'ThingDifference', entity: 'goal', entityId: 'goal-stairs', entityName: 'Carry my grandson upstairs', difference: 'CHANGED', place: stairs, changes: [aChange('Climb stairs', 'Carry my grandson upstairs')], ...over,
});
const aPart = (entityId: string, name: string, discipline: string, difference: ThingDifferencePartsFragment['difference'], place: ThingDifferencePartsFragment['place'] = { ...stairs, discipline }) =>
  aThing({ entity: 'activity', entityId, entityName: name, difference, place, changes: [aChange(null, '3 × 8', { entity: 'activity', entityId, entityName: name, field: 'doseText', fieldName: 'Dose' })] });

const answer = (things: ThingDifferencePartsFragment[]) => reply(RecordDifferenceDocument, { patientId, from, to }, {
  patient: {
    __typename: 'Patient', id: patientId,
    difference: { __typename: 'RecordDifference', from: { __typename: 'Moment', revision: 12, day: '2026-10-28' }, to: { __typename: 'Moment', revision: 41, day: TODAY }, things },
  },
});
const open = (replies: readonly Reply[], at = '?from=2026-10-28&to=41') => renderRoute('/patients/:patientId/difference', <DifferencePage />, `/patients/${patientId}/difference${at}`, replies);
const region = async (name: string) => within(await screen.findByRole('region', { name }));

it('goes goal by goal and discipline by discipline, then through the rest of the record', async () => {
  open([answer([
    aThing({ entity: 'medicine', entityId: 'm1', entityName: 'Sertraline', place: null, changes: [aChange('25', '50', { entity: 'medicine', entityId: 'm1', entityName: 'Sertraline', field: 'doseAmount', fieldName: 'Dose' })] }),
    aPart('a2', 'Scapular stabilisation', 'physical-therapist', 'ADDED'),
    aPart('a1', 'Duloxetine', 'physiatrist', 'REMOVED'),
    aThing({}),
    aPart('a3', 'Acupuncture', 'acupuncturist', 'CHANGED', { __typename: 'PlanPlace', goalId: null, goalWords: null, discipline: 'acupuncturist' }),
  ])]);
  const goal = await region('Goal: Carry my grandson upstairs');
  expect(goal.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)).toEqual(['Physiatry', 'Physical therapy'].map((name) => expect.stringContaining(name.slice(0, 6))));
  expect(goal.getByText('Carry my grandson upstairs', { selector: 'strong' }).closest('div')).toHaveTextContent(/before: Climb stairs now: Carry my grandson upstairs/);
  expect(goal.getByText('Scapular stabilisation').closest('p')).toHaveTextContent(/Added$/);
  expect(goal.getByText('Duloxetine').closest('p')).toHaveTextContent(/Entered in error$/);
  expect((await region('Parts without a goal')).getByText('Acupuncture')).toBeInTheDocument();
  expect((await region('Medicines and allergies')).getByText('Sertraline')).toBeInTheDocument();
  expect(screen.getAllByRole('region').map((card) => card.getAttribute('aria-labelledby') && within(card).getAllByRole('heading')[0]!.textContent).slice(1)).toEqual(['Goal: Carry my grandson upstairs', 'Parts without a goal', 'Medicines and allergies']);
  expect(screen.getByRole('link', { name: /^From .*revision 12$/ })).toHaveAttribute('href', `/patients/${patientId}/plan?asOfRevision=12`);
});

it('asks for two days, and keeps them in the address', async () => {
  const { user, router } = open([], '');
  expect(screen.getByText(/^Choose two days/)).toBeInTheDocument();
  expect(screen.getByLabelText(/^To the end of/)).toHaveValue(TODAY);
  await user.click(screen.getByRole('button', { name: 'Show what changed' }));
  expect(screen.getByLabelText(/^From the end of/)).toBeInvalid();
  await user.type(screen.getByLabelText(/^From the end of/), '2026-10-28');
  await user.click(screen.getByRole('button', { name: 'Show what changed' }));
  expect(router.state.location.search).toBe(`?from=2026-10-28&to=${TODAY}`);
});

it('says so when nothing is different, and which moment is wrong', async () => {
  open([answer([])]);
  expect(await screen.findByText('Nothing is different between these two moments.')).toBeInTheDocument();
});

it('tells two moments the wrong way round from a fault', async () => {
  open([replyWithFault(RecordDifferenceDocument, { patientId, from, to }, 'BAD_USER_INPUT', { rule: 'ORDER' })]);
  expect(await screen.findByText('The second moment is before the first. Exchange the two.')).toBeInTheDocument();
});
