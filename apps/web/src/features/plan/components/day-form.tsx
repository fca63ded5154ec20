import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import classes from './past.module.css';

interface DayFormProps<Name extends string> {
  readonly fields: readonly { readonly name: Name; readonly label: string; readonly hint?: string; readonly value?: string }[];
  readonly submit: string;
  readonly onDays: (days: Record<Name, string>) => void;
}

/** Days that have been, one or two. */
export function DayForm<Name extends string>({ fields, submit, onDays }: DayFormProps<Name>) {
  const text = useText();
  const { today } = useDates();
  const form = useForm<Record<string, string>>({
    initialValues: Object.fromEntries(fields.map(({ name, value = '' }) => [name, value])),
    validate: Object.fromEntries(fields.map(({ name }) => [name, (day: string) => (day === '' ? text('form.required') : day > today ? text('moment.DATE_IN_FUTURE') : null)])),
  });
  return (
    <form className={classes.days} noValidate onSubmit={form.onSubmit((days) => onDays(days as Record<Name, string>))}>
      {fields.map(({ name, label, hint }) => <TextInput key={name} type="date" required max={today} label={label} description={hint} {...form.getInputProps(name)} />)}
      <Button type="submit">{submit}</Button>
    </form>
  );
}
