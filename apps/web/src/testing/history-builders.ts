import type { ChangePartsFragment, HistoryRevisionFragment, ThingHistoryQuery } from '../gql/index.ts';
import { noor } from './builders.ts';

const value = (text: string) => ({ __typename: 'ChangeValue' as const, kind: 'TEXT' as const, text });

/** The words of a goal, before and after. */
export const aChange = (before: string | null, after: string, over: Partial<ChangePartsFragment> = {}): ChangePartsFragment => ({
  __typename: 'Change', ordinal: 0, entity: 'goal', entityId: 'goal-stairs', entityName: 'Carry my grandson upstairs', field: 'words', fieldName: 'Words',
  before: before === null ? null : value(before), after: value(after), added: false, isSafety: false, order: [], ...over,
});

export const aRevision = (over: Partial<HistoryRevisionFragment> = {}): HistoryRevisionFragment => ({
  __typename: 'Revision', number: 7, at: '2026-11-20T19:05:00Z', verb: 'goal.edit', reason: 'In her words', planVersion: 5, person: noor, onBehalfOf: null, contact: null,
  changes: [aChange('Climb stairs', 'Carry my grandson upstairs')], ...over,
});

export const aThingHistory = (patientId: string, revisions: readonly HistoryRevisionFragment[]): ThingHistoryQuery => ({
  patient: {
    __typename: 'Patient', id: patientId,
    history: {
      __typename: 'RevisionConnection', totalCount: revisions.length, pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: revisions.map((node) => ({ __typename: 'RevisionEdge', cursor: String(node.number), node })),
    },
  },
});
