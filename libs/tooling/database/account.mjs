import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { ClearError } from '../clear-error.mjs';

/** @typedef {{ uid: number, gid: number } | null} Account null: the server runs as whoever runs us */

/**
 * PostgreSQL refuses to run as root. Root lends it an account that is there already, so that nothing on the system changes:
 * the one that owns the data, else "postgres", else "nobody".
 *
 * @param {string} dataDir
 * @returns {Account}
 */
export function serverAccount(dataDir) {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(dataDir)) {
    const { uid, gid } = statSync(dataDir);
    if (uid !== 0) return { uid, gid };
  }
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const row = accounts.find(([name]) => name === 'postgres') ?? accounts.find(([name]) => name === 'nobody');
  if (!row) throw new ClearError('PostgreSQL does not run as root, and there is neither a "postgres" nor a "nobody" account: run as another user, or set DATABASE_URL.');
  return { uid: Number(row[2]), gid: Number(row[3]) };
}

/**
 * Whether the account can enter a directory. Asked as that account, so that groups and access lists count too.
 *
 * @param {Account} account
 * @param {string} directory
 */
export function canEnter(account, directory) {
  if (!account) return true;
  const asked = spawnSync('/bin/sh', ['-c', 'test -r "$1" && test -x "$1"', 'sh', directory], { ...account, cwd: '/' });
  return asked.status === 0;
}

/** What to add to spawn's options. @param {Account} account */
export const runAs = (account) => (account ? { uid: account.uid, gid: account.gid } : {});
