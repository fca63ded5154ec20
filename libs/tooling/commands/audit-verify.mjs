import { join } from 'node:path';
import { builtInDatabase } from './built-in-database.mjs';
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
  return process.env.DATABASE_ADMIN_URL ? verify(process.env, args) : verifyBuiltIn(databaseFolder(), args);
}

/** @param {string} folder @param {string[]} [args] @returns {Promise<number>} exit code */
export async function verifyBuiltIn(folder, args = []) {
  const { database, release } = await builtInDatabase(folder);
  try {
    const { appUrl, adminUrl, recordKey } = database;
    return await verify({ ...process.env, DATABASE_URL: appUrl, DATABASE_ADMIN_URL: adminUrl, PLEXUS_RECORD_KEY: recordKey, PLEXUS_EMBEDDED: '1', PLEXUS_SEAL_FILE: `${folder}.heads.json` }, args);
  } finally {
    await release();
  }
}

/** @param {NodeJS.ProcessEnv} env @param {string[]} args */
async function verify(env, args) {
  const { code } = await runTied([process.execPath, '--enable-source-maps', join(root, 'apps/api/dist/audit-verify.js'), ...args], { cwd: root, env });
  return code;
}
