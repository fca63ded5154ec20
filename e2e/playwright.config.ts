import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';

// One port for the run, told to its workers; another run on this machine has another.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 10_000));
const port = process.env.E2E_PORT;
const chromium = process.env.CHROMIUM_PATH || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) => existsSync(file));

/** One demo clinic for the whole run; each flow has people and patients of its own. */
export default defineConfig({
  testDir: 'flows',
  outputDir: 'test-results/runs',
  globalTeardown: './sweep.ts',
  workers: 2,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Limits for what hangs, not for what is slow.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['../libs/tooling/playwright-summary-reporter.mjs']],
  use: {
    baseURL: `http://localhost:${port}`,
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 20_000,
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'clinic day', testIgnore: '**/restart.spec.ts' },
    // Alone and last: it takes the server away from everybody.
    { name: 'restart', testMatch: '**/restart.spec.ts', dependencies: ['clinic day'] },
  ],
  webServer: {
    command: 'node serve.mjs',
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    url: `http://localhost:${port}/health/ready`,
    env: { E2E_PORT: port },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
    reuseExistingServer: false,
    timeout: 120_000,
    stdout: 'pipe',
  },
});
