import { randomUUID } from 'node:crypto';
import { noteDatabase } from '@plexus/tooling/log-sweep';
import pg from 'pg';

const required = (name: string): string => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: run the tests through their script, which starts PostgreSQL.`);
  return value;
};

const onDatabase = (url: string, database: string): string => {
  const parsed = new URL(url);
  parsed.pathname = `/${database}`;
  return parsed.toString();
};

export interface TestDatabase {
  /** The application's role: what everything under test connects as. */
  readonly appUrl: string;
  /** The owner's: for putting things in place, never for what is under test. */
  readonly adminUrl: string;
  /** Empty on somebody else's server that lends none (TEST_DATABASE_SUPERUSER_URL). */
  readonly superuserUrl: string;
  /** One statement as the owner. */
  admin<T extends object = Record<string, unknown>>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  drop(): Promise<void>;
}

async function once<T extends object>(url: string, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** A fresh, migrated database for one test file: a clone of the run's template. */
export async function freshDatabase({ empty = false } = {}): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  const server = required('PLEXUS_TEST_ADMIN_URL');
  await once(server, `CREATE DATABASE ${name}${empty ? '' : ` TEMPLATE ${required('PLEXUS_TEST_TEMPLATE')}`}`);
  const adminUrl = onDatabase(server, name);
  const superuser = process.env.PLEXUS_TEST_SUPERUSER_URL;
  return {
    appUrl: onDatabase(required('PLEXUS_TEST_APP_URL'), name),
    adminUrl,
    superuserUrl: superuser ? onDatabase(superuser, name) : '',
    admin: (sql, values) => once(adminUrl, sql, values),
    drop: async () => {
      if (superuser) await noteDatabase(required('PLEXUS_TEST_LOGS'), onDatabase(superuser, name));
      // The owner may not end a worker of the server's own that just cleans up in there.
      await once(superuser ?? server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    },
  };
}
