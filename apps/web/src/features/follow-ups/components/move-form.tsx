import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { MoveFollowUpDocument, type FollowUpPartsFragment, type FollowUpVerb } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useFollowUpForm } from '../hooks/use-follow-up-form.ts';
import { needOf } from '../model/contract.ts';
import classes from './follow-ups.module.css';
import { FormFrame } from './form-frame.tsx';

interface MoveFormProps {
  readonly followUp: FollowUpPartsFragment;
  readonly verb: FollowUpVerb;
  readonly onClose: () => void;
}

/** A move with what it cannot do without: an outcome, a reason or an appointment. */
export function MoveForm({ followUp, verb, onClose }: MoveFormProps) {
  const text = useText();
  // As it was asked for: a colleague may have moved it on since.
  const [need] = useState(() => needOf(followUp, verb));
  const field = need === 'appointment' ? 'appointmentOn' : (need ?? 'reason');
  const { form, frame } = useFollowUpForm(MoveFollowUpDocument, {
    followUp,
    form: verb,
    initialValues: { outcome: '', reason: '', appointmentOn: '', appointmentTime: '' },
    check: (values) => (values[field].trim() ? {} : { [field]: text('form.required') }),
    write: (values) => ({ verb, [field]: values[field].trim(), ...(need === 'appointment' && { appointmentTime: values.appointmentTime || null }) }),
    onClose,
  });
  return (
    <FormFrame title={text(`followUpVerb.${verb}`)} submit={text(`followUpVerb.${verb}`)} frame={frame}>
      {need === 'appointment' ? (
        <div className={classes.pair}>
          <TextInput type="date" required label={text('field.follow-up.appointmentOn')} {...form.getInputProps('appointmentOn')} />
          <TextInput type="time" label={text('followUpForm.time')} {...form.getInputProps('appointmentTime')} />
        </div>
      ) : <TextInput required label={text(need === 'outcome' ? 'followUpForm.outcome' : 'followUpForm.reason')} {...form.getInputProps(field)} />}
    </FormFrame>
  );
}
