import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { EditPatientDocument, PatientDetailsPageDocument, PatientRevisionDocument } from '../../gql/index.ts';
import { noor } from '../../testing/builders.ts';
import { aPatient } from '../../testing/patients.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { DetailsPage } from './details.page.tsx';

const patientId = 'patient-marisol';
const page = reply(PatientDetailsPageDocument, { patientId }, { patient: aPatient() }, { times: 2 });
const open = (replies: readonly Reply[]) => renderRoute('/patients/:patientId/details', <DetailsPage />, `/patients/${patientId}/details`, replies);

const conflict = {
  editPatient: {
    __typename: 'EditConflict' as const, revision: 43,
    groups: [{
      __typename: 'ConflictGroup' as const, entity: 'patient', entityId: 'patient-marisol', group: 'language', at: '2026-11-23T15:12:00Z', by: noor,
      fields: [{ __typename: 'ConflictField' as const, field: 'language', fieldName: 'Language', base: 'es', theirs: 'en', mine: 'fr' }],
    }],
  },
};
const newest = reply(PatientRevisionDocument, { patientId }, { patient: { __typename: 'Patient', id: patientId, revision: 43 } });
const firstTry = replyToCommand(EditPatientDocument, { patientId, baseRevision: 41, language: 'fr', pronouns: null }, conflict);

async function editIntoConflict(replies: readonly Reply[]) {
  const { user } = open([page, firstTry, newest, ...replies]);
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  await user.selectOptions(await screen.findByLabelText('Language'), 'French');
  await user.clear(screen.getByLabelText('Pronouns'));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText('Somebody changed this while you were editing');
  return user;
}

it('shows base, theirs and mine side by side, and loses nothing of mine', async () => {
  await editIntoConflict([]);
  expect(screen.getByRole('row', { name: 'Language Spanish English French' })).toBeInTheDocument();
  expect(screen.getByText(/Dr. Noor Bellweather/)).toBeInTheDocument();
  expect(screen.getByLabelText('Language')).toHaveValue('fr');
});

it('sends mine again against the newest revision', async () => {
  const kept = { editPatient: aPatient({ revision: 44, language: 'fr', pronouns: null }) };
  const user = await editIntoConflict([replyToCommand(EditPatientDocument, { patientId, baseRevision: 43, language: 'fr', pronouns: null }, kept)]);
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  await waitFor(() => expect(screen.queryByLabelText('Language')).not.toBeInTheDocument());
  expect(screen.getByText('French')).toBeInTheDocument();
});

it('keeps theirs and still saves my other fields', async () => {
  const kept = { editPatient: aPatient({ revision: 44, language: 'en', pronouns: null }) };
  const user = await editIntoConflict([replyToCommand(EditPatientDocument, { patientId, baseRevision: 43, pronouns: null }, kept)]);
  await user.click(screen.getByRole('button', { name: 'Keep theirs' }));
  await waitFor(() => expect(screen.queryByLabelText('Language')).not.toBeInTheDocument());
  expect(screen.getByText('English')).toBeInTheDocument();
});

it('shows no button to somebody who may not edit', async () => {
  const readOnly = aPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PLAN_READ'] } });
  open([reply(PatientDetailsPageDocument, { patientId }, { patient: readOnly })]);
  await screen.findByText('Penicillin');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('does not call empty what it may not show', async () => {
  const peer = aPatient({ problems: [], allergies: [], allergyStatus: 'NOT_SHOWN', contactDetails: null, viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PLAN_READ'] } });
  open([reply(PatientDetailsPageDocument, { patientId }, { patient: peer })]);
  expect(await screen.findByText('Diagnoses not shown to you')).toBeInTheDocument();
  expect(screen.getByText('Allergies not shown to you')).toBeInTheDocument();
});
