import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reachedBy } from './1700000022000-reach-asked-by-a-function.ts';

/** Reports that close the loop of a follow-up: what they are on the record's line, and their bytes in a table that no list reads. */
export class FollowUpAttachments1700000026000 implements MigrationInterface {
  readonly name = 'FollowUpAttachments1700000026000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.follow_up_attachment (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        sha256 text NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz NOT NULL,
        status text NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT follow_up_attachment_of_patient UNIQUE (organization_id, patient_id, id),
        CONSTRAINT follow_up_attachment_follow_up_fk FOREIGN KEY (organization_id, patient_id, follow_up_id) REFERENCES plexus.follow_up (organization_id, patient_id, id),
        CONSTRAINT follow_up_attachment_by_fk FOREIGN KEY (organization_id, by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT follow_up_attachment_media_type CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')),
        CONSTRAINT follow_up_attachment_size CHECK (size BETWEEN 1 AND 20000000),
        CONSTRAINT follow_up_attachment_status CHECK (status IN ('active', 'entered-in-error'))
      );
      CREATE INDEX follow_up_attachment_follow_up ON plexus.follow_up_attachment (organization_id, patient_id, follow_up_id);

      -- In parts: neither a statement nor a server ever holds twenty megabytes of one on their way out.
      CREATE TABLE plexus.follow_up_attachment_part (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        attachment_id uuid NOT NULL,
        ordinal integer NOT NULL,
        content bytea NOT NULL,
        PRIMARY KEY (organization_id, patient_id, attachment_id, ordinal),
        CONSTRAINT follow_up_attachment_part_attachment_fk FOREIGN KEY (organization_id, patient_id, attachment_id) REFERENCES plexus.follow_up_attachment (organization_id, patient_id, id),
        CONSTRAINT follow_up_attachment_part_ordinal CHECK (ordinal BETWEEN 0 AND 19),
        CONSTRAINT follow_up_attachment_part_content CHECK (octet_length(content) BETWEEN 1 AND 1000000)
      );
      -- What comes as a PDF or an image is compressed already.
      ALTER TABLE plexus.follow_up_attachment_part ALTER COLUMN content SET STORAGE EXTERNAL;

      ALTER TABLE plexus.follow_up_attachment ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up_attachment FORCE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up_attachment_part ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up_attachment_part FORCE ROW LEVEL SECURITY;
      CREATE POLICY follow_up_attachment_reached ON plexus.follow_up_attachment TO plexus_app USING (${reachedBy('clinical_reach', 'patient_id')});
      CREATE POLICY follow_up_attachment_part_reached ON plexus.follow_up_attachment_part TO plexus_app USING (${reachedBy('clinical_reach', 'patient_id')});

      -- A report stays as it came: only that it was an error may be written.
      GRANT SELECT, INSERT, UPDATE (status, revision) ON plexus.follow_up_attachment TO plexus_app;
      GRANT SELECT, INSERT ON plexus.follow_up_attachment_part TO plexus_app;

      ALTER TABLE plexus.access_log DROP CONSTRAINT access_log_action;
      ALTER TABLE plexus.access_log ADD CONSTRAINT access_log_action CHECK (action IN ('chart-opened', 'chart-refused', 'patient-copy', 'team-copy', 'attachment-downloaded'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    // Once something was downloaded it fails, and is meant to: who has it is not forgotten with the version that handed it out.
    await runner.query(`
      ALTER TABLE plexus.access_log DROP CONSTRAINT access_log_action;
      ALTER TABLE plexus.access_log ADD CONSTRAINT access_log_action CHECK (action IN ('chart-opened', 'chart-refused', 'patient-copy', 'team-copy'));
      DROP TABLE plexus.follow_up_attachment_part, plexus.follow_up_attachment;
    `);
  }
}
