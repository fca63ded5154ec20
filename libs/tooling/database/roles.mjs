import pg from 'pg';

/** @import { Secrets } from './secrets.mjs' */

export const DATABASE = 'plexus';
export const OWNER = 'plexus_owner';
export const APP = 'plexus_app';

/**
 * The owner migrates and can make databases and roles; the app owns nothing and cannot step around row-level security.
 * Neither is a superuser. Each role is made together with its password, so that a crash leaves none without.
 *
 * @param {string} superuserUrl
 * @param {Secrets} secrets
 */
export async function ensureRolesAndDatabase(superuserUrl, secrets) {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT (SELECT count(*) FROM pg_roles WHERE rolname IN ($1, $2)) = 2 AS roles,
              EXISTS (SELECT FROM pg_database WHERE datname = $3) AS database`,
      [OWNER, APP, DATABASE],
    );
    if (!rows[0].roles) {
      await client.query('BEGIN');
      await client.query(`CREATE ROLE ${OWNER} LOGIN CREATEROLE CREATEDB NOSUPERUSER NOBYPASSRLS NOREPLICATION PASSWORD ${client.escapeLiteral(secrets.owner)}`);
      await client.query(`CREATE ROLE ${APP} LOGIN NOCREATEROLE NOCREATEDB NOSUPERUSER NOBYPASSRLS NOREPLICATION PASSWORD ${client.escapeLiteral(secrets.app)}`);
      await client.query('COMMIT');
    }
    if (!rows[0].database) {
      await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' LOCALE 'C'`);
    }
  } finally {
    await client.end();
  }
}
