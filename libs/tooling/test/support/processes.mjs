import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { isAlive } from '../../database/process-info.mjs';
import { until } from './run.mjs';

/** @type {import('node:child_process').ChildProcess[]} */
const started = [];

/**
 * Starts a program and keeps all it says.
 *
 * @param {string[]} command
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start([program, ...args], options = {}) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  started.push(child);
  /** @type {string[]} */
  const lines = [];
  for (const stream of [child.stdout, child.stderr]) if (stream) createInterface({ input: stream }).on('line', (line) => lines.push(line));
  /** @type {Promise<number | null>} */
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve(code));
  });
  return {
    child,
    lines,
    ended,
    /** @param {RegExp} wanted @param {number} [withinMs] @returns {Promise<string>} the line */
    said: (wanted, withinMs = 150_000) =>
      until(
        `${wanted} said`,
        () => {
          const line = lines.find((candidate) => wanted.test(candidate));
          if (!line && child.exitCode !== null && child.stdout?.readableEnded) throw new Error(`It ended (${child.exitCode}) without saying ${wanted}:\n${lines.join('\n')}`);
          return line;
        },
        withinMs,
      ),
  };
}

/** @param {number} pid */
export const dies = (pid, withinMs = 120_000) => until(`process ${pid} gone`, () => !isAlive(pid), withinMs);

/** A failed test must not leave its programs behind. */
export function killAll() {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
}
