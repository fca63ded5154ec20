import { checkReason } from '../patients/patient.ts';
import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkPastDay } from '../text/day.ts';
import { checkText, tidy } from '../text/text.ts';
import type { GoalStatus } from './goal.ts';

/** 0 is what is expected by the target date. */
export const ATTAINMENT_LEVELS = [-2, -1, 0, 1, 2] as const;
export type AttainmentLevel = (typeof ATTAINMENT_LEVELS)[number];

/** Whose judgement a rating is; the patient's is written down by a member of the team who heard it. */
export const RATERS = ['clinician', 'patient'] as const;
export type Rater = (typeof RATERS)[number];

/** The record's fields of a goal's five descriptors, in the order of the levels. */
export const SCALE_FIELDS = ['scaleMinus2', 'scaleMinus1', 'scaleZero', 'scalePlus1', 'scalePlus2'] as const;
export type ScaleFields = Record<(typeof SCALE_FIELDS)[number], string | null>;

const isLevel = (level: number): level is AttainmentLevel => (ATTAINMENT_LEVELS as readonly number[]).includes(level);

/** A level as it is written: −2, 0, +1. */
export const levelWords = (level: number): string => (level > 0 ? `+${level}` : String(level).replace('-', '−'));

/** The five descriptors of a goal, lowest first; null where nobody has written a scale yet. */
export function scaleOf(goal: ScaleFields): string[] | null {
  const scale = SCALE_FIELDS.map((field) => goal[field]);
  return scale.every((descriptor) => descriptor !== null) ? scale : null;
}

/** The same as the record's fields. */
export const scaleFields = (scale: readonly string[] | null): ScaleFields =>
  Object.fromEntries(SCALE_FIELDS.map((field, i) => [field, scale ? tidy(scale[i]!) : null])) as ScaleFields;

const asRead = (descriptor: string): string => tidy(descriptor).toLowerCase().replace(/\s+/g, ' ');

/** Five descriptors or none: with a level left out, or two that say the same, nobody could say which one is true. */
export function checkScale(scale: readonly string[]): (Violation | null)[] {
  if (scale.length !== ATTAINMENT_LEVELS.length) return [violation('SCALE_INCOMPLETE', 'An attainment scale has five descriptors, from −2 to +2.', SCALE_FIELDS[scale.length] ?? 'scale')];
  return scale.map((descriptor, i) => {
    const wrong = checkText(SCALE_FIELDS[i]!, descriptor, 'line', { required: true });
    const same = scale.findIndex((other) => asRead(other) === asRead(descriptor));
    return wrong ?? (same < i ? violation('SCALE_REPEATED', 'This says the same as {level}. Each level says something of its own.', SCALE_FIELDS[i]!, { level: levelWords(ATTAINMENT_LEVELS[same]!) }) : null);
  });
}

export interface RatingGiven {
  readonly level: number;
  /** The descriptor of that level as its author read it: what is rated is words, not a number. */
  readonly words: string;
  readonly ratedOn: Day;
  readonly note?: string | null;
}

interface RatedGoal extends ScaleFields {
  readonly status: GoalStatus;
  readonly startedOn: Day | null;
}

/** A goal is rated from its first day on, also when it is over: how far it held is worth knowing. A proposed or cancelled one is not. */
export const isRateable = ({ status, startedOn }: { status: GoalStatus; startedOn: Day | null }): boolean =>
  startedOn !== null && (status === 'active' || status === 'on-hold' || status === 'completed');

export function checkRating(goal: RatedGoal, given: RatingGiven, today: Day): Result<void, RuleViolation> {
  return unless([
    isRateable(goal) ? null : violation('GOAL_STATUS', 'A goal that is {status} cannot do this.', 'goalId', { status: goal.status }),
    checkLevel(scaleOf(goal), given),
    checkPastDay('ratedOn', given.ratedOn, today),
    goal.startedOn !== null && given.ratedOn < goal.startedOn ? violation('RATED_TOO_EARLY', 'This is before the goal began. Choose a later day.', 'ratedOn') : null,
    checkText('note', given.note ?? '', 'line'),
  ]);
}

function checkLevel(scale: readonly string[] | null, { level, words }: RatingGiven): Violation | null {
  if (!isLevel(level)) return violation('LEVEL_UNKNOWN', 'Choose a level from −2 to +2.', 'level');
  if (!scale) return violation('SCALE_MISSING', 'Write the five descriptors first: a rating says which of them is true.', 'level');
  return scale[ATTAINMENT_LEVELS.indexOf(level)] === tidy(words)
    ? null
    : violation('SCALE_CHANGED', 'The words of {level} were changed. Read them and rate again.', 'level', { level: levelWords(level) });
}

export interface AttainmentScore {
  readonly value: number;
  /** From how many goals. */
  readonly goals: number;
}

/** How much the ratings of one person's goals are taken to go together: Kiresuk and Sherman's default. */
const RHO = 0.3;

/**
 * The T-score of Kiresuk and Sherman (source GAS), every goal weighing the same: 50 is "as expected on average". Null where nothing was rated.
 * The printed paper had an erratum; this is the corrected form.
 */
export function attainmentScore(levels: readonly number[]): AttainmentScore | null {
  const goals = levels.length;
  if (goals === 0) return null;
  const sum = levels.reduce((total, level) => total + level, 0);
  return { value: 50 + (10 * sum) / Math.sqrt((1 - RHO) * goals + RHO * goals ** 2), goals };
}

/**
 * One rater's T-score over a plan: the latest rating of each goal that is under way or completed. Cancelled goals are left out, because nobody
 * pursued them to the end. The clinicians' and the patient's are two scores and are never mixed.
 *
 * @param ratings of each goal, newest first
 */
export function planScore(goals: readonly { status: GoalStatus; startedOn: Day | null; ratings: readonly { rater: Rater; level: number }[] }[], rater: Rater): AttainmentScore | null {
  const latest = goals.filter(isRateable).map(({ ratings }) => ratings.find((rating) => rating.rater === rater));
  return attainmentScore(latest.flatMap((rating) => (rating ? [rating.level] : [])));
}

/** Entering a rating in error says why, once. */
export function checkRatingWithdrawal(rating: { status: 'active' | 'entered-in-error' }, reason: string): Result<void, RuleViolation> {
  return unless([
    rating.status === 'active' ? null : violation('RATING_WITHDRAWN', 'This rating was entered in error already.', 'ratingId'),
    checkReason(reason),
  ]);
}
