import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import type { UserEvent } from '@testing-library/user-event';
import { AddPatientDocument, LikelyDuplicatesDocument, type AddPatientInput } from '../../gql/index.ts';
import { aPatient } from '../../testing/patients.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { AddPatientPage } from './add-patient.page.tsx';

const marisol = { givenName: 'Marisol', familyName: 'Okafor', mrn: '204-881', birthDate: '1980-04-12', sex: 'FEMALE' as const };
const violation = { __typename: 'Violation' as const, code: 'MRN_TAKEN_IN_SPEC', field: 'mrn', message: 'Another patient has this MRN.', params: [] };
const refused = { addPatient: { __typename: 'RuleViolation' as const, violations: [violation] } };
const open = (replies: readonly Reply[]) =>
  renderRoute('/patients/new', <AddPatientPage />, '/patients/new', replies, { others: [{ path: '/patients/:patientId', element: <p>The record</p> }, { path: '/patients', element: <p>The caseload</p> }] });

async function fillIn(user: UserEvent) {
  await user.type(screen.getByLabelText(/Given name/), marisol.givenName);
  await user.type(screen.getByLabelText(/Family name/), marisol.familyName);
  await user.type(screen.getByLabelText(/Birth date/), marisol.birthDate);
  await user.type(screen.getByLabelText(/MRN/), marisol.mrn);
  await user.selectOptions(screen.getByLabelText(/Sex/), 'Female');
}
const save = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Add patient' }));

it('keeps what was typed when the server refuses, and marks the field', async () => {
  const { user } = open([replyToCommand(AddPatientDocument, marisol, refused)]);
  await fillIn(user);
  await save(user);

  expect(await screen.findByText('Another patient has this MRN.')).toBeInTheDocument();
  expect(screen.getByLabelText(/MRN/)).toBeInvalid();
  expect(screen.getByLabelText(/MRN/)).toHaveFocus();
  expect(screen.getByLabelText(/Given name/)).toHaveValue('Marisol');
  expect(screen.getByRole('alert')).toHaveTextContent('Your text is still here.');
});

it('asks for what is missing without troubling the server', async () => {
  const { user } = open([]);
  await save(user);
  expect(screen.getByLabelText(/Given name/)).toBeInvalid();
  expect(screen.getByLabelText(/Given name/)).toHaveFocus();
  expect(screen.getByLabelText(/Preferred name/)).toBeValid();
});

it('goes on after a lost answer, and the same command is sent again by itself', async () => {
  const seen: AddPatientInput[] = [];
  const lost: Reply = { ...replyToCommand(AddPatientDocument, marisol, refused, seen), result: undefined, error: new Error('connection lost') };
  const { user, outbox } = open([lost, replyToCommand(AddPatientDocument, marisol, { addPatient: aPatient() }, seen)]);
  await fillIn(user);
  await save(user);

  await screen.findByText('The caseload');
  await waitFor(() => expect(outbox.current().entries).toEqual([]));
  expect(seen).toHaveLength(2);
  expect(new Set(seen.map(({ commandId }) => commandId)).size).toBe(1);
});

it('warns of likely duplicates while the names are typed, and says what to do', async () => {
  const duplicates = [
    { __typename: 'LikelyDuplicate' as const, patientId: 'patient-1', name: 'Marisol Okafor-Reyes', mrn: '204-881', birthDate: '1980-04-12', kind: 'SIMILAR_NAME' as const },
    { __typename: 'LikelyDuplicate' as const, patientId: null, name: null, mrn: null, birthDate: null, kind: 'SAME_NAME_AND_BIRTH_DATE' as const },
  ];
  const { user } = open([
    reply(LikelyDuplicatesDocument, { input: { givenName: 'Marisol', familyName: 'Okafor', birthDate: null, mrn: null } }, { likelyDuplicates: duplicates }),
  ]);
  await user.type(screen.getByLabelText(/Given name/), 'Marisol');
  await user.type(screen.getByLabelText(/Family name/), 'Okafor');

  expect(await screen.findByText(/Marisol Okafor-Reyes, 12 Apr 1980, MRN 204-881 has a similar name/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open the record' })).toHaveAttribute('href', '/patients/patient-1');
  expect(screen.getByText(/Ask your coordinator before you add them/)).toBeInTheDocument();
});
