import { useState } from 'react';
import type { FollowUpPartsFragment, FollowUpVerb } from '../../../gql/index.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { attachmentOf, type FollowUpForm as FormName } from '../hooks/use-open-follow-up.ts';
import { formsOf, isOpen, needOf } from '../model/contract.ts';
import { AttachmentInErrorForm } from './attachment-in-error-form.tsx';
import { EditForm } from './edit-form.tsx';
import { MoveForm } from './move-form.tsx';
import { CallForm, CommentForm, RemindForm } from './note-forms.tsx';
import { AssignForm, DueForm, SnoozeForm } from './owner-and-date-forms.tsx';

interface FollowUpFormProps {
  readonly followUp: FollowUpPartsFragment;
  readonly form: FormName;
  readonly mayWrite: boolean;
  readonly onClose: () => void;
}

/**
 * The form that the address asks for, if it could be filled in when it was opened. What a colleague does meanwhile takes no typed text away:
 * the record tells it when the form is sent.
 */
export function FollowUpForm({ form, mayWrite, ...props }: FollowUpFormProps) {
  const { person } = useViewer();
  const [isOffered] = useState(() => (mayWrite && attachmentOf(form) !== null) || offered(props.followUp, mayWrite, person.id).includes(form));
  if (!isOffered) return null;
  const attachmentId = attachmentOf(form);
  if (attachmentId) return <AttachmentInErrorForm attachmentId={attachmentId} {...props} />;
  switch (form) {
    case 'assign':
      return <AssignForm {...props} />;
    case 'due':
      return <DueForm {...props} />;
    case 'snooze':
      return <SnoozeForm {...props} />;
    case 'remind':
      return <RemindForm {...props} />;
    case 'edit':
      return <EditForm {...props} />;
    case 'comment':
      return <CommentForm {...props} />;
    case 'call':
      return <CallForm {...props} />;
    default:
      return <MoveForm verb={form as FollowUpVerb} {...props} />;
  }
}

const offered = (followUp: FollowUpPartsFragment, mayWrite: boolean, viewerId: string): FormName[] => [
  ...followUp.transitions.filter((verb) => needOf(followUp, verb)),
  ...(mayWrite ? ['comment' as const, ...(isOpen(followUp) ? ['call' as const] : []), ...formsOf(followUp, viewerId)] : []),
];
