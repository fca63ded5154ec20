import { describe, expect, it } from '@jest/globals';
import type { FollowUpState } from './contract.ts';
import { type Receiver, checkHandOver, mayHandOver, receiverOf } from './hand-over.ts';

const follow = (state: FollowUpState = 'open', kind = 'review') => ({ kind, state, outsideParty: null, ownerId: 'lucia' });
const refusals = (...given: Parameters<typeof checkHandOver>) => {
  const checked = checkHandOver(...given);
  return checked.ok ? [] : checked.error.violations.map(({ code, field }) => `${code} ${field}`);
};

describe('handing over', () => {
  it.each([
    ['to a colleague', follow(), 'lucia', 'hamid', []],
    ['to a pool', follow(), 'lucia', null, []],
    ['what concerns safety to a colleague', follow('open', 'safety'), 'lucia', 'hamid', []],
    ['what concerns safety to a pool', follow('open', 'safety'), 'lucia', null, ['SAFETY_TO_POOL pool']],
    ['what somebody else has by now', { ...follow(), ownerId: 'noor' }, 'lucia', 'hamid', ['OF_ANOTHER_OWNER followUpId']],
    ['what lies in a pool by now', { ...follow(), ownerId: null }, 'lucia', 'hamid', ['OF_ANOTHER_OWNER followUpId']],
    ['to whoever hands over', follow(), 'lucia', 'lucia', ['HANDED_TO_SELF ownerId']],
    ['what an outside party was asked', { ...follow('scheduled'), outsideParty: 'Sleep clinic' }, 'lucia', 'hamid', []],
    ['a report that nobody read', follow('reported'), 'lucia', 'hamid', ['WITH_ASKER followUpId']],
    ['what was declined', follow('declined'), 'lucia', 'hamid', ['WITH_ASKER followUpId']],
    ['what is over', follow('done'), 'lucia', 'hamid', ['WITH_ASKER followUpId']],
  ] as const)('%s', (_, followUp, from, ownerId, expected) => {
    expect(refusals(followUp, from, { ownerId })).toEqual(expected);
  });

  it.each([
    ['lucia', [], true],
    ['jonas', ['coordinator'], true],
    ['ingrid', [], false],
    ['pernille', ['administrator'], false],
  ] as const)('by %s, who is %j: %s', (personId, organizationRoles, may) => {
    expect(mayHandOver('lucia', { personId, organizationRoles })).toBe(may);
  });
});

describe('who should have it', () => {
  const one = (personId: string, discipline: string, over: Partial<Receiver> = {}): Receiver => ({ personId, discipline, role: 'member', standInId: null, isEligible: true, load: 0, ...over });
  const lucia = one('lucia', 'physical-therapist', { standInId: 'hamid' });
  const lead = one('ingrid', 'physiatrist', { role: 'lead' });
  const [busy, free] = [one('busy', 'physical-therapist', { load: 5 }), one('free', 'physical-therapist', { load: 3 })];
  const review = { kind: 'review', pool: 'physical-therapist' };
  const safety = { ...review, kind: 'safety' };

  it.each([
    ['the stand-in', review, [lucia, lead, free, one('hamid', 'nurse', { load: 40 })], { ownerId: 'hamid' }],
    ['nobody who stands in and is not of the team', review, [lucia, lead, free], { ownerId: 'free' }],
    ['nobody who stands in and is away', review, [lucia, free, one('hamid', 'nurse', { isEligible: false })], { ownerId: 'free' }],
    ['whoever of the role has least to do', review, [one('lucia', 'physical-therapist'), busy, free, lead], { ownerId: 'free' }],
    ['the role, when all of it are away', review, [one('lucia', 'physical-therapist', { isEligible: false }), { ...free, isEligible: false }, lead], { pool: 'physical-therapist' }],
    ['nobody, when the team has no such role any more', review, [lead], null],
    ['not a role in which nobody else is', review, [one('lucia', 'physical-therapist'), lead], null],
    ['not a role of observers alone', review, [lead, one('looks on', 'physical-therapist', { role: 'observer', isEligible: false })], null],
    ['of what concerns safety the stand-in', safety, [lucia, lead, one('hamid', 'nurse')], { ownerId: 'hamid' }],
    ['of what concerns safety the lead, not the role', safety, [one('lucia', 'physical-therapist'), free, lead], { ownerId: 'ingrid' }],
    ['of what concerns safety nobody, when the lead is away', safety, [one('lucia', 'physical-therapist'), free, { ...lead, isEligible: false }], null],
  ] as const)('%s', (_, followUp, receivers, expected) => {
    expect(receiverOf(followUp, 'lucia', receivers)).toEqual(expected);
  });

  it('is somebody else once the first has more to do', () => {
    expect(receiverOf(review, 'lucia', [busy, free], new Map([['free', 3]]))).toEqual({ ownerId: 'busy' });
  });

  it('is never whoever hands over, although they lead', () => {
    expect(receiverOf(safety, 'ingrid', [lead, free])).toBeNull();
  });
});
