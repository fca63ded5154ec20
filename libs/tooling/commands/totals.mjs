/** @import { Summary } from '../test-summary.mjs' */

/**
 * What `npm test` says at its end: a line for each runner, the name of each test that failed, what else failed, and last of all `123 passed, 0 failed`.
 * A runner that did not come to its end and a step that failed count as a failure each: the last line alone tells whether all is well.
 *
 * @param {{ name: string, summary: Summary | null }[]} runners
 * @param {{ name: string, ok: boolean }[]} steps lint, types, build
 * @returns {{ lines: string[], ok: boolean }}
 */
export function totals(runners, steps) {
  const failedSteps = steps.filter((step) => !step.ok);
  const lines = [
    ...runners.map(({ name, summary }) => `${name}: ${summary ? describe(summary) : 'did not finish'}`),
    ...runners.flatMap(({ summary }) => summary?.failures ?? []).map((name) => `failed: ${name}`),
    ...failedSteps.map(({ name }) => `${name}: failed`),
  ];
  const passed = sum(runners.map(({ summary }) => summary?.passed ?? 0));
  const failed = sum(runners.map(({ summary }) => summary?.failed ?? 1)) + failedSteps.length;
  return { lines: [...lines, `${passed} passed, ${failed} failed`], ok: failed === 0 };
}

/** @param {Summary} summary */
function describe({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
