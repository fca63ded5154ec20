import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Day, addDays, ageOn, checkOrder, dayAt, endOfDay, isDay, overlap, periodOf } from './day.ts';

describe('a day', () => {
  it.each(['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('is %s', (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    '2026-02-30', '2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '2026-1-1', '26-01-01', '0000-01-01',
    '+002026-01-01', '2026-01-01T00:00', '20260101', '01/02/2026', ' 2026-01-01', '2026-01-01\n', '2026-01-01[u-ca=hebrew]', '٢٠٢٦-٠١-٠١', 'today', '',
  ])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
  });

  it('agrees with the calendar on every day and on no other', () => {
    const number = (max: number) => fc.integer({ min: 0, max }).map((n) => String(n).padStart(2, '0'));
    fc.assert(
      fc.property(fc.integer({ min: 1800, max: 2200 }), number(13), number(32), (year, month, day) => {
        const text = `${year}-${month}-${day}`;
        const date = new Date(`${text}T00:00:00Z`);
        expect(isDay(text)).toBe(!Number.isNaN(date.getTime()) && date.toISOString().startsWith(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('today in a time zone', () => {
  it.each([
    ['the last second of a winter day', '2026-11-24T05:59:59Z', 'America/Chicago', '2026-11-23'],
    ['midnight in winter', '2026-11-24T06:00:00Z', 'America/Chicago', '2026-11-24'],
    ['the last second of a summer day', '2026-07-02T04:59:59Z', 'America/Chicago', '2026-07-01'],
    ['midnight in summer', '2026-07-02T05:00:00Z', 'America/Chicago', '2026-07-02'],
    ['the midnight before clocks go forward', '2026-03-08T06:00:00Z', 'America/Chicago', '2026-03-08'],
    ['the last second of the day of 23 hours', '2026-03-09T04:59:59Z', 'America/Chicago', '2026-03-08'],
    ['the midnight after clocks went forward', '2026-03-09T05:00:00Z', 'America/Chicago', '2026-03-09'],
    ['the midnight before clocks go back', '2026-11-01T05:00:00Z', 'America/Chicago', '2026-11-01'],
    ['the last second of the day of 25 hours', '2026-11-02T05:59:59Z', 'America/Chicago', '2026-11-01'],
    ['the midnight after clocks went back', '2026-11-02T06:00:00Z', 'America/Chicago', '2026-11-02'],
    ['a zone that is ahead', '2026-11-23T12:00:00Z', 'Pacific/Auckland', '2026-11-24'],
    ['new year', '2027-01-01T05:59:59Z', 'America/Chicago', '2026-12-31'],
  ])('at %s', (_, instant, timeZone, day) => {
    expect(dayAt(new Date(instant), timeZone)).toBe(day);
  });
});

describe('adding days', () => {
  it.each([
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-30', 1, '2026-12-01'],
    ['2026-03-07', 2, '2026-03-09'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-03-01', -1, '2026-02-28'],
    ['2026-11-23', 365, '2027-11-23'],
  ])('%s and %d is %s', (day, days, then) => {
    expect(addDays(day, days)).toBe(then);
  });
});

describe('age', () => {
  it.each([
    ['the day before a birthday', '1980-03-14', '2026-03-13', 45],
    ['a birthday', '1980-03-14', '2026-03-14', 46],
    ['the day of birth', '2026-11-23', '2026-11-23', 0],
    ['28 February of somebody born on 29 February', '2000-02-29', '2025-02-28', 24],
    ['1 March of somebody born on 29 February', '2000-02-29', '2025-03-01', 25],
    ['29 February of somebody born on it', '2000-02-29', '2024-02-29', 24],
    ['28 February of a leap year', '2000-02-29', '2024-02-28', 23],
    ['new year', '1980-12-31', '2027-01-01', 46],
  ])('on %s', (_, birthDate, today, age) => {
    expect(ageOn(birthDate, today)).toBe(age);
  });
});

describe('periods', () => {
  it.each([
    ['it ended yesterday', '2026-11-01', '2026-11-22', 'past'],
    ['its last day is today', '2026-11-01', '2026-11-23', 'current'],
    ['its first day is today', '2026-11-23', null, 'current'],
    ['it is open', '2026-11-01', null, 'current'],
    ['it is today only', '2026-11-23', '2026-11-23', 'current'],
    ['it begins tomorrow', '2026-11-24', null, 'future'],
  ])('when %s', (_, from, to, expected) => {
    expect(periodOf('2026-11-23', from, to)).toBe(expected);
  });

  it.each([
    ['follow each other', ['2026-11-01', '2026-11-10'], ['2026-11-11', null], false],
    ['share one day', ['2026-11-01', '2026-11-10'], ['2026-11-10', null], true],
    ['are both open', ['2026-11-01', null], ['2030-01-01', null], true],
    ['lie one in the other', ['2026-11-01', '2026-11-30'], ['2026-11-10', '2026-11-11'], true],
  ] as const)('that %s', (_, [aFrom, aTo], [bFrom, bTo], expected) => {
    expect(overlap({ from: aFrom, to: aTo }, { from: bFrom, to: bTo })).toBe(expected);
  });

  it('overlap when there is a day in both, whichever is named first', () => {
    const LAST = 12;
    const day = (n: number): Day => addDays('2026-02-24', n);
    const period = fc
      .tuple(fc.nat(LAST), fc.option(fc.nat(LAST)))
      .map(([from, length]) => ({ from: day(from), to: length === null ? null : day(Math.min(from + length, LAST)) }));
    const holds = ({ from, to }: { from: Day; to: Day | null }, d: Day) => from <= d && (to === null || d <= to);
    fc.assert(
      fc.property(period, period, (a, b) => {
        const shared = Array.from({ length: LAST + 1 }, (_, n) => day(n)).some((d) => holds(a, d) && holds(b, d));
        expect(overlap(a, b)).toBe(shared);
        expect(overlap(b, a)).toBe(shared);
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    ['the day before', '2026-11-22', 'END_BEFORE_START'],
    ['the same day', '2026-11-23', null],
    ['later', '2026-11-24', null],
    ['open', null, null],
    ['not given', undefined, null],
  ])('may end: %s', (_, to, code) => {
    const wrong = checkOrder('2026-11-23', to, 'endsOn');
    expect(wrong?.code ?? null).toBe(code);
    expect(wrong?.field ?? 'endsOn').toBe('endsOn');
  });
});

it.each([
  ['2026-11-23', 'America/Chicago', '2026-11-24T06:00:00.000Z'],
  // The clock goes back, and the day has 25 hours; it goes forward, and the day has 23.
  ['2026-11-01', 'America/Chicago', '2026-11-02T06:00:00.000Z'],
  ['2026-03-08', 'America/Chicago', '2026-03-09T05:00:00.000Z'],
  ['2026-12-31', 'Pacific/Auckland', '2026-12-31T11:00:00.000Z'],
])('the day %s is over in %s at %s', (day, zone, instant) => {
  expect(endOfDay(day, zone).toISOString()).toBe(instant);
  expect(dayAt(endOfDay(day, zone), zone)).toBe(addDays(day, 1));
});
