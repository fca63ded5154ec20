import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { createApp } from './create-app.ts';
import { isLoopback, readConfig } from './platform/config/config.ts';
import { migrate } from './platform/database/migrate.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { signInList } from './demo/sign-ins.ts';
import { Log } from './platform/log/log.ts';
import { complain, guardOutputs, say } from './platform/log/outputs.ts';
import { startProblem } from './platform/log/technical.ts';

/** After the notice. What was acknowledged is safe in the database, so whatever hangs must not keep a terminal or a deployment waiting. */
const END_WITHIN_MS = 10_000;

try {
  const config = readConfig();
  const log = new Log(config);
  guardOutputs(log);

  const migrated = await migrate({ adminUrl: config.adminUrl, appRole: decodeURIComponent(new URL(config.databaseUrl).username) });
  if (migrated.length > 0) say(`Database brought up to date (${migrated.length} migrations).`);
  if (config.demo) await seedDemo(config, say);

  const app = await createApp(config);
  await app.nest.listen(config.port, config.host);

  let isClosing = false;
  const close = () => {
    if (isClosing) return;
    isClosing = true;
    setTimeout(() => {
      log.trouble('Not everything came to its end in time; the server ends all the same.');
      process.exit(1);
    }, config.shutdownNoticeMs + END_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.fatal('An error was not caught; the server ends.', error);
        process.exit(1);
      },
    );
  };
  let signals = 0;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      signals += 1;
      if (signals > 1) process.exit(1);
      close();
    });
  }
  // The launcher holds our standard input: when it dies in any way, so do we.
  if (process.env.PLEXUS_EXIT_WITH_PARENT === '1') process.stdin.on('end', close).on('error', close).resume();

  for (const warning of app.warnings) say(warning);
  const { port } = app.nest.getHttpServer().address() as AddressInfo;
  say(`\nPlexus is ready: http://${isLoopback(config.host) ? 'localhost' : config.host}:${port}`);
  if (config.demo) say(signInList());
} catch (error) {
  complain(startProblem(error));
  process.exit(1);
}
