import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { list } from 'tar';
import { ClearError } from '../clear-error.mjs';

export const ARCHIVE = 'base.tar.gz';

/**
 * Reads a base backup from end to end and compares each file with the list that PostgreSQL made while it wrote it.
 *
 * @param {string} folder
 */
export async function verifyBase(folder) {
  try {
    const expected = readManifest(join(folder, 'backup_manifest'));
    /** @type {string[]} */
    const wrong = [];
    await list({
      file: join(folder, ARCHIVE),
      strict: true,
      onReadEntry(entry) {
        if (entry.type !== 'File') return void entry.resume();
        const hash = createHash('sha256');
        entry.on('data', (chunk) => hash.update(chunk));
        entry.on('end', () => {
          if (hash.digest('hex') !== expected.get(entry.path)) wrong.push(entry.path);
          expected.delete(entry.path);
        });
      },
    });
    if (wrong.length > 0) throw new Error(`${wrong[0]} is not as it was written`);
    for (const path of expected.keys()) throw new Error(`${path} is missing`);
  } catch (error) {
    throw new ClearError(`The backup in ${folder} is damaged (${error.message}): move it away.`);
  }
}

/** Path and SHA-256 of each file. @param {string} file @returns {Map<string, string>} */
function readManifest(file) {
  const text = readFileSync(file, 'utf8');
  const { Files: files, 'Manifest-Checksum': checksum } = JSON.parse(text);
  const summed = text.slice(0, text.lastIndexOf('"Manifest-Checksum"'));
  if (createHash('sha256').update(summed).digest('hex') !== checksum) throw new Error('its list of files is not as it was written');
  return new Map(files.map((/** @type {{ Path: string, Checksum: string }} */ { Path, Checksum }) => [Path, Checksum]));
}
