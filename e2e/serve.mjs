/**
 * The demo clinic of one end-to-end run: a throw-away database, the built server and the built pages; with E2E_SERVERS=2 two servers behind
 * haproxy, each request to the other one. In test-results/clinic-<servers>/: what the servers print for people, the links of their mails too (clinic.log),
 * their logs, in which sweep.ts looks for what people wrote (logs), and what runs (clinic.json). SIGUSR1 kills the servers as kill -9 does, SIGUSR2 starts them again on the same data. A server that
 * was asked to stop (SIGTERM) is started again at once, as everybody's supervisor does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startDatabase } from '@plexus/tooling/database';
import { startTied } from '@plexus/tooling/tied-process';

const STOP_WITHIN_MS = 15_000;
const count = process.env.E2E_SERVERS === '2' ? 2 : 1;
const root = fileURLToPath(new URL('..', import.meta.url));
const results = fileURLToPath(new URL(`test-results/clinic-${count}/`, import.meta.url));
const port = Number(process.env.E2E_PORT ?? '3177');
const address = `http://localhost:${port}`;

const logs = `${results}logs`;

rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
const log = openSync(`${results}clinic.log`, 'w');
const database = await startDatabase();
const env = {
  ...process.env,
  NODE_ENV: 'production',
  HOST: '127.0.0.1',
  DATABASE_URL: database.appUrl,
  DATABASE_ADMIN_URL: database.adminUrl,
  PLEXUS_RECORD_KEY: database.recordKey,
  PLEXUS_EMBEDDED: '1',
  PLEXUS_DEMO: '1',
  PLEXUS_PUBLIC_URL: address,
  PLEXUS_TRUSTED_PROXIES: count === 1 ? '0' : '1',
  PLEXUS_EXIT_WITH_PARENT: '1',
  PLEXUS_LOG_LEVEL: 'debug',
};

/** @typedef {{ port: number, child: import('node:child_process').ChildProcess | null }} Server */
/** @type {Server[]} */
const servers = [];
let isLeaving = false;

/** @param {Server} server */
function start(server) {
  if (server.child || isLeaving) return;
  const child = spawn(process.execPath, ['--enable-source-maps', 'apps/api/dist/main.js'], { cwd: root, env: { ...env, PORT: String(server.port), PLEXUS_LOG_FILE: `${logs}/server-${server.port}.log` }, stdio: ['pipe', log, log] });
  server.child = child;
  tell();
  child.once('exit', (code, signal) => {
    server.child = null;
    if (isLeaving || signal === 'SIGKILL') return;
    if (code === 0) return start(server);
    console.error(`A server ended (${signal ?? code}): see ${results}clinic.log`);
    void leave(1);
  });
}

/** Whole or not at all: a flow may read it at any moment. */
function tell() {
  const running = servers.map((server) => ({ port: server.port, pid: server.child?.pid ?? null }));
  writeFileSync(`${results}clinic.json.new`, JSON.stringify({ pid: process.pid, superuserUrl: database.superuserUrl, servers: running }), { mode: 0o600 });
  renameSync(`${results}clinic.json.new`, `${results}clinic.json`);
}

/** @param {Server} server */
async function ready({ port: own }) {
  while (!isLeaving && !(await fetch(`http://127.0.0.1:${own}/health/ready`).catch(() => null))?.ok) await pause(100);
}

/** The same file as in docker/, with other addresses. */
function startProxy() {
  const [first, second] = servers;
  const proxy = startTied([process.env.HAPROXY_PATH || 'haproxy', '-db', '-f', 'docker/haproxy.cfg'], {
    cwd: root,
    env: { ...process.env, PLEXUS_LISTEN: `127.0.0.1:${port}`, PLEXUS_SERVER_1: `127.0.0.1:${first?.port}`, PLEXUS_SERVER_2: `127.0.0.1:${second?.port}` },
    output: openSync(`${results}proxy.log`, 'w'),
  });
  void proxy.ended.then(() => leave(1));
}

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port: free } = /** @type {import('node:net').AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, 'close');
  return free;
}

/** The servers first, then the database, so that it ends as it does for people. The proxy goes with us. @param {number} code */
async function leave(code) {
  if (isLeaving) return;
  isLeaving = true;
  await Promise.all(servers.map(async ({ child }) => {
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS).unref();
    await ended;
  }));
  await database.stop();
  closeSync(log);
  process.exit(code);
}

process.on('SIGUSR1', () => { for (const { child } of servers) child?.kill('SIGKILL'); });
process.on('SIGUSR2', () => { for (const server of servers) start(server); });
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => void leave(0));
void database.exited.then(() => leave(1));
// Between the two signals there is no server to wait for.
setInterval(() => undefined, 60_000);

// One after the other: the first one loads the demo.
for (let n = 0; n < count; n += 1) {
  const server = { port: count === 1 ? port : await freePort(), child: null };
  servers.push(server);
  start(server);
  await ready(server);
}
if (count > 1 && !isLeaving) startProxy();
