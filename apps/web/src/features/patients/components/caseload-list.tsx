import { DataTable, useIsNarrow, type DataColumn } from '@plexus/ui';
import { IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { Link, useSearchParams } from 'react-router';
import type { CaseloadRowFragment, CaseloadSort } from '../../../gql/index.ts';
import { useText, type MessageId } from '../../../shared/text.ts';
import { useMay } from '../../../shared/viewer.ts';
import { FollowUpsCell, GoalsCell, NameCell, ProblemsCell, ReviewCell, TeamCell } from './caseload-cells.tsx';
import classes from './caseload.module.css';

interface CaseloadListProps {
  readonly patients: readonly CaseloadRowFragment[];
  readonly sort: CaseloadSort;
}

/** The caseload: a table where there is room, cards on a telephone. */
export function CaseloadList({ patients, sort }: CaseloadListProps) {
  return useIsNarrow() ? <CaseloadCards patients={patients} /> : <CaseloadTable patients={patients} sort={sort} />;
}

function CaseloadTable({ patients, sort }: CaseloadListProps) {
  const text = useText();
  const mayList = useMay('FOLLOW_UPS_LIST');
  const columns: DataColumn<CaseloadRowFragment>[] = [
    { id: 'patient', title: <SortLink id="patients.column.patient" isChosen={sort === 'NAME'} />, sort: sort === 'NAME' ? 'ascending' : undefined, cell: (patient) => <NameCell patient={patient} /> },
    { id: 'problems', title: text('patients.column.problems'), cell: (patient) => <ProblemsCell patient={patient} /> },
    { id: 'team', title: text('patients.column.team'), cell: (patient) => <TeamCell patient={patient} /> },
    { id: 'goals', title: text('patients.column.goals'), cell: (patient) => <GoalsCell patient={patient} /> },
    ...(mayList ? [{ id: 'followUps', title: text('patients.column.followUps'), cell: (patient: CaseloadRowFragment) => <FollowUpsCell patient={patient} /> }] : []),
    { id: 'review', title: <SortLink id="patients.column.review" wish="review" isChosen={sort === 'NEXT_REVIEW'} />, sort: sort === 'NEXT_REVIEW' ? 'ascending' : undefined, cell: (patient) => <ReviewCell patient={patient} /> },
  ];
  return <DataTable caption={text('patients.title')} columns={columns} rows={patients} rowId={({ id }) => id} />;
}

function SortLink({ id, wish, isChosen }: { id: MessageId; wish?: string; isChosen: boolean }) {
  const text = useText();
  const [params] = useSearchParams();
  const next = new URLSearchParams(params);
  if (wish) next.set('sort', wish);
  else next.delete('sort');
  const Icon = isChosen ? IconArrowUp : IconArrowsSort;
  return (
    <Link className={classes.sort} to={{ search: next.toString() }} replace preventScrollReset title={text('patients.sortBy', { column: text(id) })}>
      {text(id)}<Icon size={13} aria-hidden="true" />
    </Link>
  );
}

function CaseloadCards({ patients }: { patients: readonly CaseloadRowFragment[] }) {
  const text = useText();
  const mayList = useMay('FOLLOW_UPS_LIST');
  return (
    <ul className={classes.cards}>
      {patients.map((patient) => (
        <li key={patient.id} className={classes.card}>
          <div><NameCell patient={patient} /></div>
          <div><ProblemsCell patient={patient} /></div>
          <div className={classes.cardLine}><TeamCell patient={patient} /><GoalsCell patient={patient} /></div>
          {mayList && <div className={classes.cardLine}><span className={classes.label}>{text('patients.column.followUps')}</span><FollowUpsCell patient={patient} /></div>}
          <div className={classes.cardLine}><span className={classes.label}>{text('patients.column.review')}</span><ReviewCell patient={patient} /></div>
        </li>
      ))}
    </ul>
  );
}
