import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** Written for other reasons than commands: who looked, how often somebody tried, when the queue was last put in order. */
const NOT_COMPARED = ['plexus.access_log', 'queue.rate_limit', 'queue.version'];

/** What stands in every table, as one line a table, whatever the order of its rows: equal before and after means that nothing was written anywhere. */
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
    const sql = tables.map((name) => `SELECT '${name}' AS name, count(*)::int AS rows, coalesce(sum(hashtextextended(t::text, 0)), 0) AS body FROM ${name} t`).join(' UNION ALL ');
    return new Fingerprints(client, sql);
  }

  async take(): Promise<Record<string, string>> {
    // Named: it is asked hundreds of times in a file, and reading a text of this length is half of its cost.
    const { rows } = await this.client.query<{ name: string; rows: number; body: string }>({ name: 'fingerprint', text: this.sql });
    return Object.fromEntries(rows.map(({ name, rows: count, body }) => [name, `${count} rows ${body}`]));
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}
