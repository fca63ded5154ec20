import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Project } from '@playwright/test';

const firstOf = (files: readonly string[]) => files.find((file) => existsSync(file));
const chromium = process.env.CHROMIUM_PATH || firstOf(['/usr/bin/chromium-headless-shell', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']);
const haproxy = process.env.HAPROXY_PATH || firstOf(['/usr/sbin/haproxy', '/usr/local/sbin/haproxy']);

// One port a clinic for the run, told to its workers; another run on this machine has another.
process.env.E2E_PORT ??= String(20_000 + (process.pid % 5_000) * 2);
const addressOf = (servers: number) => `http://localhost:${Number(process.env.E2E_PORT) + servers - 1}`;

const LONG = Boolean(process.env.PLEXUS_LONG);

/** Two servers behind a proxy, as it is meant to be run; one alone where there is no proxy, and in the long run also. */
const clinics = haproxy ? (LONG ? [2, 1] : [2]) : [1];

const SMOOTH = '**/smooth-plan.spec.ts';
const RESTART = '**/restart.spec.ts';

const projectsOf = (servers: number): Project[] => {
  const use = { baseURL: addressOf(servers) };
  const metadata = { servers };
  const day = servers === 1 ? 'one server' : 'two servers';
  return [
    { name: day, use, metadata, testIgnore: [SMOOTH, RESTART] },
    // Alone and last: one measures the page, in the long run only, the other takes servers away from everybody.
    ...(LONG ? [{ name: `${day}, smooth`, use, metadata, testMatch: SMOOTH, dependencies: [day] }] : []),
    { name: `${day}, restart`, use, metadata, testMatch: RESTART, dependencies: [LONG ? `${day}, smooth` : day] },
  ];
};

/** One demo clinic for the whole run; each flow has people and patients of its own. */
export default defineConfig({
  testDir: 'flows',
  outputDir: 'test-results/runs',
  globalTeardown: './sweep.ts',
  // For two cores: a flow also waits for news, for mail and for moments to pass.
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // Limits for what hangs, not for what is slow.
  timeout: 480_000,
  expect: { timeout: 60_000 },
  reporter: [['list'], ['../libs/tooling/playwright-summary-reporter.mjs']],
  use: {
    browserName: 'chromium',
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 60_000,
    launchOptions: {
      executablePath: chromium,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  projects: clinics.flatMap(projectsOf),
  webServer: clinics.map((servers) => ({
    command: 'node serve.mjs',
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    url: `${addressOf(servers)}/health/ready`,
    env: { E2E_PORT: new URL(addressOf(servers)).port, E2E_SERVERS: String(servers), HAPROXY_PATH: haproxy ?? '' },
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    reuseExistingServer: false,
    timeout: 400_000,
    stdout: 'pipe',
  })),
});
