import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { NoteOnFollowUpDocument, type CallResult, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useFollowUpForm } from '../hooks/use-follow-up-form.ts';
import { CALL_RESULTS } from '../model/calls.ts';
import { codeOf } from '../model/contract.ts';
import classes from './follow-ups.module.css';
import { FormFrame } from './form-frame.tsx';

interface NoteFormProps {
  readonly followUp: FollowUpPartsFragment;
  readonly onClose: () => void;
}

export function CommentForm({ followUp, onClose }: NoteFormProps) {
  const text = useText();
  const { form, frame } = useFollowUpForm(NoteOnFollowUpDocument, {
    followUp,
    form: 'comment',
    initialValues: { text: '' },
    check: (values) => (values.text.trim() ? {} : { text: text('form.required') }),
    write: (values) => ({ kind: 'COMMENT' as const, text: values.text.trim() }),
    onClose,
  });
  return (
    <FormFrame title={text('followUp.comment')} submit={text('action.add')} frame={frame}>
      <Textarea required autosize minRows={2} label={text('field.follow-up-entry.text')} {...form.getInputProps('text')} />
    </FormFrame>
  );
}

/** Asks whoever has the ball. */
export function RemindForm({ followUp, onClose }: NoteFormProps) {
  const text = useText();
  const { form, frame } = useFollowUpForm(NoteOnFollowUpDocument, {
    followUp,
    form: 'remind',
    initialValues: { text: '' },
    write: (values) => ({ kind: 'REMINDER' as const, text: values.text.trim() || null }),
    onClose,
  });
  return (
    <FormFrame title={text('followUp.remind')} submit={text('followUp.remind')} frame={frame}>
      <TextInput label={text('followUpForm.remindWords')} {...form.getInputProps('text')} />
    </FormFrame>
  );
}

/** A call attempt: how it went, and when the next one is. */
export function CallForm({ followUp, onClose }: NoteFormProps) {
  const text = useText();
  const { form, frame } = useFollowUpForm(NoteOnFollowUpDocument, {
    followUp,
    form: 'call',
    initialValues: { callResult: '', nextTryOn: '', text: '' },
    check: ({ callResult }) => (callResult ? {} : { callResult: text('form.chooseOne') }),
    write: ({ callResult, nextTryOn, ...values }) => ({ kind: 'CALL' as const, callResult: callResult as CallResult, nextTryOn: nextTryOn || null, text: values.text.trim() || null }),
    onClose,
  });
  const results = CALL_RESULTS.map((result) => ({ value: result, label: text(`value.follow-up-entry.callResult.${codeOf(result)}`) }));
  return (
    <FormFrame title={text('followUp.call')} submit={text('action.add')} frame={frame}>
      <div className={classes.pair}>
        <NativeSelect required label={text('followUpForm.callResult')} data={[{ value: '', label: '' }, ...results]} {...form.getInputProps('callResult')} />
        <TextInput type="date" label={text('followUpForm.nextTry')} {...form.getInputProps('nextTryOn')} />
      </div>
      <TextInput label={text('followUpForm.callWords')} {...form.getInputProps('text')} />
    </FormFrame>
  );
}
