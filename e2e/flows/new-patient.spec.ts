import { expect, test } from '../fixtures/test.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { PatientPage, TeamPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';

const NEWCOMER = { name: 'Walther Brzezinsky', mrn: '300-001' };

/** A calendar day some days after another. */
function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

test.describe.serial('A coordinator takes a patient in', () => {
  let address = '';

  test('is warned of a namesake, corrects a taken MRN, and adds the patient', async ({ as }) => {
    const page = await as('coordinator');
    await page.getByRole('link', { name: 'Add patient' }).click();
    await expect(page.getByRole('heading', { name: 'Add a patient' })).toBeVisible();

    // Nothing is sent before what tells two people apart is there.
    await page.getByRole('button', { name: 'Add patient' }).click();
    await expect(page.getByText('Please fill this in.')).toHaveCount(4);
    await expect(page.getByText('Please choose one.')).toHaveCount(1);
    await expect(page.getByLabel('Given name')).toBeFocused();

    await page.getByLabel('Given name').fill('Walther');
    await page.getByLabel('Family name').fill('Brzezinsky');
    const warning = page.getByRole('status').filter({ hasText: 'Is this patient here already?' });
    await expect(warning).toContainText(/Walter Brzezinski, .*, MRN 205-148 has a similar name\./);
    await expect(warning.getByRole('link', { name: 'Open the record' })).toHaveAttribute('href', /^\/patients\//);

    await page.getByLabel('Birth date').fill('1961-07-09');
    await page.getByLabel('Sex').selectOption('Male');
    await page.getByLabel('MRN').fill(PATIENTS.marisol.mrn);
    await page.getByLabel('Pronouns').fill('he/him');
    await page.getByRole('combobox', { name: 'Diagnoses' }).fill('Fibromyalgia');
    await page.getByRole('option', { name: 'Fibromyalgia', exact: true }).click();
    await page.getByLabel('Phone').fill('(312) 555-0300');
    await expect(warning).toContainText('Marisol Okafor-Reyes, 14 Mar 1980, MRN 204-881 has this MRN.');

    await page.getByRole('button', { name: 'Add patient' }).click();
    await expect(page.getByLabel('MRN')).toBeFocused();
    await expect(page.getByLabel('MRN')).toHaveAccessibleDescription(/Another patient here has this MRN\./);
    await expect(page.getByLabel('Given name')).toHaveValue('Walther');
    await expect(page.getByLabel('Phone')).toHaveValue('(312) 555-0300');

    await page.getByLabel('MRN').fill(NEWCOMER.mrn);
    await page.getByRole('button', { name: 'Add patient' }).click();
    const record = new PatientPage(page);
    await expect(record.header.getByRole('heading', { level: 1 })).toHaveText(NEWCOMER.name);
    await expect(record.header).toContainText('9 Jul 1961');
    await expect(record.header).toContainText('Allergies not asked yet');
    await expect(page.getByText('No goals yet')).toBeVisible();
    address = record.address().replace(/\/plan$/, '/team');
  });

  test('builds the team: a lead, no second one, then another', async ({ as }) => {
    const page = await as('coordinator');
    await page.goto(address);
    const team = new TeamPage(page);
    await expect(page.getByText('This team has no lead today.')).toBeVisible();
    await expect(team.line(PEOPLE.coordinator.name)).toContainText('Member');

    await team.addButton.click();
    await team.pick(PEOPLE.painSpecialist.name);
    await team.dialog.getByRole('radio', { name: 'Lead' }).check();
    await team.fill('Reason', 'Takes the patient over from the referral.');
    await team.confirm('Add to the team');
    await expect(team.said('The new member is on the team.')).toBeVisible();
    await expect(team.line(PEOPLE.painSpecialist.name)).toContainText('Lead');
    await expect(team.addButton).toBeFocused();

    await team.addButton.click();
    await team.pick(PEOPLE.acupuncturist.name);
    await team.dialog.getByRole('radio', { name: 'Lead' }).check();
    await team.fill('Reason', 'Acupuncture for the neck.');
    await team.confirm('Add to the team');
    await expect(team.dialog.getByText('The team has a lead in this period. Change the lead instead.')).toBeVisible();
    await expect(team.dialog.getByLabel('Reason')).toHaveValue('Acupuncture for the neck.');
    await team.dialog.getByRole('radio', { name: 'Member' }).check();
    await team.confirm('Add to the team');
    await expect(team.line(PEOPLE.acupuncturist.name)).toContainText('Acupuncture for the neck.');

    await team.begin('End the membership', PEOPLE.painSpecialist.name);
    await expect(team.dialog).toContainText('Dr. Caleb Oyelaran leads the team. Make somebody else lead first.');
    await team.dialog.getByRole('button', { name: 'Close' }).last().click();

    await team.begin('Make lead', PEOPLE.acupuncturist.name);
    await expect(team.dialog).toContainText('Dr. Caleb Oyelaran becomes a member and stays on the team.');
    await team.fill('Reason', 'Sees the patient every week.');
    await team.confirm('Change the lead');
    await expect(team.said('Yara Quinlan, LAc leads the team now.')).toBeVisible();
    await expect(team.line(PEOPLE.acupuncturist.name)).toContainText('Lead');
    await expect(team.line(PEOPLE.painSpecialist.name)).toContainText('Member');
  });

  test('arranges a stand-in, who finds the patient at once; ends a membership, and the chart is closed', async ({ as }) => {
    const page = await as('coordinator');
    await page.goto(address);
    const team = new TeamPage(page);

    const covering = await as('massageTherapist');
    const theirs = new PatientsPage(covering);
    await expect(theirs.names.first()).toBeVisible();
    await expect(theirs.row(NEWCOMER)).toHaveCount(0);

    await team.begin('Arrange a stand-in', PEOPLE.acupuncturist.name);
    await team.pick(PEOPLE.massageTherapist.name);
    const today = await team.dialog.getByLabel('First day').inputValue();
    await team.fill('Last day', daysAfter(today, 7));
    await team.fill('Reason', 'A week of leave.');
    await team.confirm('Arrange');
    await expect(team.said('A stand-in for Yara Quinlan, LAc is arranged.')).toBeVisible();
    await expect(team.line(PEOPLE.massageTherapist.name)).toContainText('Stands in for Yara Quinlan, LAc');

    // Without a reload: the list of the person who stands in has heard of it.
    await expect(theirs.row(NEWCOMER)).toBeVisible();
    await theirs.find(NEWCOMER.mrn);
    await expect(theirs.names).toHaveText([NEWCOMER.name]);
    await theirs.names.first().click();
    await expect(new PatientPage(covering).header).toContainText(`MRN ${NEWCOMER.mrn}`);

    await team.addButton.click();
    await team.pick(PEOPLE.otherPhysiatrist.name);
    await team.dialog.getByRole('radio', { name: 'Member' }).check();
    await team.fill('First day', daysAfter(today, -10));
    await team.fill('Reason', 'Second opinion.');
    await team.confirm('Add to the team');
    await expect(team.line(PEOPLE.otherPhysiatrist.name)).toContainText('Second opinion.');
    await team.begin('End the membership', PEOPLE.otherPhysiatrist.name);
    await team.fill('Last day', daysAfter(today, -1));
    await team.fill('Reason', 'Opinion given.');
    await team.confirm('End the membership');
    await expect(team.former.getByRole('row').filter({ hasText: PEOPLE.otherPhysiatrist.name })).toContainText('Ended: Opinion given.');
    await expect(team.line(PEOPLE.otherPhysiatrist.name)).toHaveCount(0);

    const former = await as('otherPhysiatrist');
    await former.goto(address);
    await expect(former.getByRole('heading', { name: 'No such patient, or not shared with you' })).toBeVisible();
  });

  test('the history says all of it in words', async ({ as }) => {
    const page = await as('coordinator');
    await page.goto(address);
    const team = new TeamPage(page);

    await expect(team.history.locator('> li')).toContainText([
      'Jonas Whitfeather ended a membership of the team',
      'Jonas Whitfeather added a member to the team',
      'Jonas Whitfeather arranged a stand-in',
      'Jonas Whitfeather changed the lead of the team',
      'Jonas Whitfeather added a member to the team',
      'Jonas Whitfeather added a member to the team',
      'Jonas Whitfeather added the patient',
    ]);
    const changed = team.entry('changed the lead of the team');
    await expect(changed).toContainText('Reason: Sees the patient every week.');
    await expect(changed).toContainText(/Dr\. Caleb Oyelaran.*Role before: Lead → now: Member/);
    await expect(changed).toContainText(/Yara Quinlan, LAc.*Role before: Member → now: Lead/);
    const ended = team.entry('ended a membership of the team');
    await expect(ended).toContainText(/Leaves the team after now: .*Opinion given\./);
    const arranged = team.entry('arranged a stand-in');
    await expect(arranged).toContainText('Person: now: Osei Marchetti, LMT');
    await expect(arranged).toContainText('Stands in for: now: Yara Quinlan, LAc');
    const added = team.entry('added the patient');
    await expect(added).toContainText('MRN: now: 300-001');
    await expect(added).toContainText('Birth date: now: 9 Jul 1961');
    await expect(added).toContainText('Sex: now: Male');
  });
});
