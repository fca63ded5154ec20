import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reached } from './1700000006000-walls.ts';

const TODAY = `(SELECT current_setting('app.today')::date)`;
const TABLES = ['device', 'consent'];

/** Devices and consents of a patient. From here on a peer mentor reaches a patient only while the patient's consent to it is in force. */
export class DevicesAndConsents1700000017000 implements MigrationInterface {
  readonly name = 'DevicesAndConsents1700000017000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plexus.patient_details
        ADD COLUMN device_answer text NOT NULL DEFAULT 'not-asked',
        ADD CONSTRAINT patient_details_device_answer CHECK (device_answer IN ('not-asked', 'none', 'recorded'));
      ALTER TABLE plexus.patient_details ALTER COLUMN device_answer DROP DEFAULT;

      CREATE TABLE plexus.device (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        kind text NOT NULL,
        maker text,
        model text,
        serial text,
        site text,
        side text,
        implanted_on date,
        card_seen_on date,
        card_seen_by_id uuid,
        mri_condition text NOT NULL,
        mri_terms text,
        followed_by text,
        note text,
        status text NOT NULL,
        removed_on date,
        removed_because text,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT device_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT device_card_seen_by_fk FOREIGN KEY (organization_id, card_seen_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT device_status CHECK (status IN ('in-place', 'removed', 'entered-in-error')),
        CONSTRAINT device_side CHECK (side IN ('left', 'right', 'both')),
        CONSTRAINT device_mri_condition CHECK (mri_condition IN ('safe', 'conditional', 'unsafe', 'not-known')),
        CONSTRAINT device_mri_terms CHECK (mri_condition <> 'conditional' OR mri_terms IS NOT NULL),
        CONSTRAINT device_card CHECK ((card_seen_on IS NULL) = (card_seen_by_id IS NULL))
      );
      CREATE INDEX device_patient ON plexus.device (organization_id, patient_id);

      CREATE TABLE plexus.consent (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        kind text NOT NULL,
        party_name text,
        party_relation text,
        scope text,
        given_on date NOT NULL,
        given_by text NOT NULL,
        representative text,
        how text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        note text,
        status text NOT NULL,
        withdrawn_on date,
        withdrawn_by text,
        withdrawn_representative text,
        withdrawn_how text,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT consent_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT consent_status CHECK (status IN ('given', 'withdrawn', 'entered-in-error')),
        CONSTRAINT consent_given_by CHECK (given_by = 'patient' AND representative IS NULL OR given_by = 'representative' AND representative IS NOT NULL),
        CONSTRAINT consent_how CHECK (how IN ('written', 'spoken', 'recorded') AND withdrawn_how IN ('written', 'spoken', 'recorded')),
        CONSTRAINT consent_withdrawn CHECK (status <> 'withdrawn' OR withdrawn_on IS NOT NULL AND withdrawn_by IN ('patient', 'representative') AND withdrawn_how IS NOT NULL),
        CONSTRAINT consent_period CHECK (valid_from >= given_on AND valid_to >= valid_from),
        -- Of two that cover one day, withdrawing one would change nothing.
        CONSTRAINT consent_once EXCLUDE USING gist
          (organization_id WITH =, patient_id WITH =, kind WITH =, coalesce(party_name, '') WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (status = 'given')
      );
      CREATE INDEX consent_patient ON plexus.consent (organization_id, patient_id);
    `);
    for (const table of TABLES) {
      await runner.query(`
        ALTER TABLE plexus.${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE plexus.${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_reached ON plexus.${table} TO plexus_app USING (${reached('clinical_reach', 'patient_id')});
        GRANT SELECT, INSERT, UPDATE ON plexus.${table} TO plexus_app;
      `);
    }
    await this.askForConsent(runner);
  }

  /** What `reach` said until now is who is on the team; on top of it a peer mentor needs the patient's word. */
  private async askForConsent(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY consent_for_reach ON plexus.consent FOR SELECT TO plexus_reach USING (true);
      GRANT SELECT (organization_id, patient_id, kind, status, valid_from, valid_to) ON plexus.consent TO plexus_reach;
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
      SET LOCAL ROLE plexus_reach;
      DO $$ BEGIN EXECUTE 'CREATE VIEW plexus.team_reach AS ' || pg_get_viewdef('plexus.reach'); END $$;
      CREATE OR REPLACE VIEW plexus.reach AS
        SELECT t.patient_id, t.through, t.role, t.discipline, t.on_behalf_of FROM plexus.team_reach t
         -- A value, not EXISTS: of that one PostgreSQL would make a list of all consents of the organization instead of one probe.
         WHERE t.discipline IS DISTINCT FROM 'peer-mentor' OR (
           SELECT true FROM plexus.consent c
            WHERE c.organization_id = (SELECT current_setting('app.organization')::uuid) AND c.patient_id = t.patient_id AND c.kind = 'peer-mentor-sees-plan' AND c.status = 'given'
              AND c.valid_from <= ${TODAY} AND (c.valid_to IS NULL OR c.valid_to >= ${TODAY}) LIMIT 1);
      RESET ROLE;
      REVOKE CREATE ON SCHEMA plexus FROM plexus_reach;
    `);
  }

  /** Mentors see the plans of their teams again, whatever the patient said: an older version knows nothing of consents. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
      SET LOCAL ROLE plexus_reach;
      DO $$ BEGIN EXECUTE 'CREATE OR REPLACE VIEW plexus.reach AS ' || pg_get_viewdef('plexus.team_reach'); END $$;
      DROP VIEW plexus.team_reach;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA plexus FROM plexus_reach;
      DROP TABLE plexus.consent, plexus.device;
      ALTER TABLE plexus.patient_details DROP COLUMN device_answer;
    `);
  }
}
