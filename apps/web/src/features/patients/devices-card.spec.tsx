import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { AddDeviceDocument, EditDeviceDocument, PatientDetailsPageDocument, RemoveDeviceDocument, SetDeviceAnswerDocument } from '../../gql/index.ts';
import { noor, TODAY } from '../../testing/builders.ts';
import { aDevice, aPatient } from '../../testing/patients.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { DetailsPage } from './details.page.tsx';

const patientId = 'patient-marisol';
const about = { patientId, baseRevision: 41 };
const withDevice = aPatient({ deviceAnswer: 'RECORDED', devices: [aDevice()] });
const page = (patient = withDevice, times = 3) => reply(PatientDetailsPageDocument, { patientId }, { patient }, { times });
const open = (replies: readonly Reply[]) => renderRoute('/patients/:patientId/details', <DetailsPage />, `/patients/${patientId}/details`, replies);
const card = async () => within(await screen.findByRole('region', { name: 'Devices' }));

it('says what nobody has seen as a gap, and what the device means for others with its source', async () => {
  open([page()]);
  const devices = await card();
  expect(devices.getByText('Card not seen: ask for it')).toBeVisible();
  expect(devices.getByText('MRI condition not known')).toBeVisible();
  const means = within(devices.getByRole('list', { name: 'What Spinal cord stimulator means for other treatments' })).getByRole('listitem');
  expect(means).toHaveTextContent('Diathermy: Contraindicated anywhere on the body. Source: Stimulator practice parameters');
});

it('asks whether something is implanted, and says which answer stands', async () => {
  const notAsked = aPatient({ deviceAnswer: 'NOT_ASKED' });
  const { user } = open([page(notAsked), replyToCommand(SetDeviceAnswerDocument, { ...about, answer: 'NONE' }, { setDeviceAnswer: aPatient({ revision: 42, deviceAnswer: 'NONE' }) })]);
  expect((await card()).getByText('Implanted devices not asked yet')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Asked: no implanted device' }));
  expect(await (await card()).findByText('No implanted device')).toBeVisible();
});

it('is recorded by keyboard, points at terms that are missing, and sends no side that the kind does not have', async () => {
  const given = {
    kind: 'spinal-hardware', maker: null, model: 'Rods T8 to L1', serial: null, site: null, side: null, implantedOn: '2020-05-04', cardSeenOn: null, mriCondition: 'CONDITIONAL' as const, mriTerms: 'Up to 3 T',
    followedBy: null, note: null,
  };
  const { user } = open([page(aPatient()), replyToCommand(AddDeviceDocument, { ...about, ...given }, { addDevice: withDevice })]);
  (await screen.findByRole('button', { name: 'Record a device' })).focus();
  await user.keyboard('{Enter}');
  const devices = await card();
  await user.selectOptions(devices.getByLabelText(/^Device/), 'Spinal cord stimulator');
  await user.selectOptions(devices.getByLabelText(/^Side/), 'left');
  await user.selectOptions(devices.getByLabelText(/^Device/), 'Spinal hardware');
  expect(devices.queryByLabelText(/^Side/)).toBeNull();
  await user.type(devices.getByLabelText(/^Model/), given.model);
  await user.type(devices.getByLabelText(/^Implanted or in use/), given.implantedOn);
  await user.selectOptions(devices.getByLabelText(/^MRI condition/), 'MR conditional');
  await user.type(devices.getByLabelText(/^Model/), '{Enter}');
  const terms = devices.getByLabelText(/^MRI terms/);
  expect(terms).toBeInvalid();
  await waitFor(() => expect(terms).toHaveFocus());
  await user.keyboard(given.mriTerms);
  await user.click(devices.getByRole('button', { name: 'Add' }));
  expect(await devices.findByText('Spinal cord stimulator')).toBeVisible();
  expect(devices.queryByLabelText(/^Model/)).toBeNull();
});

it('shows what a colleague wrote of the card meanwhile, and sends mine again over it', async () => {
  const mine = { ...about, deviceId: 'device-1', model: 'Lyra 32' };
  const conflict = {
    __typename: 'EditConflict' as const, revision: 43,
    groups: [{
      __typename: 'ConflictGroup' as const, entity: 'device', entityId: 'device-1', group: 'mri', at: '2026-11-23T15:12:00Z', by: noor,
      fields: [{ __typename: 'ConflictField' as const, field: 'mriCondition', fieldName: 'MRI condition', base: 'not-known', theirs: 'conditional', mine: 'not-known' }],
    }],
  };
  const { user } = open([
    page(), replyToCommand(EditDeviceDocument, mine, { editDevice: conflict }),
    replyToCommand(EditDeviceDocument, { ...mine, baseRevision: 43 }, { editDevice: aPatient({ revision: 44, deviceAnswer: 'RECORDED', devices: [aDevice({ model: 'Lyra 32' })] }) }),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Edit Spinal cord stimulator' }));
  const model = await screen.findByLabelText(/^Model/);
  await user.clear(model);
  await user.type(model, 'Lyra 32');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('row', { name: 'MRI condition Not known MR conditional Not known' })).toBeVisible();
  expect(model).toHaveValue('Lyra 32');
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByText(/Northlight · Lyra 32/)).toBeVisible();
});

it('was taken out on a day and for a reason, and stays as a device of the past', async () => {
  const gone = aPatient({ revision: 42, deviceAnswer: 'NOT_ASKED', devices: [aDevice({ status: 'REMOVED', removedOn: TODAY, removedBecause: 'Lead broke' })] });
  const { user } = open([page(), replyToCommand(RemoveDeviceDocument, { ...about, deviceId: 'device-1', removedOn: TODAY, reason: 'Lead broke' }, { removeDevice: gone })]);
  await user.click(await screen.findByRole('button', { name: 'Spinal cord stimulator was taken out' }));
  await screen.findByLabelText(/^Why was it taken out/);
  expect(screen.getByLabelText(/^Taken out on/)).toHaveValue(TODAY);
  await user.type(screen.getByLabelText(/^Why was it taken out/), 'Lead broke{Enter}');
  const devices = await card();
  expect(await devices.findByText('taken out 23 Nov 2026: Lead broke')).toBeVisible();
  expect(devices.queryByText('Card not seen: ask for it')).toBeNull();
  expect(devices.queryByRole('button', { name: /^Edit/ })).toBeNull();
});

it('shows a peer mentor nothing, and does not call it none', async () => {
  open([page(aPatient({ deviceAnswer: 'NOT_SHOWN', viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PLAN_READ'] } }))]);
  expect((await card()).getByText('Devices not shown to you')).toBeVisible();
  expect((await card()).queryByRole('button')).toBeNull();
});
