import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { useText } from '../../../shared/text.ts';
import type { CommandOutcome } from '../../../shared/use-command.ts';
import { sortRefusal, useViolationText } from '../../../shared/violation-text.ts';
import classes from './details.module.css';

interface ReasonFormProps {
  /** What is asked: "Why is penicillin not an allergy?" */
  readonly question: string;
  readonly confirm: string;
  readonly entity: string;
  readonly outcome: CommandOutcome<unknown> | null;
  readonly isSending: boolean;
  readonly onSubmit: (reason: string) => void;
  readonly onKeepMine: (reason: string) => void;
  readonly onCancel: () => void;
}

/** What is taken off a record says why; the reason stands in the history. */
export function ReasonForm({ question, confirm, entity, outcome, isSending, onSubmit, onKeepMine, onCancel }: ReasonFormProps) {
  const text = useText();
  const say = useViolationText();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const refused = outcome?.kind === 'refused' ? sortRefusal(outcome.violations, ['reason'], say).fields.reason : undefined;

  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(!reason.trim());
    if (reason.trim()) onSubmit(reason.trim());
  }

  return (
    <form className={classes.form} noValidate onSubmit={submit}>
      <TextInput
        required
        label={question}
        description={text('reason.hint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={missing ? text('form.required') : refused}
        data-autofocus
      />
      {outcome?.kind === 'conflict' && (
        <ConflictPanel entity={entity} groups={outcome.groups} isSending={isSending} onKeepTheirs={onCancel} onKeepMine={() => onKeepMine(reason.trim())} />
      )}
      <CommandAlert outcome={outcome} fields={['reason']} />
      <div className={classes.actions}>
        <Button type="submit" size="compact-sm" loading={isSending}>{confirm}</Button>
        <Button variant="default" size="compact-sm" onClick={onCancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
