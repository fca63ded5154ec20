import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { migrations } from '../../migrations/index.ts';
import { prepareRoles } from './roles.ts';

/** Several processes may start at once: one migrates, the others wait and find nothing to do. */
const MIGRATION_LOCK = 727_001;

export interface MigrateOptions {
  /** The owner's connection. */
  readonly adminUrl: string;
  /** The application's log-in. */
  readonly appRole: string;
}

/** Brings the database to the newest shape and answers the names of the migrations it ran. */
export async function migrate({ adminUrl, appRole }: MigrateOptions): Promise<string[]> {
  await prepareRoles(adminUrl, appRole);
  const source = migrationSource(adminUrl);
  await source.initialize();
  const lock = source.createQueryRunner();
  try {
    await lock.query(`SELECT pg_advisory_lock(${MIGRATION_LOCK})`);
    await lock.query('CREATE SCHEMA IF NOT EXISTS migration');
    return (await source.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await lock.query(`SELECT pg_advisory_unlock(${MIGRATION_LOCK})`).catch(() => undefined);
    await lock.release();
    await source.destroy();
  }
}

export const migrationSource = (adminUrl: string): DataSource =>
  new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema: 'migration',
    migrations,
    migrationsTableName: 'migration',
    synchronize: false,
    installExtensions: false,
    poolSize: 2,
  });
