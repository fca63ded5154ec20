import { similarGoals } from '@plexus/domain';
import type { GoalDomain as DomainGoal, GoalStatus as DomainStatus } from '@plexus/domain';
import type { GoalCellFragment, GoalDomain } from '../../../gql/index.ts';

/** How the record writes a code that GraphQL writes in capitals. */
export const codeOf = (name: string): string => name.toLowerCase().replaceAll('_', '-');

/** The open goals that a new one is like, without those that its author has looked at; the same rule as the server's. */
export function likeGoals(asked: { readonly words: string; readonly domain: GoalDomain | '' }, goals: readonly GoalCellFragment[], distinctFrom: readonly string[]): GoalCellFragment[] {
  const compared = goals
    .filter(({ id }) => !distinctFrom.includes(id))
    .map((goal) => ({ id: goal.id, words: goal.words, domain: codeOf(goal.domain) as DomainGoal, status: codeOf(goal.status) as DomainStatus, goal }));
  return similarGoals({ words: asked.words, domain: codeOf(asked.domain) as DomainGoal }, compared).map(({ goal }) => goal);
}
