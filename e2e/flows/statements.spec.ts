import { catalogueItemLabelById } from '@plexus/catalogue/labels';
import { expect, test, type Locator, type Page } from '../fixtures/test.ts';
import { PlanPage } from '../pages/plan.page.ts';
import { SignInPage } from '../pages/sign-in.page.ts';
import { Chart, type Entry, READER, says } from '../statements/chart.ts';
import type { Look } from '../statements/looks.ts';
import { PAGES, type PageName, readable } from '../statements/pages.ts';
import { STAFF_PASSWORD, takeOn } from '../statements/staff.ts';
import { ARTICLES, type Article } from '../statements/statements.ts';

const FATES = ['store', 'ships', 'later', 'nothing'];
const quoted = (words: readonly string[]): string => words.map((word) => `“${word}”`).join(' and ');

/** For all articles, once. */
let employed: ReturnType<typeof takeOn> | undefined;

test('every statement of the clinic articles is there once, with one fate', () => {
  const statements = ARTICLES.flatMap((article) => article.statements);
  expect(statements.map(({ id }) => id)).toEqual(Array.from({ length: 199 }, (_, n) => `E${String(n + 1).padStart(3, '0')}`));
  expect(statements.filter((statement) => FATES.filter((fate) => fate in statement).length !== 1)).toEqual([]);
  expect(statements.filter((statement) => ('store' in statement && statement.store.length === 0) || ('ships' in statement && statement.ships.length === 0))).toEqual([]);
});

for (const article of ARTICLES) {
  test(`what the article “${article.title}” says is stored, shown and read back`, async ({ visitor }) => {
    const staff = await (employed ??= takeOn());
    const chart = new Chart(staff);
    await chart.write(article);
    expect(chart.refused, 'what the server refused').toEqual([]);

    const page = await visitor();
    await new SignInPage(page).signIn(staff.get(READER)!, STAFF_PASSWORD);
    const address = `/patients/${chart.patientId}`;
    const names = [...new Set(chart.entries.map((entry) => entry.page))];
    for (const name of names) {
      const entries = chart.entries.filter((entry) => entry.page === name);
      await page.goto(`${address}/${PAGES[name].path}`);
      await PAGES[name].prepare?.(page);
      await expect.poll(() => unseen(page, name, entries), { message: `what the page of ${name} does not show, once` }).toEqual([]);
      const answer = await chart.read(PAGES[name].document);
      expect(entries.filter(({ at, like }) => !isIn(answer, at, like)).map(({ statement, like }) => `${statement}: ${JSON.stringify(like)}`), `what ${PAGES[name].document} does not answer`).toEqual([]);
    }
    await expectSaid(page, address, article);
  });
}

/** What is not in exactly one thing of the page, all of it: none lost it, two and it might be another's. */
async function unseen(page: Page, name: PageName, entries: readonly Entry[]): Promise<string[]> {
  await openAll(page);
  // The text as it stands: what the browser leaves undrawn below the fold has no inner text yet.
  const things = [...new Set((await PAGES[name].things(page).allTextContents()).map(readable))];
  return entries.flatMap(({ statement, shows }) => {
    const count = things.filter((thing) => shows.every((words) => thing.includes(readable(words)))).length;
    return count === 1 ? [] : [`${statement}: ${quoted(shows)} in ${count} things`];
  });
}

/** As a reader who wants to see all of it. */
async function openAll(page: Page): Promise<void> {
  const closed = page.getByRole('main').locator('details:not([open]) > summary').filter({ visible: true });
  while ((await closed.count()) > 0) await closed.first().click();
}

function isIn(answer: unknown, at: string, like: object): boolean {
  const found = at.split('.').filter(Boolean).reduce<unknown>((part, name) => (part as Record<string, unknown>)[name], answer);
  return Array.isArray(found) ? found.some((one) => says(one, like)) : says(found, like);
}

/** What a reader finds although nothing has to be stored for it. */
async function expectSaid(page: Page, address: string, { statements }: Article): Promise<void> {
  for (const statement of statements) {
    for (const look of 'ships' in statement ? statement.ships : []) {
      const place = await lookUp(page, address, look);
      const missing = async () => {
        await openAll(page);
        const text = readable(await place.innerText());
        return look.words.filter((words) => !text.includes(readable(words)));
      };
      await expect.poll(missing, { message: `${statement.id}: what the product does not say for ${look.in} ${look.of}` }).toEqual([]);
    }
  }
}

async function lookUp(page: Page, address: string, look: Look): Promise<Locator> {
  const { panel } = new PlanPage(page);
  switch (look.in) {
    case 'item': {
      const { name } = catalogueItemLabelById(look.of)!;
      if (!page.url().endsWith('edit=new-activity')) await page.goto(`${address}/plan?edit=new-activity`);
      await panel.getByRole('combobox', { name: 'Activity', exact: true }).fill(name);
      await page.getByRole('option', { name, exact: true }).click();
      break;
    }
    case 'template':
      await page.goto(`${address}/plan?edit=template`);
      await panel.getByRole('combobox', { name: 'Template' }).selectOption(look.of);
      break;
    case 'places':
      await page.goto(`${address}/background`);
  }
  return look.in === 'places' ? page.getByRole('main') : panel;
}
