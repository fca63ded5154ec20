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
      {owner && <span className={classes.owner}><DisciplineAvatar size="tiny" person={avatarOf(owner, activity.discipline)} /></span>}
      <div className={classes.activityName}>{activity.name}</div>
      {status !== 'ACTIVE' && <StatusBadge tone={status === 'ON_HOLD' ? 'warn' : 'calm'}>{text(`activityStatus.${status}`)}</StatusBadge>}
      {activity.doseText && <div>{activity.doseText}</div>}
      <WhoseAndWhen activity={activity} />
      {status !== 'ACTIVE' && activity.reason && <div className={classes.reason}>{activity.reason}</div>}
    </div>
  );
}

/** What nobody on the team does, the patient does: that is said in a word. */
function WhoseAndWhen({ activity: { owner, status, startsOn, reviewOn, endsOn } }: { activity: ActivityCellFragment }) {
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
  if (!entries.length && owner) return null;
  return (
    <div className={classes.times}>
      {!owner && <><span className={classes.byPatient}>{text('activity.byPatient')}</span>{entries.length > 0 && '\u00a0· '}</>}
      {entries.map(([words, date, isLate], place) => (
        <span key={words}><time dateTime={date} title={dates.full(date)} className={isLate ? classes.late : undefined}>{words}</time>{place < entries.length - 1 && '\u00a0· '}</span>
      ))}
    </div>
  );
}
