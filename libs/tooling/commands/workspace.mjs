import { accessSync, constants, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ClearError } from '../clear-error.mjs';

export const root = resolve(fileURLToPath(new URL('../../..', import.meta.url)));

/** Where the database and its secrets are kept. */
export const dataFolder = () => resolve(root, process.env.PLEXUS_DATA_DIR || '.data');
export const databaseFolder = () => join(dataFolder(), 'postgres');

/** @param {string} line */
export const say = (line) => console.log(line);

/**
 * The environment for Nx and what it runs. A run inside another Nx task (a test that starts us) must not take itself for that task.
 *
 * @param {NodeJS.ProcessEnv} [extra]
 * @returns {NodeJS.ProcessEnv}
 */
export function buildEnvironment(extra = {}) {
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('NX_') && name !== 'NODE_OPTIONS');
  return {
    ...Object.fromEntries(outer),
    NX_DAEMON: 'false',
    NX_NO_CLOUD: 'true',
    NX_TUI: 'false',
    NX_NATIVE_COMMAND_RUNNER: 'false', // tasks stay in our process group, so that ending the group ends them
    ...extra,
  };
}

/** @param {string} folder to be written in, now or once it is made */
export function requireWritable(folder) {
  let nearest = folder;
  while (!existsSync(nearest)) nearest = dirname(nearest);
  try {
    accessSync(nearest, constants.W_OK | constants.X_OK);
  } catch {
    throw new ClearError(`No permission to write in ${nearest}: run as its owner, or make a clone of your own.`);
  }
}
