import type { ReactNode } from 'react';
import { useText } from '../../../shared/text.ts';
import classes from './auth-card.module.css';

interface AuthCardProps {
  readonly title: string;
  readonly intro?: ReactNode;
  readonly children: ReactNode;
}

/** The one calm card of the pages outside the app: product, what this is, what to do. */
export function AuthCard({ title, intro, children }: AuthCardProps) {
  const text = useText();
  return (
    <main className={classes.page}>
      <div className={classes.card}>
        <p className={classes.brand}>
          <img src="/icon.svg" alt="" width={28} height={28} />
          {text('app.name')}
        </p>
        <h1 className={classes.title}>{title}</h1>
        {intro && <p className={classes.intro}>{intro}</p>}
        {children}
      </div>
    </main>
  );
}
