import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { prepare } from './prepare.mjs';
import { runTied } from './tied-process.mjs';
import { databaseFolder, root } from './workspace.mjs';

/**
 * `npm run audit:verify`: walks every patient's chain. Works beside a running `npm start`, on a stopped one, and on a database of one's own.
 *
 * @param {string[]} args
 */
export async function run(args) {
  await prepare();
  const { env, stop } = await findDatabase();
  try {
    const verifier = [process.execPath, '--enable-source-maps', join(root, 'apps/api/dist/audit-verify.js'), ...args];
    const { code } = await runTied(verifier, { cwd: root, env: { ...process.env, ...env } });
    return code;
  } finally {
    await stop();
  }
}

async function findDatabase() {
  if (process.env.DATABASE_ADMIN_URL) return { env: {}, stop: async () => {} };
  const { runningDatabase, startDatabase } = await import('../database.mjs');
  const folder = databaseFolder();
  if (!existsSync(`${folder}.secrets.json`)) throw new ClearError(`There is no database in ${folder} yet: run npm start first, or set DATABASE_ADMIN_URL.`);
  const running = runningDatabase({ dataDir: folder });
  const database = running ?? (await startDatabase({ dataDir: folder }));
  return {
    env: { DATABASE_URL: database.appUrl, DATABASE_ADMIN_URL: database.adminUrl, PLEXUS_RECORD_KEY: database.recordKey, PLEXUS_EMBEDDED: '1', PLEXUS_SEAL_FILE: `${folder}.heads.json` },
    stop: async () => ('stop' in database ? /** @type {import('../database.mjs').Database} */ (database).stop() : undefined),
  };
}
