import { spawn } from 'node:child_process';

// The program and all it starts form a process group of their own. The shell holds one end of our pipe: when we end, for whatever
// reason (kill -9 too), `read` returns and the whole group is told to stop, and made to stop a second later.
const SCRIPT = `
trap : TERM INT HUP
exec 3<&0
"$@" </dev/null 3<&- &
program=$!
( trap '' TERM INT HUP; while read -r line; do :; done <&3; kill -s TERM -- -$$; sleep 1; kill -s KILL -- -$$ ) 2>/dev/null &
watcher=$!
exec 3<&-
wait $program
code=$?
while kill -0 $program 2>/dev/null; do wait $program; code=$?; done
trap '' TERM
kill -s TERM -- -$$ 2>/dev/null
kill -s KILL $watcher 2>/dev/null
exit $code
`;

/**
 * Starts a program that cannot outlive this process, nor leave children behind.
 *
 * @param {string[]} command
 * @param {{ cwd: string, env: NodeJS.ProcessEnv, output?: 'inherit' | 'pipe' | number }} options `output`: a number is an open file's
 */
export function startTied(command, { cwd, env, output = 'inherit' }) {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'sh', ...command], { cwd, env, detached: true, stdio: ['pipe', output, output] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk) => (printed += chunk));
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, printed }));
  });
  return { ended: /** @type {Promise<{ code: number, printed: string }>} */ (ended), stop: () => child.stdin?.end() };
}

/**
 * Runs a program to its end. Ctrl-C ends it, and then us.
 *
 * @param {string[]} command
 * @param {Parameters<typeof startTied>[1]} options
 */
export async function runTied(command, options) {
  const { ended, stop } = startTied(command, options);
  const interrupt = () => {
    stop();
    void ended.then(() => process.exit(130));
  };
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
  for (const signal of signals) process.on(signal, interrupt);
  try {
    return await ended;
  } finally {
    for (const signal of signals) process.off(signal, interrupt);
  }
}
