import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { ClearError } from '../clear-error.mjs';

/**
 * The three passwords, the key of the audit chain, and where the data went when not where it was asked for.
 *
 * @typedef {{ superuser: string, owner: string, app: string, recordKey: string, movedTo?: string }} Secrets
 */

/** @param {string} dataDir */
export const secretsFile = (dataDir) => `${dataDir}.secrets.json`;

/**
 * Reads the secrets, or makes them. They are on disk before the cluster is made, so that no crash leaves a cluster without passwords.
 *
 * @param {string} dataDir as asked for
 * @param {string} [recordKey] of a database that comes from elsewhere
 * @returns {Secrets}
 */
export function readOrMakeSecrets(dataDir, recordKey) {
  const file = secretsFile(dataDir);
  if (!existsSync(file)) {
    if (existsSync(`${dataDir}/PG_VERSION`)) {
      throw new ClearError(`The passwords of the database in ${dataDir} are missing: put ${file} back, or move the database away to start with an empty one.`);
    }
    const secret = () => randomBytes(32).toString('hex');
    writeDurably(file, { superuser: secret(), owner: secret(), app: secret(), recordKey: recordKey ?? secret() }, linkIfMissing);
  }
  return readSecrets(dataDir);
}

/** @param {string} dataDir @returns {Secrets} */
export function readSecrets(dataDir) {
  const file = secretsFile(dataDir);
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ClearError(`The passwords of the database cannot be read from ${file} (${error.code ?? error.message}).`);
  }
}

/** @param {string} dataDir @param {Secrets} secrets */
export const replaceSecrets = (dataDir, secrets) => writeDurably(secretsFile(dataDir), secrets, renameSync);

/** @param {string} from @param {string} to */
function linkIfMissing(from, to) {
  try {
    linkSync(from, to);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error; // another start was quicker: its secrets are the ones
  }
}

/** @param {string} file @param {Secrets} secrets @param {(from: string, to: string) => void} put */
function writeDurably(file, secrets, put) {
  const temporary = `${file}.${process.pid}`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(secrets, null, 2)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  put(temporary, file);
  rmSync(temporary, { force: true });
}
