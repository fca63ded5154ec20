/** `npm start` with the real scripts and the real database; only Nx and the server are stand-ins (start-clone.spec.mjs has those). */
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startDatabase } from '../database.mjs';
import { aClone, aPort } from './support/clone.mjs';
import { isRoot, nobody, removeFolders } from './support/folders.mjs';
import { dies, killAll } from './support/processes.mjs';

afterEach(killAll);
afterAll(removeFolders);

/** @param {number} port @param {string} [path] */
const ask = async (port, path = '/') => (await fetch(`http://127.0.0.1:${port}${path}`)).json();

/** @param {ReturnType<typeof aClone>} clone @param {NodeJS.ProcessEnv} [env] */
async function running(clone, env = {}) {
  const port = await aPort();
  const npm = clone.npm(['start'], { PORT: String(port), ...env });
  await npm.said(/^Plexus is ready/);
  const server = await ask(port);
  const owner = env.DATABASE_URL ? {} : JSON.parse(clone.read('.data/postgres.owner.json'));
  return { ...npm, port, server, pids: { npm: npm.child.pid, start: owner.pid, api: server.pid, database: owner.serverPid } };
}

/** What it said, without npm's own lines. @param {string[]} lines */
const said = (lines) => lines.filter((line) => line !== '' && !line.startsWith('>') && !line.startsWith('npm '));

describe.each([
  ['the current account', null],
  ...(isRoot ? [['an ordinary account', nobody]] : []),
])('as %s', (_name, owner) => {
  // One clone for all: each start also has to cope with what the kill before it left.
  /** @type {ReturnType<typeof aClone>} */
  let clone;
  beforeAll(() => {
    clone = aClone({ owner });
  });

  it('starts, stops, and starts again without building', async () => {
    const first = await running(clone);
    expect(first.server).toMatchObject({
      who: 'plexus_app',
      env: { PLEXUS_EMBEDDED: '1', PLEXUS_DEMO: '1', HOST: '127.0.0.1', PORT: String(first.port), NODE_ENV: 'production', PLEXUS_RECORD_KEY: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(new URL(first.server.env.DATABASE_ADMIN_URL).username).toBe('plexus_owner');
    expect(said(first.lines)).toEqual([
      'Building the server and the pages …',
      `Making a database in ${clone.root}/.data/postgres with a demo clinic …`,
      'Migrating and starting the server …',
      `Plexus is ready: http://localhost:${first.port}`,
    ]);
    process.kill(first.pids.start, 'SIGINT');
    expect(await first.ended).toBe(0);
    expect(said(first.lines).slice(-2)).toEqual(['server stopped', 'Plexus has stopped.']);
    for (const pid of Object.values(first.pids)) await dies(pid, 0);

    const second = await running(clone);
    expect(said(second.lines)).toEqual(['Starting the database …', 'Migrating and starting the server …', `Plexus is ready: http://localhost:${second.port}`]);
    expect(second.server.env.PLEXUS_RECORD_KEY).toBe(first.server.env.PLEXUS_RECORD_KEY);
    expect(clone.read('builds.log')).toBe('run-many -t build -p @plexus/api @plexus/web --output-style=static\n');
    second.child.kill('SIGTERM');
    expect(await second.ended).toBe(0);
    for (const pid of Object.values(second.pids)) await dies(pid);
  });

  it.each(/** @type {const} */ (['npm', 'start', 'api', 'database']))('leaves nothing behind when the %s process is killed', async (victim) => {
    const run = await running(clone);
    process.kill(run.pids[victim], 'SIGKILL');
    for (const pid of Object.values(run.pids)) await dies(pid);
    if (victim === 'api') expect(await run.ended).toBe(1);
    if (victim === 'database') expect(run.lines).toContain('The database ended unexpectedly; stopping. Nothing that was saved is lost: start again.');
  });
});

describe('what it is built from', () => {
  beforeAll(() => void jest.spyOn(console, 'log').mockImplementation(() => {}));
  afterAll(() => jest.restoreAllMocks());

  it.each([
    ['a source changed', (root) => writeFileSync(join(root, 'apps/api/src/main.ts'), 'export const version = 2;\n')],
    ['a file was added', (root) => writeFileSync(join(root, 'apps/api/src/more.ts'), '')],
    ['the way it is built changed', (root) => writeFileSync(join(root, 'nx.json'), '{}')],
    ['the build was tampered with', (root) => writeFileSync(join(root, 'apps/web/dist/index.html'), 'old')],
    ['the build is gone', (root) => rmSync(join(root, 'apps/web/dist'), { recursive: true })],
  ])('is built again when %s', async (_name, change) => {
    const clone = aClone();
    const { build } = await import(join(clone.root, 'libs/tooling/commands/build.mjs'));
    await build();
    await build();
    expect(clone.read('builds.log').trim().split('\n')).toHaveLength(1);
    change(clone.root);
    await build();
    await build();
    expect(clone.read('builds.log').trim().split('\n')).toHaveLength(2);
  });

  it('is never served when the build fails', async () => {
    const clone = aClone();
    writeFileSync(join(clone.root, 'apps/api/src/broken.ts'), '');
    const npm = clone.npm(['start'], { PORT: String(await aPort()) });
    expect(await npm.ended).toBe(1);
    expect(npm.lines).toContain('broken.ts(1,1): error TS1005');
    expect(npm.lines).toContain('The build failed (see above).');
  });
});

describe('what cannot work is said in one line', () => {
  /** @param {ReturnType<typeof aClone>} clone @param {NodeJS.ProcessEnv} env @param {string | RegExp} line */
  async function refuses(clone, env, line) {
    const program = clone.node(['libs/tooling/start.mjs'], { PORT: String(await aPort()), ...env });
    expect(await program.ended).toBe(1);
    expect(program.lines.at(-1)).toMatch(line);
    expect(program.lines.filter((text) => !/…$/.test(text))).toHaveLength(1);
  }

  it('an old Node', async () => {
    const clone = aClone({ installed: false });
    const pretend = `data:text/javascript,${encodeURIComponent("Object.defineProperty(process.versions, 'node', { value: '18.20.4' })")}`;
    await refuses(clone, { NODE_OPTIONS: `--import ${pretend}` }, /^Plexus needs Node 20\.19 or newer \(this is 18\.20\.4\)/);
  });

  it.each(['127.0.0.1', '::1'])('a port that is in use (%s)', async (host) => {
    const other = createServer();
    const listening = await new Promise((resolve) => other.once('error', () => resolve(false)).listen(0, host, () => resolve(true)));
    if (!listening) return; // no IPv6 here
    const { port } = /** @type {import('node:net').AddressInfo} */ (other.address());
    await refuses(aClone({ installed: false }), { PORT: String(port) }, `Port ${port} is in use by another program: stop it, or choose another port`);
    await new Promise((resolve) => other.close(resolve));
  });

  it('a port that is none', () => refuses(aClone({ installed: false }), { PORT: 'http' }, 'PORT must be a number from 1 to 65535 (it is "http").'));

  it('no npm registry', async () => {
    const clone = aClone({ installed: false });
    await refuses(
      clone,
      { npm_config_registry: 'http://127.0.0.1:9/', npm_config_replace_registry_host: 'always', npm_config_cache: join(clone.root, 'cache'), npm_config_fetch_retries: '0' },
      'Could not reach the npm registry http://127.0.0.1:9/: check the network and run the same command again.',
    );
  });

  (isRoot ? it : it.skip)('a folder one may not write in', async () => {
    const clone = aClone({ owner: nobody });
    chmodSync(clone.root, 0o555);
    await refuses(clone, {}, `No permission to write in ${clone.root}: run as its owner, or make a clone of your own.`);
  });

  const key = 'ab'.repeat(32);
  const nowhere = 'postgres://someone:hidden@127.0.0.1:9/plexus';
  it.each([
    ['without the owner', { DATABASE_URL: nowhere }, 'DATABASE_URL is set, DATABASE_ADMIN_URL is not'],
    ['without the application', { DATABASE_ADMIN_URL: nowhere }, 'DATABASE_ADMIN_URL is set, DATABASE_URL is not'],
    ['without a key', { DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere }, 'PLEXUS_RECORD_KEY must be set'],
    ['with a poor key', { DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere, PLEXUS_RECORD_KEY: 'secret' }, 'PLEXUS_RECORD_KEY must be 64 hexadecimal digits'],
    ['that does not answer', { DATABASE_URL: nowhere, DATABASE_ADMIN_URL: nowhere, PLEXUS_RECORD_KEY: key }, /^The database at DATABASE_ADMIN_URL cannot be used: connect ECONNREFUSED 127\.0\.0\.1:9\.$/],
  ])('a database of one\'s own %s', (_name, env, line) => refuses(aClone(), env, line));

  it('a database of one\'s own that is too old', async () => {
    const old = await pretendPostgres('14.9');
    const url = `postgres://someone:hidden@127.0.0.1:${old.port}/plexus`;
    await refuses(aClone(), { DATABASE_URL: url, DATABASE_ADMIN_URL: url, PLEXUS_RECORD_KEY: key }, 'Plexus needs PostgreSQL 15 or newer (DATABASE_ADMIN_URL leads to 14.9).');
    old.close();
  });
});

describe('a database of one\'s own', () => {
  it('is used as it is, without demo patients unless asked for', async () => {
    const database = await startDatabase();
    const env = { DATABASE_URL: database.appUrl, DATABASE_ADMIN_URL: database.adminUrl, PLEXUS_RECORD_KEY: database.recordKey };
    const clone = aClone();
    const run = await running(clone, env);
    expect(run.server.env).toMatchObject({ ...env, PLEXUS_EMBEDDED: '0', PLEXUS_DEMO: '0' });
    run.child.kill('SIGTERM');
    expect(await run.ended).toBe(0);
    expect(() => clone.read('.data/postgres.secrets.json')).toThrow('ENOENT');
    const asked = await running(clone, { ...env, PLEXUS_DEMO: '1' });
    expect(asked.server.env.PLEXUS_DEMO).toBe('1');
    asked.child.kill('SIGTERM');
    await asked.ended;
    await database.stop();
  });
});

describe('beside a running start', () => {
  const clone = aClone();
  /** @type {Awaited<ReturnType<typeof running>>} */
  let run;
  beforeEach(async () => {
    run = await running(clone);
  });
  afterEach(async () => {
    run.child.kill('SIGTERM');
    await run.ended;
  });

  it('a second one is refused in one line', async () => {
    const second = clone.node(['libs/tooling/start.mjs'], { PORT: String(await aPort()) });
    expect(await second.ended).toBe(1);
    expect(second.lines).toEqual(['Starting the database …', `The database in ${clone.root}/.data/postgres is in use by process ${run.pids.start}: stop that one first.`]);
  });

  it("the server's own end is given on", async () => {
    await ask(run.port, '/fail').catch(() => undefined);
    expect(await run.ended).toBe(7);
    expect(run.lines).toContain('The server ended unexpectedly (exit code 7).');
    await dies(run.pids.database, 0);
  });

  it('npm run audit:verify works, and after it, and gives the verdict on', async () => {
    const beside = clone.npm(['run', 'audit:verify', '--', 'one', 'two']);
    expect(await beside.ended).toBe(0);
    expect(beside.lines).toContain('verified as plexus_owner one,two');
    expect((await ask(run.port)).who).toBe('plexus_app');
    run.child.kill('SIGTERM');
    await run.ended;
    const after = clone.npm(['run', 'audit:verify', '--', '--broken']);
    expect(await after.ended).toBe(3);
    expect(after.lines).toContain('verified as plexus_owner --broken');
  });
});

it('npm run audit:verify says when there is nothing to verify', async () => {
  const npm = aClone().npm(['run', 'audit:verify']);
  expect(await npm.ended).toBe(1);
  expect(npm.lines.join('\n')).toMatch(/There is no database in .*\.data\/postgres yet: run npm start first/);
});

/** Speaks just enough of PostgreSQL's protocol to claim a version. @param {string} version */
async function pretendPostgres(version) {
  const message = (/** @type {string} */ type, /** @type {Buffer} */ body) => {
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  const number = `${Number(version.split('.')[0]) * 10000 + Number(version.split('.')[1])}`;
  const ready = message('Z', Buffer.from('I'));
  const column = (/** @type {string} */ name, /** @type {number} */ type) => {
    const rest = Buffer.alloc(18);
    rest.writeInt32BE(type, 6);
    rest.writeInt16BE(-1, 10);
    rest.writeInt32BE(-1, 12);
    return Buffer.concat([Buffer.from(`${name}\0`), rest]);
  };
  const value = (/** @type {string} */ text) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(text.length);
    return Buffer.concat([length, Buffer.from(text)]);
  };
  const two = Buffer.from([0, 2]);
  const answer = Buffer.concat([
    message('T', Buffer.concat([two, column('number', 23), column('name', 25)])),
    message('D', Buffer.concat([two, value(number), value(version)])),
    message('C', Buffer.from('SELECT 1\0')),
    ready,
  ]);
  const server = createServer((socket) => {
    let greeted = false;
    socket.on('error', () => {});
    socket.on('data', (data) => {
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]));
      } else if (data[0] === 0x51) {
        socket.write(answer);
      }
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  return { port: /** @type {import('node:net').AddressInfo} */ (server.address()).port, close: () => server.close() };
}
