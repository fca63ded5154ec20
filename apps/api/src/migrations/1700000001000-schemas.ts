import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The four schemas, and who may enter them. The roles themselves belong to the whole server and are made by `prepareRoles`. */
export class Schemas1700000001000 implements MigrationInterface {
  readonly name = 'Schemas1700000001000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA IF NOT EXISTS plexus;
      CREATE SCHEMA IF NOT EXISTS auth;
      CREATE SCHEMA IF NOT EXISTS queue;
      CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA plexus;
      CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA plexus;
      REVOKE ALL ON SCHEMA public FROM PUBLIC;
      GRANT USAGE ON SCHEMA plexus, auth, queue TO plexus_app;
      GRANT USAGE ON SCHEMA plexus TO plexus_reach;
      GRANT USAGE, CREATE ON SCHEMA plexus, auth TO plexus_definer;
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP EXTENSION pg_trgm;
      DROP EXTENSION btree_gist;
      DROP SCHEMA queue;
      DROP SCHEMA auth;
      DROP SCHEMA plexus;
      GRANT USAGE ON SCHEMA public TO PUBLIC;
    `);
  }
}
