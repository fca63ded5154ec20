import type { DataSource } from 'typeorm';

const KNOWN_SCHEMAS = ['auth', 'migration', 'plexus', 'queue'];
const SYSTEM_SCHEMAS = ['public', 'information_schema'];
/** The first minors without CVE-2026-120154 (rows readable despite row-level security), by major. */
const FIXED_MINORS: Readonly<Record<number, number>> = { 15: 20, 16: 16, 17: 12, 18: 7 };
const OLDEST_MAJOR = 15;
/** Of the tables of the job queue: what this build's pg-boss works with. */
const QUEUE_SHAPE = 24;
const DURABLE = ['fsync', 'full_page_writes', 'synchronous_commit'] as const;

export interface StartupFindings {
  readonly refusals: readonly string[];
  readonly warnings: readonly string[];
}

interface Facts {
  readonly version: number;
  readonly isSuper: boolean;
  readonly bypasses: boolean;
  readonly ownsTables: number;
  readonly schemas: string[];
  readonly unwalled: string[];
  readonly withoutPolicy: string[];
  readonly withoutKey: string[];
  readonly queueShape: number;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly synchronous_commit: string;
  readonly checksums: string;
  readonly throwaway: boolean;
}

const FACTS = `
  SELECT current_setting('server_version_num')::int AS version,
    (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) AS "isSuper",
    (SELECT rolbypassrls FROM pg_roles WHERE rolname = current_user) AS bypasses,
    (SELECT count(*)::int FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v') AND c.relnamespace::regnamespace::text = ANY ($1)
       AND pg_has_role(current_user, c.relowner, 'MEMBER')) AS "ownsTables",
    ARRAY(SELECT nspname::text FROM pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1) AS schemas,
    ARRAY(SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT (c.relrowsecurity AND c.relforcerowsecurity) ORDER BY 1) AS unwalled,
    ARRAY(SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid) ORDER BY 1) AS "withoutPolicy",
    ARRAY(SELECT c.relname::text FROM pg_class c WHERE c.relnamespace = 'plexus'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT EXISTS (SELECT FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attname = 'organization_id') ORDER BY 1) AS "withoutKey",
    (SELECT max(v.version) FROM queue.version v) AS "queueShape",
    current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes, current_setting('synchronous_commit') AS synchronous_commit,
    current_setting('data_checksums') AS checksums, coalesce(current_setting('plexus.throwaway', true), '') = 'on' AS throwaway`;

/** Looks at the database as the application sees it, and says why it must not be served from, or what to know about it. */
export async function checkDatabase(dataSource: DataSource, embedded: boolean): Promise<StartupFindings> {
  const [facts] = await dataSource.query<Facts[]>(FACTS, [KNOWN_SCHEMAS]);
  return judge(facts!, embedded);
}

export function judge(facts: Facts, embedded: boolean): StartupFindings {
  const major = Math.floor(facts.version / 10_000);
  const minor = facts.version % 10_000;
  const fixed = FIXED_MINORS[major];
  const isOld = fixed !== undefined && minor < fixed;
  const age = `PostgreSQL ${major}.${minor} lacks a fix of row-level security; ${major}.${fixed} has it.`;
  const foreign = facts.schemas.filter((schema) => !KNOWN_SCHEMAS.includes(schema) && !SYSTEM_SCHEMAS.includes(schema));
  const notDurable = facts.throwaway ? [] : DURABLE.filter((setting) => facts[setting] === 'off');
  const when = (condition: boolean, message: string): string[] => (condition ? [message] : []);
  return {
    refusals: [
      ...when(major < OLDEST_MAJOR, `PostgreSQL ${major} is not supported. Use ${OLDEST_MAJOR} or newer.`),
      ...when(facts.isSuper || facts.bypasses, 'The role in DATABASE_URL can pass row-level security. Use one without SUPERUSER and BYPASSRLS.'),
      ...when(facts.ownsTables > 0, 'The role in DATABASE_URL owns tables. Use a role that owns nothing; the owner belongs into DATABASE_ADMIN_URL.'),
      ...when(foreign.length > 0, `The database has schemas that Plexus does not know: ${foreign.join(', ')}. Give Plexus a database of its own.`),
      ...when(facts.unwalled.length > 0, `Row-level security is not forced on: ${facts.unwalled.join(', ')}.`),
      ...when(facts.withoutPolicy.length > 0, `No policy stands on: ${facts.withoutPolicy.join(', ')}.`),
      ...when(facts.withoutKey.length > 0, `The primary key does not begin with the organization on: ${facts.withoutKey.join(', ')}.`),
      ...when(facts.queueShape !== QUEUE_SHAPE, `The tables of the job queue have shape ${facts.queueShape}, this build works with ${QUEUE_SHAPE}. Start the newest build.`),
      ...when(notDurable.length > 0, `What is acknowledged could be lost: ${notDurable.join(', ')} is off.`),
      ...when(isOld && !embedded && !facts.throwaway, `${age} Update it.`),
    ],
    warnings: [
      ...when(isOld && embedded, `${age} The embedded database is for trying Plexus out and for development, on this machine only.`),
      ...when(facts.checksums !== 'on' && !facts.throwaway, 'Data checksums are off: a failing disk would not be noticed.'),
    ],
  };
}
