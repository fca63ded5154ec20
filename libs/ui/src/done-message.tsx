import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './done-message.module.css';

/** Where the focus goes when what had it is gone with what was done. */
export const DONE_MESSAGE = 'done-message';

/** What has just been done, in words. The region is always there: screen readers announce only what changes inside one. */
export function DoneMessage({ children }: { children: ReactNode }) {
  return (
    <div id={DONE_MESSAGE} role="status" tabIndex={-1} className={classes.region}>
      {children && <p className={classes.done}><IconCheck size={16} aria-hidden="true" />{children}</p>}
    </div>
  );
}
