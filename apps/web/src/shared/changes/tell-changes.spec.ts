import { beforeEach, describe, expect, it } from '@jest/globals';
import { ACTIVITY_FORMS, REGISTRY, detailsOfForm, entitySpec, isEntityName, type ActivityForm, type EntityName } from '@plexus/domain';
import { chartMessages } from '../../app/chart-messages.ts';
import { messages } from '../../app/messages.ts';
import type { ChangePartsFragment, ValueKind } from '../../gql/index.ts';
import { aChange, aValue } from '../../testing/changes.ts';
import { plain, teller } from '../../testing/tell.tsx';
import { plainLine } from './tell-changes.ts';
import { HEADLINES, TELLINGS, tellingOf } from './telling.ts';

const IDS: Readonly<Record<string, string>> = { ...messages, ...chartMessages };
const FIELDS = Object.keys(REGISTRY).flatMap((entity) => Object.keys(entitySpec(entity as EntityName).fields).map((field) => [entity as EntityName, field] as const));
const codesOf = (entity: string, field: string) => Object.keys(IDS).flatMap((id) => (id.startsWith(`value.${entity}.${field}.`) ? [id.slice(`value.${entity}.${field}.`.length)] : []));

const SAMPLES: Readonly<Record<string, readonly [string, string]>> = {
  text: ['As it was', 'As it is'], date: ['2026-12-01', '2027-01-10'], instant: ['2026-11-20T15:00:00Z', '2026-11-21T16:00:00Z'], person: ['Lucia Ferrante, PT', 'Hamid Solberg, PT'],
  member: ['Lucia Ferrante, PT', 'Hamid Solberg, PT'], catalogue: ['Fibromyalgia', 'Migraine'], number: ['30', '60'], boolean: ['true', 'false'], goal: ['Walk', 'Sleep'], thing: ['Walk', 'Sleep'],
};
function samplesOf(entity: EntityName, field: string): readonly [string, string] {
  const { kind } = entitySpec(entity).fields[field]!;
  if (field === 'taper') return ['2026-12-01 30 × 2', '2026-12-01 20 × 2'];
  if (kind !== 'code') return SAMPLES[kind]!;
  const [before = 'one', after = 'other'] = codesOf(entity, field);
  return [before, after];
}
const valueOf = (entity: EntityName, field: string, text: string) => aValue(entitySpec(entity).fields[field]!.kind.toUpperCase() as ValueKind, text);
const edited = (entity: EntityName, field: string, from: string, to: string, over: Partial<ChangePartsFragment> = {}) =>
  aChange({ entity, entityId: 'thing', entityName: 'Thing', field, fieldName: field, before: valueOf(entity, field, from), after: valueOf(entity, field, to), ...over });
/** Neither a code, an ISO day nor a hole in a sentence. */
const RAW = /undefined|NaN|\bnull\b|change\.|field\.|value\.|\uE000|\d{4}-\d{2}-\d{2}/;

let tell: ReturnType<typeof teller>;
beforeEach(() => { tell = teller(); });

describe('the table of sentences', () => {
  it('has every field of the record, and no other', () => {
    const told = Object.entries(TELLINGS).flatMap(([entity, fields]) => Object.keys(fields).map((field) => [entity, field]));
    expect(told.map(String).sort()).toEqual(FIELDS.map(String).sort());
  });

  it('names fields that are there, and sentences that the catalogue has', () => {
    for (const [entity, field] of FIELDS) {
      const telling = tellingOf(entity, field);
      if (telling.startsWith('with ')) expect([entity, field, Object.hasOwn(entitySpec(entity).fields, telling.slice(5))]).toEqual([entity, field, true]);
      if (telling === 'own') expect([entity, field, `change.${entity}.${field}` in IDS || `change.${entity}.${field}.set` in IDS]).toEqual([entity, field, true]);
      if (telling === 'state') {
        expect([entity, field, codesOf(entity, field).length > 1]).toEqual([entity, field, true]);
        for (const code of codesOf(entity, field)) expect([`change.${entity}.${field}.${code}`, `change.${entity}.${field}.${code}` in IDS]).toEqual([`change.${entity}.${field}.${code}`, true]);
      }
    }
    for (const [entity, fields] of Object.entries(HEADLINES)) for (const field of fields ?? []) expect([entity, field, isEntityName(entity) && Object.hasOwn(entitySpec(entity).fields, field)]).toEqual([entity, field, true]);
    for (const entity of Object.keys(REGISTRY)) expect([entity, `change.${entity}.added` in IDS]).toEqual([entity, true]);
  });

  it.each(FIELDS)('%s.%s changed: one line, in words, with its direction', (entity, field) => {
    const [from, to] = samplesOf(entity, field);
    const there = tell([edited(entity, field, from, to)]);
    const lines = there.flatMap((thing) => thing.lines);
    expect(lines.filter(({ fields }) => fields.includes(field))).toHaveLength(1);
    const [line] = plain(there);
    expect(line).toMatch(/\S/);
    expect(line).not.toMatch(RAW);
    if (to.includes('-') && codesOf(entity, field).includes(to)) expect(line).not.toContain(to);
    expect(plain(tell([edited(entity, field, to, from)]))).not.toEqual([line]);
    expect(plain(tell([edited(entity, field, from, to, { before: null })]))[0]).not.toMatch(RAW);
    expect(plain(tell([edited(entity, field, from, to, { after: null })]))[0]).toMatch(/\S/);
  });

  it.each(Object.keys(REGISTRY) as EntityName[])('a new %s: a line that says so, and each of its fields once', (entity) => {
    const fields = Object.keys(entitySpec(entity).fields);
    const [thing] = tell(fields.map((field, ordinal) => edited(entity, field, '', samplesOf(entity, field)[1], { before: null, added: true, ordinal })));
    expect(plainLine(thing!.lines[0]!).startsWith(IDS[`change.${entity}.added`]!)).toBe(true);
    expect([...thing!.lines, ...thing!.details].flatMap((line) => line.fields).sort()).toEqual(fields.sort());
    for (const line of [...thing!.lines, ...thing!.details]) expect(plainLine(line)).not.toMatch(RAW);
  });

  it.each(Object.keys(ACTIVITY_FORMS) as ActivityForm[])('an activity of the kind %s: every field of its order is told, new and changed', (form) => {
    const names = detailsOfForm(form);
    const all = names.map((field, ordinal) => edited('activity', field, ...samplesOf('activity', field), { ordinal }));
    const [changed] = tell(all);
    expect(changed!.lines.flatMap(({ fields }) => fields).sort()).toEqual([...names].sort());
    for (const line of changed!.lines) expect(plainLine(line)).not.toMatch(RAW);
    // What is read together is told together.
    expect(changed!.lines.filter(({ fields }) => fields.length > 1 && fields.every((field) => tellingOf('activity', field) === 'order')).length).toBeLessThanOrEqual(1);
  });
});

const order = (...parts: [field: string, kind: ValueKind, text: string][]) => parts.map(([field, kind, text]) => ({ __typename: 'OrderPart' as const, field, value: aValue(kind, text) }));
const duloxetine = order(['drug', 'TEXT', 'duloxetine'], ['doseAmount', 'NUMBER', '60'], ['doseUnit', 'TEXT', 'mg'], ['timesPerDay', 'NUMBER', '1'], ['catalogueId', 'CATALOGUE', 'Duloxetine (SNRI)']);
const activity = { entity: 'activity', entityId: 'a1', entityName: 'Duloxetine (SNRI)' };

describe('what a clinician reads', () => {
  it.each<[what: string, changes: readonly Partial<ChangePartsFragment>[], lines: string[]]>([
    ['a dose with its unit and how often', [{ ...activity, field: 'doseAmount', before: aValue('NUMBER', '30'), after: aValue('NUMBER', '60'), order: duloxetine }], ['30 → 60 mg once a day']],
    ['a dose in the list of medicines', [{ entity: 'medicine', entityName: 'sertraline', field: 'timesPerDay', before: aValue('NUMBER', '1'), after: aValue('NUMBER', '2'),
      order: order(['drug', 'TEXT', 'sertraline'], ['doseAmount', 'NUMBER', '50'], ['doseUnit', 'CODE', 'mcg'], ['route', 'CODE', 'nasal'], ['timesPerDay', 'NUMBER', '2']) }], ['50 micrograms in the nose once → twice a day']],
    ['another drug, named on both sides', [{ entity: 'medicine', entityName: 'citalopram', field: 'drug', before: aValue('TEXT', 'sertraline'), after: aValue('TEXT', 'citalopram'), order: order(['drug', 'TEXT', 'citalopram'], ['doseAmount', 'NUMBER', '20'], ['doseUnit', 'CODE', 'mg']) }], ['sertraline → citalopram 20 mg']],
    ['amount and times at once, whole on both sides', [
      { ...activity, field: 'doseAmount', before: aValue('NUMBER', '30'), after: aValue('NUMBER', '60'), order: duloxetine },
      { ...activity, ordinal: 1, field: 'timesPerDay', before: aValue('NUMBER', '2'), after: aValue('NUMBER', '1'), order: duloxetine },
    ], ['30 mg twice a day → 60 mg once a day']],
    ['what the words of an order do not show, beside it', [
      { ...activity, field: 'doseAmount', before: aValue('NUMBER', '30'), after: aValue('NUMBER', '60'), order: duloxetine },
      { ...activity, ordinal: 1, field: 'startWeight', before: aValue('NUMBER', '80'), after: aValue('NUMBER', '75'), order: duloxetine },
    ], ['30 → 60 mg once a day', 'Weight at the start, kg: 80 → 75']],
    ['a target', [{ field: 'targetValue', before: aValue('NUMBER', '6.5'), after: aValue('NUMBER', '7'), order: order(['targetMeasure', 'CATALOGUE', 'Sleep'], ['targetUnit', 'TEXT', 'h']) }], ['Target Sleep 6.5 → 7 h']],
    ['a review', [{ entity: 'plan', field: 'reviewDate', before: aValue('DATE', '2026-12-03'), after: aValue('DATE', '2027-01-10') }], ['Review moved 3 Dec 2026 → 10 Jan 2027']],
    ['a first review', [{ entity: 'plan', field: 'reviewDate', before: null, after: aValue('DATE', '2027-01-10') }], ['Review on 10 Jan 2027']],
    ['a new member', [
      { entity: 'team-member', entityName: 'Dr. Chen', added: true, field: 'discipline', after: aValue('CATALOGUE', 'Rheumatologist') },
      { entity: 'team-member', entityName: 'Dr. Chen', added: true, field: 'role', after: aValue('CODE', 'member'), ordinal: 1 },
    ], ['Joined the team: Rheumatologist, Member']],
    ['a pause with its reason', [
      { ...activity, field: 'status', before: aValue('CODE', 'active'), after: aValue('CODE', 'on-hold') },
      { ...activity, ordinal: 1, field: 'statusReason', after: aValue('TEXT', 'Nausea') },
    ], ['Put on hold (Nausea)']],
    ['what goes on again', [{ ...activity, field: 'status', before: aValue('CODE', 'on-hold'), after: aValue('CODE', 'active') }], ['Resumed']],
    ['a dose in words', [{ ...activity, field: 'doseText', before: aValue('TEXT', '2 × 8 slow'), after: aValue('TEXT', '3 × 8 slow') }], ['2 → 3 × 8 slow']],
    ['what was taken out', [{ field: 'owner', before: aValue('PERSON', 'Noor'), after: null }], ['Owner: Noor taken out']],
    ['what was and stays empty', [{ field: 'owner', before: null, after: null }], []],
    ['what the catalogue does not know yet', [{ entity: 'braid', field: 'strand', fieldName: 'Strand', before: null, after: aValue('CODE', 'double') }], ['Strand: double']],
  ])('%s', (_what, changes, lines) => {
    expect(plain(tell(changes.map((change) => aChange(change))))).toEqual(lines);
  });

  it('tells each thing by itself, in the order in which they were changed', () => {
    const told = tell([aChange({ ordinal: 2, field: 'owner' }), aChange({ ordinal: 1, entityId: 'g2', entityName: 'Sleep' }), aChange({ ordinal: 0, field: 'achievement', before: aValue('CODE', 'improving'), after: aValue('CODE', 'worsening') })]);
    expect(told.map(({ name, lines }) => [name, lines.map(plainLine)])).toEqual([['Stairs', ['Achievement: Improving → Worsening', 'Owner: Dr. Noor Bellweather']], ['Sleep', ['Owner: Dr. Noor Bellweather']]]);
  });
});
