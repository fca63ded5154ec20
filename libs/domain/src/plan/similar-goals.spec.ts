import { describe, expect, it } from '@jest/globals';
import type { GoalDomain, GoalStatus } from './goal.ts';
import { similarGoals, similarity } from './similar-goals.ts';

const goal = (words: string, domain: GoalDomain = 'sleep', status: GoalStatus = 'active') => ({ id: words, words, domain, status });
const found = (words: string, domain: GoalDomain, ...goals: ReturnType<typeof goal>[]) => similarGoals({ words, domain }, goals).map(({ id }) => id);

describe('a new goal resembles an open one', () => {
  it.each([
    ['Sleep through till six', 'Sleep through until six'],
    ['Sleep through till six', 'sleeping through the night'],
    ['Carry my grandson upstairs without stopping', 'I want to carry my grandson up the stairs'],
    ['Work a full day at the desk', 'Get through a full working day at my desk'],
    ['Dormir toda la noche', 'Dormir la noche entera'],
  ])('when both want the same: “%s”, “%s”', (known, typed) => {
    expect(found(typed, 'sleep', goal(known))).toEqual([known]);
  });

  it.each([
    ['Sleep through till six', 'Carry my grandson upstairs without stopping'],
    ['I want to be able to walk again', 'I want to be able to cook again'],
    ['Work a full day at the desk', 'Fewer tablets by spring'],
    ['Get back to playing the cello', 'Get back to work'],
  ])('not when they only begin alike: “%s”, “%s”', (known, typed) => {
    expect(found(typed, 'sleep', goal(known))).toEqual([]);
  });

  it('in another domain only with nearly the same words', () => {
    expect(found('Sleep through until six', 'pacing', goal('Sleep through till six', 'sleep'))).toEqual(['Sleep through till six']);
    expect(found('sleeping through the night', 'pacing', goal('Sleep through till six', 'sleep'))).toEqual([]);
  });

  it.each<[GoalStatus, boolean]>([['proposed', true], ['active', true], ['on-hold', true], ['completed', false], ['cancelled', false], ['entered-in-error', false]])('that is %s: %s', (status, offered) => {
    expect(found('Sleep through till six', 'sleep', goal('Sleep through till six', 'sleep', status))).toHaveLength(offered ? 1 : 0);
  });

  it('the most alike first', () => {
    expect(found('Sleep through till six', 'sleep', goal('Sleep through the night'), goal('Sleep through till seven'))).toEqual(['Sleep through till seven', 'Sleep through the night']);
  });
});

describe('likeness', () => {
  it.each([
    ['the same', 'Sleep', 'Sleep', 1],
    ['case and accents are not looked at', 'José corre', 'jose CORRE', 1],
    ['nothing in common', 'sleep', 'work', 0],
    ['nothing said', '', '', 0],
    ['one letter of five more', 'sleep', 'sleeps', 5 / 8],
  ])('of %s', (_, one, other, expected) => {
    expect(similarity(one, other)).toBeCloseTo(expected, 10);
    expect(similarity(other, one)).toBeCloseTo(expected, 10);
  });
});
