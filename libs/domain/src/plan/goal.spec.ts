import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { TODAY, aGoal } from '../testing/index.ts';
import { GOAL_ACHIEVEMENTS, GOAL_STATUSES, GOAL_VERBS, type GoalAchievement, type GoalStatus, type GoalVerb, checkGoal, isOpenGoal, moveGoal } from './goal.ts';

const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));

const no = null;
/** What a goal becomes by each verb, or `no`. */
const BECOMES: Record<GoalVerb, Record<GoalStatus, GoalStatus | null>> = {
  activate: { proposed: 'active', active: no, 'on-hold': no, completed: no, cancelled: no, 'entered-in-error': no },
  pause: { proposed: no, active: 'on-hold', 'on-hold': no, completed: no, cancelled: no, 'entered-in-error': no },
  resume: { proposed: no, active: no, 'on-hold': 'active', completed: no, cancelled: no, 'entered-in-error': no },
  complete: { proposed: no, active: 'completed', 'on-hold': 'completed', completed: no, cancelled: no, 'entered-in-error': no },
  cancel: { proposed: 'cancelled', active: 'cancelled', 'on-hold': 'cancelled', completed: no, cancelled: no, 'entered-in-error': no },
};
const CELLS = GOAL_VERBS.flatMap((verb) => GOAL_STATUSES.map((status) => [verb, status, BECOMES[verb][status]] as const));
const complete = { achievement: 'achieved', reason: 'She walked there twice.' } as const;

describe('a goal', () => {
  it.each(CELLS)('%s of one that is %s: %s', (verb, status, becomes) => {
    const result = moveGoal(aGoal({ status }), verb, complete, TODAY);
    if (becomes === null) {
      expect(result).toEqual({
        ok: false,
        error: {
          kind: 'rule-violation',
          violations: [{ code: 'GOAL_STATUS', field: 'goalId', params: { status }, message: `A goal that is ${status} cannot do this.` }],
        },
      });
    } else {
      expect(result).toMatchObject({ ok: true, value: { status: becomes } });
    }
  });

  it.each<[GoalStatus, boolean]>([['proposed', true], ['active', true], ['on-hold', true], ['completed', false], ['cancelled', false], ['entered-in-error', false]])('that is %s is open: %s', (status, open) => {
    expect(isOpenGoal(aGoal({ status }))).toBe(open);
  });

  it.each<[GoalVerb, GoalStatus, object]>([
    ['activate', 'proposed', { status: 'active', startedOn: TODAY }],
    ['pause', 'active', { status: 'on-hold' }],
    ['resume', 'on-hold', { status: 'active' }],
    ['complete', 'active', { status: 'completed', endedOn: TODAY, endReason: 'A flare', achievement: 'not-achieved' }],
    ['cancel', 'active', { status: 'cancelled', endedOn: TODAY, endReason: 'A flare' }],
  ])('%s keeps the day and the reason of what begins and ends', (verb, status, value) => {
    const given = { reason: ' A flare ', ...(verb === 'complete' ? { achievement: 'not-achieved' as const } : {}) };
    expect(moveGoal(aGoal({ status }), verb, given, TODAY)).toEqual({ ok: true, value });
  });
});

describe('the reason of a goal', () => {
  const asked: Record<GoalAchievement, boolean> = {
    'in-progress': true,
    'improving': true,
    'worsening': true,
    'no-change': true,
    'achieved': false,
    'sustaining': false,
    'not-achieved': true,
    'no-progress': true,
    'not-attainable': true,
  };

  it.each(GOAL_ACHIEVEMENTS.map((achievement) => [achievement, asked[achievement]] as const))('is asked when it ends as %s: %s', (achievement, asks) => {
    for (const reason of [undefined, null, '', '  ']) {
      const result = moveGoal(aGoal(), 'complete', { achievement, reason }, TODAY);
      expect(wrong(result)).toEqual(asks ? ['reason REQUIRED'] : []);
      if (result.ok) expect(result.value).toMatchObject({ achievement, endReason: null });
    }
    expect(wrong(moveGoal(aGoal(), 'complete', { achievement, reason: 'We met in the middle.' }, TODAY))).toEqual([]);
  });

  it.each<[GoalVerb, GoalStatus, boolean]>([
    ['activate', 'proposed', false],
    ['pause', 'active', true],
    ['resume', 'on-hold', false],
    ['cancel', 'proposed', true],
    ['cancel', 'on-hold', true],
  ])('is asked by %s of one that is %s: %s', (verb, status, asks) => {
    expect(wrong(moveGoal(aGoal({ status }), verb, {}, TODAY))).toEqual(asks ? ['reason REQUIRED'] : []);
  });

  it('is asked with how it went', () => {
    expect(wrong(moveGoal(aGoal(), 'complete', {}, TODAY))).toEqual(['achievement REQUIRED', 'reason REQUIRED']);
    expect(wrong(moveGoal(aGoal({ status: 'completed' }), 'complete', {}, TODAY))).toEqual(['goalId GOAL_STATUS', 'achievement REQUIRED', 'reason REQUIRED']);
    // As a client sends it that clears what it does not say.
    expect(wrong(moveGoal(aGoal(), 'complete', { achievement: null as never, reason: 'Enough' }, TODAY))).toEqual(['achievement REQUIRED']);
  });

  it.each([
    ['a NUL byte', '\u0000', 'reason TEXT_UNPRINTABLE'],
    ['201 characters', 'x'.repeat(201), 'reason TOO_LONG'],
    ['half a character', 'half \ud83d', 'reason TEXT_ILL_FORMED'],
  ])('is a readable line also where it is not asked: not %s', (_, reason, expected) => {
    expect(wrong(moveGoal(aGoal(), 'complete', { achievement: 'achieved', reason }, TODAY))).toEqual([expected]);
    expect(wrong(moveGoal(aGoal(), 'cancel', { reason }, TODAY))).toEqual([expected]);
  });

  it('is kept as every text is', () => {
    expect(moveGoal(aGoal(), 'cancel', { reason: ' Jose\u0301 moved away\n' }, TODAY)).toMatchObject({ value: { endReason: 'José moved away' } });
  });
});

describe('what a goal says', () => {
  const knownMeasure = (id: string) => id === 'peg';
  it.each([
    ['words', { words: 'Sleep through the night' }, []],
    ['nothing more', { restatement: null, targetUnit: null, targetMeasure: null }, []],
    ['nothing that is edited', {}, []],
    ['a measure of the catalogue', { targetMeasure: 'peg' }, []],
    ['a target in numbers', { targetBaseline: -1.5, targetValue: 0 }, []],
    ['numbers that are none', { targetBaseline: Infinity, targetValue: NaN }, ['targetBaseline NUMBER_INVALID', 'targetValue NUMBER_INVALID']],
    ['blank words', { words: ' ' }, ['words REQUIRED']],
    ['words on two lines', { words: 'one\ntwo' }, ['words ONE_LINE']],
    [
      'all of it wrong',
      { words: '', restatement: 'x'.repeat(2_001), targetUnit: '\u0000', targetMeasure: 'mood-ring' },
      ['words REQUIRED', 'restatement TOO_LONG', 'targetUnit TEXT_UNPRINTABLE', 'targetMeasure MEASURE_UNKNOWN'],
    ],
  ])('%s', (_, given, expected) => {
    expect(wrong(checkGoal(given, knownMeasure, TODAY))).toEqual(expected);
  });
});
