import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;
const TABLES = ['symptom', 'risk_factor', 'red_flag_screen'];

/** What the patient complains of, what makes it likelier, and the signed screens for red flags: for clinicians only. */
export class Background1700000015000 implements MigrationInterface {
  readonly name = 'Background1700000015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.symptom (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        code text,
        words text,
        places text[] NOT NULL,
        patterns text[] NOT NULL,
        pattern_words text,
        severity integer,
        since date,
        resolved_on date,
        note text,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT symptom_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT symptom_name CHECK ((code IS NULL) <> (words IS NULL)),
        CONSTRAINT symptom_severity CHECK (severity BETWEEN 0 AND 10),
        CONSTRAINT symptom_period CHECK (resolved_on >= since),
        CONSTRAINT symptom_status CHECK (status IN ('active', 'entered-in-error'))
      );
      CREATE INDEX symptom_patient ON plexus.symptom (organization_id, patient_id);

      CREATE TABLE plexus.risk_factor (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        code text,
        words text,
        since date,
        note text,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT risk_factor_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT risk_factor_name CHECK ((code IS NULL) <> (words IS NULL)),
        CONSTRAINT risk_factor_status CHECK (status IN ('active', 'entered-in-error'))
      );
      CREATE INDEX risk_factor_patient ON plexus.risk_factor (organization_id, patient_id);

      CREATE TABLE plexus.red_flag_screen (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        form integer NOT NULL,
        signed_by_id uuid NOT NULL,
        signed_at timestamptz NOT NULL,
        signed_on date NOT NULL,
        yes text[] NOT NULL,
        details text[] NOT NULL,
        no text[] NOT NULL,
        not_asked text[] NOT NULL,
        decision text,
        decision_reason text,
        decided_by_id uuid,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT red_flag_screen_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT red_flag_screen_signed_by_fk FOREIGN KEY (organization_id, signed_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT red_flag_screen_decided_by_fk FOREIGN KEY (organization_id, decided_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT red_flag_screen_details CHECK (cardinality(details) = cardinality(yes)),
        CONSTRAINT red_flag_screen_decision CHECK (decision IN ('watch', 'test', 'refer')),
        CONSTRAINT red_flag_screen_decided CHECK ((decision IS NULL) = (decision_reason IS NULL) AND (decision IS NULL) = (decided_by_id IS NULL)),
        CONSTRAINT red_flag_screen_status CHECK (status IN ('signed', 'entered-in-error'))
      );
      CREATE INDEX red_flag_screen_patient ON plexus.red_flag_screen (organization_id, patient_id, signed_at);
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE plexus.${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE plexus.${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_reached ON plexus.${table} TO plexus_app USING (organization_id = ${ORGANIZATION} AND patient_id = ANY (
          CASE WHEN ${PATIENT} IS NULL THEN ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r)
          ELSE ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r WHERE r.patient_id = ${PATIENT}) END));
      `);
    }
    // What was signed stays as it was signed: only the decision on it and its status may be written.
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON plexus.symptom, plexus.risk_factor TO plexus_app;
      GRANT SELECT, INSERT, UPDATE (decision, decision_reason, decided_by_id, status, revision) ON plexus.red_flag_screen TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plexus.red_flag_screen, plexus.risk_factor, plexus.symptom');
  }
}
