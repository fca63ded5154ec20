import { expect, it } from '@jest/globals';
import { readDayWord } from './worklist-day.ts';

/** A Monday. */
const TODAY = '2026-11-23';

it.each([
  ['today', '2026-11-23'],
  ['tom', '2026-11-24'],
  ['fri', '2026-11-27'],
  ['fr', '2026-11-27'],
  ['FRIDAY ', '2026-11-27'],
  // Monday said on a Monday is the next one.
  ['mon', '2026-11-30'],
  ['tu', '2026-11-24'],
  ['+7', '2026-11-30'],
  ['+2w', '2026-12-07'],
  ['+ 10 d', '2026-12-03'],
  ['12 dec', '2026-12-12'],
  ['dec 12', '2026-12-12'],
  ['12 December 2027', '2027-12-12'],
  // It is over this year.
  ['3 feb', '2027-02-03'],
  ['23 nov', '2026-11-23'],
  ['2027-01-05', '2027-01-05'],
])('reads “%s” as %s', (typed, day) => {
  expect(readDayWord(typed, TODAY)).toBe(day);
});

it.each(['', 't', 'to', 'f', '12', '31 feb', '30 feb 2027', '12 d', '2026-13-01', '+', '-3', 'soon', '12 12'])('finds no day in “%s”', (typed) => {
  expect(readDayWord(typed, TODAY)).toBeNull();
});
