import { mayHold, type TeamRole } from '@plexus/domain';
import type { FollowUpCandidatesQuery } from '../../../gql/index.ts';
import { codeOf } from './contract.ts';

export type Candidate = FollowUpCandidatesQuery['followUpCandidates'][number];

const POOL = 'pool:';
const poolValue = (discipline: string) => `${POOL}${discipline}`;

/** The choice as a command says it: a person, or a role's pool. */
export const assigneeOf = (value: string): { ownerId: string } | { pool: string } => (value.startsWith(POOL) ? { pool: value.slice(POOL.length) } : { ownerId: value });
export const assigneeValue = (ownerId: string | undefined, pool: string): string => ownerId ?? poolValue(pool);

/** The roles that somebody of the team works in. */
export const poolsOf = (candidates: readonly Candidate[]): string[] =>
  [...new Set(candidates.filter(({ role, discipline }) => mayHold({ role: codeOf(role) as TeamRole, discipline: discipline.id })).map(({ discipline }) => discipline.id))];
