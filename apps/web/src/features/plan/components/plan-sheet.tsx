import { Button, SegmentedControl } from '@mantine/core';
import { Card, EmptyState, PlanMatrix, StatusBadge, useIsNarrow, type MatrixItem, type MatrixRow, ListSkeleton } from '@plexus/ui';
import { IconPlus, IconTarget, IconTemplate } from '@tabler/icons-react';
import { useDeferredValue, lazy, Suspense } from 'react';
import type { ActivityCellFragment, GoalRatingPartsFragment, PlanPageQuery } from '../../../gql/index.ts';
import { calledName } from '../../../shared/patient-name.ts';
import { useText } from '../../../shared/text.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import type { usePlanShape } from '../hooks/use-plan-shape.ts';
import type { GoalRow, PlanShape } from '../model/shape-plan.ts';
import { ActivityCell } from './activity-cell.tsx';
import { AddPart, AddPartOfGoal } from './add-part.tsx';
import { AgreementQuestion } from './agreement-question.tsx';
import { GoalCell } from './goal-cell.tsx';
import { PendingNew } from './pending-mark.tsx';
import { PlanMenu } from './thing-menu.tsx';
import { PlanNewsStrip } from './plan-news-strip.tsx';
import classes from './plan.module.css';

const CoverageSheet = lazy(async () => ({ default: (await import('./coverage-sheet.tsx')).CoverageSheet }));

type Patient = PlanPageQuery['patient'];

/** More of them need the width that the side would take. */
export const MANY_COLUMNS = 5;

interface PlanSheetProps {
  readonly patient: Patient;
  readonly shape: ReturnType<typeof usePlanShape>;
}

/** The matrix with its heading; what is past or closed waits behind a toggle that the address keeps. */
export function PlanSheet({ patient, shape }: PlanSheetProps) {
  const text = useText();
  const { plan, planVersion } = patient;
  const { withPast, pastCount, closed } = shape;
  const desk = usePlanDesk();
  return (
    <>
      <div className={classes.head}>
        <div className={classes.headWords}>
          <h2>{text('plan.shared')}</h2>
          <span className={classes.version}>{text('plan.version', { version: planVersion })}</span>
          {plan.status !== 'ACTIVE' && <StatusBadge>{text(`planStatus.${plan.status}`)}</StatusBadge>}
          <PlanMenu plan={plan} />
        </div>
        <div className={classes.headActions}>
          <SegmentedControl
            aria-label={text('plan.view')}
            value={shape.view}
            onChange={shape.show}
            data={[{ value: 'plan', label: text('plan.title') }, { value: 'coverage', label: text('coverage.title') }]}
          />
          {pastCount > 0 && shape.view === 'plan' && (
            <Button variant="default" onClick={shape.togglePast}>{text(withPast ? 'plan.hidePast' : 'plan.showPast', { count: pastCount })}</Button>
          )}
          {desk.mayWrite && <FromTemplate />}
          {desk.mayWrite && <AddGoal />}
        </div>
      </div>
      <PlanNewsStrip />
      <AgreementQuestion patient={patient} />
      <PendingNew />
      {shape.view === 'coverage'
        ? <Suspense fallback={<ListSkeleton label={text('app.loading')} lines={5} height={80} />}><CoverageSheet patient={patient} columns={shape.columns} /></Suspense>
        : <OpenGoals patient={patient} shape={shape} />}
      {shape.view === 'plan' && closed.length > 0 && (
        <details className={classes.closed} open={shape.withClosed} onToggle={(event) => shape.openClosed(event.currentTarget.open)}>
          <summary>{text('plan.closed', { count: closed.length })}</summary>
          <Matrix caption={text('plan.closedMatrix')} patient={patient} columns={shape.columns} rows={closed.map(matrixRow)} isClosed />
        </details>
      )}
    </>
  );
}

function AddGoal() {
  const text = useText();
  const desk = usePlanDesk();
  return (
    <Button id="add-goal" leftSection={<IconPlus size={16} aria-hidden="true" />} onClick={() => desk.open({ kind: 'new-goal' }, { opener: 'add-goal' })}>{text('plan.addGoal')}</Button>
  );
}

function FromTemplate() {
  const text = useText();
  const desk = usePlanDesk();
  return (
    <Button id="from-template" variant="default" leftSection={<IconTemplate size={16} aria-hidden="true" />} onClick={() => desk.open({ kind: 'template' }, { opener: 'from-template' })}>{text('plan.fromTemplate')}</Button>
  );
}

/** More than a screen of them. */
const FIRST_ROWS = 6;

function OpenGoals({ patient, shape }: { patient: Patient; shape: PlanShape }) {
  const text = useText();
  const desk = usePlanDesk();
  // What is on the screen comes first; the rest, and what colleagues change, is drawn in between keys and scrolling.
  const rows = useDeferredValue(shape.open, shape.open.slice(0, FIRST_ROWS)).map(matrixRow);
  if (shape.untied) rows.push({ id: 'untied', label: text('plan.untied'), header: <Untied />, cells: mapCells(shape.untied), isQuiet: true });
  if (!rows.length) return <Card isPadded={false}><EmptyState icon={IconTarget} title={text('plan.empty.title')} action={desk.mayWrite && <EmptyActions />}>{text('plan.empty.body')}</EmptyState></Card>;
  return <Matrix caption={text('plan.matrix')} patient={patient} columns={shape.columns} rows={rows} />;
}

function EmptyActions() {
  const text = useText();
  const desk = usePlanDesk();
  return (
    <>
      <Button onClick={() => desk.open({ kind: 'new-goal' }, { opener: 'add-goal' })}>{text('plan.firstGoal')}</Button>{' '}
      <Button variant="default" onClick={() => desk.open({ kind: 'template' }, { opener: 'from-template' })}>{text('plan.startFromTemplate')}</Button>
    </>
  );
}

interface MatrixProps {
  readonly caption: string;
  readonly patient: Patient;
  readonly columns: PlanShape['columns'];
  readonly rows: readonly MatrixRow[];
  readonly isClosed?: boolean;
}

function Matrix({ caption, patient, columns, rows, isClosed = false }: MatrixProps) {
  const { mayWrite } = usePlanDesk();
  const text = useText();
  const isNarrow = useIsNarrow();
  const isWritten = mayWrite && !isClosed;
  const matrix = (
    <PlanMatrix
      caption={caption}
      corner={text('plan.corner', { name: calledName(patient) })}
      columns={columns}
      rows={rows}
      layout={isNarrow ? 'cards' : 'table'}
      cellAction={isWritten ? (row, column) => !row.isQuiet && <AddPart goalId={row.id} words={row.label} column={column} isEmpty={!row.cells[column.id]?.length} /> : undefined}
      rowAction={isWritten ? (row) => !row.isQuiet && <AddPartOfGoal goalId={row.id} words={row.label} /> : undefined}
    />
  );
  return isNarrow ? matrix : <Card isPadded={false}>{matrix}</Card>;
}

function Untied() {
  const text = useText();
  return <><p className={classes.untied}>{text('plan.untied')}</p><span className={classes.note}>{text('plan.untiedHint')}</span></>;
}

const matrixRow = (row: GoalRow): MatrixRow => ({ id: row.goal.id, label: row.goal.words, header: <GoalCell goal={row.goal} hasNoPart={row.hasNoPart} />, cells: mapCells(row.cells, row.goal.ratings?.[0]) });

/** @param rating the latest one of the goal in whose row they stand */
const mapCells = (cells: Readonly<Record<string, readonly ActivityCellFragment[]>>, rating?: GoalRatingPartsFragment): Record<string, MatrixItem[]> =>
  Object.fromEntries(Object.entries(cells).map(([column, activities]) => [column, activities.map((activity) => ({ id: activity.id, content: <ActivityCell activity={activity} rating={rating} /> }))]));
