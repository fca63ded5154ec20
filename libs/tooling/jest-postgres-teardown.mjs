import { rmSync } from 'node:fs';
import { reportSweep } from './log-sweep.mjs';
import { readSummary, writeSummary } from './test-summary.mjs';

/** @import { Config } from '@jest/reporters' */
/** @import { TestServer } from './jest-postgres.mjs' */

/** Jest's globalTeardown: nothing of the run is left, but for logs that say what they must not. */
export default async function teardown(/** @type {Config.GlobalConfig} */ { rootDir }) {
  await /** @type {{ plexusTestServer?: TestServer }} */ (globalThis).plexusTestServer?.release();
  const logs = process.env.PLEXUS_TEST_LOGS;
  if (!logs) return; // the setup failed
  try {
    reportSweep(logs);
  } catch (error) {
    const summary = readSummary(rootDir);
    // A failure in no file: it is not asked again by itself, where there would be less to find.
    if (summary) writeSummary(rootDir, { ...summary, failed: summary.failed + 1 });
    throw error;
  }
  rmSync(logs, { recursive: true });
}
