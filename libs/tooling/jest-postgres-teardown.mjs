import { rmSync } from 'node:fs';
import { reportSweep } from './log-sweep.mjs';

/** @import { TestServer } from './jest-postgres.mjs' */

/** Jest's globalTeardown: nothing of the run is left, but for logs that say what they must not. */
export default async function teardown() {
  await /** @type {{ plexusTestServer?: TestServer }} */ (globalThis).plexusTestServer?.release();
  const logs = process.env.PLEXUS_TEST_LOGS;
  if (!logs) return; // the setup failed
  reportSweep(logs);
  rmSync(logs, { recursive: true });
}
