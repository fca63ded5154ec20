import { type Violation, violation } from '../result.ts';
import { type FieldValue, sameValue } from '../record/values.ts';

/** How long the web offers to take a change back. */
export const UNDO_OFFERED_SECONDS = 10;
/** How long the record accepts it: what was offered, and the way there over a slow network. */
const UNDO_ACCEPTED_SECONDS = 60;

const UNDOABLE = /^(goal\.(propose|join|edit|activate|pause|resume|complete|cancel|rate|withdraw-rating)|activity\.(plan|record-past|edit|decide|start|pause|resume|complete|stop|decline)|plan\.(edit|apply-template|activate|activate-unscreened|pause|complete)|follow-up\.hand-over)$/;

export const isUndoable = (verb: string): boolean => UNDOABLE.test(verb);

export interface Undone {
  readonly field: string;
  /** What the change wrote. */
  readonly after: FieldValue;
  /** What stands now. */
  readonly now: FieldValue;
}

/** A change is taken back by who made it, soon, and only while what it wrote still stands: later work on the same fields is never undone with it. */
export function checkUndo(change: { readonly verb: string; readonly at: Date; readonly isOwn: boolean }, fields: readonly Undone[], now: Date): Violation | null {
  if (!change.isOwn) return violation('UNDO_NOT_YOURS', 'Only the person who made a change can undo it.', 'revision');
  if (!isUndoable(change.verb)) return violation('UNDO_IMPOSSIBLE', 'This change cannot be undone. Change it back by hand.', 'revision');
  if (now.getTime() - change.at.getTime() > UNDO_ACCEPTED_SECONDS * 1_000) return violation('UNDO_TOO_LATE', 'It is too late to undo this. Change it back by hand.', 'revision');
  if (fields.some(({ after, now: value }) => !sameValue(after, value))) return violation('UNDO_OVERTAKEN', 'This was changed again meanwhile, so it was not undone.', 'revision');
  return null;
}
