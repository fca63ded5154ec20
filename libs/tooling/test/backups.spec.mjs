/** What lies in a folder of backups. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { backupsIn, logFrom, prune, segmentAt } from '../backup/backups.mjs';
import { folder, removeFolders } from './support/folders.mjs';

afterAll(removeFolders);

it.each([
  [1, '0/2000028', '000000010000000000000002'],
  [2, '1/FF000000', '0000000200000001000000FF'],
  [16, 'A/0', '000000100000000A00000000'],
])('on line %i the place %s lies in %s', (timeline, place, segment) => expect(segmentAt(timeline, place)).toBe(segment));

it('of the older backups all goes that the newer ones do not need, and nothing else', () => {
  const to = folder();
  const log = join(to, 'log');
  mkdirSync(log);
  const backup = (/** @type {string} */ name, /** @type {string} */ firstSegment) => {
    mkdirSync(join(to, name));
    writeFileSync(join(to, name, 'about.json'), JSON.stringify({ firstSegment }));
  };
  backup('2026-11-25T02-00-00Z', '000000010000000000000002');
  backup('2026-11-26T02-00-00Z', '0000000100000000000000FE');
  backup('2026-11-27T02-00-00Z', '000000020000000100000001');
  const pieces = ['000000010000000000000002', '0000000100000000000000FD', '0000000100000000000000FE', '0000000100000000000000FF', '000000010000000100000000', '000000020000000100000000', '000000020000000100000001'];
  for (const piece of [...pieces, '00000002.history', '000000010000000000000002.00000028.backup', '0000000100000000000000FE.00000028.backup']) writeFileSync(join(log, `${piece}.gz`), '');
  expect(logFrom(backupsIn(to)[1], log)).toEqual({ segments: pieces.slice(2, 5), missing: null });

  prune(to, 2);
  expect(backupsIn(to).map(({ name }) => name)).toEqual(['2026-11-26T02-00-00Z', '2026-11-27T02-00-00Z']);
  expect(readdirSync(log).sort()).toEqual(
    ['0000000100000000000000FE.00000028.backup', '0000000100000000000000FE', '0000000100000000000000FF', '000000010000000100000000', '00000002.history', '000000020000000100000001'].map((piece) => `${piece}.gz`),
  );
  prune(to, 5);
  expect(backupsIn(to)).toHaveLength(2);
});
