import { logFolder } from '../database/log-archive.mjs';

/** @import { Connections } from '../database.mjs' */

/**
 * Says when the log of changes does not reach the backups, and when it does again: else nobody would hear of it before the disk is full.
 *
 * @param {Connections} database
 * @param {(line: string) => void} tell
 * @param {number} [everyMs]
 * @returns {() => void} stops it
 */
export function watchLog(database, tell, everyMs = 60_000) {
  let failing = false;
  let isAsking = false;
  const timer = setInterval(async () => {
    // One question at a time: an older answer that comes later would be told as news.
    if (isAsking) return;
    isAsking = true;
    const now = await readState(database).catch(() => null); // a database on its way down has nothing to say
    isAsking = false;
    if (!now || now.failing === failing) return;
    failing = now.failing;
    const folder = logFolder(database.dataDir);
    if (failing) {
      tell(`The log of changes cannot be copied to ${folder}: is that disk full, or not there? Nothing is lost, but the log piles up beside the data (${Math.round(now.bytes / 1e6)} MB). It goes on by itself once the folder can be written again; or choose another: npm run backup -- --to <folder>`);
    } else tell(`The log of changes is copied to ${folder} again.`);
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** @param {Connections} database */
async function readState(database) {
  const { default: pg } = await import('pg'); // not there before the installation
  const client = new pg.Client({ connectionString: database.urlFor('superuser', 'postgres') });
  // The database may stop between two questions: a connection that is told so must not end the program that looks after it.
  client.on('error', () => {});
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false) AS failing, (SELECT sum(size)::float8 FROM pg_ls_waldir()) AS bytes FROM pg_stat_archiver`,
    );
    return /** @type {{ failing: boolean, bytes: number }} */ (rows[0]);
  } finally {
    await client.end();
  }
}
