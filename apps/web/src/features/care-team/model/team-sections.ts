import type { StandInRowFragment, TeamMemberRowFragment, TeamRole } from '../../../gql/index.ts';

export interface MemberLine {
  readonly kind: 'member';
  readonly id: string;
  readonly member: TeamMemberRowFragment;
}
export interface StandInLine {
  readonly kind: 'stand-in';
  readonly id: string;
  readonly standIn: StandInRowFragment;
  readonly member: TeamMemberRowFragment;
}
export type TeamLine = MemberLine | StandInLine;

export interface TeamSections {
  readonly now: readonly TeamLine[];
  readonly coming: readonly TeamLine[];
  readonly former: readonly TeamLine[];
}

const ROLE_ORDER: Record<TeamRole, number> = { LEAD: 0, MEMBER: 1, OBSERVER: 2 };

const byRoleThenName = (a: TeamMemberRowFragment, b: TeamMemberRowFragment): number =>
  ROLE_ORDER[a.role] - ROLE_ORDER[b.role] || a.person.name.localeCompare(b.person.name);
const byStart = (a: TeamMemberRowFragment, b: TeamMemberRowFragment): number => a.validFrom.localeCompare(b.validFrom);
const byEnd = (a: TeamMemberRowFragment, b: TeamMemberRowFragment): number => (b.validTo ?? '').localeCompare(a.validTo ?? '');

/** Members with their stand-ins right under them: the lead first, then who comes next, then who left last. */
export function teamSections(team: readonly TeamMemberRowFragment[]): TeamSections {
  const in_ = (period: TeamMemberRowFragment['period']) => team.filter((member) => member.period === period);
  return {
    now: in_('CURRENT').toSorted(byRoleThenName).flatMap(lines),
    coming: in_('FUTURE').toSorted(byStart).flatMap(lines),
    former: in_('PAST').toSorted(byEnd).flatMap(lines),
  };
}

/** Stand-ins of the past are history, unless their member is it too. */
function lines(member: TeamMemberRowFragment): TeamLine[] {
  const standIns = member.standIns.filter(({ period }) => period !== 'PAST' || member.period === 'PAST');
  return [
    { kind: 'member', id: member.id, member },
    ...standIns.toSorted((a, b) => a.validFrom.localeCompare(b.validFrom)).map((standIn) => ({ kind: 'stand-in' as const, id: standIn.id, standIn, member })),
  ];
}

export const leadToday = (team: readonly TeamMemberRowFragment[]): TeamMemberRowFragment | null =>
  team.find(({ role, period }) => role === 'LEAD' && period === 'CURRENT') ?? null;
