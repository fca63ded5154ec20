import { readFile } from 'node:fs/promises';
import { readPdf, type ReadPdf } from '@plexus/tooling/read-pdf';
import { expectAccessible } from '../fixtures/axe.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { expect, test, type Page } from '../fixtures/test.ts';
import { AccessLogPage } from '../pages/organization.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';
import { Shell } from '../pages/shell.ts';

const HEAD = /Marisol .*Okafor-Reyes · born .* · MRN 204-881/;

async function save(page: Page): Promise<ReadPdf> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Save as PDF' }).click()]);
  return readPdf(await readFile(await download.path()));
}

test('a clinician hands the patient one page and carries the team’s copy along; the privacy officer sees both', async ({ as }) => {
  const page = await as('physicalTherapist');
  await new PatientsPage(page).openRecord(PATIENTS.marisol);
  const plan = new PlanPage(page);
  await plan.matrix.waitFor();

  await test.step('by keyboard from the plan’s menu', async () => {
    await plan.main.getByRole('button', { name: 'Plan actions' }).focus();
    await page.keyboard.press('Enter');
    const copies = page.getByRole('menuitem', { name: 'Copies …' });
    await copies.focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/copy$/);
  });

  const sheet = page.getByRole('region', { name: 'The patient’s copy as it is printed' });
  await test.step('the patient’s copy: one page, in words that were changed for it', async () => {
    const first = page.getByRole('list', { name: 'What the patient does this week' }).getByRole('textbox').first();
    await first.fill('Walk to the corner and back, every day');
    await expect(sheet).toContainText('Walk to the corner and back, every day');
    await expectAccessible(page);

    const { title, language, isTagged, pages } = await save(page);
    expect({ title, language, isTagged, pages: pages.length }).toEqual({ title: 'Your plan, Marisol', language: 'en-GB', isTagged: true, pages: 1 });
    expect(pages[0]!.words).toMatch(HEAD);
    expect(pages[0]!.words).toContain('Page 1 of 1');
    expect(pages[0]!.tags).toContainEqual({ role: 'H1', words: 'Your plan, Marisol' });
    expect(pages[0]!.tags).toContainEqual({ role: 'LBody', words: 'Walk to the corner and back, every day' });
    expect(pages[0]!.words).toContain('call or text 988');
  });

  await test.step('in print there is the sheet alone, black on white from a dark page, on either size of paper', async () => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
    await expect(sheet).toHaveCSS('color', 'rgb(0, 0, 0)');
    await expect(page.locator('body')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
    for (const format of ['Letter', 'A4'] as const) {
      const { pages } = await readPdf(await page.pdf({ format }));
      expect(pages, format).toHaveLength(1);
      expect(pages[0]!.words).toMatch(HEAD);
      expect(pages[0]!.words).not.toContain('Save as PDF');
    }
    await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  });

  await test.step('the team’s copy says on every page whose it is', async () => {
    await page.getByText('Team’s copy').click();
    const team = page.getByRole('region', { name: 'The team’s copy as it is printed' });
    await expect(team).toContainText('Goals and parts');
    await expectAccessible(page);
    const saved = await save(page);
    await page.emulateMedia({ media: 'print' });
    const printed = await readPdf(await page.pdf({ format: 'Letter' }));
    await page.emulateMedia({ media: 'screen' });
    for (const { pages } of [saved, printed]) {
      expect(pages.length).toBeGreaterThan(1);
      for (const { words } of pages) expect(words).toMatch(HEAD);
    }
    expect(saved.pages.flatMap(({ tags }) => tags.map(({ role }) => role))).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'P', 'Lbl', 'LBody']));
  });

  const officer = await as('privacyOfficer');
  await new Shell(officer).openOrganization('Access log');
  const { table } = new AccessLogPage(officer);
  for (const words of ['Made the patient’s copy of the plan', 'Made the team’s copy of the plan']) {
    await expect(table.getByRole('row').filter({ hasText: PEOPLE.physicalTherapist.name }).filter({ hasText: PATIENTS.marisol.name }).filter({ hasText: words })).toHaveCount(1);
  }
});
