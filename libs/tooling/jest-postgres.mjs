import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startDatabase } from './database.mjs';

const MIGRATE = new URL('../../apps/api/dist/platform/database/migrate.js', import.meta.url);

/**
 * Jest's globalSetup: one throw-away PostgreSQL for the run with a migrated template database, which each test file clones
 * (`CREATE DATABASE t_… TEMPLATE …`, by the owner). With TEST_DATABASE_ADMIN_URL and TEST_DATABASE_URL set, that server
 * (15 or newer) is used instead; tests that look behind the walls, or tamper with a history, need TEST_DATABASE_SUPERUSER_URL
 * there as well. Tests are told by environment variables:
 *
 * - PLEXUS_TEST_ADMIN_URL, PLEXUS_TEST_APP_URL, PLEXUS_TEST_SUPERUSER_URL (empty when somebody else's server lends none): database `postgres`
 * - PLEXUS_TEST_MAJOR: which PostgreSQL it is, 18 for the embedded one
 * - PLEXUS_TEST_TEMPLATE: the template's name
 * - PLEXUS_TEST_RECORD_KEY: a key for the audit chain
 * - PLEXUS_TEST_LOGS: a folder for the servers' logs, which are looked through for people's texts when all is done (log-sweep.mjs)
 */
export default async function setup() {
  if (!existsSync(MIGRATE)) throw new Error(`${fileURLToPath(MIGRATE)} is missing: build the API first (npx nx build @plexus/api).`);
  const server = external() ?? (await throwaway());
  Object.assign(globalThis, { plexusTestServer: server }); // for the teardown, which is a module of its own
  let version = 0;
  try {
    version = await makeTemplate(server);
  } catch (error) {
    await server.release(); // Jest does not call the teardown when the setup failed
    throw error;
  }
  Object.assign(process.env, {
    // As the server runs for people. Nothing of ours is derived from it, and elsewhere GraphQL checks every value's class by its name too.
    NODE_ENV: 'production',
    PLEXUS_TEST_MAJOR: String(Math.floor(version / 10_000)),
    PLEXUS_TEST_ADMIN_URL: server.adminUrl,
    PLEXUS_TEST_APP_URL: server.appUrl,
    PLEXUS_TEST_SUPERUSER_URL: server.superuserUrl,
    PLEXUS_TEST_TEMPLATE: server.template,
    PLEXUS_TEST_RECORD_KEY: server.recordKey,
    PLEXUS_TEST_LOGS: mkdtempSync(join(tmpdir(), 'plexus-test-logs-')),
  });
}

/** @typedef {{ adminUrl: string, appUrl: string, superuserUrl: string, template: string, recordKey: string, release: () => Promise<void> }} TestServer */

/** @returns {Promise<TestServer>} */
async function throwaway() {
  const database = await startDatabase();
  return {
    adminUrl: database.urlFor('owner', 'postgres'),
    appUrl: database.urlFor('app', 'postgres'),
    superuserUrl: database.urlFor('superuser', 'postgres'),
    template: 'plexus_template',
    recordKey: database.recordKey,
    release: database.stop,
  };
}

/** A server that others may use at the same time: our names are our own, and we take away what we brought. @returns {TestServer | null} */
function external() {
  const { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_DATABASE_URL: appUrl, TEST_DATABASE_SUPERUSER_URL: superuser } = process.env;
  if (!adminUrl && !appUrl) return null;
  if (!adminUrl || !appUrl) throw new Error('Set both TEST_DATABASE_ADMIN_URL (owner: CREATEDB, CREATEROLE) and TEST_DATABASE_URL (application), or neither.');
  const template = `plexus_template_${randomBytes(4).toString('hex')}`;
  return {
    adminUrl: onDatabase(adminUrl, 'postgres'),
    appUrl: onDatabase(appUrl, 'postgres'),
    superuserUrl: superuser ? onDatabase(superuser, 'postgres') : '',
    template,
    recordKey: randomBytes(32).toString('hex'),
    async release() {
      await query(onDatabase(adminUrl, 'postgres'), `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    },
  };
}

/** Answers with the server's version. @param {TestServer} server */
async function makeTemplate({ adminUrl, appUrl, template }) {
  // Sorting and upper case are PostgreSQL's own from 17 on; before that the C library's come closest.
  const version = Number((await query(adminUrl, 'SHOW server_version_num'))[0].server_version_num);
  if (version < 150000) throw new Error(`PostgreSQL 15 or newer is needed for the tests (this is ${version}).`);
  const locale = version >= 170000 ? `LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'` : `LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'`;
  await query(adminUrl, `CREATE DATABASE ${template} TEMPLATE template0 ENCODING 'UTF8' ${locale}`);
  const { migrate } = await import(MIGRATE.href);
  await migrate({ adminUrl: onDatabase(adminUrl, template), appRole: decodeURIComponent(new URL(appUrl).username) });
  // A database somebody is connected to cannot be cloned.
  await query(adminUrl, `ALTER DATABASE ${template} WITH ALLOW_CONNECTIONS false`);
  return version;
}

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

/** @param {string} url @param {string} database */
function onDatabase(url, database) {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
