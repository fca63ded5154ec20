import { existsSync } from 'node:fs';
import { runTied } from './tied-process.mjs';
import { root, say } from './workspace.mjs';

/** Where we may: as root on Debian and its kin. Whether it is there afterwards, the caller looks. @param {string} name of the package */
export async function installFromDebian(name) {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  say(`Installing ${name} (apt-get) …`);
  const options = { cwd: root, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, output: /** @type {const} */ ('pipe') };
  // The lists of packages may be there already; without network to renew them the installation may still work from a cache.
  await runTied(['apt-get', 'update'], options);
  const { code, printed } = await runTied(['apt-get', 'install', '-y', '--no-install-recommends', name], options);
  if (code !== 0) say(`apt-get could not: ${printed.trim().split('\n').at(-1)}`);
}
