import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ClearError } from '../clear-error.mjs';
import { ARCHIVE_COMMAND } from './log-archive.mjs';
import { isAlive, processInfo } from './process-info.mjs';
import { exitOf, supervise } from './supervise.mjs';

/** @import { Account } from './account.mjs' */

const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 20_000;
const LOG_LIMIT = 5_000_000;

/** What another attempt may cure: a port lost to somebody else, or workers of a killed server that are not quite gone. */
const PASSING = /Address already in use|pre-existing shared memory block|lock file "postmaster.pid" already exists/;

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Error messages and statements carry values, and the values are patients'. The log keeps only what the server says of itself.
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** The log goes where the backups are, once there are any: no change is more than a minute away from it. */
const LASTING_SETTINGS = {
  archive_mode: 'on',
  archive_command: ARCHIVE_COMMAND,
  archive_timeout: '60',
};

/** Speed for databases nobody will miss. The name is ours: the API's start-up check asks for it before it accepts fsync = off. */
const THROWAWAY_SETTINGS = {
  'plexus.throwaway': 'on',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum_naptime: '10min',
};

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {number} pid of the server itself
 * @property {Promise<number>} exited settles when it ends, wanted or not
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ native: string, dataDir: string, logFile: string, account: Account, port?: number, throwaway: boolean, removeAfterwards?: string, settings?: Record<string, string>, startWithinMs?: number }} options
 *   `settings`: more of them, for a recovery
 * @returns {Promise<Server>}
 */
export async function startServer(options) {
  const deadline = Date.now() + (options.startWithinMs ?? START_WITHIN_MS);
  for (;;) {
    await stopOrphan(options.dataDir);
    const outcome = await tryToStart(options, options.port || (await freePort()), deadline);
    if (outcome.server) return outcome.server;
    if (!PASSING.test(outcome.log) || Date.now() > deadline || options.port) {
      throw new ClearError(`PostgreSQL did not start in ${options.dataDir}: ${lastReason(outcome.log)} (${options.logFile})`);
    }
    await pause(100);
  }
}

/** @param {Parameters<typeof startServer>[0]} options @param {number} port @param {number} deadline */
async function tryToStart({ native, dataDir, logFile, account, throwaway, removeAfterwards, settings = {} }, port, deadline) {
  const output = openSync(logFile, 'a+', 0o600);
  if (fstatSync(output).size > LOG_LIMIT) ftruncateSync(output);
  const before = fstatSync(output).size;
  const all = Object.entries({ ...SETTINGS, ...(throwaway ? THROWAWAY_SETTINGS : LASTING_SETTINGS), ...settings });
  const child = supervise(
    [join(native, 'bin/postgres'), '-D', dataDir, '-p', String(port), ...all.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { account, output, stopSignal: 'INT', removeAfterwards },
  );
  closeSync(output);

  let ended = false;
  const exited = exitOf(child).finally(() => (ended = true));
  for (;;) {
    const pid = readyPid(dataDir);
    if (pid) {
      // The server must not keep a script alive that has nothing else to do.
      child.unref();
      /** @type {import('node:net').Socket} */ (child.stdin).unref();
      return { server: { port, pid, exited, stop: () => stop(child, pid, exited) } };
    }
    if (ended) return { log: readFileSync(logFile).subarray(before).toString() };
    if (Date.now() > deadline) {
      child.stdin?.end();
      await exited;
      return { log: 'it was not ready in time' };
    }
    await pause(5);
  }
}

/** The server writes its state to the eighth line of its own lock file. @param {string} dataDir */
function readyPid(dataDir) {
  const lines = lockLines(dataDir);
  return lines[7]?.trim() === 'ready' ? Number(lines[0]) : 0;
}

/** @param {string} dataDir */
function lockLines(dataDir) {
  try {
    return readFileSync(join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** @param {import('node:child_process').ChildProcess} child @param {number} pid @param {Promise<number>} exited */
async function stop(child, pid, exited) {
  child.ref(); // else Node would be free to end while it waits
  child.stdin?.end();
  await exited;
  await gone(pid); // the shell may have been killed before its server
}

/**
 * A server whose owner is gone would hold the data for ever; and a lock file that names a zombie would keep a new one from starting.
 * The caller holds our own lock, so whatever still runs here has lost its owner.
 *
 * @param {string} dataDir
 */
async function stopOrphan(dataDir) {
  const pid = Number(lockLines(dataDir)[0]);
  if (!pid) return;
  const found = processInfo(pid);
  if (found?.command.includes(dataDir)) {
    signal(pid, 'SIGINT');
    await gone(pid);
  }
  const lock = join(dataDir, 'postmaster.pid');
  if (existsSync(lock) && Number(lockLines(dataDir)[0]) === pid) rmSync(lock, { force: true });
}

/** @param {number} pid */
async function gone(pid) {
  const patience = Date.now() + STOP_WITHIN_MS;
  while (isAlive(pid)) {
    if (Date.now() > patience) signal(pid, 'SIGQUIT'); // stops at once; the next start recovers from the log
    if (Date.now() > patience + STOP_WITHIN_MS) throw new ClearError(`PostgreSQL (process ${pid}) does not stop.`);
    await pause(20);
  }
}

/** @param {number} pid @param {NodeJS.Signals} name */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}

/** @param {string} log */
function lastReason(log) {
  const lines = log.trim().split('\n');
  return (lines.findLast((line) => /FATAL|PANIC|error/.test(line)) ?? lines.at(-1) ?? '').replace(/^.*?(FATAL|PANIC): +/, '');
}
