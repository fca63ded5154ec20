import { NativeSelect, Select, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { measures } from '@plexus/catalogue/measures';
import type { GoalCellFragment } from '../../../../gql/index.ts';
import { calledName } from '../../../../shared/patient-name.ts';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { GOAL_ACHIEVEMENTS, GOAL_DOMAINS, GOAL_SCOPES, type GoalFormValues } from '../../model/goal-form.ts';
import { Field, FieldGroup } from './field-group.tsx';
import classes from './panel.module.css';
import { OwnerSelect, ParticipantsSelect, scrolls } from './people-fields.tsx';

interface GoalFieldsProps {
  readonly form: UseFormReturnType<GoalFormValues>;
  readonly base: number;
  /** Undefined: a new one. */
  readonly goal?: GoalCellFragment;
}

const MEASURES = measures.map(({ id, name }) => ({ value: id as string, label: name as string })).sort((a, b) => a.label.localeCompare(b.label));
const unitOf = (id: string | null): string => measures.find((measure) => measure.id === id)?.range?.unit ?? '';

/** The patient's words first, then whose it is, then where it should lead. */
export function GoalFields({ form, base, goal }: GoalFieldsProps) {
  const text = useText();
  const { patient } = usePlanDesk();
  const about = { entity: 'goal', entityId: goal?.id, base } as const;
  const group = { entityId: goal?.id };
  return (
    <>
      <FieldGroup {...group} group="words">
        <Field name="words" {...about}>
          <Textarea required autosize minRows={2} label={text('goalForm.words', { name: calledName(patient) })} {...form.getInputProps('words')} />
        </Field>
      </FieldGroup>
      <FieldGroup {...group} group="restatement">
        <Field name="restatement" {...about}>
          <Textarea autosize minRows={2} label={text('field.goal.restatement')} {...form.getInputProps('restatement')} />
        </Field>
      </FieldGroup>
      <div className={classes.pair}>
        <FieldGroup {...group} group="domain">
          <Field name="domain" {...about}>
            <NativeSelect required label={text('field.goal.domain')} data={[{ value: '', label: '' }, ...GOAL_DOMAINS.map((value) => ({ value, label: text(`goalDomain.${value}`) }))]} {...form.getInputProps('domain')} />
          </Field>
        </FieldGroup>
        <FieldGroup {...group} group="scope">
          <Field name="scope" {...about}>
            <NativeSelect label={text('field.goal.scope')} data={GOAL_SCOPES.map((value) => ({ value, label: text(`goalScope.${value}`) }))} {...form.getInputProps('scope')} />
          </Field>
        </FieldGroup>
      </div>
      {goal?.status === 'ACTIVE' && (
        <FieldGroup {...group} group="achievement">
          <Field name="achievement" {...about}>
            <NativeSelect label={text('goalForm.achievement')} data={GOAL_ACHIEVEMENTS.map((value) => ({ value, label: text(`goalAchievement.${value}`) }))} {...form.getInputProps('achievement')} />
          </Field>
        </FieldGroup>
      )}
      <FieldGroup {...group} group="owner">
        <Field name="ownerId" field="owner" {...about}>
          <OwnerSelect label={text('field.goal.owner')} nobody={text('goalForm.nobody')} owner={goal?.owner} {...form.getInputProps('ownerId')} />
        </Field>
      </FieldGroup>
      <FieldGroup {...group} group="participants">
        <Field name="participantIds" field="participants" {...about}>
          <ParticipantsSelect label={text('goalForm.participants')} people={goal?.participants ?? []} {...form.getInputProps('participantIds')} />
        </Field>
      </FieldGroup>
      <TargetFields form={form} base={base} goal={goal} />
    </>
  );
}

function TargetFields({ form, base, goal }: GoalFieldsProps) {
  const text = useText();
  const about = { entity: 'goal', entityId: goal?.id, base } as const;
  const measure = form.getInputProps('targetMeasure');
  /** The measure brings its unit, where none was written. */
  function choose(id: string | null) {
    const known = unitOf(form.values.targetMeasure);
    if (!form.values.targetUnit || form.values.targetUnit === known) form.setFieldValue('targetUnit', unitOf(id));
    form.setFieldValue('targetMeasure', id ?? '');
  }
  return (
    <FieldGroup entityId={goal?.id} group="target" legend={text('goalForm.target')}>
      <Field name="targetMeasure" {...about}>
        <Select
          {...measure}
          {...scrolls}
          value={form.values.targetMeasure || null}
          onChange={choose}
          data={MEASURES}
          searchable
          clearable
          label={text('goalForm.measure')}
          nothingFoundMessage={text('goalForm.noMeasure')}
          clearButtonProps={{ 'aria-label': text('goalForm.clearMeasure') }}
        />
      </Field>
      <div className={classes.pair}>
        <Field name="targetBaseline" {...about}><TextInput inputMode="decimal" autoComplete="off" label={text('field.goal.targetBaseline')} {...form.getInputProps('targetBaseline')} /></Field>
        <Field name="targetValue" {...about}><TextInput inputMode="decimal" autoComplete="off" label={text('field.goal.targetValue')} {...form.getInputProps('targetValue')} /></Field>
      </div>
      <div className={classes.pair}>
        <Field name="targetUnit" {...about}><TextInput autoComplete="off" label={text('field.goal.targetUnit')} {...form.getInputProps('targetUnit')} /></Field>
        <Field name="targetDate" {...about}><TextInput type="date" label={text('field.goal.targetDate')} {...form.getInputProps('targetDate')} /></Field>
      </div>
    </FieldGroup>
  );
}
