import { expect, test } from '../fixtures/test.ts';
import { expectAccessible } from '../fixtures/axe.ts';
import { tabTo } from '../fixtures/keyboard.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { openPlan } from '../pages/plan.page.ts';

const BAD_DAY = 'I want a bad day to stay one day.';

test('a psychotherapist rates attainment with the patient by keyboard, and a colleague’s open page shows it', async ({ as }) => {
  const hers = await openPlan(await as('psychotherapist'), PATIENTS.rosa);
  const his = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.rosa);
  const { keyboard } = hers.page;
  const said = hers.goal(BAD_DAY).getByRole('button', { name: /^Attainment of/ });
  await expect(said).toContainText('0 clinician · +1 patient');

  await tabTo(hers.page, said);
  await keyboard.press('Enter');
  await expect(hers.panel.getByRole('group', { name: 'Which is true now?' })).toBeVisible();
  // The middle of the clinicians' column has the focus: over to the patient's, and the top of the scale.
  await keyboard.press('ArrowRight');
  await keyboard.press('5');
  await expect(hers.panel.getByRole('radio', { name: '+2, by the patient: I still do something I like on a bad day' })).toBeChecked();
  await keyboard.press('Enter');
  await expect(hers.said('Rated +2 by the patient.')).toBeVisible();
  await expect(hers.panel.getByRole('listitem').first()).toContainText('I still do something I like on a bad day');
  await keyboard.press('Escape');
  await expect(hers.panel).toHaveCount(0);
  await expect(said).toBeFocused();

  const goal = his.goal(BAD_DAY);
  await expect(goal).toContainText('+2 patient, today');
  await expect(goal).toContainText(`Attainment rated by ${PEOPLE.psychotherapist.name}`);
  await expect(goal).toContainText('Attainment rated +1 → +2 by the patient');

  await said.click();
  await expect(hers.panel.getByRole('group', { name: 'Which is true now?' })).toBeVisible();
  await expectAccessible(hers.page);
});
