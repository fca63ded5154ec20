import { expect, it } from '@jest/globals';
import { dayOf, daysBetween, dayWord } from './day-words.ts';

const TODAY = '2026-11-23';

it.each([
  ['2026-11-23', 'today'],
  ['2026-11-24', 'tomorrow'],
  ['2026-11-22', 'yesterday'],
  ['2026-11-29', 'weekday'],
  ['2026-11-30', 'day'],
  ['2026-11-20', 'day'],
  ['2026-01-02', 'day'],
  ['2027-01-02', 'dayAndYear'],
  ['2027-10-04', 'dayAndYear'],
  ['2025-11-23', 'dayAndYear'],
])('says %s as %s', (date, kind) => {
  expect(dayWord(date, TODAY)).toEqual({ kind });
});

it('counts days over the change of the clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

it('takes the day from the organization’s zone, not from the computer’s', () => {
  expect(dayOf('2026-11-24T03:30:00Z', 'America/Chicago')).toBe('2026-11-23');
  expect(dayOf('2026-11-24T03:30:00Z', 'Europe/Berlin')).toBe('2026-11-24');
});
