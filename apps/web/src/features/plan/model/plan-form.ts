import type { EditPlanInput, PlanSheetFragment, PlanStatus } from '../../../gql/index.ts';
import { changedFields, textOrNull } from './form-values.ts';

export interface PlanFormValues {
  title: string;
  summary: string;
  reviewDate: string;
  agreedMessage: string;
  status: PlanStatus;
}

export const PLAN_FIELDS = ['title', 'summary', 'reviewDate', 'agreedMessage', 'status'];
export const PLAN_STATUSES: readonly PlanStatus[] = ['DRAFT', 'ACTIVE', 'ON_HOLD', 'COMPLETED'];

export const planFormOf = ({ title, summary, reviewDate, agreedMessage, status }: PlanSheetFragment): PlanFormValues => ({
  title, summary: summary ?? '', reviewDate: reviewDate ?? '', agreedMessage: agreedMessage ?? '', status,
});

export type PlanChanges = Omit<EditPlanInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId' | 'reason'>;

export function planChanges(before: PlanFormValues, after: PlanFormValues): PlanChanges {
  const whole = {
    title: after.title.trim(), summary: textOrNull(after.summary), reviewDate: after.reviewDate || null, agreedMessage: textOrNull(after.agreedMessage), status: after.status,
  };
  return Object.fromEntries(changedFields(before, after).map((field) => [field, whole[field]])) as PlanChanges;
}
