import { AvatarStack, DisciplineAvatar, StatusBadge } from '@plexus/ui';
import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useIntl } from 'react-intl';
import type { GoalCellFragment } from '../../../gql/index.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import type { GoalRow } from '../model/shape-plan.ts';
import { goalBadge } from '../model/tones.ts';
import classes from './plan.module.css';

/** One goal: the patient's words first, then how it stands, whose it is and where it should lead. */
export function GoalCell({ row: { goal, hasNoPart } }: { row: GoalRow }) {
  const text = useText();
  const badge = goalBadge(goal);
  const isOpen = goal.endedOn === null;
  return (
    <div className={classes.goal}>
      <div className={classes.goalTop}>
        <span className={classes.badges}>
          <StatusBadge tone={badge.tone}>{text(badge.id)}</StatusBadge>
          {isOpen && !goal.owner && <StatusBadge tone="warn" icon={IconUserQuestion}>{text('goal.noOwner')}</StatusBadge>}
        </span>
        {goal.owner && <DisciplineAvatar person={{ ...avatarOf(goal.owner), label: text('goal.owner', { name: avatarOf(goal.owner).label }) }} />}
      </div>
      <p className={classes.domain}>{text(`goalDomain.${goal.domain}`)}</p>
      <p className={classes.words}>{text('goal.quote', { words: goal.words })}</p>
      {goal.restatement && <p className={classes.restatement}>{goal.restatement}</p>}
      <TargetLine goal={goal} />
      {goal.endReason && <p className={classes.note}>{goal.endReason}</p>}
      {goal.participants.length > 0 && (
        <div className={classes.participants}>
          <span>{text('goal.with')}</span>
          <AvatarStack size="small" label={text('goal.with')} people={goal.participants.map((person) => avatarOf(person))} />
        </div>
      )}
      {hasNoPart && <p className={classes.lacking}><IconAlertTriangle size={14} aria-hidden="true" />{text('goal.noPart')}</p>}
    </div>
  );
}

function TargetLine({ goal: { target, endedOn } }: { goal: GoalCellFragment }): ReactNode {
  const text = useText();
  const intl = useIntl();
  const dates = useDates();
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 }).replace('-', '−');
  const parts: string[] = [];
  if (target && target.value !== null) {
    const value = [number(target.value), target.unit].filter(Boolean).join(' ');
    const measure = target.measureName ?? text('goal.target.words');
    parts.push(target.baseline === null ? text('goal.target.to', { measure, value }) : text('goal.target.fromTo', { measure, baseline: number(target.baseline), value }));
  }
  if (target?.date) {
    const date = dates.said(target.date);
    parts.splice(0, parts.length, parts[0] ? text('goal.target.by', { target: parts[0], date }) : text('goal.target.byOnly', { date }));
  }
  if (endedOn) parts.push(text('goal.ended', { date: dates.said(endedOn) }));
  return parts.length ? <p className={classes.note} title={target?.date ? dates.full(target.date) : undefined}>{parts.join(' · ')}</p> : null;
}
