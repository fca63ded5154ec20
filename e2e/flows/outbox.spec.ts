import { expectAccessible } from '../fixtures/axe.ts';
import { OwnBrowser } from '../fixtures/browser.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { expect, test, type Page } from '../fixtures/test.ts';
import { everythingKept, OutboxTray } from '../pages/outbox.page.ts';
import { DetailsPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { Shell } from '../pages/shell.ts';
import { SignInPage } from '../pages/sign-in.page.ts';

const WHO = PEOPLE.otherCoordinator;
const OFFLINE = [/ERR_INTERNET_DISCONNECTED/, /WebSocket connection to/, /Failed to load resource/];
const GIVEN_BACK = /^What you typed today, \d\d:\d\d is here again\./;
/** Longer than a keystroke takes to be sealed. */
const sealed = (page: Page) => page.waitForTimeout(500);

async function openDetails(page: Page): Promise<DetailsPage> {
  await new PatientsPage(page).openRecord(PATIENTS.samuel);
  const details = new DetailsPage(page);
  await details.go('Details');
  await details.person.waitFor();
  return details;
}

async function signedIn(page: Page): Promise<DetailsPage> {
  await new SignInPage(page).signIn(WHO);
  return openDetails(page);
}

async function type(details: DetailsPage, needs: string): Promise<void> {
  await details.edit();
  await details.person.getByLabel('Access needs').fill(needs);
}

test.describe.serial('What is typed is not lost', () => {
  test('when the tab is closed half-way', async ({ visitor }) => {
    const page = await visitor();
    await type(await signedIn(page), 'Half a thought about stairs');
    await sealed(page);
    await page.close({ runBeforeUnload: false });

    const next = await page.context().newPage();
    const details = await openDetails(next);
    await details.edit();
    await expect(details.person.getByText(GIVEN_BACK)).toBeVisible();
    await expect(details.person.getByLabel('Access needs')).toHaveValue('Half a thought about stairs');
    await expectAccessible(next);

    await details.person.getByRole('button', { name: 'Discard' }).click();
    await expect(details.person.getByLabel('Access needs')).not.toHaveValue('Half a thought about stairs');
    await details.person.getByRole('button', { name: 'Cancel' }).click();
    await details.edit();
    await expect(details.person.getByText(GIVEN_BACK)).toHaveCount(0);
  });

  test('when the browser is killed: the half-typed text and the unsent change are both there again', async ({ baseURL, launchOptions, contextOptions }) => {
    const browser = new OwnBrowser({ ...launchOptions, ...contextOptions, baseURL, locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    try {
      const context = await browser.start();
      const page = await context.newPage();
      const details = await signedIn(page);
      await type(details, 'Needs a lift');
      await context.setOffline(true);
      await details.save();
      await expect(new OutboxTray(page).button).toHaveText('1 change waits for the network');
      await details.allergies.getByRole('button', { name: 'Record an allergy' }).click();
      await details.allergies.getByLabel('Substance').fill('Latex');
      await sealed(page);
      await browser.crash();

      const again = await (await browser.start()).newPage();
      await again.goto('/patients');
      const signIn = new SignInPage(again);
      await signIn.email.or(new Shell(again).navigation).first().waitFor();
      if (await signIn.email.isVisible()) await signIn.fillIn(WHO.email);
      await new Shell(again).navigation.waitFor();
      const found = await openDetails(again);
      await expect(found.fact('Access needs')).toHaveText('Needs a lift');
      await found.allergies.getByRole('button', { name: 'Record an allergy' }).click();
      await expect(found.allergies.getByLabel('Substance')).toHaveValue('Latex');
      await found.allergies.getByRole('button', { name: 'Cancel' }).click();
    } finally {
      await browser.close();
    }
  });

  test('without a network: saved here, said in words, sent when it is back', async ({ visitor, guard }) => {
    guard.expect(...OFFLINE);
    const page = await visitor();
    const details = await signedIn(page);
    await type(details, 'Large type');
    await page.context().setOffline(true);
    await details.save();
    const tray = new OutboxTray(page);
    await expect(tray.button).toHaveText('1 change waits for the network');
    await tray.button.click();
    await expect(tray.list).toContainText('Details, Samuel “Sam” Otieno-Wright');
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(tray.list).toHaveCount(0);

    await page.context().setOffline(false);
    await expect(details.fact('Access needs')).toHaveText('Large type');
    await expect(tray.button).toHaveCount(0);
    await expect(page.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  });

  test('when the session is over: sign in again, and it is still there', async ({ visitor }) => {
    const page = await visitor();
    const details = await signedIn(page);
    await type(details, 'Hearing loop');
    await sealed(page);
    await page.context().clearCookies();
    await details.save();
    const signIn = new SignInPage(page);
    await expect(signIn.email).toBeVisible();
    expect(await page.content()).not.toContain('Hearing loop');
    await signIn.fillIn(WHO.email);
    await expect(new DetailsPage(page).fact('Access needs')).toHaveText('Hearing loop');
  });

  test('when it is refused, also after the tab was closed: the form opens with the text and what was said of it', async ({ visitor }) => {
    const page = await visitor();
    const details = await signedIn(page);
    await details.edit();
    await details.person.getByLabel('MRN').fill(PATIENTS.derek.mrn);
    await details.person.getByLabel('Access needs').fill('Short appointments');
    await details.save();
    await expect(details.person.getByText('Another patient here has this MRN.')).toBeVisible();
    await page.close({ runBeforeUnload: false });

    const next = await page.context().newPage();
    await next.goto('/patients');
    const tray = new OutboxTray(next);
    await expect(tray.button).toHaveText('1 change was not accepted');
    await tray.button.click();
    await expect(tray.list).toContainText('Another patient here has this MRN.');
    await tray.list.getByRole('button', { name: 'Open' }).click();
    const again = new DetailsPage(next);
    await expect(again.person.getByLabel('Access needs')).toHaveValue('Short appointments');
    await expect(again.person.getByText('Another patient here has this MRN.')).toBeVisible();
    await again.person.getByLabel('MRN').fill(PATIENTS.samuel.mrn);
    await again.save();
    await expect(again.fact('Access needs')).toHaveText('Short appointments');
    await expect(tray.button).toHaveCount(0);
  });

  test('two tabs of one person: each form keeps its own text, both show the same, each change is sent once', async ({ visitor, guard }) => {
    guard.expect(...OFFLINE);
    const page = await visitor();
    const here = await signedIn(page);
    const other = await page.context().newPage();
    const there = await openDetails(other);
    await type(here, 'Ramp at the door');
    await sealed(page);
    await there.edit();
    await expect(there.person.getByText('You have this open in another tab too; each keeps its own text.')).toBeVisible();
    await expect(there.person.getByLabel('Access needs')).not.toHaveValue('Ramp at the door');

    // What was answered: an attempt that the network swallowed reached nobody.
    const sent: string[] = [];
    page.context().on('response', (response) => {
      const { operationName, variables } = (response.request().postDataJSON() ?? {}) as { operationName?: string; variables?: { input: { commandId: string } } };
      if (operationName === 'EditPatient') sent.push(variables!.input.commandId);
    });
    await page.context().setOffline(true);
    await here.save();
    await there.person.getByLabel('Pronouns').fill('he/they');
    await there.save();
    for (const tab of [page, other]) await expect(new OutboxTray(tab).button).toHaveText('2 changes wait for the network');
    await page.context().setOffline(false);
    for (const tab of [here, there]) {
      await expect(tab.fact('Access needs')).toHaveText('Ramp at the door');
      await expect(tab.fact('Pronouns')).toHaveText('he/they');
      await expect(new OutboxTray(tab.page).button).toHaveCount(0);
    }
    expect(sent).toHaveLength(2);
    expect(new Set(sent).size).toBe(2);
  });

  test('signing out on a shared device leaves nothing to read, for nobody but its author', async ({ visitor, guard }) => {
    guard.expect(...OFFLINE, /ERR_CONNECTION_RESET/);
    const canary = 'Canary-7f3a speaks of the divorce';
    const page = await visitor();
    const details = await signedIn(page);
    await type(details, canary);
    // Only the change does not get through, so that the sign-out does.
    await page.route('**/graphql', (route) => (route.request().postData()?.includes('"EditPatient"') ? route.abort('connectionreset') : route.continue()));
    await details.save();
    await expect(new OutboxTray(page).button).toBeVisible();
    await details.allergies.getByRole('button', { name: 'Record an allergy' }).click();
    await details.allergies.getByLabel('Substance').fill(`${canary} too`);
    await sealed(page);
    expect(await everythingKept(page)).toMatch(/plexus-outbox\/keys: a key$/m);

    await new Shell(page).choose('Sign out');
    const question = page.getByRole('dialog');
    await expect(question).toContainText('1 change has not been sent. It stays sealed on this device until you sign in here again.');
    await question.getByRole('button', { name: 'Stay' }).click();
    await expect(question).toHaveCount(0);
    await new Shell(page).choose('Sign out');
    await question.getByRole('button', { name: 'Sign out' }).click();
    await expect(new SignInPage(page).email).toBeVisible();

    await page.unroute('**/graphql');
    const kept = await everythingKept(page);
    for (const word of [canary, 'Canary', 'Otieno', 'accessNeeds', 'EditPatient']) expect(kept).not.toContain(word);
    expect(kept).not.toContain('/keys');
    expect(kept.match(/plexus-outbox\/(commands|drafts): /g)).toHaveLength(2);

    await test.step('another person finds nothing of it', async () => {
      await new SignInPage(page).fillIn(PEOPLE.otherPhysicalTherapist.email);
      await new Shell(page).navigation.waitFor();
      await sealed(page);
      await expect(new OutboxTray(page).button).toHaveCount(0);
      expect(await everythingKept(page)).not.toContain('Canary');
      await new Shell(page).choose('Sign out');
      await expect(new SignInPage(page).email).toBeVisible();
    });

    await test.step('its author finds all of it', async () => {
      const again = await signedIn(page);
      await expect(again.fact('Access needs')).toHaveText(canary);
      await again.allergies.getByRole('button', { name: 'Record an allergy' }).click();
      await expect(again.allergies.getByLabel('Substance')).toHaveValue(`${canary} too`);
      await again.allergies.getByRole('button', { name: 'Cancel' }).click();
    });
  });
});
