import { Modal, Stack } from '@mantine/core';
import { Notice } from '@plexus/ui';
import type { FormEventHandler, ReactNode } from 'react';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DialogButtons } from '../../../shared/dialog-buttons.tsx';
import { DraftNotice, type FormDraft } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import type { CommandOutcome } from '../../../shared/use-command.ts';

interface TeamDialogProps {
  readonly entity: 'team-member' | 'stand-in' | 'consent';
  readonly title: string;
  /** What follows, in words. */
  readonly consequence?: string;
  readonly submit: string;
  readonly isSending: boolean;
  readonly outcome: CommandOutcome<unknown> | null;
  /** Fields that show their refusal themselves. */
  readonly fields: readonly string[];
  readonly draft: FormDraft<object>;
  readonly onSubmit: FormEventHandler<HTMLFormElement>;
  /** After a conflict, against what stands now. */
  readonly onKeepMine: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The frame of every change of the team and of its consents: consequence, fields, what went wrong, save. */
export function TeamDialog({ entity, title, consequence, submit, isSending, outcome, fields, draft, onSubmit, onKeepMine, onClose, children }: TeamDialogProps) {
  const text = useText();
  const cancel = () => {
    draft.discard();
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': text('action.close') }}>
      <form onSubmit={onSubmit} noValidate>
        <Stack gap="sm">
          {consequence && <Notice tone="calm"><p>{consequence}</p></Notice>}
          <DraftNotice draft={draft} />
          {children}
          <CommandAlert outcome={outcome} fields={fields} />
          {outcome?.kind === 'conflict' ? (
            <ConflictPanel entity={entity} groups={outcome.groups} isSending={isSending} onKeepTheirs={cancel} onKeepMine={onKeepMine} />
          ) : (
            <DialogButtons submit={submit} isSending={isSending} onCancel={cancel} />
          )}
        </Stack>
      </form>
    </Modal>
  );
}
