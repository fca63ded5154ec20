/**
 * What each shape of the policies costs, and whether it still stands when the application forgets to ask: `npm run bench:policies [-- --size system]`.
 * The chart's and the caseload's hand-written statements, under row-level security, with the policies of the tables they read in one shape after the
 * other. Prints a table for a decision record; changes nothing but its own throw-away database.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startDatabase } from '@plexus/tooling/database';
import { startBuiltServer } from './built-server.mjs';
import { CASELOAD, CHART } from './floors-sql.mjs';
import { CONNECTIONS, median } from './load.mjs';
import { seed } from './seed.mjs';
import { SIZES } from './sizes.mjs';

const { values } = parseArgs({ options: { size: { type: 'string', default: 'clinic' }, seconds: { type: 'string', default: '2' }, rounds: { type: 'string', default: '3' } } });
const size = SIZES[values.size];
if (!size) throw new Error(`There is no size ${values.size}. Choose one of ${Object.keys(SIZES).join(', ')}.`);

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;
const PANEL = 'SELECT r.patient_id FROM plexus.reach r';
const PROBE = `${PANEL} WHERE r.patient_id = ${PATIENT}`;
const own = `organization_id = ${ORGANIZATION}`;

/** @type {[what: string, condition: (column: string) => string][]} the first is the one in use */
const SHAPES = [
  ['a function a statement', (column) => `${own} AND ${column} = ANY ((SELECT plexus.reached())::uuid[])`],
  ['named patient probed, else the panel, in the policy (CASE)', (column) => `${own} AND ${column} = ANY (CASE WHEN ${PATIENT} IS NULL THEN ARRAY(${PANEL}) ELSE ARRAY(${PROBE}) END)`],
  ['probe, or none named and in the panel', (column) => `${own} AND (${column} = ANY (ARRAY(${PROBE})) OR (${PATIENT} IS NULL AND ${column} IN (${PANEL})))`],
  ['panel as an array', (column) => `${own} AND ${column} = ANY (ARRAY(${PANEL}))`],
  ['panel as a hashed set (IN)', (column) => `${own} AND ${column} IN (${PANEL})`],
  ['EXISTS a row', (column) => `${own} AND EXISTS (SELECT FROM plexus.reach r WHERE r.patient_id = ${column})`],
  ['a function a row', (column) => `${own} AND plexus.bench_reaches(${column})`],
  ['the patient that the application names', (column) => `${own} AND (${PATIENT} IS NULL OR ${column} = ${PATIENT})`],
  ['organization only', () => own],
  ['none', () => 'true'],
];
const PLANS_SETTLED_AFTER = 8;
const TABLES = ['patient', 'patient_record', 'patient_details', 'contact', 'allergy', 'named_substance', 'problem', 'team_member', 'plan', 'goal', 'goal_rating', 'agreement', 'activity', 'activity_goal'];

const database = await startDatabase({ throwaway: false });
const superuser = new pg.Client({ connectionString: database.superuserUrl });
superuser.on('error', () => undefined);
try {
  // Once started, migrated.
  const server = await startBuiltServer(database);
  server.kill();
  await superuser.connect();
  const { organizationId, personId, panel } = await seed(superuser, size, 'none', (line) => console.log(line));
  await superuser.query(`
    CREATE FUNCTION plexus.bench_reaches(p uuid) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT EXISTS (SELECT FROM plexus.reach r WHERE r.patient_id = p) $$;
    GRANT EXECUTE ON FUNCTION plexus.bench_reaches(uuid) TO plexus_app`);
  const stranger = (await superuser.query(`SELECT id FROM plexus.person WHERE id NOT IN (SELECT person_id FROM plexus.team_member WHERE patient_id = $1) LIMIT 1`, [panel[0]])).rows[0].id;
  const today = new Date().toISOString().slice(0, 10);
  const begin = (/** @type {string} */ person, /** @type {string} */ patientId) =>
    `BEGIN READ ONLY; SET LOCAL app.organization = '${organizationId}'; SET LOCAL app.person = '${person}'; SET LOCAL app.purpose = 'care'; SET LOCAL app.today = '${today}'; SET LOCAL app.patient = '${patientId}'`;

  /** One turn of one lane. @param {pg.Client} client @param {boolean} isChart @param {string} patientId */
  async function ask(client, isChart, patientId) {
    await client.query(begin(personId, isChart ? patientId : ''));
    await client.query(isChart ? { name: 'chart', text: CHART, values: [organizationId, patientId] } : { name: 'caseload', text: CASELOAD, values: [organizationId, personId] });
    await client.query('COMMIT');
  }

  /** @param {boolean} isChart @returns {Promise<number>} a second */
  async function rate(isChart) {
    const seconds = Number(values.seconds);
    const lanes = Array.from({ length: CONNECTIONS }, () => new pg.Client({ connectionString: database.appUrl }));
    const patientOf = (/** @type {number} */ turn) => panel[turn % panel.length] ?? '';
    await Promise.all(lanes.map(async (client) => {
      await client.connect();
      // A server's connections live for hours: their plans are made, and PostgreSQL has settled on one for all patients.
      for (let turn = 0; turn < PLANS_SETTLED_AFTER; turn += 1) await ask(client, isChart, patientOf(turn));
    }));
    let turns = 0;
    const end = performance.now() + seconds * 1_000;
    await Promise.all(lanes.map(async (client, lane) => {
      for (let turn = lane; performance.now() < end; turn += CONNECTIONS, turns += 1) await ask(client, isChart, patientOf(turn));
      await client.end();
    }));
    return turns / seconds;
  }

  /** What somebody off the team sees of a chart when the application forgot to ask. @param {string} named */
  async function leaks(named) {
    const client = new pg.Client({ connectionString: database.appUrl });
    await client.connect();
    await client.query(begin(stranger, named));
    const { rows } = await client.query('SELECT count(*)::int AS n FROM plexus.goal WHERE organization_id = $1 AND patient_id = $2', [organizationId, panel[0]]);
    await client.end();
    return rows[0].n > 0;
  }

  /** @param {(column: string) => string} condition */
  async function apply(condition) {
    for (const table of TABLES) await superuser.query(`ALTER POLICY ${table}_reached ON plexus.${table} USING (${condition(table === 'patient' ? 'id' : 'patient_id')})`);
  }

  /** @type {{ chart: number[], caseload: number[], stands: boolean }[]} */
  const measured = SHAPES.map(() => ({ chart: [], caseload: [], stands: false }));
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const [at, [what, condition]] of SHAPES.entries()) {
      const shape = /** @type {typeof measured[number]} */ (measured[at]);
      await apply(condition);
      shape.chart.push(await rate(true));
      shape.caseload.push(await rate(false));
      shape.stands = !(await leaks(panel[0] ?? '')) && !(await leaks(''));
      console.log(`round ${round + 1}: ${what}`);
    }
  }
  const [chosen] = measured;
  if (!chosen) throw new Error('No shape was measured.');
  console.log(`\n| Policy (${values.size}, panel of ${panel.length}) | chart | caseload of 50 | stands when a check is forgotten |\n|---|---|---|---|`);
  for (const [at, { chart, caseload, stands }] of measured.entries()) {
    const to = (/** @type {number[]} */ mine, /** @type {number[]} */ its) => `${Math.round(median(mine))}/s, ${(median(mine) / median(its)).toFixed(2)}`;
    console.log(`| ${SHAPES[at]?.[0]} | ${to(chart, chosen.chart)} | ${to(caseload, chosen.caseload)} | ${stands ? 'yes' : '**no**'} |`);
  }
} finally {
  await superuser.end();
  await database.stop();
}
process.exit();
