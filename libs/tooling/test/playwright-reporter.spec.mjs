/** The end-to-end runner's numbers, as Playwright itself reports them (no browser is needed for that). */
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { folder, removeFolders } from './support/folders.mjs';
import { repository, runNode } from './support/run.mjs';

afterAll(removeFolders);

/** @param {Record<string, string>} flows */
async function playwright(flows) {
  const root = folder();
  symlinkSync(join(repository, 'node_modules'), join(root, 'node_modules'));
  writeFileSync(join(root, 'package.json'), '{"type":"module","private":true}');
  mkdirSync(join(root, 'flows'));
  for (const [name, body] of Object.entries(flows)) writeFileSync(join(root, 'flows', name), `import { expect, test } from '@playwright/test';\n${body}`);
  const reporter = join(repository, 'libs/tooling/playwright-summary-reporter.mjs');
  writeFileSync(
    join(root, 'playwright.config.ts'),
    `import { defineConfig } from '@playwright/test';\nexport default defineConfig({ testDir: 'flows', outputDir: 'test-results', retries: 1, workers: 1, reporter: [['line'], [${JSON.stringify(reporter)}]] });\n`,
  );
  const { JEST_WORKER_ID: _inJest, ...env } = process.env; // Playwright refuses to run inside Jest
  const { code } = await runNode([join(root, 'node_modules/@playwright/test/cli.js'), 'test'], { cwd: root, env });
  return { code, summary: JSON.parse(readFileSync(join(root, 'test-results/summary.json'), 'utf8')) };
}

it('counts what passed, failed and was skipped; passing at the second attempt is failing', async () => {
  const { code, summary } = await playwright({
    'a.spec.ts': `
      test('passes', () => {});
      test('passes too', () => {});
      test('fails', () => expect(1).toBe(2));
      test('is unsure', ({}, info) => expect(info.retry).toBe(1));
      test.skip('is not ready', () => {});`,
  });
  expect(code).toBe(1);
  expect(summary).toEqual({ runner: 'e2e', passed: 2, failed: 2, skipped: 1, failures: ['a.spec.ts › fails', 'a.spec.ts › is unsure'] });
});

it('counts a file that cannot be loaded', async () => {
  const { summary } = await playwright({ 'a.spec.ts': `throw new Error('broken');` });
  expect(summary.failed).toBeGreaterThan(0);
  expect(summary.passed).toBe(0);
});
