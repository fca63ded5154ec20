/**
 * What the same page costs without us: one hand-written statement for the whole answer over `pg` behind node:http. `bare`: as the superuser, no
 * transaction, no walls. `walled`: as the application, BEGIN with the context, the statement under row-level security, COMMIT. Run as a process of its
 * own, so that it has an event loop to itself as the server has.
 */
import { createServer } from 'node:http';
import pg from 'pg';
import { CASELOAD, CHART, EVERY_WORKLIST, HISTORY, UNREAD, WORKLIST } from './floors-sql.mjs';

const STATEMENTS = /** @type {Readonly<Record<string, string>>} */ ({ chart: CHART, caseload: CASELOAD, history: HISTORY, unread: UNREAD, 'worklist': WORKLIST, 'every-worklist': EVERY_WORKLIST });
const { BENCH_SUPERUSER_URL, BENCH_APP_URL, BENCH_ORGANIZATION, BENCH_PERSON, BENCH_COORDINATOR, BENCH_TODAY } = /** @type {Record<string, string>} */ (process.env);
const CONNECTIONS = 10;
const bare = new pg.Pool({ connectionString: BENCH_SUPERUSER_URL, max: CONNECTIONS });
const walled = new pg.Pool({ connectionString: BENCH_APP_URL, max: CONNECTIONS });

/** Lists are about nobody in particular: their second parameter is who reads. @param {string} what */
const isList = (what) => what === 'caseload' || what.endsWith('worklist');
/** @param {string} what */
const reader = (what) => (what === 'every-worklist' ? BENCH_COORDINATOR : BENCH_PERSON);

/** @param {string} what @param {string} patientId @returns {pg.QueryConfig} */
const query = (what, patientId) => ({ name: what, text: STATEMENTS[what] ?? '', values: [BENCH_ORGANIZATION, isList(what) ? reader(what) : patientId] });

/** @param {string} patientId @param {string | undefined} personId */
const begin = (patientId, personId) =>
  `BEGIN READ ONLY; SET LOCAL app.organization = '${BENCH_ORGANIZATION}'; SET LOCAL app.person = '${personId}'; SET LOCAL app.purpose = 'care'; SET LOCAL app.today = '${BENCH_TODAY}'; SET LOCAL app.patient = '${patientId}'`;

/** @param {string} what @param {string} patientId */
async function behindWalls(what, patientId) {
  const client = await walled.connect();
  try {
    await client.query(begin(isList(what) ? '' : patientId, reader(what)));
    const { rows } = await client.query(query(what, patientId));
    await client.query('COMMIT');
    return rows;
  } finally {
    client.release();
  }
}

const server = createServer((request, response) => {
  const [, floor, what = '', patientId = ''] = (request.url ?? '').split('/');
  request.resume();
  const answer = floor === 'bare' ? bare.query(query(what, patientId)).then(({ rows }) => rows) : behindWalls(what, patientId);
  answer.then(
    ([row]) => response.setHeader('content-type', 'application/json').end(row.body),
    (error) => response.writeHead(500).end(String(error)),
  );
});
server.listen(0, '127.0.0.1', () => process.send?.({ port: /** @type {import('node:net').AddressInfo} */ (server.address()).port }));
process.on('disconnect', () => process.exit(0));
