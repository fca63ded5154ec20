import { Card, DataTable, useIsNarrow, type DataColumn } from '@plexus/ui';
import type { FollowUpRowFragment } from '../../../gql/index.ts';
import { useText } from '../../../shared/text.ts';
import { BallCell, DueCell, KindCell, StepsCell, WhatCell } from './follow-up-cells.tsx';
import classes from './follow-ups.module.css';

interface FollowUpListProps {
  readonly label: string;
  readonly followUps: readonly FollowUpRowFragment[];
}

/** A patient's follow-ups: a table where there is room, cards on a telephone. */
export function FollowUpList({ label, followUps }: FollowUpListProps) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const columns: DataColumn<FollowUpRowFragment>[] = [
    { id: 'what', title: text('followUps.column.what'), cell: (followUp) => <WhatCell followUp={followUp} /> },
    { id: 'who', title: text('followUps.column.who'), cell: (followUp) => <BallCell followUp={followUp} /> },
    { id: 'kind', title: text('followUps.column.kind'), cell: (followUp) => <KindCell followUp={followUp} /> },
    { id: 'steps', title: text('followUps.column.steps'), cell: (followUp) => <StepsCell followUp={followUp} /> },
    { id: 'due', title: text('followUps.column.due'), cell: (followUp) => <DueCell followUp={followUp} /> },
  ];
  if (!isNarrow) return <Card isPadded={false} className={classes.rows}><DataTable caption={label} columns={columns} rows={followUps} rowId={({ id }) => id} /></Card>;
  return (
    <ul className={classes.cards} aria-label={label}>
      {followUps.map((followUp) => (
        <li key={followUp.id} className={classes.card}>
          <div><WhatCell followUp={followUp} /></div>
          <BallCell followUp={followUp} />
          <div className={classes.cardLine}><KindCell followUp={followUp} /><DueCell followUp={followUp} /></div>
          <StepsCell followUp={followUp} />
        </li>
      ))}
    </ul>
  );
}
