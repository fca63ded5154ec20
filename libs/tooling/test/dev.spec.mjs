/** `npm run dev` with stand-ins for the compiler, the page server and the API: all come up, and all go together. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import { aClone, aPort } from './support/clone.mjs';
import { removeFolders } from './support/folders.mjs';
import { dies, killAll } from './support/processes.mjs';

const holds = (/** @type {string} */ name) => `#!/usr/bin/env node\nconsole.log('${name} runs as ' + process.pid);\nsetInterval(() => {}, 1000);\n`;

/** @type {ReturnType<typeof aClone>} */
let clone;
beforeAll(() => {
  clone = aClone();
  const modules = join(clone.root, 'node_modules');
  for (const folder of ['.bin', 'vite/bin']) mkdirSync(join(modules, folder), { recursive: true });
  for (const folder of ['apps/web/src', 'libs/contract']) mkdirSync(join(clone.root, folder), { recursive: true });
  writeFileSync(join(modules, '.bin/tsc'), holds('compiler').replace('#!/usr/bin/env node', `#!${process.execPath}`));
  chmodSync(join(modules, '.bin/tsc'), 0o755);
  writeFileSync(join(modules, 'vite/package.json'), '{"type":"module"}');
  writeFileSync(join(modules, 'vite/bin/vite.js'), holds('pages'));
  writeFileSync(join(clone.root, 'apps/web/codegen.mjs'), `console.log('documents generated');\n`);
});
afterEach(killAll);
afterAll(removeFolders);

it.each(/** @type {const} */ (['SIGINT', 'SIGKILL']))('comes up, and goes as a whole (%s)', async (signal) => {
  const port = await aPort();
  const dev = clone.node(['libs/tooling/dev.mjs'], { PORT: String(port) });
  const pids = [await dev.said(/^compiler runs/), await dev.said(/^pages runs/)].map((line) => Number(line.split(' ').at(-1)));
  await dev.said(/^Plexus is ready/);
  const { pid, env } = await (await fetch(`http://127.0.0.1:${port}/`)).json();
  expect(env).toMatchObject({ PLEXUS_EMBEDDED: '1', PLEXUS_DEMO: '1', NODE_ENV: 'development' });
  const { serverPid } = JSON.parse(clone.read('.data/postgres.owner.json'));

  writeFileSync(join(clone.root, 'apps/web/src/goal.graphql'), `# ${signal}\n`);
  await dev.said(/^documents generated/);

  dev.child.kill(signal);
  for (const one of [...pids, pid, serverPid]) await dies(one);
  if (signal === 'SIGINT') expect(await dev.ended).toBe(0);
});
