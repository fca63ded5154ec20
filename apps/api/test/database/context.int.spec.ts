import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type Context, setContext } from '../../src/platform/database/context.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { attach } from '../support/attachments.ts';
import { type Clinician, clinician } from '../support/record-clinic.ts';
import { fullChart } from '../support/record-full-chart.ts';
import { type TestOrganization, World } from '../support/world.ts';

describe('the application at the database', () => {
  let world: World;
  let clinic: TestOrganization;
  let physiatrist: Clinician;
  let patientId: string;
  let tables: string[];
  let client: pg.Client;

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    patientId = await fullChart(world, physiatrist, await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist'), await clinician(world, clinic, 'Hamid Solberg', 'physical-therapist'));
    // A chart opened and marked as reviewed, a person invited, a role and a job: then every table has rows that somebody could see who must not.
    await physiatrist.client.data('query ($patientId: ID!) { patient(patientId: $patientId) { id } }', { patientId });
    await physiatrist.client.data('mutation ($input: MarkReviewedInput!) { markReviewed(input: $input) { __typename } }', { input: { patientId, revision: 1, safetySeen: [] } });
    await (await world.as(clinic.administrator)).data('mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename } }', {
      input: { commandId: randomUUID(), name: 'Bridget Salazar', email: 'bridget.salazar@lindenhall.example', discipline: 'nurse', roles: [] },
    });
    await physiatrist.client.data('mutation ($input: SetLeaveInput!) { setLeave(input: $input) { __typename } }', { input: { commandId: randomUUID(), personId: physiatrist.person.personId, startsOn: world.day(30), endsOn: world.day(40) } });
    await physiatrist.client.data('mutation ($input: SaveViewInput!) { saveView(input: $input) { __typename } }', { input: { commandId: randomUUID(), name: 'Mine', address: 'queue=needs-me', isShared: false } });
    const [followUp] = await world.rows<{ id: string }>('SELECT id FROM plexus.follow_up WHERE patient_id = $1', [patientId]);
    await attach(physiatrist.client, { patientId, followUpId: followUp!.id, baseRevision: await world.revisionOf(patientId), name: 'report.pdf' });
    await world.rows(`INSERT INTO plexus.follow_up_escalation SELECT organization_id, patient_id, id, court_since, 'inform', now() FROM plexus.follow_up`);
    await world.app.nest.get(JobQueue).strike('forget-commands');
    tables = (await world.rows<{ name: string }>(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p', 'v') ORDER BY 1`)).map((row) => row.name);
    client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  const of = (given: Partial<Context> = {}): Context => ({ organizationId: clinic.organizationId, personId: physiatrist.person.personId, purpose: 'care', today: world.today, patientId: null, ...given });
  /** How many rows a table shows, or why none. */
  async function shown(table: string, begin: string): Promise<number | string> {
    await client.query(begin);
    try {
      return (await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`)).rows[0]!.count;
    } catch (error) {
      return (error as Error).message;
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it('is a role that can pass no wall and owns nothing', async () => {
    const [role] = await world.app.dataSource.query<Record<string, unknown>[]>(`
      SELECT current_user::text AS name, session_user::text AS session, r.rolsuper AS super, r.rolbypassrls AS bypasses, r.rolcreaterole AS roles, r.rolcreatedb AS databases, r.rolreplication AS replicates,
        ARRAY(SELECT m.roleid::regrole::text FROM pg_auth_members m WHERE m.member = r.oid) AS "memberOf",
        (SELECT count(*)::int FROM pg_shdepend d WHERE d.refobjid = r.oid AND d.deptype = 'o') AS owns
      FROM pg_roles r WHERE r.rolname = current_user`);
    expect(role).toEqual({ name: 'plexus_app', session: 'plexus_app', super: false, bypasses: false, roles: false, databases: false, replicates: false, memberOf: [], owns: 0 });
  });

  it('has something to hide in every table', async () => {
    expect(tables.length).toBeGreaterThan(20);
    const views = await world.rows<{ name: string }>(`SELECT oid::regclass::text AS name FROM pg_class WHERE relnamespace = 'plexus'::regnamespace AND relkind = 'v'`);
    for (const table of tables.filter((table) => !views.some(({ name }) => name === table))) {
      const [row] = await world.rows<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      expect({ table, count: row!.count > 0 }).toEqual({ table, count: true });
    }
  });

  it('is shown nothing without a context: on a new connection, and on one that had a context before', async () => {
    const fresh: Record<string, unknown> = {};
    for (const table of tables) fresh[table] = await shown(table, 'BEGIN');
    await client.query(`BEGIN; ${setContext(of({ patientId }))}`);
    expect((await client.query('SELECT 1 FROM plexus.patient')).rowCount).toBe(1);
    await client.query('COMMIT');
    const used: Record<string, unknown> = {};
    for (const table of tables) used[table] = await shown(table, 'BEGIN');
    for (const table of tables) {
      expect([table, fresh[table]]).toEqual([table, expect.stringMatching(/unrecognized configuration parameter "app\.\w+"|permission denied/)]);
      expect([table, used[table]]).toEqual([table, expect.stringMatching(/invalid input syntax for type (uuid|date): ""|permission denied/)]);
    }
  });

  it('is shown nothing of patients as nobody, as somebody else, or in another organization', async () => {
    const stranger = await clinician(world, clinic, 'Noor Bellweather', 'psychotherapist');
    const other = await clinician(world, await world.organization('Quillford'), 'Pernille Achterberg', 'physiatrist');
    const patientTables = (await world.rows<{ name: string }>(
      `SELECT DISTINCT a.attrelid::regclass::text AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'v') AND (a.attname = 'patient_id' OR c.relname = 'patient')`,
    )).map((row) => row.name);
    expect(patientTables).toEqual(expect.arrayContaining(['plexus.patient', 'plexus.goal', 'plexus.change', 'plexus.revision', 'plexus.patient_record', 'plexus.reach', 'plexus.access_log', 'plexus.command']));
    const contexts = [
      of({ personId: null }), of({ personId: null, patientId }), of({ personId: stranger.person.personId }), of({ personId: stranger.person.personId, patientId }),
      of({ organizationId: other.person.organizationId, personId: other.person.personId, patientId }),
      // The right person under the wrong organization, and the wrong way round.
      of({ organizationId: other.person.organizationId }), of({ personId: other.person.personId }),
    ];
    // Who is on a team is asked through `reach` alone, and whose turn it is through the views of those who may know.
    const behind = ['team_reach', 'follow_up_turn', 'team_acting', 'coordinated_stand_in'].map((name) => `plexus.${name}`);
    const none = (table: string) => (behind.includes(table) ? `permission denied for view ${table.replace('plexus.', '')}` : 0);
    for (const context of contexts) for (const table of patientTables) expect([table, await shown(table, `BEGIN; ${setContext(context)}`)]).toEqual([table, none(table)]);
  });

  it('is shown one patient inside that patient’s chart, also by a statement that forgot to say which', async () => {
    const another = await fullChart(world, physiatrist, await clinician(world, clinic, 'Oona Marsh', 'physical-therapist'), await clinician(world, clinic, 'Ruben Adeyemi', 'physical-therapist'));
    for (const table of ['plexus.goal', 'plexus.activity', 'plexus.change', 'plexus.revision', 'plexus.patient_record', 'plexus.team_member']) {
      await client.query(`BEGIN; ${setContext(of({ patientId: another }))}`);
      const { rows } = await client.query<{ id: string }>(`SELECT DISTINCT patient_id AS id FROM ${table}`);
      await client.query('ROLLBACK');
      expect([table, rows]).toEqual([table, [{ id: another }]]);
    }
  });

  it('cannot so much as look into accounts, sessions and links', async () => {
    for (const table of ['auth.account', 'auth.session', 'auth.link', 'migration.migration']) expect(await shown(table, `BEGIN; ${setContext(of())}`)).toMatch(/permission denied/);
  });

  it('cannot put anything but ids, days and known words into a context', () => {
    const bad = [of({ organizationId: `'; DROP TABLE plexus.goal; --` }), of({ personId: '' }), of({ today: `2026-11-23'` }), of({ purpose: 'anything' as never }), of({ patientId: `${patientId}'` })];
    for (const context of bad) expect(() => setContext(context)).toThrow('must be made of ids and days');
  });

  describe('keeps a context for one transaction and no longer', () => {
    const CONTEXT = `SELECT pg_backend_pid() AS pid, current_setting('app.organization', true) AS organization, current_setting('app.person', true) AS person, current_setting('app.patient', true) AS patient`;
    const EMPTY = { organization: '', person: '', patient: '' };
    const afterwards = async () => (await world.app.dataSource.query<{ pid: number }[]>(CONTEXT))[0]!;
    const transactions = () => world.app.nest.get(Transactions);
    const reading = () => transactions().reading({ organizationId: clinic.organizationId, personId: physiatrist.person.personId, purpose: 'care', today: world.today });

    it.each<[how: string, run: () => Promise<{ pid: number }>]>([
      ['that was committed', async () => {
        const done = await transactions().write(of({ patientId }), async (em) => (await em.query<{ pid: number }[]>(CONTEXT))[0]!);
        return done.ok ? done.value : { pid: 0 };
      }],
      ['that was refused', async () => {
        const done = await transactions().write<never, { pid: number }>(of({ patientId }), async (em, refuse) => refuse((await em.query<{ pid: number }[]>(CONTEXT))[0]!));
        return done.ok ? { pid: 0 } : done.error;
      }],
      ['that failed', async () => {
        let seen = { pid: 0 };
        await expect(transactions().write(of({ patientId }), async (em) => {
          [seen] = (await em.query<{ pid: number }[]>(CONTEXT)) as [{ pid: number }];
          await em.query('SELECT 1 / 0');
        })).rejects.toThrow('division by zero');
        return seen;
      }],
      ['that only read', async () => {
        const snapshot = reading();
        const [seen] = await snapshot.about<{ pid: number }>(patientId, CONTEXT, []);
        await snapshot.end();
        return seen!;
      }],
      ['that failed to read', async () => {
        const snapshot = reading();
        const [seen] = await snapshot.about<{ pid: number }>(patientId, CONTEXT, []);
        await expect(snapshot.list('SELECT 1 / 0', [])).rejects.toThrow('division by zero');
        await expect(snapshot.list('SELECT 1', [])).rejects.toThrow('division by zero');
        await snapshot.end();
        return seen!;
      }],
    ])('%s', async (_how, run) => {
      const during = await run();
      expect(during).toMatchObject({ organization: clinic.organizationId, person: physiatrist.person.personId, patient: patientId });
      // The pool gives the same connection again.
      expect(await afterwards()).toEqual({ pid: during.pid, ...EMPTY });
    });

    it('and a read cannot write', async () => {
      const snapshot = reading();
      await expect(snapshot.about(patientId, 'UPDATE plexus.patient SET pronouns = NULL', [])).rejects.toThrow('read-only transaction');
      await snapshot.end();
    });

    it('and all statements of one answer see one moment', async () => {
      const snapshot = reading();
      const revision = async () => (await snapshot.about<{ revision: number }>(patientId, 'SELECT r.revision FROM plexus.patient_record r', []))[0]!.revision;
      const before = await revision();
      await physiatrist.client.data('mutation ($input: EditPatientInput!) { editPatient(input: $input) { __typename } }', { input: { commandId: randomUUID(), patientId, baseRevision: before, accessNeeds: 'Ground floor' } });
      expect(await revision()).toBe(before);
      await snapshot.end();
      expect(await revision()).toBe(before + 1);
      await snapshot.end();
    });
  });
});
