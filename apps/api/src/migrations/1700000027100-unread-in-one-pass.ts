import type { MigrationInterface, QueryRunner } from 'typeorm';

const COUNT = 'plexus.unread_revisions(uuid, bigint)';

/**
 * A caseload counts up to a hundred unread revisions of each patient, and asks of each whether any change in it may be read. Both lie in the order of
 * their numbers, so one pass over the two answers it. PostgreSQL expects one row behind the walls and looks up each change by itself instead, which
 * took three times as long at 40,000 patients; a hash of all that is unread could not stop at a hundred.
 */
export class UnreadInOnePass1700000027100 implements MigrationInterface {
  readonly name = 'UnreadInOnePass1700000027100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER FUNCTION ${COUNT} SET enable_nestloop = off; ALTER FUNCTION ${COUNT} SET enable_hashjoin = off`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER FUNCTION ${COUNT} RESET enable_nestloop; ALTER FUNCTION ${COUNT} RESET enable_hashjoin`);
  }
}
