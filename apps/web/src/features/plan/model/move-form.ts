import type { ActivityVerb, GoalAchievement, GoalVerb, TreatmentOutcome } from '../../../gql/index.ts';

export interface MoveFormValues {
  achievement: GoalAchievement | '';
  reason: string;
  outcome: TreatmentOutcome | '';
}

export const EMPTY_MOVE: MoveFormValues = { achievement: '', reason: '', outcome: '' };

/** How a goal can end: what it is called while it runs is no ending. */
export const ENDINGS: readonly GoalAchievement[] = ['ACHIEVED', 'SUSTAINING', 'NOT_ACHIEVED', 'NO_PROGRESS', 'NOT_ATTAINABLE'];

const REACHED: readonly string[] = ['ACHIEVED', 'SUSTAINING'];

/** Ending short of the goal says why. */
export const goalAsksWhy = (verb: GoalVerb, achievement: GoalAchievement | ''): boolean =>
  verb === 'PAUSE' || verb === 'CANCEL' || (verb === 'COMPLETE' && achievement !== '' && !REACHED.includes(achievement));

export const activityAsksWhy = (verb: ActivityVerb): boolean => verb === 'PAUSE' || verb === 'STOP' || verb === 'DECLINE';

/** How a treatment can have gone. What was never begun was declined, and that is a verb of its own. */
export const OUTCOMES: readonly TreatmentOutcome[] = ['EFFECTIVE', 'PARTIAL', 'NONE', 'NOT_TOLERATED'];
