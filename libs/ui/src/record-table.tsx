import type { ComponentProps } from 'react';
import { DataTable } from './data-table.tsx';
import classes from './record-table.module.css';
import { useIsNarrow } from './use-is-narrow.ts';

const ACTIONS = 'actions';

type RecordTableProps<Row> = ComponentProps<typeof DataTable<Row>>;

/** A table; on a telephone a card for each row, because half a table hides what matters. The column `actions` stands beside the card's head. */
export function RecordTable<Row>(props: RecordTableProps<Row>) {
  return useIsNarrow() ? <RecordCards {...props} /> : <DataTable {...props} />;
}

function RecordCards<Row>({ caption, columns, rows, rowId }: RecordTableProps<Row>) {
  const [head, ...rest] = columns.filter(({ id }) => id !== ACTIONS);
  const actions = columns.find(({ id }) => id === ACTIONS);
  return (
    <ul className={classes.cards} aria-label={caption}>
      {rows.map((row) => (
        <li key={rowId(row)}>
          <div className={classes.head}>{head?.cell(row)}{actions?.cell(row)}</div>
          <dl className={classes.facts}>
            {rest.map(({ id, title, cell }) => <div key={id}><dt>{title}</dt><dd>{cell(row)}</dd></div>)}
          </dl>
        </li>
      ))}
    </ul>
  );
}
