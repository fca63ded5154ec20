import type { PersonRowFragment } from '../../../gql/index.ts';
import type { MessageId } from '../../../shared/text.ts';
import { ChangeStatusDialog } from './change-status-dialog.tsx';
import { EditPersonDialog } from './edit-person-dialog.tsx';
import { InvitePersonDialog } from './invite-person-dialog.tsx';
import type { PersonVerb } from './people-table.tsx';

export type PersonTask = { readonly verb: 'invite' } | { readonly verb: PersonVerb; readonly personId: string };

interface PersonDialogsProps {
  readonly task: PersonTask | null;
  readonly people: readonly PersonRowFragment[];
  readonly onClose: () => void;
  readonly onFinish: (message: MessageId, person: PersonRowFragment) => void;
  /** It will be sent by itself. */
  readonly onKept: () => void;
  readonly onConflict: () => void;
}

/** The one dialog that is open now, if any. */
export function PersonDialogs({ task, people, onClose, onFinish, onKept, onConflict }: PersonDialogsProps) {
  if (!task) return null;
  if (task.verb === 'invite') return <InvitePersonDialog onClose={onClose} onKept={onKept} onInvited={(person) => onFinish('identity.person.invited', person)} />;
  const person = people.find(({ id }) => id === task.personId);
  if (!person) return null;
  if (task.verb === 'edit') {
    return <EditPersonDialog person={person} onClose={onClose} onConflict={onConflict} onKept={onKept} onSaved={(saved) => onFinish('identity.person.saved', saved)} />;
  }
  const { verb } = task;
  return <ChangeStatusDialog verb={verb} person={person} onClose={onClose} onConflict={onConflict} onKept={onKept} onDone={(changed) => onFinish(`identity.${verb}d`, changed)} />;
}
