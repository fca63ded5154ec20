import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { PatientLayoutDocument } from '../../gql/index.ts';
import { aDevice, aPatient } from '../../testing/patients.ts';
import { renderRoute } from '../../testing/render-route.tsx';
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
