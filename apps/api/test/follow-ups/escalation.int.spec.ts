import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { EscalationClinic } from '../support/escalation-clinic.ts';
import { rowsOf, World } from '../support/world.ts';

/** 10:00 in Chicago, two days before clocks are put back there. */
const FRIDAY = '2026-10-30T15:00:00.000Z';
const HOUR_MS = 60 * 60 * 1000;

let world: World;
let clinic: EscalationClinic;

beforeAll(async () => {
  world = await World.open();
  world.clock.moveTo(new Date(FRIDAY));
  clinic = await EscalationClinic.open(world);
});
afterAll(() => world.close());

const hoursOn = (hours: number) => new Date(world.clock.now().getTime() + hours * HOUR_MS);

describe('a follow-up that nobody moves', () => {
  it('is told of, then put before those who help, then the lead’s: each once, until the ball moves', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    const id = await clinic.followUp();
    await clinic.strikeAt(hoursOn(13));
    expect(await clinic.seen(id)).toEqual({ holding: 'OWNER', with: { name: 'Hamid Solberg' }, escalations: [] });

    // The first hour of the day after.
    await clinic.strikeAt('2026-10-31T05:00:00.000Z');
    await clinic.strikeAt(hoursOn(1));
    expect((await clinic.seen(id)).escalations).toEqual([{ step: 'INFORM', at: '2026-10-31T05:00:00.000Z' }]);
    await clinic.strikeAt(hoursOn(24));
    expect(await clinic.steps(id)).toEqual(['INFORM', 'ASK_HELP']);
    await clinic.strikeAt(hoursOn(25));
    expect(await clinic.seen(id)).toMatchObject({ holding: 'LEAD', with: { name: 'Ingrid Vasquez-Thorne' }, escalations: [{ step: 'INFORM' }, { step: 'ASK_HELP' }, { step: 'TRANSFER' }] });

    // Given to somebody else it is theirs, with as many days as anybody has.
    await clinic.command(clinic.lead, 'assignFollowUp', 'AssignFollowUpInput', { followUpId: id, pool: 'physical-therapist' });
    await clinic.strikeAt(hoursOn(1));
    expect(await clinic.seen(id)).toEqual({ holding: 'POOL', with: null, escalations: [] });
    await clinic.strikeAt(hoursOn(24));
    expect(await clinic.steps(id)).toEqual(['INFORM']);
  });

  it('has as many days over a change of summer time as else: days of the clock where it is due', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    const id = await clinic.followUp({ priority: 'SOON' });
    // Three days later by the calendar are three days and an hour.
    await clinic.strikeAt('2026-11-02T05:59:59.000Z');
    expect(await clinic.steps(id)).toEqual([]);
    await clinic.strikeAt('2026-11-02T06:00:00.000Z');
    expect(await clinic.steps(id)).toEqual(['INFORM']);
  });

  it('that waits to be read has no due day: its days are those for which it lies there', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    const id = await clinic.followUp({ shape: 'REQUEST', dueOn: '2026-12-24' }, clinic.lead);
    await clinic.command(clinic.therapist, 'moveFollowUp', 'MoveFollowUpInput', { followUpId: id, verb: 'ACCEPT' });
    await clinic.command(clinic.therapist, 'moveFollowUp', 'MoveFollowUpInput', { followUpId: id, verb: 'REPORT', outcome: 'Walks to the mailbox again' });
    await clinic.strikeAt('2026-10-31T05:00:00.000Z');
    expect(await clinic.steps(id)).toEqual(['INFORM']);
    await clinic.command(clinic.lead, 'moveFollowUp', 'MoveFollowUpInput', { followUpId: id, verb: 'ACKNOWLEDGE' });
    await clinic.strikeAt('2026-11-20T15:00:00.000Z');
    expect(await clinic.steps(id)).toEqual([]);
  });

  it('catches up on what was missed while no server ran', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    const id = await clinic.followUp({ priority: 'SOON' });
    await clinic.strikeAt('2026-11-14T15:00:00.000Z');
    expect(await clinic.steps(id)).toEqual(['INFORM', 'ASK_HELP', 'TRANSFER']);
  });

  it('is news for open screens, and changes nothing on the record’s line', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    await clinic.followUp();
    // What is older than this is told of by now, and the screen was opened a moment ago.
    await clinic.strikeAt('2026-10-31T04:59:00.000Z');
    const revision = await world.revisionOf(clinic.patientId);
    const watch = (await world.as(clinic.therapist)).subscribe<{ patientRevised: object }>('subscription ($id: ID!) { patientRevised(patientId: $id) { patientId revision } }', { id: clinic.patientId });
    await watch.deliveries.next();
    await clinic.strikeAt('2026-10-31T05:00:00.000Z');
    expect((await watch.deliveries.next()).value).toEqual({ data: { patientRevised: { patientId: clinic.patientId, revision } } });
    await watch.stop();
    expect(await world.revisionOf(clinic.patientId)).toBe(revision);
  });
});

describe('the list of what nobody moves', () => {
  it('is who asked’s and the lead’s, and the coordinators’ when help is asked', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    const third = await world.person(clinic.organization, 'Noor Bellweather', 'psychotherapist');
    const coordinator = await world.person(clinic.organization, 'Jonas Whitfeather', 'care-coordinator', ['coordinator']);
    await world.member(await world.as(clinic.lead), clinic.patientId, third);
    const id = await clinic.followUp({ priority: 'ROUTINE' });
    const listed = async () => {
      const lists = await Promise.all([clinic.therapist, clinic.lead, third, coordinator].map(async (who) =>
        (await world.as(who)).data<{ followUps: { edges: { node: { id: string } }[] } }>('{ followUps(queue: ESCALATED, first: 100) { edges { node { id } } } }')));
      return lists.map(({ followUps }) => followUps.edges.some(({ node }) => node.id === id));
    };
    expect(await listed()).toEqual([false, false, false, false]);
    await clinic.strikeAt('2026-11-06T15:00:00.000Z');
    expect(await listed()).toEqual([true, true, false, false]);
    await clinic.strikeAt('2026-11-13T15:00:00.000Z');
    expect(await listed()).toEqual([true, true, false, true]);
    // What got a day to come waits for that day.
    await clinic.command(clinic.lead, 'editFollowUp', 'EditFollowUpInput', { followUpId: id, dueOn: '2026-11-20' });
    expect(await listed()).toEqual([false, false, false, false]);
    world.clock.moveTo(new Date('2026-11-21T15:00:00.000Z'));
    expect(await listed()).toEqual([true, true, false, true]);
    await clinic.command(clinic.therapist, 'moveFollowUp', 'MoveFollowUpInput', { followUpId: id, verb: 'COMPLETE', outcome: 'Done at last' });
    expect(await listed()).toEqual([false, false, false, false]);
  });
});

describe('who has part in it', () => {
  let app: pg.Client;
  beforeAll(async () => {
    app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
  });
  afterAll(() => app.end());

  const as = (personId: string, purpose: string, statement: string, organizationId = clinic.organization.organizationId) =>
    app
      .query(`BEGIN; SET LOCAL app.organization = '${organizationId}'; SET LOCAL app.person = '${personId}'; SET LOCAL app.purpose = '${purpose}'; SET LOCAL app.today = '${world.today}'; SET LOCAL app.patient = ''`)
      .then(() => app.query(statement))
      .then(({ rowCount }) => rowCount, (error: { code: string }) => error.code)
      .finally(() => app.query('ROLLBACK'));

  it('are those who read the follow-up, and nobody else', async () => {
    const stranger = await world.person(clinic.organization, 'Lucia Ferrante', 'physical-therapist');
    const mentor = await world.person(clinic.organization, 'Philippa Nandakumar', 'peer-mentor');
    const lead = await world.as(clinic.lead);
    await world.consent(lead, clinic.patientId);
    await world.member(lead, clinic.patientId, mentor, { role: 'OBSERVER' });
    const read = 'SELECT step FROM plexus.follow_up_escalation';
    expect(await as(clinic.therapist.personId, 'care', read)).toBeGreaterThan(0);
    for (const { personId } of [stranger, mentor, clinic.organization.administrator]) expect(await as(personId, 'care', read)).toBe(0);
    expect(await as(clinic.lead.personId, 'job', read, (await world.organization('Saltmarsh')).organizationId)).toBe(0);
  });

  it('writes it: the job, and no person by whatever way', async () => {
    await clinic.followUp();
    const write = `INSERT INTO plexus.follow_up_escalation SELECT organization_id, patient_id, follow_up_id, now(), step, at FROM plexus.follow_up_escalation`;
    expect(await as(clinic.lead.personId, 'care', write)).toBe('42501');
    const escalate = `SELECT * FROM plexus.escalate_follow_ups('2027-11-14T15:00:00Z', '[{"priority":"routine","daysPastDue":0,"step":"transfer"},{"priority":"soon","daysPastDue":0,"step":"transfer"},{"priority":"urgent","daysPastDue":0,"step":"transfer"}]')`;
    expect(await as(clinic.lead.personId, 'care', escalate)).toBe(0);
    expect(await as(clinic.lead.personId, 'job', escalate)).toBe(1);
  });
});

describe('the trouble of one organization', () => {
  it('is not the others’: they have their steps, and its own are made up for when the trouble is over', async () => {
    world.clock.moveTo(new Date(FRIDAY));
    const others = await EscalationClinic.open(world, 'Saltmarsh');
    const [ours, theirs] = [await clinic.followUp(), await others.followUp()];
    await rowsOf(world.database, `ALTER TABLE plexus.follow_up_escalation ADD CONSTRAINT trouble CHECK (organization_id <> '${clinic.organization.organizationId}') NOT VALID`);
    await clinic.strikeAt('2026-10-31T05:00:00.000Z');
    expect([await clinic.steps(ours), await others.steps(theirs)]).toEqual([[], ['INFORM']]);
    const waiting = () => world.rows(`SELECT data ->> 'organizationId' AS organization, output FROM queue.job WHERE name = 'escalate-follow-ups' AND state = 'retry'`);
    expect(await waiting()).toEqual([{ organization: clinic.organization.organizationId, output: null }]);

    await rowsOf(world.database, 'ALTER TABLE plexus.follow_up_escalation DROP CONSTRAINT trouble');
    await rowsOf(world.database, `UPDATE queue.job SET start_after = now() - interval '1 second' WHERE state = 'retry'`);
    await world.app.nest.get(JobQueue).strike('escalate-follow-ups');
    expect([await clinic.steps(ours), await others.steps(theirs), await waiting()]).toEqual([['INFORM'], ['INFORM'], []]);
  });
});
