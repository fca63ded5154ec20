import { EditGoalDocument, MoveActivityDocument, MoveGoalDocument, type ActivityCellFragment, type ActivityVerb, type GoalCellFragment, type GoalVerb, type PlanChangePartsFragment } from '../../../gql/index.ts';
import { notice } from '../../../shared/notices.tsx';
import { useText } from '../../../shared/text.ts';
import type { CommandOutcome } from '../../../shared/use-command.ts';
import { usePlanDesk } from './plan-desk.ts';
import { useOutcomeWords } from './use-outcome-words.ts';
import { usePlanCommand } from './use-plan-command.ts';

/** Verbs that need no further word. The others open the panel. */
export const QUICK_GOAL_VERBS: readonly GoalVerb[] = ['ACTIVATE', 'RESUME'];
export const QUICK_ACTIVITY_VERBS: readonly ActivityVerb[] = ['START', 'RESUME'];

/** What is done at one press; what stands in the way is said in the corner, because there is no form. */
export function useQuickVerbs() {
  const text = useText();
  const desk = usePlanDesk();
  const sayOutcome = useOutcomeWords();
  const moveGoal = usePlanCommand(MoveGoalDocument);
  const moveActivity = usePlanCommand(MoveActivityDocument);
  const editGoal = usePlanCommand(EditGoalDocument);

  function settle(outcome: CommandOutcome<PlanChangePartsFragment>, said: string, fields: readonly string[]) {
    if (outcome.kind === 'done') desk.settle(outcome.value, { said, fields });
    else if (outcome.kind === 'kept') notice(text('outbox.kept'));
    else notice(text('planDone.refused', { why: sayOutcome(outcome) }), 'bad');
  }

  return {
    moveGoal: async ({ id }: GoalCellFragment, verb: GoalVerb) =>
      settle(await moveGoal.run({ goalId: id, verb }, desk.revision, { thing: id }), text(`planDone.goal.${verb}`), ['status']),
    moveActivity: async ({ id }: ActivityCellFragment, verb: ActivityVerb) =>
      settle(await moveActivity.run({ activityId: id, verb }, desk.revision, { thing: id }), text(`planDone.activity.${verb}`), ['status']),
    takeGoal: async ({ id }: GoalCellFragment) =>
      settle(await editGoal.run({ goalId: id, ownerId: desk.viewerId }, desk.revision, { thing: id }), text('planDone.goal.taken'), ['owner']),
  };
}
