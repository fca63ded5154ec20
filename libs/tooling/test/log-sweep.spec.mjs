/** The search of the logs for what people wrote: what it finds, and what it lets pass. */
import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { startDatabase } from '../database.mjs';
import { noteDatabase, noteTexts, reportSweep, sweep } from '../log-sweep.mjs';
import { folder, removeFolders } from './support/folders.mjs';

afterAll(removeFolders);

/** @type {string} */
let logs;
beforeEach(() => {
  logs = folder();
  writeFileSync(join(logs, '1.log'), `${line({ msg: 'request', operation: 'PlanPage', milliseconds: 3 })}\n${line({ msg: 'request', operation: 'PlanPage', milliseconds: 4 })}\n`);
});

/** @param {object} fields */
const line = (fields) => JSON.stringify({ level: 20, time: 1_795_842_569_000, ...fields, requestId: '019ac5b2-7f2e-7cc0-8a3e-000000000001' });
/** @param {string | object} what */
const log = (what) => appendFileSync(join(logs, '2.log'), `${typeof what === 'string' ? what : line(what)}\n`);

// Each test has texts of its own: a process notes each only once.
it.each([
  ['a variable that was logged', { input: { words: 'Carry Milo upstairs' } }, { msg: 'request', variables: { input: { words: 'Carry Milo upstairs' } } }],
  ['a database error’s detail', { mrn: '204-881' }, { msg: 'fault', detail: 'Key (mrn)=(204-881) already exists.' }],
  ['an exception’s message', { familyName: 'Okafor-Reyes' }, { msg: 'Cannot read Okafor-Reyes of undefined' }],
  ['a text with signs that JSON writes differently', { note: 'She said "no"\nand left' }, { msg: 'She said "no"\nand left' }],
  ['a text as the name of a field', { email: 'm.okafor@home.example' }, { msg: 'request', 'm.okafor@home.example': 1 }],
  ['the beginning of a long text', { note: 'At night it burns. '.repeat(30) }, { msg: 'At night it burns. '.repeat(30) }],
  ['a password', { input: { password: 'calm river under stone bridge' } }, { msg: 'calm river under stone bridge' }],
])('finds %s', (_what, sent, logged) => {
  noteTexts(logs, sent);
  expect(sweep(logs)).toEqual({ lines: 2, texts: 1, findings: [] });
  log(logged);
  expect(sweep(logs).findings).toEqual([expect.stringMatching(/^Somebody's text \(\d+ characters\) stands in: \{"level":20/)]);
  expect(() => reportSweep(logs)).toThrow(/say what no log may say/);
});

it('finds what is no line of the log', () => {
  log('Error: something\n    at somewhere');
  expect(sweep(logs).findings).toEqual(['This is no line of the log: Error: something', 'This is no line of the log:     at somewhere']);
});

it('lets words of the code pass, and names of the code in which a text stands by chance', () => {
  noteTexts(logs, { status: 'PROPOSED', verb: 'goal.edit', id: '019ac5b2-7f2e-7cc0-8a3e-000000000001', name: 'Patient', zone: 'America/Chicago', short: 'Ana' });
  log({ msg: 'fault', codes: ['PROPOSED'], verb: 'goal.edit', frames: ['at PatientQueries.byId'], zone: 'America/Chicago', name: 'Ana' });
  expect(sweep(logs)).toEqual({ lines: 3, texts: 1, findings: [] });
});

describe('with a database', () => {
  it('notes every text of every row, also within documents', async () => {
    const database = await startDatabase();
    const client = new pg.Client({ connectionString: database.superuserUrl });
    await client.connect();
    await client.query(`CREATE SCHEMA plexus; CREATE TABLE plexus.goal (words text, change jsonb); INSERT INTO plexus.goal VALUES ('Sleep through a night', '{"before": ["Dance again"]}')`);
    await client.end();
    await noteDatabase(logs, database.superuserUrl);
    await database.stop();
    log({ msg: 'Sleep through a night' });
    log({ msg: 'Dance again' });
    expect(sweep(logs)).toMatchObject({ texts: 2, findings: [expect.anything(), expect.anything()] });
  });
});
