import { expectAccessible } from '../fixtures/axe.ts';
import { expect, test } from '../fixtures/test.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { LockScreen } from '../pages/lock.page.ts';
import { DetailsPage, TeamPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPage } from '../pages/sign-in.page.ts';

// Each page and state by the rules, at 1440 pixels, in the dark, and at 390.
test.describe.configure({ mode: 'parallel' });
test.slow();

const DIALOG = { within: '[role=dialog]' };
const PANEL = { within: '[aria-label="Beside the plan"]' };

test('the pages outside the app', async ({ visitor }) => {
  const page = await visitor();
  for (const path of ['/sign-in', '/sign-in?why=expired', '/forgot-password', '/set-password', '/set-password#some-link']) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await expectAccessible(page);
  }
  const signIn = new SignInPage(page);
  await signIn.open();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText('Please fill this in.')).toHaveCount(2);
  await expectAccessible(page);
  await signIn.fillIn('nobody@lindenhall.example', 'not the password at all');
  await expect(signIn.trouble).toBeVisible();
  await expectAccessible(page);
});

test('the patients: all of them, one found, nobody, and while they load', async ({ as }) => {
  const page = await as('physicalTherapist');
  const patients = new PatientsPage(page);
  await expect(patients.names.first()).toBeVisible();
  await expectAccessible(page);
  await patients.find('Marisol');
  await expect(patients.names).toHaveCount(1);
  await patients.find('nobody');
  await expect(page.getByText('Nobody found for “nobody”')).toBeVisible();
  await expectAccessible(page);

  let answer = () => {};
  const wait = new Promise<void>((resolve) => { answer = resolve; });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes('CaseloadPage')) await wait;
    await route.continue();
  });
  await page.goto('/patients?sort=review');
  await page.getByRole('heading', { name: 'Patients' }).waitFor();
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toBeAttached();
  await expectAccessible(page, { isLoading: true });
  answer();
  await expect(patients.names.first()).toBeVisible();
});

test('a list that does not load says so', async ({ as, guard }) => {
  guard.expect(/request failed/, /Failed to load resource/);
  const page = await as('physicalTherapist');
  await page.route('**/graphql', (route) => (route.request().postData()?.includes('CaseloadPage') ? route.abort('connectionrefused') : route.continue()));
  await page.goto('/patients?sort=review');
  await expect(page.getByRole('alert')).toContainText('Plexus could not be reached.');
  await expectAccessible(page);
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(new PatientsPage(page).names.first()).toBeVisible();
});

test('finding, and the menu', async ({ as }) => {
  const page = await as('physicalTherapist');
  const shell = new Shell(page);
  await shell.find('ma');
  await expect(shell.found.first()).toBeVisible();
  await expectAccessible(page);
  await shell.findBox.fill('nobody at all');
  await expect(page.getByText('Nothing found for “nobody at all”.')).toBeVisible();
  await expectAccessible(page, DIALOG);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /Your menu/ }).filter({ visible: true }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).waitFor();
  await expectAccessible(page);
});

test('a plan', async ({ as }) => {
  const page = await as('physicalTherapist');
  await new PatientsPage(page).openRecord(PATIENTS.meiHua);
  await page.getByRole('button', { name: /^Show \d+ past/ }).click();
  await page.getByText(/\d closed goals?/).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open contact' }).click();
  await page.getByRole('menuitem', { name: 'Visit' }).waitFor();
  await expectAccessible(page);
});

test('writing beside a plan: every form, what stands in the way, a menu', async ({ as }) => {
  const page = await as('physicalTherapist');
  await new PatientsPage(page).openRecord(PATIENTS.meiHua);
  const plan = new PlanPage(page);
  await plan.addGoal.click();
  await plan.save('Propose the goal');
  await expect(plan.panel).toContainText('Please choose one.');
  await expectAccessible(page);
  const words = await plan.matrix.getByRole('button', { name: /^“/ }).first().innerText();
  await plan.field(/^In .* words/).fill(words.replaceAll(/[“”]/g, ''));
  await expect(plan.like).toBeVisible();
  await page.keyboard.press('Escape');
  await expectAccessible(page, PANEL);
  await plan.button('Leave').click();

  const name = words.replaceAll(/[“”]/g, '');
  await plan.actions(name).click();
  await page.getByRole('menuitem').first().waitFor();
  await expectAccessible(page);
  // On a telephone the rows were cards, and the menu went with them.
  await page.keyboard.press('Escape');
  await plan.choose(name, 'Complete');
  await plan.save('Complete');
  await expectAccessible(page, PANEL);
  await page.keyboard.press('Escape');
  await plan.openGoal(name);
  await expectAccessible(page, PANEL);
  await page.keyboard.press('Escape');
  await plan.choose(name, 'Plan a part');
  await plan.field('Activity').fill('stretching');
  await page.getByRole('option', { name: /stretching/i }).first().waitFor();
  await expectAccessible(page, PANEL);
  await plan.button('Close').click();
  await page.getByRole('button', { name: 'Edit the plan' }).click();
  await expectAccessible(page, PANEL);
});

test('the details, and every form of theirs', async ({ as }) => {
  const page = await as('physicalTherapist');
  await new PatientsPage(page).openRecord(PATIENTS.linnea);
  const details = new DetailsPage(page);
  await details.go('Details');
  await details.person.waitFor();
  await expectAccessible(page);
  await details.edit();
  await details.person.getByLabel('Family name').fill('');
  await details.save();
  await details.allergies.getByRole('button', { name: 'Record an allergy' }).click();
  await details.allergies.getByRole('button', { name: 'Add', exact: true }).click();
  await details.allergies.getByRole('button', { name: /^Remove / }).first().click();
  await details.diagnoses.getByRole('button', { name: 'Add a diagnosis' }).click();
  await details.diagnoses.getByRole('button', { name: 'Add', exact: true }).click();
  await details.diagnoses.getByRole('button', { name: /^Resolve / }).first().click();
  await expectAccessible(page);
});

test('the team and the history of the record', async ({ as }) => {
  const page = await as('coordinator');
  await new PatientsPage(page).openRecord(PATIENTS.gregory);
  const team = new TeamPage(page);
  await team.go('Team & history');
  await expect(team.history).toBeVisible();
  await expectAccessible(page);
});

test('the dialogs of the team', async ({ as }) => {
  const page = await as('coordinator');
  await new PatientsPage(page).openRecord(PATIENTS.gregory);
  const team = new TeamPage(page);
  await team.go('Team & history');
  // A short page behind them.
  await page.getByRole('combobox', { name: 'Show' }).selectOption('Stand-ins');
  await expect(page.getByRole('button', { name: 'Show every change' })).toBeVisible();

  await page.getByRole('button', { name: `Actions for ${PEOPLE.nurse.name}` }).click();
  await page.getByRole('menuitem').first().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await team.addButton.click();
  await team.confirm('Add to the team');
  await expect(team.dialog.getByText('Please choose one.')).toHaveCount(2);
  await team.dialog.getByRole('combobox', { name: 'Person' }).fill('a');
  await expect(team.dialog.getByRole('option').first()).toBeVisible();
  await expectAccessible(page, DIALOG);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await expect(team.dialog).toHaveCount(0);

  for (const [action, name] of [
    ['Arrange a stand-in', PEOPLE.nurse.name],
    ['Make lead', PEOPLE.nurse.name],
    ['End the membership', PEOPLE.nurse.name],
    ['End the membership', PEOPLE.painSpecialist.name],
  ] as const) {
    await team.begin(action, name);
    await expectAccessible(page, DIALOG);
    await page.keyboard.press('Escape');
    await expect(team.dialog).toHaveCount(0);
  }
});

test('adding a patient', async ({ as }) => {
  const page = await as('coordinator');
  await page.goto('/patients/new');
  await page.getByLabel('Given name').fill('Marisol');
  await page.getByLabel('Family name').fill('Okafor-Reyes');
  await expect(page.getByText('Is this patient here already?')).toBeVisible();
  await page.getByRole('button', { name: 'Add patient' }).click();
  await expect(page.getByText('Please fill this in.').first()).toBeVisible();
  await expectAccessible(page);
});

test('the organization', async ({ as }) => {
  const page = await as('administrator');
  await page.getByRole('table', { name: 'People' }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Invite a person' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText('Please fill this in.')).toHaveCount(2);
  await expectAccessible(page, DIALOG);
  await page.keyboard.press('Escape');
  for (const action of ['Edit', 'Deactivate']) {
    await page.getByRole('button', { name: `Actions for ${PEOPLE.nurse.name}` }).click();
    await page.getByRole('menuitem', { name: action }).click();
    await page.getByRole('dialog').waitFor();
    await expectAccessible(page, DIALOG);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await page.goto('/organization/sessions');
  await page.getByRole('table', { name: 'My sessions' }).waitFor();
  await expectAccessible(page);
});

test('the access log', async ({ as }) => {
  const page = await as('privacyOfficer');
  await page.goto('/organization/access-log');
  await page.getByRole('table', { name: 'Access log' }).waitFor();
  await expectAccessible(page);
});

test('where there is nothing', async ({ as }) => {
  const page = await as('physicalTherapist');
  await page.goto('/patients/0193fa00-0000-7000-8000-000000000000/plan');
  await page.getByRole('heading', { name: 'No such patient, or not shared with you' }).waitFor();
  await expectAccessible(page);
  await page.goto('/nowhere');
  await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
  await expectAccessible(page);
});

test('the lock screen', async ({ visitor }) => {
  const page = await visitor();
  await new SignInPage(page).signIn(PEOPLE.acupuncturist);
  await new Shell(page).choose('Lock');
  await new LockScreen(page).unlockButton.waitFor();
  await expectAccessible(page);
});
