import { EditFollowUpDocument, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useFollowUpForm } from '../hooks/use-follow-up-form.ts';
import { recurrenceLacks, valuesOf, writtenChanges } from '../model/follow-up-fields.ts';
import { MoreFields, OutsideFields, WhatFields } from './follow-up-fields.tsx';
import { FormFrame } from './form-frame.tsx';

/** What was written into it. Whose it is and when it is due have forms of their own; text never moves the ball. */
export function EditForm({ followUp, onClose }: { readonly followUp: FollowUpPartsFragment; readonly onClose: () => void }) {
  const text = useText();
  const { form, frame } = useFollowUpForm(EditFollowUpDocument, {
    followUp,
    form: 'edit',
    initialValues: valuesOf(followUp),
    check: (values) => ({
      ...(!values.what.trim() && { what: text('form.required') }),
      ...(recurrenceLacks(values) && { [recurrenceLacks(values)!]: text('violation.REPEATS_HALF') }),
    }),
    write: (values, seen) => writtenChanges(seen, values, followUp.checklist),
    isPatch: true,
    onClose,
  });
  return (
    <FormFrame title={text('followUp.edit')} submit={text('action.save')} frame={frame}>
      <WhatFields form={form} />
      <OutsideFields form={form} shape={followUp.shape} />
      <MoreFields form={form} patientId={followUp.patientId} watchers={followUp.watchers} />
    </FormFrame>
  );
}
