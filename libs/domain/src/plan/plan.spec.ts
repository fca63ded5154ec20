import { expect, it } from '@jest/globals';
import { checkPlan } from './plan.ts';

it.each([
  ['a title', { title: 'Back to walking and sleeping', summary: null, agreedMessage: null }, []],
  ['nothing, when nothing is edited', {}, []],
  ['a blank title', { title: ' ' }, ['title REQUIRED']],
  ['all of it wrong', { title: 'a\nb', summary: 'x'.repeat(2_001), agreedMessage: '\u0000' }, ['title ONE_LINE', 'summary TOO_LONG', 'agreedMessage TEXT_UNPRINTABLE']],
])('a plan with %s', (_, given, expected) => {
  const result = checkPlan(given);
  expect(result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
