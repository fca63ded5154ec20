import { expect, test, type Page } from '../fixtures/test.ts';
import { expectFocusVisible, tabTo } from '../fixtures/keyboard.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';

const WORDS = 'I want to sit through a film in the cinema.';

async function openPlan(page: Page): Promise<PlanPage> {
  await new PatientsPage(page).openRecord(PATIENTS.samuel);
  const plan = new PlanPage(page);
  await plan.matrix.waitFor();
  return plan;
}

test.describe.serial('Writing beside the plan', () => {
  test('a goal’s life, by keyboard', async ({ as }) => {
    const page = await as('otherPhysicalTherapist');
    const plan = await openPlan(page);
    await plan.addGoal.focus();
    await page.keyboard.press('Enter');
    await expect(plan.field(/^In .* words/)).toBeFocused();
    await expectFocusVisible(page);
    await page.keyboard.type(WORDS);
    await tabTo(page, plan.field('Domain'));
    await page.keyboard.type('Soc');
    await tabTo(page, plan.field('Owner'));
    await page.keyboard.type('Hamid');
    await tabTo(page, plan.field('Target date'));
    await tabTo(page, plan.button('Propose the goal'));
    await page.keyboard.press('Enter');
    await expect(plan.said('Goal proposed.')).toBeVisible();
    await expect(plan.addGoal).toBeFocused();
    await expect(plan.goal(WORDS)).toContainText('Proposed');
    await expect(plan.goal(WORDS)).toContainText('No active part yet');

    await plan.actions(WORDS).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Edit' })).toBeFocused();
    for (const verb of ['Plan a part', 'Attainment', 'Activate']) {
      await page.keyboard.press('ArrowDown');
      await expect(page.getByRole('menuitem', { name: verb })).toBeFocused();
    }
    await page.keyboard.press('Enter');
    await expect(plan.goal(WORDS)).toContainText('In progress');
    // What can be taken back is what was acknowledged.
    await expect(plan.said('Goal activated.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(plan.goal(WORDS)).toContainText('Proposed');
    await plan.choose(WORDS, 'Activate');
    await expect(plan.goal(WORDS)).toContainText('In progress');

    await plan.openGoal(WORDS);
    await plan.field('Clinical restatement').fill('Sits for two hours with two breaks.');
    await page.keyboard.press('Escape');
    await expect(plan.panel.getByRole('alertdialog')).toBeVisible();
    await plan.button('Go on writing').press('Enter');
    await expect(plan.field('Clinical restatement')).toBeFocused();
    await plan.save();
    await expect(plan.goal(WORDS)).toContainText('Sits for two hours with two breaks.');
    await expect(plan.panel).toHaveCount(0);
  });

  test('a part’s life, by pointer, and undo', async ({ as }) => {
    const page = await as('otherPhysicalTherapist');
    const plan = await openPlan(page);
    const cell = await plan.cell(WORDS, 'Physical therapy');
    await cell.hover();
    await cell.getByRole('button', { name: `Plan a part of Physical therapy for “${WORDS}”` }).click();
    await expect(page).toHaveURL(/edit=new-activity&goal=[^&]+&column=physical-therapy/);
    await page.reload();
    await expect(plan.field(`“${WORDS}”`)).toBeChecked();
    await plan.field('Activity').fill('stretching');
    await page.getByRole('option', { name: /stretching/i }).first().click();
    const name = await plan.field('Activity').inputValue();
    await expect(plan.field('Who does it')).toContainText(PEOPLE.otherPhysicalTherapist.name);
    await plan.field('Dose in words').fill('Five minutes, three times a day');
    await plan.save('Plan it');
    await expect(plan.said('Part planned.')).toBeVisible();
    await expect(cell).toContainText('Five minutes, three times a day');
    await expect(cell).toContainText('Planned');

    const act = async (verb: string) => {
      await cell.getByRole('button', { name: `Actions for “${name}”` }).click();
      await page.getByRole('menuitem', { name: verb, exact: true }).click();
    };
    await act('Start');
    await expect(plan.said('Part started.')).toBeVisible();
    await expect(cell).not.toContainText('Planned');

    await act('Pause');
    await plan.save('Pause');
    await expect(plan.panel).toContainText('Please fill this in.');
    await plan.field('Why?').fill('A cold');
    await plan.save('Pause');
    await expect(cell).toContainText('On hold');
    await expect(cell).toContainText('A cold');
    await plan.undo('Part paused.');
    await expect(cell).not.toContainText('On hold');

    await act('Stop');
    await expect(plan.field('Why?')).toBeFocused();
    await plan.field('Why?').fill('Better without');
    await plan.save('Stop');
    await expect(plan.said('Part stopped.')).toBeVisible();
    await expect(plan.goal(WORDS)).toContainText('No active part yet');
  });

  test('a goal like an open one is joined instead', async ({ as }) => {
    const page = await as('massageTherapist');
    const plan = await openPlan(page);
    await plan.addGoal.click();
    await plan.field(/^In .* words/).fill('I want to sit through a whole film in the cinema');
    await plan.field('Domain').selectOption('Social');
    await expect(plan.like).toContainText(PEOPLE.otherPhysicalTherapist.name);
    await plan.like.getByRole('button', { name: 'Join this goal' }).click();
    await expect(plan.panel.getByRole('heading', { name: 'Plan a part of Complementary' })).toBeVisible();
    await expect(plan.field(`“${WORDS}”`)).toBeChecked();
    await expect(plan.goal(WORDS)).toContainText('With');
  });

  test('the goal ends, and the way it went is kept', async ({ as }) => {
    const page = await as('otherPhysicalTherapist');
    const plan = await openPlan(page);
    await plan.choose(WORDS, 'Complete');
    await plan.panel.getByRole('radio', { name: 'Not attainable' }).check();
    await plan.save('Complete');
    await expect(plan.panel).toContainText('Please fill this in.');
    await plan.field('What should the team know about it?').fill('The seats are too narrow.');
    await plan.save('Complete');
    await expect(plan.said('Goal completed.')).toBeVisible();
    await page.getByText(/\d closed goals?/).click();
    await expect(page.getByRole('table', { name: 'Closed goals and their parts' })).toContainText('The seats are too narrow.');
  });
});

test('who only reads the plan has nothing to press in it', async ({ as }) => {
  const page = await as('peerMentor');
  await new PatientsPage(page).openRecord(PATIENTS.marisol);
  const plan = new PlanPage(page);
  await plan.matrix.waitFor();
  await expect(plan.addGoal).toHaveCount(0);
  await expect(plan.matrix.getByRole('button')).toHaveCount(0);
});
