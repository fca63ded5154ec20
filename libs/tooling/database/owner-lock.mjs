import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { ClearError } from '../clear-error.mjs';
import { processInfo } from './process-info.mjs';

/**
 * `<dataDir>.owner.json` says which Node process runs the database and, once it is up, on which port.
 * PostgreSQL's own lock names the server; this one names who would be surprised if the server were stopped.
 *
 * @typedef {{ pid: number, startedAt: string, port?: number, serverPid?: number }} Owner
 */

/** @param {string} dataDir */
export const lockFile = (dataDir) => `${dataDir}.owner.json`;

/** The living owner, or null. @param {string} dataDir */
export function livingOwner(dataDir) {
  const owner = parse(read(lockFile(dataDir)));
  return owner && isStillThere(owner) ? owner : null;
}

/**
 * Makes this process the owner. A lock whose owner is gone is taken over.
 *
 * @param {string} dataDir
 */
export function claim(dataDir) {
  const file = lockFile(dataDir);
  const mine = JSON.stringify({ pid: process.pid, startedAt: processInfo(process.pid)?.startedAt ?? '' });
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, mine);
  try {
    for (;;) {
      try {
        linkSync(temporary, file); // atomic, with its content: nobody ever reads half a lock
        return;
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
      removeStale(dataDir, file);
    }
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Lets others find the running server. @param {string} dataDir @param {{ port: number, serverPid: number }} server */
export function publish(dataDir, server) {
  const file = lockFile(dataDir);
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify({ ...parse(read(file)), ...server }));
  renameSync(temporary, file);
}

/** @param {string} dataDir */
export function release(dataDir) {
  if (parse(read(lockFile(dataDir)))?.pid === process.pid) rmSync(lockFile(dataDir), { force: true });
}

/** @param {string} dataDir @param {string} file */
function removeStale(dataDir, file) {
  const seen = read(file);
  const owner = parse(seen);
  if (owner && isStillThere(owner)) {
    throw new ClearError(`The database in ${dataDir} is in use by process ${owner.pid}: stop that one first.`);
  }
  // Two newcomers may both have seen the same stale lock. Only one can move it away; who moves a fresh one puts it back.
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== seen) linkSync(aside, file);
  rmSync(aside);
}

/** @param {Owner} owner */
function isStillThere(owner) {
  const found = processInfo(owner.pid);
  return found !== null && found.startedAt === owner.startedAt;
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** @param {string} text @returns {Owner | null} */
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
