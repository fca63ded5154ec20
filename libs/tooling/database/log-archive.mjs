import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { giveFile } from './cluster.mjs';

/** @import { Account } from './account.mjs' */

/** In the data folder, which is where the server runs its commands: one line, the folder that the log is copied to. */
const LOG_FOLDER_FILE = 'plexus.log-folder';

/**
 * Copies a finished piece of the log, compressed: most of a piece is empty when a quiet minute ends it. The server asks again until this
 * succeeds and keeps the piece as long, so it must never say yes too early: the copy has reached the disk and has its name, or is there
 * already and the same. Before the first backup nobody wants the log, and it may go.
 */
export const ARCHIVE_COMMAND = `
test -e ${LOG_FOLDER_FILE} || exit 0
IFS= read -r log < ${LOG_FOLDER_FILE} || exit 1
copy="$log/%f.gz"
if test -e "$copy"; then
  gzip -dc "$copy" | cmp -s - "%p" && exit 0
  echo "$copy holds something else and is left as it is" >&2
  exit 1
fi
umask 077
gzip -c "%p" > "$copy.part" && sync "$copy.part" && mv "$copy.part" "$copy" && sync "$log"
`;

/**
 * Fetches a piece of the log for a recovery. That there is none is an answer, by which the end of the log is known; a damaged one must
 * not pass for the end, and an exit code above 125 stops the recovery.
 *
 * @param {string} log
 */
export function fetchCommand(log) {
  const folder = `'${log.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
  return `test -e ${folder}/%f.gz || exit 1; gzip -dc ${folder}/%f.gz > "%p" || exit 255`;
}

/**
 * From now on the server copies its log to this folder; null: nowhere.
 *
 * @param {string} dataDir @param {string | null} log @param {Account} [account]
 */
export function keepLogIn(dataDir, log, account = null) {
  const file = join(dataDir, LOG_FOLDER_FILE);
  if (log === null) return rmSync(file, { force: true });
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, `${log}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  giveFile(`${file}.new`, account);
  renameSync(`${file}.new`, file);
}

/** Where the server copies its log to, or null. @param {string} dataDir */
export function logFolder(dataDir) {
  try {
    return readFileSync(join(dataDir, LOG_FOLDER_FILE), 'utf8').trimEnd();
  } catch {
    return null;
  }
}
