import { createContext, useContext, useMemo } from 'react';
import { useIntl, type IntlShape } from 'react-intl';
import { dayOf, dayWord } from './day-words.ts';
import { usePastDay } from './past-day.ts';
import { useText, type Text } from './text.ts';
import { useViewer } from './viewer.ts';

const utcNoon = (date: string): Date => new Date(`${date.slice(0, 10)}T12:00:00Z`);
const UTC = { timeZone: 'UTC' } as const;

export interface Dates {
  readonly today: string;
  /** today, tomorrow, Tuesday, 12 Mar, 12 Mar 2025 */
  readonly said: (date: string) => string;
  /** Thursday, 12 March 2026 */
  readonly full: (date: string) => string;
  /** 12 Apr 1980: for birth dates, where nobody says "today" */
  readonly plain: (date: string) => string;
  /** today, 14:05 */
  readonly instant: (at: string) => string;
  readonly fullInstant: (at: string) => string;
}

/** On paper no day is "tomorrow": it is read on another day. */
export const OnPaperContext = createContext(false);

function datesOf(intl: IntlShape, text: Text, today: string, timeZone: string, isPlain: boolean): Dates {
  const plain = (date: string): string => intl.formatDate(utcNoon(date), { ...UTC, day: 'numeric', month: 'short', year: 'numeric' });
  const said = (date: string): string => {
    if (isPlain) return plain(date);
    const { kind } = dayWord(date, today);
    switch (kind) {
      case 'weekday':
        return intl.formatDate(utcNoon(date), { ...UTC, weekday: 'long' });
      case 'day':
        return intl.formatDate(utcNoon(date), { ...UTC, day: 'numeric', month: 'short' });
      case 'dayAndYear':
        return plain(date);
      default:
        return text(`date.${kind}`);
    }
  };
  return {
    today,
    said,
    full: (date) => intl.formatDate(utcNoon(date), { ...UTC, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    plain,
    instant: (at) => `${said(dayOf(at, timeZone))}, ${intl.formatTime(at, { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`,
    fullInstant: (at) => intl.formatDate(at, { timeZone, dateStyle: 'full', timeStyle: 'short' }),
  };
}

/** Dates as people say them, seen from the organization's day and zone; on a page of the past from its day, and with no word like "today" or "Tuesday". */
export function useDates(): Dates {
  const intl = useIntl();
  const text = useText();
  const { today, timeZone } = useViewer().organization;
  const pastDay = usePastDay();
  const isOnPaper = useContext(OnPaperContext);
  return useMemo(() => datesOf(intl, text, pastDay ?? today, timeZone, isOnPaper || pastDay !== null), [intl, text, today, timeZone, isOnPaper, pastDay]);
}
