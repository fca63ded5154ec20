import { createHmac } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ClearError } from '../clear-error.mjs';

/**
 * A folder of backups: one folder for each base backup, and `log`, in which the changes since the first of them go on.
 *
 * @typedef {object} About
 * @property {string} databaseId PostgreSQL's number of the cluster, which a restored one keeps
 * @property {string} firstSegment the piece of the log with which a recovery begins
 * @property {string} from the earliest moment that can be restored from here
 * @property {string} until up to here the log was complete when the backup was made; it goes on
 * @property {string} keyMark which record key belongs to it
 *
 * @typedef {About & { name: string, folder: string }} Backup
 */

export const ABOUT = 'about.json';

const NAME = /^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
const SEGMENT = /^[0-9A-F]{24}\.gz$/;
/** A segment, or the note that PostgreSQL adds to the first one of a backup. */
const PIECE = /^[0-9A-F]{24}\./;

/** @param {Date} moment */
export const backupName = (moment) => `${moment.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;

/** @param {string} to */
export const logOf = (to) => join(to, 'log');

/** In the making, or about to go: never taken for a backup. @param {string} folder */
export const unfinished = (folder) => `${folder}.part`;

/** The backups that are whole, oldest first. @param {string} to @returns {Backup[]} */
export function backupsIn(to) {
  if (!existsSync(to)) return [];
  return readdirSync(to)
    .filter((name) => NAME.test(name))
    .sort()
    .map((name) => ({ ...readAbout(join(to, name)), name, folder: join(to, name) }));
}

/** @param {string} folder @returns {About} */
function readAbout(folder) {
  try {
    return JSON.parse(readFileSync(join(folder, ABOUT), 'utf8'));
  } catch (error) {
    throw new ClearError(`The backup in ${folder} is damaged (${error.message}): move it away.`);
  }
}

/** Names a key without telling anything of it. @param {string} recordKey */
export const markOf = (recordKey) => createHmac('sha256', Buffer.from(recordKey, 'hex')).update('plexus backup').digest('hex').slice(0, 16);

/** The piece of the log that a place in it lies in: 16 MB each, numbered. @param {number} timeline @param {string} place such as 0/2000028 */
export function segmentAt(timeline, place) {
  const [high, low] = place.split('/').map((part) => parseInt(part, 16));
  return [timeline, high, low >>> 24].map((number) => number.toString(16).toUpperCase().padStart(8, '0')).join('');
}

/** @param {string} segment */
function segmentAfter(segment) {
  const next = BigInt(`0x${segment.slice(8, 16)}${segment.slice(22)}`) + 1n;
  const digits = next.toString(16).toUpperCase().padStart(10, '0');
  return `${segment.slice(0, 8)}${digits.slice(0, 8)}000000${digits.slice(8)}`;
}

/** All pieces of the log. @param {string} log */
const segmentsIn = (log) => readdirSync(log).filter((file) => SEGMENT.test(file)).map((file) => file.slice(0, 24)).sort();

/**
 * The pieces of the log from a backup on, and the first that is missing although later ones are there.
 *
 * @param {Backup} backup @param {string} log
 */
export function logFrom({ firstSegment }, log) {
  const there = segmentsIn(log).filter((segment) => segment.slice(0, 8) === firstSegment.slice(0, 8) && segment >= firstSegment);
  let expected = firstSegment;
  for (const segment of there) {
    if (segment !== expected) return { segments: there, missing: expected };
    expected = segmentAfter(segment);
  }
  return { segments: there, missing: there.length === 0 ? firstSegment : null };
}

/** Removes all but the newest backups, and the log that only those needed. @param {string} to @param {number} keep */
export function prune(to, keep) {
  const backups = backupsIn(to);
  for (const { folder } of backups.slice(0, -keep)) {
    renameSync(folder, unfinished(folder)); // first of all it stops being a backup
    rmSync(unfinished(folder), { recursive: true });
  }
  const log = logOf(to);
  const needed = backups.slice(-keep).map(({ firstSegment }) => firstSegment);
  for (const file of readdirSync(log).filter((name) => PIECE.test(name))) {
    const sameLine = needed.filter((first) => first.slice(0, 8) === file.slice(0, 8));
    if (!sameLine.some((first) => file >= first)) rmSync(join(log, file));
  }
}

/** Of making one that was killed. The caller sees to it that nobody else makes one here. @param {string} to */
export function removeAbandoned(to) {
  for (const name of readdirSync(to)) if (name.endsWith('.part') && NAME.test(name.slice(0, -5))) rmSync(join(to, name), { recursive: true });
}

/** @param {string} folder @returns {number} bytes in all the files of a folder */
export function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, file) => sum + (file.isFile() ? statSync(join(folder, file.name)).size : 0), 0);
}
