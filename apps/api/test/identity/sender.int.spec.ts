import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ask, command } from '../support/access-commands.ts';
import { Fingerprints } from '../support/access-fingerprint.ts';
import { signIn, unlock, withPassword } from '../support/access-accounts.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

/** What the browser believes about who it speaks for. */
const as = (who: TestPerson | string) => ({ 'x-plexus-person': typeof who === 'string' ? who : who.personId });

let world: World;
let clinic: TestOrganization;
let lead: TestPerson;
let nurse: TestPerson;
let client: Client;

beforeAll(async () => {
  world = await World.open();
  clinic = await world.organization();
  lead = await withPassword(world, await world.person(clinic, 'Leila Lead', 'physiatrist'));
  nurse = await world.person(clinic, 'Nadia Nurse', 'nurse');
  client = await world.as(lead);
});
afterAll(() => world.close());

describe('a request that names its sender', () => {
  it.each<readonly [what: string, header: () => Record<string, string>, outcome: string]>([
    ['who has the session', () => as(lead), 'Patient'],
    ['nobody', () => ({}), 'Patient'],
    ['a colleague, whose tab is older than the session', () => as(nurse), 'UNAUTHENTICATED'],
    ['somebody who is not', () => as(randomUUID()), 'UNAUTHENTICATED'],
    ['nobody at all', () => as(''), 'UNAUTHENTICATED'],
    ['the same person in capitals', () => as(lead.personId.toUpperCase()), 'UNAUTHENTICATED'],
  ])('as %s', async (_what, header, outcome) => {
    const { id: patientId } = await world.patient(client);
    const fingerprints = await Fingerprints.of(world.database);
    const before = await fingerprints.take();
    const input = { commandId: randomUUID(), patientId, baseRevision: 1, title: 'Another title' };
    const answer = await command(client, 'editPlan', input, header());
    const read = await ask(client, 'query ($patientId: ID!) { patient(patientId: $patientId) { id } }', { patientId }, header());
    if (outcome === 'Patient') {
      expect([answer.outcome, read.verdict]).toEqual(['PlanChange', 'DATA']);
    } else {
      expect([answer.outcome, answer.data, read.verdict, read.data]).toEqual([outcome, null, outcome, null]);
      expect(await fingerprints.take()).toEqual(before);
      // Neither the session nor the command is used up by it.
      expect((await command(client, 'editPlan', input, as(lead))).outcome).toBe('PlanChange');
    }
    await fingerprints.close();
  });

  it('may sign in as somebody else: it is not yet anybody’s doing', async () => {
    const elsewhere = world.anonymous();
    expect((await signIn(elsewhere, lead.email, undefined, as(nurse))).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
  });
});

describe('the key of what a browser could not send yet', () => {
  const keyOf = async (of: Client, headers: Record<string, string> = {}) => {
    const { data, verdict } = await ask(of, '{ outboxKey }', {}, headers);
    return { key: data?.outboxKey as string | undefined, verdict };
  };
  const KEY_BYTES = 32;

  it('is the same for a person in every session, on any day', async () => {
    const { key } = await keyOf(client);
    expect(Buffer.from(key!, 'base64')).toHaveLength(KEY_BYTES);
    expect((await keyOf(await world.as(lead))).key).toBe(key);
    const other = await World.open({}, world.database);
    try {
      other.clock.moveTo(new Date(other.clock.now().getTime() + 40 * 86_400_000));
      expect((await keyOf(await other.as(lead))).key).toBe(key);
    } finally {
      await other.app.close();
    }
  });

  it('is another for every person, in every organization', async () => {
    const there = await world.organization('Marrowgate');
    const foreigner = await world.person(there, 'Freya Foreigner', 'physiatrist');
    const people = [lead, nurse, foreigner, clinic.administrator, there.administrator];
    const keys = await Promise.all(people.map(async (who) => (await keyOf(await world.as(who))).key));
    expect(keys.every((key) => typeof key === 'string')).toBe(true);
    expect(new Set(keys).size).toBe(people.length);
  });

  it('is another on a server with another key', async () => {
    const other = await World.open({ recordKey: Buffer.alloc(KEY_BYTES, 7) }, world.database);
    try {
      expect((await keyOf(other.anonymous(client.cookie))).key).not.toBe((await keyOf(client)).key);
    } finally {
      await other.app.close();
    }
  });

  it('is not told to nobody, to a locked session, or in another’s name', async () => {
    expect(await keyOf(world.anonymous())).toMatchObject({ verdict: 'UNAUTHENTICATED', key: undefined });
    expect(await keyOf(client, as(nurse))).toMatchObject({ verdict: 'UNAUTHENTICATED', key: undefined });
    const locking = await world.as(lead);
    const { key } = await keyOf(locking);
    await locking.data('mutation { lockSession }');
    expect(await keyOf(locking)).toMatchObject({ verdict: 'UNAUTHENTICATED', key: undefined });
    await unlock(locking);
    expect((await keyOf(locking)).key).toBe(key);
  });
});
