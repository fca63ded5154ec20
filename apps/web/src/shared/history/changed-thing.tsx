import { FieldChange, FieldChanges } from '@plexus/ui';
import type { ReactNode } from 'react';
import type { HistoryChangeFragment } from '../../gql/index.ts';
import { useText, useWord } from '../text.ts';
import { useValueWords } from '../use-value-words.ts';
import type { ChangedThing } from './history-things.ts';
import classes from './history.module.css';

interface ChangedThingProps {
  readonly thing: ChangedThing;
  /** After its name: that it was added, or removed. */
  readonly mark?: ReactNode;
}

/** What changed of one thing: the one place where changes are said, wherever they are read. */
export function ChangedThingLines({ thing, mark }: ChangedThingProps) {
  const text = useText();
  const word = useWord();
  const sayValue = useValueWords();
  const valueText = ({ entity, field }: HistoryChangeFragment, value: HistoryChangeFragment['after']) => value && sayValue(entity, field, value.kind, value.text);
  const words = { before: text('history.before'), after: text('history.after') };
  return (
    <div className={classes.thing}>
      <p className={classes.thingName}>{word(`entity.${thing.entity}`, thing.entity)}{thing.name && <>: <strong>{thing.name}</strong></>} {mark}</p>
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
