import { opensPlan, SCREEN_OPENS_PLAN_DAYS } from '../patients/red-flag-screen.ts';
import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkNearDays } from '../text/day.ts';
import { checkText, checkTexts, tidyOptional } from '../text/text.ts';

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

export const PLAN_VERBS = ['activate', 'pause', 'complete'] as const;
export type PlanVerb = (typeof PLAN_VERBS)[number];

/** A patient has one plan for ever: one that rests or ended is begun again, by the same rule as the first time. */
const TRANSITIONS: Record<PlanVerb, { readonly from: readonly PlanStatus[]; readonly to: PlanStatus }> = {
  activate: { from: ['draft', 'on-hold', 'completed'], to: 'active' },
  pause: { from: ['active'], to: 'on-hold' },
  complete: { from: ['active', 'on-hold'], to: 'completed' },
};

export const planStatusAfter = (verb: PlanVerb): PlanStatus => TRANSITIONS[verb].to;

/** What the state of a plan allows, whoever asks; whether somebody may is the policy's to say. */
export const planTransitions = (plan: { status: PlanStatus }): PlanVerb[] => PLAN_VERBS.filter((verb) => TRANSITIONS[verb].from.includes(plan.status));

const checkStatus = ({ status }: { status: PlanStatus }, verb: PlanVerb): Violation | null =>
  TRANSITIONS[verb].from.includes(status) ? null : violation('PLAN_STATUS', 'A plan that is {status} cannot do this.', null, { status });

/** The team reads why its plan rests or ended. */
export const movePlan = (plan: { status: PlanStatus }, verb: Exclude<PlanVerb, 'activate'>, reason: string): Result<void, RuleViolation> =>
  unless([checkStatus(plan, verb), checkText('reason', reason, 'line', { required: true })]);

/**
 * SAF-04: a plan becomes active on a red-flag screen of the last 90 days. Where there is none it waits until somebody who may gives a written
 * reason; care itself is never blocked.
 *
 * @param screenedOn when the last screen was signed
 */
export function activatePlan(
  plan: { status: PlanStatus },
  given: { readonly withoutScreenReason?: string | null; readonly mayOverride: boolean },
  screenedOn: Day | null,
  today: Day,
): Result<void, RuleViolation> {
  const field = 'withoutScreenReason';
  const reason = tidyOptional(given.withoutScreenReason);
  return unless([
    checkStatus(plan, 'activate'),
    reason === null ? null : checkText(field, reason, 'line'),
    reason === null && !opensPlan(screenedOn, today)
      ? violation('SCREEN_MISSING', 'There is no red-flag screen of the last {days} days. Complete it first, or say why the plan starts without it.', field, { days: String(SCREEN_OPENS_PLAN_DAYS) })
      : null,
    reason !== null && !given.mayOverride
      ? violation('SCREEN_OVERRIDE', 'Only the lead or a physiatrist may start a plan without a red-flag screen. Complete the screen, or ask one of them.', field)
      : null,
  ]);
}
