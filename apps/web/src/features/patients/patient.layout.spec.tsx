import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { PatientLayoutDocument, ThingHistoryDocument, type PatientAction } from '../../gql/index.ts';
import { HistoryButton } from '../../shared/history/history-button.tsx';
import { ViewerContext } from '../../shared/viewer.ts';
import { aViewer } from '../../testing/builders.ts';
import { aChange, aRevision, aThingHistory } from '../../testing/history-builders.ts';
import { aDevice, aPatient } from '../../testing/patients.ts';
import { renderRoute, renderRoutes } from '../../testing/render-route.tsx';
import { reply, replyWithFault, type Reply } from '../../testing/reply.ts';
import { PatientLayout } from './patient.layout.tsx';

const patientId = 'patient-marisol';
const open = (replies: readonly Reply[]) => renderRoute('/patients/:patientId', <PatientLayout />, `/patients/${patientId}`, replies);

it('says the same of a patient who is not there and of one who is not shared', async () => {
  open([replyWithFault(PatientLayoutDocument, { patientId }, 'NOT_FOUND')]);
  expect(await screen.findByRole('heading', { name: 'No such patient, or not shared with you' })).toBeInTheDocument();
});

it.each([
  ['RECORDED', 'Penicillin allergy'],
  ['NONE_KNOWN', 'No known allergies'],
  ['NOT_ASKED', 'Allergies not asked yet'],
  ['NOT_SHOWN', 'Allergies not shown to you'],
] as const)('never leaves allergies unsaid: %s', async (allergyStatus, words) => {
  const allergies = allergyStatus === 'RECORDED' ? aPatient().allergies : [];
  open([reply(PatientLayoutDocument, { patientId }, { patient: aPatient({ allergyStatus, allergies }) })]);
  expect(await screen.findByText(words)).toBeInTheDocument();
});

it('says on every screen what is implanted, and nothing of what was taken out', async () => {
  const device = (id: string, name: string, status: 'IN_PLACE' | 'REMOVED') => ({ ...aDevice(), id, name, status });
  open([reply(PatientLayoutDocument, { patientId }, { patient: aPatient({ devices: [device('d1', 'Spinal cord stimulator', 'IN_PLACE'), device('d2', 'Pacemaker', 'REMOVED')] }) })]);
  expect(await screen.findByText('Spinal cord stimulator')).toBeVisible();
  expect(screen.queryByText('Pacemaker')).not.toBeInTheDocument();
});

it('keeps the name out of the browser’s title', async () => {
  open([reply(PatientLayoutDocument, { patientId }, { patient: aPatient() })]);
  await screen.findByRole('heading', { name: 'Marisol Okafor-Reyes' });
  expect(document.title).not.toContain('Okafor');
});

const allergyHistory = reply(ThingHistoryDocument, { patientId, entity: 'allergy', entityId: 'allergy-1', first: 20 }, aThingHistory(patientId, [
  aRevision({ verb: 'allergy.record', reason: null, changes: [aChange(null, 'Penicillin', { entity: 'allergy', entityId: 'allergy-1', entityName: 'Penicillin', field: 'substance' })] }),
]));
const openPart = (may: PatientAction[]) =>
  renderRoutes([{
    path: '/patients/:patientId',
    element: <ViewerContext value={aViewer()}><PatientLayout /></ViewerContext>,
    children: [{ index: true, element: <HistoryButton entity="allergy" id="allergy-1" name="Penicillin" /> }],
  }], `/patients/${patientId}`, [reply(PatientLayoutDocument, { patientId }, { patient: aPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', may } }) }), allergyHistory]);

it('opens the history of a thing beside the page, keeps it in the address, and gives the focus back', async () => {
  const { user, router } = openPart(['HISTORY_READ']);
  await user.click(await screen.findByRole('button', { name: 'History of “Penicillin”' }));
  const drawer = await screen.findByRole('dialog', { name: 'History of “Penicillin”' });
  expect(within(drawer).getByText(/recorded an allergy/)).toBeInTheDocument();
  expect(router.state.location.search).toBe('?history=allergy%3Aallergy-1');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  await waitFor(() => expect(screen.getByRole('button', { name: 'History of “Penicillin”' })).toHaveFocus());
});

it('offers no history to whose part it is not', async () => {
  openPart(['PLAN_READ']);
  await screen.findByRole('heading', { name: 'Marisol Okafor-Reyes' });
  expect(screen.queryByRole('button', { name: /^History/ })).not.toBeInTheDocument();
});
