import { Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Notice } from '@plexus/ui';
import {
  DeactivatePersonDocument, ReactivatePersonDocument, type ChangePersonStatusInput, type DeactivatePersonMutation, type PersonRowFragment, type ReactivatePersonMutation,
} from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';

interface ChangeStatusDialogProps {
  readonly verb: 'deactivate' | 'reactivate';
  readonly person: PersonRowFragment;
  readonly onClose: () => void;
  readonly onDone: (person: PersonRowFragment) => void;
  readonly onKept: () => void;
  readonly onConflict: () => void;
}

/** Says in words what follows before somebody loses or regains the way in. */
export function ChangeStatusDialog({ verb, person, onClose, onDone, onKept, onConflict }: ChangeStatusDialogProps) {
  const text = useText();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: (value) => (value.trim() === '' ? text('identity.reason.missing') : null) },
  });
  const draft = useDraft(`${person.id}:${verb}`, form, { revision: person.version, opens: `${verb}:${person.id}` });
  const document = verb === 'deactivate' ? DeactivatePersonDocument : ReactivatePersonDocument;
  const { submit, sending, outcome, fields, focusFirst } = useFormCommand<DeactivatePersonMutation | ReactivatePersonMutation, ChangePersonStatusInput, { reason: string }>(document, form, { onDone, onKept, onConflict }, draft);
  const baseVersion = outcome?.kind === 'conflict' ? outcome.revision : draft.revision;
  const send = () => submit({ personId: person.id, baseVersion, reason: form.values.reason.trim() }, { who: person.name });
  const cancel = () => {
    draft.discard();
    onClose();
  };

  return (
    <Modal opened onClose={onClose} title={text(`identity.${verb}.title`, { name: person.name })} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form noValidate onSubmit={form.onSubmit(send, focusFirst)}>
        <Stack gap="sm">
          {verb === 'deactivate' ? <Consequences /> : <p style={{ margin: 0 }}>{text('identity.reactivate.consequence')}</p>}
          <DraftNotice draft={draft} />
          <TextInput label={text('identity.reason')} description={text('identity.reason.hint')} required data-autofocus {...form.getInputProps('reason')} />
          <CommandAlert outcome={outcome} fields={fields} />
          {outcome?.kind === 'conflict' ? (
            <ConflictPanel entity="person" groups={outcome.groups} isSending={sending} onKeepTheirs={cancel} onKeepMine={() => void send()} />
          ) : (
            <DialogButtons submit={text(`identity.${verb}.submit`)} isDangerous={verb === 'deactivate'} isSending={sending} onCancel={cancel} />
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
