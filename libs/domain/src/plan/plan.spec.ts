import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY } from '../testing/index.ts';
import { addDays } from '../text/day.ts';
import { PLAN_STATUSES, activatePlan, checkPlan, movePlan, planTransitions } from './plan.ts';

/** `field CODE` of everything that was refused. */
const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));

it.each([
  ['a title', { title: 'Back to walking and sleeping', summary: null, agreedMessage: null }, []],
  ['nothing, when nothing is edited', {}, []],
  ['a blank title', { title: ' ' }, ['title REQUIRED']],
  ['a review twenty years from now', { reviewDate: '2046-12-31' }, []],
  ['a review in a year that was meant to be another', { reviewDate: '2062-01-10' }, ['reviewDate DATE_TOO_FAR']],
  ['all of it wrong', { title: 'a\nb', summary: 'x'.repeat(2_001), agreedMessage: '\u0000' }, ['title ONE_LINE', 'summary TOO_LONG', 'agreedMessage TEXT_UNPRINTABLE']],
])('a plan with %s', (_, given, expected) => {
  expect(wrong(checkPlan(given, TODAY))).toEqual(expected);
});

it.each([
  ['draft', ['activate']],
  ['active', ['pause', 'complete']],
  ['on-hold', ['activate', 'complete']],
  ['completed', ['activate']],
] as const)('a plan that is %s can %s', (status, verbs) => {
  expect(planTransitions({ status })).toEqual(verbs);
});

describe('starting a plan', () => {
  const draft = { status: 'draft' } as const;
  const start = (screenedOn: string | null, withoutScreenReason?: string | null, mayOverride = true, plan: { status: (typeof PLAN_STATUSES)[number] } = draft) =>
    wrong(activatePlan(plan, { withoutScreenReason, mayOverride }, screenedOn, TODAY));

  it.each([
    ['on a screen of today', TODAY, []],
    ['on the last day of a screen', addDays(TODAY, -90), []],
    ['a day after it', addDays(TODAY, -91), ['withoutScreenReason SCREEN_MISSING']],
    ['without any', null, ['withoutScreenReason SCREEN_MISSING']],
  ])('%s', (_, screenedOn, expected) => {
    expect(start(screenedOn)).toEqual(expected);
  });

  it('takes a written reason in place of a screen from those who may', () => {
    expect(start(null, 'Seen in the emergency room this morning')).toEqual([]);
    expect(start(null, 'Seen in the emergency room this morning', false)).toEqual(['withoutScreenReason SCREEN_OVERRIDE']);
    expect(start(null, ' \u200b ')).toEqual(['withoutScreenReason SCREEN_MISSING']);
    expect(start(null, 'x'.repeat(201))).toEqual(['withoutScreenReason TOO_LONG']);
  });

  it('is refused to a plan that is active', () => {
    expect(start(TODAY, null, true, { status: 'active' })).toEqual(['null PLAN_STATUS']);
  });
});

it('a plan rests or ends for a reason', () => {
  expect(wrong(movePlan({ status: 'active' }, 'pause', 'In hospital'))).toEqual([]);
  expect(wrong(movePlan({ status: 'draft' }, 'complete', ' '))).toEqual(['null PLAN_STATUS', 'reason REQUIRED']);
});
