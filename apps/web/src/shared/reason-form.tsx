import { Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useState, type FormEvent, type ReactNode } from 'react';
import { CommandAlert } from './command-alert.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { DraftNotice, type FormDraft } from './outbox/use-draft.tsx';
import { useText } from './text.ts';
import type { CommandOutcome } from './use-command.ts';
import { sortRefusal, useViolationText } from './violation-text.ts';
import classes from './record-card.module.css';

export interface ReasonValues { reason: string }

interface ReasonFormProps<T extends ReasonValues> {
  /** What is asked: "Why is penicillin not an allergy?" */
  readonly question: string;
  readonly confirm: string;
  readonly entity: string;
  readonly form: UseFormReturnType<T>;
  readonly draft: FormDraft<T>;
  readonly outcome: CommandOutcome<unknown> | null;
  readonly isSending: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onKeepMine: (reason: string) => void;
  readonly onCancel: () => void;
  /** Instead of who reads the reason. */
  readonly hint?: string;
  /** Asked besides the reason, and which of these show their refusal themselves. */
  readonly children?: ReactNode;
  readonly fields?: readonly string[];
}

/** What is taken off a record says why; the reason stands in the history. */
export function ReasonForm<T extends ReasonValues>(props: ReasonFormProps<T>) {
  const { question, confirm, entity, form, draft, outcome, isSending, onSubmit, onKeepMine, onCancel, hint, children, fields = [] } = props;
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
        description={hint ?? text('reason.hint')}
        {...form.getInputProps('reason')}
        error={missing && !reason ? text('form.required') : refused}
        autoFocus
      />
      {children}
      {outcome?.kind === 'conflict' && (
        <ConflictPanel entity={entity} groups={outcome.groups} isSending={isSending} onKeepTheirs={cancel} onKeepMine={() => onKeepMine(reason)} />
      )}
      <CommandAlert outcome={outcome} fields={['reason', ...fields]} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={isSending}>{confirm}</Button>
        <Button variant="default" size="compact-sm" onClick={cancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
