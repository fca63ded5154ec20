import { statSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { readArguments } from './arguments.mjs';
import { builtInDatabase } from './built-in-database.mjs';
import { preparePackages } from './prepare.mjs';
import { databaseFolder, say } from './workspace.mjs';

const USAGE = 'npm run backup -- --to <folder> --keep <how many>';

/**
 * `npm run backup`: a base backup of the built-in database, running or stopped, and its log from then on.
 *
 * @param {string[]} args
 */
export async function run(args) {
  const { to, keep } = readArguments(args, { to: { type: 'string' }, keep: { type: 'string' } }, USAGE);
  if (keep !== undefined && !/^[1-9]\d*$/.test(keep)) throw new ClearError(`--keep is how many backups stay, 1 or more (it is "${keep}").`);
  if (process.env.DATABASE_URL) throw new ClearError('This is for the built-in database. How your own at DATABASE_URL is backed up: docs/backup.md.');
  await preparePackages();
  const { makeBackup } = await import('../backup/make.mjs'); // its packages are there only after the installation
  const { backupsIn, logOf, prune, sizeOf } = await import('../backup/backups.mjs');
  const { logFolder } = await import('../database/log-archive.mjs');
  const { database, release } = await builtInDatabase();
  try {
    const before = logFolder(database.dataDir);
    const target = resolve(to ?? (before ? dirname(before) : `${database.dataDir}-backups`));
    say(`Backing up to ${target} …`);
    const backup = await makeBackup(database, target);
    if (keep) prune(target, Number(keep));

    const all = backupsIn(target);
    const log = logOf(target);
    say(`Backup ${backup.folder}: ${megabytes(sizeOf(backup.folder))}, checked.`);
    say(`Every moment from ${all[0].from} to ${backup.until} can be restored; what comes after that, a minute later at most.`);
    const { bavail, bsize } = statfsSync(target);
    const sizes = all.map(({ folder }) => sizeOf(folder));
    say(`In the folder: ${megabytes(sum(sizes))} of backups (${all.length}), ${megabytes(sizeOf(log))} of the log, ${megabytes(bavail * bsize)} free.`);
    if (all.length > 1) say(`Older ones: ${all.length - 1} (${megabytes(sum(sizes.slice(0, -1)))}). They and their log can go when nobody will want to go back behind ${backup.from}: npm run backup -- --keep 1`);
    if (statSync(target).dev === statSync(database.dataDir).dev) say('It lies on the same disk as the data: that helps against mistakes, not against a broken disk. Copy the folder elsewhere, or name another disk with --to.');
    say(`The record key is not in it. Keep a copy apart from the backups: it is "recordKey" in ${databaseFolder()}.secrets.json.`);
    return 0;
  } finally {
    await release();
  }
}

/** @param {number} bytes */
const megabytes = (bytes) => `${(bytes / 1e6).toLocaleString('en', { maximumFractionDigits: bytes < 1e7 ? 1 : 0 })} MB`;

/** @param {number[]} numbers */
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
