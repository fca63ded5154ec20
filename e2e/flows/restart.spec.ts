import { clinic } from '../fixtures/clinic.ts';
import { expect, test } from '../fixtures/test.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { OutboxTray } from '../pages/outbox.page.ts';
import { DetailsPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';

test('The server dies in the middle of the day', async ({ as, guard }) => {
  guard.expect(/ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/, /WebSocket connection to/, /Failed to load resource/);
  const page = await as('otherPhysiatrist');
  await new PatientsPage(page).openRecord(PATIENTS.walter);
  const details = new DetailsPage(page);
  await details.go('Details');

  const colleague = await as('otherPhysicalTherapist');
  await new PatientsPage(colleague).openRecord(PATIENTS.walter);
  const theirPlan = new PlanPage(colleague);
  await theirPlan.matrix.waitFor();

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

  await test.step('what is done from then on is news to who had the plan open all the time', async () => {
    const plan = new PlanPage(page);
    await plan.go('Plan');
    const [goal = ''] = (await plan.matrix.getByRole('rowheader').first().getByRole('button', { name: /^“/ }).allInnerTexts()).map((words) => words.slice(1, -1));
    await plan.openGoal(goal);
    await plan.field('Clinical restatement').fill('Written after the server came back.');
    await plan.save();
    await expect(theirPlan.goal(goal)).toContainText('Written after the server came back.', { timeout: 30_000 });
    await expect(theirPlan.mark(theirPlan.goal(goal))).toContainText(PEOPLE.otherPhysiatrist.name);
    await expect(theirPlan.header).toContainText('Walter “Walt” Brzezinski');
  });
});
