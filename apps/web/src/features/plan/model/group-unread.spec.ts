import { expect, it } from '@jest/globals';
import type { ChangePartsFragment, UnreadRevisionFragment } from '../../../gql/index.ts';
import { aPerson, noor } from '../../../testing/builders.ts';
import { aChange } from '../../../testing/changes.ts';
import { aGoal, aPart, aPlan } from '../../../testing/plan-builders.ts';
import { groupUnread, type UnreadGroup } from './group-unread.ts';

const plan = aPlan({
  goals: [aGoal({ id: 'walk', words: 'Walk', ratings: [{ __typename: 'GoalRating', id: 'rating-1', rater: 'PATIENT', level: 0, words: 'Well', ratedOn: '2026-11-20', note: null, recordedBy: noor }] }), aGoal({ id: 'sleep', words: 'Sleep' })],
  activities: [aPart({ id: 'exercise', goalIds: ['walk', 'sleep'] }), aPart({ id: 'cbt', discipline: 'psychotherapist', goalIds: ['sleep'] }), aPart({ id: 'loose', goalIds: [] })],
});
const of = (entity: string, entityId: string, over: Partial<ChangePartsFragment> = {}) => aChange({ entity, entityId, ...over });
const by = (number: number, person: UnreadRevisionFragment['person'], ...changes: ReturnType<typeof of>[]): UnreadRevisionFragment => ({ __typename: 'Revision', number, at: '2026-11-20T15:00:00Z', reason: null, person, changes });
const brief = (groups: readonly UnreadGroup[]) => groups.map(({ id, parts }) => [id, parts.map(({ discipline, entries }) => [discipline, entries.map(({ key, changes }) => [key, changes.map((change) => change.entityId)])])]);

it('groups by goal and discipline: a part under the first goal it serves and its own discipline', () => {
  const { groups } = groupUnread([by(5, noor, of('goal', 'sleep'), of('activity', 'exercise')), by(6, aPerson(), of('activity', 'cbt'), of('goal-rating', 'rating-1'))], plan);
  expect(brief(groups)).toEqual([
    ['walk', [['physical-therapist', [['5', ['exercise']], ['6', ['rating-1']]]]]],
    ['sleep', [['psychotherapist', [['5', ['sleep']], ['6', ['cbt']]]]]],
  ]);
});

it('has a place for what is about no open goal', () => {
  const { groups } = groupUnread([by(5, noor, of('plan', 'p'), of('team-member', 'm'), of('activity', 'loose'), of('problem', 'x'), of('goal', 'closed'))], plan);
  expect(brief(groups)).toEqual([
    ['untied', [['physical-therapist', [['5', ['loose']]]]]], ['plan', [['psychotherapist', [['5', ['p', 'closed']]]]]],
    ['chart', [['psychotherapist', [['5', ['x']]]]]], ['team', [['psychotherapist', [['5', ['m']]]]]],
  ]);
});

it('sets what concerns safety first, and tells nothing twice', () => {
  const revisions = [by(5, noor, of('activity', 'exercise', { isSafety: true }), of('activity', 'exercise', { ordinal: 1 })), by(6, noor, of('allergy', 'a', { isSafety: true }))];
  const { safety, groups } = groupUnread(revisions, plan);
  expect(safety.map(({ key, changes }) => [key, changes.map(({ ordinal }) => ordinal)])).toEqual([['5', [0]], ['6', [0]]]);
  expect(brief(groups)).toEqual([['walk', [['physical-therapist', [['5', ['exercise']]]]]]]);
});
