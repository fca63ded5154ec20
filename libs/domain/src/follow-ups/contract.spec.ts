import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CONTRACT, FOLLOW_UP_SHAPES, FOLLOW_UP_STATES, type FollowUpState, courtOf, firstState, isOpen, movesFrom } from './contract.ts';

const OWN_STATES = {
  task: ['open', 'done', 'cancelled'],
  request: ['proposed', 'accepted', 'declined', 'scheduled', 'happened', 'reported', 'read', 'cancelled'],
} as const;

describe('the contract of a follow-up', () => {
  it.each(FOLLOW_UP_SHAPES)('of a %s has moves between its own states only, and one at most for each verb', (shape) => {
    for (const state of FOLLOW_UP_STATES) {
      const moves = movesFrom({ shape, state });
      expect(new Set(moves.map(({ verb }) => verb)).size).toBe(moves.length);
      if (!OWN_STATES[shape].includes(state as never)) expect(moves).toEqual([]);
      for (const { to } of moves) expect(OWN_STATES[shape]).toContain(to);
    }
  });

  it.each(FOLLOW_UP_SHAPES)('of a %s can be brought to an end from every open state, and opened again from every end', (shape) => {
    for (const state of OWN_STATES[shape]) {
      const reached = new Set<FollowUpState>([state]);
      for (const one of reached) for (const { to } of movesFrom({ shape, state: one })) reached.add(to);
      expect([...reached].some((one) => !isOpen(one))).toBe(true);
      expect([...reached].some(isOpen)).toBe(true);
    }
  });

  it('ends no request but with an outcome that its asker has read, or with a reason', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 40 }), (choices) => {
        let state = firstState('request');
        let last: string | undefined;
        for (const choice of choices) {
          const moves = movesFrom({ shape: 'request', state });
          const move = moves[choice % moves.length];
          if (!move) return;
          if (move.to === 'read') expect(last).toBe('outcome');
          if (move.to === 'cancelled' || move.to === 'declined') expect(move.needs).toBe('reason');
          last = move.needs;
          state = move.to;
        }
      }),
    );
  });

  it('says of every open state with whom the ball is, and of an ended one that it is with nobody', () => {
    for (const shape of FOLLOW_UP_SHAPES) {
      for (const state of OWN_STATES[shape]) expect(courtOf({ state, outsideParty: null }) === 'nobody').toBe(!isOpen(state));
    }
  });

  it.each([
    ['proposed', 'outside'], ['accepted', 'outside'], ['scheduled', 'outside'], ['happened', 'outside'], ['reported', 'asker'], ['declined', 'asker'],
  ] as const)('lies with somebody outside until they have reported: %s is with the %s', (state, court) => {
    expect(courtOf({ state, outsideParty: 'Harbour Rheumatology' })).toBe(court);
  });

  it('lets nobody accept, decline, report or read for another', () => {
    for (const { verb, by } of CONTRACT) {
      if (['accept', 'decline', 'report'].includes(verb)) expect(by).toBe('owner');
      if (verb === 'acknowledge') expect(by).toBe('asker');
    }
  });
});
