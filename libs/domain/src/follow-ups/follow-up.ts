import { type Result, type RuleViolation, type Violation, unless, violation } from '../result.ts';
import { type Day, checkNearDays, dayAt } from '../text/day.ts';
import { checkText, tidy } from '../text/text.ts';
import type { FollowUpShape } from './contract.ts';
import { checkRecurrence, dueAt } from './recurrence.ts';

export const FOLLOW_UP_KINDS = ['review', 'referral', 'measure', 'call', 'response', 'safety', 'support', 'administrative'] as const;
export type FollowUpKind = (typeof FOLLOW_UP_KINDS)[number];

export const FOLLOW_UP_PRIORITIES = ['routine', 'soon', 'urgent'] as const;
export type FollowUpPriority = (typeof FOLLOW_UP_PRIORITIES)[number];

/** What a follow-up may come from. Later modules add what they bring. */
export const FOLLOW_UP_SOURCES = ['goal', 'activity', 'alert', 'note', 'decision'] as const;
export type FollowUpSource = (typeof FOLLOW_UP_SOURCES)[number];

export interface ChecklistItem {
  readonly text: string;
  readonly isDone: boolean;
}

/** More is a plan, not a follow-up. */
export const CHECKLIST_LIMIT = 20;
export const WATCHER_LIMIT = 20;

/** A local time of the day, `09:30`. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** What can be written into a follow-up. Absent leaves what stands. */
export interface FollowUpText {
  readonly what?: string;
  readonly why?: string | null;
  readonly kind?: FollowUpKind;
  readonly priority?: FollowUpPriority;
  readonly dueOn?: Day;
  readonly dueTime?: string | null;
  readonly outsideParty?: string | null;
  readonly documentsSent?: string | null;
  /** Both, or neither: it comes again. */
  readonly everyWeeks?: number | null;
  readonly recursUntil?: Day | null;
  readonly watcherIds?: readonly string[];
  readonly checklist?: readonly ChecklistItem[];
}

/** The moment and the place of whoever writes. */
export interface Here {
  readonly now: Date;
  readonly timeZone: string;
}

/**
 * What everything written into a follow-up must be; a day that is new must not be over.
 *
 * @param dueOn the day on which it is due when the text leaves that as it is
 */
export function checkFollowUp(shape: FollowUpShape, given: FollowUpText, here: Here, dueOn?: Day): Result<void, RuleViolation> {
  const due = given.dueOn ?? dueOn;
  return unless([
    given.what === undefined ? null : checkText('what', given.what, 'line', { required: true }),
    given.why == null ? null : checkText('why', given.why, 'paragraph'),
    given.outsideParty == null ? null : checkText('outsideParty', given.outsideParty, 'line', { required: true }),
    given.documentsSent == null ? null : checkText('documentsSent', given.documentsSent, 'paragraph'),
    shape === 'task' && given.outsideParty != null ? violation('TASK_OUTSIDE', 'A task is done in the team. Make it a request to ask somebody outside.', 'outsideParty') : null,
    ...checkDue(given, here, due),
    ...checkRepeats(given, due),
    ...checkChecklist(given.checklist ?? []),
    (given.watcherIds?.length ?? 0) > WATCHER_LIMIT ? violation('TOO_MANY', 'At most {limit}.', 'watcherIds', { limit: String(WATCHER_LIMIT) }) : null,
  ]);
}

function checkDue({ dueOn, dueTime }: FollowUpText, { now, timeZone }: Here, due: Day | undefined): (Violation | null)[] {
  const today = dayAt(now, timeZone);
  if (dueTime != null && !isTime(dueTime)) return [violation('TIME_ILL_FORMED', 'Give the time as 09:30.', 'dueTime')];
  if (dueOn !== undefined && dueOn < today) return [violation('DUE_PAST', 'This day is over. Give today or a day to come.', 'dueOn')];
  return [
    ...checkNearDays(today, ['dueOn', dueOn]),
    dueTime != null && due === today && dueAt(due, dueTime, timeZone) < now ? violation('DUE_TIME_PAST', 'This time of today is over. Give a later one, or none.', 'dueTime') : null,
  ];
}

function checkRepeats({ everyWeeks, recursUntil }: FollowUpText, due: Day | undefined): (Violation | null)[] {
  if (everyWeeks == null && recursUntil == null) return [];
  if (everyWeeks == null || recursUntil == null) return [violation('REPEATS_HALF', 'Say both how often and until when it comes again, or neither.', everyWeeks == null ? 'everyWeeks' : 'recursUntil')];
  return due === undefined ? [] : [checkRecurrence({ everyWeeks, until: recursUntil }, due)];
}

function checkChecklist(checklist: readonly ChecklistItem[]): (Violation | null)[] {
  if (checklist.length > CHECKLIST_LIMIT) return [violation('TOO_MANY', 'At most {limit}.', 'checklist', { limit: String(CHECKLIST_LIMIT) })];
  // What is ticked off is kept by its words.
  const isTwice = new Set(checklist.map(({ text }) => tidy(text))).size < checklist.length;
  return [...checklist.map(({ text }) => checkText('checklist', text, 'line', { required: true })), isTwice ? violation('CHECKLIST_TWICE', 'The checklist says the same twice. Leave one out.', 'checklist') : null];
}

export const FOLLOW_UP_ENTRY_KINDS = ['comment', 'call', 'reminder'] as const;
export type FollowUpEntryKind = (typeof FOLLOW_UP_ENTRY_KINDS)[number];
export const CALL_RESULTS = ['reached', 'no-answer', 'message-left', 'wrong-number', 'letter-sent'] as const;
export type CallResult = (typeof CALL_RESULTS)[number];

/** What is said about a follow-up, besides what becomes of it. */
export interface FollowUpNote {
  readonly kind: FollowUpEntryKind;
  readonly text?: string | null;
  readonly callResult?: CallResult | null;
  readonly nextTryOn?: Day | null;
}

const UNASKED = 'This is not asked for here. Leave it out.';

export const checkFollowUpNote = ({ kind, text, callResult, nextTryOn }: FollowUpNote, today: Day): Result<void, RuleViolation> =>
  unless([
    checkText('text', text ?? '', 'paragraph', { required: kind === 'comment' }),
    kind === 'call' && callResult == null ? violation('REQUIRED', 'This cannot be empty.', 'callResult') : null,
    kind !== 'call' && callResult != null ? violation('NOT_ASKED_FOR', UNASKED, 'callResult') : null,
    kind !== 'call' && nextTryOn != null ? violation('NOT_ASKED_FOR', UNASKED, 'nextTryOn') : null,
    nextTryOn != null && nextTryOn < today ? violation('NEXT_TRY_PAST', 'This day is over. Give today or a day to come.', 'nextTryOn') : null,
    ...checkNearDays(today, ['nextTryOn', nextTryOn]),
  ]);
