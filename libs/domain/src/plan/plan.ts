import { type Result, type RuleViolation, unless } from '../result.ts';
import { checkTexts } from '../text/text.ts';

/** FHIR CarePlan.status without its error states. */
export const PLAN_STATUSES = ['draft', 'active', 'on-hold', 'completed'] as const;
export type PlanStatus = (typeof PLAN_STATUSES)[number];

export const checkPlan = (given: { title?: string; summary?: string | null; agreedMessage?: string | null }): Result<void, RuleViolation> =>
  unless([
    ...checkTexts(true, ['title', given.title, 'line']),
    ...checkTexts(false, ['summary', given.summary, 'paragraph'], ['agreedMessage', given.agreedMessage, 'line']),
  ]);
