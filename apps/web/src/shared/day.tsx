import { useDates } from './use-dates.ts';

/** A calendar day as people say it, the full date on hover. */
export function Day({ date }: { date: string }) {
  const dates = useDates();
  return <time dateTime={date} title={dates.full(date)}>{dates.said(date)}</time>;
}

/** An instant in the organization's zone. */
export function Moment({ at }: { at: string }) {
  const dates = useDates();
  return <time dateTime={at} title={dates.fullInstant(at)}>{dates.instant(at)}</time>;
}
