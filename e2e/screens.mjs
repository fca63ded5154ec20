/**
 * Pictures of every page and state, for a person to look at: `node screens.mjs [address]`, with a demo clinic running there
 * (`npm start`, or `node serve.mjs`). They go to test-results/screens. Nothing is changed in the clinic.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';

const address = process.argv[2] ?? 'http://localhost:3177';
const folder = fileURLToPath(new URL('test-results/screens/', import.meta.url));
const password = 'calm river under stone bridge';
const LOOKS = [
  { name: '1440', width: 1440, height: 900, scheme: /** @type {const} */ ('light') },
  { name: '1440-dark', width: 1440, height: 900, scheme: /** @type {const} */ ('dark') },
  { name: '1024', width: 1024, height: 768, scheme: /** @type {const} */ ('light') },
  { name: '390', width: 390, height: 844, scheme: /** @type {const} */ ('light') },
  { name: '390-dark', width: 390, height: 844, scheme: /** @type {const} */ ('dark') },
];

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ person: string | null, path: string, prepare?: (page: Page) => Promise<unknown>, isWhole?: boolean }} State */

/** @param {string} name */
const press = (name) => (/** @type {Page} */ page) => page.getByRole('button', { name, exact: true }).first().click();
/** @param {string} text */
const find = (text) => async (/** @type {Page} */ page) => {
  await page.keyboard.press('Control+K');
  await page.getByRole('combobox').fill(text);
  await page.getByRole('option').first().waitFor();
};
/** @param {string} item */
const fromActions = (item) => async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: /^Actions for/ }).last().click();
  await page.getByRole('menuitem', { name: item }).click();
};
/** @param {string} name @param {string} part @param {State['prepare']} [then] */
const inPatient = (name, part, then) => async (/** @type {Page} */ page) => {
  await page.getByRole('link', { name }).first().click();
  const tab = page.getByRole('navigation', { name: 'Parts of the record' }).getByRole('link', { name: part });
  await tab.click();
  await tab.and(page.locator('[aria-current=page]')).waitFor();
  await settled(page);
  await then?.(page);
};

/** @param {Page} page */
const firstGoal = async (page) => {
  await page.getByRole('button', { name: /^“/ }).first().click();
  await page.getByRole('button', { name: 'Save', exact: true }).waitFor();
};
/** @param {string | RegExp} item */
const fromMenu = (item) => async (/** @type {Page} */ page) => {
  await page.getByRole('button', { name: /^Actions for “/ }).first().click();
  await page.getByRole('menuitem', { name: item }).click();
};

const lastMonth = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
/** @param {Page} page */
const copies = async (page) => {
  await press('Plan actions')(page);
  await page.getByRole('menuitem', { name: 'Copies …' }).click();
  await page.getByRole('region', { name: /as it is printed$/ }).waitFor();
};

const PT = 'lucia.ferrante';
const DOCTOR = 'ingrid.vasquez-thorne';
const COORDINATOR = 'jonas.whitfeather';
const ADMINISTRATOR = 'pernille.achterberg';
const PRIVACY = 'desmond.kurosawa-lyle';

/** @type {Record<string, State>} */
const STATES = {
  'sign-in': { person: null, path: '/sign-in' },
  'sign-in-empty': { person: null, path: '/sign-in', prepare: press('Sign in') },
  'forgot': { person: null, path: '/forgot-password' },
  'link-dead': { person: null, path: '/set-password' },
  'set-password': { person: null, path: '/set-password#not-a-real-token' },
  'patients': { person: PT, path: '/patients' },
  'patients-coordinator': { person: COORDINATOR, path: '/patients?sort=review' },
  'patients-found': { person: PT, path: '/patients?q=mar' },
  'patients-nobody': { person: PT, path: '/patients?q=nobody' },
  'patients-none': { person: 'rufus.lindgren', path: '/patients' },
  'medicines': { person: DOCTOR, path: '/patients', prepare: inPatient('Gregory Santangelo', 'Medicines'), isWhole: true },
  'medicines-never': { person: DOCTOR, path: '/patients', prepare: inPatient('Mei-Hua Tanaka-Broussard', 'Medicines'), isWhole: true },
  'medicines-add': { person: DOCTOR, path: '/patients', prepare: inPatient('Mei-Hua Tanaka-Broussard', 'Medicines', async (page) => { await press('Add a medicine')(page); await page.getByRole('combobox', { name: 'Drug' }).fill('oxycodone'); }), isWhole: true },
  'medicines-reconcile': { person: DOCTOR, path: '/patients', prepare: inPatient('Gregory Santangelo', 'Medicines', press('Go through the list')), isWhole: true },
  'plan-allergy': { person: DOCTOR, path: '/patients', prepare: inPatient('Mei-Hua Tanaka-Broussard', 'Plan', async (page) => {
    await page.getByRole('button', { name: /Plan a part/ }).first().click();
    await page.getByRole('combobox', { name: 'Activity' }).fill('epidural');
    await page.getByRole('option').first().click();
  }) },
  'plan': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan'), isWhole: true },
  'plan-past': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', async (page) => { await page.getByRole('button', { name: /^Show \d+ past/ }).click(); await page.getByText(/closed goals?$/).click(); }), isWhole: true },
  'plan-as-of': { person: COORDINATOR, path: '/patients', prepare: inPatient('Linnea', 'Plan', (page) => page.goto(`${page.url().split('?')[0]}?asOf=${lastMonth}`)), isWhole: true },
  'plan-as-of-form': { person: COORDINATOR, path: '/patients', prepare: inPatient('Linnea', 'Plan', async (page) => { await press('Plan actions')(page); await page.getByRole('menuitem', { name: 'As it was…' }).click(); }) },
  'plan-history': { person: COORDINATOR, path: '/patients', prepare: inPatient('Linnea', 'Plan', fromMenu('History')) },
  'difference': { person: COORDINATOR, path: '/patients', prepare: inPatient('Linnea', 'Plan', (page) => page.goto(`${page.url().split('?')[0]?.replace(/plan$/, 'difference')}?from=${lastMonth}&to=${new Date().toISOString().slice(0, 10)}`)), isWhole: true },
  'details-history': { person: COORDINATOR, path: '/patients', prepare: inPatient('Linnea', 'Details', (page) => page.getByRole('button', { name: /^History of/ }).last().click()) },
  'plan-many': { person: PT, path: '/patients', prepare: inPatient('Mei-Hua Tanaka-Broussard', 'Plan'), isWhole: true },
  'follow-ups': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Follow-ups'), isWhole: true },
  'follow-up': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Follow-ups', (page) => page.locator('[id^=follow-up-]').first().click()) },
  'follow-up-new': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Follow-ups', press('New follow-up')) },
  'background': { person: 'caleb.oyelaran', path: '/patients', prepare: inPatient('Gregory “Greg” Santangelo', 'Background'), isWhole: true },
  'background-symptom': { person: 'caleb.oyelaran', path: '/patients', prepare: inPatient('Gregory “Greg” Santangelo', 'Background', press('Add a symptom')), isWhole: true },
  'background-screen': { person: 'caleb.oyelaran', path: '/patients', prepare: inPatient('Gregory “Greg” Santangelo', 'Background', press('New screen')), isWhole: true },
  'plan-start': { person: COORDINATOR, path: '/patients', prepare: inPatient('Rosa Delgado-Nwosu', 'Plan', async (page) => { await press('Plan actions')(page); await page.getByRole('menuitem', { name: 'Start this plan' }).click(); }) },
  'plan-rosa': { person: COORDINATOR, path: '/patients', prepare: inPatient('Rosa Delgado-Nwosu', 'Plan'), isWhole: true },
  'copy-patient': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', copies), isWhole: true },
  'copy-team': { person: DOCTOR, path: '/patients', prepare: inPatient('Mei-Hua Tanaka-Broussard', 'Plan', async (page) => { await copies(page); await page.getByText('Team’s copy').click(); }), isWhole: true },
  'copy-nothing': { person: COORDINATOR, path: '/patients', prepare: inPatient('Ottilie Zielinska', 'Plan', copies) },
  'plan-goal': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', firstGoal) },
  'plan-goal-menu': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', (page) => page.getByRole('button', { name: /^Actions for/ }).first().click()) },
  'plan-goal-end': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', async (page) => { await fromMenu(/^Complete$/)(page); await press('Complete')(page); }) },
  'plan-goal-new': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', async (page) => { await press('Add goal')(page); await press('Propose the goal')(page); }) },
  'plan-goal-like': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', async (page) => { const words = await page.getByRole('button', { name: /^“/ }).first().innerText(); await press('Add goal')(page); await page.getByLabel(/ words/).fill(words.replaceAll(/[“”]/g, '')); await page.getByText('Like a goal that is open already').waitFor(); }) },
  'plan-part-new': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', async (page) => { await fromMenu('Plan a part')(page); await page.getByRole('combobox', { name: 'Activity' }).fill('program'); await page.getByRole('option', { name: /program/i }).first().waitFor(); }) },
  'plan-part': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', async (page) => { await page.locator('[id^="activity-0"]').first().click(); await page.getByRole('button', { name: 'Save', exact: true }).waitFor(); }) },
  'plan-edit': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', press('Edit the plan')) },
  'plan-many-goal': { person: PT, path: '/patients', prepare: inPatient('Mei-Hua Tanaka-Broussard', 'Plan', firstGoal) },
  'plan-peer-mentor': { person: 'philippa.nandakumar', path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan'), isWhole: true },
  'details': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Details'), isWhole: true },
  'details-edit': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Details', press('Edit')), isWhole: true },
  'details-allergy': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Details', async (page) => { await press('Record an allergy')(page); await press('Add a diagnosis')(page); await press('Remove Penicillin')(page); }), isWhole: true },
  'team': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Team & history'), isWhole: true },
  'team-add': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Team & history', async (page) => { await press('Add a member')(page); await press('Add to the team')(page); }) },
  'team-lead': { person: COORDINATOR, path: '/patients', prepare: inPatient('Keisha Adeyemi-Grant', 'Team & history', async (page) => { await page.getByRole('button', { name: 'Actions for Bridget Salazar, RN' }).click(); await page.getByRole('menuitem', { name: 'Make lead' }).click(); }) },
  'team-stand-in': { person: COORDINATOR, path: '/patients', prepare: inPatient('Keisha Adeyemi-Grant', 'Team & history', fromActions('Arrange a stand-in')) },
  'team-end': { person: COORDINATOR, path: '/patients', prepare: inPatient('Keisha Adeyemi-Grant', 'Team & history', fromActions('End the membership')) },
  'team-menu': { person: COORDINATOR, path: '/patients', prepare: inPatient('Keisha Adeyemi-Grant', 'Team & history', async (page) => { await page.getByRole('button', { name: 'Actions for Bridget Salazar, RN' }).click(); }) },
  'details-devices': { person: COORDINATOR, path: '/patients', prepare: inPatient('Otieno-Wright', 'Details'), isWhole: true },
  'details-device-form': { person: COORDINATOR, path: '/patients', prepare: inPatient('Otieno-Wright', 'Details', press('Edit Spinal cord stimulator')), isWhole: true },
  'team-consents': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Team & history'), isWhole: true },
  'team-consent-record': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Team & history', press('Record a consent')) },
  'team-consent-withdraw': { person: COORDINATOR, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Team & history', press('Withdraw Peer mentor sees the plan')) },
  'team-peer-mentor': { person: 'philippa.nandakumar', path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Team & history'), isWhole: true },
  'details-peer-mentor': { person: 'philippa.nandakumar', path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Details'), isWhole: true },
  'contact-menu': { person: PT, path: '/patients', prepare: inPatient('Marisol Okafor-Reyes', 'Plan', press('Open contact')) },
  'add-patient': { person: COORDINATOR, path: '/patients/new', isWhole: true },
  'add-patient-missing': { person: COORDINATOR, path: '/patients/new', prepare: async (page) => { await page.getByLabel('Given name').fill('Marisol'); await page.getByLabel('Family name').fill('Okafor-Reyes'); await page.getByText('Is this patient here already?').waitFor(); await press('Add patient')(page); }, isWhole: true },
  'no-such-patient': { person: PT, path: '/patients/0193fa00-0000-7000-8000-000000000000/plan' },
  'not-found': { person: PT, path: '/nowhere' },
  'find': { person: PT, path: '/patients', prepare: find('ma') },
  'menu': { person: PT, path: '/patients', prepare: (page) => page.getByRole('button', { name: /Your menu/ }).filter({ visible: true }).click() },
  'sessions': { person: PT, path: '/organization/sessions' },
  'people': { person: ADMINISTRATOR, path: '/organization/people' },
  'people-therapist': { person: PT, path: '/organization/people?search=nobody' },
  'people-invite': { person: ADMINISTRATOR, path: '/organization/people', prepare: async (page) => { await press('Invite a person')(page); await press('Send the invitation')(page); } },
  'people-edit': { person: ADMINISTRATOR, path: '/organization/people', prepare: fromActions('Edit') },
  'people-deactivate': { person: ADMINISTRATOR, path: '/organization/people', prepare: fromActions('Deactivate') },
  'access-log': { person: PRIVACY, path: '/organization/access-log' },
  'locked': { person: PT, path: '/patients', prepare: async (page) => { await page.getByRole('button', { name: /Your menu/ }).filter({ visible: true }).click(); await page.getByRole('menuitem', { name: 'Lock' }).click(); await page.getByRole('button', { name: 'Unlock' }).waitFor(); } },
};

/** Nothing loads and nothing moves any more. @param {Page} page */
async function settled(page) {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => !document.querySelector('.mantine-Skeleton-root'));
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)));
}

const executablePath = process.env.CHROMIUM_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const wanted = process.argv.slice(3);
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

/** @type {Map<string, Awaited<ReturnType<import('@playwright/test').BrowserContext['storageState']>>>} */
const keys = new Map();

/** @param {string} person */
async function keyOf(person) {
  const known = keys.get(person);
  if (known) return known;
  const context = await browser.newContext({ baseURL: address });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail address').fill(`${person}@lindenhall.example`);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('navigation', { name: 'Main' }).waitFor();
  const key = await context.storageState();
  await context.close();
  keys.set(person, key);
  return key;
}

for (const [name, { person, path, prepare, isWhole = false }] of Object.entries(STATES)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  for (const { name: look, width, height, scheme } of LOOKS) {
    const context = await browser.newContext({
      baseURL: address,
      viewport: { width, height },
      colorScheme: scheme,
      reducedMotion: 'reduce',
      storageState: person ? await keyOf(person) : undefined,
    });
    const page = await context.newPage();
    try {
      await page.goto(path);
      await settled(page);
      await prepare?.(page);
      await settled(page);
      await page.evaluate(() => window.scrollTo(0, 0)); // what sticks to the top stands at the top of the picture
      await page.screenshot({ path: `${folder}${name}-${look}.png`, fullPage: isWhole });
    } catch (error) {
      console.error(`${name} at ${look}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
    }
    await context.close();
    // What is locked stays locked for everybody with this key.
    if (name === 'locked' && person) keys.delete(person);
  }
}
await browser.close();
console.log(`Pictures are in ${folder}`);
