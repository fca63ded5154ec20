import { expect, test } from '../fixtures/test.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { AccessLogPage } from '../pages/organization.page.ts';
import { PatientPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { Shell } from '../pages/shell.ts';

const REFUSAL = 'No such patient, or not shared with you';

test.describe('Who is not on the team', () => {
  test('does not find the patient, not by search, not by address; the privacy officer sees the try', async ({ as }) => {
    const colleague = await as('physiatrist');
    const address = (await new PatientsPage(colleague).openRecord(PATIENTS.marisol)).address();

    const page = await as('surgeon');
    const patients = new PatientsPage(page);
    await expect(patients.names).toHaveText([PATIENTS.tomasz.name]);
    await patients.find('Marisol');
    await expect(page.getByText('Nobody found for “Marisol”')).toBeVisible();
    const shell = new Shell(page);
    await shell.find('Marisol');
    await expect(page.getByText('Nothing found for “Marisol”.')).toBeVisible();
    await expect(shell.found).toHaveCount(0);

    // The address of a real record and one of none say the same.
    await page.goto(address);
    await expect(page.getByRole('heading', { name: REFUSAL })).toBeVisible();
    const words = await page.getByRole('main').innerText();
    const title = await page.title();
    await page.goto('/patients/0193fa00-0000-7000-8000-000000000000/plan');
    await expect(page.getByRole('heading', { name: REFUSAL })).toBeVisible();
    expect(await page.getByRole('main').innerText()).toBe(words);
    expect(await page.title()).toBe(title);
    expect(words).not.toContain('Marisol');

    const officer = await as('privacyOfficer');
    await new Shell(officer).openOrganization('Access log');
    const log = new AccessLogPage(officer);
    await expect(log.entry(PEOPLE.surgeon.name, PATIENTS.marisol.name)).toContainText('Was refused');
    await expect(log.entry(PEOPLE.surgeon.name, PATIENTS.marisol.name)).toContainText('None');
    await expect(log.entry(PEOPLE.physiatrist.name, PATIENTS.marisol.name)).toContainText('Opened the chart');
    await expect(log.entry(PEOPLE.physiatrist.name, PATIENTS.marisol.name)).toContainText('Member of the team');

    await officer.getByRole('combobox', { name: 'Person' }).fill('Okonjo');
    await officer.getByRole('option', { name: PEOPLE.surgeon.name }).click();
    await expect(log.table.getByText(PEOPLE.physiatrist.name)).toHaveCount(0);
    await expect(log.entry(PEOPLE.surgeon.name, PATIENTS.marisol.name)).toBeVisible();
  });

  test('was on the team once: the record is closed since', async ({ as }) => {
    const colleague = await as('otherPhysiatrist');
    const address = (await new PatientsPage(colleague).openRecord(PATIENTS.walter)).address();
    const page = await as('surgeon');
    await page.goto(address);
    await expect(page.getByRole('heading', { name: REFUSAL })).toBeVisible();
  });
});

test.describe('Staff without patients', () => {
  test('the administrator sees people and no charts', async ({ as }) => {
    const colleague = await as('physiatrist');
    const address = (await new PatientsPage(colleague).openRecord(PATIENTS.marisol)).address();

    const page = await as('administrator');
    await expect(page).toHaveURL(/\/organization\/people$/);
    await expect(page.getByRole('table', { name: 'People' }).getByText(PEOPLE.physicalTherapist.email)).toBeVisible();
    const shell = new Shell(page);
    await expect(shell.navigation.getByRole('link', { name: 'Patients' })).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Access log' })).toHaveCount(0);

    await page.goto(address);
    await expect(page.getByRole('heading', { name: REFUSAL })).toBeVisible();
    await page.goto('/patients');
    await expect(page.getByText('Not part of your role')).toBeVisible();
    await expect(page.getByRole('table')).toHaveCount(0);
    await shell.find('Marisol');
    await expect(page.getByText('Nothing found for “Marisol”.')).toBeVisible();
    await page.goto('/organization/access-log');
    await expect(page.getByText('The access log is read by the privacy officer.')).toBeVisible();
  });

  test('the privacy officer reads the log and no chart', async ({ as }) => {
    const colleague = await as('physiatrist');
    const address = (await new PatientsPage(colleague).openRecord(PATIENTS.priya)).address();

    const page = await as('privacyOfficer');
    await expect(new Shell(page).navigation.getByRole('link', { name: 'Patients' })).toHaveCount(0);
    await page.goto(address);
    await expect(page.getByRole('heading', { name: REFUSAL })).toBeVisible();
    await expect(page.getByText(PATIENTS.priya.name)).toHaveCount(0);
  });
});

test.describe('A peer mentor', () => {
  test('sees the plan she helps with, and neither contact data nor history', async ({ as }) => {
    const page = await as('peerMentor');
    await new PatientsPage(page).openRecord(PATIENTS.marisol);
    const record = new PatientPage(page);
    await expect(record.header).toContainText('MRN 204-881');
    await expect(record.header).toContainText('Allergies not shown to you');
    await record.go('Details');
    await expect(page.getByText('Not part of what you see of this patient.')).toHaveCount(3);
    await expect(page.getByRole('button', { name: 'Edit' })).toHaveCount(0);
    await record.go('Team & history');
    await expect(page.getByText('Your part in this patient’s care does not include the history of the record.')).toBeVisible();
  });
});
