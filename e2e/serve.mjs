/**
 * The demo clinic of one end-to-end run: a throw-away database, the built server and the built pages. What the server prints for people, the links
 * of its mails too, goes to test-results/clinic.log; its log goes to test-results/logs, where sweep.ts looks for what people wrote.
 * SIGUSR1 kills the server as kill -9 does, SIGUSR2 starts it again on the same data.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startDatabase } from '@plexus/tooling/database';

const STOP_WITHIN_MS = 5_000;
const root = fileURLToPath(new URL('..', import.meta.url));
const results = fileURLToPath(new URL('test-results/', import.meta.url));
const port = process.env.E2E_PORT ?? '3177';

const logs = `${results}logs`;

rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
writeFileSync(`${results}clinic.pid`, String(process.pid));
const log = openSync(`${results}clinic.log`, 'w');
const database = await startDatabase();
// For this run's sweep only: the database is gone with it.
writeFileSync(`${results}clinic.database`, database.superuserUrl, { mode: 0o600 });

/** @type {import('node:child_process').ChildProcess | null} */
let server = null;
let isLeaving = false;

function start() {
  if (server || isLeaving) return;
  const started = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: port,
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      PLEXUS_RECORD_KEY: database.recordKey,
      PLEXUS_EMBEDDED: '1',
      PLEXUS_DEMO: '1',
      PLEXUS_EXIT_WITH_PARENT: '1',
      PLEXUS_LOG_LEVEL: 'debug',
      PLEXUS_LOG_FILE: `${logs}/server.log`,
    },
    stdio: ['pipe', log, log],
  });
  server = started;
  started.once('exit', (code, signal) => {
    server = null;
    if (isLeaving || signal === 'SIGKILL') return;
    console.error(`The server ended (${signal ?? code}): see ${results}clinic.log`);
    void leave(1);
  });
}

/** The server first, then the database, so that it ends as it does for people. @param {number} code */
async function leave(code) {
  if (isLeaving) return;
  isLeaving = true;
  if (server) {
    const last = server;
    const ended = once(last, 'exit');
    last.kill('SIGTERM');
    setTimeout(() => last.kill('SIGKILL'), STOP_WITHIN_MS).unref();
    await ended;
  }
  await database.stop();
  closeSync(log);
  process.exit(code);
}

process.on('SIGUSR1', () => void server?.kill('SIGKILL'));
process.on('SIGUSR2', start);
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void leave(0));
void database.exited.then(() => leave(1));
// Between the two signals there is no server to wait for.
setInterval(() => undefined, 60_000);
start();
