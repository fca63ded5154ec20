import { inDays } from '../fixtures/days.ts';
import { expect, test } from '../fixtures/test.ts';
import { PATIENTS } from '../fixtures/personas.ts';
import { openPlan } from '../pages/plan.page.ts';

const DESK = 'I want to reach lunchtime at my desk without my back burning.';
const RELIEVER = 'Over-the-counter pain reliever (acetaminophen or OTC NSAID)';
const BLOCK = 'Occipital nerve block';

test('a physiatrist starts a taper, orders an injection and records its response; the therapist sees each as it happens', async ({ as }) => {
  const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.derek);
  const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.derek);

  await mine.openPart(RELIEVER);
  await mine.button('Add a step').press('Enter');
  const step = mine.group('Step 1');
  await step.getByLabel('From').fill(inDays(7));
  await step.getByLabel('Amount').fill('750');
  await step.getByLabel('Times a day').fill('4');
  await mine.save();
  // What rises is no taper, and what was typed stays.
  await expect(mine.panel).toContainText('A taper never rises from one step to the next.');
  await step.getByLabel('Amount').fill('500');
  await step.getByLabel('Times a day').fill('1');
  await mine.save();
  await expect(mine.panel).toHaveCount(0);
  await expect(theirs.part(RELIEVER)).toContainText('Phasing out');
  await expect(theirs.part(RELIEVER)).toContainText('Taper: 500 mg once a day');

  await mine.choose(DESK, 'Plan a part');
  await mine.field('Activity').fill('occipital');
  await mine.page.getByRole('option', { name: BLOCK }).click();
  await mine.field('Site').selectOption('Back of the head');
  await mine.save('Plan it');
  await expect(mine.panel).toContainText('Say which side: left, right or both.');
  await mine.field('Side').selectOption('Left');
  await mine.field('Local anaesthetic').fill('lidocaine');
  await mine.save('Plan it');
  await expect(mine.panel).toHaveCount(0);
  await expect(theirs.part(BLOCK)).toContainText('Back of the head, left · lidocaine');
  await mine.choose(BLOCK, 'Start');
  await expect(theirs.part(BLOCK)).not.toContainText('Planned');

  await mine.openPart(BLOCK);
  await mine.field('Done on').fill(inDays(-14));
  await mine.field('Relief at 2 weeks, percent').fill('60');
  await mine.save();
  await expect(mine.panel).toHaveCount(0);
  await expect(theirs.part(BLOCK)).toContainText('Relief: 60 % at 2 weeks');

  await mine.choose(BLOCK, 'Review: keep, change, stop');
  await mine.panel.getByRole('radio', { name: 'Keep it as it is' }).check();
  await mine.field('Why?').fill('Half of the headaches are gone');
  await mine.field(/^Look at it again on/).fill(inDays(28));
  await mine.save('Decide');
  await expect(theirs.part(BLOCK)).toContainText('Half of the headaches are gone');
});
