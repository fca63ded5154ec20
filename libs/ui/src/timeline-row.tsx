import type { ReactNode } from 'react';
import { DisciplineAvatar, type AvatarPerson } from './discipline-avatar.tsx';
import classes from './timeline-row.module.css';

interface TimelineRowProps {
  readonly person: AvatarPerson;
  /** Who did what, in a sentence. */
  readonly title: ReactNode;
  readonly when: ReactNode;
  readonly children?: ReactNode;
}

/** One revision of a record; stands in an ordered list. */
export function TimelineRow({ person, title, when, children }: TimelineRowProps) {
  return (
    <li className={classes.row}>
      <DisciplineAvatar person={person} isDecorative />
      <div>
        <p className={classes.head}>{title}</p>
        <div className={classes.when}>{when}</div>
        {children && <div className={classes.body}>{children}</div>}
      </div>
    </li>
  );
}

/** The list that TimelineRow stands in. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return <ol aria-label={label} style={{ margin: 0, padding: 0, listStyle: 'none' }}>{children}</ol>;
}
