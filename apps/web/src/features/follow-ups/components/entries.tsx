import { useApolloClient } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { EarlierEntriesDocument, type FollowUpEntryPartsFragment, type FollowUpPartsFragment } from '../../../gql/index.ts';
import { Moment } from '../../../shared/day.tsx';
import { useEarlier } from '../../../shared/history/use-earlier.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useValueWords } from '../../../shared/use-value-words.ts';
import type { FollowUpForm } from '../hooks/use-open-follow-up.ts';
import { callsOf, CALLS_BEFORE_LETTER } from '../model/calls.ts';
import { codeOf, isOpen } from '../model/contract.ts';
import classes from './follow-ups.module.css';
import { MoreButton } from './more-button.tsx';

interface EntriesProps {
  readonly followUp: FollowUpPartsFragment;
  readonly mayWrite: boolean;
  readonly onForm: (form: FollowUpForm) => void;
}

/** As many as the server gives of one; what is older is in the record's history. */
const MOST_ENTRIES = 200;

/** What was said about it and who was called, the oldest first: none of it moves the ball. Of a long chase the last ones, until somebody wants to see the others. */
export function Entries({ followUp, mayWrite, onForm }: EntriesProps) {
  const text = useText();
  const { entries } = followUp;
  const client = useApolloClient();
  const earlier = useEarlier(() => client.query({ query: EarlierEntriesDocument, variables: { id: followUp.id, last: MOST_ENTRIES }, fetchPolicy: 'network-only' }));
  const before = followUp.entryCount - entries.length;
  return (
    <section className={classes.part} aria-label={text('followUp.entries')}>
      <h3>{text('followUp.entries')}</h3>
      <CallsSoFar entries={entries} />
      {entries.length === 0 && <p className={classes.note}>{text('followUp.noEntries')}</p>}
      {before > 0 && (entries.length < MOST_ENTRIES
        ? <div className={classes.actions}><MoreButton more={earlier}>{text('followUp.earlierEntries', { count: before })}</MoreButton></div>
        : <p className={classes.note}>{text('followUp.oldestEntries', { count: before })}</p>)}
      <ol className={classes.entries}>{entries.map((entry) => <Entry key={entry.id} entry={entry} />)}</ol>
      {mayWrite && (
        <div className={classes.actions}>
          {(isOpen(followUp) ? ['comment', 'call'] as const : ['comment'] as const).map((form) => <Button key={form} variant="default" size="compact-sm" onClick={() => onForm(form)}>{text(`followUp.${form}`)}</Button>)}
        </div>
      )}
    </section>
  );
}

/** "Not reached twice, next try Thursday": where the calls stand, before any of them is read. */
function CallsSoFar({ entries }: { readonly entries: readonly FollowUpEntryPartsFragment[] }) {
  const text = useText();
  const dates = useDates();
  const { unanswered, nextTryOn } = callsOf(entries);
  if (unanswered === 0) return null;
  const next = unanswered >= CALLS_BEFORE_LETTER ? text('followUp.letterNext') : nextTryOn && text('followUp.nextTry', { date: dates.said(nextTryOn) });
  return <p className={classes.hint}>{[text('followUp.unanswered', { count: unanswered }), next].filter(Boolean).join(', ')}</p>;
}

function Entry({ entry: { kind, callResult, nextTryOn, text: words, person, at } }: { readonly entry: FollowUpEntryPartsFragment }) {
  const text = useText();
  const dates = useDates();
  const sayValue = useValueWords();
  const said = kind === 'CALL' && callResult
    ? [text(`value.follow-up-entry.callResult.${codeOf(callResult)}`), nextTryOn && text('followUp.nextTry', { date: dates.said(nextTryOn) })].filter(Boolean).join('; ')
    : null;
  return (
    <li>
      <div className={classes.note}>{text(`followUpEntry.${kind}`, { name: person.name })} · <Moment at={at} /></div>
      {said && <div>{said}</div>}
      {words && <div className={classes.text}>{sayValue('follow-up-entry', 'text', 'TEXT', words)}</div>}
    </li>
  );
}
