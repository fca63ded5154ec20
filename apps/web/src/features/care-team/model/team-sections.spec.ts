import { expect, it } from '@jest/globals';
import type { TeamMemberRowFragment } from '../../../gql/index.ts';
import { aPerson } from '../../../testing/builders.ts';
import { teamSections } from './team-sections.ts';

const aMember = (id: string, over: Partial<TeamMemberRowFragment> = {}): TeamMemberRowFragment => ({
  __typename: 'TeamMember', id, person: aPerson({ id, name: id }), discipline: 'nurse', role: 'MEMBER', validFrom: '2026-01-01', validTo: null,
  period: 'CURRENT', reason: 'Asked', endReason: null, standIns: [], ...over,
});
const aStandIn = (id: string, period: 'PAST' | 'CURRENT' | 'FUTURE') => ({
  __typename: 'StandIn' as const, id, person: aPerson({ id, name: id }), validFrom: '2026-11-01', validTo: '2026-12-01', period, reason: 'Leave',
});

it('puts the lead first and stand-ins right under their member', () => {
  const { now } = teamSections([
    aMember('observer', { role: 'OBSERVER' }),
    aMember('member', { standIns: [aStandIn('present', 'CURRENT'), aStandIn('over', 'PAST')] }),
    aMember('lead', { role: 'LEAD' }),
  ]);
  expect(now.map(({ id }) => id)).toEqual(['lead', 'member', 'present', 'observer']);
});

it('tells who comes next first, and who left last first', () => {
  const { coming, former } = teamSections([
    aMember('later', { period: 'FUTURE', validFrom: '2027-02-01' }),
    aMember('long ago', { period: 'PAST', validTo: '2025-01-01' }),
    aMember('soon', { period: 'FUTURE', validFrom: '2026-12-01' }),
    aMember('lately', { period: 'PAST', validTo: '2026-10-01' }),
  ]);
  expect(coming.map(({ id }) => id)).toEqual(['soon', 'later']);
  expect(former.map(({ id }) => id)).toEqual(['lately', 'long ago']);
});
