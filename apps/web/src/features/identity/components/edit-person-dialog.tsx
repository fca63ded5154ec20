import { Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { EditPersonDocument, type PersonRowFragment } from '../../../gql/index.ts';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
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
  /** Loads what stands now. */
  readonly onConflict: () => void;
}

export function EditPersonDialog({ person, onClose, onSaved, onConflict }: EditPersonDialogProps) {
  const text = useText();
  const [begun] = useState(person);
  const form = useForm<PersonValues>({
    initialValues: valuesOf(begun),
    validate: { name: (value) => (value.trim() === '' ? text('form.required') : null) },
  });
  const { submit, sending, outcome, fields, focusFirst } = useFormCommand(EditPersonDocument, form, { onDone: onSaved, onConflict });

  async function save(values: PersonValues, baseVersion: number) {
    const edit = editOf(begun, values);
    if (edit) await submit({ personId: begun.id, baseVersion, ...edit });
    else onClose();
  }

  return (
    <Modal opened onClose={onClose} title={text('identity.person.edit.title', { name: begun.name })} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form noValidate onSubmit={form.onSubmit((values) => save(values, begun.version), focusFirst)}>
        <Stack gap="sm">
          <PersonFields form={form} withEmail={false} />
          <CommandAlert outcome={outcome} fields={fields} />
          {outcome?.kind === 'conflict' ? (
            <ConflictPanel
              entity="person"
              groups={outcome.groups}
              isSending={sending}
              onKeepTheirs={onClose}
              onKeepMine={() => void save(form.values, person.version)}
            />
          ) : (
            <DialogButtons submit={text('action.save')} isSending={sending} onCancel={onClose} />
          )}
        </Stack>
      </form>
    </Modal>
  );
}
