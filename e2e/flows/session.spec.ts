import { expect, test } from '../fixtures/test.ts';
import { linkMailedTo } from '../fixtures/clinic.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { LockScreen } from '../pages/lock.page.ts';
import { SessionsPage } from '../pages/organization.page.ts';
import { PlanPage } from '../pages/plan.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { Shell } from '../pages/shell.ts';
import { SetPasswordPage, SignInPage } from '../pages/sign-in.page.ts';

test.describe('Signing in', () => {
  test('says the same of a wrong password and of nobody known, and keeps the address typed', async ({ visitor }) => {
    const page = await visitor();
    const signIn = new SignInPage(page);
    await signIn.open();
    await signIn.fillIn(PEOPLE.chiropractor.email, 'not the password at all');
    await expect(signIn.trouble).toHaveText('The e-mail address or the password is not right.');
    await expect(signIn.password).toBeFocused();
    await expect(signIn.email).toHaveValue(PEOPLE.chiropractor.email);
    await signIn.fillIn('nobody@lindenhall.example', 'not the password at all');
    await expect(signIn.trouble).toHaveText('The e-mail address or the password is not right.');
  });

  test('leads to the address that was asked for', async ({ visitor }) => {
    const page = await visitor();
    await page.goto('/patients?q=Keisha&sort=review');
    await new SignInPage(page).fillIn(PEOPLE.psychotherapist.email);
    await expect(page).toHaveURL(/\/patients\?q=Keisha&sort=review$/);
    await expect(new PatientsPage(page).names).toHaveText([PATIENTS.keisha.name]);
  });

  test('with a forgotten password: a link by mail, a new password, and the old one is over', async ({ visitor }) => {
    const { email } = PEOPLE.chiropractor;
    const page = await visitor();
    await page.goto('/sign-in');
    await page.getByRole('link', { name: 'Forgot your password?' }).click();
    await page.getByRole('heading', { name: 'Forgot your password?' }).waitFor();
    await page.getByLabel('E-mail address').fill(email);
    await page.getByRole('button', { name: 'Send the link' }).click();
    await expect(page.getByRole('status')).toContainText(`If ${email} belongs to an account, a link is on its way.`);

    const link = await linkMailedTo(email);
    const mailbox = await visitor();
    await mailbox.goto(link);
    const setPassword = new SetPasswordPage(mailbox);
    await setPassword.set('too short');
    await expect(mailbox.getByLabel('New password')).toHaveAccessibleDescription(/At least \d+ characters\. This has 9\./);
    await setPassword.set('a wooden bench beside the lake');
    await expect(mailbox.getByRole('heading', { name: 'Your password is set' })).toBeVisible();
    await mailbox.getByRole('link', { name: 'Go to sign-in' }).click();
    const signIn = new SignInPage(mailbox);
    await signIn.fillIn(email);
    await expect(signIn.trouble).toContainText('is not right');
    await signIn.fillIn(email, 'a wooden bench beside the lake');
    await expect(new Shell(mailbox).navigation).toBeVisible();

    // A link works once.
    const again = await visitor();
    await again.goto(link);
    await new SetPasswordPage(again).set('another bench beside the lake');
    await expect(again.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  });
});

test.describe('Leaving the desk', () => {
  test('a quarter of an hour without a touch hides the chart; the password brings it back as it was', async ({ visitor }) => {
    const page = await visitor();
    await page.clock.install();
    await new SignInPage(page).signIn(PEOPLE.psychotherapist);
    await new PatientsPage(page).openRecord(PATIENTS.gregory);
    const plan = new PlanPage(page);
    await plan.go('Details');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await page.getByLabel('Access needs').fill('Half-written thought');
    const address = page.url();

    await page.clock.fastForward('14:00');
    await expect(plan.header).toBeVisible();
    await page.clock.fastForward('02:00');
    const lock = new LockScreen(page);
    await expect(lock.unlockButton).toBeVisible();
    await expect(page).toHaveTitle('Locked · Plexus');
    expect(await page.locator('body').innerText()).not.toContain('Santangelo');
    expect(await page.content()).not.toContain(PATIENTS.gregory.mrn);
    await page.keyboard.press('Control+K');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await lock.unlock('not the password at all');
    await expect(lock.trouble).toHaveText('The password is not right.');
    await lock.unlock();
    await expect(plan.header).toContainText(PATIENTS.gregory.mrn);
    expect(page.url()).toBe(address);
    await expect(page.getByLabel('Access needs')).toHaveValue('Half-written thought');
  });

  test('locking one tab locks the other, and a reload does not open it', async ({ visitor }) => {
    const page = await visitor();
    await new SignInPage(page).signIn(PEOPLE.psychotherapist);
    const other = await page.context().newPage();
    await other.goto('/patients');
    await expect(new PatientsPage(other).names.first()).toBeVisible();

    await page.bringToFront();
    await new Shell(page).choose('Lock');
    await expect(new LockScreen(page).unlockButton).toBeVisible();
    await expect(new LockScreen(other).unlockButton).toBeVisible();
    await other.reload();
    await expect(new LockScreen(other).unlockButton).toBeVisible();
    expect(await other.content()).not.toContain('MRN');

    await new LockScreen(page).unlock();
    await expect(new PatientsPage(page).names.first()).toBeVisible();
    await expect(new PatientsPage(other).names.first()).toBeVisible();
  });

  test('signing out in one tab leaves nothing readable in the other', async ({ visitor }) => {
    const page = await visitor();
    await new SignInPage(page).signIn(PEOPLE.psychotherapist);
    await new PatientsPage(page).openRecord(PATIENTS.keisha);
    const other = await page.context().newPage();
    await other.goto('/patients');
    await expect(new PatientsPage(other).names.first()).toBeVisible();

    await new Shell(other).choose('Sign out');
    await expect(new SignInPage(other).email).toBeVisible();
    await expect(new SignInPage(page).email).toBeVisible();
    expect(await page.content()).not.toContain('Keisha');
    await page.goBack();
    await expect(new SignInPage(page).email).toBeVisible();
  });
});

test.describe('My sessions', () => {
  test('one ends another; who sat there signs in again and is where they were', async ({ visitor }) => {
    const tablet = await visitor();
    await new SignInPage(tablet).signIn(PEOPLE.occupationalTherapist);
    await new PatientsPage(tablet).openRecord(PATIENTS.aaliyah);

    const desk = await visitor();
    await new SignInPage(desk).signIn(PEOPLE.occupationalTherapist);
    const sessions = new SessionsPage(desk);
    await sessions.open();
    await expect(sessions.rows).toHaveCount(2);
    await expect(sessions.rows.filter({ hasText: 'This session' })).toHaveCount(1);
    await desk.getByRole('button', { name: /^End the session on/ }).click();
    await expect(desk.getByText(/^The session on .* has ended\.$/)).toBeVisible();
    await expect(sessions.rows).toHaveCount(1);
    await expect(desk.getByText('You are signed in nowhere else.')).toBeVisible();

    await tablet.getByRole('link', { name: 'Team & history' }).click();
    const signIn = new SignInPage(tablet);
    await expect(signIn.email).toBeVisible();
    expect(await tablet.content()).not.toContain('Farouk');
    await signIn.fillIn(PEOPLE.occupationalTherapist.email);
    await expect(tablet).toHaveURL(/\/patients\/[0-9a-f-]+\/team$/);
    await expect(new PlanPage(tablet).header).toContainText(PATIENTS.aaliyah.name);
  });
});
