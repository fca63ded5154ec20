import { relative } from 'node:path';
import { writeSummary } from './test-summary.mjs';

/** @import { AggregatedResult, Config } from '@jest/reporters' */

/** Leaves this run's numbers where `npm test` adds them up. Jest asks for a default export. */
export default class JestSummaryReporter {
  /** @param {Config.GlobalConfig} config */
  constructor(config) {
    this.rootDir = config.rootDir;
  }

  /** @param {unknown} _contexts @param {AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const runner = results.testResults.find((file) => file.displayName)?.displayName?.name ?? 'jest';
    writeSummary(this.rootDir, {
      runner,
      passed: results.numPassedTests,
      // A file that cannot even be loaded has no tests to fail; it must not pass for an empty one.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
      failures: results.testResults.flatMap((file) => {
        const name = relative(this.rootDir, file.testFilePath);
        const failed = file.testResults.filter(({ status }) => status === 'failed').map(({ fullName }) => `${name} › ${fullName}`);
        return failed.length === 0 && file.testExecError ? [name] : failed;
      }),
    });
  }
}
