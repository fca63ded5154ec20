import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { runAs } from '../database/account.mjs';
import { giveFile } from '../database/cluster.mjs';
import { fetchCommand } from '../database/log-archive.mjs';
import { APP, OWNER } from '../database/roles.mjs';
import { startServer } from '../database/server.mjs';

/** @import { Account } from '../database/account.mjs' */
/** @import { Secrets } from '../database/secrets.mjs' */

/** However long the log is. */
const FOR_EVER = Number.POSITIVE_INFINITY;

/**
 * What PostgreSQL said of a recovery.
 *
 * @typedef {object} Recovery
 * @property {string | null} lastChange when the last transaction was done that is in it
 * @property {string} readUpTo place in the log
 * @property {string | null} refusal why there is no database now
 */

/**
 * Lets PostgreSQL replay the log on the files of a base backup, up to a moment or to the end of the log, and stops it again.
 *
 * @param {{ native: string, dataDir: string, account: Account, log: string, at?: string }} options
 * @returns {Promise<Recovery>}
 */
export async function recover({ native, dataDir, account, log, at }) {
  const signal = join(dataDir, 'recovery.signal');
  writeFileSync(signal, '', { mode: 0o600 });
  giveFile(signal, account);
  const logFile = `${dataDir}.log`;
  const settings = {
    archive_mode: 'off',
    hot_standby: 'off', // nobody comes in before it is done
    restore_command: fetchCommand(log),
    recovery_target_timeline: 'current',
    ...(at && { recovery_target_time: at.replace('Z', '+00:00'), recovery_target_action: 'promote' }),
  };
  let refusal = null;
  try {
    const server = await startServer({ native, dataDir, logFile, account, throwaway: false, settings, startWithinMs: FOR_EVER });
    await server.stop();
  } catch (error) {
    if (!(error instanceof ClearError)) throw error;
    refusal = error.message;
  }
  const said = readFileSync(logFile, 'utf8');
  const [, lastChange] = /last completed transaction was at log time (.+)$/m.exec(said) ?? [];
  const [, readUpTo = '0/0'] = /redo done at (\S+)/.exec(said) ?? [];
  return { lastChange: lastChange ? lastChange.replace(' ', 'T').replace(/\+00$/, 'Z') : null, readUpTo, refusal };
}

/**
 * A backup holds no password; the database it becomes gets those of its new place. Single-user mode asks for none.
 *
 * @param {{ native: string, dataDir: string, account: Account, secrets: Secrets }} options
 */
export function setPasswords({ native, dataDir, account, secrets }) {
  const statements = [['postgres', secrets.superuser], [OWNER, secrets.owner], [APP, secrets.app]].map(([role, password]) => `ALTER ROLE ${role} PASSWORD '${password}';\n`);
  const { stdout, stderr } = spawnSync(join(native, 'bin/postgres'), ['--single', '-D', dataDir, 'postgres'], {
    ...runAs(account),
    cwd: '/',
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    input: statements.join(''),
    encoding: 'utf8',
  });
  const fault = /(ERROR|FATAL|PANIC): .*/.exec(`${stdout}${stderr}`);
  if (fault) throw new Error(`The passwords of the restored database could not be set: ${fault[0]}`);
}
