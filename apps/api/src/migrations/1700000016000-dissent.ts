import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;

/** Who does not agree with the message that the team gives a patient, and why. Peer mentors read the message, not the clinicians' argument about it. */
export class Dissent1700000016000 implements MigrationInterface {
  readonly name = 'Dissent1700000016000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.dissent (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        person_id uuid NOT NULL,
        message text NOT NULL,
        reason text NOT NULL,
        status text NOT NULL,
        at timestamptz NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT dissent_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT dissent_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT dissent_status CHECK (status IN ('stands', 'withdrawn'))
      );
      CREATE INDEX dissent_patient ON plexus.dissent (organization_id, patient_id);

      ALTER TABLE plexus.dissent ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.dissent FORCE ROW LEVEL SECURITY;
      CREATE POLICY dissent_reached ON plexus.dissent TO plexus_app USING (
        organization_id = ${ORGANIZATION} AND patient_id = ANY (
          CASE WHEN ${PATIENT} IS NULL THEN ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r)
          ELSE ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r WHERE r.patient_id = ${PATIENT}) END));
      GRANT SELECT, INSERT, UPDATE ON plexus.dissent TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE plexus.dissent`);
  }
}
