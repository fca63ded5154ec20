import type { DrugClassId } from '../drug-classes.ts';
import type { SourceKey } from '../sources.ts';
import type { SourceStatus } from '../vocabulary.ts';

/** What the software does with a rule that fires; none of them decides care. */
export const RULE_SEVERITIES = {
  info: 'shown in context',
  warn: 'shown, and a task is made; may be dismissed with a reason',
  'hard-stop': 'the change waits until an authorised clinician fixes the data or gives a reason',
} as const;
export type RuleSeverity = keyof typeof RULE_SEVERITIES;

/** The first letters of a rule's id, and what the family is about. */
export const RULE_FAMILIES = {
  SAF: 'Red flags and suicide safety',
  MED: 'Medicines',
  PRC: 'Procedures and infusions',
  DEV: 'Devices and stimulation',
  MAN: 'Manual therapy, needling and massage',
  COO: 'Coordination',
} as const;
export type RuleFamily = keyof typeof RULE_FAMILIES;

export type RuleId = `${RuleFamily}-${number}`;

/** A prompt to a clinician. */
export interface Rule {
  readonly id: RuleId;
  readonly severity: RuleSeverity;
  readonly title: string;
  /** When it fires, in words that the code of the rule keeps to. */
  readonly trigger: string;
  /** What is shown; words in braces are filled in. */
  readonly message: string;
  /** Who does what, and by when. */
  readonly task: string;
  /** Classes the trigger looks up. */
  readonly drugClasses?: readonly DrugClassId[];
  readonly sources: readonly SourceKey[];
  /** The weakest part that matters. */
  readonly status: SourceStatus;
  readonly note?: string;
}
