import type pg from 'pg';

const OURS = `('plexus', 'auth', 'queue', 'migration')`;
const GRANTS = (acl: string, kind: string, owner: string) =>
  `coalesce((SELECT string_agg(format('%s=%s', g.grantee, g.privileges), ' ' ORDER BY g.grantee) FROM (
     SELECT CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee, string_agg(a.privilege_type || CASE WHEN a.is_grantable THEN '*' ELSE '' END, ',' ORDER BY a.privilege_type) AS privileges
       FROM aclexplode(coalesce(${acl}, acldefault('${kind}', ${owner}))) a GROUP BY 1) g), '')`;
const FROM_AN_EXTENSION = (oid: string) => `EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`;

// Everything that decides who may see or change what, and in which shape; a comparison of entities sees none of the first.
const PARTS = [
  `SELECT format('schema %s owner=%s grants=%s', n.nspname, n.nspowner::regrole, ${GRANTS('n.nspacl', 'n', 'n.nspowner')}) FROM pg_namespace n WHERE n.nspname IN ${OURS} OR n.nspname = 'public'`,
  `SELECT format('extension %s in %s', e.extname, e.extnamespace::regnamespace) FROM pg_extension e`,
  `SELECT format('role %s login=%s super=%s bypass=%s createrole=%s createdb=%s replication=%s', r.rolname, r.rolcanlogin, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolcreatedb, r.rolreplication) FROM pg_roles r WHERE r.rolname ~ '^plexus'`,
  // 15 has no such options of a membership: as fields of the row they are empty there, as columns an error.
  `SELECT format('role %s is a member of %s inherit=%s set=%s', m.member::regrole, m.roleid::regrole, left(to_jsonb(m) ->> 'inherit_option', 1), left(to_jsonb(m) ->> 'set_option', 1)) FROM pg_auth_members m WHERE m.member::regrole::text ~ '^plexus'`,
  `SELECT format('%s %s rls=%s force=%s owner=%s grants=%s', CASE c.relkind WHEN 'v' THEN 'view' WHEN 'S' THEN 'sequence' ELSE 'table' END, c.oid::regclass, c.relrowsecurity, c.relforcerowsecurity, c.relowner::regrole,
     ${GRANTS('c.relacl', 'r', 'c.relowner')}) || coalesce(' options=' || c.reloptions::text, '')
     FROM pg_class c WHERE c.relnamespace::regnamespace::text IN ${OURS} AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`,
  `SELECT format('column %s.%s %s%s%s%s', c.oid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' ELSE '' END,
     coalesce(' default ' || regexp_replace(pg_get_expr(d.adbin, d.adrelid), '\\s+', ' ', 'g'), ''), coalesce(' grants=' || (SELECT string_agg(format('%s=%s', x.grantee::regrole, x.privilege_type), ' ' ORDER BY 1) FROM aclexplode(a.attacl) x), ''))
     FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
     WHERE c.relnamespace::regnamespace::text IN ${OURS} AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped`,
  `SELECT format('constraint %s %s: %s', conrelid::regclass, conname, regexp_replace(pg_get_constraintdef(oid), '\\s+', ' ', 'g')) FROM pg_constraint WHERE connamespace::regnamespace::text IN ${OURS} AND contype <> 'n'`,
  `SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname IN ${OURS}`,
  `SELECT format('policy %s.%s %s %s %s to %s using %s check %s', schemaname, tablename, policyname, permissive, cmd, roles, regexp_replace(qual, '\\s+', ' ', 'g'), regexp_replace(with_check, '\\s+', ' ', 'g')) FROM pg_policies`,
  `SELECT format('definition of view %s.%s: %s', schemaname, viewname, regexp_replace(definition, '\\s+', ' ', 'g')) FROM pg_views WHERE schemaname IN ${OURS}`,
  `SELECT format('function owner=%s grants=%s: %s', p.proowner::regrole, ${GRANTS('p.proacl', 'f', 'p.proowner')}, regexp_replace(pg_get_functiondef(p.oid), '\\s+', ' ', 'g'))
     FROM pg_proc p WHERE p.pronamespace::regnamespace::text IN ${OURS} AND p.prokind IN ('f', 'p') AND NOT ${FROM_AN_EXTENSION('p.oid')}`,
  `SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t WHERE NOT t.tgisinternal`,
  `SELECT format('default grants of %s in %s on %s: %s', d.defaclrole::regrole, d.defaclnamespace::regnamespace, d.defaclobjtype, d.defaclacl) FROM pg_default_acl d`,
];

/** The database as text, a line for each thing: the same for every database of the same migrations, whatever its name. */
export async function catalogueOf(client: pg.ClientBase): Promise<string[]> {
  // With a bare search path every name is written with its schema.
  const { rows: [before] } = await client.query<{ path: string }>(`SELECT current_setting('search_path') AS path`);
  await client.query(`SELECT set_config('search_path', 'pg_catalog', false)`);
  const { rows } = await client.query<{ line: string }>(PARTS.map((part) => `SELECT x.line FROM (${part}) x (line)`).join('\nUNION ALL\n'));
  await client.query(`SELECT set_config('search_path', $1, false)`, [before!.path]);
  return rows.map(({ line }) => line).sort();
}

/** What one has and the other has not, as a patch would say it. */
export function difference(expected: readonly string[], found: readonly string[]): string[] {
  return [...expected.filter((line) => !found.includes(line)).map((line) => `- ${line}`), ...found.filter((line) => !expected.includes(line)).map((line) => `+ ${line}`)];
}
