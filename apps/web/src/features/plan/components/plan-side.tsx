import { ActionIcon } from '@mantine/core';
import { Card, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PlanPageQuery } from '../../../gql/index.ts';
import { Day } from '../../../shared/day.tsx';
import { daysBetween } from '../../../shared/day-words.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import { Agreements } from './agreements.tsx';
import { AttainmentScores } from './attainment-scores.tsx';
import classes from './plan.module.css';
import { TreatmentsTried } from './treatments-tried.tsx';

interface PlanSideProps {
  readonly plan: PlanPageQuery['patient']['plan'];
  /** Above the rest. */
  readonly children?: ReactNode;
}

/** What the whole plan says in a paragraph, and when it is looked at again. */
export function PlanSide({ plan, children }: PlanSideProps) {
  const text = useText();
  const desk = usePlanDesk();
  const { today } = useDates();
  const late = plan.reviewDate ? daysBetween(plan.reviewDate, today) : 0;
  return (
    <aside className={classes.side} aria-label={text('plan.summary')}>
      <div className={classes.sideFirst}>
        {children}
        <Card title={text('plan.summary')} aside={desk.mayWrite && <EditPlan />}>
          <p className={plan.summary ? undefined : classes.note}>{plan.summary ?? text('plan.noSummary')}</p>
        </Card>
        <Card title={text('plan.review')}>
          <div className={classes.review}>
            {plan.reviewDate ? <Day date={plan.reviewDate} /> : <span className={classes.note}>{text('plan.noReview')}</span>}
            {late > 0 && <StatusBadge tone="bad" icon={IconAlertTriangle}>{text('date.late', { days: late })}</StatusBadge>}
          </div>
        </Card>
      </div>
      <div className={classes.sideMore}>
        {plan.agreements.length > 0 && <Agreements agreements={plan.agreements} />}
        {plan.attainment && <AttainmentScores attainment={plan.attainment} />}
        <TreatmentsTried activities={plan.activities} />
      </div>
    </aside>
  );
}

function EditPlan() {
  const text = useText();
  const desk = usePlanDesk();
  return (
    <ActionIcon id="edit-plan" variant="subtle" color="gray" c="dimmed" size={28} aria-label={text('planForm.title')} onClick={() => desk.open({ kind: 'plan' }, { opener: 'edit-plan' })}>
      <IconPencil size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
