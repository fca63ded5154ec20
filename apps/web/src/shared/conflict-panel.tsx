import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import classes from './conflict-panel.module.css';
import { Moment } from './day.tsx';
import { useText, useWord } from './text.ts';
import type { ConflictGroup } from './use-command.ts';
import { kindOf, useValueWords } from './use-value-words.ts';

interface ConflictPanelProps {
  /** The registry's entity, for the fields' words: `field.<entity>.<field>`. */
  readonly entity: string;
  readonly groups: readonly ConflictGroup[];
  /** For a field that has words of its own; undefined: as its kind is said. */
  readonly sayField?: (field: string, value: string) => string | undefined;
  readonly isSending: boolean;
  readonly onKeepTheirs: () => void;
  readonly onKeepMine: () => void;
  /** The form stays as it is, now over what stands; saved again it saves. */
  readonly onWriteAnew?: () => void;
  /** It was chosen to write anew: theirs stays here to read, and there is nothing to choose any more. */
  readonly isRead?: boolean;
}

/** Two people changed one thing: before, theirs and mine side by side. Nothing was saved and nothing is lost until one is chosen. */
export function ConflictPanel({ entity, groups, sayField, isSending, onKeepTheirs, onKeepMine, onWriteAnew, isRead = false }: ConflictPanelProps) {
  const text = useText();
  const word = useWord();
  const sayValue = useValueWords();
  const panel = useRef<HTMLElement>(null);
  useEffect(() => panel.current?.focus(), []);
  const value = (field: string, entry: string | null) =>
    (entry === null ? <em>{text('conflict.empty')}</em> : (sayField?.(field, entry) ?? sayValue(entity, field, kindOf(entity, field), entry)));

  return (
    <section ref={panel} tabIndex={-1} role="alert" className={classes.panel}>
      <h3>{text(isRead ? 'conflict.anewTitle' : 'conflict.title')}</h3>
      {groups.map((group) => (
        <div key={group.group}>
          <p className={classes.by}>{group.by.name}, <Moment at={group.at} /></p>
          <div className={classes.scroll}>
            <table className={classes.grid}>
              <thead>
                <tr><td />{(['base', 'theirs', 'mine'] as const).map((side) => <th key={side} scope="col">{text(`conflict.${side}`)}</th>)}</tr>
              </thead>
              <tbody>
                {group.fields.map((field) => (
                  <tr key={field.field}>
                    <th scope="row">{word(`field.${entity}.${field.field}`, field.fieldName)}</th>
                    <td>{value(field.field, field.base)}</td>
                    <td>{value(field.field, field.theirs)}</td>
                    <td>{value(field.field, field.mine)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      ))}
      {isRead ? <p className={classes.by}>{text('conflict.anewHint')}</p> : (
        <div className={classes.actions}>
          <Button variant="default" onClick={onKeepTheirs} disabled={isSending}>{text('conflict.keepTheirs')}</Button>
          <Button variant="default" onClick={onKeepMine} loading={isSending}>{text('conflict.keepMine')}</Button>
          {onWriteAnew && <Button variant="default" onClick={onWriteAnew} disabled={isSending}>{text('conflict.writeAnew')}</Button>}
        </div>
      )}
    </section>
  );
}
