import { expect, test } from '../fixtures/test.ts';
import { PATIENTS } from '../fixtures/personas.ts';
import { DetailsPage, TeamPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';

test.describe.serial('A dietitian takes the history', () => {
  test('asks about allergies: none, then one, then it was none', async ({ as }) => {
    const page = await as('dietitian');
    await new PatientsPage(page).openRecord(PATIENTS.rosa);
    const details = new DetailsPage(page);
    await details.go('Details');
    await expect(details.header).toContainText('Allergies not asked yet');

    await details.allergies.getByRole('button', { name: 'Asked: none known' }).click();
    await expect(details.header).toContainText('No known allergies');

    await details.allergies.getByRole('button', { name: 'Record an allergy' }).click();
    await details.allergies.getByLabel('Substance').fill('Peanut');
    await details.allergies.getByRole('button', { name: 'Add' }).click();
    // How bad it was has to be said; nothing is assumed.
    await expect(details.allergies.getByLabel('Severity')).toHaveAccessibleDescription('Please choose one.');
    await details.allergies.getByLabel('Reaction').fill('Hives');
    await details.allergies.getByLabel('Severity').selectOption('Moderate');
    await details.allergies.getByRole('button', { name: 'Add' }).click();
    await expect(details.header).toContainText('Peanut allergy');
    await expect(details.allergies).toContainText('Hives · Moderate · recorded');

    await details.allergies.getByRole('button', { name: 'Remove Peanut' }).click();
    await details.allergies.getByRole('button', { name: 'Remove', exact: true }).click();
    const why = details.allergies.getByLabel('Why is Peanut not an allergy?');
    await expect(why).toHaveAccessibleDescription(/Please fill this in\./);
    await why.fill('Skin test negative.');
    await details.allergies.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(details.header).not.toContainText('Peanut');
    await expect(details.header).toContainText(/No known allergies|Allergies not asked yet/);
  });

  test('adds a diagnosis and resolves it', async ({ as }) => {
    const page = await as('dietitian');
    await new PatientsPage(page).openRecord(PATIENTS.rosa);
    const details = new DetailsPage(page);
    await details.go('Details');

    await details.diagnoses.getByRole('button', { name: 'Add a diagnosis' }).click();
    await details.diagnoses.getByRole('combobox', { name: 'Diagnosis' }).fill('migr');
    await page.getByRole('option', { name: 'Migraine' }).click();
    await details.diagnoses.getByLabel('Note').fill('Two days a month.');
    await details.diagnoses.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(details.header).toContainText('Migraine');
    await expect(details.diagnoses).toContainText('Two days a month.');

    await details.diagnoses.getByRole('button', { name: 'Resolve Migraine' }).click();
    await details.diagnoses.getByLabel('Why is Migraine resolved?').fill('None for a year.');
    await details.diagnoses.getByRole('button', { name: 'Resolve', exact: true }).click();
    await expect(details.header).not.toContainText('Migraine');
    await expect(details.diagnoses).toContainText(/Migraine.*resolved/);
  });

  test('the history keeps what was removed and why', async ({ as }) => {
    const page = await as('dietitian');
    await new PatientsPage(page).openRecord(PATIENTS.rosa);
    const team = new TeamPage(page);
    await team.go('Team & history');
    const removed = team.entry('removed an allergy');
    await expect(removed).toContainText('Tamsin Abara, RD removed an allergy');
    await expect(removed).toContainText('Reason: Skin test negative.');
    await expect(removed).toContainText('Allergy taken off: entered in error');
    const resolved = team.entry('resolved a problem');
    await expect(resolved).toContainText('Reason: None for a year.');
    await expect(team.entry('answered the question about allergies')).toContainText('Allergies: before: Not asked → now: None known');
  });
});
