import { ActionIcon } from '@mantine/core';
import { Card } from '@plexus/ui';
import { IconPlus } from '@tabler/icons-react';
import type { ActivityCellFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { useDates } from '../../../shared/use-dates.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import { isPast } from '../model/shape-plan.ts';
import classes from './plan.module.css';

/** More than these wait behind a toggle. */
const FIRST = 4;

/** What ended here or was tried before, newest first: what a later step asks for. */
export function TreatmentsTried({ activities }: { activities: readonly ActivityCellFragment[] }) {
  const text = useText();
  const desk = usePlanDesk();
  // A review or an assessment that was held is no treatment that was tried.
  const tried = activities
    .filter((activity) => isPast(activity) && activity.form !== 'REVIEW' && activity.form !== 'ASSESSMENT' && activity.form !== 'REFERRAL')
    .toSorted((a, b) => (b.endsOn ?? '').localeCompare(a.endsOn ?? ''));
  return (
    <Card title={text('history.tried.title')} aside={desk.mayWrite && <AddTried />}>
      {tried.length === 0 && <p className={classes.note}>{text('history.tried.none')}</p>}
      <TriedList tried={tried.slice(0, FIRST)} />
      {tried.length > FIRST && (
        <details className={classes.more}>
          <summary>{text('history.tried.more', { count: tried.length - FIRST })}</summary>
          <TriedList tried={tried.slice(FIRST)} />
        </details>
      )}
    </Card>
  );
}

function TriedList({ tried }: { tried: readonly ActivityCellFragment[] }) {
  const text = useText();
  const dates = useDates();
  return (
    <ul className={classes.tried}>
      {tried.map(({ id, name, details: { outcome }, status, statusReason, endsOn }) => (
        <li key={id}>
          <span className={classes.triedName}>{name}</span>
          <span className={classes.triedHow}>
            {outcome ? text(`value.activity.outcome.${outcome}`) : text(status === 'DECLINED' ? 'value.activity.outcome.declined' : 'history.tried.noOutcome')}
            {endsOn && <> · <time dateTime={endsOn} title={dates.full(endsOn)}>{text('activity.ended', { date: dates.said(endsOn) })}</time></>}
          </span>
          {statusReason && <span className={classes.note}>{statusReason}</span>}
        </li>
      ))}
    </ul>
  );
}

function AddTried() {
  const text = useText();
  const desk = usePlanDesk();
  return (
    <ActionIcon id="add-tried" variant="subtle" color="gray" c="dimmed" size={28} aria-label={text('pastForm.menu')} onClick={() => desk.open({ kind: 'past-treatment' }, { opener: 'add-tried' })}>
      <IconPlus size={16} aria-hidden="true" />
    </ActionIcon>
  );
}
