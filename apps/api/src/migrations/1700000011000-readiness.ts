import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The application may see which migrations ran: a server whose database lacks one of its own is not ready. */
export class Readiness1700000011000 implements MigrationInterface {
  readonly name = 'Readiness1700000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA migration TO plexus_app;
      GRANT SELECT ON migration.migration TO plexus_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      REVOKE SELECT ON migration.migration FROM plexus_app;
      REVOKE USAGE ON SCHEMA migration FROM plexus_app`);
  }
}
