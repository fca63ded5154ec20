import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Patients with their problems, allergies and contacts, and the teams that treat them. */
export class Patients1700000004000 implements MigrationInterface {
  readonly name = 'Patients1700000004000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.patient (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        mrn text NOT NULL,
        given_name text NOT NULL,
        family_name text NOT NULL,
        preferred_name text,
        birth_date date NOT NULL,
        sex text NOT NULL,
        pronouns text,
        language text,
        interpreter_needed boolean NOT NULL,
        access_needs text,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT patient_record_fk FOREIGN KEY (organization_id, id) REFERENCES plexus.patient_record (organization_id, patient_id),
        CONSTRAINT patient_mrn UNIQUE (organization_id, mrn),
        CONSTRAINT patient_sex CHECK (sex IN ('female', 'male', 'other', 'unknown'))
      );
      CREATE INDEX patient_name ON plexus.patient (organization_id, family_name, given_name, id);

      CREATE TABLE plexus.patient_details (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        phone text,
        email text,
        address text,
        allergy_status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, patient_id),
        CONSTRAINT patient_details_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT patient_details_allergy_status CHECK (allergy_status IN ('not-asked', 'none-known', 'recorded'))
      );

      CREATE TABLE plexus.problem (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        catalogue_id text NOT NULL,
        since date,
        note text,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT problem_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT problem_status CHECK (status IN ('active', 'resolved', 'entered-in-error'))
      );
      CREATE INDEX problem_patient ON plexus.problem (organization_id, patient_id);

      CREATE TABLE plexus.allergy (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        substance text NOT NULL,
        reaction text,
        severity text NOT NULL,
        status text NOT NULL,
        recorded_on date NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT allergy_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT allergy_severity CHECK (severity IN ('mild', 'moderate', 'severe', 'unknown')),
        CONSTRAINT allergy_status CHECK (status IN ('active', 'entered-in-error'))
      );
      CREATE INDEX allergy_patient ON plexus.allergy (organization_id, patient_id);

      CREATE TABLE plexus.contact (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        kind text NOT NULL,
        opened_by_id uuid NOT NULL,
        opened_at timestamptz NOT NULL,
        closed_at timestamptz,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT contact_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT contact_opened_by_fk FOREIGN KEY (organization_id, opened_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT contact_kind CHECK (kind IN ('visit', 'call', 'message', 'conference')),
        CONSTRAINT contact_period CHECK (closed_at >= opened_at)
      );
      CREATE INDEX contact_patient ON plexus.contact (organization_id, patient_id, opened_at);

      CREATE TABLE plexus.team_member (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        person_id uuid NOT NULL,
        discipline text NOT NULL,
        role text NOT NULL,
        valid_from date NOT NULL,
        valid_to date,
        reason text NOT NULL,
        end_reason text,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT team_member_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT team_member_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT team_member_role CHECK (role IN ('lead', 'member', 'observer')),
        CONSTRAINT team_member_period CHECK (valid_to >= valid_from),
        CONSTRAINT team_member_of_patient UNIQUE (organization_id, patient_id, id),
        CONSTRAINT team_member_one_lead EXCLUDE USING gist
          (organization_id WITH =, patient_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (role = 'lead'),
        CONSTRAINT team_member_once EXCLUDE USING gist
          (organization_id WITH =, patient_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
      );
      CREATE INDEX team_member_panel ON plexus.team_member (organization_id, person_id, patient_id);

      CREATE TABLE plexus.stand_in (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        member_id uuid NOT NULL,
        person_id uuid NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        reason text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT stand_in_member_fk FOREIGN KEY (organization_id, patient_id, member_id)
          REFERENCES plexus.team_member (organization_id, patient_id, id),
        CONSTRAINT stand_in_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT stand_in_period CHECK (valid_to >= valid_from)
      );
      CREATE INDEX stand_in_panel ON plexus.stand_in (organization_id, person_id, patient_id);
      CREATE INDEX stand_in_member ON plexus.stand_in (organization_id, patient_id, member_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE plexus.stand_in, plexus.team_member, plexus.contact, plexus.allergy, plexus.problem, plexus.patient_details, plexus.patient
    `);
  }
}
