import { StatusBadge } from '@plexus/ui';
import { IconCloudUpload } from '@tabler/icons-react';
import { useIsPending, usePendingCommands, type PendingCommand } from '../../../shared/outbox/outbox-context.ts';
import { usePastDay } from '../../../shared/past-day.ts';
import { useText } from '../../../shared/text.ts';
import { usePlanDesk, usePlanHands } from '../hooks/plan-desk.ts';
import classes from './plan.module.css';

const wordsOf = ({ variables: { input } }: PendingCommand): string => (typeof input.words === 'string' ? input.words : '');

/** What I changed of a goal or a part and nobody else has yet: it is on this device only. */
export function PendingMark({ id }: { id: string }) {
  const isPending = useIsPending(({ goalId, activityId }) => goalId === id || activityId === id);
  const isPast = usePastDay() !== null;
  return isPending && !isPast ? <LastPending id={id} /> : null;
}

function LastPending({ id }: { id: string }) {
  const pending = usePendingCommands(usePlanHands().patientId).filter(({ variables: { input } }) => input.goalId === id || input.activityId === id);
  const last = pending.at(-1);
  return last ? <div className={`${classes.mark} ${classes.pending}`}><PendingBadge command={last} /></div> : null;
}

/** Goals and parts that the server does not know yet stand nowhere in the plan: they are named above it. */
export function PendingNew() {
  const text = useText();
  const pending = usePendingCommands(usePlanDesk().patient.id).filter(({ operationName }) => operationName === 'ProposeGoal' || operationName === 'PlanActivity');
  const isPast = usePastDay() !== null;
  if (!pending.length || isPast) return null;
  return (
    <ul className={`${classes.pendingNew} ${classes.pending}`} aria-label={text('outbox.title')}>
      {pending.map((command) => (
        <li key={command.commandId}>
          <span>{text(command.operationName === 'ProposeGoal' ? 'command.ProposeGoal' : 'command.PlanActivity')} {wordsOf(command) && text('goal.quote', { words: wordsOf(command) })}</span>
          <PendingBadge command={command} />
        </li>
      ))}
    </ul>
  );
}

function PendingBadge({ command: { state } }: { command: PendingCommand }) {
  const text = useText();
  return <StatusBadge tone={state === 'waiting' || state === 'sending' ? 'warn' : 'bad'} icon={IconCloudUpload}>{text(`outbox.state.${state}`)}</StatusBadge>;
}
