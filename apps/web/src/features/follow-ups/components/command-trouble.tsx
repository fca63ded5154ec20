import { CommandAlert } from '../../../shared/command-alert.tsx';
import { ConflictPanel } from '../../../shared/conflict-panel.tsx';
import type { CommandOutcome } from '../../../shared/use-command.ts';

interface CommandTroubleProps {
  readonly outcome: CommandOutcome<unknown> | null;
  readonly isSending: boolean;
  readonly onKeepMine: () => void;
  readonly onKeepTheirs: () => void;
}

/** What stood in the way of a command that has no form. */
export function CommandTrouble({ outcome, isSending, onKeepMine, onKeepTheirs }: CommandTroubleProps) {
  if (outcome?.kind === 'conflict') return <ConflictPanel key={outcome.revision} entity="follow-up" groups={outcome.groups} isSending={isSending} onKeepMine={onKeepMine} onKeepTheirs={onKeepTheirs} />;
  return <CommandAlert outcome={outcome} fields={[]} />;
}
