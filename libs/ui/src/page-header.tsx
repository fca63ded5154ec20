import type { ReactNode } from 'react';
import classes from './page-header.module.css';

/** A page's title, what it counts, and what can be done. */
export function PageHeader({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) {
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <h1>{title}</h1>
        {note && <span className={classes.note}>{note}</span>}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </header>
  );
}
