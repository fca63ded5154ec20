import type { ActivityCellFragment, ActivityStatus, GoalCellFragment, GoalStatus, PlanPageQuery } from '../../../gql/index.ts';

const OPEN_GOALS: readonly GoalStatus[] = ['PROPOSED', 'ACTIVE', 'ON_HOLD'];
const WANTED_GOALS: readonly GoalStatus[] = ['PROPOSED', 'ACTIVE'];
const LIVE: readonly ActivityStatus[] = ['PLANNED', 'ACTIVE'];
const PAST: readonly ActivityStatus[] = ['COMPLETED', 'STOPPED', 'DECLINED'];

export const isOpenGoal = ({ status }: Pick<GoalCellFragment, 'status'>): boolean => OPEN_GOALS.includes(status);
export const isPast = ({ status }: Pick<ActivityCellFragment, 'status'>): boolean => PAST.includes(status);

export interface PlanColumn {
  readonly id: string;
  readonly name: string;
}

export interface GoalRow {
  readonly goal: GoalCellFragment;
  readonly cells: Readonly<Record<string, readonly ActivityCellFragment[]>>;
  /** A goal that is wanted and that nobody works on or will: a defect of the plan, said in words. */
  readonly hasNoPart: boolean;
}

export interface PlanShape {
  /** Only columns somebody stands in: with a member of the team, or with a part in the plan. */
  readonly columns: readonly PlanColumn[];
  readonly open: readonly GoalRow[];
  readonly closed: readonly GoalRow[];
  /** By column: parts that serve no goal, and parts that still run although every goal they served is closed; null when there are none. */
  readonly untied: Readonly<Record<string, readonly ActivityCellFragment[]>> | null;
  readonly pastCount: number;
}

type Team = PlanPageQuery['patient']['team'];

interface PlanShapeInput {
  readonly goals: readonly GoalCellFragment[];
  readonly activities: readonly ActivityCellFragment[];
  readonly team: readonly Pick<Team[number], 'discipline' | 'period'>[];
  readonly allColumns: readonly PlanColumn[];
  readonly columnOf: (discipline: string) => string | null;
  readonly withPast: boolean;
}

/** Goals as rows, disciplines as columns, each one's part in the cell. */
export function shapePlan({ goals, activities, team, allColumns, columnOf, withPast }: PlanShapeInput): PlanShape {
  const staffed = new Set(team.filter(({ period }) => period === 'CURRENT').map(({ discipline }) => columnOf(discipline)));
  const used = new Set(activities.map(({ column }) => column));

  const row = (goal: GoalCellFragment): GoalRow => {
    const parts = activities.filter(({ goalIds }) => goalIds.includes(goal.id));
    // A closed goal's parts are past by nature; hiding them would leave it empty.
    const shown = parts.filter((part) => withPast || !isPast(part) || !isOpenGoal(goal));
    return { goal, cells: byColumn(shown), hasNoPart: WANTED_GOALS.includes(goal.status) && !parts.some(({ status }) => LIVE.includes(status)) };
  };

  const rowIds = new Set(goals.map(({ id }) => id));
  const openIds = new Set(goals.filter(isOpenGoal).map(({ id }) => id));
  // What still runs must be seen, also when its goal was reached; what is past stands with the goal that it served.
  const isUntied = (activity: ActivityCellFragment): boolean => !activity.goalIds.some((id) => (isPast(activity) ? rowIds : openIds).has(id));
  const untied = activities.filter((activity) => isUntied(activity) && (withPast || !isPast(activity)));

  return {
    columns: allColumns.filter(({ id }) => staffed.has(id) || used.has(id)),
    open: goals.filter(isOpenGoal).map(row),
    closed: goals.filter((goal) => !isOpenGoal(goal)).map(row),
    untied: untied.length ? byColumn(untied) : null,
    pastCount: activities.filter((activity) => isPast(activity) && (isUntied(activity) || activity.goalIds.some((id) => openIds.has(id)))).length,
  };
}

/** What runs stands above what waits, what is past below. */
const ORDER: readonly ActivityStatus[] = ['ACTIVE', 'PLANNED', 'ON_HOLD', 'COMPLETED', 'STOPPED', 'DECLINED'];

function byColumn(activities: readonly ActivityCellFragment[]): Record<string, ActivityCellFragment[]> {
  const cells: Record<string, ActivityCellFragment[]> = {};
  for (const activity of [...activities].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status))) {
    (cells[activity.column] ??= []).push(activity);
  }
  return cells;
}
