import { watch } from 'node:fs';
import { join } from 'node:path';
import { nx } from './build.mjs';
import { install } from './install.mjs';
import { whenOrphaned } from './parent-watch.mjs';
import { freeWebPort } from './ports.mjs';
import { startTied } from './tied-process.mjs';
import { databaseFolder, root, say } from './workspace.mjs';

/** `npm run dev`: both apps with reload. The database stays up while the server comes and goes. */
export async function run() {
  const port = await freeWebPort('127.0.0.1');
  await install();
  say('Building once …');
  await nx(['run-many', '-t', 'build', 'codegen', '-p', '@plexus/api', '@plexus/web'], 'The build failed');
  const { startDatabase } = await import('../database.mjs');
  const database = await startDatabase({ dataDir: databaseFolder() });
  const env = {
    ...process.env,
    NODE_ENV: 'development',
    PLEXUS_DOCUMENTS: 'any',
    PLEXUS_EMBEDDED: '1',
    PLEXUS_DEMO: process.env.PLEXUS_DEMO || '1',
    DATABASE_URL: database.appUrl,
    DATABASE_ADMIN_URL: database.adminUrl,
    PLEXUS_RECORD_KEY: database.recordKey,
    HOST: '127.0.0.1',
    PORT: String(port),
    API_URL: `http://127.0.0.1:${port}`,
  };
  const node = process.execPath;
  const bin = (/** @type {string} */ file) => join(root, 'node_modules', file);
  const programs = [
    startTied([bin('.bin/tsc'), '-b', '-w', '--preserveWatchOutput', 'apps/api'], { cwd: root, env }),
    startTied([node, '--watch', '--enable-source-maps', 'apps/api/dist/main.js'], { cwd: root, env }),
    startTied([node, bin('vite/bin/vite.js'), '--host', '127.0.0.1', '--port', '4200', '--strictPort'], { cwd: join(root, 'apps/web'), env }),
  ];
  watchDocuments(env);
  say(`Pages with reload: http://localhost:4200, server: http://localhost:${port}`);

  const asked = new Promise((resolve) => {
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => resolve(0));
    whenOrphaned(() => resolve(0));
  });
  const code = await Promise.race([asked, ...programs.map(({ ended }) => ended.then((end) => end.code || 1))]);
  for (const program of programs) program.stop();
  await Promise.all(programs.map(({ ended }) => ended));
  await database.stop();
  return code;
}

/** The typed documents follow the .graphql files and the schema. @param {NodeJS.ProcessEnv} env */
function watchDocuments(env) {
  let again = false;
  let running = false;
  const generate = async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await startTied([process.execPath, 'codegen.mjs'], { cwd: join(root, 'apps/web'), env }).ended;
    }
    running = false;
  };
  for (const folder of ['apps/web/src', 'libs/contract']) {
    watch(join(root, folder), { recursive: true }, (_event, file) => {
      if (file?.endsWith('.graphql')) void generate();
    });
  }
}
