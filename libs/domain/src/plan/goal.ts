import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkNearDays } from '../text/day.ts';
import { checkText, checkTexts, tidyOptional } from '../text/text.ts';
import { checkScale } from './attainment.ts';

export const GOAL_SCOPES = ['whole-person', 'upper-back'] as const;
export type GoalScope = (typeof GOAL_SCOPES)[number];

/** The eight domains over which a plan is checked for what nobody owns. */
export const GOAL_DOMAINS = ['movement', 'sleep', 'mood-and-fear', 'medication', 'work-and-role', 'pacing', 'understanding', 'social'] as const;
export type GoalDomain = (typeof GOAL_DOMAINS)[number];

/** FHIR Goal.lifecycleStatus, as far as a plan needs it. What was entered in error is seen in the history only. */
export const GOAL_STATUSES = ['proposed', 'active', 'on-hold', 'completed', 'cancelled', 'entered-in-error'] as const;
export type GoalStatus = (typeof GOAL_STATUSES)[number];

/** FHIR goal-achievement: all nine concepts. */
export const GOAL_ACHIEVEMENTS = [
  'in-progress',
  'improving',
  'worsening',
  'no-change',
  'achieved',
  'sustaining',
  'not-achieved',
  'no-progress',
  'not-attainable',
] as const;
export type GoalAchievement = (typeof GOAL_ACHIEVEMENTS)[number];

export const GOAL_VERBS = ['activate', 'pause', 'resume', 'complete', 'cancel'] as const;
export type GoalVerb = (typeof GOAL_VERBS)[number];

const TRANSITIONS: Record<GoalVerb, { readonly from: readonly GoalStatus[]; readonly to: GoalStatus }> = {
  activate: { from: ['proposed'], to: 'active' },
  pause: { from: ['active'], to: 'on-hold' },
  resume: { from: ['on-hold'], to: 'active' },
  complete: { from: ['active', 'on-hold'], to: 'completed' },
  cancel: { from: ['proposed', 'active', 'on-hold'], to: 'cancelled' },
};

export const goalStatusAfter = (verb: GoalVerb): GoalStatus => TRANSITIONS[verb].to;

/** What the state of a goal allows, whoever asks; whether somebody may is the policy's to say. */
export const goalTransitions = (goal: { status: GoalStatus }): GoalVerb[] => GOAL_VERBS.filter((verb) => TRANSITIONS[verb].from.includes(goal.status));

export const isOpenGoal = (goal: { status: GoalStatus }): boolean => goal.status === 'proposed' || goal.status === 'active' || goal.status === 'on-hold';

export interface GoalText {
  readonly words?: string;
  readonly restatement?: string | null;
  readonly targetUnit?: string | null;
  readonly targetMeasure?: string | null;
  readonly targetBaseline?: number | null;
  readonly targetValue?: number | null;
  readonly targetDate?: Day | null;
  readonly scale?: readonly string[] | null;
}

/** GraphQL takes `1e999` written into a document for a number, and it is none. */
const checkNumber = (field: string, number: number | null | undefined): Violation | null =>
  number == null || Number.isFinite(number) ? null : violation('NUMBER_INVALID', 'This is not a number.', field);

export function checkGoal(given: GoalText, knownMeasure: (id: string) => boolean, today: Day): Result<void, RuleViolation> {
  return unless([
    ...checkTexts(true, ['words', given.words, 'line']),
    ...checkTexts(false, ['restatement', given.restatement, 'paragraph'], ['targetUnit', given.targetUnit, 'name']),
    given.targetMeasure != null && !knownMeasure(given.targetMeasure)
      ? violation('MEASURE_UNKNOWN', 'The catalogue has no such measure.', 'targetMeasure')
      : null,
    checkNumber('targetBaseline', given.targetBaseline),
    checkNumber('targetValue', given.targetValue),
    ...checkNearDays(today, ['targetDate', given.targetDate]),
    ...(given.scale == null ? [] : checkScale(given.scale)),
  ]);
}

export interface GoalMove {
  readonly status: GoalStatus;
  readonly startedOn?: Day;
  readonly endedOn?: Day;
  readonly endReason?: string | null;
  readonly achievement?: GoalAchievement;
}

const needsReason = (verb: GoalVerb, achievement: GoalAchievement | undefined): boolean =>
  verb === 'pause' || verb === 'cancel' || (verb === 'complete' && achievement !== 'achieved' && achievement !== 'sustaining');

/** Ending short of the goal says why: the next conference reads that reason. */
export function moveGoal(
  goal: { status: GoalStatus },
  verb: GoalVerb,
  given: { reason?: string | null; achievement?: GoalAchievement },
  today: Day,
): Result<GoalMove, RuleViolation> {
  const { from, to } = TRANSITIONS[verb];
  const wrong: (Violation | null)[] = [
    from.includes(goal.status) ? null : violation('GOAL_STATUS', 'A goal that is {status} cannot do this.', 'goalId', { status: goal.status }),
    verb === 'complete' && !given.achievement ? violation('REQUIRED', 'Say how it went.', 'achievement') : null,
    checkText('reason', given.reason ?? '', 'line', { required: needsReason(verb, given.achievement) }),
  ];
  const checked = unless(wrong);
  if (!checked.ok) return checked;
  const reason = tidyOptional(given.reason);
  const ends = to === 'completed' || to === 'cancelled';
  return {
    ok: true,
    value: {
      status: to,
      ...(verb === 'activate' ? { startedOn: today } : {}),
      ...(ends ? { endedOn: today, endReason: reason } : {}),
      ...(given.achievement ? { achievement: given.achievement } : {}),
    },
  };
}
