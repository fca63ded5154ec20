/**
 * A real PostgreSQL for this folder and nobody else, from the binaries `npm ci` brought along: no server, container or account to set up.
 * It listens on loopback only, asks everybody for a password, and ends with the process that started it.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { ClearError } from './clear-error.mjs';
import { canEnter, serverAccount } from './database/account.mjs';
import { postgresBinaries } from './database/binaries.mjs';
import { clusterExists, createCluster, giveDirectory } from './database/cluster.mjs';
import { claim, livingOwner, publish, release } from './database/owner-lock.mjs';
import { realPath, refuseForeignData, settleSecrets } from './database/place.mjs';
import { APP, DATABASE, OWNER, ensureRolesAndDatabase } from './database/roles.mjs';
import { readSecrets } from './database/secrets.mjs';
import { startServer } from './database/server.mjs';
import { patiently } from './patience.mjs';

export { ClearError };

/**
 * @typedef {'owner' | 'app' | 'superuser'} Role
 *
 * @typedef {object} Connections
 * @property {string} adminUrl the owner's, for migrations
 * @property {string} appUrl the application's
 * @property {string} superuserUrl for tests and repairs only
 * @property {string} recordKey keys the audit chain
 * @property {number} port
 * @property {number} pid the server's process
 * @property {string} dataDir where the data really is
 * @property {(role: Role, database?: string) => string} urlFor
 *
 * @typedef {Connections & { exited: Promise<number>, stop: () => Promise<void> }} Database
 * `exited` settles when the server has ended, wanted or not
 */

/**
 * Starts the database, making it first when it is not there.
 *
 * @param {object} [options]
 * @param {string} [options.dataDir] without it: a temporary folder, gone when the database has stopped
 * @param {boolean} [options.throwaway] fast and careless (no fsync): for tests
 * @param {number} [options.port] without it: any free one
 * @returns {Promise<Database>}
 */
export async function startDatabase({ dataDir, throwaway = !dataDir, port } = {}) {
  if (process.platform === 'win32') throw new ClearError('The built-in PostgreSQL needs Linux or macOS: use WSL, or set DATABASE_URL and DATABASE_ADMIN_URL.');
  const temporary = dataDir ? undefined : temporaryFolder();
  const wanted = resolve(dataDir ?? join(/** @type {string} */ (temporary), 'data'));
  mkdirSync(dirname(wanted), { recursive: true });
  const asked = realPath(wanted);
  await patiently(() => claim(asked));
  try {
    const secrets = settleSecrets(asked);
    const actual = secrets.movedTo ?? asked;
    const account = serverAccount(actual);
    refuseForeignData(actual);
    const native = postgresBinaries(account);
    if (!clusterExists(actual)) {
      await createCluster({ native, dataDir: actual, account, superuserPassword: secrets.superuser, throwaway });
    }
    const server = await startServer({ native, dataDir: actual, logFile: `${asked}.log`, account, port, throwaway, removeAfterwards: temporary });
    const connections = connectionsTo(server.port, server.pid, actual, secrets);
    try {
      await ensureRolesAndDatabase(connections.urlFor('superuser', 'postgres'), secrets);
    } catch (error) {
      await server.stop();
      throw error;
    }
    publish(asked, { port: server.port, serverPid: server.pid });
    return {
      ...connections,
      exited: server.exited,
      async stop() {
        await server.stop();
        release(asked);
        // The keeper has emptied it; the folder itself goes only by whoever may write where it lies.
        if (temporary) rmSync(temporary, { recursive: true, force: true });
      },
    };
  } catch (error) {
    release(asked);
    if (temporary) rmSync(temporary, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The database another process of this folder runs right now, or null.
 *
 * @param {{ dataDir: string }} options
 * @returns {Connections | null}
 */
export function runningDatabase({ dataDir }) {
  const wanted = resolve(dataDir);
  if (!existsSync(dirname(wanted))) return null;
  const asked = realPath(wanted);
  const owner = livingOwner(asked);
  if (!owner?.port || !owner.serverPid) return null;
  const secrets = readSecrets(asked);
  return connectionsTo(owner.port, owner.serverPid, secrets.movedTo ?? asked, secrets);
}

/** @param {number} port @param {number} pid @param {string} dataDir @param {import('./database/secrets.mjs').Secrets} secrets @returns {Connections} */
function connectionsTo(port, pid, dataDir, secrets) {
  const names = { owner: OWNER, app: APP, superuser: 'postgres' };
  /** @type {Connections['urlFor']} */
  const urlFor = (role, database = DATABASE) => `postgres://${names[role]}:${secrets[role]}@127.0.0.1:${port}/${database}`;
  return { adminUrl: urlFor('owner'), appUrl: urlFor('app'), superuserUrl: urlFor('superuser'), recordKey: secrets.recordKey, port, pid, dataDir, urlFor };
}

/** A folder the server's account owns, so that the shell that watches over it can remove it even when this process was killed. */
function temporaryFolder() {
  const account = serverAccount('');
  const parent = canEnter(account, tmpdir()) ? tmpdir() : '/var/tmp';
  const folder = mkdtempSync(join(parent, 'plexus-pg-'));
  giveDirectory(folder, account);
  return folder;
}
