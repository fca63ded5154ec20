import { expect, test } from '../fixtures/test.ts';
import { expectFocusVisible, tabTo } from '../fixtures/keyboard.ts';
import { DEMO_PASSWORD, PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { TeamPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPage } from '../pages/sign-in.page.ts';

test('A nurse works by keyboard alone', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/sign-in');
  const signIn = new SignInPage(page);

  await test.step('signs in', async () => {
    await expect(signIn.email).toBeFocused();
    await expectFocusVisible(page);
    await page.keyboard.type(PEOPLE.nurse.email);
    await tabTo(page, signIn.password);
    await page.keyboard.type(DEMO_PASSWORD);
    await page.keyboard.press('Enter');
    await expect(new Shell(page).navigation).toBeVisible();
  });

  await test.step('jumps over the navigation', async () => {
    await tabTo(page, page.getByRole('link', { name: 'Skip to the content' }));
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('link', { name: 'Add patient' }));
  });

  const team = new TeamPage(page);
  await test.step('finds a patient', async () => {
    await page.keyboard.press('Control+K');
    const shell = new Shell(page);
    await expect(shell.findBox).toBeFocused();
    await expectFocusVisible(page);
    await page.keyboard.press('Escape');
    await expect(shell.findBox).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Add patient' })).toBeFocused();

    await page.keyboard.press('Control+K');
    await expect(shell.findBox).toBeFocused();
    await page.keyboard.type('e');
    await page.keyboard.type('isha');
    await expect(shell.found).toHaveText([/Keisha Adeyemi-Grant/]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(team.header).toContainText(PATIENTS.keisha.mrn);
  });

  await test.step('moves through the parts of the record', async () => {
    await tabTo(page, team.tabs.getByRole('link', { name: 'Plan' }));
    await tabTo(page, team.tabs.getByRole('link', { name: 'Details' }));
    await page.keyboard.press('Enter');
    await expect(page.getByRole('region', { name: 'Person' })).toBeVisible();
    await expect(team.tabs.getByRole('link', { name: 'Details' })).toBeFocused();
    await tabTo(page, team.tabs.getByRole('link', { name: 'Team & history' }));
    await page.keyboard.press('Enter');
    await expect(team.now).toBeVisible();
  });

  await test.step('opens a dialog from a menu, leaves it, and is where she was', async () => {
    const actions = page.getByRole('button', { name: `Actions for ${PEOPLE.nurse.name}` });
    await tabTo(page, actions);
    await page.keyboard.press('Enter');
    const item = page.getByRole('menuitem', { name: 'Arrange a stand-in' });
    await expect(item).toBeFocused();
    await expectFocusVisible(page);
    await page.keyboard.press('Escape');
    await expect(actions).toBeFocused();

    await page.keyboard.press('Enter');
    await expect(item).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(team.dialog).toBeVisible();
    await expect(team.dialog.locator(':focus')).toHaveCount(1);
    await tabTo(page, team.dialog.getByRole('button', { name: 'Cancel' }));
    // The focus goes round inside the dialog.
    await tabTo(page, team.dialog.getByRole('button', { name: 'Close' }));
    await page.keyboard.press('Escape');
    await expect(team.dialog).toHaveCount(0);
    await expect(actions).toBeFocused();
    await expectFocusVisible(page);
  });

  await test.step('opens her menu and signs out', async () => {
    const menu = page.getByRole('button', { name: /Your menu/ }).filter({ visible: true });
    await tabTo(page, menu, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitemradio').first()).toBeFocused();
    await page.keyboard.press('End');
    await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(signIn.email).toBeFocused();
  });
});

test('A menu stays open, and keeps the focus, while the page moves under it', async ({ as }) => {
  const page = await as('otherPhysicalTherapist');
  await new PatientsPage(page).openRecord(PATIENTS.samuel);
  const plan = new PlanPage(page);
  await plan.matrix.waitFor();
  await plan.matrix.getByRole('button', { name: /^Actions for/ }).last().focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
  // As when a colleague's change makes the plan longer.
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem').nth(1)).toBeFocused();
});
