import { expect, it } from '@jest/globals';
import { type FieldValue, sameValue } from './values.ts';

it.each<[FieldValue, FieldValue, boolean]>([
  ['30 mg', '30 mg', true],
  ['30 mg', '60 mg', false],
  [null, null, true],
  [null, '', false],
  [null, 0, false],
  [0, false, false],
  ['1', 1, false],
  [['a', 'b'], ['a', 'b'], true],
  [['a', 'b'], ['b', 'a'], false],
  [['a'], ['a', 'b'], false],
  [['a', 'b'], ['a'], false],
  [[], [], true],
  [[], null, false],
  [['a'], 'a', false],
])('%j and %j are the same value: %s', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
  expect(sameValue(b, a)).toBe(same);
});
