import { expect, it } from '@jest/globals';
import { changedFields, numberOf, rebased } from './form-values.ts';

const before = { words: 'Sleep', ownerId: 'noor', participantIds: ['a', 'b'] };

it('knows what was changed, whatever the order of a choice and the spaces around a text', () => {
  expect(changedFields(before, { words: ' Sleep ', ownerId: '', participantIds: ['b', 'a'] })).toEqual(['ownerId']);
});

it('follows a colleague where I wrote nothing, and keeps my text where I did', () => {
  const mine = { ...before, words: 'Sleep till six' };
  expect(rebased(before, mine, { words: 'Sleep well', ownerId: 'lucia', participantIds: ['a'] })).toEqual({ words: 'Sleep till six', ownerId: 'lucia', participantIds: ['a'] });
});

it.each([['3', 3], ['2,5', 2.5], ['−1', -1], ['', null], ['three', undefined]])('reads %s as %s', (typed, value) => {
  expect(numberOf(typed)).toBe(value);
});
