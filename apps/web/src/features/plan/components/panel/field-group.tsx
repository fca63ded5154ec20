import { IconPencil } from '@tabler/icons-react';
import { StatusBadge } from '@plexus/ui';
import { type ReactNode } from 'react';
import { useChangesOf, useShownNews } from '../../../../shared/patient-news.ts';
import { useText } from '../../../../shared/text.ts';
import { useValueWords } from '../../../../shared/use-value-words.ts';
import { useAnnouncer } from '../../hooks/use-announce-editing.ts';
import classes from './panel.module.css';

interface FieldGroupProps {
  /** The registry's group: fields that form one order. */
  readonly group: string;
  readonly entityId: string | undefined;
  /** Without a legend it is one field, which has a label of its own. */
  readonly legend?: string;
  readonly children: ReactNode;
}

/** Fields that form one order. Who else has it open is said beside its legend; that I have it open is told to the others. */
export function FieldGroup({ group, entityId, legend, children }: FieldGroupProps) {
  const text = useText();
  const announcer = useAnnouncer();
  const { presence } = useShownNews();
  const others = entityId ? presence.filter((other) => other.entityId === entityId && other.group === group) : [];
  const badges = others.map(({ person }) => <StatusBadge key={person.id} icon={IconPencil}>{text('planPresence.here', { name: person.name })}</StatusBadge>);
  const onFocus = () => announcer?.edit(group);
  if (!legend) return <div className={classes.plain} onFocus={onFocus}>{badges}{children}</div>;
  return <fieldset className={classes.group} onFocus={onFocus}><legend>{legend}{badges}</legend>{children}</fieldset>;
}

interface FieldProps {
  readonly name: string;
  readonly entity: 'goal' | 'activity' | 'plan';
  readonly entityId: string | undefined;
  /** The record's name of it. */
  readonly field?: string;
  /** The revision over which the form is typed: what came after it is marked. */
  readonly base: number;
  readonly children: ReactNode;
}

/** One field with what a colleague wrote into it while this form was open. */
export function Field({ name, entity, entityId, field = name, base, children }: FieldProps) {
  const text = useText();
  const sayValue = useValueWords();
  const theirs = useChangesOf(entityId, base).get(field);
  return (
    <div className={classes.plain} data-field={name}>
      {children}
      {theirs && (
        <p className={classes.theirs} role="status">
          <IconPencil size={14} aria-hidden="true" />
          {theirs.change.after
            ? text('planPanel.theirs', { name: theirs.by.name, value: sayValue(entity, field, theirs.change.after.kind, theirs.change.after.text) })
            : text('planPanel.theirsEmpty', { name: theirs.by.name })}
        </p>
      )}
    </div>
  );
}
