/** The drill: a clinic at work is backed up, harmed and lost, and restored by the commands that a person would type. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { ONE_AT_A_TIME } from '../backup/make.mjs';
import { startDatabase } from '../database.mjs';
import { chownTree, folder, isRoot, removeFolders } from './support/folders.mjs';
import { clinicEnvironment, openClinic, query, secretsOf, stateOf } from './support/living-clinic.mjs';
import { killAll, start } from './support/processes.mjs';
import { repository, runNode, until } from './support/run.mjs';

const LONG = process.env.PLEXUS_LONG === '1';

const place = folder();
const live = join(place, 'live');
const backups = join(place, 'backups');
mkdirSync(live);

/** @param {'backup' | 'restore'} command @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
async function run(command, args, env = {}) {
  const { code, stdout, stderr } = await runNode([join(repository, `libs/tooling/${command}.mjs`), ...args], { cwd: repository, env: { ...clinicEnvironment(live), ...env } });
  return { code, said: `${stdout}${stderr}`.trim().split('\n') };
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} [env] */
async function restores(args, env) {
  const { code, said } = await run('restore', args, env);
  expect({ code, said }).toMatchObject({ code: 0 });
  return said;
}

/** Refused in one line; nothing is left of the attempt. @param {string[]} args @param {RegExp} line @param {NodeJS.ProcessEnv} [env] */
async function refuses(args, line, env) {
  const { code, said } = await run('restore', args, env);
  expect(said.at(-1)).toMatch(line);
  expect(code).toBe(1);
  for (const name of readdirSync(place)) expect(readdirSync(join(place, name))).not.toContainEqual(expect.stringContaining('.restore-'));
}

let places = 0;
/** A folder for one restore. */
const elsewhere = () => join(place, `elsewhere-${(places += 1)}`);

/** Starts a restored database to look into it. @template T @param {string} dataFolder @param {(superuserUrl: string) => Promise<T>} look */
async function inside(dataFolder, look) {
  const database = await startDatabase({ dataDir: join(dataFolder, 'postgres') });
  try {
    return await look(database.superuserUrl);
  } finally {
    await database.stop();
  }
}

const names = () => readdirSync(backups).filter((name) => name !== 'log').sort();
const about = (/** @type {string} */ name) => JSON.parse(readFileSync(join(backups, name, 'about.json'), 'utf8'));
const patients = (/** @type {{ heads: { id: string }[] }} */ state) => state.heads.map(({ id }) => id);

/** @type {Awaited<ReturnType<typeof openClinic>>} */
let clinic;
/** What was acknowledged before and after the moment. @type {string[]} */
const before = [];
/** @type {string[]} */
const after = [];
let moment = '';
/** @type {Awaited<ReturnType<typeof stateOf>>} */
let then;

beforeAll(async () => {
  clinic = await openClinic(live);
  for (let count = 0; count < 3; count += 1) before.push(await clinic.addPatient());

  let writing = true;
  const writer = (async () => {
    while (writing) before.push(await clinic.addPatient());
  })();
  const { code, said } = await run('backup', ['--to', backups]);
  expect({ code, said }).toMatchObject({ code: 0 });
  writing = false;
  await writer;

  then = await stateOf(clinic.database.superuserUrl);
  [{ moment }] = await query(clinic.database.superuserUrl, `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS moment`);
  for (let count = 0; count < 3; count += 1) after.push(await clinic.addPatient());
  await query(clinic.database.superuserUrl, `SET session_replication_role = replica; DELETE FROM plexus.change; DELETE FROM plexus.revision WHERE patient_id = '${before[0]}'`);
});
afterAll(killAll);
afterAll(removeFolders);

describe('while the clinic runs', () => {
  it('the backup is its owner\'s alone, and holds neither the record key nor a password', () => {
    expect(names()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/)]);
    for (const part of ['log', names()[0]]) {
      expect(statSync(join(backups, part)).mode & 0o777).toBe(0o700);
      for (const file of readdirSync(join(backups, part))) expect(statSync(join(backups, part, file)).mode & 0o777).toBe(0o600);
    }
    const text = readFileSync(join(backups, names()[0], 'about.json'), 'utf8');
    for (const secret of Object.values(secretsOf(join(live, 'postgres')))) expect(text).not.toContain(secret);
  });

  it('a backup killed in the middle leaves nothing that looks like one, and the server forgets it', async () => {
    const whole = names();
    const killed = start([process.execPath, join(repository, 'libs/tooling/backup.mjs'), '--to', backups], { cwd: repository, env: clinicEnvironment(live) });
    const halfName = await until('a backup in the making', () => names().find((name) => name.endsWith('.part') && existsSync(join(backups, name, 'base.tar.gz'))));
    killed.child.kill('SIGKILL');
    await killed.ended;
    expect(names()).toEqual([...whole, halfName]);
    await until('the server to have ended it', async () => (await query(clinic.database.superuserUrl, `SELECT FROM pg_stat_activity WHERE backend_type = 'walsender'`)).length === 0);
    expect(await query(clinic.database.superuserUrl, 'SELECT FROM pg_stat_progress_basebackup')).toEqual([]);

    expect(await run('backup', [])).toMatchObject({ code: 0 }); // goes where the last one went
    expect(names()).toEqual([...whole, expect.stringMatching(/Z$/)]);
  });

  it('a second backup at the same time, or among those of another clinic, is refused', async () => {
    const other = new pg.Client({ connectionString: clinic.database.urlFor('superuser', 'postgres') });
    await other.connect();
    await other.query(`SELECT pg_advisory_lock(${ONE_AT_A_TIME})`);
    expect(await run('backup', [])).toEqual({ code: 1, said: [expect.stringMatching(/^Backing up/), 'Another backup is being made: wait for it to end.'] });
    await other.end();
    const theirs = join(place, 'theirs');
    mkdirSync(join(theirs, names()[0]), { recursive: true });
    writeFileSync(join(theirs, names()[0], 'about.json'), JSON.stringify({ ...about(names()[0]), databaseId: '7713093380975233731' }));
    expect(await run('backup', ['--to', theirs])).toEqual({ code: 1, said: [expect.stringMatching(/^Backing up/), `${theirs} holds backups of another database: choose another folder with --to.`] });
    expect(readdirSync(theirs)).toEqual([names()[0]]);
  });

  it.each([
    [['--keep', '0'], {}, '--keep is how many backups stay, 1 or more (it is "0").'],
    [['--too', 'far'], {}, "Unknown option '--too'. It is written: npm run backup -- --to <folder> --keep <how many>"],
    [[], { DATABASE_URL: 'postgres://app@127.0.0.1:9/x' }, 'This is for the built-in database. How your own at DATABASE_URL is backed up: docs/backup.md.'],
  ])('what cannot work is said (%s)', async (args, env, line) => {
    expect(await run('backup', args, env)).toEqual({ code: 1, said: [line] });
  });

  it('a restore into its place is refused', () => refuses(['--from', backups], /^The database in .* is in use by process \d+: stop that one first\.$/));
});

describe('when it was harmed, and has stopped', () => {
  beforeAll(() => clinic.stop());

  it('it is restored elsewhere as it was at the moment: every record whole, all that was acknowledged, nothing after', async () => {
    const into = elsewhere();
    const said = await restores(['--from', backups, '--at', moment, '--into', into]);
    expect(said).toContain(`${before.length} records with ${before.length} revisions walked; 0 values withheld; 0 records not whole.`);
    const now = await inside(into, stateOf);
    expect(now).toEqual(then);
    expect(patients(now).sort()).toEqual([...before].sort());
    // The one that was only looked at has not written into the clinic's log.
    expect(readdirSync(join(backups, 'log')).filter((file) => !file.startsWith('00000001'))).toEqual([]);
  });

  (LONG ? it : it.skip)('the end of the log has the harm too, and audit:verify says where', async () => {
    const into = elsewhere();
    const { code, said } = await run('restore', ['--from', backups, '--into', into]);
    expect(code).toBe(1);
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^BROKEN .* patient ${before[0]} .*: the record is at revision 1, its history ends at 0$`)));
    expect(said).toContainEqual(expect.stringMatching(new RegExp(`^${before.length + after.length} records with ${before.length + after.length - 1} revisions walked; .* ${before.length + after.length} records not whole`)));
  });

  it('a moment that is not there is refused with what is', async () => {
    const into = elsewhere();
    const [first] = names();
    const { from } = about(first);
    await refuses(['--from', backups, '--at', '2026-01-01T10:00:00+01:00', '--into', into], new RegExp(`^2026-01-01T10:00:00\\+01:00 cannot be restored: .* goes back to ${from}, and forward to `));
    await refuses(['--from', backups, '--at', new Date(Date.now() + 3_600_000).toISOString(), '--into', into], /cannot be restored: .* goes back to/);
    await refuses(['--from', backups, '--at', new Date().toISOString(), '--into', into], /^The log ends with a change of .* and says nothing of .*: restore a moment from .* to .*, or all of it, without --at\.$/);
    await refuses(['--from', backups, '--at', '2026-11-28 10:41', '--into', into], /^--at is a moment with its time zone, such as/);
  });

  it('what is there is not overwritten', () => refuses(['--from', backups], /^There is a database in .*\/live\/postgres, and a restore overwrites none: move it away \(mv .*\), or restore into another folder with --into\.$/));

  const strange = { PLEXUS_DATA_DIR: join(place, 'new-machine'), PLEXUS_RECORD_KEY: 'ab'.repeat(32) };
  it('without its key it is refused', () => refuses(['--from', backups, '--at', moment], /^The record key of this clinic is not here/, strange));

  (LONG ? it : it.skip)('it is restored unproved when the key is lost for ever', async () => {
    const said = await restores(['--from', backups, '--at', moment, '--without-key'], strange);
    expect(said).toContainEqual(expect.stringMatching(/^The records were not verified/));
    expect(await inside(strange.PLEXUS_DATA_DIR, stateOf)).toEqual(then);
  });

  describe('a damaged backup is refused', () => {
    const copy = join(place, 'copy');
    const base = (/** @type {string} */ file) => join(copy, names().at(-1) ?? '', file);
    const piece = () => join(copy, 'log', `${about(names().at(-1) ?? '').firstSegment}.gz`);
    const lastPiece = () => join(copy, 'log', readdirSync(join(copy, 'log')).filter((file) => /^[0-9A-F]{24}\.gz$/.test(file)).sort().at(-1) ?? '');
    afterEach(() => rmSync(copy, { recursive: true }));

    it.each([
      ['cut', () => truncateSync(base('base.tar.gz'), statSync(base('base.tar.gz')).size - 1000), /^The backup in .* is damaged \(/],
      ['altered, and packed again', () => {
        const files = gunzipSync(readFileSync(base('base.tar.gz')));
        files[files.indexOf('START WAL LOCATION')] ^= 1;
        writeFileSync(base('base.tar.gz'), gzipSync(files));
      }, /^The backup in .* is damaged \(backup_label is not as it was written\): move it away\.$/],
      ['without most of its files', () => writeFileSync(base('base.tar.gz'), gzipSync(gunzipSync(readFileSync(base('base.tar.gz'))).subarray(0, 1024))), /^The backup in .* is damaged \(.* is missing\)/],
      ['with another list of files', () => writeFileSync(base('backup_manifest'), readFileSync(base('backup_manifest'), 'utf8').replace('"Size": 3,', '"Size": 4,')), /^The backup in .* is damaged \(/],
      ...(isRoot ? [['that the server\'s account cannot read', () => chownTree(copy, { uid: 0, gid: 0 }), /^PostgreSQL runs as another account here \(\d+\), which cannot read .*: give it the folder \(chown -R/]] : []),
      ['without a piece of its log', () => rmSync(piece()), /^A piece of the log is missing, .*\.gz: find it, or/],
      ...(LONG
        ? [
            ['with a damaged piece of its log', () => truncateSync(piece(), statSync(piece()).size - 10), /^The log is damaged after/],
            ['with a piece of its log that says nothing', () => writeFileSync(lastPiece(), gzipSync(Buffer.alloc(16 * 1024 * 1024))), /^The log in .* is damaged after .*: restore up to a moment before with --at\.$/],
          ]
        : []),
    ])('%s', async (_name, harm, line) => {
      spawnSync('cp', ['-a', backups, copy]); // owners too: the server's account reads the log
      harm();
      await refuses(['--from', copy, '--into', elsewhere()], line);
    });
  });
});

describe('when its data is lost', () => {
  const dataDir = join(live, 'postgres');

  it('it is restored in its place, with its passwords, and heads of what is undone do not accuse it', async () => {
    const secrets = secretsOf(dataDir);
    rmSync(dataDir, { recursive: true });
    writeFileSync(`${dataDir}.heads.json`, JSON.stringify({ [`${after[0]}/${after[0]}`]: { number: 1, hash: '' } }));
    const said = await restores(['--from', backups, '--at', moment]);
    expect(said).toContain(`${before.length} records with ${before.length} revisions walked; 0 values withheld; 0 records not whole.`);
    expect(secretsOf(dataDir)).toEqual(secrets);
  });

  (LONG ? it : it.skip)('it is backed up again where it was, stopped as it is; the older backups go, with their log', async () => {
    expect(await run('backup', ['--to', backups])).toMatchObject({ code: 0 });
    // A second restore from before the first one begins a third line of the log, which clashes with none.
    const again = elsewhere();
    await restores(['--from', backups, '--at', moment, '--into', again]);
    expect(await inside(again, (url) => query(url, 'SELECT timeline_id AS line FROM pg_control_checkpoint()'))).toEqual([{ line: 3 }]);

    const old = names();
    expect(await run('backup', ['--to', backups, '--keep', '1'])).toMatchObject({ code: 0 });
    const [name, ...others] = names();
    expect(others).toEqual([]);
    expect(old).not.toContain(name);
    const { firstSegment } = about(name);
    expect(firstSegment).toMatch(/^00000002/); // another line of the log than the one that was left at the moment
    expect(readdirSync(join(backups, 'log')).filter((file) => /^[0-9A-F]{24}/.test(file) && file < firstSegment)).toEqual([]);
    const into = elsewhere();
    // Nobody has changed anything since: the log must say of itself how far it goes.
    await restores(['--from', backups, '--at', about(name).until, '--into', into]);
    expect(await inside(into, stateOf)).toEqual(then);
  });
});
