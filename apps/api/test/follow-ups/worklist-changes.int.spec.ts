import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BULK_LIMIT } from '@plexus/domain';
import { randomUUID } from 'node:crypto';
import { ask } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { COORDINATOR, type Drawn, MENTOR, type Placed, STRANGER, place } from '../support/worklist-model.ts';
import { World } from '../support/world.ts';

interface Item {
  readonly followUpId: string;
  readonly outcome: string;
  readonly revision: number | null;
  readonly violations: readonly { readonly code: string; readonly field: string | null }[];
  readonly followUp: { readonly owner: { readonly id: string } | null; readonly dueOn: string; readonly priority: string; readonly snoozedUntil: string | null } | null;
}
const CHANGE = `mutation ($input: ChangeFollowUpsInput!) { changeFollowUps(input: $input) { followUpId outcome revision violations { code field } followUp { owner { id } dueOn priority snoozedUntil } } }`;
const SAVE = `mutation ($input: SaveViewInput!) { saveView(input: $input) { __typename ... on SavedViewChange { viewId view { name address isShared version } } ... on RuleViolation { violations { code field } } ... on EditConflict { revision groups { entity fields { field theirs mine } } } } }`;
const REMOVE = SAVE.replace('SaveViewInput', 'RemoveViewInput').replace('saveView', 'removeView');
/** As many as go at once, in the long run. */
const MANY = process.env.PLEXUS_LONG === '1' ? BULK_LIMIT : 60;
const FORBIDDEN = [7, MANY / 2, MANY - 1];
const VIEWS = '{ savedViews { id name address isShared version person { id } } }';

describe('many follow-ups at once', () => {
  let world: World;
  let placed: Placed;
  let coordinator: Client;
  let therapist: Client;

  beforeAll(async () => {
    world = await World.open();
    // Of four patients, the therapist treats three.
    const drawn: Drawn = {
      members: [0, 1, 2, 3].flatMap((patient) => [{ patient, person: 0, role: 'lead', from: -9, to: null }, ...(patient === 3 ? [] : [{ patient, person: 1, role: 'member', from: -9, to: null }])]) as Drawn['members'],
      standIns: [], leaves: [],
      followUps: Array.from({ length: 40 }, (_, i) => ({ patient: i % 4, asker: 0, owner: 0, safety: i === 8, referral: false, outside: false, state: i === 12 ? ('cancelled' as const) : ('open' as const), due: 1, snoozed: null })),
    };
    const clinic = await world.organization();
    placed = await place(world, clinic, drawn);
    coordinator = await world.as(placed.people[COORDINATOR]!);
    therapist = await world.as(placed.people[1]!);
  });
  afterAll(() => world.close());

  const items = (of: readonly Placed['followUps'][number][], baseRevision = 1) => of.map(({ id, patientId }) => ({ patientId, followUpId: id, baseRevision }));
  const change = async (by: Client, input: object): Promise<readonly Item[]> => (await by.data<{ changeFollowUps: Item[] }>(CHANGE, { input: { batchId: randomUUID(), ...input } })).changeFollowUps;
  const revisions = async () => Number((await world.rows<{ sum: string }>('SELECT sum(revision) FROM plexus.patient_record'))[0]!.sum);
  const ordinary = () => placed.followUps.filter(({ kind, state }) => kind !== 'safety' && state === 'open');

  it('are changed as far as they can be: the rest is named, each with its reason', async () => {
    const [lead] = placed.people;
    const answered = await change(therapist, { items: items(placed.followUps), assign: { ownerId: placed.people[1]!.personId } });
    expect(answered.map(({ followUpId }) => followUpId)).toEqual(placed.followUps.map(({ id }) => id));
    for (const [i, item] of answered.entries()) {
      const expected = i % 4 === 3 ? { outcome: 'NOT_FOUND', violations: [], followUp: null } // not one of their patients
        : i === 8 ? { outcome: 'REFUSED', violations: [{ code: 'SAFETY_NOT_IN_BULK', field: 'followUpId' }], followUp: { owner: { id: lead!.personId } } }
        : i === 12 ? { outcome: 'REFUSED', violations: [{ code: expect.any(String), field: expect.any(String) }], followUp: { owner: { id: lead!.personId } } } // it has ended
        : { outcome: 'DONE', violations: [], followUp: { owner: { id: placed.people[1]!.personId } } };
      expect([i, item]).toMatchObject([i, expected]);
    }
  });

  it('are five hundred at most: of these, three that are not the therapist’s are named, and the rest is done', async () => {
    const drawn: Drawn = {
      members: [0, 1].flatMap((patient) => [{ patient, person: 0, role: 'lead', from: -9, to: null }, ...(patient === 0 ? [{ patient, person: 1, role: 'member', from: -9, to: null }] : [])]) as Drawn['members'],
      standIns: [], leaves: [],
      followUps: Array.from({ length: MANY }, (_, i) => ({ patient: FORBIDDEN.includes(i) ? 1 : 0, asker: 0, owner: 0, safety: false, referral: false, outside: false, state: 'open' as const, due: 1, snoozed: null })),
    };
    const many = await place(world, await world.organization('Saltmarsh'), drawn);
    const { organizationId } = many.people[0]!;
    const answered = await change(await world.as(many.people[1]!), { items: items(many.followUps), dueOn: world.day(3) });
    expect(answered.flatMap(({ outcome }, i) => (outcome === 'DONE' ? [] : [[i, outcome]]))).toEqual(FORBIDDEN.map((i) => [i, 'NOT_FOUND']));
    const days = await world.rows<{ due_on: string; count: number }>('SELECT due_on::text, count(*)::int FROM plexus.follow_up WHERE organization_id = $1 GROUP BY 1 ORDER BY 1', [organizationId]);
    expect(days).toEqual([{ due_on: world.day(1), count: 3 }, { due_on: world.day(3), count: MANY - 3 }]);
  });

  it('are each a revision of its own, in one line for each patient; and a batch that is sent again is answered again', async () => {
    const some = ordinary().slice(0, 8);
    const before = await revisions();
    const batch = { batchId: randomUUID(), items: items(some, 1), dueOn: world.day(9) };
    const first = await change(coordinator, batch);
    expect(first.map(({ outcome }) => outcome)).toEqual(some.map(() => 'DONE'));
    expect(await revisions()).toBe(before + 8);
    expect(new Set(first.map(({ revision }, i) => `${some[i]!.patientId} ${revision}`)).size).toBe(8);
    expect(await change(coordinator, batch)).toEqual(first);
    expect(await revisions()).toBe(before + 8);
    // With something else under the same id nothing is done.
    const other = await change(coordinator, { ...batch, dueOn: world.day(10) });
    expect(other.map(({ outcome, violations }) => [outcome, violations[0]?.code])).toEqual(some.map(() => ['REFUSED', 'COMMAND_REUSED']));
    expect(await revisions()).toBe(before + 8);
  });

  it('go on where a batch was interrupted', async () => {
    const some = ordinary().slice(0, 6);
    const batchId = randomUUID();
    await change(coordinator, { batchId, items: items(some.slice(0, 2)), priority: 'SOON' });
    const before = await revisions();
    expect((await change(coordinator, { batchId, items: items(some), priority: 'SOON' })).map(({ outcome }) => outcome)).toEqual(some.map(() => 'DONE'));
    expect(await revisions()).toBe(before + 4);
  });

  it('overwrite nothing that a colleague changed since one looked', async () => {
    const [one, two] = ordinary();
    const base = await world.revisionOf(one!.patientId);
    await change(therapist, { items: items([one!], base), dueOn: world.day(20) });
    const [met, unmet] = await change(coordinator, { items: [...items([one!], base), ...items([two!], await world.revisionOf(two!.patientId))], dueOn: world.day(21) });
    expect([met!.outcome, met!.followUp!.dueOn, unmet!.outcome, unmet!.followUp!.dueOn]).toEqual(['CONFLICT', world.day(20), 'DONE', world.day(21)]);
  });

  it('are given back the days that they had, also when these are over; what was put off is back', async () => {
    const some = ordinary().slice(0, 4);
    await world.rows('UPDATE plexus.follow_up SET due_on = $1 WHERE id = ANY ($2)', [world.day(-4), some.map(({ id }) => id)]);
    const now = (sent: readonly Item[]) => some.map(({ id, patientId }, i) => ({ patientId, followUpId: id, baseRevision: sent[i]!.revision! }));
    const bases = await Promise.all(some.map(async ({ id, patientId }) => ({ patientId, followUpId: id, baseRevision: await world.revisionOf(patientId) })));
    const moved = await change(coordinator, { items: bases, dueOn: world.day(7) });
    expect(moved.map(({ outcome, followUp }) => [outcome, followUp!.dueOn])).toEqual(some.map(() => ['DONE', world.day(7)]));
    const other = await change(coordinator, { items: now(moved), dueOn: world.day(-3) });
    expect(other.map(({ violations }) => violations)).toEqual(some.map(() => [{ code: 'DUE_PAST', field: 'dueOn' }]));
    const back = await change(coordinator, { items: now(moved), dueOn: world.day(-4) });
    expect(back.map(({ outcome, followUp }) => [outcome, followUp!.dueOn])).toEqual(some.map(() => ['DONE', world.day(-4)]));
    const snoozed = await change(coordinator, { items: now(back), snoozeUntil: world.day(2) });
    const woken = await change(coordinator, { items: now(snoozed), snoozeUntil: null });
    expect([snoozed, woken].map((items) => items.map(({ outcome, followUp }) => [outcome, followUp!.snoozedUntil]))).toEqual([some.map(() => ['DONE', world.day(2)]), some.map(() => ['DONE', null])]);
  });

  it('are put off, or their owners reminded', async () => {
    const [one] = ordinary().filter(({ patientId }) => patientId === placed.patientIds[3]);
    const [snoozed] = await change(await world.as(placed.people[0]!), { items: items([one!]), snoozeUntil: world.day(3) });
    expect([snoozed!.outcome, snoozed!.followUp!.snoozedUntil]).toEqual(['DONE', world.day(3)]);
    expect((await change(coordinator, { items: items([one!]), remind: true })).map(({ outcome }) => outcome)).toEqual(['DONE']);
    const entries = await world.rows('SELECT kind, person_id FROM plexus.follow_up_entry WHERE follow_up_id = $1', [one!.id]);
    expect(entries).toEqual([{ kind: 'reminder', person_id: placed.people[COORDINATOR]!.personId }]);
  });

  it('are nobody’s whose part they are not', async () => {
    const input = { batchId: randomUUID(), items: items(placed.followUps.slice(0, 3)), priority: 'URGENT' };
    expect((await ask(await world.as(placed.people[MENTOR]!), CHANGE, { input })).verdict).toBe('FORBIDDEN');
    const before = await revisions();
    expect((await change(await world.as(placed.people[STRANGER]!), input)).map(({ outcome }) => outcome)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
    expect(await revisions()).toBe(before);
  });

  it.each<[input: (one: object) => object, field: string]>([
    [(one) => ({ batchId: 'x', items: [one], remind: true }), 'batchId'],
    [(one) => ({ batchId: '00000000-0000-0000-0000-00000000000a', items: [one], remind: true }), 'batchId'],
    [() => ({ items: [], remind: true }), 'items'],
    [(one) => ({ items: Array.from({ length: 501 }, () => one), remind: true }), 'items'],
    [(one) => ({ items: [one, one], remind: true }), 'items'],
    [(one) => ({ items: [{ ...one, followUpId: 'x' }], remind: true }), 'items'],
    [(one) => ({ items: [one] }), 'assign'],
    [(one) => ({ items: [one], remind: false }), 'assign'],
    [(one) => ({ items: [one], remind: true, priority: 'SOON' }), 'assign'],
  ])('are not changed by a batch that is wrong in itself (%#)', async (input, field) => {
    const [one] = items(ordinary());
    expect((await ask(coordinator, CHANGE, { input: { batchId: randomUUID(), ...input(one!) } })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
  });

  describe('under a name', () => {
    const save = async (by: Client, input: object) => (await by.data<{ saveView: Record<string, unknown> }>(SAVE, { input: { commandId: randomUUID(), name: 'Late referrals', address: 'queue=REFERRALS&pool=nurse', isShared: false, ...input } })).saveView;
    const remove = async (by: Client, input: object) => (await by.data<{ removeView: Record<string, unknown> }>(REMOVE, { input: { commandId: randomUUID(), ...input } })).removeView;
    const names = async (by: Client) => (await by.data<{ savedViews: { name: string }[] }>(VIEWS)).savedViews.map(({ name }) => name);

    it('are one’s own until they are shared, and changed by their owner only', async () => {
      const commandId = randomUUID();
      const saved = await save(therapist, { commandId });
      expect(saved).toEqual({ __typename: 'SavedViewChange', viewId: expect.any(String), view: { name: 'Late referrals', address: 'queue=REFERRALS&pool=nurse', isShared: false, version: 1 } });
      expect(await save(therapist, { commandId })).toEqual(saved);
      expect([await names(therapist), await names(coordinator)]).toEqual([['Late referrals'], []]);
      const { viewId } = saved;
      expect((await ask(coordinator, SAVE, { input: { commandId: randomUUID(), viewId, version: 1, name: 'Mine', address: '', isShared: false } })).verdict).toBe('NOT_FOUND');
      expect(await save(therapist, { viewId, version: 1, isShared: true })).toMatchObject({ view: { isShared: true, version: 2 } });
      expect(await names(coordinator)).toEqual(['Late referrals']);
      expect(await save(coordinator, { viewId, version: 2 })).toMatchObject({ violations: [{ code: 'VIEW_OF_OTHERS', field: 'viewId' }] });
      expect(await remove(coordinator, { viewId, version: 2 })).toMatchObject({ violations: [{ code: 'VIEW_OF_OTHERS', field: 'viewId' }] });
      expect(await save(therapist, { viewId, version: 1, name: 'Old hat' })).toMatchObject({ __typename: 'EditConflict', revision: 2, groups: [{ entity: 'saved-view', fields: [{ field: 'name', theirs: 'Late referrals', mine: 'Old hat' }, { field: 'address' }] }] });
      expect(await remove(therapist, { viewId, version: 2 })).toMatchObject({ viewId, view: null });
      expect([await names(therapist), await names(coordinator)]).toEqual([[], []]);
      const elsewhere = await world.organization('Marrowgate');
      expect(await names(await world.as(await world.person(elsewhere, 'Finn Foreigner', 'nurse')))).toEqual([]);
    });

    it.each([
      [{ name: ' ' }, 'REQUIRED name'], [{ name: 'x'.repeat(101) }, 'TOO_LONG name'], [{ name: 'a\0b' }, 'TEXT_UNPRINTABLE name'],
      [{ address: 'x'.repeat(2_001) }, 'TOO_LONG address'], [{ address: 'javascript:alert(1)' }, 'ADDRESS_ILL_FORMED address'], [{ address: '//evil.example' }, 'ADDRESS_ILL_FORMED address'],
    ])('are not saved when wrong (%#)', async (input, refusal) => {
      const { violations } = (await save(therapist, input)) as { violations: { code: string; field: string }[] };
      expect(violations.map(({ code, field }) => `${code} ${field}`)).toEqual([refusal]);
    });

    it('have one name each, and are few', async () => {
      await save(therapist, { name: 'Monday' });
      expect(await save(therapist, { name: 'Monday' })).toMatchObject({ violations: [{ code: 'VIEW_NAME_TAKEN', field: 'name' }] });
      const { organizationId, personId } = placed.people[1]!;
      await world.rows(`INSERT INTO plexus.saved_view SELECT $1, gen_random_uuid(), $2, 'View ' || n, '', false, 1 FROM generate_series(1, 49) n`, [organizationId, personId]);
      expect(await save(therapist, { name: 'One more' })).toMatchObject({ violations: [{ code: 'TOO_MANY_VIEWS', field: 'name' }] });
    });
  });
});
