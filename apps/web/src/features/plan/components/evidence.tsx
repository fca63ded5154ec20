import type { ActivityCellFragment, GoalRatingPartsFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { useViewer } from '../../../shared/viewer.ts';
import { lastEvidence, levelWords } from '../model/attainment.ts';
import classes from './plan.module.css';

/** When something was last recorded that says how this part goes. */
export function Evidence({ activity, rating }: { activity: ActivityCellFragment; rating: GoalRatingPartsFragment | undefined }) {
  const text = useText();
  const dates = useDates();
  const { timeZone } = useViewer().organization;
  const evidence = lastEvidence(activity, rating, timeZone);
  if (!evidence) return null;
  const day = 'rating' in evidence ? evidence.rating.ratedOn : evidence.changedOn;
  const date = dates.said(day);
  const words = 'rating' in evidence
    ? text('evidence.rated', { level: levelWords(evidence.rating.level), by: text(`raterBy.${evidence.rating.rater}`), date })
    : text('evidence.changed', { date });
  return <div className={classes.times}><time dateTime={day} title={dates.full(day)}>{words}</time></div>;
}
