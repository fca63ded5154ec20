import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Starts the built server as it is served: trusted documents apart, of which the bench has some of its own.
 *
 * @param {{ appUrl: string, adminUrl: string, recordKey: string }} database
 * @returns {Promise<{ url: string, kill: () => void }>}
 */
export async function startBuiltServer({ appUrl, adminUrl, recordKey }) {
  const port = String(20_000 + Math.floor(Math.random() * 20_000));
  const server = spawn(process.execPath, ['apps/api/dist/main.js'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: port,
      DATABASE_URL: appUrl,
      DATABASE_ADMIN_URL: adminUrl,
      PLEXUS_RECORD_KEY: recordKey,
      PLEXUS_EMBEDDED: '1',
      PLEXUS_DEMO: '0',
      PLEXUS_DOCUMENTS: 'any',
      PLEXUS_LOG_LEVEL: 'silent',
      PLEXUS_EXIT_WITH_PARENT: '1',
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let isReady = false;
  for await (const chunk of server.stdout) {
    isReady = String(chunk).includes('ready');
    if (isReady) break;
  }
  if (!isReady) throw new Error('The server did not start.');
  server.stdout.resume();
  return { url: `http://localhost:${port}`, kill: () => void server.kill('SIGKILL') };
}
