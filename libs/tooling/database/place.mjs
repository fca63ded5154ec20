import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { canEnter, serverAccount } from './account.mjs';
import { clusterExists } from './cluster.mjs';
import { readOrMakeSecrets, replaceSecrets } from './secrets.mjs';

/**
 * Root's server runs as another account, which cannot enter a repository under /root. Its data then lives in /var/lib/plexus
 * (not in /var/tmp, where clean-up jobs take old files), and the secrets remember where.
 *
 * @param {string} asked
 */
export function settleSecrets(asked) {
  const secrets = readOrMakeSecrets(asked);
  if (secrets.movedTo || clusterExists(asked) || canEnter(serverAccount(asked), dirname(asked))) return secrets;
  const moved = { ...secrets, movedTo: `/var/lib/plexus/${basename(asked)}-${randomBytes(6).toString('hex')}` };
  mkdirSync(dirname(moved.movedTo), { recursive: true });
  replaceSecrets(asked, moved);
  return moved;
}

/** @param {string} dataDir */
export function refuseForeignData(dataDir) {
  const me = process.getuid?.();
  if (me === 0 || !existsSync(dataDir) || statSync(dataDir).uid === me) return;
  throw new ClearError(`The database in ${dataDir} belongs to another account: run as that account, or set PLEXUS_DATA_DIR to a folder of your own.`);
}

/** One name for one folder, also through links: the server's own command line is compared with it. @param {string} path */
export const realPath = (path) => join(realpathSync(dirname(path)), basename(path));
