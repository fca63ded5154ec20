import { Temporal } from 'temporal-polyfill';
import { type Violation, violation } from '../result.ts';

/** A calendar day in the organization's calendar, `2026-11-23`. Compares correctly as text. */
export type Day = string;

// There is no year 0, and PostgreSQL refuses it.
export const isDay = (text: string): boolean => {
  if (!/^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text;
  } catch {
    return false;
  }
};

/** The day it is in a time zone (IANA) at an instant. */
export const dayAt = (instant: Date, timeZone: string): Day =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** The instant at which a day is over in a time zone (IANA): the next one has begun. */
export const endOfDay = (day: Day, timeZone: string): Date => new Date(Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds);

export const addDays = (day: Day, days: number): Day => Temporal.PlainDate.from(day).add({ days }).toString();

/** Whole days from one to another. */
export const daysBetween = (from: Day, to: Day): number => Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** Completed years on `today`. */
export const ageOn = (birthDate: Day, today: Day): number =>
  Temporal.PlainDate.from(birthDate).until(Temporal.PlainDate.from(today), { largestUnit: 'year' }).years;

export const periodOf = (today: Day, from: Day, to: Day | null): 'past' | 'current' | 'future' =>
  to !== null && to < today ? 'past' : from > today ? 'future' : 'current';

/** Whether two periods, both with their last day inclusive and null for open, share a day. */
export const overlap = (a: { from: Day; to: Day | null }, b: { from: Day; to: Day | null }): boolean =>
  (b.to === null || a.from <= b.to) && (a.to === null || b.from <= a.to);

/** A plan looks years ahead at most; a day outside is a slip of the keyboard ("2062" for "2026"). */
const YEARS_AROUND = 20;

/** Given days that lie more than twenty years from today: `[field, day]`; absent and null ones are left out. */
export const checkNearDays = (today: Day, ...days: readonly (readonly [field: string, day: Day | null | undefined])[]): (Violation | null)[] =>
  days.map(([field, day]) =>
    day != null && Math.abs(Number(day.slice(0, 4)) - Number(today.slice(0, 4))) > YEARS_AROUND
      ? violation('DATE_TOO_FAR', 'This date is more than {years} years away.', field, { years: String(YEARS_AROUND) })
      : null,
  );

export const checkOrder = (from: Day, to: Day | null | undefined, field: string): Violation | null =>
  to != null && to < from ? violation('END_BEFORE_START', 'The last day is before the first day.', field) : null;

/** What has been or has begun: not after today and, where it is the patient's, not before they were born. Absent and null are left out. */
export function checkPastDay(field: string, day: Day | null | undefined, today: Day, birthDate?: Day): Violation | null {
  if (day == null) return null;
  if (day > today) return violation('DATE_IN_FUTURE', 'This date is in the future. Give today or an earlier day.', field);
  return birthDate !== undefined && day < birthDate ? violation('DATE_TOO_EARLY', 'This is before the patient was born.', field) : null;
}
