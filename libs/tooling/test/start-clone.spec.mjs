/** `npm start` on a fresh clone with nothing standing in for anything. It takes minutes: only with `npm run test:long`. */
import { cpSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { aPort } from './support/clone.mjs';
import { chownTree, folder, isRoot, nobody, removeFolders } from './support/folders.mjs';
import { dies, killAll, start } from './support/processes.mjs';
import { repository } from './support/run.mjs';

afterEach(killAll);
afterAll(removeFolders);

const WARM_START_WITHIN_MS = 6_000;

const MADE_HERE = /^(node_modules|dist|gql|\.nx|\.git|\.data|test-results|playwright-report)$/;

/** The sources as they are now, and nothing that is made from them. @param {{ uid: number, gid: number } | null} owner */
function freshClone(owner) {
  const root = folder();
  cpSync(repository, root, { recursive: true, filter: (path) => !MADE_HERE.test(basename(path)) });
  const home = folder();
  if (owner) for (const path of [root, home]) chownTree(path, owner);
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NX_|NODE_OPTIONS|NODE_ENV|JEST_|PLEXUS_|DATABASE_|PORT$|HOST$)/i.test(name));
  return { root, options: { cwd: root, env: { ...Object.fromEntries(inherited), HOME: home }, ...owner } };
}

(process.env.PLEXUS_LONG ? describe : describe.skip).each([
  ['the current account', null],
  ...(isRoot ? [['an ordinary account', nobody]] : []),
])('a fresh clone, as %s', (_name, owner) => {
  it('installs, builds and serves; later starts are quick; a kill leaves nothing', async () => {
    const { root, options } = freshClone(owner);
    /** @param {number} within */
    async function run(within) {
      const port = await aPort();
      const program = start(['npm', 'start'], { ...options, env: { ...options.env, PORT: String(port) } });
      const began = performance.now();
      await program.said(/^Plexus is ready/, within);
      const took = performance.now() - began;
      const ready = await fetch(`http://127.0.0.1:${port}/health/ready`);
      expect(ready.status).toBe(200);
      expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toMatch(/<!doctype html>/i);
      const { pid, serverPid } = JSON.parse(readFileSync(join(root, '.data/postgres.owner.json'), 'utf8'));
      return { ...program, took, pids: [pid, serverPid] };
    }

    const first = await run(600_000);
    expect(first.lines).toEqual(expect.arrayContaining([expect.stringMatching(/^Installing packages/), expect.stringMatching(/^Building/)]));
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);

    const second = await run(60_000);
    expect(second.lines).not.toEqual(expect.arrayContaining([expect.stringMatching(/^(Installing|Building)/)]));
    expect(second.took).toBeLessThan(WARM_START_WITHIN_MS);
    second.child.kill('SIGKILL');
    for (const pid of second.pids) await dies(pid);

    const third = await run(60_000);
    process.kill(third.pids[0], 'SIGKILL');
    for (const pid of third.pids) await dies(pid);
  }, 900_000);
});
