import { Button } from '@mantine/core';
import { EmptyState } from '@plexus/ui';
import { IconTargetOff } from '@tabler/icons-react';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import type { PanelAddress } from '../../model/panel-address.ts';
import { AsOfForm } from './as-of-form.tsx';
import { EditActivityForm, NewActivityForm } from './activity-form.tsx';
import { EditPlanForm } from './edit-plan-form.tsx';
import { EditGoalForm, NewGoalForm } from './goal-form.tsx';
import { HistoryPanel } from './history-panel.tsx';
import { MoveActivityForm, MoveGoalForm } from './move-forms.tsx';
import { PlanVerbForm } from './plan-verb-forms.tsx';
import { RateGoalForm } from './rate-goal-form.tsx';
import { ScaleForm } from './scale-form.tsx';
import { TemplateForm } from './template-form.tsx';
import { DecideForm, PastTreatmentForm } from './trial-forms.tsx';
import { WithdrawRatingForm } from './withdraw-rating-form.tsx';

/** The form that the address asks for. All of them are one script, fetched when the first one is opened. */
export function PanelContent({ panel }: { panel: PanelAddress }) {
  const desk = usePlanDesk();
  switch (panel.kind) {
    case 'new-goal':
      return <NewGoalForm domain={panel.domain} />;
    case 'goal': {
      const goal = desk.goal(panel.id);
      if (!goal) return <Gone />;
      return panel.verb ? <MoveGoalForm goal={goal} verb={panel.verb} /> : <EditGoalForm goal={goal} at={panel.at} />;
    }
    case 'new-activity':
      return <NewActivityForm goalId={panel.goalId} column={panel.column} />;
    case 'activity': {
      const activity = desk.activity(panel.id);
      if (!activity) return <Gone />;
      if (panel.verb === 'DECIDE') return <DecideForm activity={activity} />;
      return panel.verb ? <MoveActivityForm activity={activity} verb={panel.verb} /> : <EditActivityForm activity={activity} at={panel.at} />;
    }
    case 'past-treatment':
      return <PastTreatmentForm />;
    case 'attainment':
    case 'scale': {
      const goal = desk.goal(panel.id);
      if (!goal) return <Gone />;
      return panel.kind === 'attainment' && goal.scale && goal.startedOn ? <RateGoalForm goal={goal} scale={goal.scale} /> : <ScaleForm goal={goal} />;
    }
    case 'rating': {
      const goal = desk.patient.plan.goals.find(({ ratings }) => ratings?.some(({ id }) => id === panel.id));
      return goal ? <WithdrawRatingForm goal={goal} rating={goal.ratings!.find(({ id }) => id === panel.id)!} /> : <Gone />;
    }
    case 'plan':
      return panel.verb ? <PlanVerbForm verb={panel.verb} /> : <EditPlanForm />;
    case 'template':
      return <TemplateForm />;
    case 'as-of':
      return <AsOfForm />;
    case 'history':
      return <HistoryPanel thing={panel} />;
  }
}

/** From an old link, or taken back by a colleague. */
function Gone() {
  const text = useText();
  const { close } = usePlanDesk();
  return <EmptyState icon={IconTargetOff} title={text('planPanel.gone')} action={<Button variant="default" onClick={close}>{text('action.close')}</Button>} />;
}
