import { Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import { DeactivatePersonDocument, ReactivatePersonDocument, type PersonRowFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { useText } from '../../../shared/text.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';

interface ChangeStatusDialogProps {
  readonly verb: 'deactivate' | 'reactivate';
  readonly person: PersonRowFragment;
  readonly onClose: () => void;
  readonly onDone: (person: PersonRowFragment) => void;
  readonly onConflict: () => void;
}

/** Says in words what follows before somebody loses or regains the way in. */
export function ChangeStatusDialog({ verb, person, onClose, onDone, onConflict }: ChangeStatusDialogProps) {
  const text = useText();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? text('identity.reason.missing') : null) },
  });
  const deactivation = useFormCommand(DeactivatePersonDocument, form, { onDone, onConflict });
  const reactivation = useFormCommand(ReactivatePersonDocument, form, { onDone, onConflict });
  const { submit, sending, outcome, fields, focusFirst } = verb === 'deactivate' ? deactivation : reactivation;
  const send = () => submit({ personId: person.id, baseVersion: person.version, reason: form.values.reason.trim() });

  return (
    <Modal opened onClose={onClose} title={text(`identity.${verb}.title`, { name: person.name })} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form noValidate onSubmit={form.onSubmit(send, focusFirst)}>
        <Stack gap="sm">
          {verb === 'deactivate' ? <Consequences /> : <p style={{ margin: 0 }}>{text('identity.reactivate.consequence')}</p>}
          <TextInput label={text('identity.reason')} description={text('identity.reason.hint')} required data-autofocus {...form.getInputProps('reason')} />
          <CommandAlert outcome={outcome} fields={fields} />
          {outcome?.kind === 'conflict' ? (
            <ConflictPanel entity="person" groups={outcome.groups} isSending={sending} onKeepTheirs={onClose} onKeepMine={() => void send()} />
          ) : (
            <DialogButtons submit={text(`identity.${verb}.submit`)} isDangerous={verb === 'deactivate'} isSending={sending} onCancel={onClose} />
          )}
        </Stack>
      </form>
    </Modal>
  );
}

function Consequences() {
  const text = useText();
  return (
    <Notice tone="warn">
      <ul>
        {(['signIn', 'teams', 'record', 'undo'] as const).map((consequence) => <li key={consequence}>{text(`identity.deactivate.consequence.${consequence}`)}</li>)}
      </ul>
    </Notice>
  );
}
