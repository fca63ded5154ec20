import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import { type Day, addDays } from '../text/day.ts';
import { checkText } from '../text/text.ts';
import { checkReason } from './patient.ts';

export const RED_FLAG_ANSWERS = ['yes', 'no', 'not-asked'] as const;
export type RedFlagAnswer = (typeof RED_FLAG_ANSWERS)[number];

export const RED_FLAG_DECISIONS = ['watch', 'test', 'refer'] as const;
export type RedFlagDecision = (typeof RED_FLAG_DECISIONS)[number];

export interface RedFlagAnswerGiven {
  readonly item: string;
  readonly answer: RedFlagAnswer;
  /** What was found; asked of a yes. */
  readonly detail?: string | null;
}

/** The questions of the form, in its order, and those of them whose yes is an emergency. */
export interface RedFlagForm {
  readonly items: readonly string[];
  readonly emergencies: readonly string[];
}

/**
 * A sheet is signed whole: every question has an answer, though the answer may be that it was not asked, and a yes says what was found. The
 * emergency signs must have been asked: a screen without them would pass for one.
 */
export function checkScreen(answers: readonly RedFlagAnswerGiven[], form: RedFlagForm): Result<void, RuleViolation> {
  const at = (item: string): string => `answers.${item}`;
  const given = new Map(answers.map((answer) => [answer.item, answer]));
  return unless([
    given.size < answers.length ? violation('ANSWERED_TWICE', 'A question has two answers. Give one.', 'answers') : null,
    answers.some(({ item }) => !form.items.includes(item)) ? violation('QUESTION_UNKNOWN', 'The form has no such question. Reload the page and answer it anew.', 'answers') : null,
    ...form.items.map((item) => {
      const answer = given.get(item);
      if (!answer) return violation('ANSWER_MISSING', 'Answer yes, no or not asked.', at(item));
      if (answer.answer === 'not-asked' && form.emergencies.includes(item)) return violation('EMERGENCY_NOT_ASKED', 'Ask about every emergency sign before you sign.', at(item));
      if (answer.answer === 'yes') return checkText(at(item), answer.detail ?? '', 'line', { required: true });
      return answer.detail == null ? null : violation('DETAIL_WITHOUT_YES', 'Only a yes is described. Take the words away, or answer yes.', at(item));
    }),
  ]);
}

export const checkDecision = (isPositive: boolean, reason: string): Result<void, RuleViolation> =>
  unless([isPositive ? null : violation('SCREEN_NOT_POSITIVE', 'No red flag was found: there is nothing to decide.', 'screenId'), checkReason(reason)]);

/** Clinic defaults (SAF-04, SAF-08): how long a screen opens a plan, and after which it is repeated. */
export const SCREEN_OPENS_PLAN_DAYS = 90;
export const SCREEN_REPEAT_DAYS = 180;

export const isScreenRepeatDue = (signedOn: Day, today: Day): boolean => addDays(signedOn, SCREEN_REPEAT_DAYS) < today;
export const opensPlan = (signedOn: Day | null, today: Day): boolean => signedOn !== null && addDays(signedOn, SCREEN_OPENS_PLAN_DAYS) >= today;
