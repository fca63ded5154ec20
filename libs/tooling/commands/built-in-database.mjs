import { existsSync } from 'node:fs';
import { ClearError } from '../clear-error.mjs';
import { databaseFolder } from './workspace.mjs';

/**
 * The built-in database for a command that works on it: the one that `npm start` runs right now, else a stopped one, started for the while.
 *
 * @param {string} [folder]
 */
export async function builtInDatabase(folder = databaseFolder()) {
  const { runningDatabase, startDatabase } = await import('../database.mjs'); // its packages are there only after the installation
  if (!existsSync(`${folder}.secrets.json`)) throw new ClearError(`There is no database in ${folder} yet: run npm start first, or set DATABASE_ADMIN_URL.`);
  const running = runningDatabase({ dataDir: folder });
  if (running) return { database: running, release: async () => {} };
  const started = await startDatabase({ dataDir: folder });
  return { database: started, release: started.stop };
}
