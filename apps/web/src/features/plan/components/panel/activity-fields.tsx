import { Checkbox, NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { disciplines } from '@plexus/catalogue/labels';
import type { ActivityCellFragment } from '../../../../gql/index.ts';
import { columnIdOf, disciplineName } from '../../../../shared/labels.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import type { ActivityFormValues } from '../../model/activity-form.ts';
import { catalogueChoice, choicesByColumn } from '../../model/catalogue-choices.ts';
import { isOpenGoal } from '../../model/shape-plan.ts';
import { AboutItem } from './about-item.tsx';
import { DetailFields } from './detail-fields.tsx';
import { Field, FieldGroup } from './field-group.tsx';
import classes from './panel.module.css';
import { OwnerSelect, scrolls } from './people-fields.tsx';

interface ActivityFieldsProps {
  readonly form: UseFormReturnType<ActivityFormValues>;
  readonly base: number;
  /** Undefined: a new one. */
  readonly activity?: ActivityCellFragment;
  /** Where the plan was pressed: what is done there stands first. */
  readonly column?: string;
}

/** What, how much and why; whose; for which goals; from when. */
export function ActivityFields({ form, base, activity, column }: ActivityFieldsProps) {
  const text = useText();
  const about = { entity: 'activity', entityId: activity?.id, base } as const;
  const group = { entityId: activity?.id };
  const choice = catalogueChoice(form.values.catalogueId);
  return (
    <>
      <FieldGroup {...group} group="order">
        <Field name="catalogueId" {...about}><CatalogueSelect form={form} activity={activity} column={column} /></Field>
        <AboutItem catalogueId={form.values.catalogueId} />
      </FieldGroup>
      {choice && <DetailFields form={form} facts={choice.facts} base={base} activity={activity} />}
      <FieldGroup {...group} group="order" legend={text('activityForm.words')}>
        <Field name="doseText" {...about}><TextInput autoComplete="off" label={text('field.activity.doseText')} description={text('activityForm.doseHint')} {...form.getInputProps('doseText')} /></Field>
        <Field name="reason" {...about}><Textarea autosize minRows={1} label={text('field.activity.reason')} {...form.getInputProps('reason')} /></Field>
      </FieldGroup>
      <div className={classes.pair}>
        <FieldGroup {...group} group="discipline"><Field name="discipline" {...about}><DisciplineSelect form={form} /></Field></FieldGroup>
        <FieldGroup {...group} group="owner">
          <Field name="ownerId" field="owner" {...about}>
            <OwnerSelect label={text('activityForm.owner')} nobody={text('activityForm.thePatient')} owner={activity?.owner} {...form.getInputProps('ownerId')} />
          </Field>
        </FieldGroup>
      </div>
      <FieldGroup {...group} group="goals"><Field name="goalIds" field="goals" {...about}><GoalChoices form={form} /></Field></FieldGroup>
      <FieldGroup {...group} group="nextStep">
        <Field name="nextStep" {...about}><TextInput autoComplete="off" label={text('field.activity.nextStep')} description={text('activityForm.nextStepHint')} {...form.getInputProps('nextStep')} /></Field>
      </FieldGroup>
      <FieldGroup {...group} group="period" legend={text('activityForm.period')}>
        <div className={classes.pair}>
          <Field name="startsOn" {...about}><TextInput type="date" label={text('field.activity.startsOn')} {...form.getInputProps('startsOn')} /></Field>
          <Field name="endsOn" {...about}><TextInput type="date" label={text('field.activity.endsOn')} {...form.getInputProps('endsOn')} /></Field>
        </div>
      </FieldGroup>
      <FieldGroup {...group} group="review">
        <Field name="reviewOn" {...about}>
          <TextInput type="date" label={text('activityForm.review')} description={choice?.reviewWeeks ? text('activityForm.reviewHint', { weeks: choice.reviewWeeks }) : undefined} {...form.getInputProps('reviewOn')} />
        </Field>
      </FieldGroup>
    </>
  );
}

/** By name, under the column in which it stands. What has begun stays what it is. */
function CatalogueSelect({ form, activity, column }: Omit<ActivityFieldsProps, 'base'>) {
  const text = useText();
  const desk = usePlanDesk();
  if (activity && activity.status !== 'PLANNED') return <TextInput readOnly label={text('field.activity.catalogueId')} description={text('activityForm.begun')} value={activity.name} />;

  function choose(id: string | null) {
    form.setFieldValue('catalogueId', id ?? '');
    const able = catalogueChoice(id ?? '')?.disciplines ?? [];
    // My own part is mine; else who does it in this column, else who does it usually.
    const discipline = able.find((one) => one === desk.myDiscipline) ?? able.find((one) => columnIdOf(one) === column) ?? able[0];
    if (!discipline || activity) return;
    form.setFieldValue('discipline', discipline);
    form.setFieldValue('ownerId', discipline === desk.myDiscipline ? desk.viewerId : '');
  }

  return (
    <Select
      {...form.getInputProps('catalogueId')}
      {...scrolls}
      value={form.values.catalogueId || null}
      onChange={choose}
      data={choicesByColumn(column)}
      searchable
      required
      label={text('field.activity.catalogueId')}
      placeholder={text('activityForm.search')}
      nothingFoundMessage={text('activityForm.noneFound')}
    />
  );
}

/** Who may do it stands first; a team that works otherwise is not held up. */
function DisciplineSelect({ form }: Pick<ActivityFieldsProps, 'form'>) {
  const text = useText();
  const able = catalogueChoice(form.values.catalogueId)?.disciplines ?? [];
  const option = (id: string) => ({ value: id, label: disciplineName(id) ?? id });
  const others = disciplines.map(({ id }) => id as string).filter((id) => !able.includes(id));
  const data = able.length
    ? [{ group: text('activityForm.usual'), items: able.map(option) }, { group: text('activityForm.others'), items: others.map(option) }]
    : others.map(option);
  return <NativeSelect required label={text('field.activity.discipline')} data={[{ value: '', label: '' }, ...data]} {...form.getInputProps('discipline')} />;
}

function GoalChoices({ form }: Pick<ActivityFieldsProps, 'form'>) {
  const text = useText();
  const { patient } = usePlanDesk();
  const goals = patient.plan.goals.filter((goal) => isOpenGoal(goal) || form.values.goalIds.includes(goal.id));
  return (
    <Checkbox.Group label={text('field.activity.goals')} {...form.getInputProps('goalIds')}>
      <div className={classes.choices}>
        {goals.map(({ id, words }) => <Checkbox key={id} value={id} label={text('goal.quote', { words })} />)}
        {!goals.length && <p className={classes.hint}>{text('activityForm.noGoals')}</p>}
      </div>
    </Checkbox.Group>
  );
}
