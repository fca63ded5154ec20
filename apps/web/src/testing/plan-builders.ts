import type { ActivityCellFragment, GoalCellFragment } from '../gql/index.ts';

/** For specs: one legible goal and one legible part. */
export const aGoal = (over: Partial<GoalCellFragment> = {}): GoalCellFragment => ({
  __typename: 'Goal',
  id: 'goal-stairs',
  words: 'Carry my grandson upstairs without stopping',
  restatement: null,
  domain: 'MOVEMENT',
  status: 'ACTIVE',
  achievement: 'IMPROVING',
  owner: null,
  participants: [],
  target: null,
  endedOn: null,
  endReason: null,
  ...over,
});

export const aPart = (over: Partial<ActivityCellFragment> = {}): ActivityCellFragment => ({
  __typename: 'Activity',
  id: 'activity-scapular',
  name: 'Scapular stabilisation',
  discipline: 'physical-therapist',
  column: 'physical-therapy',
  owner: null,
  status: 'ACTIVE',
  doseText: '3× a week',
  reason: null,
  startsOn: '2026-09-12',
  reviewOn: null,
  endsOn: null,
  goalIds: ['goal-stairs'],
  ...over,
});
