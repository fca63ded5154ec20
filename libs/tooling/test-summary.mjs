import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * What one runner counted. It lies in the project's test-results, a declared output of the `test` and `e2e` targets: Nx brings it
 * back together with a cached result, so the totals of `npm test` are right also for what did not have to run again.
 *
 * `failures` names each test that failed, and a file that could not be loaded.
 *
 * @typedef {{ runner: string, passed: number, failed: number, skipped: number, failures?: string[] }} Summary
 */

/** @param {string} projectRoot */
export const summaryFile = (projectRoot) => join(projectRoot, 'test-results', 'summary.json');

/** @param {string} projectRoot @param {Summary} summary */
export function writeSummary(projectRoot, summary) {
  const file = summaryFile(projectRoot);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(summary)}\n`);
}

/** @param {string} projectRoot @returns {Summary | null} null when the runner did not come to its end */
export function readSummary(projectRoot) {
  try {
    return JSON.parse(readFileSync(summaryFile(projectRoot), 'utf8'));
  } catch {
    return null;
  }
}
