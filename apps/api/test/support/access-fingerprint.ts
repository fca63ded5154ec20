import { createHash } from 'node:crypto';
import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** Written for other reasons than commands: who looked, how often somebody tried. */
const NOT_COMPARED = ['plexus.access_log', 'queue.rate_limit'];

/** What stands in every table, as one line a table: equal before and after means that nothing was written anywhere. */
export class Fingerprints {
  private constructor(
    private readonly client: pg.Client,
    private readonly sql: string,
  ) {}

  static async of(database: TestDatabase): Promise<Fingerprints> {
    const client = new pg.Client({ connectionString: database.superuserUrl || database.adminUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('plexus', 'auth', 'queue') ORDER BY 1`,
    );
    const tables = rows.map((row) => row.name).filter((name) => !NOT_COMPARED.includes(name));
    const sql = tables.map((name) => `SELECT '${name}' AS name, count(*)::int AS rows, coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '') AS body FROM ${name} t`).join(' UNION ALL ');
    return new Fingerprints(client, sql);
  }

  async take(): Promise<Record<string, string>> {
    const { rows } = await this.client.query<{ name: string; rows: number; body: string }>(this.sql);
    return Object.fromEntries(rows.map(({ name, rows: count, body }) => [name, `${count} rows ${createHash('sha256').update(body).digest('base64url').slice(0, 12)}`]));
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
