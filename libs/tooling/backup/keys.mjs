import { existsSync } from 'node:fs';
import { ClearError } from '../clear-error.mjs';
import { readOrMakeSecrets, readSecrets, secretsFile } from '../database/secrets.mjs';
import { markOf } from './backups.mjs';

/**
 * The record key does not lie with the backups: beside the data it would prove nothing. Sees to it that the new place has the right one.
 *
 * @param {{ dataDir: string, keyMark: string, recordKeys: string[], withoutKey: boolean }} options
 * @returns {boolean} whether it has; only `withoutKey` puts up with less
 */
export function secretsForRestore({ dataDir, keyMark, recordKeys, withoutKey }) {
  const file = secretsFile(dataDir);
  if (existsSync(file)) {
    const fits = markOf(readSecrets(dataDir).recordKey) === keyMark;
    if (!fits && !withoutKey) throw new ClearError(`${file} belongs to another database: move it away, or restore into another folder with --into.`);
    return fits;
  }
  const recordKey = recordKeys.find((key) => markOf(key) === keyMark);
  if (!recordKey && !withoutKey) {
    throw new ClearError('The record key of this clinic is not here, without which no history can be proved: set PLEXUS_RECORD_KEY to it. Only when it is lost for ever: --without-key.');
  }
  readOrMakeSecrets(dataDir, recordKey);
  return recordKey !== undefined;
}
