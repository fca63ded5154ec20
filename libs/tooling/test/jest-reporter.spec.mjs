/** The numbers and names Jest's runs leave behind for the last lines of `npm test`. */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { folder, removeFolders } from './support/folders.mjs';
import { repository, runNode } from './support/run.mjs';

afterAll(removeFolders);

it('counts and names what failed, also a file that cannot be loaded', async () => {
  const root = folder();
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module","private":true}');
  writeFileSync(
    join(root, 'jest.config.mjs'),
    `import { preset } from ${JSON.stringify(join(repository, 'libs/tooling/jest-preset.mjs'))};\nexport default { displayName: 'x', ...preset() };\n`,
  );
  mkdirSync(join(root, 'test'));
  writeFileSync(join(root, 'test/sums.spec.mjs'), `describe('a sum', () => { it('is right', () => {}); it('is wrong', () => { throw new Error('wrong'); }); it.skip('is not ready', () => {}); });`);
  writeFileSync(join(root, 'test/broken.spec.mjs'), `throw new Error('broken');`);

  const { code } = await runNode(['--experimental-vm-modules', join(root, 'node_modules/jest/bin/jest.js')], { cwd: root, env: process.env });

  expect(code).toBe(1);
  const { failures, ...counted } = JSON.parse(readFileSync(join(root, 'test-results/summary.json'), 'utf8'));
  expect(counted).toEqual({ runner: 'x', passed: 1, failed: 2, skipped: 1 });
  expect(failures.sort()).toEqual(['test/broken.spec.mjs', 'test/sums.spec.mjs › a sum is wrong']);
});
