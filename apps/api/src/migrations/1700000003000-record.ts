import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A patient's record as a line of revisions, each chained to the one before it; and who looked. */
export class Record1700000003000 implements MigrationInterface {
  readonly name = 'Record1700000003000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.patient_record (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        revision bigint NOT NULL,
        plan_version integer NOT NULL,
        head_hash bytea NOT NULL,
        opened_by uuid NOT NULL,
        PRIMARY KEY (organization_id, patient_id),
        CONSTRAINT patient_record_opened_by_fk FOREIGN KEY (organization_id, opened_by) REFERENCES plexus.person (organization_id, id)
      );

      CREATE TABLE plexus.revision (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        number bigint NOT NULL,
        at timestamptz NOT NULL,
        person_id uuid NOT NULL,
        on_behalf_of uuid,
        command_id uuid NOT NULL,
        contact_id uuid,
        verb text NOT NULL,
        reason text,
        plan_version integer,
        previous_hash bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (organization_id, patient_id, number),
        CONSTRAINT revision_record_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient_record (organization_id, patient_id),
        CONSTRAINT revision_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT revision_on_behalf_of_fk FOREIGN KEY (organization_id, on_behalf_of) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT revision_number CHECK (number > 0)
      );

      CREATE TABLE plexus.change (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        number bigint NOT NULL,
        ordinal integer NOT NULL,
        entity text NOT NULL,
        entity_id uuid NOT NULL,
        field text NOT NULL,
        before jsonb,
        after jsonb,
        before_digest bytea NOT NULL,
        after_digest bytea NOT NULL,
        added boolean NOT NULL,
        audience text[],
        author_id uuid,
        shape integer NOT NULL,
        PRIMARY KEY (organization_id, patient_id, number, ordinal),
        CONSTRAINT change_revision_fk FOREIGN KEY (organization_id, patient_id, number) REFERENCES plexus.revision (organization_id, patient_id, number)
      );
      CREATE INDEX change_entity ON plexus.change (organization_id, patient_id, entity, entity_id, number);

      CREATE TABLE plexus.command (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        id uuid NOT NULL,
        input_hash bytea NOT NULL,
        patient_id uuid NOT NULL,
        revision bigint NOT NULL,
        entity_id uuid,
        at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, person_id, id),
        CONSTRAINT command_revision_fk FOREIGN KEY (organization_id, patient_id, revision) REFERENCES plexus.revision (organization_id, patient_id, number),
        CONSTRAINT command_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id)
      );
      CREATE INDEX command_at ON plexus.command (organization_id, at);

      CREATE TABLE plexus.access_log (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz NOT NULL,
        person_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        session_id uuid NOT NULL,
        action text NOT NULL,
        through text,
        quarter bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT access_log_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT access_log_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient_record (organization_id, patient_id),
        CONSTRAINT access_log_action CHECK (action IN ('chart-opened', 'chart-refused')),
        CONSTRAINT access_log_through CHECK (through IN ('member', 'stand-in', 'coordinator')),
        CONSTRAINT access_log_once_a_quarter_hour UNIQUE (organization_id, person_id, patient_id, session_id, action, quarter)
      );

      CREATE TABLE plexus.job_run (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        job text NOT NULL,
        at timestamptz NOT NULL,
        outcome text NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT job_run_organization_fk FOREIGN KEY (organization_id) REFERENCES plexus.organization (organization_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE plexus.job_run, plexus.access_log, plexus.command, plexus.change, plexus.revision, plexus.patient_record`);
  }
}
