import type { Deed } from './deed.ts';
import type { Look } from './looks.ts';

/** The steps that are not done yet, by their titles. */
export const LATER = {
  followUps: 'Step 6: follow-ups',
  measures: 'Step 7: measures and progress',
  exercises: 'Step 8: exercise programmes',
  notes: 'Step 9: progress notes',
  rules: 'After step 9: rules that prompt',
} as const;
export type LaterStep = (typeof LATER)[keyof typeof LATER];

interface Said {
  readonly id: `E${number}`;
  /** What the clinic article says, in our words. */
  readonly says: string;
}

/** A clinician can say it: each deed is stored, shown and read back. `rest`: the step that adds to it. */
interface Stored extends Said {
  readonly store: readonly Deed[];
  readonly rest?: LaterStep;
}

/** The product says it, to whoever looks there. */
interface Shipped extends Said {
  readonly ships: readonly Look[];
  readonly rest?: LaterStep;
}

/** A later step says it. */
interface Awaited extends Said {
  readonly later: LaterStep;
  readonly why: string;
}

/** There is nothing to say, for the reason given. */
interface Void extends Said {
  readonly nothing: string;
}

/** One statement of the clinic articles on which Plexus is built, with what becomes of it. */
export type Statement = Stored | Shipped | Awaited | Void;
