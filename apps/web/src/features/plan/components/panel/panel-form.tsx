import { ActionIcon, Button, CloseButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type FocusEvent, type FormEvent, type KeyboardEvent, type ReactNode } from 'react';
import { CommandAlert } from '../../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../../shared/conflict-panel.tsx';
import { DraftNotice, type FormDraft } from '../../../../shared/outbox/use-draft.tsx';
import { useText } from '../../../../shared/text.ts';
import type { CommandOutcome } from '../../../../shared/use-command.ts';
import { AnnouncerContext, useAnnounceEditing } from '../../hooks/use-announce-editing.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import classes from './panel.module.css';

interface PanelFormProps {
  readonly title: string;
  /** Which goal or part it is about, in its own words. */
  readonly about?: string;
  readonly entity: 'goal' | 'activity' | 'plan';
  /** Undefined for what does not exist yet: nobody can be told of it. */
  readonly entityId?: string;
  readonly submit: string;
  readonly isDangerous?: boolean;
  readonly isSending: boolean;
  /** Typed text would be lost. */
  readonly isDirty: boolean;
  readonly outcome: CommandOutcome<unknown> | null;
  /** Fields that show their refusal themselves. */
  readonly fields: readonly string[];
  readonly conflict: {
    readonly onKeepMine: () => void;
    readonly onKeepTheirs: () => void;
    readonly onWriteAnew: () => void;
    readonly isRead: boolean;
  };
  readonly onSubmit: () => void;
  readonly draft: Pick<FormDraft<object>, 'restoredAt' | 'isElsewhere' | 'discard'>;
  /** Throws away what was typed, and closes. */
  readonly discard: () => void;
  /** The field that takes the focus first; else the first one. */
  readonly at?: string;
  /** Right above the buttons. */
  readonly offer?: ReactNode;
  readonly children: ReactNode;
}

const INPUTS = 'input:not([type=hidden], [tabindex="-1"]), select, textarea';

/** The frame of every form beside the plan: what it is about, the fields, what stands in the way, save. It asks before it loses typed text. */
export function PanelForm(props: PanelFormProps) {
  const { title, about, entity, entityId, submit, isDangerous, isSending, isDirty, outcome, fields, conflict, onSubmit, draft, discard, at, offer, children } = props;
  const text = useText();
  const desk = usePlanDesk();
  const titleId = useId();
  const form = useRef<HTMLFormElement>(null);
  const left = useRef<Element>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const announcer = useAnnounceEditing(entityId);

  useEffect(() => {
    const place = at ? form.current?.querySelector(`[data-field="${at}"]`) : form.current;
    (place?.querySelector<HTMLElement>(INPUTS) ?? form.current?.querySelector<HTMLElement>('button[type=submit]'))?.focus();
  }, [at]);

  function leave() {
    if (!isDirty || isLeaving) return desk.close();
    left.current = document.activeElement;
    setIsLeaving(true);
  }

  function stay() {
    setIsLeaving(false);
    if (left.current instanceof HTMLElement) left.current.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    // An open list closes first.
    const isInList = (event.target as HTMLElement).getAttribute('aria-expanded') === 'true';
    if (event.key !== 'Escape' || event.defaultPrevented || isInList) return;
    event.preventDefault();
    leave();
  }

  // What had the focus may have gone with what was done.
  const onLostKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key === 'Escape' && event.target === document.body) leave();
  });
  useEffect(() => {
    const listener = (event: globalThis.KeyboardEvent) => onLostKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  function onBlur({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.contains(relatedTarget)) announcer.edit(null);
  }

  function send(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <AnnouncerContext value={announcer}>
      <form ref={form} className={classes.form} noValidate aria-labelledby={titleId} onSubmit={send} onKeyDown={onKeyDown} onBlur={onBlur}>
        <header className={classes.head}>
          <ActionIcon className={classes.back} variant="subtle" color="gray" size={44} aria-label={text('action.back')} onClick={leave}><IconArrowLeft size={20} aria-hidden="true" /></ActionIcon>
          <div className={classes.title}>
            <h2 id={titleId}>{title}</h2>
            {about && <p>{about}</p>}
          </div>
          <CloseButton className={classes.close} aria-label={text('action.close')} onClick={leave} />
        </header>
        <div className={classes.body}>
          <DraftNotice draft={draft} />
          {outcome?.kind === 'conflict' && <ConflictPanel key={`${outcome.revision}`} entity={entity} groups={outcome.groups} isSending={isSending} {...conflict} />}
          {children}
        </div>
        <footer className={classes.foot}>
          {offer}
          <CommandAlert outcome={outcome} fields={fields} />
          {isLeaving ? <Leaving onStay={stay} onDiscard={discard} /> : (
            <div className={classes.buttons}>
              <Button variant="default" onClick={leave}>{text('action.cancel')}</Button>
              {(outcome?.kind !== 'conflict' || conflict.isRead) && <Button type="submit" loading={isSending} color={isDangerous ? 'red.9' : undefined}>{submit}</Button>}
            </div>
          )}
        </footer>
      </form>
    </AnnouncerContext>
  );
}

function Leaving({ onStay, onDiscard }: { onStay: () => void; onDiscard: () => void }) {
  const text = useText();
  const stay = useRef<HTMLButtonElement>(null);
  useEffect(() => stay.current?.focus(), []);
  return (
    <div className={classes.leaving} role="alertdialog" aria-label={text('planPanel.leave')}>
      <span>{text('planPanel.leave')}</span>
      <div className={classes.buttons}>
        <Button ref={stay} variant="default" onClick={onStay}>{text('planPanel.stay')}</Button>
        <Button color="red.9" onClick={onDiscard}>{text('planPanel.discard')}</Button>
      </div>
    </div>
  );
}
