import { Temporal } from 'temporal-polyfill';
import { type Violation, violation } from '../result.ts';
import type { Day } from '../text/day.ts';

/** Again every so many weeks, until a day, inclusive. Days are local: summer time moves no appointment to another day. */
export interface Recurrence {
  readonly everyWeeks: number;
  readonly until: Day;
}

const MOST_WEEKS = 52;

export function checkRecurrence({ everyWeeks, until }: Recurrence, dueOn: Day): Violation | null {
  if (!Number.isInteger(everyWeeks) || everyWeeks < 1 || everyWeeks > MOST_WEEKS) return violation('WEEKS_OUT_OF_RANGE', 'Between 1 and {limit} weeks.', 'everyWeeks', { limit: String(MOST_WEEKS) });
  return until <= dueOn ? violation('UNTIL_BEFORE_DUE', 'The last day comes after the first.', 'recursUntil') : null;
}

/**
 * The day on which it is due next, counted from the day on which it was due; null when the series is over. Turns that are over already are left
 * out: nobody owes three measures for three months away.
 */
export function nextDue({ everyWeeks, until }: Recurrence, dueOn: Day, today: Day): Day | null {
  let next = Temporal.PlainDate.from(dueOn);
  do next = next.add({ weeks: everyWeeks });
  while (next.toString() < today);
  return next.toString() <= until ? next.toString() : null;
}

/** The instant at which a local day and time have come, or at which the day is over. A time that a clock skips comes when it has been put forward. */
export function dueAt(day: Day, time: string | null, timeZone: string): Date {
  const date = Temporal.PlainDate.from(day);
  const at = time === null ? date.add({ days: 1 }).toZonedDateTime(timeZone) : date.toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds);
}
