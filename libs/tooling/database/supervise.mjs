import { spawn } from 'node:child_process';
import { runAs } from './account.mjs';

/** @import { ChildProcess } from 'node:child_process' */
/** @import { Account } from './account.mjs' */

// The shell holds one end of our pipe. When this process ends, for whatever reason (kill -9 too), the kernel closes the other
// end, `read` returns and the program is told to stop. The watcher goes first once the program has ended by itself, so that
// it can never signal a process id that has been given to somebody else since.
const SCRIPT = `
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
{ while read -r line; do :; done <&3; kill -s "$STOP_SIGNAL" $program; } 2>/dev/null &
watcher=$!
exec 3<&-
wait $program
code=$?
kill $watcher 2>/dev/null
test -n "$REMOVE_AFTERWARDS" && rm -rf -- "$REMOVE_AFTERWARDS"
exit $code
`;

/**
 * Runs a program that cannot outlive this process. Closing the child's stdin stops it.
 *
 * @param {string[]} command
 * @param {{ account: Account, output: number, stopSignal: 'INT' | 'TERM', removeAfterwards?: string }} options
 *   `output`: file descriptor for what it prints
 * @returns {ChildProcess}
 */
export function supervise(command, { account, output, stopSignal, removeAfterwards = '' }) {
  return spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...command], {
    ...runAs(account),
    cwd: '/',
    // PG… variables of the person's own PostgreSQL work must not reach ours.
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', STOP_SIGNAL: stopSignal, REMOVE_AFTERWARDS: removeAfterwards },
    detached: true, // Ctrl-C at the terminal reaches only us; we stop the program when its users are gone
    stdio: ['pipe', output, output],
  });
}

/** @param {ChildProcess} child @returns {Promise<number>} its exit code; a signal counts as 1 */
export const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
