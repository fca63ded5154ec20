import { expect, it } from '@jest/globals';
import { REGISTRY, entitySpec, isEntityName } from './registry.ts';
import { SAFETY_CHANGES, SAFETY_ENTITIES, type ThingKind, isSafetyChange } from './safety-changes.ts';
import type { FieldValue } from './values.ts';

const isSafety = (entity: string, field: string, after: FieldValue = 'x', kind: ThingKind | null = null) => isSafetyChange({ entity, field, after }, kind);

it('names only things and fields that the record has', () => {
  for (const { entity, fields = [] } of SAFETY_CHANGES) for (const field of fields) expect([entity, field, Object.hasOwn(entitySpec(entity).fields, field)]).toEqual([entity, field, true]);
  expect(SAFETY_ENTITIES.every(isEntityName)).toBe(true);
});

it.each(['medicine', 'allergy', 'named-substance', 'device', 'red-flag-screen'] as const)('every change of a %s concerns safety', (entity) => {
  for (const field of Object.keys(REGISTRY[entity].fields)) expect([field, isSafety(entity, field)]).toEqual([field, true]);
});

it.each<[string, string, FieldValue, ThingKind | null, boolean]>([
  ['activity', 'doseAmount', 60, 'medication', true],
  ['activity', 'doseText', '60 mg', 'opioid', true],
  ['activity', 'catalogueId', 'med.duloxetine', 'medication', true],
  ['activity', 'taper', ['2026-12-01 30 × 2'], 'opioid', true],
  ['activity', 'doseAmount', 60, null, true],
  ['activity', 'doseText', '3× a week', 'exercise', false],
  ['activity', 'minutes', 30, 'exercise', false],
  ['activity', 'steroidDose', 40, 'procedure', true],
  ['activity', 'owner', 'someone', 'opioid', false],
  ['activity', 'status', 'on-hold', 'exercise', true],
  ['activity', 'status', 'stopped', 'exercise', true],
  ['activity', 'status', 'active', 'medication', false],
  ['activity', 'status', 'completed', 'exercise', false],
  ['activity', 'decision', 'stop', 'exercise', true],
  ['activity', 'decision', 'keep', 'exercise', false],
  ['goal', 'status', 'on-hold', null, true],
  ['goal', 'targetValue', 7, null, false],
  ['plan', 'status', 'on-hold', null, true],
  ['plan', 'agreedMessage', 'Hurt is not harm.', null, false],
  ['consent', 'status', 'withdrawn', null, true],
  ['consent', 'status', 'given', null, false],
  ['patient', 'allergyStatus', 'none-known', null, true],
  ['patient', 'phone', '1', null, false],
  ['team-member', 'role', 'lead', null, false],
  ['problem', 'status', 'resolved', null, false],
  ['follow-up', 'what', 'Call about the fall', 'safety', true],
  ['follow-up', 'state', 'cancelled', 'safety', true],
  ['follow-up', 'state', 'cancelled', 'review', false],
  ['follow-up-entry', 'text', 'No answer', null, false],
])('%s.%s to %p (%s): %p', (entity, field, after, kind, expected) => {
  expect(isSafety(entity, field, after, kind)).toBe(expected);
});
