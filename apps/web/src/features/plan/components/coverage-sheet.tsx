import { Button } from '@mantine/core';
import { Card, PlanMatrix, useIsNarrow, type MatrixItem } from '@plexus/ui';
import { IconAlertTriangle, IconUsersGroup } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import type { GoalDomain, PlanPageQuery } from '../../../gql/index.ts';
import { columnIdOf, disciplineName } from '../../../shared/labels.ts';
import { useText } from '../../../shared/text.ts';
import { usePlanDesk } from '../hooks/plan-desk.ts';
import { coverageRows, type CoverageRow } from '../model/coverage-rows.ts';
import type { PlanShape } from '../model/shape-plan.ts';
import classes from './plan.module.css';

interface CoverageSheetProps {
  readonly patient: PlanPageQuery['patient'];
  readonly columns: PlanShape['columns'];
}

/** What the plan does not see of itself goal by goal: domains that nobody works on, and those that three or more share. */
export function CoverageSheet({ patient: { plan, team }, columns }: CoverageSheetProps) {
  const text = useText();
  const isNarrow = useIsNarrow();
  const rows = useMemo(() => coverageRows({ plan, team }), [plan, team]);
  const matrix = (
    <PlanMatrix
      caption={text('coverage.matrix')}
      corner={text('coverage.corner')}
      columns={columns}
      layout={isNarrow ? 'cards' : 'table'}
      rows={rows.map((row) => ({ id: row.domain, label: text(domainWord(row)), header: <DomainCell row={row} />, cells: cellsOf(row), isQuiet: row.gap === 'no-goal' }))}
    />
  );
  return isNarrow ? matrix : <Card isPadded={false}>{matrix}</Card>;
}

const domainOf = ({ domain }: CoverageRow) => domain.toUpperCase().replaceAll('-', '_') as GoalDomain;
const domainWord = (row: CoverageRow) => `goalDomain.${domainOf(row)}` as const;

/** Patient-carried parts stand in the column of the plan, not in that of a discipline. */
function cellsOf({ shares }: CoverageRow): Record<string, MatrixItem[]> {
  const cells: Record<string, MatrixItem[]> = {};
  const put = (column: string, item: MatrixItem) => (cells[column] ??= []).push(item);
  for (const { discipline, owned, parts } of shares) {
    if (owned.length > 0) put(columnIdOf(discipline) ?? 'self-care', { id: `${discipline} owns`, content: <Owned discipline={discipline} count={owned.length} /> });
    for (const part of parts) put(part.column, { id: part.id, content: <span className={classes.note}>{part.name}</span> });
  }
  return cells;
}

function Owned({ discipline, count }: { discipline: string; count: number }) {
  const text = useText();
  return <strong className={classes.note}>{text('coverage.owns', { discipline: disciplineName(discipline) ?? '', count })}</strong>;
}

function DomainCell({ row }: { row: CoverageRow }) {
  const text = useText();
  const intl = useIntl();
  const desk = usePlanDesk();
  const { domain, goals, unowned, gap, shares, isCrowded } = row;
  const word = text(domainWord(row));
  const own = (name: string) => `coverage-${name}-${domain}`;
  const about = (words: string) => text('planMenu.about', { words, name: word });
  return (
    <div className={classes.goal}>
      <p className={classes.words}>{word}</p>
      <p className={classes.note}>{text('coverage.counts', { goals: goals.length, parts: new Set(shares.flatMap(({ parts }) => parts)).size })}</p>
      {gap && <p className={classes.lacking}><IconAlertTriangle size={14} aria-hidden="true" />{text(`coverage.${gap}`)}</p>}
      {unowned.length > 0 && <p className={classes.lacking}><IconAlertTriangle size={14} aria-hidden="true" />{text('coverage.unowned', { count: unowned.length })}</p>}
      {isCrowded && (
        <p className={classes.lacking}>
          <IconUsersGroup size={14} aria-hidden="true" />
          {text('coverage.crowded', { count: shares.length, names: intl.formatList(shares.map(({ discipline }) => disciplineName(discipline) || text('discipline.none')), { type: 'conjunction' }) })}
        </p>
      )}
      {desk.mayWrite && (gap || unowned.length > 0) && (
        <div className={classes.mending}>
          {gap === 'no-goal' && <Button id={own('goal')} size="compact-xs" variant="default" aria-label={about(text('plan.addGoal'))} onClick={() => desk.open({ kind: 'new-goal', domain: domainOf(row) }, { opener: own('goal') })}>{text('plan.addGoal')}</Button>}
          {gap === 'no-part' && <Button id={own('part')} size="compact-xs" variant="default" aria-label={about(text('goal.planPart'))} onClick={() => desk.open({ kind: 'new-activity', goalId: goals[0]?.id }, { opener: own('part') })}>{text('goal.planPart')}</Button>}
          {unowned[0] && <Button id={own('owner')} size="compact-xs" variant="default" aria-label={about(text('goal.chooseOwner'))} onClick={() => desk.open({ kind: 'goal', id: unowned[0]!.id, at: 'ownerId' }, { opener: own('owner') })}>{text('goal.chooseOwner')}</Button>}
        </div>
      )}
    </div>
  );
}
