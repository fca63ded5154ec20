import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { readArguments } from './arguments.mjs';
import { verifyBuiltIn } from './audit-verify.mjs';
import { prepare } from './prepare.mjs';
import { dataFolder, databaseFolder, say } from './workspace.mjs';

const USAGE = "npm run restore -- --from <folder> --at '2026-11-28T10:41:00+01:00' --into <folder>";
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;

/**
 * `npm run restore`: a database out of a backup and its log, as it was at a moment or at the end of the log; then `audit:verify` on it.
 *
 * @param {string[]} args
 */
export async function run(args) {
  const options = /** @type {const} */ ({ from: { type: 'string' }, at: { type: 'string' }, into: { type: 'string' }, 'without-key': { type: 'boolean' } });
  const { from, at, into, 'without-key': withoutKey = false } = readArguments(args, options, USAGE);
  if (!from) throw new ClearError(`--from is missing: the folder that "npm run backup" wrote to. It is written: ${USAGE}`);
  if (at && (!MOMENT.test(at) || Number.isNaN(Date.parse(at)))) throw new ClearError(`--at is a moment with its time zone, such as 2026-11-28T10:41:00+01:00 (it is "${at}").`);
  await prepare();
  const { restoreDatabase } = await import('../backup/restore.mjs'); // its packages are there only after the installation
  const folder = into ? resolve(into) : dataFolder();
  const dataDir = join(folder, 'postgres');
  const { lastChange, hasKey } = await restoreDatabase({ from: resolve(from), dataDir, at, recordKeys: knownKeys(), withoutKey, say });
  const heads = setHeadsAside(dataDir);

  say(`Restored to ${dataDir}; its last change is of ${lastChange}.`);
  const code = hasKey ? await verifyBuiltIn(dataDir) : 0;
  if (!hasKey) say('The records were not verified, for want of their key. What is written from now on can be, what is older cannot.');
  if (code !== 0) say('Not all records are whole, see above. The database is there all the same: it is what the backup held.');
  if (heads) say(`The heads noted before are now in ${heads}: the records they name may have been longer than they are now.`);
  say(into ? `Next: look at it with PLEXUS_DATA_DIR=${folder} npm start. No log of it is kept.` : `Next: npm start, then npm run backup -- --to ${resolve(from)}: until then no log is kept.`);
  return code;
}

/** @returns {string[]} */
function knownKeys() {
  const usual = `${databaseFolder()}.secrets.json`;
  return [process.env.PLEXUS_RECORD_KEY, existsSync(usual) && JSON.parse(readFileSync(usual, 'utf8')).recordKey].filter((key) => typeof key === 'string' && key !== '');
}

/** Heads of what was there before would call a record cut that only went back to a moment. @param {string} dataDir */
function setHeadsAside(dataDir) {
  const heads = `${dataDir}.heads.json`;
  if (!existsSync(heads)) return null;
  const aside = `${dataDir}.heads-before-restore.json`;
  renameSync(heads, aside);
  return aside;
}
