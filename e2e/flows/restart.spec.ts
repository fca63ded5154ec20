import pg from 'pg';
import { clinic, serverCount } from '../fixtures/clinic.ts';
import { Follower, Writer } from '../fixtures/load.ts';
import { expect, test } from '../fixtures/test.ts';
import { PATIENTS, PEOPLE } from '../fixtures/personas.ts';
import { Wire } from '../fixtures/wire.ts';
import { OutboxTray } from '../pages/outbox.page.ts';
import { DetailsPage } from '../pages/patient.page.ts';
import { PatientsPage } from '../pages/patients.page.ts';
import { PlanPage } from '../pages/plan.page.ts';

const ROUNDS = process.env.PLEXUS_LONG ? 20 : 2;

test('A new version is put in place while everybody works', async ({ as, guard }) => {
  test.skip(serverCount() < 2, 'It takes two servers behind a proxy: install haproxy (on Debian: apt-get install haproxy).');
  test.setTimeout(180_000 + ROUNDS * 120_000);
  guard.expect(/status 50[0234]/, /WebSocket connection to/, /Failed to load resource/);
  const page = await as('otherPhysicalTherapist');
  await new PatientsPage(page).openRecord(PATIENTS.walter);
  const plan = new PlanPage(page);
  await plan.matrix.waitFor();

  const wire = await Wire.signedIn(clinic.address(), PEOPLE.otherPhysiatrist);
  const found = (await wire.ask('FindPatients', { search: PATIENTS.walter.mrn })).patients.edges[0].node as { id: string };
  const { patient } = await wire.ask('PlanPage', { patientId: found.id });
  const first = patient.revision as number;
  const goals = (patient.plan.goals as { id: string; words: string; endedOn: string | null }[]).filter(({ endedOn }) => !endedOn);
  const [mine, ...theirs] = goals;

  const readers = await Promise.all([PEOPLE.otherPhysicalTherapist, PEOPLE.coordinator].map((who) => Wire.signedIn(clinic.address(), who)));
  const followers = readers.map((reader) => new Follower(reader, found.id, first));
  await Promise.all(followers.map((follower) => follower.ready()));
  const writers = theirs.map(({ id }) => new Writer(wire, found.id, id, first));
  const written = Promise.all(writers.map((writer) => writer.write()));

  const mark = (n: number) => `Said at restart ${n}.`;
  for (let n = 0; n < ROUNDS * 2; n += 1) {
    await test.step(`restart ${n + 1}`, async () => {
      const before = clinic.answered()[n % 2]!;
      const restarted = clinic.restart(n % 2);
      await plan.editGoal(mine!.words, 'Clinical restatement', mark(n));
      await expect(plan.goal(mine!.words)).toContainText(mark(n));
      await restarted;
      await expect.poll(() => clinic.answered()[n % 2]! - before, { message: 'the proxy gives it work again' }).toBeGreaterThan(5);
    });
  }
  for (const writer of writers) writer.stop();
  await written;

  await test.step('each command was done once', async () => {
    const client = new pg.Client({ connectionString: clinic.superuserUrl() });
    await client.connect();
    const { rows } = await client.query<{ number: string; command_id: string }>('SELECT number, command_id FROM plexus.revision WHERE patient_id = $1 AND number > $2 ORDER BY number', [found.id, first]);
    await client.end();
    const sent = writers.flatMap(({ commandIds }) => commandIds);
    const done = rows.map((row) => row.command_id);
    expect(sent.filter((id) => done.filter((other) => other === id).length !== 1)).toEqual([]);
    expect(done).toHaveLength(sent.length + ROUNDS * 2);
    for (const follower of followers) await expect.poll(() => follower.heard, { message: 'every revision, once, in order' }).toEqual(rows.map(({ number }) => Number(number)));
    const again = [wire, ...readers].map(({ sentAgain }) => sentAgain);
    test.info().annotations.push({ type: 'figures', description: `${sent.length} commands over ${ROUNDS * 2} restarts; sent again: ${again[0]} of the writers', ${again[1]! + again[2]!} of the readers' requests` });
  });
  for (const follower of followers) follower.stop();

  await test.step('the page has the last word of everybody', async () => {
    for (const [n, { words, id }] of theirs.entries()) await expect(plan.goal(words)).toContainText(`Word ${writers[n]!.commandIds.length} of ${id}.`);
  });
});

test('The server dies in the middle of the day', async ({ as, guard }) => {
  guard.expect(/status 50[0234]/, /ERR_CONNECTION_REFUSED/, /ERR_CONNECTION_RESET/, /ERR_EMPTY_RESPONSE/, /WebSocket connection to/, /Failed to load resource/);
  const page = await as('otherPhysiatrist');
  await new PatientsPage(page).openRecord(PATIENTS.walter);
  const details = new DetailsPage(page);
  await details.go('Details');

  const colleague = await as('otherPhysicalTherapist');
  await new PatientsPage(colleague).openRecord(PATIENTS.walter);
  const theirPlan = new PlanPage(colleague);
  await theirPlan.matrix.waitFor();

  await test.step('what was acknowledged before', async () => {
    await details.edit();
    await details.person.getByLabel('Access needs').fill('Large type.');
    await details.save();
    await expect(details.fact('Access needs')).toHaveText('Large type.');
    await details.edit();
    await details.person.getByLabel('Phone').fill('(312) 555-0404');
  });

  await test.step('the open page keeps what it shows, and the device what was written', async () => {
    await clinic.kill();
    await details.save();
    await expect(new OutboxTray(page).button).toHaveText('1 change waits for the network');
    await expect(details.header).toContainText('Walter “Walt” Brzezinski');
    await expect(details.allergies).toContainText('Sulfonamide antibiotics');
  });

  await test.step('and goes on by itself when the server is back', async () => {
    await clinic.startAgain();
    await expect(details.fact('Phone')).toHaveText('(312) 555-0404', { timeout: 120_000 });
    await expect(details.fact('Access needs')).toHaveText('Large type.');
    await expect(new OutboxTray(page).button).toHaveCount(0);
  });

  await test.step('what is done from then on is news to who had the plan open all the time', async () => {
    const plan = new PlanPage(page);
    await plan.go('Plan');
    await plan.matrix.waitFor();
    const [goal = ''] = (await plan.matrix.getByRole('rowheader').first().getByRole('button', { name: /^“/ }).allInnerTexts()).map((words) => words.slice(1, -1));
    await plan.openGoal(goal);
    await plan.field('Clinical restatement').fill('Written after the server came back.');
    await plan.save();
    await expect(theirPlan.goal(goal)).toContainText('Written after the server came back.', { timeout: 120_000 });
    await expect(theirPlan.mark(theirPlan.goal(goal))).toContainText(PEOPLE.otherPhysiatrist.name);
    await expect(theirPlan.header).toContainText('Walter “Walt” Brzezinski');
  });
});
