import type { MigrationInterface, QueryRunner } from 'typeorm';

const NAME = 'auth.migrations()';

/** A server whose database lacks one of its own migrations is not ready: the application may ask for their names, and has no way into the schema itself. */
export class Readiness1700000011000 implements MigrationInterface {
  readonly name = 'Readiness1700000011000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT USAGE ON SCHEMA migration TO plexus_definer;
      GRANT SELECT ON migration.migration TO plexus_definer;
      GRANT CREATE ON SCHEMA auth TO plexus_definer;
      CREATE FUNCTION ${NAME} RETURNS text[] LANGUAGE sql STABLE SECURITY DEFINER SET search_path = plexus, pg_temp AS $body$
        SELECT array_agg(m.name::text) FROM migration.migration m
      $body$;
      REVOKE ALL ON FUNCTION ${NAME} FROM PUBLIC;
      ALTER FUNCTION ${NAME} OWNER TO plexus_definer;
      SET LOCAL ROLE plexus_definer;
      GRANT EXECUTE ON FUNCTION ${NAME} TO plexus_app;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA auth FROM plexus_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${NAME};
      REVOKE SELECT ON migration.migration FROM plexus_definer;
      REVOKE USAGE ON SCHEMA migration FROM plexus_definer;
    `);
  }
}
