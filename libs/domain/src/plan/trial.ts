import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkNearDays, checkPastDay } from '../text/day.ts';
import { checkText, tidyOptional } from '../text/text.ts';
import { type ActivityMove, type ActivityStatus, type ActivityVerb, type CatalogueCheck, moveActivity } from './activity.ts';
import { ACTIVITY_DETAILS, type ActivityDetailsPatch } from './activity-details.ts';

/** Every activity is a time-boxed trial: at its review the team keeps it, changes it or stops it, and says why (clinic article SEED000: no single solution, experiment and tailor). */
export const TRIAL_DECISIONS = ACTIVITY_DETAILS.decision.codes;
export type TrialDecision = (typeof TRIAL_DECISIONS)[number];

/** How a treatment went: the treatment worked or did not, nobody failed. */
export const TREATMENT_OUTCOMES = ACTIVITY_DETAILS.outcome.codes;
export type TreatmentOutcome = (typeof TREATMENT_OUTCOMES)[number];

export interface TrialGiven {
  readonly decision: TrialDecision;
  readonly reason: string;
  /** When it is looked at again; asked unless it stops. */
  readonly reviewOn?: Day | null;
  /** How it went; only of what stops. */
  readonly outcome?: TreatmentOutcome | null;
}

export type TrialPatch = Partial<ActivityMove> & { readonly reviewOn?: Day; readonly details: ActivityDetailsPatch };

/** What deciding on a running trial writes, or why it cannot be decided. */
export function decideTrial(activity: { status: ActivityStatus; startsOn: Day | null; endsOn?: Day | null }, given: TrialGiven, today: Day): Result<TrialPatch, RuleViolation> {
  const isRunning = activity.status === 'active' || activity.status === 'on-hold';
  const stops = given.decision === 'stop';
  const checked = unless([
    isRunning ? null : violation('ACTIVITY_STATUS', 'An activity that is {status} cannot do this.', 'activityId', { status: activity.status }),
    checkText('reason', given.reason, 'line', { required: true }),
    ...(stops ? [checkOutcome('stop', given.outcome)] : [checkNextReview(given.reviewOn, today), ...checkNearDays(today, ['reviewOn', given.reviewOn]), unwanted(given.outcome)]),
  ]);
  if (!checked.ok) return checked;
  const details = { decision: given.decision, decidedOn: today, decisionReason: tidyOptional(given.reason) };
  if (!stops) return { ok: true, value: { reviewOn: given.reviewOn!, details } };
  const moved = moveActivity(activity, 'stop', given, today);
  return moved.ok ? { ok: true, value: { ...moved.value, details: { ...details, outcome: given.outcome ?? null } } } : moved;
}

/** Only what ends has an outcome, and "declined" is what was never begun. */
export function checkOutcome(verb: ActivityVerb, outcome: TreatmentOutcome | null | undefined): Violation | null {
  if (outcome == null) return null;
  if (verb !== 'complete' && verb !== 'stop') return unwanted(outcome);
  return outcome === 'declined' ? violation('OUTCOME_DECLINED', 'It was begun, so it was not declined. Say how it went.', 'outcome') : null;
}

const unwanted = (outcome: TreatmentOutcome | null | undefined): Violation | null =>
  outcome == null ? null : violation('OUTCOME_UNFIT', 'Only what ends has an outcome.', 'outcome');

function checkNextReview(reviewOn: Day | null | undefined, today: Day): Violation | null {
  if (reviewOn == null) return violation('REQUIRED', 'Say when it is looked at again.', 'reviewOn');
  return reviewOn <= today ? violation('REVIEW_PAST', 'The next review is a day to come.', 'reviewOn') : null;
}

export interface PastTreatment {
  readonly catalogueId: string;
  readonly discipline: string;
  readonly outcome: TreatmentOutcome;
  /** The last day, as far as it is known. */
  readonly endedOn?: Day | null;
  /** What is known of it: the dose, how long, why it ended. */
  readonly reason?: string | null;
}

/** What was tried before this plan, kept for later steps: who has tried what decides about stimulators and surgery. */
export function checkPastTreatment({ catalogueId, discipline, endedOn, reason }: PastTreatment, catalogue: CatalogueCheck, birthDate: Day, today: Day): Result<void, RuleViolation> {
  return unless([
    catalogue.orderFacts(catalogueId) ? null : violation('ACTIVITY_UNKNOWN', 'The catalogue has no such activity.', 'catalogueId'),
    catalogue.knownDiscipline(discipline) ? null : violation('DISCIPLINE_UNKNOWN', 'The catalogue has no such discipline.', 'discipline'),
    checkText('reason', reason ?? '', 'line'),
    checkPastDay('endedOn', endedOn, today, birthDate),
  ]);
}
