import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { externalDatabase } from './external-database.mjs';
import { watchLog } from './log-watch.mjs';
import { freeWebPort } from './ports.mjs';
import { prepare } from './prepare.mjs';
import { serve } from './serve.mjs';
import { dataFolder, databaseFolder, requireWritable, root, say } from './workspace.mjs';

/** `npm start`: from a fresh clone to a running clinic. What cannot work is said before anything long begins. */
export async function run() {
  const host = process.env.HOST || '127.0.0.1';
  const port = await freeWebPort(host);
  if (!process.env.DATABASE_URL) requireWritable(dataFolder());
  await prepare();
  const { env, database } = await findDatabase();
  say('Migrating and starting the server …');
  return serve(
    join(root, 'apps/api/dist/main.js'),
    { ...process.env, NODE_ENV: 'production', HOST: host, PORT: String(port), ...env },
    database,
  );
}

/** One's own PostgreSQL when its address is given, else the built-in one, which starts with the demo clinic. */
async function findDatabase() {
  const external = await externalDatabase();
  if (external) {
    const demo = process.env.PLEXUS_DEMO === '1' ? '1' : '0';
    say(`Using the database at DATABASE_URL${demo === '1' ? '' : ' (without the demo clinic; PLEXUS_DEMO=1 loads it)'}.`);
    return { env: { ...external, PLEXUS_EMBEDDED: '0', PLEXUS_DEMO: demo }, database: null };
  }
  const { startDatabase } = await import('../database.mjs'); // its packages are there only after the installation
  const folder = databaseFolder();
  const demo = process.env.PLEXUS_DEMO === '0' ? '0' : '1';
  say(existsSync(`${folder}.secrets.json`) ? 'Starting the database …' : `Making a database in ${folder}${demo === '1' ? ' with a demo clinic' : ''} …`);
  const database = await startDatabase({ dataDir: folder });
  watchLog(database, console.error);
  return {
    env: {
      DATABASE_URL: database.appUrl,
      DATABASE_ADMIN_URL: database.adminUrl,
      PLEXUS_RECORD_KEY: database.recordKey,
      PLEXUS_EMBEDDED: '1',
      PLEXUS_DEMO: demo,
    },
    database,
  };
}
