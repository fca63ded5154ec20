import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createApp } from '../../src/create-app.ts';
import { openDataSource } from '../../src/platform/database/data-source.ts';
import { checkDatabase, judge } from '../../src/platform/database/startup-check.ts';
import { type TestDatabase, freshDatabase } from '../support/database.ts';
import { configFor, rowsOf } from '../support/world.ts';

type Facts = Parameters<typeof judge>[0];
const SOUND: Facts = {
  version: 180_007, isSuper: false, bypasses: false, ownsTables: 0, schemas: ['auth', 'information_schema', 'migration', 'plexus', 'public', 'queue'],
  queueShape: 24,
  unwalled: [], withoutPolicy: [], withoutKey: [], fsync: 'on', full_page_writes: 'on', synchronous_commit: 'on', checksums: 'on', throwaway: false,
};

describe('what is said of a database', () => {
  it('that is sound: nothing', () => {
    expect(judge(SOUND, false)).toEqual({ refusals: [], warnings: [] });
    expect(judge(SOUND, true)).toEqual({ refusals: [], warnings: [] });
  });

  it.each<[what: string, facts: Partial<Facts>, refusal: RegExp]>([
    ['too old a version', { version: 140_012 }, /PostgreSQL 14 is not supported/],
    ['a superuser', { isSuper: true }, /can pass row-level security/],
    ['a role that bypasses', { bypasses: true }, /can pass row-level security/],
    ['an owner', { ownsTables: 1 }, /owns tables/],
    ['a fifth schema', { schemas: [...SOUND.schemas, 'shop'] }, /schemas that Plexus does not know: shop/],
    ['a table without a wall', { unwalled: ['goal', 'plan'] }, /not forced on: goal, plan/],
    ['a table without a policy', { withoutPolicy: ['goal'] }, /No policy stands on: goal/],
    ['a key without the organization', { withoutKey: ['goal'] }, /does not begin with the organization on: goal/],
    ['fsync off', { fsync: 'off' }, /could be lost: fsync is off/],
    ['full_page_writes off', { full_page_writes: 'off' }, /could be lost: full_page_writes is off/],
    ['synchronous_commit off', { synchronous_commit: 'off' }, /could be lost: synchronous_commit is off/],
    ['an old minor of 15', { version: 150_019 }, /15\.19 lacks a fix of row-level security; 15\.20 has it/],
    ['an old minor of 18', { version: 180_004 }, /18\.4 lacks a fix of row-level security; 18\.7 has it/],
  ])('with %s: no', (_what, facts, refusal) => {
    expect(judge({ ...SOUND, ...facts }, false)).toEqual({ refusals: [expect.stringMatching(refusal)], warnings: [] });
  });

  it('that lets a commit wait for no standby: nothing, for it still waits for its own disk', () => {
    expect(judge({ ...SOUND, synchronous_commit: 'local' }, false).refusals).toEqual([]);
  });

  it('that is embedded and of an old minor: a warning', () => {
    expect(judge({ ...SOUND, version: 180_004 }, true)).toEqual({ refusals: [], warnings: [expect.stringMatching(/18\.4 lacks a fix.*on this machine only/)] });
  });

  it('without checksums: a warning', () => {
    expect(judge({ ...SOUND, checksums: 'off' }, false)).toEqual({ refusals: [], warnings: [expect.stringMatching(/checksums are off/)] });
  });

  it('that is thrown away after the test: that it may lose what it likes, but no more than that', () => {
    const careless: Partial<Facts> = { throwaway: true, fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', checksums: 'off', version: 180_004 };
    expect(judge({ ...SOUND, ...careless }, false)).toEqual({ refusals: [], warnings: [] });
    expect(judge({ ...SOUND, ...careless, isSuper: true, unwalled: ['goal'] }, false).refusals).toHaveLength(2);
  });

  it('everything at once, not one after another', () => {
    expect(judge({ ...SOUND, isSuper: true, ownsTables: 3, fsync: 'off' }, false).refusals).toHaveLength(3);
  });
});

describe('the server', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const start = async (databaseUrl = database.appUrl, embedded = true): Promise<string> => {
    try {
      const app = await createApp({ ...configFor(database), databaseUrl, embedded });
      await app.close();
      return 'started';
    } catch (error) {
      return (error as Error).message;
    }
  };
  const { PLEXUS_TEST_SUPERUSER_URL } = process.env;
  const itAsSuperuser = PLEXUS_TEST_SUPERUSER_URL ? it : it.skip;
  const asSuperuser = (sql: string): Promise<unknown> => rowsOf(database, sql);
  const meanwhile = async (plant: string, undo: string, look: () => Promise<void>, by: (sql: string) => Promise<unknown> = (sql) => database.admin(sql)) => {
    await by(plant);
    try {
      await look();
    } finally {
      await by(undo);
    }
  };

  it('starts on a migrated database as the application’s role', async () => {
    expect(await start()).toBe('started');
  });

  itAsSuperuser('does not start as a superuser', async () => {
    expect(await start(database.superuserUrl)).toMatch(/does not start on this database:\n.*can pass row-level security/);
  });

  it('does not start as the owner', async () => {
    expect(await start(database.adminUrl)).toMatch(/owns tables/);
  });

  itAsSuperuser.each([
    ['that may become the owner', 'IN ROLE plexus_app, plexus_owner', /owns tables/],
    ['that passes row-level security', 'BYPASSRLS IN ROLE plexus_app', /can pass row-level security/],
  ])('does not start as a role %s', async (_what, attributes, refusal) => {
    // A role of this test's own: roles are the whole cluster's, and others run on it at the same time.
    const role = `t_${randomUUID().replaceAll('-', '')}`;
    const url = new URL(database.appUrl);
    url.username = role;
    url.password = role;
    await meanwhile(`CREATE ROLE ${role} LOGIN PASSWORD '${role}' ${attributes}`, `DROP ROLE ${role}`, async () => expect(await start(url.href)).toMatch(refusal), asSuperuser);
  });

  it('does not start beside a schema it does not know', async () => {
    await meanwhile('CREATE SCHEMA shop', 'DROP SCHEMA shop', async () => expect(await start()).toMatch(/does not know: shop/));
  });

  it('does not start when a wall is down', async () => {
    await meanwhile('ALTER TABLE plexus.goal NO FORCE ROW LEVEL SECURITY', 'ALTER TABLE plexus.goal FORCE ROW LEVEL SECURITY', async () => expect(await start()).toMatch(/not forced on: goal\./));
    await meanwhile('ALTER TABLE plexus.plan DISABLE ROW LEVEL SECURITY', 'ALTER TABLE plexus.plan ENABLE ROW LEVEL SECURITY', async () => expect(await start()).toMatch(/not forced on: plan\./));
  });

  it('does not start when somebody added a table and forgot its walls', async () => {
    await meanwhile('CREATE TABLE plexus.loose (id uuid PRIMARY KEY, organization_id uuid)', 'DROP TABLE plexus.loose', async () => {
      const refused = await start();
      expect(refused).toMatch(/not forced on: loose\./);
      expect(refused).toMatch(/No policy stands on: loose\./);
      expect(refused).toMatch(/does not begin with the organization on: loose\./);
    });
  });

  itAsSuperuser('does not start where an acknowledged change could be lost, unless the cluster says that it is thrown away', async () => {
    const name = new URL(database.appUrl).pathname.slice(1);
    const set = (setting: string, value: string) => `ALTER DATABASE ${name} SET ${setting} = '${value}'`;
    // The test run's own cluster is careless altogether, somebody else's is not: it is this database that is careless on both.
    await meanwhile(set('synchronous_commit', 'off'), `ALTER DATABASE ${name} RESET ALL`, async () => {
      await asSuperuser(set('plexus.throwaway', 'off'));
      expect(await start()).toMatch(/could be lost: (fsync, full_page_writes, )?synchronous_commit is off/);
      await asSuperuser(set('plexus.throwaway', 'on'));
      expect(await start()).toBe('started');
    }, asSuperuser);
  });

  it('finds what there is to know about this very cluster', async () => {
    const source = await openDataSource(database.appUrl);
    try {
      const [{ version } = { version: 0 }] = await source.query<{ version: number }[]>(`SELECT current_setting('server_version_num')::int AS version`);
      const { refusals, warnings } = await checkDatabase(source, true);
      expect(refusals).toEqual([]);
      // The embedded 18.4 is older than the newest fixes and says so.
      if (version === 180_004) expect(warnings).toEqual([expect.stringMatching(/^PostgreSQL 18\.4 lacks a fix/)]);
    } finally {
      await source.destroy();
    }
  });
});
