/** The smaller parts of `npm start` and `npm test`. */
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from '@jest/globals';
import { projects } from '../commands/projects.mjs';
import { runTied } from '../commands/tied-process.mjs';
import { totals } from '../commands/totals.mjs';
import { dies, killAll, start } from './support/processes.mjs';

afterEach(killAll);

describe('the last lines of npm test', () => {
  const summary = (passed, failed, skipped = 0) => ({ runner: 'x', passed, failed, skipped });

  it('add up all runners', () => {
    const runners = [
      { name: 'test a', summary: summary(100, 0, 2) },
      { name: 'e2e b', summary: summary(23, 0) },
    ];
    expect(totals(runners, [{ name: 'lint a', ok: true }])).toEqual({
      lines: ['test a: 100 passed, 0 failed, 2 skipped', 'e2e b: 23 passed, 0 failed', '123 passed, 0 failed'],
      ok: true,
    });
  });

  it.each([
    ['a test', [{ name: 'test a', summary: summary(1, 1) }], [], '1 passed, 1 failed'],
    ['a runner that did not finish', [{ name: 'test a', summary: null }], [], '0 passed, 1 failed'],
    ['a step', [{ name: 'test a', summary: summary(1, 0) }], [{ name: 'lint a', ok: false }], '1 passed, 1 failed'],
  ])('show %s that failed', (_name, runners, steps, last) => {
    const result = totals(runners, steps);
    expect(result.lines.at(-1)).toBe(last);
    expect(result.ok).toBe(false);
  });

  it('name each test that failed', () => {
    const runners = [{ name: 'test a', summary: { ...summary(1, 1), failures: ['test/plan.spec.ts › keeps both'] } }];
    expect(totals(runners, []).lines).toEqual(['test a: 1 passed, 1 failed', 'failed: test/plan.spec.ts › keeps both', '1 passed, 1 failed']);
  });

  it('know every project with tests', () => {
    const withTests = projects().filter(({ targets }) => targets.includes('test')).map(({ name }) => name);
    expect(withTests).toEqual(expect.arrayContaining(['@plexus/api', '@plexus/web', '@plexus/domain', '@plexus/tooling']));
  });
});

describe('a tied process', () => {
  const holder = fileURLToPath(new URL('support/hold-tied.mjs', import.meta.url));

  it('gives its output and its exit code', async () => {
    expect(await runTied(['/bin/sh', '-c', 'echo one; echo two >&2; exit 3'], { cwd: '/', env: process.env, output: 'pipe' })).toEqual({ code: 3, printed: expect.stringMatching(/one\n.*two\n|two\n.*one\n/) });
  });

  it.each([
    ['SIGKILL', 'child'],
    ['SIGTERM', 'child'],
    ['SIGKILL', 'stubborn'],
  ])('ends with all its children when we get %s (%s)', async (signal, kind) => {
    const program = start([process.execPath, holder, kind]);
    const pids = [await program.said(/^child/), await program.said(/^grandchild/)].map((line) => Number(line.split(' ')[1]));
    program.child.kill(/** @type {NodeJS.Signals} */ (signal));
    for (const pid of pids) await dies(pid);
  });
});
