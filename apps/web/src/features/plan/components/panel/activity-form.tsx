import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { EditActivityDocument, PlanActivityDocument, type ActivityCellFragment } from '../../../../gql/index.ts';
import { columnIdOf, planColumns } from '../../../../shared/labels.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { ACTIVITY_FIELDS, ACTIVITY_RECORD_FIELDS, activityChanges, activityErrors, activityFormOf, EMPTY_ACTIVITY, newActivityOf, type ActivityFormValues } from '../../model/activity-form.ts';
import { ActivityFields } from './activity-fields.tsx';
import { BeforePlanning } from './before-planning.tsx';
import { PanelForm } from './panel-form.tsx';

function useErrorWords() {
  const text = useText();
  return (values: ActivityFormValues): Record<string, string> =>
    Object.fromEntries(Object.entries(activityErrors(values)).map(([field, id]) => [field, text(id)]));
}

export function EditActivityForm({ activity, at }: { activity: ActivityCellFragment; at?: string }) {
  const text = useText();
  const stands = activityFormOf(activity);
  const form = useForm<ActivityFormValues>({ initialValues: stands });
  const errorWords = useErrorWords();
  const plan = usePlanForm({
    document: EditActivityDocument,
    form,
    fields: ACTIVITY_FIELDS,
    stands,
    read: ({ plan: { activities } }) => { const now = activities.find(({ id }) => id === activity.id); return now ? activityFormOf(now) : null; },
    write: (before, after) => {
      const changes = activityChanges(before, after);
      return Object.keys(changes).length ? { activityId: activity.id, ...changes, ...(after.changeReason.trim() && { changeReason: after.changeReason.trim() }) } : null;
    },
    recordFields: ACTIVITY_RECORD_FIELDS,
    said: text('planDone.activity.edited'),
  });
  return (
    <PanelForm {...plan} title={text('activityForm.editTitle')} offer={<BeforePlanning catalogueId={form.values.catalogueId} />} about={activity.name} entity="activity" entityId={activity.id} submit={text('action.save')} fields={ACTIVITY_FIELDS} at={at} onSubmit={() => void plan.save(errorWords(form.values))}>
      <ActivityFields form={form} base={plan.base} activity={activity} />
      <TextInput label={text('planPanel.changeReason')} description={text('planPanel.changeReasonHint')} {...form.getInputProps('changeReason')} />
    </PanelForm>
  );
}

export function NewActivityForm({ goalId, column }: { goalId?: string; column?: string }) {
  const text = useText();
  const desk = usePlanDesk();
  const errorWords = useErrorWords();
  const goal = goalId ? desk.goal(goalId) : undefined;
  const [empty] = useState<ActivityFormValues>(() => ({ ...EMPTY_ACTIVITY, goalIds: goal ? [goal.id] : [] }));
  const form = useForm<ActivityFormValues>({ initialValues: empty });
  const plan = usePlanForm({
    document: PlanActivityDocument,
    form,
    fields: ACTIVITY_FIELDS,
    stands: empty,
    read: () => empty,
    write: (_, after) => newActivityOf(after),
    recordFields: ACTIVITY_RECORD_FIELDS,
    said: text('planDone.activity.planned'),
  });
  const columnName = planColumns.find(({ id }) => id === column)?.name;
  return (
    <PanelForm
      {...plan}
      title={columnName ? text('activityForm.newTitleIn', { column: columnName }) : text('activityForm.newTitle')}
      about={goal && text('activityForm.forGoal', { words: goal.words })}
      entity="activity"
      submit={text('activityForm.plan')}
      fields={ACTIVITY_FIELDS}
      offer={<BeforePlanning catalogueId={form.values.catalogueId} />}
      onSubmit={() => void plan.save(errorWords(form.values))}
    >
      <ActivityFields form={form} base={desk.revision} column={column ?? columnIdOf(desk.myDiscipline) ?? undefined} />
    </PanelForm>
  );
}
