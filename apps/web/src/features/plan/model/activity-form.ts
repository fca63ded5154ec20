import type { ActivityCellFragment, EditActivityInput, PlanActivityInput } from '../../../gql/index.ts';
import { changedFields, textOrNull } from './form-values.ts';

export interface ActivityFormValues {
  catalogueId: string;
  discipline: string;
  /** Empty: the patient does it. */
  ownerId: string;
  goalIds: string[];
  doseText: string;
  reason: string;
  nextStep: string;
  startsOn: string;
  reviewOn: string;
  endsOn: string;
  /** Why it is changed; no field of the activity. */
  changeReason: string;
}

export const EMPTY_ACTIVITY: ActivityFormValues = { catalogueId: '', discipline: '', ownerId: '', goalIds: [], doseText: '', reason: '', nextStep: '', startsOn: '', reviewOn: '', endsOn: '', changeReason: '' };
export const ACTIVITY_FIELDS = Object.keys(EMPTY_ACTIVITY);

/** A field of the record by the field of the form that writes it; empty: it stands with the revision, not with the thing. */
export const ACTIVITY_RECORD_FIELDS: Readonly<Record<string, string>> = { ownerId: 'owner', goalIds: 'goals', changeReason: '' };

export function activityFormOf({ catalogueId, discipline, owner, goalIds, doseText, reason, nextStep, startsOn, reviewOn, endsOn }: ActivityCellFragment): ActivityFormValues {
  return {
    catalogueId, discipline, ownerId: owner?.id ?? '', goalIds: [...goalIds], doseText: doseText ?? '', reason: reason ?? '', nextStep: nextStep ?? '',
    startsOn: startsOn ?? '', reviewOn: reviewOn ?? '', endsOn: endsOn ?? '', changeReason: '',
  };
}

type About = 'commandId' | 'patientId' | 'baseRevision' | 'contactId';

export function newActivityOf({ catalogueId, discipline, ownerId, goalIds, doseText, reason, nextStep, startsOn, reviewOn, endsOn }: ActivityFormValues): Omit<PlanActivityInput, About> {
  return {
    catalogueId, discipline, ownerId: ownerId || null, goalIds, doseText: textOrNull(doseText), reason: textOrNull(reason), nextStep: textOrNull(nextStep),
    startsOn: startsOn || null, reviewOn: reviewOn || null, endsOn: endsOn || null,
  };
}

export type ActivityChanges = Omit<EditActivityInput, About | 'activityId' | 'changeReason'>;

/** Only what was changed is sent: absent leaves, null clears. */
export function activityChanges(before: ActivityFormValues, after: ActivityFormValues): ActivityChanges {
  const whole = newActivityOf(after);
  return Object.fromEntries(changedFields(before, after).flatMap((field) => (field === 'changeReason' ? [] : [[field, whole[field]]]))) as ActivityChanges;
}

export function activityErrors({ catalogueId, discipline }: ActivityFormValues) {
  return { ...(!catalogueId && { catalogueId: 'form.chooseOne' as const }), ...(!discipline && { discipline: 'form.chooseOne' as const }) };
}
