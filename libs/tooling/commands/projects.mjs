import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './workspace.mjs';

/** @typedef {{ name: string, folder: string, targets: string[] }} Project */

/** The workspace's projects as the root package.json names them (`apps/*`, `e2e`). @returns {Project[]} */
export function projects() {
  /** @type {string[]} */
  const patterns = readJson('package.json').workspaces;
  return patterns
    .flatMap((pattern) => (pattern.endsWith('/*') ? foldersIn(pattern.slice(0, -2)) : [pattern]))
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const { name, scripts = {} } = readJson(join(folder, 'package.json'));
      return { name, folder: join(root, folder), targets: Object.keys(scripts) };
    });
}

/** @param {string} file */
const readJson = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

/** @param {string} folder */
const foldersIn = (folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
