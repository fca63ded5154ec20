import { ClearError } from '../clear-error.mjs';

/**
 * A PostgreSQL of one's own: both sign-ins and the key, a server that answers, and not too old a one. Null when none is asked for.
 *
 * @returns {Promise<NodeJS.ProcessEnv | null>}
 */
export async function externalDatabase() {
  const { DATABASE_URL, DATABASE_ADMIN_URL, PLEXUS_RECORD_KEY } = process.env;
  if (!DATABASE_URL && !DATABASE_ADMIN_URL) return null;
  if (!DATABASE_URL) throw new ClearError("DATABASE_ADMIN_URL is set, DATABASE_URL is not: set it to the application role's address, or unset both for the built-in database.");
  if (!DATABASE_ADMIN_URL) throw new ClearError("DATABASE_URL is set, DATABASE_ADMIN_URL is not: set it to the owner role's address, which migrates.");
  if (!PLEXUS_RECORD_KEY) throw new ClearError('With a database of your own, PLEXUS_RECORD_KEY must be set: 32 random bytes, kept like a password (openssl rand -hex 32).');
  if (!/^[0-9a-f]{64}$/i.test(PLEXUS_RECORD_KEY)) throw new ClearError('PLEXUS_RECORD_KEY must be 64 hexadecimal digits (openssl rand -hex 32).');
  await requireServer('DATABASE_ADMIN_URL', DATABASE_ADMIN_URL);
  await requireServer('DATABASE_URL', DATABASE_URL);
  return { DATABASE_URL, DATABASE_ADMIN_URL, PLEXUS_RECORD_KEY };
}

/** @param {string} name @param {string} url */
async function requireServer(name, url) {
  const { default: pg } = await import('pg'); // not there before the installation
  let client;
  try {
    client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    await client.connect();
    const { rows } = await client.query(`SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name`);
    if (rows[0].number < 150000) throw new ClearError(`Plexus needs PostgreSQL 15 or newer (${name} leads to ${rows[0].name}).`);
  } catch (error) {
    if (error instanceof ClearError) throw error;
    throw new ClearError(`The database at ${name} cannot be used: ${error.errors?.[0]?.message ?? error.message}.`); // never the address: it holds the password
  } finally {
    await client?.end().catch(() => undefined);
  }
}
