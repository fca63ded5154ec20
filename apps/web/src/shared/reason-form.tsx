import { Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState, type FormEvent } from 'react';
import { CommandAlert } from './command-alert.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DraftNotice, type FormDraft } from './outbox/use-draft.tsx';
import { useText } from './text.ts';
import type { CommandOutcome } from './use-command.ts';
import { sortRefusal, useViolationText } from './violation-text.ts';
import classes from './reason-form.module.css';

export interface ReasonValues { reason: string }

interface ReasonFormProps {
  /** What is asked: "Why is penicillin not an allergy?" */
  readonly question: string;
  readonly confirm: string;
  readonly entity: string;
  readonly form: UseFormReturnType<ReasonValues>;
  readonly draft: FormDraft<ReasonValues>;
  readonly outcome: CommandOutcome<unknown> | null;
  readonly isSending: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onKeepMine: (reason: string) => void;
  readonly onCancel: () => void;
}

/** What is taken off a record says why; the reason stands in the history. */
export function ReasonForm({ question, confirm, entity, form, draft, outcome, isSending, onSubmit, onKeepMine, onCancel }: ReasonFormProps) {
  const text = useText();
  const say = useViolationText();
  const [missing, setMissing] = useState(false);
  const refused = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, ['reason'], say).fields.reason : undefined;
  const reason = form.values.reason.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(!reason);
    if (reason) onSubmit(reason);
  }

  function cancel() {
    draft.discard();
    onCancel();
  }

  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <DraftNotice draft={draft} />
      <TextInput
        required
        label={question}
        description={text('reason.hint')}
        {...form.getInputProps('reason')}
        error={missing && !reason ? text('form.required') : refused}
        data-autofocus
      />
      {outcome?.kind === 'conflict' && (
        <ConflictPanel entity={entity} groups={outcome.groups} isSending={isSending} onKeepTheirs={cancel} onKeepMine={() => onKeepMine(reason)} />
      )}
      <CommandAlert outcome={outcome} fields={['reason']} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={isSending}>{confirm}</Button>
        <Button variant="default" size="compact-sm" onClick={cancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
