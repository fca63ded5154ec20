import type { Tone } from '@plexus/ui';
import type { GoalAchievement, GoalStatus } from '../../../gql/index.ts';

const ACHIEVEMENTS: Readonly<Record<GoalAchievement, Tone>> = {
  IN_PROGRESS: 'accent',
  IMPROVING: 'good',
  WORSENING: 'bad',
  NO_CHANGE: 'warn',
  ACHIEVED: 'good',
  SUSTAINING: 'good',
  NOT_ACHIEVED: 'warn',
  NO_PROGRESS: 'warn',
  NOT_ATTAINABLE: 'calm',
};

/** While a goal is active its progress says most; otherwise its state does. */
export function goalBadge(goal: { readonly status: GoalStatus; readonly achievement: GoalAchievement }) {
  const isJudged = goal.status === 'ACTIVE' || goal.status === 'COMPLETED';
  return isJudged
    ? ({ id: `goalAchievement.${goal.achievement}`, tone: ACHIEVEMENTS[goal.achievement] } as const)
    : ({ id: `goalStatus.${goal.status}`, tone: 'calm' } as const);
}
