import { redFlagGroups, redFlags } from '@plexus/catalogue/labels';
import type { RedFlagAnswerInput, RedFlagAnswerValue } from '../../../gql/index.ts';

/** By question; what is absent was not answered yet: nothing is prefilled. */
export interface ScreenFormValues {
  answers: Readonly<Record<string, RedFlagAnswerValue>>;
  details: Readonly<Record<string, string>>;
}

export const EMPTY_SCREEN: ScreenFormValues = { answers: {}, details: {} };
export const QUESTIONS = redFlags.map(({ id }) => id);

/** The keys that answer the question which has the focus. */
export const ANSWER_KEYS: Readonly<Record<string, RedFlagAnswerValue>> = { y: 'YES', n: 'NO', u: 'NOT_ASKED' };

const EMERGENCIES = new Set(redFlagGroups.filter(({ rule }) => rule === 'SAF-05').flatMap(({ items }) => items.map(({ id }) => id)));
export const choicesOf = (item: string): readonly RedFlagAnswerValue[] => (EMERGENCIES.has(item) ? ['YES', 'NO'] : ['YES', 'NO', 'NOT_ASKED']);

export type Hole = 'answer' | 'detail';
/** What is missing before the sheet can be signed, by question. */
export const holesOf = ({ answers, details }: ScreenFormValues): ReadonlyMap<string, Hole> =>
  new Map(QUESTIONS.flatMap((item): [string, Hole][] => (!answers[item] ? [[item, 'answer']] : answers[item] === 'YES' && !details[item]?.trim() ? [[item, 'detail']] : [])));

export const answersOf = ({ answers, details }: ScreenFormValues): RedFlagAnswerInput[] =>
  QUESTIONS.flatMap((item) => {
    const answer = answers[item];
    return answer ? [{ item, answer, ...(answer === 'YES' && { detail: details[item]?.trim() }) }] : [];
  });

/** An explicit press answers what is open in one group; what was answered stays. */
export const withRestNo = (answers: ScreenFormValues['answers'], items: readonly string[]): ScreenFormValues['answers'] => ({ ...Object.fromEntries(items.map((item) => [item, 'NO' as const])), ...answers });
