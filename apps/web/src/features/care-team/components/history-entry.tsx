import { TimelineRow } from '@plexus/ui';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { HistoryRevisionFragment } from '../../../gql/index.ts';
import { ChangeLines } from '../../../shared/changes/change-lines.tsx';
import { Moment } from '../../../shared/day.tsx';
import { avatarOf } from '../../../shared/person.ts';
import { useText, useWord } from '../../../shared/text.ts';
import classes from './history-entry.module.css';

/** One revision as a sentence, with what it changed. */
export function HistoryEntry({ revision }: { revision: HistoryRevisionFragment }) {
  const text = useText();
  const word = useWord();
  const { person, onBehalfOf, verb, reason, planVersion, contact } = revision;
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
        </span>
      }
    >
      {reason && <p className={classes.reason}>{text('history.reason', { reason })}</p>}
      <div className={classes.changes}><ChangeLines changes={revision.changes} /></div>
    </TimelineRow>
  );
}
