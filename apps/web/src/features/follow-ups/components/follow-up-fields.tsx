import { MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { FollowUpShape, PersonPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { codeOf } from '../model/contract.ts';
import { KINDS, PRIORITIES, type FollowUpValues } from '../model/follow-up-fields.ts';
import { useCandidates } from './assignee-select.tsx';
import classes from './follow-ups.module.css';

interface FieldsProps<T extends FollowUpValues> {
  readonly form: UseFormReturnType<T>;
  readonly shape: FollowUpShape;
}

export function WhatFields<T extends FollowUpValues>({ form }: Pick<FieldsProps<T>, 'form'>) {
  const text = useText();
  return (
    <>
      <TextInput required label={text('field.follow-up.what')} {...form.getInputProps('what')} />
      <div className={classes.pair}>
        <NativeSelect required label={text('field.follow-up.kind')} data={[{ value: '', label: '' }, ...KINDS.map((kind) => ({ value: kind, label: text(`value.follow-up.kind.${codeOf(kind)}`) }))]} {...form.getInputProps('kind')} />
        <NativeSelect label={text('field.follow-up.priority')} data={PRIORITIES.map((priority) => ({ value: priority, label: text(`value.follow-up.priority.${codeOf(priority)}`) }))} {...form.getInputProps('priority')} />
      </div>
      <Textarea autosize minRows={2} label={text('field.follow-up.why')} {...form.getInputProps('why')} />
    </>
  );
}

/** Somebody outside is asked by a request only: a task is done in the team. */
export function OutsideFields<T extends FollowUpValues>({ form, shape }: FieldsProps<T>) {
  const text = useText();
  if (shape === 'TASK') return null;
  return (
    <>
      <TextInput label={text('field.follow-up.outsideParty')} description={text('followUpForm.outsideHint')} {...form.getInputProps('outsideParty')} />
      <TextInput label={text('field.follow-up.documentsSent')} {...form.getInputProps('documentsSent')} />
    </>
  );
}

/** What most follow-ups do without. */
export function MoreFields<T extends FollowUpValues>({ form, patientId, watchers }: Pick<FieldsProps<T>, 'form'> & { readonly patientId: string; readonly watchers: readonly PersonPartsFragment[] }) {
  const text = useText();
  const { candidates } = useCandidates(patientId);
  // Whoever watches already stays in the list, also when they left the team.
  const people = new Map([...watchers, ...candidates.map(({ person }) => person)].map(({ id, name }) => [id, name]));
  return (
    <>
      <div className={classes.pair}>
        <TextInput type="number" min={1} max={52} label={text('followUpForm.everyWeeks')} {...form.getInputProps('everyWeeks')} />
        <TextInput type="date" label={text('field.follow-up.recursUntil')} {...form.getInputProps('recursUntil')} />
      </div>
      <Textarea autosize minRows={2} label={text('field.follow-up.checklist')} description={text('followUpForm.checklistHint')} {...form.getInputProps('checklist')} />
      <MultiSelect
        searchable
        label={text('field.follow-up.watchers')}
        description={text('followUpForm.watchersHint')}
        data={[...people].map(([value, label]) => ({ value, label }))}
        withScrollArea={false}
        styles={{ options: { maxHeight: 260, overflowY: 'auto' } }}
        comboboxProps={{ shadow: 'md', withinPortal: false }}
        {...form.getInputProps('watcherIds')}
      />
    </>
  );
}
