import { expect, test } from '../fixtures/test.ts';
import { Network } from '../fixtures/network.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { openPlan, type PlanPage } from '../pages/plan.page.ts';

const MISTRY = PEOPLE.otherPhysiatrist.name;
const HAMID = PEOPLE.otherPhysicalTherapist.name;
const STAIRS = 'I want to trust my legs on the cellar stairs.';
const BELT = 'I want the belt of fire around my ribs to let go.';

/** Required ones have a star behind their words. */
const field = (plan: PlanPage, label: string) => plan.field(new RegExp(`^${label}( \\*)?$`));

const isSaved = (plan: PlanPage) => expect(plan.panel).toHaveCount(0);

test.describe.serial('Two people edit one plan, and a third has it open', () => {
  test('a colleague’s change is on my screen without reloading, and marked until I have seen it', async ({ as }) => {
    const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    const hers = await openPlan(await as('nurse'), PATIENTS.tomasz);
    await theirs.openGoal(STAIRS);
    await field(theirs, 'Clinical restatement').fill('Walk 120 minutes a week; stairs without holding on.');
    await theirs.save();
    await isSaved(theirs);

    const goal = mine.goal(STAIRS);
    await expect(goal).toContainText('Walk 120 minutes a week');
    await expect(goal).toContainText(`Changed by ${HAMID}`);
    await expect(mine.news).toContainText(HAMID);
    await expect(hers.goal(STAIRS)).toContainText(`Changed by ${HAMID}`);
    // Their own change is not news to them.
    await expect(theirs.goal(STAIRS)).not.toContainText('Changed by');
    await mine.main.getByRole('button', { name: 'Seen', exact: true }).click();
    await expect(goal).not.toContainText('Changed by');
  });

  test('who is here is seen in the header, and what they edit at the goal', async ({ as }) => {
    const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    await expect(mine.header.getByTitle(new RegExp(`${HAMID}.*here now`))).toHaveCount(1);
    await theirs.openGoal(STAIRS);
    await field(theirs, 'Target').last().focus();
    await expect(mine.goal(STAIRS)).toContainText(`${HAMID} is editing`);
    await theirs.panel.getByRole('button', { name: 'Cancel' }).click();
    await isSaved(theirs);
    await expect(mine.goal(STAIRS)).not.toContainText('is editing');
    await theirs.page.close();
    await expect(mine.header.getByTitle(new RegExp(`${HAMID}.*here now`))).toHaveCount(0);
  });

  test('different orders of one goal merge, and both are told', async ({ as }) => {
    const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    const hers = await openPlan(await as('nurse'), PATIENTS.tomasz);
    await mine.openGoal(BELT);
    await theirs.openGoal(BELT);
    await field(mine, 'Clinical restatement').fill('PEG from 7.0 to 3.5 or less.');

    await field(theirs, 'How it is going').selectOption('No change');
    await theirs.save();
    await isSaved(theirs);

    // The open form keeps its text while the news comes.
    await expect(mine.panel).toContainText(`${HAMID} changed this`);
    await expect(field(mine, 'Clinical restatement')).toHaveValue('PEG from 7.0 to 3.5 or less.');
    await mine.save();
    await isSaved(mine);
    await expect(mine.said('Both are kept')).toContainText(HAMID);
    await expect(theirs.said('Both are kept')).toContainText(MISTRY);
    for (const plan of [mine, theirs, hers]) {
      await expect(plan.goal(BELT)).toContainText('PEG from 7.0 to 3.5 or less.');
      await expect(plan.goal(BELT)).toContainText('No change');
    }
  });

  test('30 → 60 mg against once → twice a day: never both; I choose, seeing both', async ({ as }) => {
    const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    const hers = await openPlan(await as('nurse'), PATIENTS.tomasz);
    // A part of its own, so that this flow leaves nobody's treatment changed.
    await mine.choose(BELT, 'Plan a part');
    await field(mine, 'Activity').fill('Duloxetine');
    await mine.page.getByRole('option', { name: /Duloxetine/ }).click();
    await field(mine, 'Dose in words').fill('30 mg once a day');
    await mine.save('Plan it');
    await isSaved(mine);
    await expect(theirs.part('Duloxetine')).toContainText('30 mg once a day');

    await mine.openPart('Duloxetine (SNRI)');
    await theirs.openPart('Duloxetine (SNRI)');
    // Both type over the same: a form that nobody has touched would follow the news.
    await field(theirs, 'Dose in words').fill('30 mg twice a day');
    await field(mine, 'Dose in words').fill('60 mg once a day');
    await mine.save();
    await isSaved(mine);
    await theirs.save();
    await expect(theirs.conflict).toContainText(MISTRY);
    await expect(theirs.conflict.getByRole('row', { name: /Dose/ }).getByRole('cell')).toHaveText(['30 mg once a day', '60 mg once a day', '30 mg twice a day']);
    await expect(field(theirs, 'Dose in words')).toHaveValue('30 mg twice a day');
    await expect(mine.part('Duloxetine')).toContainText('60 mg once a day');

    await theirs.conflict.getByRole('button', { name: 'Write it anew' }).click();
    await field(theirs, 'Dose in words').fill('60 mg in the morning');
    await theirs.save();
    await isSaved(theirs);
    await expect(mine.part('Duloxetine')).toContainText('60 mg in the morning');
    await expect(theirs.part('Duloxetine')).toContainText('60 mg in the morning');
    await expect(hers.part('Duloxetine')).toContainText('60 mg in the morning');
    for (const plan of [mine, theirs, hers]) await expect(plan.matrix).not.toContainText('60 mg twice a day');
  });

  test('of one order I keep theirs, and my other change is saved; or mine, and theirs stays in the history', async ({ as }) => {
    const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    await mine.openPart('Duloxetine (SNRI)');
    await theirs.openPart('Duloxetine (SNRI)');
    await field(theirs, 'Dose in words').fill('30 mg in the morning');
    await field(theirs, 'Look at it again on').fill('2027-03-01');
    await field(mine, 'Dose in words').fill('90 mg in the morning');
    await mine.save();
    await isSaved(mine);
    await theirs.save();
    await theirs.conflict.getByRole('button', { name: 'Keep theirs' }).click();
    await isSaved(theirs);
    await expect(mine.part('Duloxetine')).toContainText('90 mg in the morning');
    await expect(mine.part('Duloxetine')).toContainText('review 1 Mar 2027');

    await mine.openPart('Duloxetine (SNRI)');
    await theirs.openPart('Duloxetine (SNRI)');
    await field(theirs, 'Dose in words').fill('60 mg at noon');
    await field(mine, 'Dose in words').fill('60 mg at night');
    await mine.save();
    await isSaved(mine);
    await theirs.save();
    await theirs.conflict.getByRole('button', { name: 'Keep mine' }).click();
    await isSaved(theirs);
    await expect(mine.part('Duloxetine')).toContainText('60 mg at noon');
  });

  test('a change is taken back within ten seconds, for everybody', async ({ as }) => {
    const mine = await openPlan(await as('otherPhysiatrist'), PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    const hers = await openPlan(await as('nurse'), PATIENTS.tomasz);
    await mine.choose('Duloxetine (SNRI)', 'Start');
    await expect(theirs.part('Duloxetine')).toContainText('since');
    const planned = (plan: PlanPage) => plan.part('Duloxetine').getByText('Planned', { exact: true });
    await expect(planned(theirs)).toHaveCount(0);
    await mine.said('Part started.').getByRole('button', { name: 'Undo' }).click();
    await expect(planned(mine)).toHaveCount(1);
    await expect(planned(theirs)).toHaveCount(1);
    await expect(planned(hers)).toHaveCount(1);
  });

  test('a wish like an open one: joining it is offered first', async ({ as }) => {
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    await theirs.main.getByRole('button', { name: 'Add goal' }).click();
    await field(theirs, 'In Tomasz’s words').fill('I want to drive my route without stretching my ribs');
    await field(theirs, 'Domain').selectOption('Work and role');
    await expect(theirs.panel).toContainText('Like a goal that is open already');
    await theirs.panel.getByRole('button', { name: 'Join this goal' }).click();
    await expect(theirs.panel.getByRole('heading', { level: 2 })).toContainText('Plan a part');
    await theirs.panel.getByRole('button', { name: 'Cancel' }).click();
    await isSaved(theirs);
    await expect(theirs.matrix.getByRole('row').filter({ hasText: 'stretching my ribs' })).toHaveCount(0);
  });

  test('who has a slow network and then none hears exactly what was missed, and what they wrote arrives', async ({ as, guard }) => {
    guard.expect(/INTERNET_DISCONNECTED/, /WebSocket/);
    const page = await as('otherPhysiatrist');
    const network = await Network.of(page);
    await network.slow();
    const mine = await openPlan(page, PATIENTS.tomasz);
    const theirs = await openPlan(await as('otherPhysicalTherapist'), PATIENTS.tomasz);
    const hers = await openPlan(await as('nurse'), PATIENTS.tomasz);
    await mine.openGoal(BELT);
    await field(mine, 'Clinical restatement').fill('Typed while the network was away.');
    await network.cut();

    for (const words of ['First of three.', 'Second of three.', 'Third of three.']) {
      await theirs.openGoal(STAIRS);
      await field(theirs, 'Clinical restatement').fill(words);
      await theirs.save();
      await isSaved(theirs);
    }
    await mine.save();
    await isSaved(mine);
    await expect(mine.goal(BELT)).toContainText('Saved on this device, waits to be sent');
    await expect(mine.goal(STAIRS)).not.toContainText('of three');
    await expect(theirs.goal(BELT)).not.toContainText('Typed while the network was away.');

    await expect(hers.goal(STAIRS)).toContainText('Third of three.');

    await network.restore();
    await expect(theirs.goal(BELT)).toContainText('Typed while the network was away.', { timeout: 120_000 });
    await expect(hers.goal(BELT)).toContainText('Typed while the network was away.');
    await expect(mine.goal(BELT)).not.toContainText('waits to be sent');
    await expect(mine.goal(STAIRS)).toContainText('Third of three.', { timeout: 120_000 });
    await expect(mine.goal(STAIRS).locator('li').filter({ hasText: 'of three' })).toHaveCount(3);
  });
});
