import { chmodSync, chownSync, closeSync, existsSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exitOf, supervise } from './supervise.mjs';

/** @import { Account } from './account.mjs' */

/** @param {string} dataDir */
export const clusterExists = (dataDir) => existsSync(join(dataDir, 'PG_VERSION'));

/**
 * Makes an empty cluster: passwords only (never trust), checksums, UTF-8 by PostgreSQL's own locale so that sorting does not depend on the machine.
 * It is made in a folder beside and moved into place, so that a half-made one is never mistaken for a database.
 *
 * @param {{ native: string, dataDir: string, account: Account, superuserPassword: string, throwaway: boolean }} options
 */
export async function createCluster({ native, dataDir, account, superuserPassword, throwaway }) {
  removeAbandoned(dataDir);
  const workshop = mkdtempSync(`${dataDir}.init-`);
  try {
    const passwordFile = join(workshop, 'password');
    const log = join(workshop, 'log');
    const made = join(workshop, 'data');
    writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
    mkdirSync(made, { mode: 0o700 });
    for (const path of [workshop, passwordFile, made]) if (account) chownSync(path, account.uid, account.gid);

    const output = openSync(log, 'w');
    const child = supervise(
      [
        join(native, 'bin/initdb'), '--pgdata', made, '--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256',
        '--data-checksums', '--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8',
        '--no-instructions', ...(throwaway ? ['--no-sync'] : []),
      ],
      { account, output, stopSignal: 'TERM' },
    );
    closeSync(output);
    const code = await exitOf(child);
    if (code !== 0) throw new Error(`initdb failed in ${dataDir}: ${readFileSync(log, 'utf8').trim()}`);
    if (existsSync(dataDir) && readdirSync(dataDir).length === 0) rmSync(dataDir, { recursive: true });
    renameSync(made, dataDir);
  } finally {
    remove(workshop);
  }
}

/** Workshops of starts that were killed. The caller holds the lock, so none of them is in use. @param {string} dataDir */
function removeAbandoned(dataDir) {
  const parent = dirname(dataDir);
  for (const name of readdirSync(parent)) {
    if (name.startsWith(`${basename(dataDir)}.init-`)) remove(join(parent, name));
  }
}

/** An initdb that was told to stop may still be writing for a moment. @param {string} folder */
const remove = (folder) => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });

/** For the server's account, which must be able to enter what it lives in, and for nobody else. @param {string} directory @param {Account} account */
export function giveDirectory(directory, account) {
  mkdirSync(directory, { recursive: true });
  chmodSync(directory, 0o700);
  if (account && lstatSync(directory).uid !== account.uid) chownSync(directory, account.uid, account.gid);
}

/** @param {string} file @param {Account} account */
export function giveFile(file, account) {
  if (account) chownSync(file, account.uid, account.gid);
}
