import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Database, startDatabase } from '@plexus/tooling/database';
import { migrate } from '../../src/platform/database/migrate.ts';
import { poolOf } from '../../src/platform/database/pool.ts';
import { wire } from '../support/access-wire.ts';
import { eventually } from '../support/record-patience.ts';
import { World } from '../support/world.ts';

/** Whatever has become of the database there is an answer within a second; the limit here is for one that hangs, not for a busy machine. */
const WITHIN_MS = 20_000;
const READY = '{"status":"ready"}';
const not = (why: string) => `{"status":"not ready","why":"${why}"}`;

async function timed(url: string): Promise<{ text: string; status: number; milliseconds: number }> {
  const began = performance.now();
  const { text, status } = await wire(url, '/health/ready', { method: 'GET' });
  return { text, status, milliseconds: performance.now() - began };
}

describe('a server that is asked whether it is ready', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()));
  afterAll(() => world.close());

  const ready = async () => (await timed(world.url)).text;

  it('is, and lets nobody keep the answer', async () => {
    const { status, headers, text } = await wire(world.url, '/health/ready', { method: 'GET' });
    expect([status, headers['cache-control'], text]).toEqual([200, 'no-store', READY]);
  });

  it('asks once for everybody who asks meanwhile, over a connection of its own', async () => {
    const before = poolOf(world.app.dataSource).totalCount;
    expect(await Promise.all(Array.from({ length: 30 }, ready))).toEqual(Array.from({ length: 30 }, () => READY));
    expect(await world.rows(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'plexus-health'`)).toHaveLength(1);
    expect(poolOf(world.app.dataSource).totalCount).toBe(before);
  });

  it('says so when requests wait in vain for a connection, and not while they only wait', async () => {
    const pool = poolOf(world.app.dataSource);
    const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
    const { text, status, milliseconds } = await timed(world.url);
    expect([text, status]).toEqual([not('pool'), 503]);
    expect(milliseconds).toBeLessThan(WITHIN_MS);

    const asked = ready();
    await eventually('it to stand in the queue', async () => pool.waitingCount > 0);
    taken.pop()!.release();
    expect(await asked).toBe(READY);
    for (const client of taken) client.release();
    // Who asked in vain leaves nothing behind in the queue.
    await eventually('the pool to be idle', async () => pool.waitingCount === 0 && pool.idleCount === pool.totalCount);
  });

  it('wants the migrations of this build, and bears with those of a newer one', async () => {
    await world.database.admin(`INSERT INTO migration.migration (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
    expect(await ready()).toBe(READY);
    const [last] = await world.database.admin<{ timestamp: string; name: string }>(`DELETE FROM migration.migration WHERE name LIKE 'Readiness%' RETURNING timestamp, name`);
    expect(await ready()).toBe(not('migrations'));
    await world.database.admin('INSERT INTO migration.migration (timestamp, name) VALUES ($1, $2)', [last!.timestamp, last!.name]);
    expect(await ready()).toBe(READY);
  });

  (process.env.PLEXUS_TEST_SUPERUSER_URL ? it : it.skip)('takes no requests for a standby, which can write nothing', async () => {
    // Found before PostgreSQL's own function by the connection that is made anew.
    await world.rows('CREATE FUNCTION public.pg_is_in_recovery() RETURNS boolean LANGUAGE sql AS $$ SELECT true $$; GRANT USAGE ON SCHEMA public TO plexus_app');
    const database = new URL(world.database.adminUrl).pathname.slice(1);
    await world.rows(`ALTER DATABASE ${database} SET search_path = public, pg_catalog`);
    const endConnection = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'plexus-health'`;
    await world.rows(endConnection);
    await eventually('it to be noticed', async () => (await ready()) === not('standby'));
    await world.rows(`ALTER DATABASE ${database} RESET search_path`);
    await world.rows(endConnection);
    await eventually('the primary to be back', async () => (await ready()) === READY);
  });
});

describe('a server whose PostgreSQL is frozen', () => {
  let database: Database;
  let world: World;
  beforeAll(async () => {
    database = await startDatabase();
    await migrate({ adminUrl: database.adminUrl, appRole: 'plexus_app' });
    const { appUrl, adminUrl, superuserUrl } = database;
    world = await World.open({}, { appUrl, adminUrl, superuserUrl, admin: async () => [], drop: () => database.stop() });
  }, 120_000);
  afterAll(() => world.close());

  it('says within a second that it is not ready, again and again, stays alive, and is ready when PostgreSQL goes on', async () => {
    expect((await timed(world.url)).text).toBe(READY);
    const backends = await world.rows<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()');
    const all = [database.pid, ...backends.map(({ pid }) => pid)];
    for (const pid of all) process.kill(pid, 'SIGSTOP');
    try {
      for (let time = 0; time < 3; time += 1) {
        const { text, status, milliseconds } = await timed(world.url);
        expect([text, status]).toEqual([not('database'), 503]);
        expect(milliseconds).toBeLessThan(WITHIN_MS);
        expect((await wire(world.url, '/health/live', { method: 'GET' })).text).toBe('{"status":"live"}');
      }
      expect(poolOf(world.app.dataSource).waitingCount).toBe(0);
    } finally {
      for (const pid of all) process.kill(pid, 'SIGCONT');
    }
    await eventually('it to be ready again', async () => (await timed(world.url)).text === READY);
  }, 180_000);
});
