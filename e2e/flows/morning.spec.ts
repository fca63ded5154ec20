import { expect, test } from '../fixtures/test.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { TeamPage } from '../pages/patient.page.ts';
import { PlanPage } from '../pages/plan.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPage } from '../pages/sign-in.page.ts';

const SUPPER = 'I want to sit with my family at supper instead of going straight to bed.';
const GARDEN = 'I want to garden on Saturday and still enjoy Sunday.';

test.describe('A physical therapist begins her day', () => {
  test('signs in and sees the patients whose team she is on', async ({ visitor }) => {
    const page = await visitor();
    await page.goto('/');
    await expect(page).toHaveURL(/\/sign-in/);
    await new SignInPage(page).fillIn(PEOPLE.physicalTherapist.email);

    await expect(page).toHaveURL(/\/patients$/);
    await expect(page).toHaveTitle('Patients · Plexus');
    const patients = new PatientsPage(page);
    await expect(patients.names).toHaveText([
      PATIENTS.keisha.name, PATIENTS.linnea.name, PATIENTS.aaliyah.name, PATIENTS.marisol.name, PATIENTS.priya.name, PATIENTS.meiHua.name,
    ]);
    await expect(page.getByText('6 on your teams')).toBeVisible();

    const row = patients.row(PATIENTS.marisol);
    await expect(row).toContainText('1980 (46) · MRN 204-881');
    await expect(row).toContainText('Fibromyalgia');
    await expect(row).toContainText('4 open');
    await expect(row.getByRole('list', { name: 'Team of Marisol Okafor-Reyes' }).getByRole('listitem')).toHaveCount(6);
  });

  test('finds a patient by a part of the name and by the MRN, and shares the list as a link', async ({ as }) => {
    const page = await as('physicalTherapist');
    const patients = new PatientsPage(page);

    await patients.find('okafor');
    await expect(patients.names).toHaveText([PATIENTS.marisol.name]);
    await expect(page).toHaveURL(/\?q=okafor$/);
    await expect(page.getByText('1 found')).toBeVisible();

    await patients.find(PATIENTS.priya.mrn);
    await expect(patients.names).toHaveText([PATIENTS.priya.name]);

    await page.reload();
    await expect(patients.search).toHaveValue(PATIENTS.priya.mrn);
    await expect(patients.names).toHaveText([PATIENTS.priya.name]);

    // On other teams: not hers to find.
    await patients.find('Halvorsen');
    await expect(page.getByText('Nobody found for “Halvorsen”')).toBeVisible();
    await page.getByRole('link', { name: 'Show all' }).click();
    await expect(patients.names).toHaveCount(6);

    const shell = new Shell(page);
    await shell.find(PATIENTS.meiHua.mrn);
    await expect(shell.found).toHaveText([/Mei-Hua Tanaka-Broussard.*MRN 205-955/]);
  });

  test('reads the plan: whom it is about, what the patient wants, and who does what for it', async ({ as }) => {
    const page = await as('physicalTherapist');
    await new PatientsPage(page).openRecord(PATIENTS.marisol);
    const plan = new PlanPage(page);

    await expect(plan.header.getByRole('heading', { level: 1 })).toHaveText(PATIENTS.marisol.name);
    await expect(plan.header).toContainText('14 Mar 1980 (46) · she/her · MRN 204-881');
    for (const fact of ['Fibromyalgia', 'Thoracic back pain', 'Migraine', 'Depressive disorder', 'Penicillin allergy']) {
      await expect(plan.header.getByText(fact, { exact: true })).toBeVisible();
    }
    await expect(plan.header.getByRole('list', { name: 'Team' }).getByRole('listitem')).toContainText([
      'Dr. Ingrid Vasquez-Thorne, Physiatrist, Lead',
      'Jonas Whitfeather, Care coordinator',
      'Lucia Ferrante, PT, Physical therapist',
      'Dr. Noor Bellweather, Psychotherapist',
      'Bridget Salazar, RN, Nurse',
      'Philippa Nandakumar, Peer mentor, Observer',
    ]);

    await expect(page.getByText('Your nerves are turned up, your back is not damaged.')).toBeVisible();
    await expect(plan.columns).toContainText(['Goals, in Marisol’s words', 'Physiatry & medicine', 'Physical therapy', 'Psychology', 'Self-care']);
    await expect(plan.goal(SUPPER)).toContainText('Improving');
    await expect(plan.goal(SUPPER)).toContainText('PHQ-9 13 → 7 points');
    await expect(plan.goal(SUPPER).getByText('Owner: Dr. Noor Bellweather')).toBeAttached();
    await expect(await plan.cell(SUPPER, 'Physiatry & medicine')).toContainText(/Duloxetine \(SNRI\).*60 mg by mouth once a day/);
    await expect(await plan.cell(GARDEN, 'Physical therapy')).toContainText('Home exercise maintenance programme');
    await expect(await plan.cell(GARDEN, 'Psychology')).toBeEmpty();

    await page.getByRole('button', { name: 'Show 10 past parts' }).click();
    await expect(await plan.cell(SUPPER, 'Psychology')).toContainText('Completed');
    await expect(page).toHaveURL(/\/plan\?past=1$/);
    await page.getByText('2 closed goals').click();
    await expect(page.getByText('I want to take as few tablets as I can get away with.')).toBeVisible();
  });

  test('reads who is on the team and why, and what has changed, in words', async ({ as }) => {
    const page = await as('physicalTherapist');
    await new PatientsPage(page).openRecord(PATIENTS.marisol);
    const team = new TeamPage(page);
    await team.go('Team & history');

    const lead = team.line('Dr. Ingrid Vasquez-Thorne');
    await expect(lead).toContainText('Physiatrist');
    await expect(lead).toContainText('Lead');
    await expect(lead).toContainText(/since \d+ \w+/);
    await expect(lead).toContainText('Leads the plan.');
    const standIn = team.now.getByRole('row').filter({ hasText: 'Hamid Solberg, PT' });
    await expect(standIn).toContainText('Stands in for Lucia Ferrante, PT');
    await expect(standIn).toContainText('Annual leave.');
    const former = team.former.getByRole('row').filter({ hasText: 'Dr. Sunniva Petrakis' });
    await expect(former).toContainText('Rheumatologist');
    await expect(former).toContainText(/\d+ \w+ – \d+ \w+/);
    await expect(former).toContainText('Ended: Diagnosis confirmed; the lead follows up.');

    // A member reads the team; who is on it is for the lead and the coordinator.
    await expect(team.addButton).toHaveCount(0);

    const entry = team.entry('Three sessions at planned dose with low effort.');
    await expect(entry).toContainText('Hamid Solberg, PT, on behalf of Lucia Ferrante, PT, changed an activity');
    await expect(entry.locator('time')).toHaveAttribute('title', /\d{4} at \d\d:\d\d/);
    await expect(entry).toContainText('Reason: Three sessions at planned dose with low effort.');
    await expect(entry).toContainText('Activity Home exercise maintenance programme');
    await expect(entry).toContainText(/before: 20 → now: 25 min · 4 times a week/);

    await page.getByRole('combobox', { name: 'Show' }).selectOption('Stand-ins');
    await expect(team.history.locator('> li').first()).toContainText('arranged a stand-in');
    await expect(page).toHaveURL(/about=stand-in/);
  });
});
