import { Checkbox, VisuallyHidden } from '@mantine/core';
import { useIsNarrow } from '@plexus/ui';
import { useId, type KeyboardEvent } from 'react';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import { patientName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import { WORKLIST, type WorklistCursor } from '../hooks/use-worklist-cursor.ts';
import { useGroupWords } from '../hooks/use-worklist-words.ts';
import type { Grouping } from '../model/worklist-address.ts';
import { concernsSafety, type WorklistGroup } from '../model/worklist-groups.ts';
import { BallCell, DueCell, KindCell, StepsCell, WhatCell } from './follow-up-cells.tsx';
import classes from './worklist.module.css';

interface WorklistTableProps {
  readonly groups: readonly WorklistGroup[];
  readonly grouping: Grouping;
  readonly cursor: WorklistCursor;
  readonly openId: string | null;
  /** Why it was not changed just now, by follow-up. */
  readonly failed: ReadonlyMap<string, string>;
}

/** The follow-ups under their headings. One row has the focus; arrows go up and down, Space selects, Enter opens it beside the list. */
export function WorklistTable({ groups, grouping, cursor, openId, failed }: WorklistTableProps) {
  const text = useText();
  const id = useId();
  const say = useGroupWords();
  const isNarrow = useIsNarrow();
  const selectAll = <SelectAll rows={groups.flatMap(({ rows }) => rows)} cursor={cursor} />;

  function onKeyDown(event: KeyboardEvent) {
    const act = { ArrowDown: () => cursor.move(1), ArrowUp: () => cursor.move(-1), Home: () => cursor.goTo(0), End: () => cursor.goTo(Infinity), ' ': () => cursor.toggle(cursor.active) }[event.key];
    if (!act || event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    act();
  }

  return (
    <div className={classes.scroll}>
      {/* Cards have no headings above them. */}
      {isNarrow && <label className={classes.selectAll}>{selectAll}<span aria-hidden="true">{text('worklist.selectAll')}</span></label>}
      <table className={classes.table} id={WORKLIST} role="grid" aria-multiselectable="true" aria-label={text('worklist.title')} onKeyDown={onKeyDown} {...cursor.listProps}>
        {!isNarrow && <thead>
          <tr role="row">
            <td role="gridcell">{selectAll}</td>
            {(['what', 'patient', 'ball', 'kind', 'steps', 'due'] as const).map((column) => <th key={column} role="columnheader" scope="col" data-column-name={column}>{text(`worklist.column.${column}`)}</th>)}
          </tr>
        </thead>}
        {groups.map((group) => (
          <tbody key={group.key} role="rowgroup" aria-labelledby={`${id}-${group.key}`}>
            <tr role="row" className={classes.group} data-group={group.key}>
              <th role="rowheader" id={`${id}-${group.key}`} colSpan={7} scope="rowgroup">{say(group, grouping)}</th>
            </tr>
            {group.rows.map((row) => <Row key={row.id} row={row} cursor={cursor} isOpen={row.id === openId} failed={failed.get(row.id)} />)}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: WorklistRowFragment;
  readonly cursor: WorklistCursor;
  readonly isOpen: boolean;
  readonly failed: string | undefined;
}

function Row({ row, cursor, isOpen, failed }: RowProps) {
  const text = useText();
  const isSelected = cursor.selected.includes(row);
  const isActive = cursor.active?.id === row.id;
  const name = patientName(row.patient);
  return (
    <tr role="row" aria-selected={concernsSafety(row) ? undefined : isSelected} data-open={isOpen || undefined} onFocus={() => cursor.point(row.id)}>
      <td role="gridcell" className={classes.check}>
        {concernsSafety(row)
          ? <VisuallyHidden>{text('worklist.safety.alone')}</VisuallyHidden>
          : <label className={classes.target}><Checkbox size="xs" tabIndex={-1} aria-label={text('worklist.select', { what: row.what, name })} checked={isSelected} onChange={() => cursor.toggle(row)} /></label>}
      </td>
      <td role="gridcell" className={classes.what}>
        <WhatCell followUp={row} tabIndex={isActive ? 0 : -1} />
        {failed && <div className={classes.failed}>{text('worklist.failed.row', { why: failed })}</div>}
      </td>
      <td role="gridcell" className={classes.patient}>{name}<div className={classes.note}>{text('worklist.mrn', { mrn: row.patient.mrn })}</div></td>
      <td role="gridcell"><BallCell followUp={row} /></td>
      <td role="gridcell"><KindCell followUp={row} /></td>
      <td role="gridcell" data-column-name="steps"><StepsCell followUp={row} /></td>
      <td role="gridcell" className={classes.due}><DueCell followUp={row} /></td>
    </tr>
  );
}

function SelectAll({ rows, cursor }: { rows: readonly WorklistRowFragment[]; cursor: WorklistCursor }) {
  const text = useText();
  const ids = rows.filter((row) => !concernsSafety(row)).map(({ id }) => id);
  const count = cursor.selected.length;
  return (
    <Checkbox
      size="xs"
      aria-label={text('worklist.selectAll')}
      disabled={ids.length === 0}
      checked={count > 0 && count === ids.length}
      indeterminate={count > 0 && count < ids.length}
      onChange={(event) => cursor.select(event.currentTarget.checked ? ids : [])}
    />
  );
}
