import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;

/** A goal's five descriptors, how far it was attained, and the next step of each part. Ratings are clinical: peer mentors read the scale, not the ratings. */
export class Attainment1700000013000 implements MigrationInterface {
  readonly name = 'Attainment1700000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plexus.goal
        ADD COLUMN scale_minus2 text,
        ADD COLUMN scale_minus1 text,
        ADD COLUMN scale_zero text,
        ADD COLUMN scale_plus1 text,
        ADD COLUMN scale_plus2 text,
        ADD CONSTRAINT goal_scale CHECK (num_nulls(scale_minus2, scale_minus1, scale_zero, scale_plus1, scale_plus2) IN (0, 5));

      ALTER TABLE plexus.activity ADD COLUMN next_step text;

      CREATE TABLE plexus.goal_rating (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        rater text NOT NULL,
        level smallint NOT NULL,
        words text NOT NULL,
        rated_on date NOT NULL,
        note text,
        recorded_by_id uuid NOT NULL,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT goal_rating_goal_fk FOREIGN KEY (organization_id, patient_id, goal_id) REFERENCES plexus.goal (organization_id, patient_id, id),
        CONSTRAINT goal_rating_recorded_by_fk FOREIGN KEY (organization_id, recorded_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT goal_rating_rater CHECK (rater IN ('clinician', 'patient')),
        CONSTRAINT goal_rating_level CHECK (level BETWEEN -2 AND 2),
        CONSTRAINT goal_rating_status CHECK (status IN ('active', 'entered-in-error'))
      );
      CREATE INDEX goal_rating_patient ON plexus.goal_rating (organization_id, patient_id);

      ALTER TABLE plexus.goal_rating ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.goal_rating FORCE ROW LEVEL SECURITY;
      CREATE POLICY goal_rating_reached ON plexus.goal_rating TO plexus_app USING (organization_id = ${ORGANIZATION} AND patient_id = ANY (
        CASE WHEN ${PATIENT} IS NULL THEN ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r)
        ELSE ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r WHERE r.patient_id = ${PATIENT}) END));
      GRANT SELECT, INSERT, UPDATE ON plexus.goal_rating TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE plexus.goal_rating;
      ALTER TABLE plexus.activity DROP COLUMN next_step;
      ALTER TABLE plexus.goal
        DROP COLUMN scale_minus2,
        DROP COLUMN scale_minus1,
        DROP COLUMN scale_zero,
        DROP COLUMN scale_plus1,
        DROP COLUMN scale_plus2;
    `);
  }
}
