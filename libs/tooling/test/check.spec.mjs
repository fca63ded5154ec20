/** `npm test` with a stand-in for Nx that plays what it is told: the totals, and that no failure is lost. */
import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { aClone } from './support/clone.mjs';
import { removeFolders } from './support/folders.mjs';
import { killAll, start } from './support/processes.mjs';
import { repository } from './support/run.mjs';

const NX = `
const { appendFileSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const args = process.argv.slice(2);
const play = JSON.parse(readFileSync('play.json', 'utf8'));
appendFileSync('asked.log', args.join(' ') + ' long=' + process.env.PLEXUS_LONG + '\\n');
const mine = Object.entries(play.tasks).filter(([task]) => args.includes(task.split(':')[1]));
for (const [folder, summary] of Object.entries(args.includes('test') ? play.summaries : {})) {
  mkdirSync(folder + '/test-results', { recursive: true });
  writeFileSync(folder + '/test-results/summary.json', JSON.stringify(summary));
}
mkdirSync('.nx/cache', { recursive: true });
if (!play.crash) writeFileSync('.nx/cache/run.json', JSON.stringify({ tasks: mine.map(([taskId, status]) => ({ taskId, status })) }));
process.exit(mine.some(([, status]) => status) ? 1 : 0);
`;

/** @type {ReturnType<typeof aClone>} */
let clone;
beforeAll(() => {
  clone = aClone();
  writeFileSync(join(clone.root, 'node_modules/nx/dist/bin/nx.js'), NX);
});
afterEach(killAll);
afterAll(removeFolders);

const ALL_WELL = {
  '@plexus/api:build': 0,
  '@plexus/api:test': 0,
  '@plexus/web:build': 0,
  '@plexus/web:test': 0,
  '@plexus/tooling:lint': 0,
  '@plexus/tooling:typecheck': 0,
  '@plexus/tooling:test': 0,
};
const summary = (passed, failed = 0, skipped = 0) => ({ runner: 'x', passed, failed, skipped });
const SUMMARIES = { 'apps/api': summary(100, 0, 2), 'apps/web': summary(20), 'libs/tooling': summary(3) };

/** @param {object} play @param {string[]} [args] */
async function npmTest(play, args = ['test']) {
  writeFileSync(join(clone.root, 'play.json'), JSON.stringify({ tasks: ALL_WELL, summaries: SUMMARIES, ...play }));
  const npm = clone.npm(args);
  const code = await npm.ended;
  return { code, lines: npm.lines.filter((line) => line && !line.startsWith('npm ')) };
}

it('ends with the sum of all runners', async () => {
  const { code, lines } = await npmTest({});
  expect(lines.slice(-4)).toEqual([
    'test @plexus/api: 100 passed, 0 failed, 2 skipped',
    'test @plexus/web: 20 passed, 0 failed',
    'test @plexus/tooling: 3 passed, 0 failed',
    '123 passed, 0 failed',
  ]);
  expect(code).toBe(0);
});

it('asks for the full numbers with npm run test:long', async () => {
  expect((await npmTest({}, ['run', 'test:long'])).code).toBe(0);
  expect(clone.read('asked.log').trim().split('\n').at(-1)).toMatch(/-t lint typecheck test .* long=1$/);
});

it.each([
  ['a test fails', { tasks: { ...ALL_WELL, '@plexus/api:test': 1 }, summaries: { ...SUMMARIES, 'apps/api': summary(99, 1) } }, '122 passed, 1 failed'],
  ['a runner fails with all tests passed', { tasks: { ...ALL_WELL, '@plexus/api:test': 1 } }, '123 passed, 1 failed'],
  ['lint fails', { tasks: { ...ALL_WELL, '@plexus/tooling:lint': 1 } }, '123 passed, 1 failed'],
  ['the build fails', { tasks: { '@plexus/api:build': 1, '@plexus/tooling:lint': 0, '@plexus/tooling:typecheck': 0, '@plexus/web:build': 0, '@plexus/web:test': 0, '@plexus/tooling:test': 0 }, summaries: { 'apps/web': summary(20), 'libs/tooling': summary(3) } }, '23 passed, 2 failed'],
  ['a runner says nothing, though it did before', { summaries: { 'apps/web': summary(20), 'libs/tooling': summary(3) } }, '23 passed, 1 failed'],
])('tells when %s', async (_name, play, last) => {
  const { code, lines } = await npmTest(play);
  expect(lines.at(-1)).toBe(last);
  expect(code).toBe(1);
});

it('tells when Nx itself fails', async () => {
  const { code, lines } = await npmTest({ crash: true, summaries: {} });
  expect(lines.at(-1)).toMatch(/^0 passed, [1-9]\d* failed$/);
  expect(code).toBe(1);
});

it('is what .ci/run runs', async () => {
  const file = join(repository, '.ci/run');
  expect(statSync(file).mode & 0o111).toBe(0o111);
  mkdirSync(join(clone.root, '.ci'));
  copyFileSync(file, join(clone.root, '.ci/run'));
  for (const [play, code, last] of /** @type {const} */ ([
    [{ tasks: ALL_WELL, summaries: SUMMARIES }, 0, '123 passed, 0 failed'],
    [{ tasks: { ...ALL_WELL, '@plexus/tooling:lint': 1 }, summaries: SUMMARIES }, 1, '123 passed, 1 failed'],
  ])) {
    writeFileSync(join(clone.root, 'play.json'), JSON.stringify(play));
    const run = start([join(clone.root, '.ci/run')], { cwd: '/', env: process.env });
    expect(await run.ended).toBe(code);
    expect(run.lines.at(-1)).toBe(last);
  }
});
