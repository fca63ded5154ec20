import { type Result, type RuleViolation, unless } from '../result.ts';
import { type Day, checkNearDays } from '../text/day.ts';
import { checkTexts } from '../text/text.ts';

/** FHIR CarePlan.status without its error states. */
export const PLAN_STATUSES = ['draft', 'active', 'on-hold', 'completed'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export interface PlanGiven {
  readonly title?: string;
  readonly summary?: string | null;
  readonly agreedMessage?: string | null;
  readonly reviewDate?: Day | null;
}

export const checkPlan = (given: PlanGiven, today: Day): Result<void, RuleViolation> =>
  unless([
    ...checkTexts(true, ['title', given.title, 'line']),
    ...checkTexts(false, ['summary', given.summary, 'paragraph'], ['agreedMessage', given.agreedMessage, 'line']),
    ...checkNearDays(today, ['reviewDate', given.reviewDate]),
  ]);
