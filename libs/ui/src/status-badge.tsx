import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './status-badge.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'calm';

/** A state in a word; the tone only repeats what the word says. */
export function StatusBadge({ tone = 'calm', icon: Icon, title, children }: { tone?: Tone; icon?: Icon; title?: string; children: ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone} title={title}>
      {Icon && <Icon size={14} stroke={1.9} aria-hidden="true" />}
      <span>{children}</span>
    </span>
  );
}
