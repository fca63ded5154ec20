import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reached } from './1700000006000-walls.ts';

const COUNT = 'plexus.unread_revisions(p_patient uuid, p_seen bigint)';
/** Who has more to read is told "99+". */
const MOST = 100;

/**
 * Up to which revision a person has reviewed a patient's record: theirs alone, and no part of the record. What is unread is counted as the reader of
 * that one chart, so that a caseload counts nothing that the chart would not show: the function names the patient, which grants nothing, and acts as
 * whoever asks.
 */
export class SeenMarks1700000018000 implements MigrationInterface {
  readonly name = 'SeenMarks1700000018000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.seen_mark (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        person_id uuid NOT NULL,
        revision bigint NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, patient_id, person_id),
        CONSTRAINT seen_mark_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT seen_mark_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT seen_mark_revision CHECK (revision > 0)
      );
      ALTER TABLE plexus.seen_mark ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.seen_mark FORCE ROW LEVEL SECURITY;
      CREATE POLICY seen_mark_own ON plexus.seen_mark TO plexus_app
        USING (person_id = (SELECT current_setting('app.person')::uuid) AND ${reached('clinical_reach', 'patient_id')});
      GRANT SELECT, INSERT, UPDATE (revision, at) ON plexus.seen_mark TO plexus_app;

      CREATE FUNCTION ${COUNT} RETURNS integer LANGUAGE plpgsql STABLE SET search_path = plexus, pg_temp AS $body$
      DECLARE
        named text := current_setting('app.patient', true);
        unread integer;
      BEGIN
        PERFORM set_config('app.patient', p_patient::text, true);
        unread := (SELECT count(*) FROM (
          SELECT FROM plexus.revision r
           WHERE r.organization_id = current_setting('app.organization')::uuid AND r.patient_id = p_patient AND r.number > p_seen
             AND r.person_id <> current_setting('app.person')::uuid
             AND EXISTS (SELECT FROM plexus.change c WHERE c.organization_id = r.organization_id AND c.patient_id = p_patient AND c.number = r.number)
           LIMIT ${MOST}) found);
        PERFORM set_config('app.patient', coalesce(named, ''), true);
        RETURN unread;
      END $body$;
      REVOKE ALL ON FUNCTION plexus.unread_revisions(uuid, bigint) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION plexus.unread_revisions(uuid, bigint) TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION plexus.unread_revisions(uuid, bigint);
      DROP TABLE plexus.seen_mark;
    `);
  }
}
