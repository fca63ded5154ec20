import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './done.module.css';

/** What has just been done, in words. The region is always there: screen readers announce only what changes inside one. */
export function Done({ children }: { children: ReactNode }) {
  return (
    <div role="status">
      {children && <p className={classes.done}><IconCheck size={16} aria-hidden="true" />{children}</p>}
    </div>
  );
}
