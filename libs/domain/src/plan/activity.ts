import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import { type Day, checkNearDays, checkOrder } from '../text/day.ts';
import { checkText, checkTexts, tidyOptional } from '../text/text.ts';
import type { ActivityDetails } from './activity-details.ts';
import { type DetailCheck, type OrderFacts, checkDetails, checkReadyToStart } from './check-details.ts';

/** FHIR CarePlan.activity.detail.status, as far as a plan needs it; declined: offered and not wanted. What was entered in error is seen in the history only. */
export const ACTIVITY_STATUSES = ['planned', 'active', 'on-hold', 'completed', 'stopped', 'declined', 'entered-in-error'] as const;
export type ActivityStatus = (typeof ACTIVITY_STATUSES)[number];

export const ACTIVITY_VERBS = ['start', 'pause', 'resume', 'complete', 'stop', 'decline'] as const;
export type ActivityVerb = (typeof ACTIVITY_VERBS)[number];

const TRANSITIONS: Record<ActivityVerb, { readonly from: readonly ActivityStatus[]; readonly to: ActivityStatus; readonly asks: boolean }> = {
  start: { from: ['planned'], to: 'active', asks: false },
  pause: { from: ['active'], to: 'on-hold', asks: true },
  resume: { from: ['on-hold'], to: 'active', asks: false },
  complete: { from: ['active', 'on-hold'], to: 'completed', asks: false },
  stop: { from: ['active', 'on-hold', 'planned'], to: 'stopped', asks: true },
  decline: { from: ['planned'], to: 'declined', asks: true },
};

export const activityStatusAfter = (verb: ActivityVerb): ActivityStatus => TRANSITIONS[verb].to;

/** What the state of an activity allows, whoever asks. */
export const activityTransitions = (activity: { status: ActivityStatus }): ActivityVerb[] => ACTIVITY_VERBS.filter((verb) => TRANSITIONS[verb].from.includes(activity.status));

export const isOpenActivity = ({ status }: { readonly status: ActivityStatus }): boolean => status === 'planned' || status === 'active' || status === 'on-hold';

export interface ActivityGiven {
  readonly catalogueId?: string;
  readonly discipline?: string;
  readonly doseText?: string | null;
  readonly reason?: string | null;
  readonly nextStep?: string | null;
  readonly startsOn?: Day | null;
  readonly reviewOn?: Day | null;
  readonly endsOn?: Day | null;
  /** As they would stand. */
  readonly details?: ActivityDetails;
}

export interface CatalogueCheck extends DetailCheck {
  /** Undefined for an id that the catalogue does not have. */
  readonly orderFacts: (id: string) => OrderFacts | undefined;
  readonly knownDiscipline: (id: string) => boolean;
}

export function checkActivity(given: ActivityGiven, catalogue: CatalogueCheck, today: Day): Result<void, RuleViolation> {
  const facts = given.catalogueId === undefined ? undefined : catalogue.orderFacts(given.catalogueId);
  return unless([
    given.catalogueId !== undefined && !facts
      ? violation('ACTIVITY_UNKNOWN', 'The catalogue has no such activity.', 'catalogueId')
      : null,
    given.discipline !== undefined && !catalogue.knownDiscipline(given.discipline)
      ? violation('DISCIPLINE_UNKNOWN', 'The catalogue has no such discipline.', 'discipline')
      : null,
    ...checkTexts(false, ['doseText', given.doseText, 'line'], ['reason', given.reason, 'line'], ['nextStep', given.nextStep, 'line']),
    given.startsOn != null ? checkOrder(given.startsOn, given.endsOn, 'endsOn') : null,
    given.startsOn != null ? checkOrder(given.startsOn, given.reviewOn, 'reviewOn') : null,
    ...checkNearDays(today, ['startsOn', given.startsOn], ['reviewOn', given.reviewOn], ['endsOn', given.endsOn]),
    ...(facts ? checkDetails(facts, given.details ?? {}, catalogue, today) : []),
  ]);
}

/** What is meant for days to weeks says when it ends or is looked at again, before it runs; and an order that runs says what of, where and on which side. */
export function checkStart(activity: { catalogueId: string; endsOn: Day | null; reviewOn: Day | null; details: ActivityDetails }, catalogue: CatalogueCheck): Result<void, RuleViolation> {
  const facts = catalogue.orderFacts(activity.catalogueId);
  if (!facts) return { ok: true, value: undefined };
  return unless([
    facts.shortTerm && activity.endsOn === null && activity.reviewOn === null
      ? violation('SHORT_TERM', 'This is meant for a short time. Enter the last day or the day of its review before it starts.', 'reviewOn')
      : null,
    ...checkReadyToStart(facts, activity.details),
  ]);
}

/** What has begun stays what it is, and what is over stays as it was: another treatment is another activity. */
export function checkActivityEdit(activity: { status: ActivityStatus; catalogueId: string }, patch: { catalogueId?: string }): Result<void, RuleViolation> {
  const becomesAnother = patch.catalogueId !== undefined && patch.catalogueId !== activity.catalogueId;
  return unless([
    isOpenActivity(activity) ? null : violation('ACTIVITY_STATUS', 'An activity that is {status} cannot do this.', 'activityId', { status: activity.status }),
    becomesAnother && activity.status !== 'planned' ? violation('ACTIVITY_BEGUN', 'It has begun as what it is. Stop it and plan the other one.', 'catalogueId') : null,
  ]);
}

export interface ActivityMove {
  readonly status: ActivityStatus;
  readonly statusReason: string | null;
  readonly startsOn?: Day;
  readonly endsOn?: Day;
}

/** A hold, a stop and a refusal say why; a treatment fails or is not wanted, a person does not fail. */
export function moveActivity(
  activity: { status: ActivityStatus; startsOn: Day | null; endsOn?: Day | null },
  verb: ActivityVerb,
  given: { reason?: string | null },
  today: Day,
): Result<ActivityMove, RuleViolation> {
  const { from, to, asks } = TRANSITIONS[verb];
  const checked = unless([
    from.includes(activity.status)
      ? null
      : violation('ACTIVITY_STATUS', 'An activity that is {status} cannot do this.', 'activityId', { status: activity.status }),
    checkText('reason', given.reason ?? '', 'line', { required: asks }),
    verb === 'start' ? checkOrder(today, activity.endsOn, 'endsOn') : null,
  ]);
  if (!checked.ok) return checked;
  return {
    ok: true,
    value: {
      status: to,
      // Once it runs again, why it rested is history.
      statusReason: to === 'active' ? null : tidyOptional(given.reason),
      ...(verb === 'start' ? { startsOn: today } : {}),
      ...(to === 'completed' || to === 'stopped' ? { endsOn: activity.startsOn !== null && activity.startsOn > today ? activity.startsOn : today } : {}),
    },
  };
}
