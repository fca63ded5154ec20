import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GraphQLError } from 'graphql';
import { newId } from '../../src/platform/ids.ts';
import { Log } from '../../src/platform/log/log.ts';
import { startProblem } from '../../src/platform/log/technical.ts';

/** What a patient said, with lines that look like places in code. */
const TEXT = 'Cannot carry Milo\n    at night (Marisol)\n    at /home, in bed:10:30';
const HERS = /Milo|Marisol|night|in bed|204-881/;

let folder: string;
let number = 0;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'plexus-log-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** The lines that are written while something is done, as they stand in the file. */
function written(act: (log: Log) => void): { text: string; lines: Record<string, unknown>[] } {
  const logFile = join(folder, `${(number += 1)}.log`);
  act(new Log({ logLevel: 'debug', logFile }, new Set(['PlanPage'])));
  const text = readFileSync(logFile, 'utf8');
  return { text, lines: text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>) };
}

class RecordFault extends Error {}
const databaseFault = Object.assign(new Error(TEXT), {
  query: `INSERT … '${TEXT}'`, parameters: [TEXT],
  driverError: { code: '23514', table: 'goal', constraint: 'goal_words', routine: 'ExecConstraints', detail: `Failing row contains (${TEXT})`, hint: TEXT, where: TEXT, message: TEXT },
});

it('tells of a request what everybody may know', () => {
  const requestId = newId();
  const { lines } = written((log) => log.request({ requestId, operation: 'PlanPage', milliseconds: 12.5, statements: 9, codes: ['NOT_FOUND'] }));
  expect(lines).toEqual([{ level: 20, time: expect.any(Number), msg: 'request', requestId, operation: 'PlanPage', milliseconds: 12.5, statements: 9, codes: ['NOT_FOUND'] }]);
});

it('tells of a fault its class, its codes and its places', () => {
  const [line] = written((log) => log.fault(newId(), databaseFault)).lines;
  expect(line).toMatchObject({ msg: 'fault', error: 'Error', code: '23514', table: 'goal', constraint: 'goal_words', routine: 'ExecConstraints' });
  expect((line!.frames as string[])[0]).toMatch(/log\.spec\.ts:\d+:\d+\)?$/);
});

it('leaves out a place that is in no file, and only that', () => {
  let error: unknown;
  try {
    [1].map(() => JSON.parse('{'));
  } catch (thrown) {
    error = thrown;
  }
  const [line] = written((log) => log.fault(newId(), error)).lines;
  expect((line!.frames as string[]).length).toBeGreaterThan(2);
  expect(String(line!.frames)).not.toContain('<anonymous>)');
});

const anything = (value: unknown) => value as never;
it.each<[what: string, act: (log: Log) => void]>([
  ['an error’s message, stack and cause', (log) => log.fault(newId(), new RecordFault(TEXT, { cause: new Error(TEXT) }))],
  ['a database error’s message, detail, hint, query and parameters', (log) => log.trouble('A reset link could not be made.', databaseFault)],
  ['what a database error calls a table, when it is no name of one', (log) => log.fault(newId(), Object.assign(new Error(), { driverError: { table: 'Marisol', constraint: 'in bed', code: '204-881' } }))],
  ['a GraphQL error’s message and variables', (log) => log.fault(newId(), new GraphQLError(TEXT, { extensions: { variables: { words: TEXT } } }))],
  ['something thrown that is no error', (log) => log.fault(newId(), TEXT)],
  ['an error with a made-up stack', (log) => log.fault(newId(), Object.assign(new Error('short'), { stack: TEXT }))],
  ['an error with a made-up name', (log) => log.fault(newId(), Object.assign(new Error(), { name: TEXT, constructor: { name: TEXT } }))],
  ['how a client calls its operation', (log) => log.request({ requestId: newId(), operation: 'Marisol', milliseconds: 1, statements: 1, codes: [] })],
  ['a variable in a field that is there for something else', (log) => log.request({ requestId: anything(TEXT), operation: null, milliseconds: anything('204-881'), statements: anything({ words: TEXT }), codes: ['in bed'] })],
  ['a variable in a field of its own', (log) => log.request(anything({ requestId: newId(), operation: null, milliseconds: 1, statements: 1, codes: [], variables: { words: TEXT } }))],
  ['a sentence that is not on the list', (log) => log.trouble(anything(`Marisol said: ${TEXT}`))],
  ['what Nest says', (log) => (log.warn(TEXT), log.error(TEXT), log.error(new Error(TEXT)))],
])('does not tell %s', (_what, act) => {
  const { text, lines } = written(act);
  // There is a line: that something happened is not hidden.
  expect(lines.length).toBeGreaterThan(0);
  expect(text).not.toMatch(HERS);
});

it('tells whoever starts the server why it does not start, but no value on which a migration failed', () => {
  expect(startProblem(new Error('PORT must be a number.'))).toBe('PORT must be a number.');
  expect(startProblem(Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }))).toBe('connect ECONNREFUSED 127.0.0.1:5432');
  expect(startProblem(databaseFault)).toBe('The database refused a migration: 23514 goal goal_words. Its log says more.');
});
