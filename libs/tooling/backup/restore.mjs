import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { extract } from 'tar';
import { ClearError } from '../clear-error.mjs';
import { canEnter, runAs, serverAccount } from '../database/account.mjs';
import { postgresBinaries } from '../database/binaries.mjs';
import { giveDirectory } from '../database/cluster.mjs';
import { keepLogIn } from '../database/log-archive.mjs';
import { claim, release } from '../database/owner-lock.mjs';
import { realPath, settleSecrets } from '../database/place.mjs';
import { backupsIn, logFrom, logOf, segmentAt } from './backups.mjs';
import { secretsForRestore } from './keys.mjs';
import { recover, setPasswords } from './recovery.mjs';
import { ARCHIVE, verifyBase } from './verify.mjs';

/** @import { Account } from '../database/account.mjs' */
/** @import { Backup } from './backups.mjs' */

/**
 * Makes a database out of a backup and its log, in a folder beside and moved into place, so that a half-restored one is never mistaken for
 * a database. Nothing that is there is overwritten.
 *
 * @param {object} options
 * @param {string} options.from
 * @param {string} options.dataDir
 * @param {string} [options.at] a moment; without it: to the end of the log
 * @param {string[]} options.recordKeys where the key may be found: the one that belongs to the backup is taken
 * @param {boolean} options.withoutKey the key is lost: a new one, with which no history verifies
 * @param {(line: string) => void} options.say
 * @returns {Promise<{ lastChange: string, hasKey: boolean }>} the moment of the last change that is in it
 */
export async function restoreDatabase({ from, dataDir, at, recordKeys, withoutKey, say }) {
  const backup = chooseBackup(from, at);
  const log = logOf(from);
  mkdirSync(dirname(dataDir), { recursive: true });
  const asked = realPath(dataDir);
  claim(asked);
  try {
    refuseData(asked);
    const hasKey = secretsForRestore({ dataDir: asked, keyMark: backup.keyMark, recordKeys, withoutKey });
    const secrets = settleSecrets(asked);
    const target = secrets.movedTo ?? asked;
    refuseData(target);
    const account = serverAccount(target);
    const { segments } = requireLog(backup, log, at, account);
    say(`Checking the backup ${backup.name} …`);
    await verifyBase(backup.folder);

    removeAbandoned(target);
    const workshop = mkdtempSync(`${target}.restore-`);
    try {
      giveDirectory(workshop, account);
      const made = join(workshop, 'data');
      giveDirectory(made, account);
      await extract({ file: join(backup.folder, ARCHIVE), cwd: made, strict: true, preserveOwner: false, ...account });
      keepLogIn(made, null); // a trial of the restore must not write into the clinic's log
      say(`Replaying the log of changes (${segments.length} pieces) …`);
      const native = postgresBinaries(account);
      const { lastChange, readUpTo, refusal } = await recover({ native, dataDir: made, account, log, at });
      if (refusal) throw new ClearError(explain({ refusal, backup, lastChange, at }));
      const last = /** @type {string} */ (segments.at(-1));
      if (!at && segmentAt(parseInt(last.slice(0, 8), 16), readUpTo) < last) {
        throw new ClearError(`The log in ${log} is damaged after ${lastChange ?? backup.from}: restore up to a moment before with --at.`);
      }
      setPasswords({ native, dataDir: made, account, secrets });
      renameSync(made, target);
      return { lastChange: lastChange ?? backup.from, hasKey };
    } finally {
      rmSync(workshop, { recursive: true, force: true });
    }
  } finally {
    release(asked);
  }
}

/** The newest backup that had ended at the moment. @param {string} from @param {string} [at] @returns {Backup} */
function chooseBackup(from, at) {
  const backups = backupsIn(from);
  if (backups.length === 0) throw new ClearError(`There is no backup in ${from}: --from names the folder that "npm run backup" wrote to.`);
  const moment = at ? new Date(at) : new Date();
  const chosen = backups.findLast((backup) => new Date(backup.from) <= moment);
  if (chosen && moment <= new Date()) return chosen;
  throw new ClearError(`${at} cannot be restored: ${from} goes back to ${backups[0].from}, and forward to ${backups.at(-1)?.until} and as far as the log was copied since.`);
}

/** @param {string} dataDir */
function refuseData(dataDir) {
  if (!existsSync(dataDir)) return;
  throw new ClearError(`There is a database in ${dataDir}, and a restore overwrites none: move it away (mv ${dataDir} ${dataDir}-before), or restore into another folder with --into.`);
}

/** @param {Backup} backup @param {string} log @param {string | undefined} at @param {Account} account */
function requireLog(backup, log, at, account) {
  const found = logFrom(backup, log);
  const [first, ...later] = found.segments;
  if (found.missing && (!at || found.missing === backup.firstSegment)) {
    const ends = found.segments.findLast((segment) => segment < /** @type {string} */ (found.missing));
    const remedy = ends ? `restore up to ${statSync(join(log, `${ends}.gz`)).mtime.toISOString()} at most, with --at` : 'find it, or move this backup away and restore from an older one';
    throw new ClearError(`A piece of the log is missing, ${join(log, `${found.missing}.gz`)}: ${remedy}.`);
  }
  const file = join(log, `${first}.gz`);
  const readable = canEnter(account, log) && spawnSync('/bin/sh', ['-c', 'test -r "$1"', 'sh', file], { ...runAs(account), cwd: '/' }).status === 0;
  if (!readable) throw new ClearError(`PostgreSQL runs as another account here (${account?.uid}), which cannot read ${file}: give it the folder (chown -R ${account?.uid} ${dirname(log)}), or restore as an ordinary user.`);
  return { segments: [/** @type {string} */ (first), ...later] };
}

/** @param {{ refusal: string, backup: Backup, lastChange: string | null, at?: string }} what */
function explain({ refusal, backup, lastChange, at }) {
  const reason = refusal.replace(/ \([^()]*\)$/, ''); // its log goes with the attempt
  const end = lastChange ?? backup.from;
  if (/before configured recovery target/.test(reason)) return `The log ends with a change of ${end} and says nothing of ${at}: restore a moment from ${backup.from} to ${end}, or all of it, without --at.`;
  if (/could not restore file/.test(reason)) return `The log is damaged after ${end}: restore up to a moment before with --at. (${reason})`;
  return reason;
}

/** Of restores that were killed. The caller holds the lock, so none of them is in use. @param {string} target */
function removeAbandoned(target) {
  const parent = dirname(target);
  for (const name of readdirSync(parent)) if (name.startsWith(`${basename(target)}.restore-`)) rmSync(join(parent, name), { recursive: true });
}
