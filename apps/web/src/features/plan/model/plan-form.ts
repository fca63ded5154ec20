import type { EditPlanInput, PlanSheetFragment } from '../../../gql/index.ts';
import { changedFields, textOrNull } from './form-values.ts';

export interface PlanFormValues {
  title: string;
  summary: string;
  reviewDate: string;
  agreedMessage: string;
}

export const PLAN_FIELDS = ['title', 'summary', 'reviewDate', 'agreedMessage'];

export const planFormOf = ({ title, summary, reviewDate, agreedMessage }: PlanSheetFragment): PlanFormValues => ({
  title, summary: summary ?? '', reviewDate: reviewDate ?? '', agreedMessage: agreedMessage ?? '',
});

export type PlanChanges = Omit<EditPlanInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId' | 'reason'>;

export function planChanges(before: PlanFormValues, after: PlanFormValues): PlanChanges {
  const whole = {
    title: after.title.trim(), summary: textOrNull(after.summary), reviewDate: after.reviewDate || null, agreedMessage: textOrNull(after.agreedMessage),
  };
  return Object.fromEntries(changedFields(before, after).map((field) => [field, whole[field]])) as PlanChanges;
}
