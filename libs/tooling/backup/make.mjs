import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { ClearError } from '../clear-error.mjs';
import { canEnter, serverAccount } from '../database/account.mjs';
import { giveDirectory, giveFile } from '../database/cluster.mjs';
import { keepLogIn, logFolder } from '../database/log-archive.mjs';
import { ABOUT, backupName, backupsIn, logOf, markOf, removeAbandoned, segmentAt, unfinished } from './backups.mjs';
import { verifyBase } from './verify.mjs';

/** @import { Account } from '../database/account.mjs' */
/** @import { Connections } from '../database.mjs' */
/** @import { About, Backup } from './backups.mjs' */

/** Any number: whoever holds it is the one who makes a backup. */
export const ONE_AT_A_TIME = 2_611_280_441;

/** Longer than a day's log takes; a disk that hangs must not keep the next night's backup out as well. */
const COPIED_WITHIN_MS = 1_800_000;

/**
 * A base backup of a running database, and its log from then on. The server itself writes the backup; it forgets about it when our
 * connection breaks.
 *
 * @param {Connections} database
 * @param {string} to
 * @returns {Promise<Backup>}
 */
export async function makeBackup(database, to) {
  const account = serverAccount(database.dataDir);
  const log = logOf(to);
  const client = new pg.Client({ connectionString: database.urlFor('superuser', 'postgres'), ...{ replication: 'database' } });
  await client.connect();
  try {
    await requireReady(client);
    const { databaseId, timeline } = await requireOwnFolder(client, to);
    mkdirSync(to, { recursive: true });
    removeAbandoned(to);
    giveDirectory(log, account);
    if (!canEnter(account, log)) throw new ClearError(`PostgreSQL runs as another account here, which cannot enter ${to}: choose a folder that everybody may pass through, with --to.`);
    keepHistory(database.dataDir, log, timeline, account);
    await directLog(client, database.dataDir, log, account);

    const folder = join(to, backupName(new Date()));
    const staging = unfinished(folder);
    try {
      giveDirectory(staging, account);
      const { firstSegment, from } = await copyFiles(client, staging);
      const until = await completeLog(client, log);
      await verifyBase(staging);
      /** @type {About} */
      const about = { databaseId, firstSegment, from, until, keyMark: markOf(database.recordKey) };
      writeFileSync(join(staging, ABOUT), `${JSON.stringify(about, null, 2)}\n`, { mode: 0o600, flush: true });
      giveFile(join(staging, ABOUT), account);
      syncFolder(staging);
      renameSync(staging, folder);
      syncFolder(to);
      return { ...about, name: basename(folder), folder };
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      throw error;
    }
  } finally {
    await client.end();
  }
}

/** @param {pg.Client} client */
async function requireReady(client) {
  const { rows } = await client.query(`SELECT pg_try_advisory_lock(${ONE_AT_A_TIME}) AS alone, current_setting('archive_mode') AS archives`);
  if (!rows[0].alone) throw new ClearError('Another backup is being made: wait for it to end.');
  if (rows[0].archives !== 'on') throw new ClearError('The clinic was started by an earlier Plexus, which kept no log: stop it, start it again, and repeat the backup.');
}

/** A restored database is the same one and may go on in the folder; another clinic's log must not mix with this one's. @param {pg.Client} client @param {string} to */
async function requireOwnFolder(client, to) {
  const { rows } = await client.query('IDENTIFY_SYSTEM');
  const databaseId = rows[0].systemid;
  if (backupsIn(to).some((backup) => backup.databaseId !== databaseId)) throw new ClearError(`${to} holds backups of another database: choose another folder with --to.`);
  return { databaseId, timeline: Number(rows[0].timeline) };
}

/**
 * A restore begins a new line of the log, with the first number that it finds no history of. So the history of this line lies with its log:
 * else a second restore would take the same number, and its log would clash with this one.
 *
 * @param {string} dataDir @param {string} log @param {number} timeline @param {Account} account
 */
function keepHistory(dataDir, log, timeline, account) {
  const name = `${timeline.toString(16).toUpperCase().padStart(8, '0')}.history`;
  const history = join(dataDir, 'pg_wal', name);
  if (!existsSync(history)) return; // the first line has none
  const copy = join(log, `${name}.gz`);
  writeFileSync(copy, gzipSync(readFileSync(history)), { mode: 0o600, flush: true });
  giveFile(copy, account);
}

/**
 * The log goes to the folder from now on. That it does is seen before anything long begins; when it cannot, it goes where it went before.
 *
 * @param {pg.Client} client @param {string} dataDir @param {string} log @param {Account} account
 */
async function directLog(client, dataDir, log, account) {
  const before = logFolder(dataDir);
  keepLogIn(dataDir, log, account);
  try {
    await completeLog(client, log);
  } catch (error) {
    keepLogIn(dataDir, before, account);
    throw error;
  }
}

/** @param {pg.Client} client @param {string} staging */
async function copyFiles(client, staging) {
  const options = [
    `LABEL '${basename(staging)}'`, `CHECKPOINT 'fast'`, 'WAL false', 'WAIT false', `MANIFEST 'yes'`, `MANIFEST_CHECKSUMS 'SHA256'`,
    `COMPRESSION 'gzip'`, `TARGET 'server'`, `TARGET_DETAIL '${staging.replaceAll("'", "''")}'`,
  ];
  const [start] = /** @type {pg.QueryResult[]} */ (/** @type {unknown} */ (await client.query(`BASE_BACKUP (${options.join(', ')})`)));
  const { recptr, tli } = start.rows[0];
  const { rows } = await client.query(`SELECT clock_timestamp() + interval '1 millisecond' AS "from", pg_sleep(0.002)`); // rounded up to what can be written down, and past
  return { firstSegment: segmentAt(Number(tli), recptr), from: rows[0].from.toISOString() };
}

/**
 * Ends the current piece of the log and waits until it is copied: what was acknowledged up to now is there. The transaction is for the
 * recovery, which knows that it has reached a moment by the first one after it.
 *
 * @param {pg.Client} client @param {string} log
 * @returns {Promise<string>} the moment up to which the log is complete
 */
async function completeLog(client, log) {
  const { rows: before } = await client.query('SELECT clock_timestamp() AS now, failed_count FROM pg_stat_archiver');
  await client.query('SELECT pg_current_xact_id()');
  const { rows } = await client.query('SELECT pg_walfile_name(pg_switch_wal()) AS segment');
  const deadline = Date.now() + COPIED_WITHIN_MS;
  while (!existsSync(join(log, `${rows[0].segment}.gz`))) {
    const { rows: now } = await client.query('SELECT failed_count FROM pg_stat_archiver');
    if (now[0].failed_count !== before[0].failed_count || Date.now() > deadline) {
      throw new ClearError(`PostgreSQL cannot copy its log of changes to ${log}: make room there, or choose another folder with --to. Its own words are at the end of the .log file beside the data. No backup was made.`);
    }
    await pause(50);
  }
  return before[0].now.toISOString();
}

/** @param {string} folder */
function syncFolder(folder) {
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
