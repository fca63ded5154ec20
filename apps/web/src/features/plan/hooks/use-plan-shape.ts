import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { PlanPageQuery } from '../../../gql/index.ts';
import { columnIdOf, planColumns } from '../../../shared/labels.ts';
import { shapePlan } from '../model/shape-plan.ts';

/** The plan as the address wants it: `?past=1` shows what is over, `?closed=1` opens the closed goals, `?view=coverage` shows the domains. */
export function usePlanShape({ plan, team }: PlanPageQuery['patient']) {
  const [params, setParams] = useSearchParams();
  const withPast = params.has('past');

  const keep = (name: 'past' | 'closed' | 'view', isOn: boolean, value = '1') => setParams((before) => {
    const after = new URLSearchParams(before);
    if (isOn) after.set(name, value);
    else after.delete(name);
    return after;
  }, { replace: true, preventScrollReset: true });

  const shape = useMemo(
    () => shapePlan({ goals: plan.goals, activities: plan.activities, team, allColumns: planColumns, columnOf: columnIdOf, withPast }),
    [plan.goals, plan.activities, team, withPast],
  );
  return {
    ...shape,
    withPast,
    withClosed: params.has('closed'),
    view: params.get('view') === 'coverage' ? ('coverage' as const) : ('plan' as const),
    show: (view: string) => keep('view', view === 'coverage', view),
    togglePast: () => keep('past', !withPast),
    openClosed: (isOpen: boolean) => { if (isOpen !== params.has('closed')) keep('closed', isOpen); },
  };
}
