/** How the log of changes gets to the backups: it must never say "copied" too early, and say so when it cannot. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { watchLog } from '../commands/log-watch.mjs';
import { startDatabase } from '../database.mjs';
import { serverAccount } from '../database/account.mjs';
import { giveDirectory } from '../database/cluster.mjs';
import { ARCHIVE_COMMAND, fetchCommand, keepLogIn, logFolder } from '../database/log-archive.mjs';
import { folder, removeFolders } from './support/folders.mjs';
import { query } from './support/living-clinic.mjs';
import { until } from './support/run.mjs';

const SEGMENT = '00000001000000000000000A';

afterAll(removeFolders);

describe('a piece of the log', () => {
  /** @type {string} */
  let data;
  /** @type {string} */
  let log;
  beforeEach(() => {
    data = folder();
    log = join(folder(), "a clinic's 100% log");
    mkdirSync(log);
    writeFileSync(join(data, 'piece'), 'changes');
  });

  /** As the server does: in its data folder, with the piece's path and name put in. @param {string} command */
  const shell = (command) => spawnSync('/bin/sh', ['-c', command.replaceAll('%%', '\0').replaceAll('%p', 'piece').replaceAll('%f', SEGMENT).replaceAll('\0', '%')], { cwd: data }).status;
  const archive = () => shell(ARCHIVE_COMMAND);

  it('is let go while there are no backups', () => {
    expect(archive()).toBe(0);
    expect(readdirSync(log)).toEqual([]);
  });

  it('is copied for nobody else to read, and fetched again', () => {
    keepLogIn(data, log);
    expect(logFolder(data)).toBe(log);
    expect(archive()).toBe(0);
    expect(readdirSync(log)).toEqual([`${SEGMENT}.gz`]);
    expect(statSync(join(log, `${SEGMENT}.gz`)).mode & 0o777).toBe(0o600);
    rmSync(join(data, 'piece'));
    expect(shell(fetchCommand(log))).toBe(0);
    expect(readFileSync(join(data, 'piece'), 'utf8')).toBe('changes');
  });

  it('is copied once: the same again is well, another under its name is refused and the first one stays', () => {
    keepLogIn(data, log);
    expect([archive(), archive()]).toEqual([0, 0]);
    writeFileSync(join(data, 'piece'), 'other changes');
    expect(archive()).toBe(1);
    expect(gunzipSync(readFileSync(join(log, `${SEGMENT}.gz`))).toString()).toBe('changes');
  });

  it('is not let go when the folder is away, nor when half of it was copied before', () => {
    keepLogIn(data, log);
    renameSync(log, `${log}-away`);
    expect(archive()).not.toBe(0);
    expect(existsSync(log)).toBe(false);
    renameSync(`${log}-away`, log);
    writeFileSync(join(log, `${SEGMENT}.gz.part`), 'hal');
    expect(archive()).toBe(0);
    expect(gunzipSync(readFileSync(join(log, `${SEGMENT}.gz`))).toString()).toBe('changes');
  });

  it('that is damaged does not pass for the end of the log', () => {
    expect(shell(fetchCommand(log))).toBe(1);
    writeFileSync(join(log, `${SEGMENT}.gz`), gzipSync('changes').subarray(0, 12));
    expect(shell(fetchCommand(log))).toBe(255);
  });
});

it('a log that cannot be copied is kept, and said on the terminal; and that it is copied again', async () => {
  const dataDir = join(folder(), 'postgres');
  const log = join(folder(), 'log');
  const database = await startDatabase({ dataDir });
  /** @type {string[]} */
  const said = [];
  const stop = watchLog(database, (line) => said.push(line), 5); // so often that one is under way when the database stops
  /** Ends a piece of the log. @returns {Promise<string>} its name */
  const next = async () => (await query(database.superuserUrl, 'SELECT pg_current_xact_id(); SELECT pg_walfile_name(pg_switch_wal()) AS name'))[0].name;
  try {
    keepLogIn(database.dataDir, log, serverAccount(database.dataDir));
    const waiting = await next();
    await until('the failure said', () => said.length > 0);
    expect(said).toEqual([expect.stringMatching(/^The log of changes cannot be copied to .*\/log: is that disk full, or not there\? Nothing is lost, but the log piles up beside the data \(\d+ MB\)/)]);
    expect(existsSync(join(database.dataDir, 'pg_wal', waiting))).toBe(true);
    giveDirectory(log, serverAccount(database.dataDir));
    const last = await next();
    await until('the log copied', () => [waiting, last].every((name) => existsSync(join(log, `${name}.gz`))), 90_000); // the server tries again once a minute
    await until('the recovery said', () => said.length > 1);
    expect(said.slice(1)).toEqual([`The log of changes is copied to ${log} again.`]);
  } finally {
    stop();
    await database.stop();
  }
});
