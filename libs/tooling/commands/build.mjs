import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { projects } from './projects.mjs';
import { runTied } from './tied-process.mjs';
import { buildEnvironment, root, say } from './workspace.mjs';

const SOURCES = ['apps', 'libs', 'package-lock.json', 'package.json', 'nx.json', 'tsconfig.base.json'];
const ENTRIES = ['apps/api/dist/main.js', 'apps/web/dist/index.html'];
const NOT_SOURCES = new Set(['node_modules', 'dist', 'test-results', 'playwright-report', 'gql']);

/**
 * Builds the server and the pages. Nx knows what has to be done, but asking it takes longer than starting Plexus: when every byte of
 * the sources and of what was built from them is as it was after the last build, it is not asked.
 */
export async function build() {
  const stamp = join(root, 'node_modules/.plexus-built');
  const sources = fingerprintOfSources(); // before the build: what is edited meanwhile is built next time
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources + fingerprintOfProducts()) return;
  say('Building the server and the pages …');
  await nx(['run-many', '-t', 'build', '-p', '@plexus/api', '@plexus/web'], 'The build failed');
  const missing = ENTRIES.filter((file) => !existsSync(join(root, file)));
  if (missing.length > 0) throw new ClearError(`The build did not make ${missing.join(' and ')}.`);
  writeFileSync(stamp, sources + fingerprintOfProducts());
}

/** @param {string[]} args @param {string} failure */
export async function nx(args, failure) {
  const { code, printed } = await runTied([process.execPath, join(root, 'node_modules/nx/dist/bin/nx.js'), ...args, '--output-style=static'], {
    cwd: root,
    env: buildEnvironment(),
    output: 'pipe',
  });
  if (code !== 0) throw new ClearError(`${printed.trim()}\n\n${failure} (see above).`);
}

const fingerprintOfSources = () => fingerprint(SOURCES.flatMap((path) => filesUnder(path, NOT_SOURCES)));
const fingerprintOfProducts = () => fingerprint(projects().flatMap(({ folder }) => filesUnder(join(relative(root, folder), 'dist'), new Set())));

/** Every byte: times and sizes can be the same for another text. @param {string[]} files */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** @param {string} path @param {Set<string>} without @returns {string[]} */
function filesUnder(path, without) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!path.includes('/') && path.includes('.')) return [path];
  return readdirSync(full, { withFileTypes: true })
    .filter((entry) => !without.has(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const inner = `${path}/${entry.name}`;
      if (entry.isDirectory()) return filesUnder(inner, without);
      return entry.isFile() ? [inner] : [];
    });
}
