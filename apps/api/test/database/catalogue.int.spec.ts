import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { catalogueOf, difference } from '../support/record-catalogue.ts';
import { type TestDatabase, freshDatabase } from '../support/database.ts';

const COMMITTED = fileURLToPath(new URL('catalogue.txt', import.meta.url));
/** Every major version writes its definitions in words of its own, and keeps other things in its catalogue: the text is that of the embedded one. */
const EMBEDDED_MAJOR = '18';
const { PLEXUS_TEST_MAJOR, PLEXUS_TEST_SUPERUSER_URL, TEST_DATABASE_ADMIN_URL } = process.env;
/** On somebody else's server only: an embedded one of another version must fail, for the text is to be written anew with it. */
const skippedBecause =
  TEST_DATABASE_ADMIN_URL && PLEXUS_TEST_MAJOR !== EMBEDDED_MAJOR ? `it is written for PostgreSQL ${EMBEDDED_MAJOR}, and this is ${PLEXUS_TEST_MAJOR}`
  : !PLEXUS_TEST_SUPERUSER_URL ? 'that takes a superuser (TEST_DATABASE_SUPERUSER_URL)'
  : null;

// Jest names no test of a file that is skipped whole.
if (skippedBecause !== null) process.stderr.write(`The catalogue of the database is not compared: ${skippedBecause}.\n`);

(skippedBecause === null ? describe : describe.skip)('the catalogue of the database', () => {
  let database: TestDatabase;
  let client: pg.Client;
  beforeAll(async () => {
    database = await freshDatabase();
    client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  it(`is the committed one (PLEXUS_UPDATE_CATALOGUE=1 writes it anew)`, async () => {
    expect(PLEXUS_TEST_MAJOR).toBe(EMBEDDED_MAJOR);
    const found = await catalogueOf(client);
    if (process.env.PLEXUS_UPDATE_CATALOGUE === '1') writeFileSync(COMMITTED, `${found.join('\n')}\n`);
    expect(difference(readFileSync(COMMITTED, 'utf8').trim().split('\n'), found)).toEqual([]);
  });

  it.each<[what: string, sql: string, seen: RegExp[]]>([
    ['a policy that is gone', 'DROP POLICY goal_reached ON plexus.goal', [/^- policy plexus\.goal goal_reached/]],
    ['a policy with another condition', 'ALTER POLICY goal_reached ON plexus.goal USING (true)', [/^- policy plexus\.goal/, /^\+ policy plexus\.goal.* using true/]],
    ['a policy for somebody else', 'ALTER POLICY goal_reached ON plexus.goal TO PUBLIC', [/^- policy plexus\.goal/, /^\+ policy plexus\.goal.* to \{public\}/]],
    ['row-level security that is no longer forced', 'ALTER TABLE plexus.goal NO FORCE ROW LEVEL SECURITY', [/^- table plexus\.goal rls=t force=t/, /^\+ table plexus\.goal rls=t force=f/]],
    ['row-level security that is off', 'ALTER TABLE plexus.goal DISABLE ROW LEVEL SECURITY', [/^- table plexus\.goal/, /^\+ table plexus\.goal rls=f/]],
    ['a table more', 'CREATE TABLE plexus.loose (organization_id uuid PRIMARY KEY)', [/^\+ column plexus\.loose/, /^\+ constraint plexus\.loose/, /^\+ index .*plexus\.loose/, /^\+ table plexus\.loose/]],
    ['a right to delete', 'GRANT DELETE ON plexus.revision TO plexus_app', [/^- table plexus\.revision/, /^\+ table plexus\.revision .*plexus_app=DELETE,INSERT,SELECT/]],
    ['a right to change one column', 'GRANT UPDATE (after) ON plexus.change TO plexus_app', [/^- column plexus\.change\.after/, /^\+ column plexus\.change\.after .*plexus_app=UPDATE/]],
    ['a view that is its caller’s', 'ALTER VIEW plexus.reach SET (security_invoker = true)', [/^- view plexus\.reach/, /^\+ view plexus\.reach .*security_invoker=true/]],
    ['a view of another owner', 'ALTER VIEW plexus.reach OWNER TO plexus_owner', [/^- view plexus\.reach/, /^\+ view plexus\.reach .*owner=plexus_owner/]],
    ['a function without its search path', 'ALTER FUNCTION auth.session_by_token(bytea) RESET search_path', [/^- function .*session_by_token/, /^\+ function .*session_by_token/]],
    ['a function for everybody', 'GRANT EXECUTE ON FUNCTION auth.session_by_token(bytea) TO PUBLIC', [/^- function .*session_by_token/, /^\+ function owner=plexus_definer grants=PUBLIC=EXECUTE.*session_by_token/]],
    ['a check that says something else', 'ALTER TABLE plexus.goal DROP CONSTRAINT goal_ended, ADD CONSTRAINT goal_ended CHECK (true)', [/^- constraint plexus\.goal goal_ended/, /^\+ constraint plexus\.goal goal_ended: CHECK \(true\)/]],
    ['an index of other columns', 'DROP INDEX plexus.goal_participant_patient; CREATE INDEX goal_participant_patient ON plexus.goal_participant (patient_id, organization_id)', [/^- index .*goal_participant_patient/, /^\+ index .*\(patient_id, organization_id\)/]],
    ['a role that passes row-level security', 'ALTER ROLE plexus_app BYPASSRLS', [/^- role plexus_app .*bypass=f/, /^\+ role plexus_app .*bypass=t/]],
    ['a role that became a member', 'GRANT plexus_definer TO plexus_app', [/^\+ role plexus_app is a member of plexus_definer/]],
  ])('shows %s', async (_what, sql, seen) => {
    const before = await catalogueOf(client);
    await client.query('BEGIN');
    try {
      await client.query(sql);
      const found = difference(before, await catalogueOf(client));
      expect(found).toEqual(seen.map((pattern) => expect.stringMatching(pattern)));
    } finally {
      await client.query('ROLLBACK');
    }
  });
});
