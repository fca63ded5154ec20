import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase, freshDatabase } from '../support/database.ts';
import { eventually } from '../support/record-patience.ts';
import { ServerProcess } from '../support/server-process.ts';

const SECRET = 'Cannot carry Milo';

/** As a library in the server's process would: at a signal it prints, warns, and at another fails where nobody catches it. */
const LOOSE_LIBRARY = `
  process.on('SIGUSR2', () => {
    console.log('${SECRET}');
    console.error(new Error('${SECRET}'));
    process.stdout.write('${SECRET}');
    process.stderr.write('${SECRET}', () => process.emitWarning('${SECRET}', { code: 'LOOSE' }));
  });
  process.on('SIGHUP', () => { Promise.reject(new Error('${SECRET}')); });`;

let database: TestDatabase;
let folder: string;
let server: ServerProcess;
beforeAll(async () => {
  database = await freshDatabase();
  folder = mkdtempSync(join(tmpdir(), 'plexus-outputs-'));
});
afterAll(async () => {
  await server.stop();
  await database.drop();
  rmSync(folder, { recursive: true });
});

it('lets nothing out of the process but its own words: not what a library prints, not a warning, not what nobody caught', async () => {
  const logFile = join(folder, 'server.log');
  server = await ServerProcess.start(database, { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(LOOSE_LIBRARY)}"`, PLEXUS_LOG_FILE: logFile });
  const messages = () => readFileSync(logFile, 'utf8').split('\n').filter(Boolean).map((line) => (JSON.parse(line) as { msg: string }).msg);

  server.child.kill('SIGUSR2');
  await eventually('the warning', async () => messages().includes('Node.js warned.'));
  expect(messages().filter((message) => message === 'Something was written past the log and is not shown.')).toHaveLength(4);
  expect(readFileSync(logFile, 'utf8')).toMatch(/"code":"LOOSE"/);
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);

  server.child.kill('SIGHUP');
  expect(await server.ended).toEqual({ code: 1, signal: null });
  expect(messages().at(-1)).toBe('An error was not caught; the server ends.');
  // The last of its own words; nothing came after them.
  expect(server.printed.trimEnd().split('\n').at(-1)).toBe(`Plexus is ready: http://localhost:${server.port}`);
  expect(server.printed + readFileSync(logFile, 'utf8')).not.toContain(SECRET);
}, 180_000);

it('says in one line why it does not start', async () => {
  const broken = ServerProcess.start(database, { PLEXUS_METRICS_PORT: 'many', PLEXUS_LOG_FILE: join(folder, 'other.log') });
  await expect(broken).rejects.toThrow('The server ended: PLEXUS_METRICS_PORT must be a number from 0 to 65535 (it is "many").');
}, 180_000);
