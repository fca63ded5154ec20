import { describe, expect, it } from '@jest/globals';
import { checkRecurrence, dueAt, nextDue } from './recurrence.ts';

describe('what comes again', () => {
  it('is due as many weeks after the day on which it was due, whenever it was done', () => {
    expect(nextDue({ everyWeeks: 4, until: '2027-06-30' }, '2026-11-02', '2026-11-05')).toBe('2026-11-30');
  });

  it('leaves out turns that are over', () => {
    expect(nextDue({ everyWeeks: 4, until: '2027-06-30' }, '2026-08-03', '2026-11-28')).toBe('2026-12-21');
  });

  it('ends with its last day, which still counts', () => {
    expect(nextDue({ everyWeeks: 1, until: '2026-12-08' }, '2026-12-01', '2026-12-01')).toBe('2026-12-08');
    expect(nextDue({ everyWeeks: 1, until: '2026-12-07' }, '2026-12-01', '2026-12-01')).toBeNull();
  });

  it.each([
    ['in spring', '2027-03-05', '2027-04-02'],
    ['in autumn', '2026-10-23', '2026-11-20'],
  ])('stays on its weekday when summer time changes %s', (_, before, after) => {
    expect(nextDue({ everyWeeks: 4, until: '2027-12-31' }, before, before)).toBe(after);
  });

  it('needs a number of weeks that can be meant, and an end after its first day', () => {
    expect(checkRecurrence({ everyWeeks: 0, until: '2027-01-01' }, '2026-12-01')?.field).toBe('everyWeeks');
    expect(checkRecurrence({ everyWeeks: 2.5, until: '2027-01-01' }, '2026-12-01')?.field).toBe('everyWeeks');
    expect(checkRecurrence({ everyWeeks: 4, until: '2026-12-01' }, '2026-12-01')?.field).toBe('recursUntil');
    expect(checkRecurrence({ everyWeeks: 4, until: '2027-01-01' }, '2026-12-01')).toBeNull();
  });
});

describe('when something is due', () => {
  it.each([
    ['a day without a time is over at midnight there', '2026-11-28', null, 'America/New_York', '2026-11-29T05:00:00.000Z'],
    ['in summer time', '2027-07-01', '09:30', 'America/New_York', '2027-07-01T13:30:00.000Z'],
    ['in winter time', '2026-12-01', '09:30', 'America/New_York', '2026-12-01T14:30:00.000Z'],
    ['a time that the clock skips comes an hour later', '2027-03-14', '02:30', 'America/New_York', '2027-03-14T07:30:00.000Z'],
    ['the day on which the clock is put back is 25 hours long', '2026-11-01', null, 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ])('%s', (_, day, time, zone, instant) => {
    expect(dueAt(day, time, zone).toISOString()).toBe(instant);
  });
});
