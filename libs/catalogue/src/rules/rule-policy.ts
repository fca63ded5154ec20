import type { RuleFamily, RuleId } from './rule.ts';

/** What holds for every rule; shown where rules are configured. */
export const rulePolicy: readonly string[] = [
  'Every rule is a prompt to a clinician. No rule starts, stops, changes, cancels or refuses care by itself.',
  'Severity: info is shown in context; a warning is shown, makes a task and may be dismissed with a reason; at a hard stop the change ' +
    'cannot be saved until an authorised clinician either fixes the data or records an override reason (who, when, why). Overrides are ' +
    'listed for review. An urgent-care path is never blocked: red-flag and suicide tasks can always be created.',
  'The same rule for the same patient with the same trigger data is one open alert. A new alert appears only when the trigger data ' +
    'change. A warning may be snoozed for at most 14 days, a safety rule never.',
  'All numbers of days and weeks that are marked as clinic default are configuration.',
  'Drug rules match active medicines against the drug classes of this catalogue; an unknown drug is reported as not checked, never ' +
    'passed over.',
  'Severity may be lowered or a rule switched off only by a named clinical lead, with a reason.',
];

/** Days a warning may be snoozed at most. */
export const MAX_SNOOZE_DAYS = 14;

/** Families whose alerts cannot be snoozed. */
export const NEVER_SNOOZED: readonly RuleFamily[] = ['SAF'];

/** Rules that nobody can switch off. */
export const ALWAYS_ON: readonly RuleId[] = ['SAF-01', 'SAF-04', 'SAF-05'];
