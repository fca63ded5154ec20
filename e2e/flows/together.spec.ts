import { expect, test, type Page } from '../fixtures/test.ts';
import { asksFor } from '../fixtures/live.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { DetailsPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';

async function openDetails(page: Page): Promise<DetailsPage> {
  const live = asksFor(page, 'PatientRevised');
  await new PatientsPage(page).openRecord(PATIENTS.derek);
  const details = new DetailsPage(page);
  await details.go('Details');
  await details.person.waitFor();
  await live;
  return details;
}

test.describe.serial('Two colleagues in one record', () => {
  test('what one saves, the other sees without asking', async ({ as }) => {
    const mine = await openDetails(await as('otherPhysiatrist'));
    const theirs = await openDetails(await as('otherPhysicalTherapist'));

    await mine.edit();
    await mine.person.getByLabel('Preferred name').fill('Rick');
    await mine.person.getByLabel('Access needs').fill('Needs a firm chair.');
    await mine.save();
    await expect(mine.header.getByRole('heading', { level: 1 })).toHaveText('Derek “Rick” Halvorsen');

    await expect(theirs.header.getByRole('heading', { level: 1 })).toHaveText('Derek “Rick” Halvorsen');
    await expect(theirs.fact('Access needs')).toHaveText('Needs a firm chair.');
  });

  test('different fields are both kept, and nobody has to choose', async ({ as }) => {
    const mine = await openDetails(await as('otherPhysiatrist'));
    const theirs = await openDetails(await as('otherPhysicalTherapist'));
    await mine.edit();
    await theirs.edit();

    await mine.person.getByLabel('E-mail').fill('derek.at.home@post.example');
    await mine.save();
    await expect(mine.fact('E-mail')).toHaveText('derek.at.home@post.example');

    // The news has come, and the open form was left alone.
    await theirs.person.getByLabel('Address').fill('3 Mill Row, Quillford, IL');
    await theirs.save();
    await expect(theirs.fact('Address')).toHaveText('3 Mill Row, Quillford, IL');
    await expect(theirs.fact('E-mail')).toHaveText('derek.at.home@post.example');
    await expect(mine.fact('Address')).toHaveText('3 Mill Row, Quillford, IL');
  });

  test('the same field: both versions side by side, and mine is saved only when I say so', async ({ as }) => {
    const mine = await openDetails(await as('otherPhysiatrist'));
    const theirs = await openDetails(await as('otherPhysicalTherapist'));
    const before = await mine.fact('Phone').innerText();
    await mine.edit();
    await theirs.edit();

    await theirs.person.getByLabel('Phone').fill('(312) 555-0222');
    await theirs.save();
    await expect(theirs.fact('Phone')).toHaveText('(312) 555-0222');

    await mine.person.getByLabel('Phone').fill('(312) 555-0111');
    await mine.save();
    await expect(mine.conflict).toContainText(PEOPLE.otherPhysicalTherapist.name);
    await expect(mine.conflict.getByRole('row', { name: /Phone/ }).getByRole('cell')).toHaveText([before, '(312) 555-0222', '(312) 555-0111']);
    await expect(mine.person.getByLabel('Phone')).toHaveValue('(312) 555-0111');
    await expect(theirs.fact('Phone')).toHaveText('(312) 555-0222');

    await mine.conflict.getByRole('button', { name: 'Keep mine' }).click();
    await expect(mine.fact('Phone')).toHaveText('(312) 555-0111');
    await expect(theirs.fact('Phone')).toHaveText('(312) 555-0111');
  });

  test('the same field: theirs is kept, and my other change with it', async ({ as }) => {
    const mine = await openDetails(await as('otherPhysiatrist'));
    const theirs = await openDetails(await as('otherPhysicalTherapist'));
    await mine.edit();
    await theirs.edit();

    await theirs.person.getByLabel('Language').selectOption('Spanish');
    await theirs.save();
    await expect(theirs.fact('Language')).toHaveText('Spanish');

    await mine.person.getByLabel('Language').selectOption('Polish');
    await mine.person.getByLabel('Interpreter needed').check();
    await mine.save();
    await expect(mine.conflict.getByRole('row', { name: /Language/ }).getByRole('cell')).toHaveText(['English', 'Spanish', 'Polish']);
    await mine.conflict.getByRole('button', { name: 'Keep theirs' }).click();
    await expect(mine.fact('Language')).toHaveText('Spanish');
    await expect(mine.fact('Interpreter needed')).toHaveText('Yes');
  });
});
