import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { installFromDebian } from './debian.mjs';
import { runTied } from './tied-process.mjs';
import { root, say } from './workspace.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A browser for the end-to-end tests: the one that is there, else one that is fetched. @returns {Promise<string>} its path */
export async function chromium() {
  const found = installedChromium();
  if (found) return found;
  const fetched = (await fromDebian()) ?? (await fromPlaywright());
  if (!fetched) throw new ClearError('The tests need a Chromium, and none could be installed: install one, or set CHROMIUM_PATH to it.');
  return fetched;
}

function installedChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (!runs(given)) throw new ClearError(`CHROMIUM_PATH is set to ${given}, which does not run.`);
    return given;
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/Applications/Google Chrome.app/Contents/MacOS'];
  return folders.flatMap((folder) => [...NAMES, 'Google Chrome'].map((name) => join(folder, name))).find((file) => existsSync(file) && runs(file));
}

/** Some systems install a stand-in that only says how to get the browser. @param {string} file */
const runs = (file) => spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

async function fromDebian() {
  await installFromDebian('chromium');
  return installedChromium();
}

async function fromPlaywright() {
  say("Installing Chromium (Playwright's own) …");
  const { code } = await runTied([process.execPath, join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], {
    cwd: root,
    env: process.env,
    output: 'pipe',
  });
  if (code !== 0) return undefined;
  const { chromium: browser } = await import('@playwright/test');
  const file = browser.executablePath();
  return existsSync(file) && runs(file) ? file : undefined;
}
