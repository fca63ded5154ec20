import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aGoal, aPatient, anActivity } from '../testing/index.ts';
import { type RecordState, type UndoableChange, asOf } from './as-of.ts';
import { RENAMES, type Rename, SHAPE } from './registry.ts';
import type { FieldValue } from './values.ts';

const recordOf = (things: Record<string, Record<string, Record<string, FieldValue>>>): RecordState =>
  new Map(Object.entries(things).map(([entity, byId]) => [entity, new Map(Object.entries(byId))]));
const plain = (state: RecordState) => Object.fromEntries([...state].map(([entity, things]) => [entity, Object.fromEntries(things)]));

const change = (given: Partial<UndoableChange>): UndoableChange => ({
  revision: 1,
  ordinal: 0,
  entity: 'activity',
  entityId: 'duloxetine',
  field: 'doseText',
  shape: SHAPE,
  before: null,
  added: false,
  ...given,
});

describe('the record as it stood', () => {
  const now = recordOf({ activity: { duloxetine: { ...anActivity({ doseText: '60 mg twice a day' }) } }, goal: { library: { ...aGoal() } } });
  const doses = [
    change({ revision: 3, before: '30 mg once a day' }),
    change({ revision: 5, before: '60 mg once a day', ordinal: 1 }),
    change({ revision: 5, before: '45 mg once a day', ordinal: 0 }),
  ];
  // Revision 5 took two steps: from 45 to 60 mg, then from once to twice. Revision 4 wrote nothing here; revision 3 made 45 of 30.
  it.each([
    [7, '60 mg twice a day'],
    [5, '60 mg twice a day'],
    [4, '45 mg once a day'],
    [3, '45 mg once a day'],
    [2, '30 mg once a day'],
    [0, '30 mg once a day'],
  ])('at revision %d the dose was %s', (revision, dose) => {
    expect(asOf(now, revision, doses).get('activity')?.get('duloxetine')?.['doseText']).toBe(dose);
  });

  it('leaves what stands now as it is', () => {
    const before = structuredClone(now);
    asOf(now, 0, [...doses, change({ entity: 'goal', entityId: 'library', field: 'words', added: true })]);
    expect(now).toEqual(before);
  });

  it('leaves out what was added later, with all its fields', () => {
    const added = Object.keys(anActivity()).map((field, ordinal) => change({ revision: 2, ordinal, field, added: true }));
    expect(plain(asOf(now, 1, [...added, ...doses]))).toEqual({ activity: {}, goal: { library: aGoal() } });
    expect(asOf(now, 2, [...added, ...doses]).get('activity')?.get('duloxetine')).toEqual(anActivity({ doseText: '30 mg once a day' }));
  });

  it('passes by what the reader may not see: changes without their thing, and things of a kind it does not know', () => {
    const unseen = [change({ entityId: 'another' }), change({ entity: 'allergy', entityId: 'penicillin', field: 'severity' }), change({ entity: 'horoscope' })];
    expect(asOf(now, 0, unseen)).toEqual(now);
  });

  it('undoes a change that was written under the field\'s old name', () => {
    const planted: Rename[] = [
      { shape: SHAPE + 1, entity: 'activity', from: 'dose', to: 'doseWords' },
      { shape: SHAPE + 2, entity: 'activity', from: 'doseWords', to: 'doseText' },
    ];
    const renames = RENAMES as Rename[];
    renames.push(...planted);
    try {
      const changes = [
        change({ revision: 1, shape: SHAPE, field: 'dose', before: '15 mg once a day' }),
        change({ revision: 2, shape: SHAPE + 1, field: 'doseWords', before: '30 mg once a day' }),
        change({ revision: 3, shape: SHAPE + 2, field: 'doseText', before: '45 mg once a day' }),
      ];
      const then = [3, 2, 1, 0].map((revision) => asOf(now, revision, changes).get('activity')?.get('duloxetine'));
      expect(then).toEqual(['60 mg twice a day', '45 mg once a day', '30 mg once a day', '15 mg once a day'].map((doseText) => anActivity({ doseText })));
    } finally {
      renames.splice(renames.length - planted.length);
    }
  });
});

it('undone backwards, a record is at every revision what it was then, in whatever order its history is read', () => {
  const KINDS = { activity: { ...anActivity() }, goal: { ...aGoal() }, patient: { ...aPatient() } } as const;
  type Kind = keyof typeof KINDS;
  const value: fc.Arbitrary<FieldValue> = fc.oneof(fc.constantFrom('a', 'b', null, true, 7), fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }));
  // One write of a revision: to a thing that may or may not be there yet. Two writes of one revision may well be to the same field.
  const write = fc.constantFrom<Kind>('activity', 'goal', 'patient').chain((kind) =>
    fc.record({ kind: fc.constant(kind), id: fc.constantFrom('1', '2'), field: fc.constantFrom(...Object.keys(KINDS[kind]).slice(0, 3)), value }),
  );
  const revisions = fc.array(fc.array(write, { minLength: 1, maxLength: 5 }), { maxLength: 12 });

  fc.assert(
    fc.property(
      revisions.chain((history) => fc.tuple(fc.constant(history), fc.infiniteStream(fc.nat()))),
      ([history, order]) => {
        const state: Record<Kind, Record<string, Record<string, FieldValue>>> = { activity: { 1: { ...KINDS.activity } }, goal: {}, patient: { 1: { ...KINDS.patient } } };
        const remembered = [structuredClone(state)];
        const changes: UndoableChange[] = [];
        history.forEach((writes, i) => {
          const revision = i + 1;
          let ordinal = 0;
          for (const { kind, id, field, value: after } of writes) {
            const thing = state[kind][id];
            if (thing === undefined) {
              state[kind][id] = { ...KINDS[kind], [field]: after };
              for (const name of Object.keys(KINDS[kind])) changes.push(change({ revision, ordinal: ordinal++, entity: kind, entityId: id, field: name, added: true }));
            } else {
              changes.push(change({ revision, ordinal: ordinal++, entity: kind, entityId: id, field, before: thing[field] ?? null }));
              thing[field] = after;
            }
          }
          remembered.push(structuredClone(state));
        });

        const shuffled = changes.map((row) => ({ row, key: order.next().value })).sort((a, b) => a.key - b.key).map(({ row }) => row);
        const now = recordOf(state);
        for (const [revision, then] of remembered.entries()) expect(plain(asOf(now, revision, shuffled))).toEqual(then);
      },
    ),
    { numRuns: 300 },
  );
});
