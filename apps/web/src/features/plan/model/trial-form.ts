import type { TreatmentOutcome, TrialDecision } from '../../../gql/index.ts';

export interface DecideFormValues {
  decision: TrialDecision | '';
  reason: string;
  reviewOn: string;
  outcome: TreatmentOutcome | '';
}
export const EMPTY_DECISION: DecideFormValues = { decision: '', reason: '', reviewOn: '', outcome: '' };

export interface PastTreatmentFormValues {
  catalogueId: string;
  discipline: string;
  outcome: TreatmentOutcome | '';
  endedOn: string;
  reason: string;
}
export const EMPTY_PAST: PastTreatmentFormValues = { catalogueId: '', discipline: '', outcome: '', endedOn: '', reason: '' };

const OUTCOME_IDS = {
  EFFECTIVE: 'value.activity.outcome.effective',
  PARTIAL: 'value.activity.outcome.partial',
  NONE: 'value.activity.outcome.none',
  NOT_TOLERATED: 'value.activity.outcome.not-tolerated',
  DECLINED: 'value.activity.outcome.declined',
} as const satisfies Record<TreatmentOutcome, string>;
/** The message that says an outcome. */
export const outcomeId = (outcome: TreatmentOutcome): (typeof OUTCOME_IDS)[TreatmentOutcome] => OUTCOME_IDS[outcome];
