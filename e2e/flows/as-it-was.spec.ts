import { expectAccessible } from '../fixtures/axe.ts';
import { inDays } from '../fixtures/days.ts';
import { PATIENTS } from '../fixtures/personas.ts';
import { expect, test } from '../fixtures/test.ts';
import { openPlan } from '../pages/plan.page.ts';

const DOG = 'I want to walk the dog myself in the morning.';
const LUNCH = 'I want to cook Sunday lunch standing up.';

// Linnea's goal with the dog was reached four weeks ago; the demo tells its stories up to today.
test('the plan as of last month shows last month, to read; what changed since, and who changed a goal', async ({ as }) => {
  const page = await as('coordinator');
  const plan = await openPlan(page, PATIENTS.linnea);
  await expect(plan.goal(DOG)).toHaveCount(0);

  await page.getByRole('button', { name: 'Plan actions' }).click();
  await page.getByRole('menuitem', { name: 'As it was…' }).click();
  await plan.field(/^On which day/).fill(inDays(-30));
  await plan.button('Show the plan').click();
  const band = page.getByRole('status').filter({ hasText: /^As of / });
  await expect(band).toContainText('read only');
  await expect(plan.goal(DOG)).toContainText('Achieved');
  await expect(plan.addGoal).toHaveCount(0);
  await expect(plan.main.getByRole('button', { name: /^(Actions for|Plan actions|“)/ })).toHaveCount(0);
  await page.reload();
  await expect(plan.goal(DOG)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: 'Compare with today' }).click();
  const dog = page.getByRole('region', { name: `Goal: ${DOG}` });
  await expect(dog).toContainText('Goal completed');
  await expect(page.getByRole('region', { name: `Goal: ${LUNCH}` })).toContainText('Worsening');
  await expectAccessible(page);
  // Between two days on which nothing came about that is still different.
  await page.getByLabel(/^To the end of/).fill(inDays(-30));
  await page.getByRole('button', { name: 'Show what changed' }).click();
  await expect(page.getByText('Nothing is different between these two moments.')).toBeVisible();

  await plan.go('Plan');
  await plan.choose(LUNCH, 'History');
  const entry = plan.panel.getByRole('listitem').filter({ hasText: 'PEG back to 6.3.' }).first();
  await expect(entry).toContainText('Dr. Caleb Oyelaran');
  await expect(entry).toContainText('Worsening');
  await entry.getByRole('link', { name: /^The plan then, at revision/ }).click();
  await expect(band).toContainText('As of revision');
  await page.getByRole('link', { name: 'Back to today' }).click();
  await expect(plan.addGoal).toBeVisible();
  await expect(band).toHaveCount(0);
});
