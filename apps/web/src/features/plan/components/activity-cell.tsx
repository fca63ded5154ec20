import { columnLook, DisciplineAvatar, StatusBadge } from '@plexus/ui';
import type { ActivityCellFragment } from '../../../gql/index.ts';
import { daysBetween } from '../../../shared/day-words.ts';
import { avatarOf } from '../../../shared/person.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { isPast } from '../model/shape-plan.ts';
import classes from './plan.module.css';

/** One discipline's part: what, whose, how much, since when. What does not run says so in a word and is quieter. */
export function ActivityCell({ activity }: { activity: ActivityCellFragment }) {
  const text = useText();
  const { status, owner } = activity;
  const past = isPast(activity);
  return (
    <div className={[classes.activity, past ? classes.past : status !== 'ACTIVE' && classes.waiting].filter(Boolean).join(' ')} data-column={columnLook(activity.column)}>
      <div className={classes.activityTop}>
        <div className={classes.activityName}>{activity.name}</div>
        {owner ? <DisciplineAvatar size="tiny" person={avatarOf(owner, activity.discipline)} /> : <span className={classes.byPatient}>{text('activity.byPatient')}</span>}
      </div>
      {status !== 'ACTIVE' && <StatusBadge tone={status === 'ON_HOLD' ? 'warn' : 'calm'}>{text(`activityStatus.${status}`)}</StatusBadge>}
      {activity.doseText && <div>{activity.doseText}</div>}
      <Times activity={activity} />
      {status !== 'ACTIVE' && activity.reason && <div className={classes.reason}>{activity.reason}</div>}
    </div>
  );
}

function Times({ activity: { status, startsOn, reviewOn, endsOn } }: { activity: ActivityCellFragment }) {
  const text = useText();
  const dates = useDates();
  const isOver = status === 'COMPLETED' || status === 'STOPPED' || status === 'DECLINED';
  const lateBy = reviewOn ? daysBetween(reviewOn, dates.today) : 0;
  const entries: [string, string, boolean?][] = [];
  if (startsOn && status !== 'DECLINED') {
    entries.push([text(daysBetween(dates.today, startsOn) > 0 ? 'activity.starts' : 'activity.since', { date: dates.said(startsOn) }), startsOn]);
  }
  if (reviewOn && !isOver) {
    entries.push(lateBy > 0
      ? [text('activity.reviewLate', { late: text('date.late', { days: lateBy }) }), reviewOn, true]
      : [text('activity.review', { date: dates.said(reviewOn) }), reviewOn]);
  }
  if (endsOn) entries.push([text(isOver ? 'activity.ended' : 'activity.ends', { date: dates.said(endsOn) }), endsOn]);
  if (!entries.length) return null;
  return (
    <div className={classes.times}>
      {entries.map(([words, date, isLate], place) => (
        <span key={words}><time dateTime={date} title={dates.full(date)} className={isLate ? classes.late : undefined}>{words}</time>{place < entries.length - 1 && '\u00a0· '}</span>
      ))}
    </div>
  );
}
