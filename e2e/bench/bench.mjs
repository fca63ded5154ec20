/**
 * How fast it is, beside what it cannot be faster than: `npm run bench [-- --size clinic|system|national]`. Figures are of this machine and this run;
 * ratios are what to read. Writes RESULTS.md.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { startDatabase } from '@plexus/tooling/database';
import { startBuiltServer } from './built-server.mjs';
import { deliveries, newCommand } from './live.mjs';
import { CONNECTIONS, WORKLIST, documentId, fire, headersOf, median, middle } from './load.mjs';
import { report } from './report.mjs';
import { openSession, seed } from './seed.mjs';
import { HEAVIEST, SIZES } from './sizes.mjs';
import { countingProxy } from './wire-count.mjs';
import { writeByHand } from './write-floor.mjs';

const { values } = parseArgs({ options: { size: { type: 'string', default: 'system' }, seconds: { type: 'string', default: '3' }, rounds: { type: 'string', default: '3' } } });
const size = SIZES[values.size];
if (!size) throw new Error(`There is no size ${values.size}. Choose one of ${Object.keys(SIZES).join(', ')}.`);
const seconds = Number(values.seconds);
const rounds = Number(values.rounds);
const root = fileURLToPath(new URL('../..', import.meta.url));
const PASSWORD = 'calm river under stone bridge';
const today = new Date().toLocaleDateString('sv', { timeZone: 'America/Chicago' });
const say = (/** @type {string} */ line) => console.log(line);

const database = await startDatabase({ throwaway: false });
/** @type {(() => void)[]} */
const endings = [];
process.once('exit', () => endings.forEach((end) => end()));

/** @param {string} [appUrl] */
async function startServer(appUrl = database.appUrl) {
  const server = await startBuiltServer({ ...database, appUrl });
  endings.push(server.kill);
  return server.url;
}

/** @param {Record<string, string>} given */
async function startFloors(given) {
  const floors = fork(fileURLToPath(new URL('floors.mjs', import.meta.url)), { env: { ...process.env, ...given } });
  endings.push(() => floors.kill('SIGKILL'));
  const [{ port }] = await once(floors, 'message');
  return `http://127.0.0.1:${port}`;
}

try {
  // Once started, migrated: what is seeded afterwards is read like any other data.
  const url = await startServer();
  say(`Seeding ${size.patients.toLocaleString('en')} patients, ${size.staff} people (${values.size}) …`);
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  // Ended with the database, whatever happens in between.
  superuser.on('error', () => undefined);
  await superuser.connect();
  const seeded = await seed(superuser, size, await hash(PASSWORD, { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 }), say);
  const { organizationId, personId, panel, heaviest, tokens, coordinatorId, coordinatorToken } = seeded;
  const [own = ''] = tokens;
  const floors = await startFloors({ BENCH_SUPERUSER_URL: database.superuserUrl, BENCH_APP_URL: database.appUrl, BENCH_ORGANIZATION: organizationId, BENCH_PERSON: personId, BENCH_COORDINATOR: coordinatorId, BENCH_TODAY: today });

  const ask = (/** @type {string} */ name, /** @type {object} */ variables, token = own) => ({ method: /** @type {const} */ ('POST'), path: '/graphql', headers: headersOf(token), body: JSON.stringify({ documentId: documentId(name), operationName: name, variables }) });
  const askWorklist = (/** @type {string} */ token) => ({ method: /** @type {const} */ ('POST'), path: '/graphql', headers: headersOf(token), body: JSON.stringify({ query: WORKLIST }) });
  /** Asked so that nothing kept is sent again; the answer is made and put away each time. */
  const askCold = (/** @type {string} */ name, /** @type {object} */ variables) => {
    const request = ask(name, variables);
    return { ...request, headers: { ...request.headers, accept: 'application/json' } };
  };
  const get = (/** @type {string} */ path) => ({ method: /** @type {const} */ ('GET'), path });
  const HISTORY = { first: 30, after: null, entity: null };

  /** @type {{ what: string, floor: string, ids: string[], request: (id: string) => import('autocannon').Request }[]} */
  const reads = [
    { what: 'caseload of 50', floor: 'caseload', ids: panel.slice(0, 1), request: () => ask('CaseloadPage', { sort: 'NAME', first: 50, search: null, after: null }) },
    { what: 'worklist of 50 and its counts', floor: 'worklist', ids: panel.slice(0, 1), request: () => askWorklist(own) },
    { what: 'worklist of a coordinator', floor: 'every-worklist', ids: panel.slice(0, 1), request: () => askWorklist(coordinatorToken) },
    { what: 'chart, cold (12 goals, 40 activities)', floor: 'chart', ids: panel, request: (patientId) => askCold('PlanPage', { patientId }) },
    { what: 'chart, warm', floor: 'chart', ids: panel, request: (patientId) => ask('PlanPage', { patientId }) },
    { what: `heaviest chart, cold (${HEAVIEST.goals} goals, ${HEAVIEST.activities} activities)`, floor: 'chart', ids: heaviest, request: (patientId) => askCold('PlanPage', { patientId }) },
    { what: 'heaviest chart, warm', floor: 'chart', ids: heaviest, request: (patientId) => ask('PlanPage', { patientId }) },
    { what: 'unread changes (10 revisions)', floor: 'unread', ids: panel, request: (patientId) => ask('RevisionsAfter', { patientId, revision: Math.max(0, size.changes - 10) }) },
    { what: 'history page', floor: 'history', ids: panel, request: (patientId) => ask('RecordHistory', { patientId, ...HISTORY }) },
    { what: 'history page of 25,000 changes', floor: 'history', ids: heaviest, request: (patientId) => ask('RecordHistory', { patientId, ...HISTORY }) },
  ];
  const proxy = await countingProxy(database.appUrl);
  const counted = await startServer(proxy.url);
  /** How many statements the second of two alike requests costs: the first prepares, and leaves its line in the access log. @param {() => import('autocannon').Request} make */
  async function statementsOf(make) {
    const send = async () => void (await (await fetch(`${counted}/graphql`, /** @type {RequestInit} */ (make()))).text());
    await send();
    const before = proxy.count();
    await send();
    return proxy.count() - before;
  }

  /** @type {import('./report.mjs').Row[]} */
  const rows = [];
  for (const { what, floor, ids, request } of reads) {
    const arms = /** @type {const} */ ([
      ['bare', floors, ids.map((id) => get(`/bare/${floor}/${id}`))],
      ['walled', floors, ids.map((id) => get(`/walled/${floor}/${id}`))],
      ['ours', url, ids.map(request)],
    ]);
    /** @type {Record<string, import('./load.mjs').Measured[]>} */
    const measured = { bare: [], walled: [], ours: [] };
    for (const [, address, requests] of arms) await fire(address, requests, { seconds: 6 });
    for (let round = 0; round < rounds; round += 1) for (const [arm, address, requests] of arms) measured[arm]?.push(await fire(address, requests, { seconds }));
    rows.push({ what, bare: middle(measured.bare ?? []), walled: middle(measured.walled ?? []), ours: middle(measured.ours ?? []), statements: await statementsOf(() => request(ids[0] ?? '')) });
    say(report.line(/** @type {import('./report.mjs').Row} */ (rows.at(-1))));
  }

  // A reader alone, who waits for a long record: what the server takes, without the queue of eight.
  const alone = [];
  const [longest = ''] = heaviest;
  const whole = (/** @type {string} */ label, /** @type {string} */ name, /** @type {object} */ variables) => ({ label, request: askCold(name, { patientId: longest, ...variables }) });
  for (const { label, request } of [
    whole('since you last looked', 'Unread', { after: null }),
    whole('as of its first revision', 'PlanAsOf', { moment: { revision: 1 } }),
    whole('as of its middle', 'PlanAsOf', { moment: { revision: HEAVIEST.changes / 2 } }),
    whole('the difference between its two ends', 'RecordDifference', { from: { revision: 1 }, to: { revision: HEAVIEST.changes } }),
  ]) {
    // The first of them prepares its statements; the slowest takes more than a second.
    await fire(url, [request], { seconds: 5, connections: 1 });
    const { p50, p99 } = await fire(url, [request], { seconds: Math.max(seconds, 5), connections: 1 });
    alone.push({ what: label, p50, p99, statements: await statementsOf(() => request) });
    say(`${label}: p50 ${p50} ms, p99 ${p99} ms`);
  }

  const goals = panel.map((patientId) => ({ patientId, goalId: '' }));
  for (const goal of goals) goal.goalId = (await superuser.query('SELECT id FROM plexus.goal WHERE patient_id = $1 ORDER BY id LIMIT 1', [goal.patientId])).rows[0].id;
  const EDIT = 'mutation ($input: EditGoalInput!) { editGoal(input: $input) { ... on PlanChange { revision } ... on RuleViolation { violations { code } } ... on EditConflict { revision } } }';
  const edit = (/** @type {{ patientId: string, goalId: string }} */ goal, /** @type {number} */ baseRevision) => ({ query: EDIT, variables: { input: { ...goal, commandId: newCommand(), baseRevision, target: { measure: 'psfs', baseline: 3, value: Math.random() * 10, unit: null, date: null } } } });
  const ourEdit = goals.map((goal) => ({ method: /** @type {const} */ ('POST'), path: '/graphql', headers: headersOf(own), setupRequest: (/** @type {import('autocannon').Request} */ request) => ({ ...request, body: JSON.stringify(edit(goal, size.changes)) }) }));
  const byHand = [];
  const byUs = [];
  for (let round = 0; round < rounds; round += 1) {
    byHand.push(await writeByHand({ appUrl: database.appUrl, organizationId, personId, today, goals, seconds, connections: CONNECTIONS }));
    byUs.push(await fire(url, ourEdit, { seconds }));
  }
  const [firstGoal = { patientId: '', goalId: '' }] = goals;
  const oneEdit = () => ({ method: /** @type {const} */ ('POST'), headers: headersOf(own), body: JSON.stringify(edit(firstGoal, size.changes)) });
  rows.push({ what: 'goal edit', bare: null, walled: middle(byHand), ours: middle(byUs), statements: await statementsOf(oneEdit) });
  say(report.line(/** @type {import('./report.mjs').Row} */ (rows.at(-1))));

  const readers = [];
  for (let n = 0; n < 200; n += 1) readers.push(await openSession(superuser, 1 + (n % 11)));
  const [goal = { patientId: '', goalId: '' }] = goals;
  const live = (await deliveries({ url, listenUrl: database.appUrl, patientId: goal.patientId, writer: own, readers, changes: 20, body: (base) => edit(goal, base) })).sort((a, b) => a - b);
  const delivery = { subscribers: readers.length, p50: median(live), p99: live[Math.floor(live.length * 0.99)] ?? Number.NaN };
  say(`live delivery to ${delivery.subscribers}: p50 ${delivery.p50.toFixed(0)} ms, p99 ${delivery.p99.toFixed(0)} ms`);

  const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { ... on Viewer { person { id } } ... on SignInRefused { message } } }';
  const signIn = await fire(url, Array.from({ length: 12 }, (_, n) => ({ method: 'POST', path: '/graphql', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: SIGN_IN, variables: { input: { email: `person${n}@bench.example`, password: PASSWORD } } }) })), { seconds, connections: 2 });
  say(`sign-in: ${signIn.perSecond.toFixed(0)}/s, p50 ${signIn.p50} ms`);

  const git = (/** @type {string[]} */ ...parts) => execFileSync('git', parts, { cwd: root, encoding: 'utf8' }).trim();
  writeFileSync(new URL('RESULTS.md', import.meta.url), report.whole({ rows, alone, delivery, signIn, size: String(values.size), patients: size.patients, machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`, date: today, commit: git('rev-parse', '--short', 'HEAD') }));
  say('Written to e2e/bench/RESULTS.md');
  await superuser.end();
} catch (error) {
  console.error(error);
  process.exitCode = 1;
} finally {
  for (const end of endings.splice(0)) end();
  await database.stop();
}
process.exit();
