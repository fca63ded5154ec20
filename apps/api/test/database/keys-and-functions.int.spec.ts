import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, freshDatabase } from '../support/database.ts';

/** Functions that see what their caller sees. */
const AS_CALLER = ['plexus.unread_revisions(uuid,bigint)', 'plexus.reached()', 'plexus.clinically_reached()'];

/** What must hold for every table and function that there is or will be. */
describe('everywhere in the database', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  const names = async (sql: string): Promise<string[]> => (await database.admin<{ name: string }>(sql)).map((row) => row.name);
  const COLUMNS = (oids: string, table: string) => `ARRAY(SELECT a.attname FROM unnest(${oids}) WITH ORDINALITY k (attnum, place) JOIN pg_attribute a ON a.attrelid = ${table} AND a.attnum = k.attnum ORDER BY k.place)`;
  const FUNCTIONS = `pg_proc p WHERE p.pronamespace::regnamespace::text IN ('plexus', 'auth', 'migration') AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;

  it('a primary key begins with the organization', async () => {
    const keys = await database.admin<{ name: string; columns: string[] }>(
      `SELECT c.conrelid::regclass::text AS name, ${COLUMNS('c.conkey', 'c.conrelid')}::text[] AS columns FROM pg_constraint c WHERE c.connamespace = 'plexus'::regnamespace AND c.contype = 'p'`,
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter(({ columns }) => columns[0] !== 'organization_id')).toEqual([]);
    expect(await names(`SELECT c.oid::regclass::text AS name FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p') AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary)`)).toEqual([]);
  });

  it('a foreign key carries the organization along, to the organization of the other row', async () => {
    const keys = await database.admin<{ name: string; from: string[]; to: string[] }>(
      `SELECT c.conname::text AS name, ${COLUMNS('c.conkey', 'c.conrelid')}::text[] AS "from", ${COLUMNS('c.confkey', 'c.confrelid')}::text[] AS "to" FROM pg_constraint c WHERE c.connamespace = 'plexus'::regnamespace AND c.contype = 'f'`,
    );
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter(({ from, to }) => from[0] !== 'organization_id' || to[0] !== 'organization_id')).toEqual([]);
  });

  it('what is unique is so within an organization', async () => {
    expect(await names(
      `SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
        WHERE c.relnamespace = 'plexus'::regnamespace AND (i.indisunique OR i.indisexclusion) AND a.attname <> 'organization_id'`,
    )).toEqual([]);
  });

  it('a table has row-level security, forced, and a policy', async () => {
    expect(await names(
      `SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p')
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))`,
    )).toEqual([]);
  });

  it('the application may delete nothing that a record needs, and write nowhere into history', async () => {
    const may = (privilege: string) => names(`SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p') AND has_table_privilege('plexus_app', c.oid, '${privilege}') ORDER BY 1`);
    expect(await may('DELETE')).toEqual(['activity_goal', 'goal_participant', 'leave', 'organization_role', 'saved_view']);
    expect(await may('TRUNCATE')).toEqual([]);
    expect(await may('TRIGGER')).toEqual([]);
    const mayUpdate = await names(`SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p') AND has_any_column_privilege('plexus_app', c.oid, 'UPDATE') ORDER BY 1`);
    for (const history of ['revision', 'change', 'command', 'access_log', 'job_run', 'organization_command']) expect(mayUpdate).not.toContain(history);
    expect(await may('INSERT')).not.toContain('access_log');
  });

  it('a function looks only where it was told, and is nobody’s by default; one that counts for its caller acts as the caller', async () => {
    const functions = await database.admin<{ name: string; definer: boolean; owner: string; path: string | null; callers: string[] }>(
      `SELECT p.oid::regprocedure::text AS name, p.prosecdef AS definer, p.proowner::regrole::text AS owner, (SELECT s FROM unnest(p.proconfig) s WHERE s LIKE 'search_path=%') AS path,
              ARRAY(SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a)::text[] AS callers FROM ${FUNCTIONS}`,
    );
    expect(functions.length).toBeGreaterThan(15);
    for (const { name, definer, owner, path, callers } of functions) {
      expect({ name, definer, owner, path, isPublic: callers.includes('PUBLIC') }).toEqual({ name, definer: !AS_CALLER.includes(name), owner: AS_CALLER.includes(name) ? 'plexus_owner' : 'plexus_definer', path: 'search_path=plexus, pg_temp', isPublic: false });
    }
  });

  it('the queue’s functions, which make tables and take them away, are the owner’s alone', async () => {
    const ofQueue = await database.admin(`SELECT p.proname::text AS name, p.prosecdef AS definer, has_function_privilege('plexus_app', p.oid, 'EXECUTE') AS "mayCall" FROM pg_proc p WHERE p.pronamespace = 'queue'::regnamespace ORDER BY 1`);
    expect(ofQueue).toEqual([{ name: 'create_queue', definer: false, mayCall: false }, { name: 'delete_queue', definer: false, mayCall: false }]);
  });

  it('nobody but the owner can put anything into a schema, and nobody is let into `public`', async () => {
    const may = await database.admin(
      `SELECT n.nspname::text AS schema, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS who FROM pg_namespace n, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
        WHERE n.nspname IN ('plexus', 'auth', 'queue', 'migration', 'public') AND a.privilege_type = 'CREATE' AND a.grantee <> n.nspowner`,
    );
    expect(may).toEqual([]);
    expect(await names(`SELECT n.nspname::text AS name FROM pg_namespace n WHERE n.nspname IN ('migration', 'public') AND has_schema_privilege('plexus_app', n.oid, 'USAGE')`)).toEqual([]);
  });

  it('a view that asks for more than its caller may belongs to a role that may only look, and at little', async () => {
    const views = await database.admin<{ name: string; owner: string }>(`SELECT c.relname::text AS name, c.relowner::regrole::text AS owner FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false) ORDER BY 1`);
    expect(views).toEqual(['administers', 'clinical_reach', 'coordinated_stand_in', 'coordinates', 'coordinator_present', 'follow_up_coordinated', 'follow_up_held', 'follow_up_holder', 'follow_up_turn', 'reach', 'team_acting', 'team_reach', 'watches_privacy'].map((name) => ({ name, owner: 'plexus_reach' })));
    const reads = await names(`SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ('plexus', 'auth', 'queue', 'migration') AND c.relkind = 'r' AND has_any_column_privilege('plexus_reach', c.oid, 'SELECT') ORDER BY 1`);
    expect(reads).toEqual(['consent', 'follow_up', 'follow_up_escalation', 'leave', 'organization_role', 'patient_record', 'person', 'stand_in', 'team_member']);
    expect(await names(`SELECT c.relname::text AS name FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ('plexus', 'auth', 'queue') AND c.relkind = 'r' AND (has_any_column_privilege('plexus_reach', c.oid, 'INSERT, UPDATE') OR has_table_privilege('plexus_reach', c.oid, 'DELETE'))`)).toEqual([]);
  });
});
