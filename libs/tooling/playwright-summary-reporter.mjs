import { writeSummary } from './test-summary.mjs';

/** @import { FullConfig, Reporter, Suite } from '@playwright/test/reporter' */

/** Leaves this run's numbers where `npm test` adds them up. Playwright asks for a default export. @implements {Reporter} */
export default class PlaywrightSummaryReporter {
  errors = 0;

  /** @param {FullConfig} config @param {Suite} suite */
  onBegin(config, suite) {
    this.projectRoot = config.configFile ? new URL('.', `file://${config.configFile}`).pathname : config.rootDir;
    this.suite = suite;
  }

  /** A fault outside any test: the server did not start, a file cannot be loaded. */
  onError() {
    this.errors += 1;
  }

  onEnd() {
    const tests = this.suite?.allTests() ?? [];
    const ended = (/** @type {string[]} */ ...kinds) => tests.filter((test) => kinds.includes(test.outcome()));
    // A test that passed at its second attempt is a test that failed.
    const failed = ended('unexpected', 'flaky');
    writeSummary(this.projectRoot ?? process.cwd(), {
      runner: 'e2e',
      passed: ended('expected').length,
      failed: failed.length + this.errors,
      skipped: ended('skipped').length,
      failures: failed.map((test) => test.titlePath().slice(2).join(' › ')),
    });
  }

  printsToStdio() {
    return false;
  }
}
