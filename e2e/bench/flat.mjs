/**
 * Whether a page costs the same in a large organization as in a small one: `npm run bench:flat [-- --small clinic --large national]`. Two servers on
 * two databases take turns, so that whatever else the machine does meets both; the ratio is the middle of the pairs.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startDatabase } from '@plexus/tooling/database';
import { startBuiltServer } from './built-server.mjs';
import { WORKLIST, documentId, fire, headersOf, median } from './load.mjs';
import { seed } from './seed.mjs';
import { SIZES } from './sizes.mjs';

const { values } = parseArgs({
  options: { small: { type: 'string', default: 'clinic' }, large: { type: 'string', default: 'national' }, seconds: { type: 'string', default: '2' }, pairs: { type: 'string', default: '9' } },
});
const PAGES = /** @type {const} */ ([
  ['chart, cold', 'PlanPage', true],
  ['chart’s header, cold', 'PatientLayout', true],
  ['caseload of 50', 'CaseloadPage', false],
  ['worklist of 50 and its counts', 'Worklist', false],
  ['worklist of a coordinator', 'CoordinatorWorklist', false],
]);
const WARM_UP_SECONDS = 10;

/** @type {(() => Promise<void>)[]} */
const endings = [];

/** @param {string} name */
async function startClinic(name) {
  const size = SIZES[name];
  if (!size) throw new Error(`There is no size ${name}. Choose one of ${Object.keys(SIZES).join(', ')}.`);
  const database = await startDatabase({ throwaway: false });
  endings.push(() => database.stop());
  // Once started, migrated.
  const server = await startBuiltServer(database);
  endings.unshift(async () => server.kill());
  const superuser = new pg.Client({ connectionString: database.superuserUrl });
  superuser.on('error', () => undefined);
  await superuser.connect();
  console.log(`${name}: ${size.patients.toLocaleString('en')} patients`);
  const { panel, tokens, coordinatorToken } = await seed(superuser, size, 'none', console.log);
  await superuser.end();
  const ask = (/** @type {string} */ page, /** @type {object} */ variables) => ({
    method: /** @type {const} */ ('POST'),
    path: '/graphql',
    // Asked so that nothing kept is sent again.
    headers: { ...headersOf(tokens[0] ?? ''), accept: 'application/json' },
    body: JSON.stringify({ documentId: documentId(page), operationName: page, variables }),
  });
  const list = (/** @type {string} */ page) =>
    page.endsWith('Worklist')
      ? { ...ask('CaseloadPage', {}), headers: headersOf((page === 'Worklist' ? tokens[0] : coordinatorToken) ?? ''), body: JSON.stringify({ query: WORKLIST }) }
      : ask(page, { sort: 'NAME', first: 50, search: null, after: null });
  return (/** @type {string} */ page, /** @type {boolean} */ isOfPatient, /** @type {number} */ seconds) =>
    fire(server.url, isOfPatient ? panel.map((patientId) => ask(page, { patientId })) : [list(page)], { seconds });
}

try {
  // The large one first: it takes longer to seed than a session stays open unused.
  const large = await startClinic(values.large);
  const small = await startClinic(values.small);
  console.log(`\n| | ${values.small} | ${values.large} | costs as much, times |\n|---|---|---|---|`);
  for (const [what, page, isOfPatient] of PAGES) {
    const pairs = [];
    // The first answers of a server that was just seeded come from the disk.
    for (const arm of [small, large]) await arm(page, isOfPatient, WARM_UP_SECONDS);
    for (let pair = 0; pair < Number(values.pairs); pair += 1) {
      // Each goes first as often as the other.
      const order = pair % 2 ? [large, small] : [small, large];
      const rates = [];
      for (const arm of order) rates.push((await arm(page, isOfPatient, Number(values.seconds))).perSecond);
      const [first = 0, second = 0] = rates;
      pairs.push(pair % 2 ? { small: second, large: first } : { small: first, large: second });
    }
    console.log(`| ${what} | ${median(pairs.map((one) => one.small)).toFixed(0)}/s | ${median(pairs.map((one) => one.large)).toFixed(0)}/s | ${median(pairs.map((one) => one.small / one.large)).toFixed(2)} |`);
  }
} finally {
  for (const end of endings) await end();
}
process.exit();
