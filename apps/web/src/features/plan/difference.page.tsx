import { useQuery } from '@apollo/client/react';
import { Card, EmptyState, ListSkeleton, StatusBadge } from '@plexus/ui';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router';
import { RecordDifferenceDocument, type MomentInput, type RecordDifferenceQuery, type ThingDifferencePartsFragment } from '../../gql/index.ts';
import { ChangeLines } from '../../shared/changes/change-lines.tsx';
import { columnIdOf, disciplineName, planColumns } from '../../shared/labels.ts';
import { differenceBetween, planThen, readMoment } from '../../shared/moments.ts';
import { PageTitle } from '../../shared/page-title.tsx';
import { useText } from '../../shared/text.ts';
import { useDates } from '../../shared/use-dates.ts';
import { DayForm } from './components/day-form.tsx';
import { MomentFault } from './components/moment-fault.tsx';
import classes from './components/past.module.css';
import { groupDifference, type DifferenceGroup } from './model/group-difference.ts';

/** What is different between two moments of a record, `?from=2026-10-28&to=312`. */
export function DifferencePage() {
  const { patientId = '' } = useParams();
  const text = useText();
  const dates = useDates();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const from = readMoment(params, 'from');
  const to = readMoment(params, 'to');
  const fields = [
    { name: 'from' as const, label: text('difference.from'), value: from?.day ?? '' },
    { name: 'to' as const, label: text('difference.to'), value: to?.day ?? dates.today },
  ];
  return (
    <div className={classes.page}>
      <PageTitle id="difference.title" />
      <Card title={text('difference.title')}>
        <DayForm key={params.toString()} fields={fields} submit={text('difference.show')} onDays={(days) => void navigate(differenceBetween(patientId, { day: days.from }, { day: days.to }))} />
      </Card>
      {from && to ? <Difference patientId={patientId} from={from} to={to} /> : <p className={classes.note}>{text('difference.choose')}</p>}
    </div>
  );
}

interface DifferenceProps {
  readonly patientId: string;
  readonly from: MomentInput;
  readonly to: MomentInput;
}

function Difference({ patientId, from, to }: DifferenceProps) {
  const text = useText();
  const { data, error, refetch } = useQuery(RecordDifferenceDocument, { variables: { patientId, from, to }, fetchPolicy: 'no-cache' });
  if (error) return <MomentFault error={error} onRetry={() => void refetch().catch(() => undefined)} action={null} />;
  if (!data) return <ListSkeleton label={text('app.loading')} lines={5} height={90} />;
  const { difference } = data.patient;
  const groups = groupDifference(difference.things, planColumns, columnIdOf);
  return (
    <>
      <Moments patientId={patientId} difference={difference} />
      {groups.length === 0 && <Card><EmptyState title={text('difference.none')}>{text('difference.noneNext')}</EmptyState></Card>}
      {groups.map((group) => <Group key={group.id} group={group} />)}
    </>
  );
}

/** Which two moments these are, each with the plan as it then stood. */
function Moments({ patientId, difference: { from, to } }: { patientId: string; difference: RecordDifferenceQuery['patient']['difference'] }) {
  const text = useText();
  const dates = useDates();
  return (
    <p className={classes.moments} role="status">
      <Link to={planThen(patientId, { revision: from.revision })}>{text('difference.fromMoment', { date: dates.full(from.day), revision: from.revision })}</Link>
      <Link to={planThen(patientId, { revision: to.revision })}>{text('difference.toMoment', { date: dates.full(to.day), revision: to.revision })}</Link>
    </p>
  );
}

function Group({ group: { title, parts } }: { group: DifferenceGroup }) {
  const text = useText();
  return (
    <Card title={'goal' in title ? text('difference.goal', { words: title.goal }) : text(`difference.area.${title.area}`)}>
      {parts.map(({ discipline, things }) => (
        <div key={discipline ?? ''}>
          {discipline && <h3 className={classes.discipline}>{disciplineName(discipline)}</h3>}
          {things.map((thing) => <ThingDifference key={thing.entityId} thing={thing} />)}
        </div>
      ))}
    </Card>
  );
}

function ThingDifference({ thing: { difference, changes } }: { thing: ThingDifferencePartsFragment }) {
  const text = useText();
  const mark = difference !== 'CHANGED' && <StatusBadge tone={difference === 'ADDED' ? 'accent' : 'warn'}>{text(`difference.${difference}`)}</StatusBadge>;
  return <ChangeLines changes={changes} mark={mark} />;
}
