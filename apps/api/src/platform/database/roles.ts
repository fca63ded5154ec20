import pg from 'pg';

/** Roles without a log-in that own what the application may use but not be. They belong to the server, not to one database. */
const NOLOGIN_ROLES = ['plexus_definer', 'plexus_reach'] as const;
export const APP_ROLE = 'plexus_app';

/** Roles are the server's: several databases (one a test file) may be prepared at once. */
const ROLES_LOCK = 727_002;

/**
 * Makes the roles that migrations speak of, once a server. The application's own log-in may have any name; it becomes a member of
 * `plexus_app`, to which all grants and policies are written.
 */
export async function prepareRoles(adminUrl: string, appUser: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
    const { rows } = await client.query<{ rolname: string }>('SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)', [[...NOLOGIN_ROLES, APP_ROLE, appUser]]);
    const present = new Set(rows.map((row) => row.rolname));
    if (!present.has(appUser)) throw new Error(`The database has no role "${appUser}". Create the log-in that DATABASE_URL names, without superuser or BYPASSRLS.`);
    for (const role of NOLOGIN_ROLES) {
      if (!present.has(role)) await client.query(`CREATE ROLE ${role} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
    }
    if (!present.has(APP_ROLE)) await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN NOSUPERUSER NOBYPASSRLS`);
    if (appUser !== APP_ROLE) await client.query(`GRANT ${APP_ROLE} TO ${client.escapeIdentifier(appUser)}`);
    // The owner must be able to hand functions and views over to them.
    for (const role of NOLOGIN_ROLES) {
      const member = await client.query(`SELECT pg_has_role(current_user, $1, 'MEMBER') AS yes, current_setting('is_superuser') = 'on' AS super`, [role]);
      if (!member.rows[0].super) await grantMembership(client, role);
    }
  } finally {
    await client.end();
  }
}

async function grantMembership(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query<{ version: number }>(`SELECT current_setting('server_version_num')::int AS version`);
  // From PostgreSQL 16 on, making a role gives its maker ADMIN only, and becoming it is an option of its own.
  await client.query(`GRANT ${role} TO current_user${(rows[0]?.version ?? 0) >= 160_000 ? ' WITH INHERIT FALSE, SET TRUE' : ''}`);
}
