import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FaultClinic } from '../support/fault-clinic.ts';
import { ask } from '../support/fault-load.ts';
import { eventually } from '../support/record-patience.ts';

const MEGABYTES = 160;
const ENOUGH = 40;

/** A small disk can be mounted by root only. */
const isRoot = process.getuid?.() === 0 && process.platform === 'linux';
if (!isRoot) process.stdout.write('Skipped: a full disk. Only root on Linux can mount a small one.\n');
const asRoot = isRoot ? it : it.skip;

let disk: string;
let clinic: FaultClinic;

beforeAll(async () => {
  if (!isRoot) return;
  disk = mkdtempSync(join(tmpdir(), 'plexus-small-disk-'));
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=755`, 'plexus-small-disk', disk]);
  const folder = join(disk, 'cluster');
  mkdirSync(folder);
  clinic = await FaultClinic.open({ people: 4, patients: 2, folder });
}, 120_000);
afterAll(async () => {
  if (!isRoot) return;
  await clinic?.close();
  execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true });
}, 180_000);

/** Until nothing more goes on it. */
function fill(file: string): void {
  for (const block of [Buffer.alloc(1_000_000), Buffer.alloc(4_096)]) {
    try {
      for (;;) appendFileSync(file, block);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
  }
}

asRoot('a full disk: writes are refused in clear words, reads go on, and all goes on by itself when there is room; nothing acknowledged is lost', async () => {
  const { writers, cluster, servers: [server] } = clinic;
  const [database, api] = [cluster.pid, server!.pid];
  let done = false;
  const writing = Promise.all(writers.map((writer) => writer.write(() => done)));
  let met: unknown = null;
  writing.catch((error: unknown) => (met = error));
  const until = (what: string, isSo: () => boolean) =>
    eventually(what, async () => {
      if (met) throw met;
      return isSo();
    }, 180_000);
  try {
    await until('answers', () => clinic.heard >= ENOUGH);
    fill(join(disk, 'filling'));
    await until('the disk to be full', () => writers.every((writer) => writer.trouble !== null));
    expect(writers.map(({ trouble }) => trouble)).toEqual(Array(writers.length).fill({
      code: 'UNAVAILABLE', cause: 'DISK_FULL', message: 'Nothing can be saved: the disk of the database is full. What was saved is safe. Try again when there is room.',
    }));
    for (const { client } of clinic.people) {
      for (const patientId of clinic.patientIds) expect(await ask(server!.url, client.cookie, 'query ($patientId: ID!) { patient(patientId: $patientId) { revision plan { title } } }', { patientId })).toMatchObject({ outcome: 'ok' });
    }
    rmSync(join(disk, 'filling'));
    const enough = clinic.heard + ENOUGH;
    await until('answers again', () => clinic.heard >= enough);
  } finally {
    done = true;
    rmSync(join(disk, 'filling'), { force: true });
  }
  await writing;
  expect([cluster.pid, server!.pid]).toEqual([database, api]);
  expect(await clinic.wrong()).toEqual([]);
}, 180_000);
