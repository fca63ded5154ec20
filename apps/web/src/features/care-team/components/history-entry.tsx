import { FieldChange, FieldChanges, TimelineRow } from '@plexus/ui';
import type { ReactNode } from 'react';
import { FormattedMessage } from 'react-intl';
import type { HistoryChangeFragment, HistoryRevisionFragment } from '../../../gql/index.ts';
import { Moment } from '../../../shared/day.tsx';
import { avatarOf } from '../../../shared/person.ts';
import { useText, useWord } from '../../../shared/text.ts';
import { useValueWords } from '../../../shared/use-value-words.ts';
import { changedThings, type ChangedThing } from '../model/history-things.ts';
import classes from './history-entry.module.css';

/** One revision as a sentence, with what it changed. */
export function HistoryEntry({ revision }: { revision: HistoryRevisionFragment }) {
  const text = useText();
  const word = useWord();
  const { person, onBehalfOf, verb, reason, planVersion, contact } = revision;
  const things = changedThings(revision.changes);
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
      {things.length === 0 && <p className={classes.quiet}>{text('history.hidden')}</p>}
      {things.map((thing) => <Thing key={`${thing.entity} ${thing.entityId}`} thing={thing} />)}
    </TimelineRow>
  );
}

function Thing({ thing }: { thing: ChangedThing }) {
  const text = useText();
  const word = useWord();
  const sayValue = useValueWords();
  const valueText = ({ entity, field }: HistoryChangeFragment, value: HistoryChangeFragment['after']) => value && sayValue(entity, field, value.kind, value.text);
  const words = { before: text('history.before'), after: text('history.after') };
  return (
    <div className={classes.thing}>
      <p className={classes.thingName}>{word(`entity.${thing.entity}`, thing.entity)}{thing.name && <>: <strong>{thing.name}</strong></>}</p>
      <FieldChanges>
        {thing.changes.map((change) => (
          <FieldChange
            key={change.ordinal}
            field={word(`field.${change.entity}.${change.field}`, change.fieldName)}
            before={valueText(change, change.before)}
            after={valueText(change, change.after) ?? text('history.nothing')}
            words={words}
          />
        ))}
      </FieldChanges>
    </div>
  );
}
