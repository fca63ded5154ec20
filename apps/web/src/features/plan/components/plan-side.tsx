import { Card, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { PlanPageQuery } from '../../../gql/index.ts';
import { Day } from '../../../shared/day.tsx';
import { daysBetween } from '../../../shared/day-words.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import classes from './plan.module.css';

/** What the whole plan says in a paragraph, and when it is looked at again. */
export function PlanSide({ plan }: { plan: PlanPageQuery['patient']['plan'] }) {
  const text = useText();
  const { today } = useViewer().organization;
  const late = plan.reviewDate ? daysBetween(plan.reviewDate, today) : 0;
  return (
    <aside className={classes.side} aria-label={text('plan.summary')}>
      <Card title={text('plan.summary')}>
        <p className={plan.summary ? undefined : classes.note}>{plan.summary ?? text('plan.noSummary')}</p>
      </Card>
      <Card title={text('plan.review')}>
        <div className={classes.review}>
          {plan.reviewDate ? <Day date={plan.reviewDate} /> : <span className={classes.note}>{text('plan.noReview')}</span>}
          {late > 0 && <StatusBadge tone="bad" icon={IconAlertTriangle}>{text('date.late', { days: late })}</StatusBadge>}
        </div>
      </Card>
    </aside>
  );
}
