import { VisuallyHidden } from '@mantine/core';
import { IconStethoscope, IconUser } from '@tabler/icons-react';
import type { GoalCellFragment, GoalRatingPartsFragment, Rater } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { usePlanHands } from '../hooks/plan-desk.ts';
import { useMarkWords } from '../hooks/use-thing-words.ts';
import { ATTAINMENT_LEVELS, RATERS, isRateable, latestBy, levelWords } from '../model/attainment.ts';
import classes from './attainment.module.css';

const ICONS = { CLINICIAN: IconStethoscope, PATIENT: IconUser } as const;

export function RaterIcon({ rater }: { rater: Rater }) {
  const Icon = ICONS[rater];
  return <Icon size={14} aria-hidden="true" />;
}

/** How far a goal is attained, by its clinicians and by the patient: a small scale, and the same in words. It opens the rating. */
export function Attainment({ goal }: { goal: GoalCellFragment }) {
  const text = useText();
  const hands = usePlanHands();
  const marks = RATERS.flatMap((rater) => latestBy(goal.ratings, rater) ?? []);
  const words = useMarkWords()(marks);
  // Whose part ratings are not is told nothing of them, also not that there are none.
  if (goal.ratings === null || (!goal.scale && marks.length === 0)) return null;
  const content = <><Track marks={marks} /><span className={classes.words}>{words}</span></>;
  if (!hands.mayWrite || !isRateable(goal)) return <div className={classes.attainment}>{content}</div>;
  const id = `attainment-${goal.id}`;
  return (
    <button type="button" id={id} className={classes.attainment} onClick={() => hands.open({ kind: 'attainment', id: goal.id }, { opener: id })}>
      <VisuallyHidden>{text('attainment.of', { goal: goal.words })} </VisuallyHidden>
      {content}
    </button>
  );
}

function Track({ marks }: { marks: readonly GoalRatingPartsFragment[] }) {
  return (
    <span className={classes.track} aria-hidden="true">
      {ATTAINMENT_LEVELS.map((level) => {
        const here = marks.filter((mark) => mark.level === level);
        return <span key={level} className={classes.step} data-marked={here.length > 0 || undefined}>{here.length > 0 ? here.map(({ rater }) => <RaterIcon key={rater} rater={rater} />) : levelWords(level)}</span>;
      })}
    </span>
  );
}
