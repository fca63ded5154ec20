import { setTimeout as pause } from 'node:timers/promises';

/** Long enough for what was just killed to be gone: whoever restarts at once is not sent away for it. */
const PATIENCE_MS = 2_000;

/**
 * Tries until it works or patience is at its end; then the last refusal stands.
 *
 * @template T
 * @param {() => T | Promise<T>} attempt
 * @returns {Promise<T>}
 */
export async function patiently(attempt) {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}
