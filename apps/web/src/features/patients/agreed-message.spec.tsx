import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { DissentFromMessageDocument, PatientLayoutDocument, WithdrawDissentDocument, type AgreedMessageFragment, type PatientHeaderFragment } from '../../gql/index.ts';
import { aPerson, noor } from '../../testing/builders.ts';
import { aPatient } from '../../testing/patients.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { PatientLayout } from './patient.layout.tsx';

const patientId = 'patient-marisol';
const MESSAGE = 'Hurt is not harm.';
const aDissent = (id: string, person: AgreedMessageFragment['dissents'][number]['person'], reason: string) => ({ __typename: 'Dissent' as const, id, reason, at: '2026-11-20T15:00:00Z', person });
const aPlan = (over: Partial<AgreedMessageFragment> = {}) => ({ __typename: 'Plan' as const, id: 'plan-1', agreedMessage: MESSAGE, agreedOn: '2026-10-29', dissents: [], ...over });
const WRITER: PatientHeaderFragment['viewer'] = { __typename: 'PatientViewer', through: 'MEMBER', may: ['PLAN_READ', 'PLAN_WRITE'] };
const READER: PatientHeaderFragment['viewer'] = { ...WRITER, may: ['PLAN_READ'] };
const open = (plan: ReturnType<typeof aPlan>, { viewer = WRITER, replies = [] }: { viewer?: PatientHeaderFragment['viewer']; replies?: readonly Reply[] } = {}) =>
  renderRoute('/patients/:patientId', <PatientLayout />, `/patients/${patientId}`, [reply(PatientLayoutDocument, { patientId }, { patient: aPatient({ plan, viewer }) }), ...replies]);
const message = async () => within(await screen.findByRole('region', { name: 'Agreed message' }));
const answer = (dissents: AgreedMessageFragment['dissents']) => ({ __typename: 'PlanChange' as const, patient: { __typename: 'Patient' as const, id: patientId, revision: 42, plan: aPlan({ dissents }) } });

it('says to a reader what everybody says, and who disagrees and why, without a button', async () => {
  open(aPlan({ dissents: [aDissent('d1', noor, 'Not before the scan')] }), { viewer: READER });
  const area = await message();
  expect(area.getByText(MESSAGE)).toBeInTheDocument();
  expect(area.getByText('1 disagrees')).toBeInTheDocument();
  expect(area.getByRole('listitem')).toHaveTextContent('Dr. Noor Bellweather, Psychotherapist / psychologist: Not before the scan');
  expect(area.queryByRole('button')).not.toBeInTheDocument();
});

it('asks for the reason, and shows the dissent beside the message', async () => {
  const input = { patientId, baseRevision: 41, message: MESSAGE, reason: 'Not before the scan' };
  const { user } = open(aPlan(), { replies: [replyToCommand(DissentFromMessageDocument, input, { dissentFromMessage: answer([aDissent('d1', aPerson(), input.reason)]) })] });
  const area = await message();
  await user.click(area.getByRole('button', { name: 'I disagree' }));
  const why = area.getByRole('textbox', { name: `Why do you not agree with “${MESSAGE}”?` });
  await user.click(area.getByRole('button', { name: 'Say so' }));
  expect(why).toBeInvalid();
  await user.type(why, input.reason);
  await user.click(area.getByRole('button', { name: 'Say so' }));
  expect(await area.findByText('1 disagrees')).toBeInTheDocument();
  expect(area.queryByRole('button', { name: 'I disagree' })).not.toBeInTheDocument();
  await waitFor(() => expect(area.queryByRole('textbox')).not.toBeInTheDocument());
});

it('lets one withdraw one’s own, and nobody else’s', async () => {
  const dissents = [aDissent('d1', noor, 'Not before the scan'), aDissent('d2', aPerson(), 'Too blunt')];
  const { user } = open(aPlan({ dissents }), { replies: [replyToCommand(WithdrawDissentDocument, { patientId, baseRevision: 41, dissentId: 'd2' }, { withdrawDissent: answer(dissents.slice(0, 1)) })] });
  const area = await message();
  await user.click(area.getByText('2 disagree'));
  await user.click(area.getByRole('button', { name: 'Withdraw my disagreement' }));
  expect(await area.findByText('1 disagrees')).toBeInTheDocument();
  expect(area.getByRole('button', { name: 'I disagree' })).toBeInTheDocument();
});

it('leads from no message to writing one', async () => {
  open(aPlan({ agreedMessage: null, agreedOn: null }));
  expect(await screen.findByRole('link', { name: 'Write it' })).toHaveAttribute('href', `/patients/${patientId}/plan?edit=plan`);
});
