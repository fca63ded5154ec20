import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { setContext } from '../../src/platform/database/context.ts';
import { ask, command, done } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { START, type TestOrganization, type TestPerson, World } from '../support/world.ts';

const PATIENT = 'query ($patientId: ID!) { patient(patientId: $patientId) { givenName } }';
const LOG = 'query ($first: Int!, $after: String, $personId: ID) { accessLog(first: $first, after: $after, personId: $personId) { totalCount pageInfo { hasNextPage endCursor } edges { node { at patientName patientMrn action through person { name } } } } }';

interface LogPage {
  readonly accessLog: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }; readonly edges: { readonly node: Record<string, unknown> }[] };
}

describe('the access log', () => {
  let world: World;
  let clinic: TestOrganization;
  let leader: TestPerson;
  let lead: Client;
  let patientId: string;
  let count = 0;

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    leader = await world.person(clinic, 'Leila Lead', 'physiatrist');
  });
  beforeEach(async () => {
    world.clock.moveTo(START);
    lead = await world.as(leader);
    ({ id: patientId } = await world.patient(lead, { mrn: `L-${++count}`, givenName: 'Logged', familyName: `Patient ${count}` }));
    lead = await world.as(leader);
  });
  afterAll(() => world.close());

  const open = async (client: Client) => (await ask(client, PATIENT, { patientId })).verdict;
  const rows = (sessionsOf?: TestPerson) =>
    world.rows<{ action: string; through: string | null; person_id: string }>(
      `SELECT action, through, person_id FROM plexus.access_log l WHERE patient_id = $1 AND ($2::uuid IS NULL OR person_id = $2) ORDER BY at, id`,
      [patientId, sessionsOf?.personId ?? null],
    );

  it('gets one row for each person, patient, session and quarter of an hour', async () => {
    const before = (await rows()).length;
    await open(lead);
    await open(lead);
    expect(await rows()).toHaveLength(before + 1);
    await open(await world.as(leader));
    expect(await rows()).toHaveLength(before + 2);
    world.clock.moveTo(new Date(START.getTime() + 14 * 60_000));
    await open(lead);
    expect(await rows()).toHaveLength(before + 2);
    world.clock.moveTo(new Date(START.getTime() + 15 * 60_000));
    const later = await world.as(leader);
    await Promise.all([open(later), open(later), open(later)]);
    expect(await rows()).toHaveLength(before + 3);
    expect((await rows()).at(-1)).toEqual({ action: 'chart-opened', through: 'member', person_id: leader.personId });
  });

  it('has the row before the chart is shown: an answer waits for it', async () => {
    const holder = new pg.Client({ connectionString: world.database.superuserUrl || world.database.adminUrl });
    await holder.connect();
    await holder.query('BEGIN; LOCK TABLE plexus.access_log IN EXCLUSIVE MODE');
    let answered = false;
    const chart = ask(lead, PATIENT, { patientId }).then((answer) => ((answered = true), answer));
    const waiting = () => world.rows<{ n: number }>(`SELECT count(*)::int AS n FROM pg_locks WHERE NOT granted AND relation = 'plexus.access_log'::regclass`);
    while ((await waiting())[0]!.n === 0) expect(answered).toBe(false);
    // Others are not held up by it.
    expect((await ask(lead, '{ me { person { id } } }')).verdict).toBe('DATA');
    expect(answered).toBe(false);
    await holder.query('COMMIT');
    await holder.end();
    expect((await chart).data).toEqual({ patient: { givenName: 'Logged' } });
  });

  it('is not to be had without: when the row cannot be written, the chart is not shown', async () => {
    await world.database.admin('SET ROLE plexus_definer; ALTER FUNCTION plexus.log_access(jsonb) SECURITY INVOKER');
    const answer = await ask(lead, PATIENT, { patientId });
    await world.database.admin('SET ROLE plexus_definer; ALTER FUNCTION plexus.log_access(jsonb) SECURITY DEFINER');
    expect(answer.verdict).toBe('INTERNAL');
    expect(answer.text).not.toContain('Logged');
    expect(await open(lead)).toBe('DATA');
  });

  it('has whoever reads a chart by the answer to a command too', async () => {
    const member = await world.person(clinic, 'Mehmet Member', 'nurse');
    await world.member(lead, patientId, member);
    const client = await world.as(member);
    await done(client, 'editPatient', { patientId, baseRevision: await world.revisionOf(patientId), language: 'de' });
    expect(await rows(member)).toEqual([{ action: 'chart-opened', through: 'member', person_id: member.personId }]);
  });

  it('says by what right a chart was opened', async () => {
    const [member, standIn, coordinator] = [await world.person(clinic, 'Mo Member', 'nurse'), await world.person(clinic, 'Stan Standin', 'nurse'), await world.person(clinic, 'Cora Coordinator', 'care-coordinator', ['coordinator'])];
    await world.member(lead, patientId, member);
    const [row] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, member.personId]);
    await done(lead, 'arrangeStandIn', { patientId, baseRevision: await world.revisionOf(patientId), memberId: row!.id, personId: standIn.personId, validFrom: world.today, validTo: world.today, reason: 'Away' });
    for (const [who, through] of [[member, 'member'], [standIn, 'stand-in'], [coordinator, 'coordinator']] as const) {
      await open(await world.as(who));
      expect(await rows(who)).toEqual([{ action: 'chart-opened', through, person_id: who.personId }]);
    }
  });

  it('has a refusal of a chart of this organization, and nothing of one that does not exist or is elsewhere', async () => {
    const stranger = await world.person(clinic, 'Stanislaw Stranger', 'nurse');
    const client = await world.as(stranger);
    const elsewhere = await world.organization('Marrowgate');
    const foreigner = await world.as(await world.person(elsewhere, 'Freya Foreigner', 'nurse'));
    const total = async () => (await world.rows<{ n: number }>('SELECT count(*)::int AS n FROM plexus.access_log'))[0]!.n;
    expect(await open(client)).toBe('NOT_FOUND');
    expect(await rows(stranger)).toEqual([{ action: 'chart-refused', through: null, person_id: stranger.personId }]);
    const before = await total();
    expect(await open(foreigner)).toBe('NOT_FOUND');
    expect((await ask(client, PATIENT, { patientId: randomUUID() })).verdict).toBe('NOT_FOUND');
    expect((await ask(client, PATIENT, { patientId: 'nonsense' })).verdict).toBe('NOT_FOUND');
    expect(await total()).toBe(before);
  });

  it('has a row for each kind of copy, written before the server says that it is noted; who does not reach the patient makes none', async () => {
    const note = (client: Client, copy: string, whose = patientId) => ask(client, 'mutation ($input: NoteCopyInput!) { noteCopy(input: $input) }', { input: { patientId: whose, copy } });
    const [member, mentor, stranger] = [await world.person(clinic, 'Mina Member', 'nurse'), await world.person(clinic, 'Petra Peer', 'peer-mentor'), await world.person(clinic, 'Sven Stranger', 'nurse')];
    await world.member(lead, patientId, member);
    const client = await world.as(member);
    expect((await note(client, 'TEAM_COPY')).data).toEqual({ noteCopy: true });
    expect((await note(client, 'PATIENT_COPY')).data).toEqual({ noteCopy: true });
    expect((await note(client, 'PATIENT_COPY')).data).toEqual({ noteCopy: true });
    expect((await rows(member)).map(({ action, through }) => `${action} ${through}`).sort()).toEqual(['chart-opened member', 'patient-copy member', 'team-copy member']);

    // Without the patient's consent a peer mentor is a stranger.
    for (const other of [mentor, stranger]) {
      expect((await note(await world.as(other), 'TEAM_COPY')).verdict).toBe('NOT_FOUND');
      expect((await rows(other)).map(({ action }) => action)).toEqual(['chart-refused']);
    }
    for (const other of [randomUUID(), 'nonsense']) expect((await note(client, 'TEAM_COPY', other)).verdict).toBe('NOT_FOUND');
    expect((await note(client, 'WHOLE_CHART')).verdict).toBe('BAD_USER_INPUT');

    // In the next quarter of an hour it needs a row again.
    world.clock.moveTo(new Date(START.getTime() + 20 * 60_000));
    const later = await world.as(member);
    expect(await open(later)).toBe('DATA');
    await world.database.admin('SET ROLE plexus_definer; ALTER FUNCTION plexus.log_access(jsonb) SECURITY INVOKER');
    const unlogged = await note(later, 'TEAM_COPY');
    await world.database.admin('SET ROLE plexus_definer; ALTER FUNCTION plexus.log_access(jsonb) SECURITY DEFINER');
    expect(unlogged.verdict).toBe('INTERNAL');
  });

  it('is read by the privacy officer, with names, newest first and page by page', async () => {
    // Later than all that the other tests did.
    world.clock.moveTo(new Date(START.getTime() + 30 * 60_000));
    const officer = await world.as(await world.person(clinic, 'Priya Privacy', null, ['privacy-officer']));
    const stranger = await world.person(clinic, 'Sandor Stranger', 'nurse');
    await open(await world.as(stranger));
    world.clock.moveTo(new Date(START.getTime() + 31 * 60_000));
    await open(await world.as(leader));
    const page = (variables: object) => officer.data<LogPage>(LOG, { first: 100, ...variables });
    const { accessLog } = await page({});
    const label = { patientName: `Logged Patient ${count}`, patientMrn: `L-${count}` };
    expect(accessLog.edges[0]!.node).toEqual({ ...label, at: '2026-11-23T15:31:00.000Z', action: 'CHART_OPENED', through: 'MEMBER', person: { name: 'Leila Lead' } });
    expect((await page({ personId: stranger.personId })).accessLog).toMatchObject({ totalCount: 1, edges: [{ node: { ...label, action: 'CHART_REFUSED', through: null, person: { name: 'Sandor Stranger' } } }] });
    const paged: unknown[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const { accessLog: next }: LogPage = await page({ first: 2, after });
      paged.push(...next.edges.map(({ node }) => node));
      ({ endCursor: after, hasNextPage: more } = next.pageInfo);
    }
    expect(paged).toEqual(accessLog.edges.map(({ node }) => node));
    expect(paged).toHaveLength(accessLog.totalCount);
  });

  it.each([
    ['nurse', []], ['care-coordinator', ['coordinator']], [null, ['administrator']],
  ] as const)('is nobody else’s to read: %p %p', async (discipline, roles) => {
    const client = await world.as(await world.person(clinic, 'Ned Nosy', discipline, roles));
    expect((await ask(client, LOG, { first: 1 })).verdict).toBe('FORBIDDEN');
  });

  it('shows the privacy officer no chart', async () => {
    const officer = await world.as(await world.person(clinic, 'Piet Privacy', null, ['privacy-officer']));
    expect(await open(officer)).toBe('NOT_FOUND');
    expect((await command(officer, 'editPatient', { patientId, baseRevision: 1, language: 'de' })).outcome).toBe('NOT_FOUND');
  });

  it.each([
    `UPDATE plexus.access_log SET action = 'chart-refused'`, 'DELETE FROM plexus.access_log', 'TRUNCATE plexus.access_log',
    `INSERT INTO plexus.access_log SELECT * FROM plexus.access_log`, 'DROP TABLE plexus.access_log', 'ALTER TABLE plexus.access_log DISABLE ROW LEVEL SECURITY',
  ])('is not the application’s to change, whoever asks: %s', async (sql) => {
    const officer = await world.person(clinic, 'Pia Privacy', null, ['privacy-officer']);
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    await app.query(`BEGIN; ${setContext({ organizationId: officer.organizationId, personId: officer.personId, purpose: 'care', today: world.today, patientId: null })}`);
    expect((await app.query('SELECT 1 FROM plexus.access_log')).rowCount).toBeGreaterThan(0);
    await expect(app.query(sql)).rejects.toMatchObject({ code: '42501' });
    await app.end();
  });
});
