import { DisciplineAvatar, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconShieldExclamation, IconUserQuestion } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { FollowUpRowFragment } from '../../../gql/index.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { rowId } from '../hooks/use-open-follow-up.ts';
import { useBallWords, useDueWords, useStateWords } from '../hooks/use-follow-up-words.ts';
import { codeOf, isOpen, STEPS } from '../model/contract.ts';
import { withOpen } from '../model/worklist-address.ts';
import classes from './follow-ups.module.css';

interface CellProps {
  readonly followUp: FollowUpRowFragment;
}

/** What is to be done, which opens it beside the list, and where it comes from. `tabIndex`: in a list where one row at a time has the focus. */
export function WhatCell({ followUp, tabIndex }: CellProps & { readonly tabIndex?: number }) {
  const text = useText();
  const dates = useDates();
  const [params] = useSearchParams();
  const { id, what, source, everyWeeks, askedBy, snoozedUntil, owner } = followUp;
  const facts = [
    owner?.id !== askedBy.id && text('followUp.askedBy', { name: askedBy.name }),
    source?.name && text('followUp.from', { name: source.name }),
    everyWeeks && text('followUp.every', { weeks: everyWeeks }),
    snoozedUntil && snoozedUntil > dates.today && text('followUp.snoozed', { date: dates.said(snoozedUntil) }),
  ].filter(Boolean).join(' · ');
  return (
    <>
      <Link id={rowId(id)} className={classes.what} to={{ search: withOpen(params, id).toString() }} preventScrollReset aria-current={params.get('open')?.startsWith(id) || undefined} tabIndex={tabIndex} data-target>{what}</Link>
      {facts && <div className={classes.note}>{facts}</div>}
    </>
  );
}

/** With whom the ball is and since when; who covers them; and a word where nobody has it. */
export function BallCell({ followUp }: CellProps) {
  const text = useText();
  const { person, name, facts } = useBallWords()(followUp);
  return (
    <div className={classes.ball}>
      {person && <DisciplineAvatar person={avatarOf(person)} isDecorative />}
      <span className={classes.ballWords}>
        <span>{name}</span>
        {facts && <span className={classes.note}>{facts}</span>}
        {followUp.isUnowned && <StatusBadge tone="warn" icon={IconUserQuestion}>{text('followUp.unowned')}</StatusBadge>}
      </span>
    </div>
  );
}

/** Kind and priority; what is routine says nothing. */
export function KindCell({ followUp: { kind, priority } }: CellProps) {
  const text = useText();
  const word = text(`value.follow-up.kind.${codeOf(kind)}`);
  return (
    <div className={classes.badges}>
      {kind === 'SAFETY' ? <StatusBadge tone="bad" icon={IconShieldExclamation}>{word}</StatusBadge> : <span>{word}</span>}
      {priority !== 'ROUTINE' && <StatusBadge tone={priority === 'URGENT' ? 'bad' : 'warn'}>{text(`value.follow-up.priority.${codeOf(priority)}`)}</StatusBadge>}
    </div>
  );
}

/** How far a request has come: a bar for eyes, and its word. */
export function StepsCell({ followUp }: CellProps) {
  const say = useStateWords();
  const word = say(followUp);
  const reached = STEPS.indexOf(followUp.state) + 1;
  if (followUp.shape === 'TASK' || reached === 0) return <span className={classes.word}>{word}</span>;
  return (
    <span className={classes.steps}>
      <span className={classes.bar} aria-hidden="true">{STEPS.map((step, at) => <span key={step} data-reached={at < reached || undefined} />)}</span>
      <span className={classes.word}>{word}</span>
    </span>
  );
}

export function DueCell({ followUp }: CellProps) {
  const { words, isLate, full } = useDueWords()(followUp);
  return (
    <time className={classes.due} dateTime={followUp.dueOn} title={full} data-late={isLate || undefined} data-over={!isOpen(followUp) || undefined}>
      {isLate && <IconAlertTriangle size={14} aria-hidden="true" />}{words}
    </time>
  );
}
