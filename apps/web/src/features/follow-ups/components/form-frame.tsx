import { Button } from '@mantine/core';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import { DraftNotice } from '../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../shared/text.ts';
import type { FormFrameState } from '../hooks/use-follow-up-form.ts';
import classes from './follow-ups.module.css';

interface FormFrameProps {
  readonly title: string;
  readonly submit: string;
  readonly frame: Omit<FormFrameState, 'onKeepMine' | 'onKeepTheirs'> & Partial<Pick<FormFrameState, 'onKeepMine' | 'onKeepTheirs'>>;
  readonly children?: ReactNode;
}

const FIELDS = 'input:not([type=hidden], [tabindex="-1"]), select, textarea';

/** Every form about a follow-up: its fields, what stands in the way, and the way on. It opens where one types. */
export function FormFrame({ title, submit, frame, children }: FormFrameProps) {
  const text = useText();
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const { draft, outcome, fields, isSending, onSubmit, onKeepMine, onKeepTheirs, onCancel } = frame;
  useEffect(() => (form.current?.querySelector<HTMLElement>(FIELDS) ?? form.current?.querySelector<HTMLElement>('button[type=submit]'))?.focus(), []);

  return (
    <form ref={form} className={classes.form} noValidate aria-labelledby={titleId} onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>
      <h3 id={titleId}>{title}</h3>
      <DraftNotice draft={draft} />
      {children}
      {outcome?.kind === 'conflict' && onKeepMine && onKeepTheirs && (
        <ConflictPanel key={outcome.revision} entity="follow-up" groups={outcome.groups} isSending={isSending} onKeepMine={onKeepMine} onKeepTheirs={onKeepTheirs} />
      )}
      <CommandAlert outcome={outcome} fields={fields} />
      <div className={classes.actions}>
        {outcome?.kind !== 'conflict' && <Button type="submit" size="compact-sm" loading={isSending}>{submit}</Button>}
        <Button variant="default" size="compact-sm" onClick={onCancel}>{text('action.cancel')}</Button>
      </div>
    </form>
  );
}
