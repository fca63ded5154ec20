import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { openPlan, type PlanPage } from '../pages/plan.page.ts';

const SWIM = 'I want to swim lengths on Tuesdays like before.';

test('a discipline is asked once, again when others change a goal, and its objection stands where all see it', async ({ as }) => {
  const hers = await openPlan(await as('nurse'), PATIENTS.meiHua);
  const theirs = await openPlan(await as('painSpecialist'), PATIENTS.meiHua);
  const question = hers.main.getByRole('region', { name: 'Is your part right?' });
  const says = (plan: PlanPage, discipline: string) => plan.main.getByRole('region', { name: 'Who agrees' }).getByRole('listitem').filter({ hasText: discipline });

  await expect(question).toContainText('Nurse has not answered for this plan yet.');
  await expectAccessible(hers.page);
  await question.getByRole('button', { name: 'My part is right' }).press('Enter');
  await expect(hers.said(/Your part is right in version/)).toBeVisible();
  await expect(question).toHaveCount(0);
  await expect(says(theirs, 'Nurse')).toContainText('Right');

  await theirs.editGoal(SWIM, 'Clinical restatement', 'Twenty lengths without a headache that evening');
  await expect(question).toContainText('Changed by others since you answered');
  await expect(question.getByRole('button', { name: SWIM })).toBeVisible();
  await expect(says(theirs, 'Nurse')).toContainText('1 change since');

  await question.getByRole('button', { name: 'Object' }).click();
  await question.getByLabel('What is not right?').fill('Not in the week after the block');
  await question.getByRole('button', { name: 'Object' }).click();
  await expect(hers.said('Your objection stands beside the plan.')).toBeVisible();
  await expect(says(theirs, 'Nurse')).toContainText('Not in the week after the block');
  await expect(says(theirs, 'Nurse')).toContainText(PEOPLE.nurse.name);
});
