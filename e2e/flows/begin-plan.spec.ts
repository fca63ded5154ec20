import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { openPlan } from '../pages/plan.page.ts';

test('a plan starts on a red-flag screen, filled in by keyboard; a colleague’s open page shows the symptom, what was found, and the plan', async ({ as }) => {
  const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.rosa);
  const theirs = await openPlan(await as('psychotherapist'), PATIENTS.rosa);
  const { keyboard } = mine.page;
  await expect(theirs.main.getByText('Draft', { exact: true })).toBeVisible();

  await test.step('what the patient complains of, at its place in the body map', async () => {
    await mine.go('Background');
    await theirs.go('Background');
    const symptoms = mine.main.getByRole('region', { name: 'Symptoms' });
    await symptoms.getByRole('button', { name: 'Add a symptom' }).click();
    const form = mine.main.getByRole('region', { name: 'Add a symptom' });
    await form.getByLabel('Symptom').selectOption('Stiffness');
    await mine.main.getByRole('checkbox', { name: 'Upper back' }).first().focus();
    await keyboard.press('Space');
    await expect(form).toContainText('Upper back');
    await form.getByRole('radio', { name: '6', exact: true }).check();
    await form.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(symptoms).toContainText('6 of 10');
    await expect(theirs.main.getByRole('region', { name: 'Symptoms' })).toContainText('6 of 10');
    await expectAccessible(mine.page);
  });

  await test.step('no start without a screen: the way to it comes first', async () => {
    await mine.go('Plan');
    await mine.main.getByRole('button', { name: 'Plan actions' }).click();
    await mine.page.getByRole('menuitem', { name: 'Start this plan' }).click();
    await expect(mine.panel).toContainText('Nobody has asked about red flags and visceral causes yet');
    await mine.panel.getByRole('link', { name: 'Fill in the red-flag screen' }).click();
  });

  await test.step('every question, by one key each', async () => {
    const sheet = mine.main.getByRole('region', { name: 'Red-flag screen' });
    const sign = sheet.getByRole('button', { name: `Sign as ${PEOPLE.otherPhysiatrist.name}` });
    await sheet.getByRole('radiogroup').first().getByRole('radio').first().focus();
    const count = await sheet.getByRole('radiogroup').count();
    for (let asked = 0; asked < count; asked++) {
      if ((await sheet.getByRole('radiogroup', { name: 'Osteoporosis' }).locator(':focus').count()) > 0) {
        await keyboard.press('y');
        await expect(sheet.getByLabel('What was found: Osteoporosis')).toBeFocused();
        await keyboard.type('DXA in spring');
        await keyboard.press('ArrowDown');
      } else await keyboard.press('n');
    }
    await expect(sheet.getByRole('status')).toHaveText(`${count} of ${count} answered`);
    await expectAccessible(mine.page);
    await tabTo(mine.page, sign);
    await keyboard.press('Enter');
  });

  await test.step('the plan starts on it, and both see what waits for a decision', async () => {
    await expect(mine.panel).toContainText('osteoporosis');
    await mine.save('Start this plan');
    await expect(mine.said('Plan started.')).toBeVisible();
    await expect(mine.panel).toHaveCount(0);
    for (const page of [mine, theirs]) await expect(page.header).toContainText('osteoporosis');
    await theirs.go('Plan');
    await expect(theirs.main.getByText('Draft', { exact: true })).toHaveCount(0);
  });
});

test('goals and parts come from a template in this patient’s words, and are taken back at once', async ({ as }) => {
  const plan = await openPlan(await as('dietitian'), PATIENTS.rosa);
  await plan.main.getByRole('button', { name: 'Add from a template' }).click();
  await plan.panel.getByRole('combobox', { name: 'Template' }).selectOption('Fibromyalgia with upper back pain');
  const goal = plan.panel.getByRole('checkbox', { name: /^Sleep/ }).first();
  await goal.check();
  await plan.field('In Rosa’s words').fill('Sleep until the birds sing');
  await plan.save('Add to the plan');
  await expect(plan.goal('Sleep until the birds sing')).toContainText('Proposed');
  await plan.undo('Added from a template.');
  await expect(plan.said('Taken back.')).toBeVisible();
  await expect(plan.goal('Sleep until the birds sing')).toHaveCount(0);
});
