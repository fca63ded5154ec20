import { TextInput } from '@mantine/core';
import { MarkAttachmentInErrorDocument, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useFollowUpForm } from '../hooks/use-follow-up-form.ts';
import { inErrorForm } from '../hooks/use-open-follow-up.ts';
import { FormFrame } from './form-frame.tsx';

interface AttachmentInErrorFormProps {
  readonly followUp: FollowUpPartsFragment;
  readonly attachmentId: string;
  readonly onClose: () => void;
}

/** A report of another patient, or the wrong one: it is taken off, and the history keeps why. */
export function AttachmentInErrorForm({ followUp, attachmentId, onClose }: AttachmentInErrorFormProps) {
  const text = useText();
  const name = followUp.attachments.find(({ id }) => id === attachmentId)?.name;
  const { form, frame } = useFollowUpForm(MarkAttachmentInErrorDocument, {
    followUp,
    form: inErrorForm(attachmentId),
    initialValues: { reason: '' },
    check: (values) => (values.reason.trim() ? {} : { reason: text('form.required') }),
    write: (values) => ({ attachmentId, reason: values.reason.trim() }),
    onClose,
  });
  if (name === undefined) return null;
  return (
    <FormFrame title={text('attachment.inErrorTitle', { name })} submit={text('action.inError')} frame={frame}>
      <TextInput required label={text('attachment.inErrorWhy')} description={text('reason.hint')} {...form.getInputProps('reason')} />
    </FormFrame>
  );
}
