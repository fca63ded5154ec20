import { Card } from '@plexus/ui';
import { useIntl } from 'react-intl';
import type { PlanSheetFragment, Rater } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import classes from './attainment.module.css';
import { RaterIcon } from './attainment.tsx';

type Scores = NonNullable<PlanSheetFragment['attainment']>;

/** The T-score over the goals, the clinicians' and the patient's beside each other and never mixed, with where it is from. */
export function AttainmentScores({ attainment: { clinician, patient, source, sourceStatus } }: { attainment: Scores }) {
  const text = useText();
  return (
    <Card title={text('scores.title')}>
      <div className={classes.scores}>
        <Score rater="CLINICIAN" score={clinician} />
        <Score rater="PATIENT" score={patient} />
        {clinician || patient ? <p>{text('scores.meaning')} {text('scores.source', { source, status: sourceStatus })}</p> : <p>{text('scores.none')}</p>}
      </div>
    </Card>
  );
}

function Score({ rater, score }: { rater: Rater; score: Scores['clinician'] }) {
  const text = useText();
  const intl = useIntl();
  if (!score) return null;
  const value = intl.formatNumber(score.value, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  return <div className={classes.score}><RaterIcon rater={rater} /><span><strong>{text('scores.line', { value, rater: text(`rater.${rater}`) })}</strong>, {text('scores.from', { goals: score.goals })}</span></div>;
}
