import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Piece, orderDifference, proseDifference } from './difference.ts';

const side = (pieces: readonly Piece[], left: 'before' | 'after', by: string) => pieces.filter(({ was }) => was !== left).map(({ text }) => text).join(by);
const brief = (pieces: readonly Piece[]) => pieces.map(({ text, was }) => (was === 'before' ? `[-${text}]` : was === 'after' ? `[+${text}]` : text)).join('|');

describe('an order', () => {
  it.each([
    ['30 mg once a day', '60 mg once a day', '[-30]|[+60]|mg once a day'],
    ['60 mg once a day', '60 mg twice a day', '60 mg|[-once]|[+twice]|a day'],
    ['6.5 h', '7.5 h', '[-6.5]|[+7.5]|h'],
    // Two halves that changed are never read as one order.
    ['30 mg once a day', '60 mg twice a day', '[-30 mg once a day]|[+60 mg twice a day]'],
    ['30 mg', '30 mg once a day', '[-30 mg]|[+30 mg once a day]'],
    ['1 1', '1', '[-1 1]|[+1]'],
  ])('%s → %s', (before, after, expected) => expect(brief(orderDifference(before, after))).toBe(expected));

  const word = fc.constantFrom('30', '60', 'mg', 'once', 'a', 'day');
  const order = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
  it('is whole on both sides, whatever it was', () => {
    fc.assert(fc.property(order, order, (before, after) => {
      fc.pre(before !== after);
      const pieces = orderDifference(before, after);
      expect([side(pieces, 'after', ' '), side(pieces, 'before', ' ')]).toEqual([before, after]);
      expect(pieces.filter(({ was }) => was === 'before')).toHaveLength(1);
    }));
  });
});

describe('a text', () => {
  it.each([
    ['Walk to the shop', 'Walk to the library', 'Walk to the |[-shop]|[+library]'],
    ['Walk 6.5 minutes', 'Walk 7.5 minutes', 'Walk |[-6.5]|[+7.5]| minutes'],
    ['Rest', 'Walk daily', '[-Rest]|[+Walk daily]'],
  ])('%s → %s', (before, after, expected) => expect(brief(proseDifference(before, after))).toBe(expected));

  it('gives back both texts to the last space', () => {
    const text = fc.array(fc.constantFrom('walk', 'rest', ' ', '\n', '6.5', 'ä', '.'), { minLength: 1, maxLength: 30 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, text, (before, after) => {
      const pieces = proseDifference(before, after);
      expect([side(pieces, 'after', ''), side(pieces, 'before', '')]).toEqual([before, after]);
    }));
  });

  it('is told whole where too much differs to read word by word', () => {
    const long = (word: string) => Array.from({ length: 600 }, (_, at) => `${word}${at} and`).join(' ');
    expect(proseDifference(long('x'), long('y')).map(({ was }) => was)).toEqual(['before', 'after']);
  });
});
