import { chmodSync, cpSync, existsSync, lchownSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repository } from './run.mjs';

/** @type {string[]} */
const made = [];

/** A temporary folder that others may enter, as a clone in a shared place would be. */
export function folder(mode = 0o755) {
  const path = mkdtempSync(join(tmpdir(), 'plexus-test-'));
  chmodSync(path, mode);
  made.push(path);
  return path;
}

export function removeFolders() {
  for (const path of made.splice(0)) rmSync(path, { recursive: true, force: true });
}

export const isRoot = process.getuid?.() === 0;

/** An account without any rights, for what must work without being root. */
export const nobody = { uid: 65534, gid: 65534 };

/** @param {string} root @param {{ uid: number, gid: number }} account */
export function chownTree(root, account) {
  for (const name of ['', ...readdirSync(root, { recursive: true, encoding: 'utf8' })]) lchownSync(join(root, name), account.uid, account.gid);
}

/**
 * Copies packages with all they need, so that another account can reach them wherever the repository is.
 *
 * @param {string[]} names
 * @param {string} modules the node_modules to fill
 */
export function copyPackages(names, modules) {
  const from = join(repository, 'node_modules');
  const waiting = [...names];
  const done = new Set();
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (done.has(name) || !existsSync(join(from, name))) continue; // another platform's optional package
    done.add(name);
    cpSync(join(from, name), join(modules, name), { recursive: true, verbatimSymlinks: true });
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(from, name, 'package.json'), 'utf8'));
    waiting.push(...Object.keys({ ...dependencies, ...optionalDependencies }));
  }
}
