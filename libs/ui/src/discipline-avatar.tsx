import { VisuallyHidden } from '@mantine/core';
import { columnLook } from './columns.ts';
import classes from './discipline-avatar.module.css';

export interface AvatarPerson {
  readonly id: string;
  readonly initials: string;
  /** The whole label for eyes on hover and for screen readers: name, discipline, role. */
  readonly label: string;
  /** The plan column of the person's discipline; null: grey. */
  readonly column: string | null;
  /** Has the same thing open now: a dot, which the label says in words. */
  readonly isHere?: boolean;
}

type Size = 'tiny' | 'small' | 'medium' | 'large';

interface DisciplineAvatarProps {
  readonly person: AvatarPerson;
  readonly size?: Size;
  /** When the name stands beside it, the picture says nothing new. */
  readonly isDecorative?: boolean;
}

/** Initials in the discipline's colour. The label names the discipline, because colour alone must not. */
export function DisciplineAvatar({ person, size = 'medium', isDecorative = false }: DisciplineAvatarProps) {
  return (
    <span
      className={[classes.avatar, classes[size]].filter(Boolean).join(' ')}
      data-column={columnLook(person.column)}
      data-here={person.isHere || undefined}
      title={isDecorative ? undefined : person.label}
    >
      <span aria-hidden="true">{person.initials}</span>
      {!isDecorative && <VisuallyHidden>{person.label}</VisuallyHidden>}
    </span>
  );
}

interface AvatarStackProps {
  readonly people: readonly AvatarPerson[];
  /** What the list is, for screen readers. */
  readonly label: string;
  readonly max?: number;
  readonly size?: Size;
}

/** A team at a glance. The rest is a number for eyes; its names are there on hover and for screen readers. */
export function AvatarStack({ people, label, max = 6, size = 'medium' }: AvatarStackProps) {
  // One more picture takes no more room than "+1".
  const shown = people.length > max + 1 ? people.slice(0, max) : people;
  const rest = people.slice(shown.length);
  return (
    <ul className={classes.stack} aria-label={label}>
      {shown.map((person) => <li key={person.id}><DisciplineAvatar person={person} size={size} /></li>)}
      {rest.length > 0 && (
        <li className={classes.more} title={rest.map((person) => person.label).join('\n')}>
          <span aria-hidden="true">+{rest.length}</span>
          <VisuallyHidden>{rest.map((person) => person.label).join('; ')}</VisuallyHidden>
        </li>
      )}
    </ul>
  );
}
