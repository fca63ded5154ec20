import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PERSON = `(SELECT current_setting('app.person')::uuid)`;

/** Worklists that somebody gave a name: a page's address after the question mark. One that is shared is read by colleagues and changed by its owner. */
export class SavedViews1700000025000 implements MigrationInterface {
  readonly name = 'SavedViews1700000025000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.saved_view (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        name text NOT NULL,
        address text NOT NULL,
        is_shared boolean NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT saved_view_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT saved_view_name UNIQUE (organization_id, person_id, name)
      );
      ALTER TABLE plexus.saved_view ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.saved_view FORCE ROW LEVEL SECURITY;
      CREATE POLICY saved_view_own ON plexus.saved_view TO plexus_app USING (organization_id = ${ORGANIZATION} AND person_id = ${PERSON});
      CREATE POLICY saved_view_shared ON plexus.saved_view FOR SELECT TO plexus_app USING (organization_id = ${ORGANIZATION} AND is_shared);
      GRANT SELECT, INSERT, UPDATE (name, address, is_shared, version), DELETE ON plexus.saved_view TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plexus.saved_view');
  }
}
