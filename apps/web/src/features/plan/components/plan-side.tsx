import { ActionIcon } from '@mantine/core';
import { Card, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconPencil } from '@tabler/icons-react';
import type { PlanPageQuery } from '../../../gql/index.ts';
import { Day } from '../../../shared/day.tsx';
import { daysBetween } from '../../../shared/day-words.ts';
import { useText } from '../../../shared/text.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import { AttainmentScores } from './attainment-scores.tsx';
import classes from './plan.module.css';
import { SincePanel } from './since-panel.tsx';
import { TreatmentsTried } from './treatments-tried.tsx';

/** What changed since the viewer last looked, what the whole plan says in a paragraph, and when it is looked at again. */
export function PlanSide({ patient }: { patient: PlanPageQuery['patient'] }) {
  const text = useText();
  const desk = usePlanDesk();
  const { today } = useViewer().organization;
  const { plan } = patient;
  const late = plan.reviewDate ? daysBetween(plan.reviewDate, today) : 0;
  return (
    <aside className={classes.side} aria-label={text('plan.summary')}>
      {patient.viewer.may.includes('HISTORY_READ') && <SincePanel patientId={patient.id} plan={plan} />}
      <Card title={text('plan.summary')} aside={desk.mayWrite && <EditPlan />}>
        <p className={plan.summary ? undefined : classes.note}>{plan.summary ?? text('plan.noSummary')}</p>
      </Card>
      <Card title={text('plan.review')}>
        <div className={classes.review}>
          {plan.reviewDate ? <Day date={plan.reviewDate} /> : <span className={classes.note}>{text('plan.noReview')}</span>}
          {late > 0 && <StatusBadge tone="bad" icon={IconAlertTriangle}>{text('date.late', { days: late })}</StatusBadge>}
        </div>
      </Card>
      {plan.attainment && <AttainmentScores attainment={plan.attainment} />}
      <TreatmentsTried activities={plan.activities} />
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
