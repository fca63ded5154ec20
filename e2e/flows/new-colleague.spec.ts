import { expect, test } from '../fixtures/test.ts';
import { linkMailedTo } from '../fixtures/clinic.ts';
import { PeoplePage } from '../pages/organization.page.ts';
import { SetPasswordPage, SignInPage } from '../pages/sign-in.page.ts';

const NEWCOMER = { name: 'Dr. Petronella Aske', email: 'petronella.aske@lindenhall.example', discipline: 'Dietitian' };

test.describe.serial('A new colleague', () => {
  test('is invited, chooses a password, and is in', async ({ as, visitor }) => {
    const page = await as('administrator');
    const people = new PeoplePage(page);
    await people.invite(NEWCOMER);
    await expect(page.getByText('Dr. Petronella Aske is invited.')).toBeVisible();
    await expect(people.row(NEWCOMER.name)).toContainText('Invited');
    await expect(people.row(NEWCOMER.name)).toContainText('Dietitian');

    await people.invite(NEWCOMER);
    await expect(people.dialog.getByLabel('Work e-mail address')).toHaveAccessibleDescription('Somebody has this address already.');
    await people.dialog.getByRole('button', { name: 'Cancel' }).click();

    const theirs = await visitor();
    await theirs.goto(await linkMailedTo(NEWCOMER.email));
    await new SetPasswordPage(theirs).set('nine geese over the harbour');
    await expect(theirs.getByText(`Sign in as ${NEWCOMER.email} with your new password.`)).toBeVisible();
    await theirs.getByRole('link', { name: 'Go to sign-in' }).click();
    await new SignInPage(theirs).fillIn(NEWCOMER.email, 'nine geese over the harbour');
    await expect(theirs.getByText('No patients yet')).toBeVisible();

    await page.reload();
    await expect(people.row(NEWCOMER.name)).toContainText('Active');
  });

  test('leaves: the open page closes, and the password opens nothing any more', async ({ as, visitor }) => {
    const theirs = await visitor();
    await new SignInPage(theirs).signIn(NEWCOMER, 'nine geese over the harbour');

    const page = await as('administrator');
    const people = new PeoplePage(page);
    await page.getByRole('button', { name: `Actions for ${NEWCOMER.name}` }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await expect(people.dialog).toContainText('Their sessions end at once and they cannot sign in any more.');
    await people.dialog.getByLabel('Reason').fill('Moved to another city.');
    await people.dialog.getByRole('button', { name: 'Deactivate' }).click();
    await expect(page.getByText('Dr. Petronella Aske is deactivated.')).toBeVisible();
    await expect(people.row(NEWCOMER.name)).toHaveCount(0);
    await page.getByLabel('Also those who left').click();
    await expect(page).toHaveURL(/inactive=1/);
    await expect(people.row(NEWCOMER.name)).toContainText('Deactivated');

    await theirs.getByRole('link', { name: 'Organization' }).click();
    const signIn = new SignInPage(theirs);
    await expect(signIn.email).toBeVisible();
    await signIn.fillIn(NEWCOMER.email, 'nine geese over the harbour');
    await expect(signIn.trouble).toHaveText('The e-mail address or the password is not right.');
  });
});
