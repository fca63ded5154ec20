import { expect, it } from '@jest/globals';
import { TODAY } from '../testing/index.ts';
import { checkPlan } from './plan.ts';

it.each([
  ['a title', { title: 'Back to walking and sleeping', summary: null, agreedMessage: null }, []],
  ['nothing, when nothing is edited', {}, []],
  ['a blank title', { title: ' ' }, ['title REQUIRED']],
  ['a review twenty years from now', { reviewDate: '2046-12-31' }, []],
  ['a review in a year that was meant to be another', { reviewDate: '2062-01-10' }, ['reviewDate DATE_TOO_FAR']],
  ['all of it wrong', { title: 'a\nb', summary: 'x'.repeat(2_001), agreedMessage: '\u0000' }, ['title ONE_LINE', 'summary TOO_LONG', 'agreedMessage TEXT_UNPRINTABLE']],
])('a plan with %s', (_, given, expected) => {
  const result = checkPlan(given, TODAY);
  expect(result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
});
