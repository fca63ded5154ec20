import { StatusBadge } from '@plexus/ui';
import { IconEdit } from '@tabler/icons-react';
import type { GoalRatingPartsFragment } from '../../../gql/index.ts';
import { useShownNews } from '../../../shared/patient-news.ts';
import { useText } from '../../../shared/text.ts';
import { levelWords, ratingBefore } from '../model/attainment.ts';
import classes from './plan.module.css';

/** Which ratings of a goal are a colleague's news, each beside what the same rater had said before. */
export function RatingMark({ ratings }: { ratings: readonly GoalRatingPartsFragment[] }) {
  const text = useText();
  const { revisions } = useShownNews();
  const news = ratings.flatMap((rating) => {
    const revision = revisions.find(({ changes }) => changes.some(({ entityId }) => entityId === rating.id));
    return revision ? [{ rating, name: revision.person.name }] : [];
  });
  if (news.length === 0) return null;

  const say = (rating: GoalRatingPartsFragment): string => {
    const before = ratingBefore(ratings, rating);
    const after = { after: levelWords(rating.level), by: text(`raterBy.${rating.rater}`) };
    return before ? text('planNews.rated', { before: levelWords(before.level), ...after }) : text('planNews.ratedFirst', after);
  };
  return (
    <div className={classes.mark}>
      <StatusBadge tone="accent" icon={IconEdit}>{text('planNews.ratedBy', { name: [...new Set(news.map(({ name }) => name))].join(', ') })}</StatusBadge>
      <ul className={classes.detail}>{news.map(({ rating }) => <li key={rating.id}>{say(rating)}</li>)}</ul>
    </div>
  );
}
