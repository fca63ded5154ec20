import { describe, expect, it } from '@jest/globals';
import type { Result, RuleViolation } from '../result.ts';
import { type RedFlagAnswerGiven, checkDecision, checkScreen, isScreenRepeatDue, opensPlan } from './red-flag-screen.ts';

const FORM = { items: ['numb', 'cancer'], emergencies: ['numb'] };
const wrong = (result: Result<unknown, RuleViolation>): string[] => (result.ok ? [] : result.error.violations.map(({ field, code }) => `${field} ${code}`));
const no: RedFlagAnswerGiven = { item: 'numb', answer: 'no' };

describe('a red-flag screen', () => {
  it.each<[string, RedFlagAnswerGiven[], string[]]>([
    ['with every answer', [no, { item: 'cancer', answer: 'not-asked' }], []],
    ['with a yes that is described', [no, { item: 'cancer', answer: 'yes', detail: 'Breast, 2011' }], []],
    ['with a hole', [no], ['answers.cancer ANSWER_MISSING']],
    ['with nothing', [], ['answers.numb ANSWER_MISSING', 'answers.cancer ANSWER_MISSING']],
    ['with an emergency sign that was not asked', [{ item: 'numb', answer: 'not-asked' }, { item: 'cancer', answer: 'no' }], ['answers.numb EMERGENCY_NOT_ASKED']],
    ['with a yes and no word of it', [no, { item: 'cancer', answer: 'yes', detail: ' ' }], ['answers.cancer REQUIRED']],
    ['with words to a no', [{ ...no, detail: 'Surely' }, { item: 'cancer', answer: 'no' }], ['answers.numb DETAIL_WITHOUT_YES']],
    ['with two answers to one question', [no, { item: 'numb', answer: 'no' }, { item: 'cancer', answer: 'no' }], ['answers ANSWERED_TWICE']],
    ['with a question of another form', [no, { item: 'cancer', answer: 'no' }, { item: 'aura', answer: 'no' }], ['answers QUESTION_UNKNOWN']],
  ])('%s', (_, answers, expected) => {
    expect(wrong(checkScreen(answers, FORM))).toEqual(expected);
  });

  it('is decided on where something was found, for a reason', () => {
    expect(wrong(checkDecision(true, 'Film on Tuesday'))).toEqual([]);
    expect(wrong(checkDecision(false, ''))).toEqual(['screenId SCREEN_NOT_POSITIVE', 'reason REQUIRED']);
  });

  it('opens a plan for 90 days and is due again after 180', () => {
    expect([opensPlan('2026-08-25', '2026-11-23'), opensPlan('2026-08-24', '2026-11-23'), opensPlan(null, '2026-11-23')]).toEqual([true, false, false]);
    expect([isScreenRepeatDue('2026-05-27', '2026-11-23'), isScreenRepeatDue('2026-05-26', '2026-11-23')]).toEqual([false, true]);
  });
});
