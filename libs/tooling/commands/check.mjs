import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSummary, summaryFile } from '../test-summary.mjs';
import { chromium } from './chromium.mjs';
import { haproxy } from './haproxy.mjs';
import { install } from './install.mjs';
import { projects } from './projects.mjs';
import { runTied } from './tied-process.mjs';
import { totals } from './totals.mjs';
import { buildEnvironment, requireWritable, root, say } from './workspace.mjs';

/**
 * `npm test`: lint, types, build, tests and end-to-end tests of every project; with --long (`npm run test:long`) the same tests with
 * their full numbers.
 *
 * @param {string[]} args
 */
export async function run(args) {
  requireWritable(root);
  await install();
  const all = projects();
  const hasFlows = all.some((project) => project.targets.includes('e2e'));
  const env = buildEnvironment({
    PLEXUS_LONG: args.includes('--long') ? '1' : '',
    ...(hasFlows && { CHROMIUM_PATH: await chromium(), HAPROXY_PATH: await haproxy() }),
  });

  const runners = all.flatMap((project) => ['test', 'e2e'].filter((target) => project.targets.includes(target)).map((target) => ({ project, target })));
  // A number left by an earlier run must not stand in for one that is missing now; Nx brings a cached one back.
  for (const { project } of runners) rmSync(summaryFile(project.folder), { force: true });

  /** @type {Map<string, boolean>} */
  const outcomes = new Map();
  for (const targets of [['build'], ['lint', 'typecheck', 'test'], ['e2e']]) {
    if (!all.some((project) => targets.some((target) => project.targets.includes(target)))) continue;
    // A browser finds nothing in what could not be built.
    if (targets.includes('e2e') && all.some(({ name }) => outcomes.get(`${name}:build`) === false)) break;
    for (const [task, ok] of await nxRun(targets, env)) outcomes.set(task, ok);
  }

  const steps = all.flatMap(({ name, targets }) =>
    ['build', 'lint', 'typecheck'].filter((target) => targets.includes(target)).map((target) => ({ name: `${target} ${name}`, ok: outcomes.get(`${name}:${target}`) === true })),
  );
  const counted = runners.map(({ project, target }) => {
    const summary = readSummary(project.folder);
    const ok = outcomes.get(`${project.name}:${target}`) === true;
    // A runner may fail with every test passed (a coverage threshold, a leaked handle): its word counts.
    return { name: `${target} ${project.name}`, summary: summary && !ok && summary.failed === 0 ? { ...summary, failed: 1 } : summary };
  });
  const { lines, ok } = totals(counted, steps);
  say('');
  for (const line of lines) say(line);
  return ok ? 0 : 1;
}

/** @param {string[]} targets @param {NodeJS.ProcessEnv} env @returns {Promise<[task: string, ok: boolean][]>} */
async function nxRun(targets, env) {
  const record = join(root, '.nx/cache/run.json');
  rmSync(record, { force: true });
  await runTied([process.execPath, join(root, 'node_modules/nx/dist/bin/nx.js'), 'run-many', '-t', ...targets, '--parallel=3', '--output-style=static'], { cwd: root, env });
  try {
    /** @type {{ tasks: { taskId: string, status: number }[] }} what did not run because of a failure before it is not in it */
    const { tasks } = JSON.parse(readFileSync(record, 'utf8'));
    return tasks.map(({ taskId, status }) => [taskId, status === 0]);
  } catch {
    return []; // Nx itself failed and has said why: every task counts as not done
  }
}
