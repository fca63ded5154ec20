import { VisuallyHidden } from '@mantine/core';
import type { CSSProperties, ReactNode } from 'react';
import { ColumnHeader } from './column-header.tsx';
import classes from './plan-matrix.module.css';

export interface MatrixColumn {
  readonly id: string;
  readonly name: string;
}

export interface MatrixItem {
  readonly id: string;
  readonly content: ReactNode;
}

export interface MatrixRow {
  readonly id: string;
  /** What the row is called, for screen readers that move by rows. */
  readonly label: string;
  readonly header: ReactNode;
  /** By column id; a column without an entry is an empty cell. */
  readonly cells: Readonly<Record<string, readonly MatrixItem[]>>;
  /** What belongs to no goal stands apart. */
  readonly isQuiet?: boolean;
}

interface PlanMatrixProps {
  readonly caption: string;
  /** Over the first column: "Goals, in Marisol's words". */
  readonly corner: string;
  readonly columns: readonly MatrixColumn[];
  readonly rows: readonly MatrixRow[];
  /** On a telephone every goal is a card with its parts below. */
  readonly layout: 'table' | 'cards';
  /** What can be done in one cell, below what stands there. */
  readonly cellAction?: (row: MatrixRow, column: MatrixColumn) => ReactNode;
  /** The same on a card, which has no empty cells. */
  readonly rowAction?: (row: MatrixRow) => ReactNode;
}

/** The braided plan: goals as rows, disciplines as columns, each one's part in the cell. */
export function PlanMatrix(props: PlanMatrixProps) {
  return props.layout === 'cards' ? <MatrixCards {...props} /> : <MatrixTable {...props} />;
}

function MatrixTable({ caption, corner, columns, rows, cellAction }: PlanMatrixProps) {
  return (
    <div className={classes.frame}>
      <div className={classes.scroll} data-columns={columns.length} role="region" aria-label={caption} tabIndex={0}>
        {/* The roles are said, because not every browser keeps them for a table that is laid out as a grid. */}
        <table role="table" className={classes.matrix} style={{ '--columns': columns.length } as CSSProperties}>
          <caption><VisuallyHidden>{caption}</VisuallyHidden></caption>
          <thead role="rowgroup">
            <tr role="row">
              <th role="columnheader" scope="col" className={classes.first}>{corner}</th>
              {columns.map(({ id, name }) => <th key={id} role="columnheader" scope="col"><ColumnHeader column={id}>{name}</ColumnHeader></th>)}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map((row) => (
              <tr key={row.id} role="row" className={row.isQuiet ? classes.quiet : undefined}>
                <th role="rowheader" scope="row" className={classes.first}>{row.header}</th>
                {columns.map((column) => (
                  <td key={column.id} role="cell">
                    <Items items={row.cells[column.id] ?? []} />
                    {cellAction?.(row, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function MatrixCards({ caption, columns, rows, rowAction }: PlanMatrixProps) {
  return (
    <div className={classes.cards} role="region" aria-label={caption}>
      {rows.map((row) => (
        <article key={row.id} className={[classes.cardRow, row.isQuiet && classes.quiet].filter(Boolean).join(' ')} aria-label={row.label}>
          {row.header}
          {columns.filter(({ id }) => row.cells[id]?.length).map(({ id, name }) => (
            <div key={id} className={classes.group}>
              <h3><ColumnHeader column={id}>{name}</ColumnHeader></h3>
              <Items items={row.cells[id] ?? []} />
            </div>
          ))}
          {rowAction?.(row)}
        </article>
      ))}
    </div>
  );
}

function Items({ items }: { items: readonly MatrixItem[] }) {
  if (!items.length) return null;
  return <ul className={classes.cell}>{items.map(({ id, content }) => <li key={id}>{content}</li>)}</ul>;
}
