import { ATTAINMENT_LEVELS, SCALE_FIELDS, levelWords } from '@plexus/domain';
import type { ActivityCellFragment, GoalCellFragment, GoalRatingPartsFragment, Rater } from '../../../gql/index.ts';
import { dayOf } from '../../../shared/day-words.ts';

export { ATTAINMENT_LEVELS, SCALE_FIELDS, levelWords };

export const RATERS: readonly Rater[] = ['CLINICIAN', 'PATIENT'];

type Ratings = readonly GoalRatingPartsFragment[] | null;

/** Ratings come newest first. */
export const latestBy = (ratings: Ratings, rater: Rater): GoalRatingPartsFragment | undefined => ratings?.find((rating) => rating.rater === rater);

/** What the same rater had said before. */
export const ratingBefore = (ratings: Ratings, rating: GoalRatingPartsFragment): GoalRatingPartsFragment | undefined =>
  latestBy(ratings?.slice(ratings.indexOf(rating) + 1) ?? null, rating.rater);

/** Cancelled goals are not rated, proposed ones not yet. */
export const isRateable = ({ scale, startedOn, status }: GoalCellFragment): boolean => scale !== null && startedOn !== null && status !== 'CANCELLED';

export type ScaleFormValues = Record<(typeof SCALE_FIELDS)[number], string>;

export const scaleFormOf = (scale: GoalCellFragment['scale']): ScaleFormValues => Object.fromEntries(SCALE_FIELDS.map((field, i) => [field, scale?.[i] ?? ''])) as ScaleFormValues;

/** Highest first, as a scale is read. */
export const LEVELS_DOWN = ATTAINMENT_LEVELS.toReversed();

/** A rater and a level, as one choice. */
export interface Choice {
  readonly rater: Rater;
  readonly level: number;
}
export const choiceText = ({ rater, level }: Choice): string => `${rater} ${level}`;
export function choiceOf(text: string): Choice | null {
  const [rater, level] = text.split(' ');
  return rater && level ? { rater: rater as Rater, level: Number(level) } : null;
}

/** Where a key leads from one choice: arrows over the two columns, 1 to 5 down and up the scale. */
export function choiceByKey({ rater, level }: Choice, key: string): Choice | null {
  if (/^[1-5]$/.test(key)) return { rater, level: Number(key) - 3 };
  switch (key) {
    case 'ArrowUp':
      return { rater, level: Math.min(2, level + 1) };
    case 'ArrowDown':
      return { rater, level: Math.max(-2, level - 1) };
    case 'ArrowLeft':
    case 'ArrowRight':
      return { rater: RATERS[key === 'ArrowLeft' ? 0 : 1]!, level };
    default:
      return null;
  }
}

/** The newest of what is recorded about one discipline's part: a rating of the goal it serves, or its own last change. */
export function lastEvidence({ changedAt }: Pick<ActivityCellFragment, 'changedAt'>, rating: GoalRatingPartsFragment | undefined, timeZone: string): { rating: GoalRatingPartsFragment } | { changedOn: string } | null {
  const changedOn = changedAt && dayOf(changedAt, timeZone);
  if (rating && (!changedOn || rating.ratedOn >= changedOn)) return { rating };
  return changedOn ? { changedOn } : null;
}
