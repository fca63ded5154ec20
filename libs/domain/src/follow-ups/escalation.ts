import type { FollowUpPriority } from './follow-up.ts';

/**
 * What becomes of a follow-up that nobody moves. `inform` tells the asker and the lead, `ask-help` puts it before the coordinators too, `transfer` gives
 * it to the lead. The steps are counted by the database (`plexus.escalate_follow_ups`), for a job that may read no chart.
 */
export const ESCALATION_STEPS = ['inform', 'ask-help', 'transfer'] as const;
export type EscalationStep = (typeof ESCALATION_STEPS)[number];

interface EscalationRule {
  readonly priority: FollowUpPriority;
  /** Whole days after the due day, or after the ball came to where it lies: whichever is later. What waits to be read is due to nobody, so only its age counts. */
  readonly daysPastDue: number;
  readonly step: EscalationStep;
}

/** The team's rule of its own (CLINICAL.md COO-10: a referral is chased after 14 days; the shorter ones by judgement). */
export const ESCALATION_POLICY: readonly EscalationRule[] = [
  { priority: 'urgent', daysPastDue: 1, step: 'inform' },
  { priority: 'urgent', daysPastDue: 2, step: 'ask-help' },
  { priority: 'urgent', daysPastDue: 3, step: 'transfer' },
  { priority: 'soon', daysPastDue: 3, step: 'inform' },
  { priority: 'soon', daysPastDue: 7, step: 'ask-help' },
  { priority: 'soon', daysPastDue: 14, step: 'transfer' },
  { priority: 'routine', daysPastDue: 7, step: 'inform' },
  { priority: 'routine', daysPastDue: 14, step: 'ask-help' },
];
