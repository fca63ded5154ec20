import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { runTied } from './tied-process.mjs';
import { buildEnvironment, requireWritable, root, say } from './workspace.mjs';

const UNREACHABLE = /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR_CONNECT_TIMEOUT)\b|network (request|timeout)/;

/** `npm ci`, when node_modules is missing or was installed from another lock file. */
export async function install() {
  const stamp = join(root, 'node_modules/.plexus-installed');
  const lock = readFileSync(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if (readIfThere(stamp) === wanted) return;
  requireWritable(root);
  if (!installedByHand(lock)) await cleanInstall();
  writeFileSync(stamp, wanted);
}

/**
 * npm keeps its own list of what it installed. When that already is what the lock file says, there is nothing to do.
 *
 * @param {string} lock
 */
function installedByHand(lock) {
  const hidden = readIfThere(join(root, 'node_modules/.package-lock.json'));
  if (!hidden) return false;
  const installed = JSON.parse(hidden).packages;
  const { '': _root, ...wanted } = JSON.parse(lock).packages;
  const same = (/** @type {string} */ path) => installed[path]?.version === wanted[path]?.version && installed[path]?.integrity === wanted[path]?.integrity;
  return (
    Object.keys(installed).every((path) => same(path) && existsSync(join(root, path))) &&
    Object.entries(wanted).every(([path, { optional, peer }]) => installed[path] || optional || peer || !path.startsWith('node_modules/'))
  );
}

async function cleanInstall() {
  say('Installing packages (npm ci, about a minute) …');
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const { code, printed } = await runTied([...npm, 'ci', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'], {
    cwd: root,
    env: buildEnvironment(),
    output: 'pipe',
  });
  if (code === 0) return;
  if (UNREACHABLE.test(printed)) throw new ClearError(`Could not reach the npm registry ${registry()}: check the network and run the same command again.`);
  if (/\bENOSPC\b/.test(printed)) throw new ClearError('The disk is full: Plexus needs about 1 GB to install.');
  throw new ClearError(`npm ci failed:\n${printed.trim()}`);
}

const registry = () => process.env.npm_config_registry ?? 'https://registry.npmjs.org/';

/** @param {string} file */
function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
