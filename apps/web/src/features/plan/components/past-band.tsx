import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from 'react-router';
import type { MomentInput, PlanAsOfQuery } from '../../../gql/index.ts';
import { differenceBetween } from '../../../shared/moments.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import classes from './past.module.css';

interface PastBandProps {
  readonly patientId: string;
  readonly asked: MomentInput;
  /** Undefined until it is known. */
  readonly then: PlanAsOfQuery['patient']['planAsOf'] | undefined;
}

/** That this is the past, of when, and the way back. The region is there before its words, because screen readers announce only what changes in one. */
export function PastBand({ patientId, asked, then }: PastBandProps) {
  const text = useText();
  const dates = useDates();
  const said = then && (asked.day == null ? text('past.ofRevision', { revision: then.revision, instant: dates.fullInstant(then.at) }) : text('past.ofDay', { date: dates.full(then.day), revision: then.revision }));
  return (
    <div className={classes.band}>
      <IconHistory size={20} aria-hidden="true" />
      <div className={classes.words} role="status">
        {said && <p><strong>{said}</strong> · {text('past.readOnly')}</p>}
        {said && <p className={classes.note}>{text('past.note')}</p>}
      </div>
      <Button component={Link} to={differenceBetween(patientId, asked, { day: dates.today })} variant="default" size="compact-md">{text('past.compare')}</Button>
      <Button component={Link} to={`/patients/${patientId}/plan`} size="compact-md">{text('past.back')}</Button>
    </div>
  );
}
