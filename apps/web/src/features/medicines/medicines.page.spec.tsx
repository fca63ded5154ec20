import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import { AddMedicineDocument, MedicinesPageDocument, ReconcileMedicinesDocument, type MedicinePartsFragment, type MedicinesPageQuery } from '../../gql/index.ts';
import { noor } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { MedicinesPage } from './medicines.page.tsx';

const patientId = 'patient-marisol';
const aMedicine = (over: Partial<MedicinePartsFragment> = {}): MedicinePartsFragment => ({
  __typename: 'Medicine', id: 'medicine-1', revision: 12, drug: 'sertraline', classes: ['SSRI'], isOpioid: false, doseAmount: 50, doseUnit: 'MG', route: 'ORAL', timesPerDay: 1, asNeeded: false,
  since: null, until: null, kind: 'PRESCRIPTION', source: 'PHARMACY', prescriber: null, note: null, monitoringCheckedOn: null, agreementOn: null, hasNaloxone: null,
  morphineEquivalent: null, morphineEquivalentSource: null, status: 'ACTIVE', ...over,
});
type Patient = MedicinesPageQuery['patient'];
const aPatient = (over: Partial<Patient> = {}): Patient => ({
  __typename: 'Patient', id: patientId, revision: 41, givenName: 'Marisol', familyName: 'Okafor-Reyes', preferredName: null, medicines: [aMedicine()],
  reconciliation: { __typename: 'Reconciliation', state: 'NEVER', on: null, by: null }, allergyStatus: 'RECORDED',
  allergies: [{ __typename: 'Allergy', id: 'allergy-1', substance: 'Codeine', reaction: 'rash', severity: 'MODERATE', recordedOn: '2026-01-02' }], namedSubstances: [], contacts: [],
  viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PATIENT_READ_CLINICAL', 'PATIENT_EDIT'] },
  plan: { __typename: 'Plan', id: 'plan-1', activities: [
    { __typename: 'Activity', id: 'activity-1', catalogueId: 'med.duloxetine', name: 'Duloxetine (SNRI)', status: 'ACTIVE', doseText: 'In the morning', form: 'MEDICATION', details: { doseAmount: 30, doseUnit: 'mg', route: 'oral' } },
    { __typename: 'Activity', id: 'activity-2', catalogueId: 'med.tizanidine', name: 'Tizanidine (muscle relaxant)', status: 'STOPPED', doseText: '2 mg', form: 'MEDICATION', details: {} },
  ] },
  ...over,
});
const open = (patient: Patient, replies: readonly Reply[] = []) =>
  renderRoute('/patients/:patientId/medicines', <MedicinesPage />, `/patients/${patientId}/medicines`, [reply(MedicinesPageDocument, { patientId }, { patient }, { times: 9 }), ...replies]);

it('shows the plan’s open medicines and the list, each as a plan record, and that interactions are not checked', async () => {
  open(aPatient());
  expect(await screen.findByRole('row', { name: /Duloxetine.*plan record, not a prescription.*30 mg by mouth · In the morning.*Our plan/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /sertraline.*plan record, not a prescription.*SSRI.*50 mg, by mouth, once a day.*Prescribed · Pharmacy/ })).toBeInTheDocument();
  expect(screen.queryByText(/Tizanidine/)).not.toBeInTheDocument();
  expect(screen.getByText(/Interactions not checked: this list was never reconciled/)).toHaveTextContent('clinic default, not a published threshold');
});

it('says the gaps of an opioid, and what an allergy on record has to do with it', async () => {
  open(aPatient({ medicines: [aMedicine({ drug: 'oxycodone', classes: ['Opioid'], isOpioid: true, hasNaloxone: false, doseAmount: null, doseUnit: null, timesPerDay: null })] }));
  const row = await screen.findByRole('row', { name: /oxycodone/ });
  for (const gap of ['monitoring programme check: none recorded', 'opioid agreement: none recorded', 'no naloxone at home', 'daily morphine equivalent: none entered', /dose not said.*how often not said/]) {
    expect(within(row).getByText(gap)).toBeInTheDocument();
  }
  expect(screen.getByText(/Allergy on record: Codeine \(rash\)\. oxycodone belongs to the same group \(Opioid\)/)).toBeInTheDocument();
});

it('reconciles only when every row was ticked, and names a row that changed meanwhile', async () => {
  const conflict = {
    reconcileMedicines: {
      __typename: 'EditConflict' as const, revision: 42,
      groups: [{
        __typename: 'ConflictGroup' as const, entity: 'medicine', entityId: 'medicine-1', group: 'list', at: '2026-11-23T15:12:00Z', by: noor,
        fields: [{ __typename: 'ConflictField' as const, field: 'doseAmount', fieldName: 'Dose', base: '50', theirs: '100', mine: '50' }],
      }],
    },
  };
  const input = { patientId, baseRevision: 41, seen: [{ medicineId: 'medicine-1', revision: 12 }] };
  const { user } = open(aPatient(), [replyToCommand(ReconcileMedicinesDocument, input, conflict)]);
  await user.click(await screen.findByRole('button', { name: 'Go through the list' }));
  expect(await screen.findByRole('button', { name: '2 rows are left' })).toBeDisabled();
  await user.click(screen.getByRole('checkbox', { name: /Duloxetine/ }));
  await user.click(screen.getByRole('checkbox', { name: /sertraline/ }));
  await user.click(screen.getByRole('button', { name: 'Reconciled' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('sertraline, by Dr. Noor Bellweather. Nothing was stamped.');
  expect(screen.getByRole('button', { name: 'Go through it again' })).toBeEnabled();
});

it('adds a medicine by keyboard, asks an opioid’s questions only of an opioid, and marks what is missing', async () => {
  const input = { patientId, baseRevision: 41, drug: 'oxycodone', doseAmount: 2.5, doseUnit: 'MG' as const, hasNaloxone: true, kind: 'PRESCRIPTION' as const, source: 'PATIENT' as const };
  const { user } = open(aPatient(), [replyToCommand(AddMedicineDocument, input, { addMedicine: aPatient({ revision: 42 }) })]);
  await user.click(await screen.findByRole('button', { name: 'Add a medicine' }));
  const form = within(await screen.findByRole('form', { name: 'Add a medicine' }));
  await waitFor(() => expect(form.getByRole('combobox', { name: /^Drug/ })).toHaveFocus());
  expect(form.queryByLabelText('Naloxone at home')).not.toBeInTheDocument();
  await user.paste('oxycodone');
  expect(form.getByText(/Allergy on record: Codeine/)).toBeInTheDocument();
  await user.click(form.getByLabelText('Dose'));
  await user.paste('2,5');
  await user.selectOptions(form.getByLabelText('Unit'), 'mg');
  await user.selectOptions(form.getByLabelText('Naloxone at home'), 'yes');
  await user.click(form.getByRole('button', { name: 'Add' }));
  expect(form.getByLabelText(/^Kind/)).toHaveAccessibleDescription('Please choose one.');
  await user.selectOptions(form.getByLabelText(/^Kind/), 'Prescribed');
  await user.selectOptions(form.getByLabelText(/^Source/), 'Patient');
  await user.click(form.getByRole('button', { name: 'Add' }));
  await waitFor(() => expect(screen.queryByRole('form', { name: 'Add a medicine' })).not.toBeInTheDocument());
});

it('tells a peer mentor that medicines are not part of their view, and nothing else', async () => {
  open(aPatient({ medicines: [], reconciliation: null, allergyStatus: 'NOT_SHOWN', allergies: [], viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PLAN_READ'] } }));
  expect(await screen.findByText('Medicines are not part of your view')).toBeInTheDocument();
  expect(screen.queryByText(/Interactions/)).not.toBeInTheDocument();
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});
