import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useText } from '../../../../shared/text.ts';
import type { ActivityFormValues } from '../../model/activity-form.ts';
import { readTypedStep, type TypedStep, writeTypedStep } from '../../model/taper-form.ts';
import classes from './panel.module.css';

/** A taper as rows: from which day, how much, how often. */
export function TaperSteps({ form, unit }: { form: UseFormReturnType<ActivityFormValues>; unit: string }) {
  const text = useText();
  const steps = form.values.taper.map(readTypedStep);
  const error = form.errors.taper;
  const write = (next: readonly TypedStep[]) => form.setFieldValue('taper', next.map(writeTypedStep));
  const set = (at: number, patch: Partial<TypedStep>) => write(steps.map((step, i) => (i === at ? { ...step, ...patch } : step)));
  return (
    <fieldset className={classes.taper}>
      <legend>{text('field.activity.taper')}</legend>
      {steps.map((step, i) => (
        // A step has no identity but its place.
        <div key={i} className={classes.step} role="group" aria-label={text('detailForm.taperStep', { number: i + 1 })}>
          <TextInput type="date" label={text('detailForm.taperFrom')} value={step.from} onChange={(event) => set(i, { from: event.currentTarget.value })} />
          <TextInput inputMode="decimal" label={text('detailForm.taperAmount')} rightSection={unit ? <span className={classes.unit}>{unit}</span> : undefined} value={step.amount} onChange={(event) => set(i, { amount: event.currentTarget.value })} />
          <TextInput inputMode="decimal" label={text('detailForm.taperTimes')} value={step.times} onChange={(event) => set(i, { times: event.currentTarget.value })} />
          <ActionIcon variant="subtle" color="gray" size={36} aria-label={text('detailForm.removeStep', { number: i + 1 })} onClick={() => write(steps.filter((_, place) => place !== i))}><IconX size={16} aria-hidden="true" /></ActionIcon>
        </div>
      ))}
      {error && <p className={classes.error} role="alert">{error}</p>}
      <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => write([...steps, { from: '', amount: '', times: steps.at(-1)?.times ?? form.values.timesPerDay }])}>{text('detailForm.addStep')}</Button>
    </fieldset>
  );
}
