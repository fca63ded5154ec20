import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plan is edited by several people at once: what each author had seen, why a part rests or ended, and what was entered in error. */
export class Editing1700000008000 implements MigrationInterface {
  readonly name = 'Editing1700000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plexus.revision
        ADD COLUMN base bigint,
        ADD CONSTRAINT revision_base CHECK (base < number);

      ALTER TABLE plexus.activity
        ADD COLUMN status_reason text,
        DROP CONSTRAINT activity_status,
        ADD CONSTRAINT activity_status CHECK (status IN ('planned', 'active', 'on-hold', 'completed', 'stopped', 'declined', 'entered-in-error'));

      ALTER TABLE plexus.goal
        DROP CONSTRAINT goal_status,
        ADD CONSTRAINT goal_status CHECK (status IN ('proposed', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error'));
    `);
  }

  /** Fails where something was entered in error already: an older version would not know what that is. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plexus.goal
        DROP CONSTRAINT goal_status,
        ADD CONSTRAINT goal_status CHECK (status IN ('proposed', 'active', 'on-hold', 'completed', 'cancelled'));

      ALTER TABLE plexus.activity
        DROP COLUMN status_reason,
        DROP CONSTRAINT activity_status,
        ADD CONSTRAINT activity_status CHECK (status IN ('planned', 'active', 'on-hold', 'completed', 'stopped', 'declined'));

      ALTER TABLE plexus.revision DROP COLUMN base;
    `);
  }
}
