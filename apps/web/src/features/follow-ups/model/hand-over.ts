import { receiverOf, type TeamRole } from '@plexus/domain';
import type { WorklistRowFragment } from '../../../gql/index.ts';
import { assigneeValue, poolsOf, type Candidate } from './assignee.ts';
import { codeOf } from './contract.ts';
import { concernsSafety } from './worklist-groups.ts';

export type CandidatesOf = ReadonlyMap<string, readonly Candidate[]>;

/** What becomes of one follow-up: who gets it (as the select says it; empty: nobody yet), and whether it goes with the rest. */
export interface Planned {
  readonly to: string;
  readonly isTicked: boolean;
}

/** Whose next step it is not, there is nothing to hand over. */
export const needsHandOver = ({ court }: Pick<WorklistRowFragment, 'court'>): boolean => court !== 'ASKER';

/** Everybody else of each team. */
export const without = (personId: string, candidatesOf: CandidatesOf): CandidatesOf =>
  new Map([...candidatesOf].map(([patientId, candidates]) => [patientId, candidates.filter(({ person }) => person.id !== personId)]));

export interface Receivers {
  readonly people: readonly Candidate[];
  readonly pools: readonly string[];
}

/** Who can have it; what concerns safety goes to no pool. */
export function receiversOf(row: WorklistRowFragment, others: CandidatesOf): Receivers {
  const candidates = others.get(row.patientId) ?? [];
  return { people: candidates.filter(({ isEligible }) => isEligible), pools: concernsSafety(row) ? [] : poolsOf(candidates) };
}

export const canReceive = (value: string, { people, pools }: Receivers): boolean => people.some(({ person }) => person.id === value) || pools.some((pool) => assigneeValue(undefined, pool) === value);

/** What the rule suggests for each. What was given already counts as work, so that not everything goes to the same one. */
export function planFor(rows: readonly WorklistRowFragment[], fromId: string, candidatesOf: CandidatesOf): Map<string, string> {
  const given = new Map<string, number>();
  return new Map(rows.filter(needsHandOver).map((row) => {
    const receivers = (candidatesOf.get(row.patientId) ?? []).map(({ person, discipline, role, standIn, isEligible, load }) => (
      { personId: person.id, discipline: discipline.id, role: codeOf(role) as TeamRole, standInId: standIn?.id ?? null, isEligible, load }));
    const receiver = receiverOf({ kind: codeOf(row.kind), pool: row.pool.id }, fromId, receivers, given);
    if (!receiver) return [row.id, ''];
    if ('pool' in receiver) return [row.id, assigneeValue(undefined, receiver.pool)];
    given.set(receiver.ownerId, (given.get(receiver.ownerId) ?? 0) + 1);
    return [row.id, receiver.ownerId];
  }));
}
