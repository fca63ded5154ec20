import { randomUUID } from 'node:crypto';
import { clinic } from '../fixtures/clinic.ts';
import { addHeaviestChart, HEAVY } from '../fixtures/heaviest-chart.ts';
import { longest, now, quiet, traced } from '../fixtures/long-tasks.ts';
import { expect, test, type Page } from '../fixtures/test.ts';
import { Wire } from '../fixtures/wire.ts';

/**
 * Milliseconds that one task may keep the page from answering; above 50 a person begins to feel it. What a person waits for anyway has a budget:
 * the whole plan comes when it is opened, and again with the answer to what was saved.
 */
const LIMITS = { 'scroll': 50, 'type': 50, 'receive a change': 50, 'open the plan': 600, 'open a form': 150, 'save': 300 };
/** A long task that is in every try is ours; one that is not is the machine's. */
const TRIES = 4;

const WORDS = 'She walks two floors and rests only once';

test('A plan of 60 goals and 400 parts scrolls and is edited without a hitch', async ({ browser, as }) => {
  test.setTimeout(400_000);
  const patientId = await addHeaviestChart(clinic.superuserUrl());
  const page = await as('physiatrist');
  const colleague = await Wire.signedIn(clinic.address(), HEAVY.colleague);
  const plan = async () => (await colleague.ask('PlanPage', { patientId })).patient as { revision: number; plan: { goals: { id: string }[] } };
  const ids = (await plan()).plan.goals.map(({ id }) => id);
  const [first, last, beside] = [ids[0]!, ids.at(-1)!, ids.at(-2)!];

  async function workThrough(turn: number): Promise<void> {
    await now(page, 'open the plan');
    await page.evaluate((id) => document.querySelector<HTMLElement>(`a[href^="/patients/${id}"]`)!.click(), patientId);
    await shows(page, first, 'wish number');
    await shows(page, last, 'wish number');
    await quiet(page);

    await now(page, 'scroll');
    await page.mouse.move(700, 500);
    for (let isEnd = false; !isEnd; ) {
      await page.mouse.wheel(0, 400);
      isEnd = await page.evaluate(() => new Promise<boolean>((resolve) => requestAnimationFrame(() => resolve(scrollY + innerHeight >= document.documentElement.scrollHeight - 2))));
    }
    await quiet(page);

    await now(page, 'open a form');
    await page.evaluate((id) => document.getElementById(`goal-${id}`)!.click(), last);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.press('Tab');
    await quiet(page);

    await now(page, 'type');
    await page.keyboard.type(WORDS);
    await page.keyboard.type(String(turn));
    await quiet(page);

    await now(page, 'save');
    await page.evaluate(() => document.activeElement!.closest('form')!.requestSubmit());
    await shows(page, last, `${WORDS}${turn}`);
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('form') === null)).toBe(true);
    await quiet(page);

    await now(page, 'receive a change');
    const { revision } = await plan();
    await colleague.ask('EditGoal', { input: { commandId: randomUUID(), patientId, goalId: beside, baseRevision: revision, restatement: `Written by a colleague, ${turn}` } });
    await shows(page, beside, `Written by a colleague, ${turn}`);
    await shows(page, beside, 'Changed by');
    await quiet(page);
    await now(page, '');
  }

  const best = new Map<string, number>();
  for (let turn = 1; turn <= TRIES && !isWithin(best); turn += 1) {
    await page.goto(`/patients?search=${HEAVY.mrn}`);
    await expect(page.getByRole('link', { name: HEAVY.name }).first()).toBeVisible();
    for (const [doing, ms] of longest(await traced(browser, page, () => workThrough(turn)))) best.set(doing, Math.min(best.get(doing) ?? Number.POSITIVE_INFINITY, ms));
  }
  test.info().annotations.push({ type: 'figures', description: `longest task, milliseconds of processor: ${[...best].map(([doing, ms]) => `${doing} ${ms}`).join(', ')}` });
  for (const [doing, limit] of Object.entries(LIMITS)) expect.soft(best.get(doing), `the longest task while it was to ${doing}`).toBeLessThan(limit);
});

const isWithin = (best: ReadonlyMap<string, number>): boolean => Object.entries(LIMITS).every(([doing, limit]) => (best.get(doing) ?? limit) < limit);

/** By the page's own marks, not by roles: looking for a role is work of the page's thread, and much of it on a page of this size. */
async function shows(page: Page, goalId: string, words: string): Promise<void> {
  const text = () => page.evaluate((id) => document.querySelector(`[data-thing="${id}"]`)?.textContent ?? '', goalId);
  await expect.poll(text, { intervals: [100] }).toContain(words);
}
