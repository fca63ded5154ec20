import { planCoverage, type ActivityStatus, type DomainCoverage, type GoalDomain, type GoalStatus } from '@plexus/domain';
import type { ActivityCellFragment, GoalCellFragment, PlanPageQuery } from '../../../gql/index.ts';
import { codeOf } from './like-goals.ts';

interface Covered {
  readonly id: string;
  readonly domain: GoalDomain;
  readonly status: GoalStatus;
  readonly ownerDiscipline: string | null;
}

interface CoveringPart {
  readonly id: string;
  readonly name: string;
  readonly column: string;
  readonly status: ActivityStatus;
  readonly discipline: string;
  readonly goalIds: readonly string[];
}

export type CoverageRow = DomainCoverage<Covered, CoveringPart>;

/** The rule of the domain over what the plan page shows. Who owns a goal acts in the discipline that they have on this team. */
export function coverageRows({ plan, team }: Pick<PlanPageQuery['patient'], 'plan' | 'team'>): CoverageRow[] {
  const disciplineOf = ({ owner }: GoalCellFragment): string | null => {
    if (!owner) return null;
    const member = team.find(({ person, period }) => person.id === owner.id && period === 'CURRENT');
    return member?.discipline ?? owner.discipline ?? '';
  };
  const goals = plan.goals.map((goal) => ({ id: goal.id, domain: codeOf(goal.domain) as GoalDomain, status: codeOf(goal.status) as GoalStatus, ownerDiscipline: disciplineOf(goal) }));
  const part = ({ id, name, column, discipline, goalIds, status }: ActivityCellFragment) => ({ id, name, column, discipline, goalIds, status: codeOf(status) as ActivityStatus });
  return planCoverage(goals, plan.activities.map(part));
}
