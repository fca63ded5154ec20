import { readSummary } from '../test-summary.mjs';
import { runTied } from './tied-process.mjs';
import { root } from './workspace.mjs';

/** @import { Summary } from '../test-summary.mjs' */
/** @import { Project } from './projects.mjs' */

/** More than these are no accident of a busy machine. */
const MOST_FILES = 4;

/** How a runner is told which files, and to take them one after another. A flow's project does not need the others first: they have run. */
const ARGUMENTS = {
  test: (/** @type {string[]} */ files) => ['--runInBand', '--runTestsByPath', ...files],
  e2e: (/** @type {string[]} */ files) => ['--workers=1', '--no-deps', ...files],
};

/**
 * Runs the few files again of which a test failed, by themselves, now that nothing runs beside them (decision 0041). What fails again has failed; what
 * passes is named as unsteady.
 *
 * @param {Project} project
 * @param {'test' | 'e2e'} target
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<Summary | null>} the whole runner's numbers now; null: there was nothing to ask again, or too much
 */
export async function askAgain({ name, folder }, target, env) {
  const first = readSummary(folder);
  if (!first) return null;
  const { failed, failures = [], notRun = [] } = first;
  const files = [...new Set([...failures, ...notRun].map((test) => test.split(' › ')[0] ?? ''))];
  // What failed outside of any test, such as the search of the logs, is in no file.
  if (failed !== failures.length || failed === 0 || files.length > MOST_FILES) return null;
  const { code } = await runTied(['npm', 'run', '--silent', '-w', name, target, '--', ...ARGUMENTS[target](files)], { cwd: root, env });
  if (code !== 0) return null;
  return { runner: first.runner, passed: first.passed + failed + notRun.length, failed: 0, skipped: first.skipped - notRun.length, unsteady: failures };
}
