import { Button } from '@mantine/core';
import type { GoalRatingPartsFragment } from '../../../../gql/index.ts';
import { useText } from '../../../../shared/text.ts';
import { useDates } from '../../../../shared/use-dates.ts';
import { usePlanDesk } from '../../hooks/plan-desk.ts';
import { levelWords, RATERS } from '../../model/attainment.ts';
import classes from '../attainment.module.css';
import { RaterIcon } from '../attainment.tsx';
import panelClasses from './panel.module.css';

/** As many of one rater as the server sends. */
const MOST_RATINGS = 20;

/** Every rating with the words under which it was given, newest first. */
export function RatingList({ ratings }: { ratings: readonly GoalRatingPartsFragment[] }) {
  const text = useText();
  const isCut = RATERS.some((rater) => ratings.filter((rating) => rating.rater === rater).length === MOST_RATINGS);
  return (
    <section className={panelClasses.plain}>
      <h3 className={classes.listTitle}>{text('ratings.title')}</h3>
      {ratings.length === 0 && <p className={panelClasses.hint}>{text('ratings.none')}</p>}
      <ul className={classes.ratings}>{ratings.map((rating) => <RatingLine key={rating.id} rating={rating} />)}</ul>
      {isCut && <p className={panelClasses.hint}>{text('ratings.older')}</p>}
    </section>
  );
}

function RatingLine({ rating: { id, level, rater, ratedOn, note, words, recordedBy } }: { rating: GoalRatingPartsFragment }) {
  const text = useText();
  const dates = useDates();
  const desk = usePlanDesk();
  const said = { level: levelWords(level), by: text(`raterBy.${rater}`), date: dates.said(ratedOn) };
  return (
    <li className={classes.rating}>
      <span><RaterIcon rater={rater} />{text('ratings.line', said)}</span>
      <Button variant="subtle" color="gray" size="compact-xs" aria-label={text('ratings.withdrawAbout', said)} onClick={() => desk.open({ kind: 'rating', id }, { replace: true })}>{text('ratings.withdraw')}</Button>
      <p><q>{words}</q></p>
      {note && <p>{note}</p>}
      <p><time dateTime={ratedOn} title={dates.full(ratedOn)}>{text('ratings.recorded', { date: said.date, name: recordedBy.name })}</time></p>
    </li>
  );
}
