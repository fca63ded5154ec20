import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What is known about a living process, or null when there is none.
 * A zombie still answers to signal 0 until its parent collects it; it holds no files and no ports, so it counts as gone.
 *
 * @param {number} pid
 * @returns {{ startedAt: string, command: string } | null} `startedAt` tells a reused process id from the original
 */
export function processInfo(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return process.platform === 'linux' ? fromProc(pid) : fromPs(pid);
}

/** @param {number} pid */
export const isAlive = (pid) => processInfo(pid) !== null;

/** @param {number} pid */
function fromProc(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name in brackets and may itself hold brackets and spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return { startedAt: fields[19], command: readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ') };
  } catch {
    return null;
  }
}

/** @param {number} pid */
function fromPs(pid) {
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  });
  const line = stdout?.trim();
  if (status !== 0 || !line || line.startsWith('Z')) return null;
  const [, startedAt = '', command = ''] = /^\S+\s+(\S+\s+\S+\s+\S+\s+\S+\s+\S+)\s+(.*)$/.exec(line) ?? [];
  return { startedAt, command };
}
