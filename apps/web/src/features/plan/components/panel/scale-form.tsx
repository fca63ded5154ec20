import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { EditGoalDocument, type GoalCellFragment } from '../../../../gql/index.ts';
import { calledName } from '../../../../shared/patient-name.ts';
import { useText } from '../../../../shared/text.ts';
import { useDates } from '../../../../shared/use-dates.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { usePlanForm } from '../../hooks/use-plan-form.ts';
import { LEVELS_DOWN, SCALE_FIELDS, levelWords, scaleFormOf } from '../../model/attainment.ts';
import { changedFields } from '../../model/form-values.ts';
import { Field, FieldGroup } from './field-group.tsx';
import { PanelForm } from './panel-form.tsx';
import classes from './panel.module.css';

const FIELDS = [...SCALE_FIELDS].reverse();

/** The five descriptors of a goal, written with the patient. All empty takes the scale away. */
export function ScaleForm({ goal }: { goal: GoalCellFragment }) {
  const text = useText();
  const dates = useDates();
  const desk = usePlanDesk();
  const stands = scaleFormOf(goal.scale);
  const form = useForm({ initialValues: stands });
  const plan = usePlanForm({
    document: EditGoalDocument,
    form,
    fields: FIELDS,
    stands,
    read: ({ plan: { goals } }) => { const now = goals.find(({ id }) => id === goal.id); return now ? scaleFormOf(now.scale) : null; },
    write: (before, after) => {
      if (changedFields(before, after).length === 0) return null;
      const scale = SCALE_FIELDS.map((field) => after[field].trim());
      return { goalId: goal.id, scale: scale.every((descriptor) => !descriptor) ? null : scale };
    },
    said: text('planDone.goal.scaled'),
    onDone: () => (goal.startedOn ? desk.open({ kind: 'attainment', id: goal.id }, { replace: true }) : desk.close()),
  });
  const isEmpty = Object.values(form.values).every((descriptor) => !descriptor.trim());
  const errors = isEmpty ? {} : Object.fromEntries(FIELDS.filter((field) => !form.values[field].trim()).map((field) => [field, text('form.required')]));
  const placeholder = (field: (typeof SCALE_FIELDS)[number]): string => {
    switch (field) {
      case 'scaleMinus2': return text('scaleForm.hintMinus2');
      case 'scaleMinus1': return text('scaleForm.hintMinus1');
      case 'scaleZero': return goal.target?.date ? text('scaleForm.hintZero', { date: dates.said(goal.target.date) }) : text('scaleForm.hintZeroUndated');
      case 'scalePlus1': return text('scaleForm.hintPlus1');
      case 'scalePlus2': return text('scaleForm.hintPlus2');
    }
  };
  return (
    <PanelForm {...plan} title={text('scaleForm.title')} about={text('goal.quote', { words: goal.words })} entity="goal" entityId={goal.id} submit={text('action.save')} fields={FIELDS} onSubmit={() => void plan.save(errors)}>
      <FieldGroup group="scale" entityId={goal.id} legend={text('scaleForm.legend', { name: calledName(desk.patient) })}>
        <p className={classes.hint}>{text('scaleForm.hint')}{goal.ratings?.length ? ` ${text('scaleForm.keepsRatings')}` : ''}</p>
        {FIELDS.map((field, i) => (
          <Field key={field} name={field} entity="goal" entityId={goal.id} base={plan.base}>
            <TextInput autoComplete="off" maxLength={200} label={levelWords(LEVELS_DOWN[i]!)} placeholder={placeholder(field)} {...form.getInputProps(field)} />
          </Field>
        ))}
      </FieldGroup>
    </PanelForm>
  );
}
