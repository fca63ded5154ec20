import { type Result, type RuleViolation, unless, violation } from '../result.ts';
import { checkText } from '../text/text.ts';

export const DISSENT_STATUSES = ['stands', 'withdrawn'] as const;
export type DissentStatus = (typeof DISSENT_STATUSES)[number];

export interface Dissent {
  readonly personId: string;
  /** The message with which the person does not agree, word for word. */
  readonly message: string;
  readonly status: DissentStatus;
}

/** A dissent is about words: when the team agrees on others it is settled, and should the old ones return, so does it. */
export const stands = (dissent: Pick<Dissent, 'message' | 'status'>, agreedMessage: string | null): boolean => dissent.status === 'stands' && dissent.message === agreedMessage;

/** One says once, and why, that one does not agree with the message that stands: it is no vote, but the next conference's business. */
export const checkDissent = (given: { readonly message: string; readonly reason: string }, agreedMessage: string | null, own: readonly Dissent[]): Result<void, RuleViolation> =>
  unless([
    given.message === agreedMessage ? null : violation('MESSAGE_CHANGED', 'The agreed message is another one now. Read it, then say again whether you disagree.', 'message'),
    given.message === agreedMessage && own.some((dissent) => stands(dissent, agreedMessage)) ? violation('DISSENT_STANDS', 'You have said that you do not agree. Withdraw that to give another reason.', 'reason') : null,
    checkText('reason', given.reason, 'line', { required: true }),
  ]);

export const checkWithdrawal = (dissent: Dissent, personId: string): Result<void, RuleViolation> =>
  unless([
    dissent.personId === personId ? null : violation('DISSENT_NOT_YOURS', 'Only who disagrees can withdraw it.', 'dissentId'),
    dissent.status === 'stands' ? null : violation('DISSENT_WITHDRAWN', 'This was withdrawn already.', 'dissentId'),
  ]);
