import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;
/** The shape of every policy about a patient; see the walls. */
const REACHED = `organization_id = ${ORGANIZATION} AND patient_id = ANY (
  CASE WHEN ${PATIENT} IS NULL THEN ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r)
  ELSE ARRAY(SELECT r.patient_id FROM plexus.clinical_reach r WHERE r.patient_id = ${PATIENT}) END)`;
const TABLES = ['named_substance', 'medicine', 'reconciliation'];

/** What the patient takes, when the list was last gone through, and what is asked by name before a procedure. */
export class Medicines1700000014000 implements MigrationInterface {
  readonly name = 'Medicines1700000014000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.named_substance (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        substance text NOT NULL,
        answer text NOT NULL,
        answered_on date NOT NULL,
        answered_by_id uuid NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT named_substance_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT named_substance_answered_by_fk FOREIGN KEY (organization_id, answered_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT named_substance_once UNIQUE (organization_id, patient_id, substance),
        CONSTRAINT named_substance_answer CHECK (answer IN ('allergic', 'not-allergic', 'not-asked'))
      );

      CREATE TABLE plexus.medicine (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        drug text NOT NULL,
        dose_amount double precision,
        dose_unit text,
        route text,
        times_per_day integer,
        as_needed boolean NOT NULL,
        since date,
        until date,
        kind text NOT NULL,
        source text NOT NULL,
        prescriber text,
        note text,
        monitoring_checked_on date,
        agreement_on date,
        has_naloxone boolean,
        morphine_equivalent double precision,
        morphine_equivalent_source text,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT medicine_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT medicine_dose CHECK ((dose_amount IS NULL) = (dose_unit IS NULL) AND dose_amount > 0),
        CONSTRAINT medicine_unit CHECK (dose_unit IN ('mg', 'mcg', 'g', 'ml', 'unit', 'tablet', 'capsule', 'patch', 'drop', 'puff')),
        CONSTRAINT medicine_route CHECK (route IN ('oral', 'sublingual', 'topical', 'transdermal', 'nasal', 'inhaled', 'injection', 'rectal', 'other')),
        CONSTRAINT medicine_times CHECK (times_per_day BETWEEN 1 AND 24),
        CONSTRAINT medicine_period CHECK (until >= since),
        CONSTRAINT medicine_kind CHECK (kind IN ('prescription', 'over-the-counter', 'supplement')),
        CONSTRAINT medicine_source CHECK (source IN ('our-plan', 'other-clinician', 'pharmacy', 'patient')),
        CONSTRAINT medicine_morphine CHECK ((morphine_equivalent IS NULL) = (morphine_equivalent_source IS NULL) AND morphine_equivalent > 0),
        CONSTRAINT medicine_status CHECK (status IN ('active', 'stopped', 'entered-in-error'))
      );
      CREATE INDEX medicine_patient ON plexus.medicine (organization_id, patient_id);

      CREATE TABLE plexus.reconciliation (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        by_id uuid NOT NULL,
        "on" date NOT NULL,
        as_of bigint NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT reconciliation_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT reconciliation_by_fk FOREIGN KEY (organization_id, by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT reconciliation_as_of CHECK (as_of < revision)
      );
      CREATE INDEX reconciliation_patient ON plexus.reconciliation (organization_id, patient_id, revision);
    `);
    for (const table of TABLES) {
      // What was reconciled stays said: the next time is a row of its own.
      const grants = table === 'reconciliation' ? 'SELECT, INSERT' : 'SELECT, INSERT, UPDATE';
      await runner.query(`
        ALTER TABLE plexus.${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE plexus.${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_reached ON plexus.${table} TO plexus_app USING (${REACHED});
        GRANT ${grants} ON plexus.${table} TO plexus_app;
      `);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE plexus.reconciliation, plexus.medicine, plexus.named_substance');
  }
}
