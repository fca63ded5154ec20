import { expect, it } from '@jest/globals';
import type { HistoryChangeFragment } from '../../gql/index.ts';
import { changedThings } from './history-things.ts';

const aChange = (over: Partial<HistoryChangeFragment>): HistoryChangeFragment => ({
  __typename: 'Change', ordinal: 0, entity: 'goal', entityId: 'g1', entityName: 'Sleep through till six', field: 'status', fieldName: 'Status',
  before: null, after: { __typename: 'ChangeValue', kind: 'CODE', text: 'active' }, ...over,
});

it('gathers the fields of one thing in the order in which they were made', () => {
  const things = changedThings([aChange({ ordinal: 2, field: 'owner' }), aChange({ ordinal: 1, entityId: 'g2' }), aChange({ ordinal: 0 })]);
  expect(things.map(({ entityId, changes }) => [entityId, changes.map(({ field }) => field)])).toEqual([['g1', ['status', 'owner']], ['g2', ['status']]]);
});

it('leaves out what was and stays empty', () => {
  const changes = [aChange({ field: 'endReason', after: null }), aChange({ ordinal: 1, entity: 'plan', entityId: 'pl' })];
  expect(changedThings(changes).map(({ entity }) => entity)).toEqual(['plan']);
});
