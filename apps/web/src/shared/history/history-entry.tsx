import { TimelineRow } from '@plexus/ui';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import { Link } from 'react-router';
import type { HistoryRevisionFragment } from '../../gql/index.ts';
import { ChangeLines } from '../changes/change-lines.tsx';
import { Moment } from '../day.tsx';
import { planThen } from '../moments.ts';
import { avatarOf } from '../person.ts';
import { useText, useWord } from '../text.ts';
import classes from './history.module.css';

interface HistoryEntryProps {
  readonly patientId: string;
  readonly revision: HistoryRevisionFragment;
  /** Of one thing: its name stands above. */
  readonly isOfOneThing?: boolean;
}

/** One revision as a sentence, with what it changed and the way to the plan as it then stood. */
export function HistoryEntry({ patientId, revision, isOfOneThing = false }: HistoryEntryProps) {
  const text = useText();
  const word = useWord();
  const { number, person, onBehalfOf, verb, reason, planVersion, contact } = revision;
  const said = {
    name: person.name,
    verb: word(`verb.${verb}`, verb),
    who: (parts: ReactNode) => <strong>{parts}</strong>,
  };

  return (
    <TimelineRow
      person={avatarOf(person)}
      title={onBehalfOf ? <FormattedMessage id="history.saidFor" values={{ ...said, member: onBehalfOf.name }} /> : <FormattedMessage id="history.said" values={said} />}
      when={
        <span className={classes.when}>
          <Moment at={revision.at} />
          {contact && <span>{text('history.during', { kind: text(`history.contact.${contact.kind}`) })}</span>}
          {planVersion !== null && <span>{text('history.planVersion', { version: planVersion })}</span>}
          <span><Link className={classes.then} to={planThen(patientId, { revision: number })} aria-label={text('history.planThenOf', { revision: number })}>{text('history.planThen')}</Link></span>
        </span>
      }
    >
      {reason && <p className={classes.reason}>{text('history.reason', { reason })}</p>}
      <div className={classes.changes}><ChangeLines changes={revision.changes} isNamed={!isOfOneThing} /></div>
    </TimelineRow>
  );
}
