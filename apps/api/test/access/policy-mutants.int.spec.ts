import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { setContext } from '../../src/platform/database/context.ts';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { Clinic } from '../support/access-clinic.ts';
import { perform } from '../support/access-operations.ts';
import type { TestPerson } from '../support/world.ts';

type Verb = 'SELECT' | 'INSERT' | 'UPDATE' | 'DELETE';
interface Policy {
  readonly table: string;
  readonly name: string;
  readonly verb: Verb | 'ALL';
  readonly using: string | null;
  readonly check: string | null;
}

const ASKING = [
  'stranger', 'foreigner', 'former', 'future', 'standInEarly', 'standInLate', 'standInForFormer', 'standInForFuture', 'deactivated',
  'peerMentor', 'administrator', 'privacyOfficer', 'lead', 'standIn', 'coordinator',
] as const;
const OUTSIDE = / (stranger|foreigner|former|future|standInEarly|standInLate|standInForFormer|standInForFuture|deactivated) chart$/;
const OF_PATIENTS = /^(patient|patient_details|problem|allergy|device|consent|named_substance|medicine|reconciliation|symptom|risk_factor|red_flag_screen|contact|team_member|stand_in|plan|goal|goal_rating|activity|goal_participant|activity_goal|agreement|dissent|follow_up|follow_up_entry|follow_up_attachment|follow_up_attachment_part|follow_up_escalation|seen_mark|patient_record|revision|change) /;
const SETTABLE: Readonly<Record<string, string>> = { patient_record: 'plan_version', organization: 'version', person: 'version', leave: 'version', saved_view: 'version' };

/** The column that the database fills in itself, and takes from nobody. */
const WORKED_OUT = 'due_at';

/** Policies that may say yes to everybody without anybody seeing or doing more, and why. */
const NOT_NOTICED_OPEN: Readonly<Record<string, string>> = {};
/** Policies that may say no to everybody without anybody missing something, and why. */
const NOT_NOTICED_SHUT: Readonly<Record<string, string>> = {};

/** Straight SQL as the application's role: what each person sees of a table and may do to it, with and without naming the patient. */
describe('a wall with a stone missing', () => {
  let clinic: Clinic;
  let app: pg.Client;
  let owner: pg.Client;
  let people: Readonly<Record<(typeof ASKING)[number], TestPerson>>;
  const samples = new Map<string, Record<string, unknown>>();
  const sound = new Map<string, string>();

  beforeAll(async () => {
    clinic = await Clinic.open();
    const { database, app: server } = clinic.world;
    await server.nest.get(JobQueue).strike('forget-commands');
    await perform(clinic, 'Mutation.editPerson', 'administrator');
    await perform(clinic, 'Query.patient', 'lead');
    await perform(clinic, 'Mutation.markReviewed', 'lead');
    await putInPlaceWhatNoCommandWould();
    app = new pg.Client({ connectionString: database.appUrl });
    owner = new pg.Client({ connectionString: database.adminUrl });
    await Promise.all([app.connect(), owner.connect()]);
    await owner.query('GRANT CREATE ON SCHEMA plexus TO plexus_reach');
    for (const table of await tables()) {
      const [row] = await clinic.world.rows<{ row: Record<string, unknown> }>(`SELECT to_jsonb(t) AS row FROM plexus.${table} t WHERE organization_id = $1 ORDER BY (to_jsonb(t) ->> 'patient_id') = $2 DESC NULLS LAST LIMIT 1`, [
        clinic.people.lead.organizationId,
        clinic.chart.patientId,
      ]);
      if (!row) throw new Error(`No row stands in ${table}: nothing would be noticed there.`);
      samples.set(table, row.row);
    }
  });
  afterAll(async () => {
    await Promise.all([app.end(), owner.end()]);
    await clinic.close();
  });

  /** Rows by which somebody would come in if only one condition were missing. */
  async function putInPlaceWhatNoCommandWould(): Promise<void> {
    const { world, chart } = clinic;
    const [here] = world.organizations;
    const [forFormer, forFuture] = [await world.person(here!, 'Fyodor Forformer', 'nurse'), await world.person(here!, 'Fabia Forfuture', 'nurse')];
    people = { ...clinic.people, standInForFormer: forFormer, standInForFuture: forFuture };
    for (const [standIn, member] of [[forFormer, people.former], [forFuture, people.future], [people.deactivated, clinic.people.member]] as const) {
      await world.rows(
        `INSERT INTO plexus.stand_in (organization_id, id, patient_id, member_id, person_id, valid_from, valid_to, reason, revision)
           SELECT organization_id, $1, patient_id, id, $2, $3, $4, 'Away', 1 FROM plexus.team_member WHERE patient_id = $5 AND person_id = $6`,
        [randomUUID(), standIn.personId, world.day(-1), world.day(1), chart.patientId, member.personId],
      );
    }
    // The mentor is on the teams of these patients too, whose consent is not in force today, each for another reason.
    const past = { givenOn: world.day(-9), validFrom: world.day(-9) };
    for (const consent of [{ ...past, validTo: world.day(-1) }, { validFrom: world.day(1) }, { kind: 'email' }, past]) {
      const { id } = await world.patient(clinic.clients.lead);
      await world.member(clinic.clients.lead, id, people.peerMentor, { role: 'OBSERVER' });
      await world.consent(clinic.clients.lead, id, consent);
      if (consent === past) await world.rows(`UPDATE plexus.consent SET status = 'withdrawn', withdrawn_on = valid_from, withdrawn_by = 'patient', withdrawn_how = 'spoken' WHERE patient_id = $1`, [id]);
    }
    // A change of people by somebody else: the administrator sees who made it, everybody else only their own.
    await world.rows(`INSERT INTO plexus.organization_command VALUES ($1, $2, $3, '\\x00', 'person.edit', $2, NULL, now())`, [people.lead.organizationId, people.lead.personId, randomUUID()]);
    for (const isShared of [true, false]) await world.rows(`INSERT INTO plexus.saved_view VALUES ($1, $2, $3, $4, 'queue=ALL', $5)`, [people.lead.organizationId, randomUUID(), people.lead.personId, String(isShared), isShared]);
    // Every follow-up lay too long where it is.
    await world.rows(`INSERT INTO plexus.follow_up_escalation SELECT organization_id, patient_id, id, court_since, 'inform', now() FROM plexus.follow_up`);
    await world.rows('UPDATE plexus.patient_record SET opened_by = $1 WHERE patient_id = $2', [people.former.personId, chart.patientId]);
  }

  const tables = async () => (await clinic.world.database.admin<{ name: string }>(`SELECT tablename AS name FROM pg_tables WHERE schemaname = 'plexus' ORDER BY 1`)).map((row) => row.name);
  const policies = () =>
    clinic.world.database.admin<Policy & Record<string, unknown>>(
      `SELECT tablename AS "table", policyname AS name, cmd AS verb, qual AS using, with_check AS check FROM pg_policies WHERE schemaname = 'plexus' AND roles = '{plexus_app}' ORDER BY 1, 2`,
    );

  async function attempt(context: string, sql: string): Promise<string> {
    try {
      // Several statements at once are answered by as many results; thousands of attempts are made, so that each is one message where it can be.
      const results = (await app.query(`BEGIN; ${context}; ${sql}; ROLLBACK`)) as unknown as pg.QueryResult<{ told?: string }>[];
      const { rows, rowCount } = results.at(-2)!;
      return rows[0]?.told ?? `${rowCount} rows`;
    } catch (error) {
      await app.query('ROLLBACK');
      const { code, message } = error as { code: string; message: string };
      return code === '42501' ? message.replace(/.*(row-level security|permission denied).*/, '$1') : code;
    }
  }

  /** Tries everything that a policy on this table could let through; `each` may stop it. */
  async function probe(table: string, verbs: readonly Verb[], each: (probe: string, told: string) => boolean): Promise<void> {
    const { world, chart } = clinic;
    for (const relation of ASKING) {
      const { organizationId, personId } = people[relation];
      for (const patientId of [null, chart.patientId]) {
        const context = setContext({ organizationId, personId, purpose: 'care', today: world.today, patientId });
        const row = samples.get(table)!;
        const asOwn = { ...row, ...('person_id' in row ? { person_id: personId } : {}), ...('opened_by' in row ? { opened_by: personId, revision: 0 } : {}) };
        const columns = Object.keys(row).filter((name) => name !== WORKED_OUT).map((name) => `"${name}"`).join(', ');
        const insert = (values: object) => `INSERT INTO plexus.${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::plexus.${table}, ${pg.escapeLiteral(JSON.stringify(values))})`;
        const tries: Record<Verb, () => Promise<string>> = {
          SELECT: () => attempt(context, `SELECT count(*)::text AS told FROM plexus.${table}`),
          INSERT: async () => `${await attempt(context, insert(row))}, ${await attempt(context, insert(asOwn))}`,
          UPDATE: () => attempt(context, `UPDATE plexus.${table} SET ${SETTABLE[table] ?? ('revision' in row ? 'revision' : 'organization_id')} = ${'revision' in row || table in SETTABLE ? '99' : 'NULL'}`),
          DELETE: () => attempt(context, `DELETE FROM plexus.${table}`),
        };
        for (const verb of verbs) if (each(`${table} ${verb} ${relation} ${patientId === null ? 'list' : 'chart'}`, await tries[verb]())) return;
      }
    }
  }

  async function isNoticed(table: string, verbs: readonly Verb[]): Promise<string | null> {
    let noticed: string | null = null;
    await probe(table, verbs, (name, told) => {
      if (sound.get(name) !== told) noticed = `${name}: ${sound.get(name)} -> ${told}`;
      return noticed !== null;
    });
    return noticed;
  }

  const EVERY_VERB: readonly Verb[] = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
  const verbsOf = (policy: Policy): readonly Verb[] => (policy.verb === 'ALL' ? EVERY_VERB : [policy.verb]);
  const clauses = ({ verb }: Policy, using: string, check: string) => `${verb === 'INSERT' ? '' : `USING (${using})`} ${verb === 'SELECT' || verb === 'DELETE' ? '' : `WITH CHECK (${check})`}`;
  const rewrite = (policy: Policy, using: string, check: string) => owner.query(`ALTER POLICY ${policy.name} ON plexus.${policy.table} ${clauses(policy, using, check)}`);
  const restore = (policy: Policy) => rewrite(policy, policy.using ?? 'true', policy.check ?? policy.using ?? 'true');

  it('stands: strangers see nothing of the patient, and nobody outside writes', async () => {
    for (const table of await tables()) await probe(table, EVERY_VERB, (name, told) => (sound.set(name, told), false));
    const outside = [...sound].filter(([name]) => OUTSIDE.test(name) && OF_PATIENTS.test(name));
    const passed = outside.filter(([name, told]) => (name.includes(' INSERT ') ? !/^(row-level security|permission denied), /.test(told) : !/^(0|0 rows|permission denied)$/.test(told)));
    expect(passed).toEqual([]);
  });

  it('is noticed by what is missing only: nothing is noticed of a whole one', async () => {
    const noticed: (string | null)[] = [];
    for (const table of await tables()) noticed.push(await isNoticed(table, ['SELECT']));
    expect(noticed.filter((found) => found !== null)).toEqual([]);
  });

  it.each([
    ['open to everybody', 'true', NOT_NOTICED_OPEN],
    ['shut to everybody', 'false', NOT_NOTICED_SHUT],
  ] as const)('is noticed when a policy is %s', async (_, always, exceptions) => {
    const unnoticed: string[] = [];
    const all = await policies();
    expect(all.length).toBeGreaterThan(25);
    for (const policy of all) {
      await rewrite(policy, always, always);
      if ((await isNoticed(policy.table, verbsOf(policy))) === null) unnoticed.push(policy.name);
      await restore(policy);
    }
    expect(unnoticed).toEqual(Object.keys(exceptions));
  });

  it('is noticed when row-level security is off on a table', async () => {
    const unnoticed: string[] = [];
    for (const table of await tables()) {
      await owner.query(`ALTER TABLE plexus.${table} DISABLE ROW LEVEL SECURITY`);
      if ((await isNoticed(table, EVERY_VERB)) === null) unnoticed.push(table);
      await owner.query(`ALTER TABLE plexus.${table} ENABLE ROW LEVEL SECURITY`);
    }
    expect(unnoticed).toEqual([]);
  });

  it('is noticed when the audience or the author of a change no longer counts', async () => {
    const [policy] = (await policies()).filter(({ name }) => name === 'change_in_audience');
    for (const [part, without] of [['audience IS NULL', 'true OR audience IS NULL'], ['author_id IS NULL', 'true OR author_id IS NULL']] as const) {
      const [row] = await clinic.world.rows<{ number: number }>('SELECT max(number) AS number FROM plexus.change WHERE patient_id = $1', [clinic.chart.patientId]);
      // No field has an author yet: one row gets one, as notes of a single author will.
      await clinic.world.rows(`UPDATE plexus.change SET author_id = $1 WHERE patient_id = $2 AND number = $3`, [clinic.people.lead.personId, clinic.chart.patientId, row!.number]);
      await probe('change', ['SELECT'], (name, told) => (sound.set(name, told), false));
      expect(policy!.using).toContain(part);
      await rewrite(policy!, policy!.using!.replace(part, without), 'true');
      expect([part, await isNoticed('change', ['SELECT'])]).toEqual([part, expect.any(String)]);
      await restore(policy!);
    }
  });

  /** What makes somebody reach a patient, condition by condition: each of them taken out in every place where it stands. */
  it.each([
    ['team_reach', 'm.valid_from <=', 'true OR m.valid_from <='],
    ['team_reach', 'm.valid_to >=', 'true OR m.valid_to >='],
    ['team_reach', 's.valid_from <=', 'true OR s.valid_from <='],
    ['team_reach', 's.valid_to >=', 'true OR s.valid_to >='],
    ['team_reach', `= 'active'::text`, `<> ''::text`],
    ['team_reach', `role = 'coordinator'::text`, 'true'],
    ['team_reach', 'p.revision = 0', 'p.revision >= 0'],
    ['team_reach', 'm.person_id =', 'true OR m.person_id ='],
    ['team_reach', 's.person_id =', 'true OR s.person_id ='],
    ['reach', `discipline IS DISTINCT FROM 'peer-mentor'::text`, 'true'],
    ['reach', 'c.patient_id =', 'true OR c.patient_id ='],
    ['reach', `c.kind = 'peer-mentor-sees-plan'::text`, 'true'],
    ['reach', `c.status = 'given'::text`, 'true'],
    ['reach', 'c.valid_from <=', 'true OR c.valid_from <='],
    ['reach', 'c.valid_to >=', 'true OR c.valid_to >='],
    ['clinical_reach', `discipline IS DISTINCT FROM 'peer-mentor'::text`, 'true'],
    ['administers', `role = 'administrator'::text`, 'true'],
    ['administers', `= 'active'::text`, `<> ''::text`],
    ['watches_privacy', `role = 'privacy-officer'::text`, 'true'],
    ['watches_privacy', `= 'active'::text`, `<> ''::text`],
    ['coordinates', `role = 'coordinator'::text`, 'true'],
    ['coordinates', `= 'active'::text`, `<> ''::text`],
  ])('is noticed when %s no longer asks whether %s', async (view, condition, instead) => {
    const [{ text } = { text: '' }] = await clinic.world.database.admin<{ text: string }>(`SELECT pg_get_viewdef('plexus.${view}') AS text`);
    const places = placesOf(condition, text);
    expect(places).not.toEqual([]);
    for (const { from, to } of places) {
      const changed = text.slice(0, from) + instead + text.slice(to);
      await owner.query(`SET ROLE plexus_reach; CREATE OR REPLACE VIEW plexus.${view} AS ${changed}; RESET ROLE`);
      const noticed = (await isNoticed('patient', ['SELECT'])) ?? (await isNoticed('patient_details', ['SELECT'])) ?? (await isNoticed('person', ['UPDATE'])) ?? (await isNoticed('access_log', ['SELECT'])) ?? (await isNoticed('leave', ['UPDATE'])) ?? (await ofDeparted(view));
      await owner.query(`SET ROLE plexus_reach; CREATE OR REPLACE VIEW plexus.${view} AS ${text}; RESET ROLE`);
      expect([from, noticed]).toEqual([from, expect.any(String)]);
    }
    expect(await isNoticed('patient', ['SELECT'])).toBeNull();
  });

  /** With the alias that PostgreSQL writes before a column: 15 always does, newer ones not where a view reads one table only. */
  function placesOf(condition: string, text: string): { from: number; to: number }[] {
    const places: { from: number; to: number }[] = [];
    for (let at = text.indexOf(condition); at !== -1; at = text.indexOf(condition, at + 1)) {
      const [alias] = /(?:\w+\.)?$/.exec(text.slice(0, at))!;
      places.push({ from: at - alias.length, to: at + condition.length });
    }
    return places;
  }

  /** Somebody who has left, with each right that a person can have, and with a record that they were making. */
  async function ofDeparted(view: string): Promise<string | null> {
    const { world } = clinic;
    const { organizationId, personId } = people.deactivated;
    const patientId = randomUUID();
    await world.rows(`INSERT INTO plexus.organization_role SELECT $1, $2, unnest(ARRAY['coordinator', 'administrator', 'privacy-officer'])`, [organizationId, personId]);
    await world.rows(`INSERT INTO plexus.patient_record VALUES ($1, $2, 0, 0, '\\x00', $3)`, [organizationId, patientId, personId]);
    const told = await attempt(setContext({ organizationId, personId, purpose: 'care', today: world.today, patientId: null }), `SELECT count(*)::text AS told FROM plexus.${view === 'team_reach' ? 'reach' : view}`);
    await world.rows('DELETE FROM plexus.patient_record WHERE patient_id = $1', [patientId]);
    await world.rows('DELETE FROM plexus.organization_role WHERE person_id = $1', [personId]);
    return told === '0' ? null : `${view} of somebody who has left: ${told}`;
  }
});
