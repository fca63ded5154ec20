import { TextInput, type TextInputProps } from '@mantine/core';
import { useText } from '../../../shared/text.ts';

/** The browser's own date field: typed, spoken and picked like every other one. */
export function DayField(props: Omit<TextInputProps, 'type'>) {
  return <TextInput type="date" {...props} />;
}

export function ReasonField(props: Omit<TextInputProps, 'label' | 'description'>) {
  const text = useText();
  return <TextInput label={text('careTeam.reason')} description={text('careTeam.reason.hint')} required autoComplete="off" {...props} />;
}
