import { Button } from '@mantine/core';
import { EmptyState } from '@plexus/ui';
import { IconTargetOff } from '@tabler/icons-react';
import { useText } from '../../../../shared/text.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import type { PanelAddress } from '../../model/panel-address.ts';
import { EditActivityForm, NewActivityForm } from './activity-form.tsx';
import { EditPlanForm } from './edit-plan-form.tsx';
import { EditGoalForm, NewGoalForm } from './goal-form.tsx';
import { MoveActivityForm, MoveGoalForm } from './move-forms.tsx';
import { PlanVerbForm } from './plan-verb-forms.tsx';

/** The form that the address asks for. All of them are one script, fetched when the first one is opened. */
export function PanelContent({ panel }: { panel: PanelAddress }) {
  const desk = usePlanDesk();
  switch (panel.kind) {
    case 'new-goal':
      return <NewGoalForm />;
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
      return panel.verb ? <MoveActivityForm activity={activity} verb={panel.verb} /> : <EditActivityForm activity={activity} at={panel.at} />;
    }
    case 'plan':
      return panel.verb ? <PlanVerbForm verb={panel.verb} /> : <EditPlanForm />;
  }
}

/** From an old link, or taken back by a colleague. */
function Gone() {
  const text = useText();
  const { close } = usePlanDesk();
  return <EmptyState icon={IconTargetOff} title={text('planPanel.gone')} action={<Button variant="default" onClick={close}>{text('action.close')}</Button>} />;
}
