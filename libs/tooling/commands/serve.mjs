import { spawn } from 'node:child_process';
import { whenOrphaned } from './parent-watch.mjs';
import { root, say } from './workspace.mjs';

/** After its notice the server gives itself ten seconds; what has not ended then never will. */
const STOP_WITHIN_MS = 15_000;
const USUAL_NOTICE_MS = 5_000;

/**
 * Runs the server until it ends or we are asked to stop: the server first, then the database, so that nothing acknowledged is lost.
 * The server also watches its standard input and ends when that does, so that it goes with us when we are killed.
 *
 * @param {string} file
 * @param {NodeJS.ProcessEnv} env
 * @param {{ exited: Promise<unknown>, stop: () => Promise<void> } | null} database
 * @returns {Promise<number>} the exit code
 */
export async function serve(file, env, database) {
  const server = spawn(process.execPath, ['--enable-source-maps', file], {
    cwd: root,
    env: { ...env, PLEXUS_EXIT_WITH_PARENT: '1' },
    detached: true, // Ctrl-C reaches only us, and we stop things in order
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => resolve(code ?? 1));
  });

  let wanted = false;
  const stop = () => {
    if (wanted) return void server.kill('SIGKILL'); // asked twice: at once
    wanted = true;
    server.kill('SIGTERM');
    server.stdin?.end();
    setTimeout(() => server.kill('SIGKILL'), Number(env.PLEXUS_SHUTDOWN_NOTICE_MS || USUAL_NOTICE_MS) + STOP_WITHIN_MS).unref();
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
  whenOrphaned(stop);

  let databaseLost = false;
  void database?.exited.then(() => {
    if (wanted || server.exitCode !== null) return;
    databaseLost = true;
    console.error('The database ended unexpectedly; stopping. Nothing that was saved is lost: start again.');
    stop();
  });

  const code = await ended;
  const unexpected = !wanted;
  wanted = true;
  await database?.stop();
  if (databaseLost) return 1;
  if (unexpected) {
    if (code !== 0) console.error(`The server ended unexpectedly (exit code ${code}).`);
    return code;
  }
  say('Plexus has stopped.');
  return 0;
}
