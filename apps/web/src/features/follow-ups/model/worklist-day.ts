import { isDay } from '@plexus/domain';
import { Temporal } from 'temporal-polyfill';

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Two letters tell weekdays apart, three months. */
const placeOf = (names: readonly string[], typed: string, atLeast: number): number => (typed.length < atLeast ? -1 : names.findIndex((name) => name.startsWith(typed)));

/**
 * A day as people type it, seen from today: `tod`, `tom`, `fri` (the next one), `+7`, `+2w`, `12 dec`, `dec 12`, `12 dec 2027`, `2026-12-12`.
 * A bare day and month is the next one to come. Null: no day.
 */
export function readDayWord(typed: string, today: string): string | null {
  const words = typed.trim().toLowerCase();
  const now = Temporal.PlainDate.from(today);
  if (isDay(words)) return words;
  if (words.length >= 3 && 'today'.startsWith(words)) return today;
  if (words.length >= 3 && 'tomorrow'.startsWith(words)) return now.add({ days: 1 }).toString();
  const weekday = placeOf(WEEKDAYS, words, 2) + 1;
  if (weekday) return now.add({ days: (weekday - now.dayOfWeek + 6) % 7 + 1 }).toString();
  const ahead = /^\+\s?(\d{1,3})\s?(d|w)?$/.exec(words);
  if (ahead) return now.add(ahead[2] === 'w' ? { weeks: Number(ahead[1]) } : { days: Number(ahead[1]) }).toString();
  return dayAndMonth(words, now);
}

function dayAndMonth(words: string, now: Temporal.PlainDate): string | null {
  const [, day, name, year] = /^(\d{1,2})\.? ([a-z]+)\.?(?: (\d{4}))?$/.exec(words) ?? swapped(/^([a-z]+)\.? (\d{1,2})(?:,? (\d{4}))?$/.exec(words));
  const month = placeOf(MONTHS, name ?? '', 3) + 1;
  if (!month) return null;
  const dayIn = (inYear: number): Temporal.PlainDate | null => {
    try {
      return Temporal.PlainDate.from({ year: inYear, month, day: Number(day) }, { overflow: 'reject' });
    } catch {
      return null;
    }
  };
  if (year) return dayIn(Number(year))?.toString() ?? null;
  const thisYear = dayIn(now.year);
  const isOver = thisYear !== null && Temporal.PlainDate.compare(thisYear, now) < 0;
  return (isOver ? dayIn(now.year + 1) : thisYear)?.toString() ?? null;
}

const swapped = (found: RegExpExecArray | null): (string | undefined)[] => (found ? [found[0], found[2], found[1], found[3]] : []);
