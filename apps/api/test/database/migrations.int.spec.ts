import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../src/migrations/index.ts';
import { openDataSource } from '../../src/platform/database/data-source.ts';
import { migrate, migrationSource } from '../../src/platform/database/migrate.ts';
import { type TestDatabase, freshDatabase } from '../support/database.ts';
import { catalogueOf, difference } from '../support/record-catalogue.ts';

/** TypeORM compares a generated column's expression with what it once noted itself, in a table that only it would make. The expression that stands is in the catalogue's text. */
async function rememberExpressions(source: DataSource): Promise<void> {
  await source.query('CREATE TABLE IF NOT EXISTS plexus.typeorm_metadata (type text, database text, schema text, "table" text, name text, value text)');
  for (const { tableName, columns } of source.entityMetadatas) {
    for (const { databaseName, asExpression } of columns.filter((column) => column.asExpression)) {
      await source.query(`INSERT INTO plexus.typeorm_metadata VALUES ('GENERATED_COLUMN', current_database(), 'plexus', $1, $2, $3)`, [tableName, databaseName, asExpression]);
    }
  }
}

/** What TypeORM would still do to make the database fit the entities. */
async function drift(database: TestDatabase): Promise<string[]> {
  const source = await openDataSource(database.adminUrl);
  try {
    await rememberExpressions(source);
    return (await source.driver.createSchemaBuilder().log()).upQueries.map(({ query }) => query);
  } finally {
    await source.destroy();
  }
}

describe('the migrations, on an empty database', () => {
  let database: TestDatabase;
  let owner: pg.Client;
  let empty: string[];
  beforeAll(async () => {
    database = await freshDatabase({ empty: true });
    owner = new pg.Client({ connectionString: database.adminUrl });
    await owner.connect();
    empty = await catalogueOf(owner);
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const up = () => migrate({ adminUrl: database.adminUrl, appRole: decodeURIComponent(new URL(database.appUrl).username) });

  it('go up, down and up again, and leave the same database', async () => {
    expect(await up()).toEqual(migrations.map((migration) => migration.name));
    const first = await catalogueOf(owner);

    const source = await migrationSource(database.adminUrl).initialize();
    try {
      for (const _ of migrations) await source.undoLastMigration({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    // But for the table that remembers which migrations ran, and the schema it lies in.
    expect(difference(empty, await catalogueOf(owner)).filter((line) => !/ migration\.|^\+ schema migration /.test(line))).toEqual([]);

    expect(await up()).toEqual(migrations.map((migration) => migration.name));
    expect(difference(first, await catalogueOf(owner))).toEqual([]);
  }, 180_000);

  it('have nothing to do when there is nothing new, also when several processes start at once', async () => {
    expect(await Promise.all([up(), up(), up()])).toEqual([[], [], []]);
  });

  it('fit the entities: TypeORM finds no drift', async () => {
    expect(await drift(database)).toEqual([]);
  });

  it.each([
    ['a column more', 'ALTER TABLE plexus.goal ADD COLUMN mood text', 'ALTER TABLE plexus.goal DROP COLUMN mood'],
    ['a key less', 'ALTER TABLE plexus.goal DROP CONSTRAINT goal_patient_fk', 'ALTER TABLE plexus.goal ADD CONSTRAINT goal_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id)'],
    ['a null where none may be', 'ALTER TABLE plexus.goal ALTER COLUMN words DROP NOT NULL', 'ALTER TABLE plexus.goal ALTER COLUMN words SET NOT NULL'],
  ])('and would find it: %s', async (_what, plant, undo) => {
    await owner.query(plant);
    const found = await drift(database);
    await owner.query(undo);
    expect(found).not.toEqual([]);
    expect(await drift(database)).toEqual([]);
  });
});

it('each migration takes back exactly what it brought', async () => {
  const database = await freshDatabase({ empty: true });
  const owner = new pg.Client({ connectionString: database.adminUrl });
  try {
    await owner.connect();
    await owner.query('CREATE SCHEMA migration');
    const upTo = async (count: number, act: (source: DataSource) => Promise<unknown>) => {
      const source = await new DataSource({ ...migrationSource(database.adminUrl).options, migrations: migrations.slice(0, count) } as DataSourceOptions).initialize();
      await act(source).finally(() => source.destroy());
      return catalogueOf(owner);
    };
    const after = [await upTo(0, (source) => source.runMigrations())];
    for (let count = 1; count <= migrations.length; count += 1) after.push(await upTo(count, (source) => source.runMigrations({ transaction: 'each' })));
    for (let count = migrations.length; count > 0; count -= 1) {
      const left = difference(after[count - 1]!, await upTo(count, (source) => source.undoLastMigration({ transaction: 'each' })));
      expect([migrations[count - 1]!.name, left.filter((line) => !/ migration\./.test(line))]).toEqual([migrations[count - 1]!.name, []]);
    }
  } finally {
    await owner.end();
    await database.drop();
  }
}, 180_000);

it('several processes may bring an empty database up at once: one does, the others find nothing to do', async () => {
  const database = await freshDatabase({ empty: true });
  try {
    const appRole = decodeURIComponent(new URL(database.appUrl).username);
    const ran = await Promise.all([1, 2, 3].map(() => migrate({ adminUrl: database.adminUrl, appRole })));
    expect(ran.map((names) => names.length).sort()).toEqual([0, 0, migrations.length]);
  } finally {
    await database.drop();
  }
}, 180_000);
