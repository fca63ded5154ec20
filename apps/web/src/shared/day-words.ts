const DAY_MS = 86_400_000;

/** A calendar day as its number, without any time zone in it. */
export const dayNumber = (date: string): number => Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);

export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The calendar day of an instant in the organization's time zone. */
export function dayOf(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(new Date(instant));
}

export type DayWord =
  | { readonly kind: 'today' | 'tomorrow' | 'yesterday' }
  /** Within the coming week a weekday says more than a date. */
  | { readonly kind: 'weekday' }
  | { readonly kind: 'day' }
  | { readonly kind: 'dayAndYear' };

/** How people say a date, seen from today. */
export function dayWord(date: string, today: string): DayWord {
  const away = daysBetween(today, date);
  if (away === 0) return { kind: 'today' };
  if (away === 1) return { kind: 'tomorrow' };
  if (away === -1) return { kind: 'yesterday' };
  if (away > 1 && away < 7) return { kind: 'weekday' };
  // A bare day and month is read as this year's.
  return date.slice(0, 4) === today.slice(0, 4) ? { kind: 'day' } : { kind: 'dayAndYear' };
}
