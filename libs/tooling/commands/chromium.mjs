import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { ClearError } from '../clear-error.mjs';
import { installFromDebian } from './debian.mjs';
import { runTied } from './tied-process.mjs';
import { root, say } from './workspace.mjs';

/** Chromium without windows: the flows take little more than half as long (docs/decisions/0031). */
const SHELL = ['chromium-headless-shell', 'headless_shell'];
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'Google Chrome'];

/** A Chromium for the end-to-end tests: the one that is there, without windows before one with them, else one that is fetched. @returns {Promise<string>} its path */
export async function chromium() {
  const found = given() ?? installed(SHELL) ?? (await fromDebian('chromium-headless-shell', SHELL)) ?? installed(BROWSERS) ?? (await fromDebian('chromium', BROWSERS)) ?? (await fromPlaywright());
  if (!found) throw new ClearError('The tests need a Chromium, and none could be installed: install one, or set CHROMIUM_PATH to it.');
  return found;
}

function given() {
  const file = process.env.CHROMIUM_PATH;
  if (!file) return undefined;
  if (!runs(file)) throw new ClearError(`CHROMIUM_PATH is set to ${file}, which does not run.`);
  return file;
}

/** @param {readonly string[]} names */
function installed(names) {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/Applications/Google Chrome.app/Contents/MacOS'];
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find((file) => existsSync(file) && runs(file));
}

/** Some systems install a stand-in that only says how to get the browser. @param {string} file */
const runs = (file) => spawnSync(file, ['--version'], { timeout: 20_000 }).status === 0;

/** @param {string} name of the package @param {readonly string[]} programs */
async function fromDebian(name, programs) {
  await installFromDebian(name);
  return installed(programs);
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
