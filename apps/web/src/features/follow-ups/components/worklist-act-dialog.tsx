import type { ActDialog, WorklistActs } from '../hooks/use-worklist-acts.ts';
import { WorklistAssign } from './worklist-assign.tsx';
import { WorklistDay } from './worklist-day.tsx';

/** What an act needs to know before it is done. */
export function WorklistActDialog({ dialog, acts }: { dialog: ActDialog; acts: WorklistActs }) {
  if (dialog.act === 'assign') return <WorklistAssign rows={dialog.rows} onClose={acts.closeDialog} onChoose={(choice) => acts.chooseAssignee(dialog, choice)} />;
  return <WorklistDay act={dialog.act} count={dialog.rows.length} onClose={acts.closeDialog} onChoose={(day) => acts.chooseDay(dialog, day)} />;
}
