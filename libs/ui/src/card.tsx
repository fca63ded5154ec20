import type { ReactNode } from 'react';
import { useId } from 'react';
import classes from './card.module.css';

interface CardProps {
  readonly title?: string;
  /** Beside the title: a button, a count. */
  readonly aside?: ReactNode;
  readonly isPadded?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
}

/** White on light grey: the one surface that content stands on. With a title it is a region of its own. */
export function Card({ title, aside, isPadded = true, className, children }: CardProps) {
  const id = useId();
  const names = [classes.card, isPadded && classes.padded, className].filter(Boolean).join(' ');
  if (!title) return <div className={names}>{children}</div>;
  return (
    <section className={names} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
