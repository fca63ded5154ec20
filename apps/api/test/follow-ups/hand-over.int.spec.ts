import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask, done } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { FollowUpClinic } from '../support/follow-up-clinic.ts';
import { clinician, sharedPatient } from '../support/record-clinic.ts';

interface Item {
  readonly followUpId: string;
  readonly outcome: string;
  readonly revision: number | null;
  readonly violations: readonly { readonly code: string; readonly field: string | null }[];
}
const ITEM = 'followUpId outcome revision violations { code field }';
const HAND_OVER = `mutation ($input: HandOverFollowUpsInput!) { handOverFollowUps(input: $input) { ${ITEM} } }`;
const UNDO = `mutation ($input: UndoHandOverInput!) { undoHandOver(input: $input) { ${ITEM} } }`;

describe('what one member has, handed over in one step', () => {
  let clinic: FollowUpClinic;
  beforeAll(async () => {
    clinic = await FollowUpClinic.open();
  });
  afterAll(() => clinic.close());
  beforeEach(async () => {
    await clinic.world.rows('DELETE FROM plexus.leave');
    await clinic.newPatient();
  });

  const idOf = (who: keyof FollowUpClinic['people']) => clinic.people[who].person.personId;
  const to = (who: keyof FollowUpClinic['people']) => ({ ownerId: idOf(who) });
  const item = async (followUpId: string, receiver: object, over: object = {}) => ({ patientId: clinic.patientId, followUpId, baseRevision: await clinic.world.revisionOf(clinic.patientId), ...receiver, ...over });
  const input = (items: readonly object[], over: object = {}) => ({ input: { batchId: randomUUID(), fromPersonId: idOf('lucia'), items, ...over } });
  const handOver = async (by: Client, items: readonly object[], over: object = {}): Promise<Item[]> => (await by.data<{ handOverFollowUps: Item[] }>(HAND_OVER, input(items, over))).handOverFollowUps;
  const undo = async (by: Client, items: readonly Item[]): Promise<Item[]> =>
    (await by.data<{ undoHandOver: Item[] }>(UNDO, { input: { batchId: randomUUID(), items: items.map(({ followUpId, revision }) => ({ patientId: clinic.patientId, followUpId, baseRevision: revision })) } })).undoHandOver;
  const said = (items: readonly Item[]) => items.map(({ outcome, violations }) => [outcome, ...violations.map(({ code, field }) => `${code} ${field}`)].join(' '));
  const revision = () => clinic.world.revisionOf(clinic.patientId);

  it('goes to whom each was meant for, by a revision of its own; what concerns safety only to a person by name', async () => {
    const { ingrid, jonas, lucia } = clinic.people;
    const [asked, task, safety, alarm] = [await clinic.opens(ingrid), await clinic.opens(ingrid, { shape: 'TASK' }), await clinic.opens(ingrid, { kind: 'SAFETY' }), await clinic.opens(ingrid, { kind: 'SAFETY' })];
    await clinic.moves(lucia, asked, 'ACCEPT');
    const before = await revision();
    const answered = await handOver(jonas.client, [await item(asked, to('hamid')), await item(task, { pool: 'physical-therapist' }), await item(safety, to('ingrid')), await item(alarm, { pool: 'physical-therapist' })]);
    expect(answered.map(({ followUpId }) => followUpId)).toEqual([asked, task, safety, alarm]);
    expect(said(answered)).toEqual(['DONE', 'DONE', 'DONE', 'REFUSED SAFETY_TO_POOL pool']);
    expect(answered.map((one) => one.revision)).toEqual([before + 1, before + 2, before + 3, null]);
    // Who is asked anew answers anew.
    expect(await clinic.one(ingrid, asked)).toMatchObject({ owner: { name: 'Hamid' }, state: 'PROPOSED' });
    expect(await clinic.one(ingrid, task)).toMatchObject({ owner: null, pool: { id: 'physical-therapist' }, isUnowned: true });
    expect(await clinic.one(ingrid, safety)).toMatchObject({ owner: { name: 'Ingrid' } });
    expect(await clinic.one(ingrid, alarm)).toMatchObject({ owner: { name: 'Lucia' }, holding: 'OWNER' });
    const verbs = await clinic.world.rows('SELECT verb FROM plexus.revision WHERE patient_id = $1 AND number > $2', [clinic.patientId, before]);
    expect(verbs).toEqual(Array.from({ length: 3 }, () => ({ verb: 'follow-up.hand-over' })));
  });

  it('is answered again when it is sent twice, and is nothing else under the same id', async () => {
    const { ingrid, jonas } = clinic.people;
    const items = [await item(await clinic.opens(ingrid), to('hamid')), await item(await clinic.opens(ingrid), to('hamid'))];
    const batchId = randomUUID();
    const first = await handOver(jonas.client, items, { batchId });
    const after = await revision();
    expect(said(first)).toEqual(['DONE', 'DONE']);
    expect(await handOver(jonas.client, items, { batchId })).toEqual(first);
    expect(said(await handOver(jonas.client, items.map((one) => ({ ...one, ...to('ingrid') })), { batchId }))).toEqual(['REFUSED COMMAND_REUSED commandId', 'REFUSED COMMAND_REUSED commandId']);
    expect(await revision()).toBe(after);
  });

  it('is not taken from whoever a colleague gave it to meanwhile, whether one saw that or not', async () => {
    const { ingrid, jonas } = clinic.people;
    const id = await clinic.opens(ingrid);
    const stale = await item(id, to('hamid'));
    await clinic.does(ingrid, 'assignFollowUp', { followUpId: id, ...to('ingrid') });
    expect(said(await handOver(jonas.client, [stale]))).toEqual(['CONFLICT']);
    expect(said(await handOver(jonas.client, [await item(id, to('hamid'))]))).toEqual(['REFUSED OF_ANOTHER_OWNER followUpId']);
    expect(await clinic.one(ingrid, id)).toMatchObject({ owner: { name: 'Ingrid' } });
  });

  it('leaves a report and a refusal with whoever asked', async () => {
    const { ingrid, jonas, lucia } = clinic.people;
    const [reported, declined] = [await clinic.opens(ingrid), await clinic.opens(ingrid)];
    await clinic.moves(lucia, reported, 'ACCEPT');
    await clinic.moves(lucia, reported, 'REPORT', { outcome: 'Even' });
    await clinic.moves(lucia, declined, 'DECLINE', { reason: 'Not mine' });
    expect(said(await handOver(jonas.client, [await item(reported, to('hamid')), await item(declined, to('hamid'))]))).toEqual(['REFUSED WITH_ASKER followUpId', 'REFUSED WITH_ASKER followUpId']);
  });

  it('is refused by name to whom it cannot go', async () => {
    const id = await clinic.opens(clinic.people.ingrid);
    const refused = async (receiver: object) => said(await handOver(clinic.people.jonas.client, [await item(id, receiver)]))[0];
    expect(await refused(to('bridget'))).toBe('REFUSED NOT_ON_TEAM ownerId');
    expect(await refused(to('lucia'))).toBe('REFUSED HANDED_TO_SELF ownerId');
    expect(await refused({ pool: 'dietitian' })).toBe('REFUSED POOL_NOT_ON_TEAM pool');
    expect(await refused({})).toBe('REFUSED OWNER_OR_POOL ownerId');
    expect(await refused({ ...to('hamid'), pool: 'physical-therapist' })).toBe('REFUSED OWNER_OR_POOL ownerId');
    expect(await refused({ ...to('hamid'), baseRevision: 1_000 })).toBe('REFUSED INVALID baseRevision');
    await done(clinic.people.jonas.client, 'setLeave', { personId: idOf('hamid'), startsOn: clinic.world.today, endsOn: clinic.world.day(9) });
    expect(await refused(to('hamid'))).toBe('REFUSED ASSIGNEE_AWAY ownerId');
  });

  it('is not found where the patient is not one’s own', async () => {
    const { ingrid, jonas, lucia } = clinic.people;
    const elsewhere = await clinician(clinic.world, await clinic.world.organization('Marrowgate'), 'Freya', 'nurse', ['coordinator']);
    const id = await clinic.opens(ingrid);
    const mine = await item(id, to('hamid'));
    expect(said(await handOver(elsewhere.client, [mine]))).toEqual(['NOT_FOUND']);
    const other = await sharedPatient(clinic.world, ingrid, lucia);
    const unknown = [{ ...mine, patientId: randomUUID() }, { ...mine, followUpId: randomUUID() }, { ...mine, patientId: other, baseRevision: 1 }];
    for (const one of unknown) expect(said(await handOver(jonas.client, [one]))).toEqual(['NOT_FOUND']);
    expect(await clinic.one(ingrid, id)).toMatchObject({ owner: { name: 'Lucia' } });
  });

  it('is theirs to hand over, or a coordinator’s, and nobody else’s', async () => {
    const { ingrid, hamid, bridget, lucia } = clinic.people;
    const mentor = await clinician(clinic.world, clinic.organization, 'Philippa', 'peer-mentor');
    const id = await clinic.opens(ingrid);
    const before = await revision();
    for (const { client } of [ingrid, hamid, bridget, mentor]) {
      expect((await ask(client, HAND_OVER, input([await item(id, to('hamid'))]))).verdict).toBe('FORBIDDEN');
    }
    expect(await revision()).toBe(before);
    expect(said(await handOver(lucia.client, [await item(id, to('hamid'))]))).toEqual(['DONE']);
  });

  it('is not what is wrong in itself', async () => {
    const one = await item(await clinic.opens(clinic.people.ingrid), to('hamid'));
    const wrong = async (over: object) => (await ask(clinic.people.jonas.client, HAND_OVER, input([one], over))).error?.extensions;
    expect(await wrong({ batchId: 'x' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'batchId' });
    expect(await wrong({ fromPersonId: 'x' })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'fromPersonId' });
    for (const items of [[], [one, one], Array.from({ length: 501 }, () => one)]) expect(await wrong({ items })).toMatchObject({ code: 'BAD_USER_INPUT', field: 'items' });
  });

  describe('and taken back', () => {
    it('is what it was: state, age, and an owner who is away', async () => {
      const { ingrid, jonas, lucia } = clinic.people;
      const [asked, safety] = [await clinic.opens(ingrid), await clinic.opens(ingrid, { kind: 'SAFETY' })];
      await clinic.moves(lucia, asked, 'ACCEPT');
      await done(jonas.client, 'setLeave', { personId: idOf('lucia'), startsOn: clinic.world.today, endsOn: clinic.world.day(9) });
      const stood = [await clinic.one(ingrid, asked), await clinic.one(ingrid, safety)];
      clinic.world.clock.moveTo(new Date(clinic.world.clock.now().getTime() + 5_000));
      const given = await handOver(jonas.client, [await item(asked, to('hamid')), await item(safety, to('ingrid'))]);
      expect(await clinic.one(ingrid, asked)).not.toEqual(stood[0]);
      expect(said(await undo(jonas.client, given))).toEqual(['DONE', 'DONE']);
      expect([await clinic.one(ingrid, asked), await clinic.one(ingrid, safety)]).toEqual(stood);
    });

    it('is not, when its new owner acted, somebody else did it, or a minute went by', async () => {
      const { ingrid, jonas, hamid, lucia } = clinic.people;
      const [met, unmet] = [await clinic.opens(ingrid), await clinic.opens(ingrid)];
      const given = await handOver(jonas.client, [await item(met, to('hamid')), await item(unmet, to('hamid'))]);
      await clinic.moves(hamid, met, 'ACCEPT');
      expect(said(await undo(lucia.client, given.slice(1)))).toEqual(['REFUSED UNDO_NOT_YOURS revision']);
      expect(said(await undo(jonas.client, given.slice(0, 1)))).toEqual(['CONFLICT']);
      expect(said(await undo(jonas.client, [{ ...given[1]!, revision: given[0]!.revision }]))).toEqual(['NOT_FOUND']);
      clinic.world.clock.moveTo(new Date(clinic.world.clock.now().getTime() + 61_000));
      expect(said(await undo(jonas.client, given.slice(1)))).toEqual(['REFUSED UNDO_TOO_LATE revision']);
      expect([await clinic.one(ingrid, met), await clinic.one(ingrid, unmet)]).toMatchObject([{ owner: { name: 'Hamid' }, state: 'ACCEPTED' }, { owner: { name: 'Hamid' } }]);
    });
  });
});
