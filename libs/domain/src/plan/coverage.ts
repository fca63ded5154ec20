import type { ActivityStatus } from './activity.ts';
import { GOAL_DOMAINS, type GoalDomain, type GoalStatus, isOpenGoal } from './goal.ts';

export interface CoverageGoal {
  readonly id: string;
  readonly domain: GoalDomain;
  readonly status: GoalStatus;
  /** The discipline of who owns it; null: nobody does. */
  readonly ownerDiscipline: string | null;
}

export interface CoveragePart {
  readonly status: ActivityStatus;
  readonly discipline: string;
  readonly goalIds: readonly string[];
}

/** What one discipline has of one domain. */
export interface CoverageShare<G, P> {
  readonly discipline: string;
  /** Open goals that it owns. */
  readonly owned: readonly G[];
  /** Its parts that run or are planned. */
  readonly parts: readonly P[];
}

export interface DomainCoverage<G, P> {
  readonly domain: GoalDomain;
  readonly goals: readonly G[];
  readonly unowned: readonly G[];
  /** Nobody wants anything here, or nobody works on what is wanted; null: somebody does. */
  readonly gap: 'no-goal' | 'no-part' | null;
  readonly shares: readonly CoverageShare<G, P>[];
  /** So many disciplines that they should agree who leads. */
  readonly isCrowded: boolean;
}

/** From three on, work on one domain is easily done twice, or left to the others. */
const CROWDED = 3;

/** The matrix says it in the same way: a part that is on hold does nothing for its goal. */
export const isLivePart = ({ status }: { readonly status: ActivityStatus }): boolean => status === 'planned' || status === 'active';

/** The eight domains over the disciplines: what nobody owns, what nobody works on, and what three or more share. */
export function planCoverage<G extends CoverageGoal, P extends CoveragePart>(goals: readonly G[], parts: readonly P[]): DomainCoverage<G, P>[] {
  return GOAL_DOMAINS.map((domain) => {
    const open = goals.filter((goal) => goal.domain === domain && isOpenGoal(goal));
    const ids = new Set(open.map(({ id }) => id));
    const live = parts.filter((part) => isLivePart(part) && part.goalIds.some((id) => ids.has(id)));
    const disciplines = new Set([...open.flatMap(({ ownerDiscipline }) => ownerDiscipline ?? []), ...live.map(({ discipline }) => discipline)]);
    return {
      domain,
      goals: open,
      unowned: open.filter(({ ownerDiscipline }) => ownerDiscipline === null),
      gap: open.length === 0 ? 'no-goal' : live.length === 0 ? 'no-part' : null,
      shares: [...disciplines].map((discipline) => ({
        discipline,
        owned: open.filter(({ ownerDiscipline }) => ownerDiscipline === discipline),
        parts: live.filter((part) => part.discipline === discipline),
      })),
      isCrowded: disciplines.size >= CROWDED,
    };
  });
}
