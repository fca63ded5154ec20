import { useIntl } from 'react-intl';
import type { ActivityCellFragment, GoalCellFragment, GoalRatingPartsFragment } from '../../../gql/index.ts';
import { daysBetween } from '../../../shared/day-words.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { levelWords } from '../model/attainment.ts';
import { isPast } from '../model/shape-plan.ts';

/** Where a goal should lead, and when it ended: "Stairs 2 → 4 floors by 12 Apr". */
export function useTargetWords(): (goal: GoalCellFragment) => string {
  const text = useText();
  const intl = useIntl();
  const dates = useDates();
  const number = (value: number) => intl.formatNumber(value, { maximumFractionDigits: 2 }).replace('-', '−');
  return ({ target, endedOn }) => {
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
    return parts.join(' · ');
  };
}

export interface When {
  readonly words: string;
  readonly date: string;
  readonly isLate: boolean;
}

/** Since when a part runs, when it is looked at again, when it ends. */
export function useWhenWords(): (activity: ActivityCellFragment) => readonly When[] {
  const text = useText();
  const dates = useDates();
  return (activity) => {
    const { status, startsOn, reviewOn, endsOn } = activity;
    const isOver = isPast(activity);
    const lateBy = reviewOn ? daysBetween(reviewOn, dates.today) : 0;
    const entries: When[] = [];
    if (startsOn && status !== 'DECLINED') {
      entries.push({ words: text(daysBetween(dates.today, startsOn) > 0 ? 'activity.starts' : 'activity.since', { date: dates.said(startsOn) }), date: startsOn, isLate: false });
    }
    if (reviewOn && !isOver) {
      const words = lateBy > 0 ? text('activity.reviewLate', { late: text('date.late', { days: lateBy }) }) : text('activity.review', { date: dates.said(reviewOn) });
      entries.push({ words, date: reviewOn, isLate: lateBy > 0 });
    }
    if (endsOn) entries.push({ words: text(isOver ? 'activity.ended' : 'activity.ends', { date: dates.said(endsOn) }), date: endsOn, isLate: false });
    return entries;
  };
}

/** +1 clinician · 0 patient · 12 Oct; each with its day where the days differ. */
export function useMarkWords(): (marks: readonly GoalRatingPartsFragment[]) => string {
  const text = useText();
  const dates = useDates();
  return (marks) => {
    const [first] = marks;
    if (!first) return text('attainment.notRated');
    const mark = (id: 'attainment.mark' | 'attainment.markOn') => ({ level, rater, ratedOn }: GoalRatingPartsFragment) =>
      text(id, { level: levelWords(level), rater: text(`rater.${rater}`), date: dates.said(ratedOn) });
    const isOneDay = marks.every(({ ratedOn }) => ratedOn === first.ratedOn);
    return (isOneDay ? [...marks.map(mark('attainment.mark')), dates.said(first.ratedOn)] : marks.map(mark('attainment.markOn'))).join(' · ');
  };
}
