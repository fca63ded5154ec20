import type { CallResult, FollowUpEntryPartsFragment } from '../../../gql/index.ts';

export const CALL_RESULTS: readonly CallResult[] = ['REACHED', 'NO_ANSWER', 'MESSAGE_LEFT', 'WRONG_NUMBER', 'LETTER_SENT'];

/** As many calls without reaching anybody, then a letter: the team's own rule. */
export const CALLS_BEFORE_LETTER = 3;

export interface Calls {
  /** Without reaching anybody, since somebody was reached or a letter was sent. */
  readonly unanswered: number;
  readonly nextTryOn: string | null;
}

export function callsOf(entries: readonly FollowUpEntryPartsFragment[]): Calls {
  const calls = entries.filter(({ kind }) => kind === 'CALL');
  const settled = calls.findLastIndex(({ callResult }) => callResult === 'REACHED' || callResult === 'LETTER_SENT');
  return { unanswered: calls.length - 1 - settled, nextTryOn: calls.at(-1)?.nextTryOn ?? null };
}
