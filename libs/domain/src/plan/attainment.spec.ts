import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, TOMORROW, YESTERDAY, aGoal } from '../testing/index.ts';
import { ATTAINMENT_LEVELS, type Rater, attainmentScore, checkRating, checkScale, checkRatingWithdrawal, levelWords, planScore, scaleFields, scaleOf } from './attainment.ts';
import { type GoalStatus, checkGoal } from './goal.ts';

const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));
const GARDEN = ['No gardening', 'Garden for 10 minutes', 'Garden for 30 minutes', 'Garden for 45 minutes', 'Garden for 60 minutes without a flare'];
const instead = (level: number, words: string) => GARDEN.map((descriptor, i) => (ATTAINMENT_LEVELS[i] === level ? words : descriptor));

describe('a scale', () => {
  it.each<[string, string[], string[]]>([
    ['of five descriptors', GARDEN, []],
    ['of four', GARDEN.slice(0, 4), ['scalePlus2 SCALE_INCOMPLETE']],
    ['of six', [...GARDEN, 'Garden all day'], ['scale SCALE_INCOMPLETE']],
    ['of none', [], ['scaleMinus2 SCALE_INCOMPLETE']],
    ['with one left empty', instead(1, ' \n'), ['scalePlus1 REQUIRED']],
    ['of which two say the same', instead(2, ' garden  for 45 MINUTES '), ['scalePlus2 SCALE_REPEATED']],
    ['of which one is too long', instead(-2, 'x'.repeat(201)), ['scaleMinus2 TOO_LONG']],
    ['of which one reads backwards', instead(0, '\u202Esetunim 03'), ['scaleZero TEXT_UNPRINTABLE']],
    ['that is all empty', ['', '', '', '', ''], ['scaleMinus2 REQUIRED', 'scaleMinus1 REQUIRED', 'scaleZero REQUIRED', 'scalePlus1 REQUIRED', 'scalePlus2 REQUIRED']],
  ])('%s', (_, scale, expected) => {
    expect(wrong(checkGoal({ scale }, () => true, TODAY))).toEqual(expected);
  });

  it('names the level that says the same', () => {
    expect(checkScale(instead(2, GARDEN[1]!))[4]).toMatchObject({ params: { level: '−1' } });
  });

  it('is there whole or not at all', () => {
    expect(scaleOf(aGoal(scaleFields(GARDEN.map((descriptor) => ` ${descriptor} `))))).toEqual(GARDEN);
    expect(scaleOf(aGoal(scaleFields(null)))).toBeNull();
  });

  it('writes its levels with a sign', () => {
    expect(ATTAINMENT_LEVELS.map(levelWords)).toEqual(['−2', '−1', '0', '+1', '+2']);
  });
});

describe('a rating', () => {
  const goal = aGoal({ ...scaleFields(GARDEN), startedOn: YESTERDAY });
  const given = { level: 1, words: 'Garden for 45 minutes', ratedOn: TODAY };

  it.each<[string, object, object, string[]]>([
    ['of the words that stand', {}, {}, []],
    ['on the goal’s first day', {}, { ratedOn: YESTERDAY }, []],
    ['of a goal that is over', { status: 'completed' }, { level: -2, words: 'No gardening', note: 'A flare since May' }, []],
    ['before the goal began', {}, { ratedOn: '2026-11-21' }, ['ratedOn RATED_TOO_EARLY']],
    ['in the future', {}, { ratedOn: TOMORROW }, ['ratedOn DATE_IN_FUTURE']],
    ['of a proposed goal', { status: 'proposed', startedOn: null }, {}, ['goalId GOAL_STATUS']],
    ['of a cancelled goal', { status: 'cancelled' }, {}, ['goalId GOAL_STATUS']],
    ['without a scale', scaleFields(null), {}, ['level SCALE_MISSING']],
    ['of words that a colleague has changed', { scalePlus1: 'Garden for 40 minutes' }, {}, ['level SCALE_CHANGED']],
    ['of another level’s words', {}, { level: 2 }, ['level SCALE_CHANGED']],
    ['of a level that there is not', {}, { level: 3 }, ['level LEVEL_UNKNOWN']],
    ['between two levels', {}, { level: 0.5 }, ['level LEVEL_UNKNOWN']],
    ['with a note too long', {}, { note: 'x'.repeat(201) }, ['note TOO_LONG']],
  ])('%s', (_, of, over, expected) => {
    expect(wrong(checkRating({ ...goal, ...of }, { ...given, ...over }, TODAY))).toEqual(expected);
  });

  it('is entered in error once, with a reason', () => {
    expect(wrong(checkRatingWithdrawal({ status: 'active' }, 'The wrong goal'))).toEqual([]);
    expect(wrong(checkRatingWithdrawal({ status: 'active' }, ' '))).toEqual(['reason REQUIRED']);
    expect(wrong(checkRatingWithdrawal({ status: 'entered-in-error' }, 'The wrong goal'))).toEqual(['ratingId RATING_WITHDRAWN']);
  });
});

describe('the T-score', () => {
  it.each([
    [[1, 1, 0], '59.1'],
    [[0, 0, 0], '50.0'],
    [[-2, -2, -2], '22.6'],
    [[1], '60.0'],
  ])('of %j is %s', (levels, expected) => {
    expect(attainmentScore(levels)).toEqual({ value: expect.any(Number), goals: levels.length });
    expect(attainmentScore(levels)!.value.toFixed(1)).toBe(expected);
  });

  it('of nothing is none', () => {
    expect(attainmentScore([])).toBeNull();
  });

  const levels = fc.array(fc.constantFrom(...ATTAINMENT_LEVELS), { minLength: 1, maxLength: 60 });
  const value = (of: readonly number[]) => attainmentScore(of)!.value;

  it('is 50 when every goal went as expected, and lies evenly around it', () => {
    fc.assert(fc.property(levels, (of) => {
      expect(value(of.map(() => 0))).toBe(50);
      expect(value(of) + value(of.map((level) => -level))).toBeCloseTo(100, 9);
    }));
  });

  it('does not ask in which order goals stand', () => {
    fc.assert(fc.property(levels, (of) => expect(value(of.toSorted())).toBeCloseTo(value(of), 9)));
  });

  it('rises with any goal that rises', () => {
    fc.assert(fc.property(levels, fc.nat(), (of, at) => {
      const place = at % of.length;
      fc.pre(of[place]! < 2);
      expect(value(of.with(place, (of[place]! + 1) as (typeof of)[number]))).toBeGreaterThan(value(of));
    }));
  });
});

describe('the T-score of a plan', () => {
  const goal = (status: GoalStatus, ...ratings: [Rater, number][]) => ({ status, startedOn: status === 'proposed' ? null : YESTERDAY, ratings: ratings.map(([rater, level]) => ({ rater, level })) });
  const plan = [
    goal('active', ['clinician', 1], ['patient', -1], ['clinician', -2]),
    goal('completed', ['clinician', 1]),
    goal('on-hold', ['patient', 0], ['clinician', 0]),
    goal('cancelled', ['clinician', -2], ['patient', -2]),
    goal('active'),
    goal('proposed'),
  ];

  it('is made of each goal’s latest rating, of those under way and completed', () => {
    expect(planScore(plan, 'clinician')).toEqual(attainmentScore([1, 1, 0]));
  });

  it('never mixes the clinicians’ with the patient’s', () => {
    expect(planScore(plan, 'patient')).toEqual(attainmentScore([-1, 0]));
  });
});
