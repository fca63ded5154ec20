import { Button } from '@mantine/core';
import { columnLook, DisciplineAvatar, StatusBadge } from '@plexus/ui';
import { memo } from 'react';
import type { ActivityCellFragment, GoalRatingPartsFragment } from '../../../gql/index.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePlanHands } from '../hooks/plan-desk.ts';
import { useWhenWords } from '../hooks/use-thing-words.ts';
import { isPast } from '../model/shape-plan.ts';
import { Evidence } from './evidence.tsx';
import { OrderLines } from './order-line.tsx';
import classes from './plan.module.css';
import { ActivityMenu } from './thing-menu.tsx';
import { ThingNews } from './thing-news.tsx';

/** One discipline's part: what, whose, how much, since when. What does not run says so in a word and is quieter. */
export const ActivityCell = memo(function ActivityCell({ activity, rating }: { activity: ActivityCellFragment; rating?: GoalRatingPartsFragment }) {
  const text = useText();
  const { status, owner } = activity;
  const past = isPast(activity);
  return (
    <ThingNews entity="activity" id={activity.id} className={classes.thing}>
      <div className={[classes.activity, past ? classes.past : status !== 'ACTIVE' && classes.waiting].filter(Boolean).join(' ')} data-column={columnLook(activity.column)}>
        <div className={classes.activityHead}>
          <ActivityName activity={activity} />
          <span className={classes.owner}>
            {owner && <DisciplineAvatar size="tiny" person={avatarOf(owner, activity.discipline)} />}
            <ActivityMenu activity={activity} />
          </span>
        </div>
        {status !== 'ACTIVE' && <StatusBadge tone={status === 'ON_HOLD' ? 'warn' : 'calm'}>{text(`activityStatus.${status}`)}</StatusBadge>}
        <OrderLines activity={activity} />
        <WhoseAndWhen activity={activity} />
        {activity.reason && <div className={classes.times}>{text('activity.indication', { reason: activity.reason })}</div>}
        {past && activity.details.outcome && <div>{text(`value.activity.outcome.${activity.details.outcome}`)}</div>}
        {activity.nextStep && !past && <div>{text('activity.nextStep', { step: activity.nextStep })}</div>}
        <Evidence activity={activity} rating={rating} />
        {status !== 'ACTIVE' && activity.statusReason && <div className={classes.reason}>{activity.statusReason}</div>}
        {!activity.goalIds.length && !past && <TieToGoal activity={activity} />}
      </div>
    </ThingNews>
  );
});

/** The name opens the part; who may not write, and what is over, has no button. */
function ActivityName({ activity: { id, name, transitions } }: { activity: ActivityCellFragment }) {
  const hands = usePlanHands();
  if (!hands.mayWrite || transitions.length === 0) return <div className={classes.activityName}>{name}</div>;
  const opener = `activity-${id}`;
  return <div className={classes.activityName}><button type="button" id={opener} className={classes.opener} onClick={() => hands.open({ kind: 'activity', id }, { opener })}>{name}</button></div>;
}

/** No goal explains it: the step that mends it. */
function TieToGoal({ activity: { id, name } }: { activity: ActivityCellFragment }) {
  const text = useText();
  const hands = usePlanHands();
  if (!hands.mayWrite) return null;
  const opener = `tie-${id}`;
  const words = text('activity.tie');
  return (
    <div className={classes.mending}>
      <Button id={opener} size="compact-xs" variant="default" aria-label={text('planMenu.about', { words, name })} onClick={() => hands.open({ kind: 'activity', id, at: 'goalIds' }, { opener })}>{words}</Button>
    </div>
  );
}

/** What nobody on the team does, the patient does: that is said in a word. */
function WhoseAndWhen({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const dates = useDates();
  const entries = useWhenWords()(activity);
  const { owner } = activity;
  if (!entries.length && owner) return null;
  return (
    <div className={classes.times}>
      {!owner && <><span className={classes.byPatient}>{text('activity.byPatient')}</span>{entries.length > 0 && '\u00a0· '}</>}
      {entries.map(({ words, date, isLate }, place) => (
        <span key={words}><time dateTime={date} title={dates.full(date)} className={isLate ? classes.late : undefined}>{words}</time>{place < entries.length - 1 && '\u00a0· '}</span>
      ))}
    </div>
  );
}
