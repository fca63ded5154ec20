import { createElement } from 'react';
import { columnIcon, columnLook } from './columns.ts';
import classes from './column-header.module.css';

/** A plan column's name with its icon and colour, the same everywhere. */
export function ColumnHeader({ column, children }: { column: string; children: string }) {
  return (
    <span className={classes.header} data-column={columnLook(column)} lang="en">
      {createElement(columnIcon(column), { size: 16, stroke: 1.75, 'aria-hidden': true })}
      {children}
    </span>
  );
}
