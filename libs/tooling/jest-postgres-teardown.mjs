/** @import { TestServer } from './jest-postgres.mjs' */

/** Jest's globalTeardown: nothing of the run is left. */
export default async function teardown() {
  await /** @type {{ plexusTestServer?: TestServer }} */ (globalThis).plexusTestServer?.release();
}
