import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../..', import.meta.url));

/**
 * Runs a script with Node and waits for its end.
 *
 * @param {string[]} args
 * @param {{ input?: string } & import('node:child_process').SpawnOptions} [options]
 */
export async function runNode(args, { input = '', ...options } = {}) {
  const child = spawn(process.execPath, args, { ...options, stdio: 'pipe' });
  child.stdin.end(input);
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const [stdout, stderr, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, stdout, stderr };
}

/**
 * Asks again and again until the answer is yes; the deadline makes a failure of it.
 *
 * @template T
 * @param {string} what
 * @param {() => T | Promise<T>} ask
 * @param {number} [withinMs]
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask, withinMs = 120_000) {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
