import { describe, expect, it } from '@jest/globals';
import type { ReachRow } from '../access/vocabulary.ts';
import { FOLLOW_UP_VERBS, type FollowUpState, changesCourt } from './contract.ts';
import type { Keeping } from './holding.ts';
import { standingOf, stateAfterAssigning, takesOn } from './moves.ts';

const reach = (discipline: string, role: ReachRow['role'] = 'member', through: ReachRow['through'] = 'member'): ReachRow => ({ through, role, discipline, onBehalfOf: null });
const asked = { ownerId: 'lucia', askedById: 'ingrid', pool: 'physical-therapist' };
const kept = (over: Partial<Keeping> = {}): Keeping => ({ holderId: 'lucia', holding: 'owner', readerId: 'ingrid', ...over });
const POOLED = kept({ holderId: null, holding: 'pool' });

describe('what somebody is to a follow-up', () => {
  it.each<[string, string, Keeping, ReachRow, object]>([
    ['its owner', 'lucia', kept(), reach('physical-therapist'), { isHolder: true, isOfPool: false, isAsker: false, keepsOrder: false }],
    ['a colleague of the owner’s role', 'hamid', kept(), reach('physical-therapist'), { isHolder: false, isOfPool: false }],
    ['a colleague of the role in whose pool it lies', 'hamid', POOLED, reach('physical-therapist'), { isHolder: true, isOfPool: true }],
    ['an observer of that role', 'hamid', POOLED, reach('physical-therapist', 'observer'), { isHolder: false }],
    ['the owner while it lies in the pool', 'lucia', POOLED, reach('physical-therapist'), { isHolder: true, isOfPool: false }],
    ['whoever reads for the asker', 'sunniva', kept({ readerId: 'sunniva' }), reach('physiatrist'), { isAsker: true }],
    ['a coordinator where nobody reads', 'jonas', kept({ readerId: null }), reach('care-coordinator', 'member', 'coordinator'), { isAsker: true, keepsOrder: true }],
    ['a coordinator where somebody reads', 'jonas', kept(), reach('care-coordinator', 'member', 'coordinator'), { isAsker: false, keepsOrder: true }],
  ])('%s', (_, who, keeping, row, expected) => {
    expect(standingOf(asked, keeping, who, [row])).toMatchObject(expected);
  });

  it('what lies in a pool is taken on by doing something about it, never by a no or a step back', () => {
    const ofPool = standingOf(asked, POOLED, 'hamid', [reach('physical-therapist')]);
    expect(FOLLOW_UP_VERBS.filter((verb) => takesOn(verb, ofPool))).toEqual(['complete', 'accept', 'schedule', 'confirm', 'report']);
    expect(FOLLOW_UP_VERBS.filter((verb) => takesOn(verb, standingOf(asked, kept(), 'lucia', [reach('physical-therapist')])))).toEqual([]);
  });
});

it.each<[FollowUpState, string | null, string, FollowUpState | null]>([
  ['accepted', 'hamid', 'ingrid', 'proposed'],
  ['accepted', null, 'ingrid', 'proposed'],
  ['accepted', 'lucia', 'ingrid', 'accepted'],
  ['proposed', 'hamid', 'hamid', 'accepted'],
  ['scheduled', 'hamid', 'hamid', 'scheduled'],
  ['declined', 'hamid', 'ingrid', 'proposed'],
  ['reported', 'hamid', 'ingrid', null],
  ['read', 'hamid', 'ingrid', null],
])('a request that is %s and is given to %s by %s is %s', (state, owner, actor, expected) => {
  const after = stateAfterAssigning({ shape: 'request', state, ownerId: 'lucia' }, owner, actor);
  expect(after.ok ? after.value : null).toBe(expected);
});

it('the ball is somewhere else with another court, owner or pool, and not with another step of the same person', () => {
  const before = { state: 'proposed', outsideParty: null, ownerId: 'lucia', pool: 'physical-therapist' } as const;
  expect(changesCourt(before, { ...before, state: 'scheduled' })).toBe(false);
  for (const change of [{ state: 'reported' }, { outsideParty: 'Harbour' }, { ownerId: 'hamid' }, { ownerId: null, pool: 'nurse' }] as const) expect(changesCourt(before, { ...before, ...change })).toBe(true);
});
