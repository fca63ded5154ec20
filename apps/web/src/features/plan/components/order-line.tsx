import { StatusBadge } from '@plexus/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ActivityCellFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useOrderWords } from '../../../shared/use-order-words.ts';
import classes from './plan.module.css';

/** How much, how often, where: what its kind says, then what was added in words. */
export function OrderLines({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const { lines, gaps, decision, isPhasingOut } = useOrderWords(activity);
  const isDrug = activity.form === 'MEDICATION' || activity.form === 'OPIOID';
  return (
    <>
      {isPhasingOut && <StatusBadge tone="warn">{text('order.phasingOut')}</StatusBadge>}
      {lines.map((line) => <div key={line}>{line}</div>)}
      {activity.doseText && <div>{activity.doseText}</div>}
      {gaps.length > 0 && <div className={classes.gaps}><IconAlertTriangle size={14} aria-hidden="true" />{gaps.join(', ')}</div>}
      {decision && <div className={classes.times}>{decision}</div>}
      {isDrug && <div className={classes.notAPrescription}>{text('order.record')}</div>}
    </>
  );
}
