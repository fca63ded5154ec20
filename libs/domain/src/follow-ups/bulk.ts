import { type RuleViolation, type Result, refuse, unless, violation } from '../result.ts';

/** What many follow-ups are given at once: exactly one of these. */
export const BULK_CHANGES = ['assign', 'dueOn', 'snoozeUntil', 'remind', 'priority'] as const;
export type BulkChange = (typeof BULK_CHANGES)[number];

/** More are not looked through by anybody before they are changed. */
export const BULK_LIMIT = 500;

/** Which of the changes is asked for. No day to be put off until is asked for too: it is back. */
export function bulkChange(given: Readonly<Partial<Record<BulkChange, unknown>>>): BulkChange | null {
  const [change, ...others] = BULK_CHANGES.filter((name) => (name === 'snoozeUntil' ? given[name] !== undefined : given[name] != null && given[name] !== false));
  return change === undefined || others.length > 0 ? null : change;
}

/** What concerns safety is dealt with one by one, by somebody who looks at it. */
export const checkInBulk = ({ kind }: { readonly kind: string }): Result<void, RuleViolation> =>
  kind === 'safety' ? refuse(violation('SAFETY_NOT_IN_BULK', 'What concerns safety is not changed together with others. Open it by itself.', 'followUpId')) : unless([]);
