import { clinic } from '../fixtures/clinic.ts';
import { expect, test } from '../fixtures/test.ts';
import { PATIENTS } from '../fixtures/personas.ts';
import { OutboxTray } from '../pages/outbox.page.ts';
import { DetailsPage, PatientPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';

test('The server dies in the middle of the day', async ({ as, guard }) => {
  guard.expect(/ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/, /WebSocket connection to/, /Failed to load resource/);
  const page = await as('otherPhysiatrist');
  await new PatientsPage(page).openRecord(PATIENTS.walter);
  const details = new DetailsPage(page);
  await details.go('Details');

  await test.step('what was acknowledged before', async () => {
    await details.edit();
    await details.person.getByLabel('Access needs').fill('Large type.');
    await details.save();
    await expect(details.fact('Access needs')).toHaveText('Large type.');
    await details.edit();
    await details.person.getByLabel('Phone').fill('(312) 555-0404');
  });

  await test.step('the open page keeps what it shows, and the device what was written', async () => {
    await clinic.kill();
    await details.save();
    await expect(new OutboxTray(page).button).toHaveText('1 change waits for the network');
    await expect(details.header).toContainText('Walter “Walt” Brzezinski');
    await expect(details.allergies).toContainText('Sulfonamide antibiotics');
  });

  await test.step('and goes on by itself when the server is back', async () => {
    await clinic.startAgain();
    await expect(details.fact('Phone')).toHaveText('(312) 555-0404', { timeout: 60_000 });
    await expect(details.fact('Access needs')).toHaveText('Large type.');
    await expect(new OutboxTray(page).button).toHaveCount(0);
  });

  await test.step('the news come again, without a reload', async () => {
    const colleague = await as('otherPhysicalTherapist');
    await new PatientsPage(colleague).openRecord(PATIENTS.walter);
    const theirs = new DetailsPage(colleague);
    await theirs.go('Details');
    await expect(theirs.fact('Access needs')).toHaveText('Large type.');
    await theirs.edit();
    await theirs.person.getByLabel('Preferred name').fill('Wally');
    await theirs.save();
    await expect(new PatientPage(page).header).toContainText('Walter “Wally” Brzezinski', { timeout: 30_000 });
  });
});
