import { StatusBadge } from '@plexus/ui';
import { sources } from '@plexus/catalogue';
import { IconBellRinging } from '@tabler/icons-react';
import type { FollowUpPartsFragment } from '../../../gql/index.ts';
import { dayOf, daysBetween } from '../../../shared/day-words.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useViewer } from '../../../shared/viewer.ts';
import classes from './follow-ups.module.css';

const SOURCE = sources.find(({ key }) => key === 'JUDGE')!.title;

/** What the server did because nobody moved it: the step it has come to, and those before. */
export function Escalations({ escalations }: Pick<FollowUpPartsFragment, 'escalations'>) {
  const text = useText();
  const { today } = useDates();
  const { timeZone } = useViewer().organization;
  const [latest, ...before] = escalations.map(({ step, at }) => text(`escalation.${step}`, { days: daysBetween(dayOf(at, timeZone), today) })).reverse();
  if (!latest) return null;
  return (
    <div>
      <StatusBadge tone="warn" icon={IconBellRinging}>{latest}</StatusBadge>
      {before.map((words) => <span key={words} className={classes.note}>{words}</span>)}
      <span className={classes.note}>{text('escalation.rule', { source: SOURCE })}</span>
    </div>
  );
}
