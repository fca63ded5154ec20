import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reached } from './1700000006000-walls.ts';

/** What each discipline said of its part in a version of the plan. Clinicians read it: an objection is their argument, as a dissent is. */
export class Agreements1700000020000 implements MigrationInterface {
  readonly name = 'Agreements1700000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.agreement (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        discipline text NOT NULL,
        answer text NOT NULL,
        reason text,
        plan_version integer NOT NULL,
        person_id uuid NOT NULL,
        answered_on date NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT agreement_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT agreement_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT agreement_answer CHECK (answer IN ('right', 'objection')),
        CONSTRAINT agreement_reason CHECK ((answer = 'objection') = (reason IS NOT NULL))
      );
      CREATE INDEX agreement_patient ON plexus.agreement (organization_id, patient_id);

      ALTER TABLE plexus.agreement ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.agreement FORCE ROW LEVEL SECURITY;
      CREATE POLICY agreement_reached ON plexus.agreement TO plexus_app USING (${reached('clinical_reach', 'patient_id')});
      GRANT SELECT, INSERT ON plexus.agreement TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE plexus.agreement`);
  }
}
