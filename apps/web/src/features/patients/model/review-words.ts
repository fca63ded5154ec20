import { daysBetween } from '../../../shared/day-words.ts';

export type ReviewState = { readonly kind: 'none' } | { readonly kind: 'due' } | { readonly kind: 'late'; readonly days: number };

/** A review is late from the day after its date. */
export function reviewState(reviewDate: string | null, today: string): ReviewState {
  if (!reviewDate) return { kind: 'none' };
  const days = daysBetween(reviewDate, today);
  return days > 0 ? { kind: 'late', days } : { kind: 'due' };
}
