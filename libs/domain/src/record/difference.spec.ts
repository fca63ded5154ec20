import { describe, expect, it } from '@jest/globals';
import { type NetChange, differencesOf } from './difference.ts';
import { RENAMES, type Rename, SHAPE } from './registry.ts';

const change = (given: Partial<NetChange>): NetChange => ({
  revision: 4, ordinal: 0, entity: 'activity', entityId: 'duloxetine', field: 'doseText', shape: SHAPE, before: '30 mg', after: '60 mg', added: false, ...given,
});
const inShort = (changes: readonly NetChange[]) => differencesOf(changes).map(({ entityId, difference, changes: fields }) => [entityId, difference, ...fields.map(({ field, before, after }) => [field, before, after])]);

describe('what is different between two moments', () => {
  it.each<[string, NetChange[], unknown[]]>([
    ['a field that changed', [change({})], [['duloxetine', 'changed', ['doseText', '30 mg', '60 mg']]]],
    ['a field that changed and changed back', [change({ after: '30 mg' })], []],
    ['a list with the same members', [change({ entity: 'goal', field: 'participants', before: ['a', 'b'], after: ['a', 'b'] })], []],
    ['a thing that was added, with a field that was set later', [change({ before: null, added: true }), change({ revision: 6, field: 'nextStep', before: null, after: 'Call' })],
      [['duloxetine', 'added', ['doseText', null, '60 mg'], ['nextStep', null, 'Call']]]],
    ['a thing that was entered in error', [change({ field: 'status', before: 'active', after: 'entered-in-error' })], [['duloxetine', 'removed', ['status', 'active', 'entered-in-error']]]],
    ['a thing that was added and entered in error', [change({ before: null, added: true }), change({ field: 'status', before: null, after: 'entered-in-error', added: true, ordinal: 1 })], []],
    ['things in the order in which they changed', [change({ revision: 9 }), change({ revision: 5, entityId: 'tramadol' })], [['tramadol', 'changed', ['doseText', '30 mg', '60 mg']], ['duloxetine', 'changed', ['doseText', '30 mg', '60 mg']]]],
  ])('%s', (_, changes, different) => {
    expect(inShort(changes)).toEqual(different);
  });

  it('is one change of a field that was renamed in between', () => {
    const renames = RENAMES as Rename[];
    renames.push({ shape: SHAPE + 1, entity: 'activity', from: 'dose', to: 'doseText' });
    try {
      const changes = [change({ revision: 7, shape: SHAPE + 1, before: '45 mg', after: '60 mg' }), change({ field: 'dose', before: '30 mg', after: '45 mg' })];
      expect(differencesOf(changes).map((thing) => thing.changes.map(({ before, after }) => [before, after]))).toEqual([[['30 mg', '60 mg']]]);
      expect(differencesOf([change({ revision: 7, shape: SHAPE + 1, before: '45 mg', after: '30 mg' }), change({ field: 'dose', before: '30 mg', after: '45 mg' })])).toEqual([]);
    } finally {
      renames.pop();
    }
  });
});
