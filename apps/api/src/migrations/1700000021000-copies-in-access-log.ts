import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A copy of the plan leaves the record: who made which one stands in the access log, beside who opened the chart. */
export class CopiesInAccessLog1700000021000 implements MigrationInterface {
  readonly name = 'CopiesInAccessLog1700000021000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plexus.access_log DROP CONSTRAINT access_log_action;
      ALTER TABLE plexus.access_log ADD CONSTRAINT access_log_action CHECK (action IN ('chart-opened', 'chart-refused', 'patient-copy', 'team-copy'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Once a copy was made it fails, and is meant to: who made one is not forgotten with the version that could.
    await runner.query(`
      ALTER TABLE plexus.access_log DROP CONSTRAINT access_log_action;
      ALTER TABLE plexus.access_log ADD CONSTRAINT access_log_action CHECK (action IN ('chart-opened', 'chart-refused'));
    `);
  }
}
