import type { WorklistQuery, WorklistRowFragment } from '../gql/index.ts';
import { aPerson } from './builders.ts';
import { aFollowUpRow } from './follow-up-builders.ts';

/** For specs: a task of Lucia's about Marisol, due on the builders' Monday. */
export const aWorklistRow = (over: Partial<WorklistRowFragment> = {}): WorklistRowFragment => ({
  ...aFollowUpRow({ id: 'retest', shape: 'TASK', state: 'OPEN', askedBy: aPerson(), dueOn: '2026-11-23', revision: 40 }),
  patient: { __typename: 'Patient', id: 'patient-marisol', mrn: '204-881', givenName: 'Marisol', familyName: 'Okafor-Reyes', preferredName: null },
  ...over,
});

export const aWorklist = (rows: readonly WorklistRowFragment[], over: Partial<WorklistQuery['followUps']> = {}): WorklistQuery => ({
  followUps: {
    __typename: 'FollowUpConnection',
    edges: rows.map((node) => ({ __typename: 'FollowUpEdge', cursor: `after ${node.id}`, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: rows.length,
    counts: { __typename: 'FollowUpCounts', needsMe: 11, overdue: 4, waiting: 9, referrals: 7, unowned: 1_000, escalated: 2, reported: 0 },
    ...over,
  },
});
