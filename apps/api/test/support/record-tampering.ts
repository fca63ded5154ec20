import pg from 'pg';
import type { TestDatabase } from './database.ts';

/** Somebody with the whole database in their hands, who goes around every wall and every foreign key. */
export class Intruder {
  private constructor(private readonly client: pg.Client) {}

  static async in(database: TestDatabase): Promise<Intruder> {
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query('SET session_replication_role = replica');
    return new Intruder(client);
  }

  async does<T extends object = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return (await this.client.query<T>(sql, [...values])).rows;
  }

  leave(): Promise<void> {
    return this.client.end();
  }
}
