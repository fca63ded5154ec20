import { describe, expect, it } from '@jest/globals';
import { type Holder, heldBy } from './holding.ts';

const there = (personId: string, role: Holder['role'] = 'member'): Holder => ({ personId, discipline: 'physical-therapist', role, isOnLeave: false, standInId: null });
const away = (holder: Holder, standInId: string | null = null): Holder => ({ ...holder, isOnLeave: true, standInId });
const POOL = { personId: null, through: 'pool' };

describe('who holds a follow-up', () => {
  it.each<[string, string | null, readonly Holder[], object]>([
    ['its owner, who is there', 'hamid', [there('hamid'), there('lead', 'lead')], { personId: 'hamid', through: 'owner' }],
    ['whoever stands in for an owner on leave', 'hamid', [away(there('hamid'), 'sunniva')], { personId: 'sunniva', through: 'stand-in' }],
    ['a stand-in also of an owner whose leave nobody wrote down', 'hamid', [{ ...there('hamid'), standInId: 'sunniva' }], { personId: 'sunniva', through: 'stand-in' }],
    ['the pool when an owner on leave has no stand-in', 'hamid', [away(there('hamid')), there('lead', 'lead')], POOL],
    ['the pool when its owner left the team', 'hamid', [there('lead', 'lead')], POOL],
    ['the pool when its owner only looks on by now', 'hamid', [there('hamid', 'observer')], POOL],
    ['the pool when it was given to a role', null, [there('hamid')], POOL],
  ])('is %s', (_, owner, holders, held) => {
    expect(heldBy(owner, false, holders, false)).toEqual(held);
  });

  it.each<[string, string | null, readonly Holder[], object]>([
    ['its owner', 'hamid', [there('hamid'), there('lead', 'lead')], { personId: 'hamid', through: 'owner' }],
    ['the stand-in before the lead', 'hamid', [away(there('hamid'), 'sunniva'), there('lead', 'lead')], { personId: 'sunniva', through: 'stand-in' }],
    ['the lead when the owner is away', 'hamid', [away(there('hamid')), there('lead', 'lead')], { personId: 'lead', through: 'lead' }],
    ['the lead when nobody owns it', null, [there('lead', 'lead')], { personId: 'lead', through: 'lead' }],
    ['who stands in for the lead', null, [away(there('lead', 'lead'), 'ingrid')], { personId: 'ingrid', through: 'lead' }],
    ['nobody only where the lead is away as well', 'hamid', [away(there('hamid')), away(there('lead', 'lead'))], POOL],
  ])('of what concerns safety is %s', (_, owner, holders, held) => {
    expect(heldBy(owner, true, holders, false)).toEqual(held);
  });

  it.each<[string, string | null, readonly Holder[], object]>([
    ['the lead before its owner', 'hamid', [there('hamid'), there('lead', 'lead')], { personId: 'lead', through: 'lead' }],
    ['who stands in for the lead', 'hamid', [there('hamid'), away(there('lead', 'lead'), 'ingrid')], { personId: 'ingrid', through: 'lead' }],
    ['its owner still, while the lead is away', 'hamid', [there('hamid'), away(there('lead', 'lead'))], { personId: 'hamid', through: 'owner' }],
    ['nobody only where both are away', 'hamid', [away(there('hamid')), away(there('lead', 'lead'))], POOL],
  ])('of what nobody moved until it was transferred is %s', (_, owner, holders, held) => {
    expect(heldBy(owner, false, holders, true)).toEqual(held);
  });
});
