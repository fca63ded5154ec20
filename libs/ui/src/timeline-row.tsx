import { VisuallyHidden } from '@mantine/core';
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

interface FieldChangeProps {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
  /** For screen readers, which do not read a line through a word. */
  readonly words: { readonly before: string; readonly after: string };
}

/** A field before and after. */
export function FieldChange({ field, before, after, words }: FieldChangeProps) {
  return (
    <li>
      <span className={classes.field}>{field}: </span>
      {before !== null && <><VisuallyHidden>{words.before} </VisuallyHidden><del className={classes.before}>{before}</del> </>}
      {after !== null && <><VisuallyHidden>{words.after} </VisuallyHidden><ins className={classes.after} style={{ textDecoration: 'none' }}>{after}</ins></>}
    </li>
  );
}

/** The list that TimelineRow stands in. */
export function Timeline({ label, children }: { label: string; children: ReactNode }) {
  return <ol aria-label={label} style={{ margin: 0, padding: 0, listStyle: 'none' }}>{children}</ol>;
}

/** The list that FieldChange stands in. */
export function FieldChanges({ children }: { children: ReactNode }) {
  return <ul className={classes.changes}>{children}</ul>;
}
