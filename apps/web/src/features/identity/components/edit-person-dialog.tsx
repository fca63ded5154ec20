import { Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { EditPersonDocument, type PersonRowFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice, useDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import { useFormCommand } from '../../../shared/use-form-command.ts';
import { editOf, type PersonValues, valuesOf } from '../model/person-form.ts';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';
import { PersonFields } from './person-fields.tsx';

interface EditPersonDialogProps {
  /** As it stands now; it may be newer than what the form began with. */
  readonly person: PersonRowFragment;
  readonly onClose: () => void;
  readonly onSaved: (person: PersonRowFragment) => void;
  readonly onKept: () => void;
  /** Loads what stands now. */
  readonly onConflict: () => void;
}

export function EditPersonDialog({ person, onClose, onSaved, onKept, onConflict }: EditPersonDialogProps) {
  const text = useText();
  const [begun] = useState(person);
  const form = useForm<PersonValues>({
    initialValues: valuesOf(begun),
    validate: { name: (value) => (value.trim() === '' ? text('form.required') : null) },
  });
  const draft = useDraft(`${begun.id}:edit`, form, { revision: begun.version, opens: `edit:${begun.id}` });
  const { submit, sending, outcome, fields, focusFirst } = useFormCommand(EditPersonDocument, form, { onDone: onSaved, onKept, onConflict }, draft);

  async function save(values: PersonValues) {
    const edit = editOf(draft.initial, values);
    const baseVersion = outcome?.kind === 'conflict' ? outcome.revision : draft.revision;
    if (edit) await submit({ personId: begun.id, baseVersion, ...edit }, { who: begun.name });
    else cancel();
  }

  function cancel() {
    draft.discard();
    onClose();
  }

  return (
    <Modal opened onClose={onClose} title={text('identity.person.edit.title', { name: begun.name })} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form noValidate onSubmit={form.onSubmit(save, focusFirst)}>
        <Stack gap="sm">
          <DraftNotice draft={draft} />
          <PersonFields form={form} withEmail={false} />
          <CommandAlert outcome={outcome} fields={fields} />
          {outcome?.kind === 'conflict' ? (
            <ConflictPanel
              entity="person"
              groups={outcome.groups}
              isSending={sending}
              onKeepTheirs={cancel}
              onKeepMine={() => void save(form.values)}
            />
          ) : (
            <DialogButtons submit={text('action.save')} isSending={sending} onCancel={cancel} />
          )}
        </Stack>
      </form>
    </Modal>
  );
}
