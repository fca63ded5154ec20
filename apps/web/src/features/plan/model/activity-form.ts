import type { ActivityCellFragment, EditActivityInput, PlanActivityInput } from '../../../gql/index.ts';
import { catalogueChoice } from './catalogue-choices.ts';
import { type DetailsFormValues, EMPTY_DETAILS, detailErrors, detailsFormOf, detailsPatch, isDetail } from './details-form.ts';
import { changedFields, textOrNull } from './form-values.ts';

export interface ActivityFormValues extends DetailsFormValues {
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

export const EMPTY_ACTIVITY: ActivityFormValues = { ...EMPTY_DETAILS, catalogueId: '', discipline: '', ownerId: '', goalIds: [], doseText: '', reason: '', nextStep: '', startsOn: '', reviewOn: '', endsOn: '', changeReason: '' };
export const ACTIVITY_FIELDS = Object.keys(EMPTY_ACTIVITY);

/** A field of the record by the field of the form that writes it; empty: it stands with the revision, not with the thing. */
export const ACTIVITY_RECORD_FIELDS: Readonly<Record<string, string>> = { ownerId: 'owner', goalIds: 'goals', changeReason: '' };

export function activityFormOf({ catalogueId, discipline, owner, goalIds, doseText, reason, nextStep, startsOn, reviewOn, endsOn, details }: ActivityCellFragment): ActivityFormValues {
  return {
    ...detailsFormOf(details), catalogueId, discipline, ownerId: owner?.id ?? '', goalIds: [...goalIds], doseText: doseText ?? '', reason: reason ?? '', nextStep: nextStep ?? '',
    startsOn: startsOn ?? '', reviewOn: reviewOn ?? '', endsOn: endsOn ?? '', changeReason: '',
  };
}

type About = 'commandId' | 'patientId' | 'baseRevision' | 'contactId';

export function newActivityOf(values: ActivityFormValues): Omit<PlanActivityInput, About> {
  const { catalogueId, discipline, ownerId, goalIds, doseText, reason, nextStep, startsOn, reviewOn, endsOn } = values;
  const details = detailsPatch(formOfChoice(catalogueId), values, changedFields(EMPTY_ACTIVITY, values));
  return {
    catalogueId, discipline, ownerId: ownerId || null, goalIds, doseText: textOrNull(doseText), reason: textOrNull(reason), nextStep: textOrNull(nextStep),
    startsOn: startsOn || null, reviewOn: reviewOn || null, endsOn: endsOn || null, ...(details && { details }),
  };
}

const formOfChoice = (catalogueId: string) => catalogueChoice(catalogueId)?.facts.form ?? null;

export type ActivityChanges = Omit<EditActivityInput, About | 'activityId' | 'changeReason'>;

/** Only what was changed is sent: absent leaves, null clears. */
export function activityChanges(before: ActivityFormValues, after: ActivityFormValues): ActivityChanges {
  const { details: _, ...whole } = newActivityOf(after);
  const changed = changedFields(before, after);
  const details = detailsPatch(formOfChoice(after.catalogueId), after, changed);
  const plain = changed.flatMap((field) => (field === 'changeReason' || isDetail(field) ? [] : [[field, whole[field]]]));
  return { ...(Object.fromEntries(plain) as ActivityChanges), ...(details && { details }) };
}

export function activityErrors(values: ActivityFormValues) {
  const { catalogueId, discipline } = values;
  return { ...(!catalogueId && { catalogueId: 'form.chooseOne' as const }), ...(!discipline && { discipline: 'form.chooseOne' as const }), ...detailErrors(formOfChoice(catalogueId), values) };
}
