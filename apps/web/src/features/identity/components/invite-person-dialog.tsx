import { Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { InvitePersonDocument, type PersonRowFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { type PersonValues, valuesOf } from '../model/person-form.ts';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';
import { PersonFields } from './person-fields.tsx';

interface InvitePersonDialogProps {
  readonly onClose: () => void;
  readonly onInvited: (person: PersonRowFragment) => void;
  readonly onKept: () => void;
}

export function InvitePersonDialog({ onClose, onInvited, onKept }: InvitePersonDialogProps) {
  const text = useText();
  const required = (value: string) => (value.trim() === '' ? text('form.required') : null);
  const form = useForm<PersonValues>({ initialValues: valuesOf(null), validate: { name: required, email: required } });
  const draft = useDraft('invite-person', form, { opens: 'invite' });
  const { submit, sending, outcome, fields, focusFirst } = useFormCommand(InvitePersonDocument, form, { onDone: onInvited, onKept }, draft);

  return (
    <Modal opened onClose={onClose} title={text('identity.person.invite.title')} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form
        noValidate
        onSubmit={form.onSubmit(({ name, email, discipline, roles }) => submit({ name: name.trim(), email: email.trim(), discipline: discipline || null, roles }, { about: 'invite-person', who: name.trim() }), focusFirst)}
      >
        <Stack gap="sm">
          <DraftNotice draft={draft} />
          <PersonFields form={form} withEmail />
          <Notice tone="calm"><p>{text('identity.person.invite.note')}</p></Notice>
          <CommandAlert outcome={outcome} fields={fields} />
          <DialogButtons submit={text('identity.person.invite.submit')} isSending={sending} onCancel={() => { draft.discard(); onClose(); }} />
        </Stack>
      </form>
    </Modal>
  );
}
