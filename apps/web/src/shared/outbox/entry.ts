import type { EditConflictPartsFragment, RuleViolationPartsFragment } from '../../gql/index.ts';
import type { Fault } from '../faults.ts';
import type { Kept } from './vault.ts';

export type Violation = RuleViolationPartsFragment['violations'][number];
export type ConflictGroup = EditConflictPartsFragment['groups'][number];

/** The server's word on a command that it did not do. Trying the very same again would not mend it. */
export type Answer =
  | { readonly kind: 'refused'; readonly violations: readonly Violation[] }
  | { readonly kind: 'conflict'; readonly groups: readonly ConflictGroup[]; readonly revision: number }
  | { readonly kind: 'failed'; readonly fault: Fault };

/** A form as its author saw and left it. */
export interface FormText {
  /** The text keeps its id from draft to command and back, and the tab that shows it holds a lock of this name. */
  readonly draftId: string;
  /** Which form: a text goes back only into the one it came from. */
  readonly about: string;
  readonly values: object;
  /** The values with which the form opened, and the revision they are of: what its author saw stays the base. */
  readonly initial: object;
  readonly revision: number | null;
}

/** One command on its way. It goes away only when the server has done it, or the person discards it. */
export interface Entry extends Kept {
  readonly operationName: string;
  readonly documentId: string;
  readonly variables: { readonly input: Readonly<Record<string, unknown>> };
  /** Commands about one thing go one after another. */
  readonly about: string;
  /** Whom it is about, as the form said it. */
  readonly who: string | null;
  /** Where its form is. */
  readonly path: string | null;
  readonly form: FormText | null;
  readonly answer: Answer | null;
}

/** Why nothing goes out: the network, a session that is locked or over, or a server in trouble. */
export type Trouble = 'network' | 'session' | 'server';
export type EntryState = 'waiting' | 'sending' | Answer['kind'];

export const stateOf = (entry: Entry, sendingId: string | null): EntryState => entry.answer?.kind ?? (entry.id === sendingId ? 'sending' : 'waiting');

/** The oldest that may go: of one thing only the first that has no answer yet. */
export function nextOf(entries: readonly Entry[], isDelayed: (entry: Entry) => boolean): Entry | undefined {
  const before = new Set<string>();
  for (const entry of entries) {
    if (entry.answer) continue;
    if (!before.has(entry.about) && !isDelayed(entry)) return entry;
    before.add(entry.about);
  }
  return undefined;
}
