import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an activity of each kind says beyond who, when and why: by name, only what is set. Which names there are is the field registry's to say. */
export class ActivityDetails1700000012000 implements MigrationInterface {
  readonly name = 'ActivityDetails1700000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE plexus.activity
        ADD COLUMN details jsonb NOT NULL DEFAULT '{}',
        ADD CONSTRAINT activity_details CHECK (jsonb_typeof(details) = 'object');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE plexus.activity DROP COLUMN details`);
  }
}
