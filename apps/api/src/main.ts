import 'reflect-metadata';
import { createApp } from './create-app.ts';
import { isLoopback, readConfig } from './platform/config/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { signInList } from './demo/sign-ins.ts';

/** Says what is wrong and what to do, in one line, and ends. */
function giveUp(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

try {
  const config = readConfig();
  const say = (line: string) => process.stdout.write(`${line}\n`);

  const migrated = await migrate({ adminUrl: config.adminUrl, appRole: decodeURIComponent(new URL(config.databaseUrl).username) });
  if (migrated.length > 0) say(`Database brought up to date (${migrated.length} migrations).`);
  if (config.demo) await seedDemo(config, say);

  const app = await createApp(config);
  await app.nest.listen(config.port, config.host);

  let closing = false;
  const close = () => {
    if (closing) return;
    closing = true;
    // Whatever hangs must not keep a terminal or a deployment waiting: what was acknowledged is safe in the database.
    setTimeout(() => process.exit(1), 10_000).unref();
    void app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, close);
  // The launcher holds our standard input: when it dies in any way, so do we.
  if (process.env.PLEXUS_EXIT_WITH_PARENT === '1') process.stdin.on('end', close).on('error', close).resume();

  say(`\nPlexus is ready: http://${isLoopback(config.host) ? 'localhost' : config.host}:${config.port}`);
  if (config.demo) say(signInList());
} catch (error) {
  giveUp(error);
}
