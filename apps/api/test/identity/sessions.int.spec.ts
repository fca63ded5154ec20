import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { BACKGROUND, me, signIn, tokenHash, unlock, withPassword } from '../support/access-accounts.ts';
import { ask, done, withoutRequestId } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { START, type TestOrganization, type TestPerson, World } from '../support/world.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('a session', () => {
  let world: World;
  let clinic: TestOrganization;
  let nurse: TestPerson;

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
  });
  beforeEach(async () => {
    world.clock.moveTo(START);
    nurse = await withPassword(world, await world.person(clinic, 'Nadia Nurse', 'nurse'));
  });
  afterAll(() => world.close());

  const later = (milliseconds: number) => world.clock.moveTo(new Date(world.clock.now().getTime() + milliseconds));
  const copy = (client: Client) => world.anonymous(client.cookie);
  /** What the same session answers to who one is, to a password, and to signing out. */
  async function answers(client: Client, headers: Record<string, string>): Promise<string> {
    const who = await me(copy(client), headers);
    const unlocked = await unlock(copy(client), 'not the right one at all');
    const out = await ask(copy(client), 'mutation { signOut }', {}, headers);
    return [who, unlocked.verdict, out.verdict].join(' ');
  }

  const LIVES: readonly [state: string, live: (client: Client) => Promise<unknown> | unknown, expected: string][] = [
    ['just made', () => undefined, 'DATA DATA DATA'],
    ['idle for 14:59', () => later(15 * MINUTE - 1000), 'DATA DATA DATA'],
    ['idle for 15:00', () => later(15 * MINUTE), 'LOCKED DATA DATA'],
    ['locked by hand', (client) => client.data('mutation { lockSession }'), 'LOCKED DATA DATA'],
    ['unlocked again', async (client) => (await client.data('mutation { lockSession }'), unlock(client)), 'DATA DATA DATA'],
    ['idle, then unlocked', async (client) => (later(20 * MINUTE), unlock(client)), 'DATA DATA DATA'],
    ['refused the wrong password', async (client) => (await client.data('mutation { lockSession }'), unlock(client, 'not the right one')), 'LOCKED DATA DATA'],
    ['12 hours old though in use', async (client) => {
      for (let quarter = 0; quarter < 49; quarter += 1) {
        later(14 * MINUTE);
        await me(client);
      }
      later(12 * HOUR - 49 * 14 * MINUTE);
    }, 'EXPIRED UNAUTHENTICATED UNAUTHENTICATED'],
    ['locked and 12 hours old', async (client) => (await client.data('mutation { lockSession }'), later(12 * HOUR)), 'EXPIRED UNAUTHENTICATED UNAUTHENTICATED'],
    ['signed out', (client) => copy(client).data('mutation { signOut }'), 'SIGNED_OUT UNAUTHENTICATED UNAUTHENTICATED'],
    ['of nobody', () => undefined, 'SIGNED_OUT UNAUTHENTICATED UNAUTHENTICATED'],
  ];

  it.each(LIVES.flatMap(([state, live, expected]) => [[state, 'by the person', live, expected, {}] as const, [state, 'by the page itself', live, expected, BACKGROUND] as const]))(
    'that is %s, asked %s',
    async (state, _, live, expected, headers) => {
      const client = state === 'of nobody' ? world.anonymous('N'.repeat(43)) : await world.as(nurse);
      await live(client);
      expect(`${state}: ${await answers(client, headers)}`).toBe(`${state}: ${expected}`);
    },
  );

  it('of somebody deactivated is over at once, and does not come back with the person', async () => {
    const leaver = await world.person(clinic, 'Lev Leaver', 'nurse');
    const client = await world.as(leaver);
    const administrator = await world.as(clinic.administrator);
    await done(administrator, 'deactivatePerson', { personId: leaver.personId, baseVersion: 1, reason: 'Left' });
    expect(await answers(client, {})).toBe('SIGNED_OUT UNAUTHENTICATED UNAUTHENTICATED');
    await done(administrator, 'reactivatePerson', { personId: leaver.personId, baseVersion: 2, reason: 'Is back' });
    expect(await me(client)).toBe('SIGNED_OUT');
  });

  it('is kept awake by what the person does, not by what the page does by itself', async () => {
    const [busy, idle] = [await world.as(nurse), await world.as(nurse)];
    for (let minute = 0; minute < 20; minute += 5) {
      later(5 * MINUTE);
      await me(busy);
      await me(idle, BACKGROUND);
    }
    expect([await me(busy), await me(idle)]).toEqual(['DATA', 'LOCKED']);
  });

  it('gets a new token when it is unlocked: the old one is dead', async () => {
    const client = await world.as(nurse);
    await client.data('mutation { lockSession }');
    const old = client.cookie!;
    expect((await unlock(client)).data).toEqual({ unlockSession: { __typename: 'Viewer' } });
    expect(client.cookie).not.toBe(old);
    expect([await me(client), await me(world.anonymous(old))]).toEqual(['DATA', 'SIGNED_OUT']);
    expect(await world.rows('SELECT 1 FROM auth.session WHERE token_hash = $1', [tokenHash(old)])).toEqual([]);
  });

  it('is not prolonged beyond its 12 hours by unlocking', async () => {
    const client = await world.as(nurse);
    later(11 * HOUR);
    await unlock(client);
    later(HOUR);
    expect(await me(client)).toBe('EXPIRED');
  });

  it('that is signed out is over on the server too, and the cookie is taken away', async () => {
    const client = world.anonymous();
    await signIn(client, nurse.email);
    const thief = copy(client);
    const { headers } = await ask(client, 'mutation { signOut }');
    expect(headers.getSetCookie()).toEqual([expect.stringMatching(/^plexus-development=; Path=\/; Expires=Thu, 01 Jan 1970/)]);
    expect(client.cookie).toBeNull();
    expect(await me(thief)).toBe('SIGNED_OUT');
  });

  describe('in the list of one’s own', () => {
    interface Listed {
      readonly mySessions: { readonly id: string; readonly isCurrent: boolean; readonly device: string; readonly address: string; readonly expiresAt: string; readonly idleSeconds: number }[];
    }
    const LIST = '{ mySessions { id isCurrent device address createdAt lastActiveAt expiresAt idleSeconds } }';
    const end = (client: Client, sessionId: string) => ask(client, 'mutation ($input: EndSessionInput!) { endSession(input: $input) }', { input: { sessionId } });

    it('says where it is and when it ends, and can be ended from elsewhere', async () => {
      const owner = await withPassword(world, await world.person(clinic, 'Olaf Owner', 'nurse'));
      const [here, there] = [world.anonymous(), world.anonymous()];
      await signIn(here, owner.email, undefined, { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0 Safari/537.36' });
      await signIn(there, owner.email, undefined, { 'user-agent': 'Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1' });
      const { mySessions } = await here.data<Listed>(LIST);
      expect(mySessions.map(({ isCurrent, device }) => [isCurrent, device]).sort()).toEqual([[false, 'Safari on iPad'], [true, 'Chrome on Linux']]);
      expect(mySessions[0]).toMatchObject({ address: '127.0.0.1', expiresAt: '2026-11-24T03:00:00.000Z', idleSeconds: 900 });
      expect((await end(here, mySessions.find(({ isCurrent }) => !isCurrent)!.id)).data).toEqual({ endSession: true });
      expect([await me(here), await me(there)]).toEqual(['DATA', 'SIGNED_OUT']);
      expect((await here.data<Listed>(LIST)).mySessions).toHaveLength(1);
      expect((await end(here, mySessions.find(({ isCurrent }) => isCurrent)!.id)).data).toEqual({ endSession: true });
      expect(here.cookie).toBeNull();
    });

    it('is nobody else’s to see or to end: answered as one that does not exist', async () => {
      const [mine, others] = [await world.as(await world.person(clinic, 'Mara Mine', 'nurse')), await world.as(clinic.administrator)];
      const { mySessions } = await mine.data<Listed>(LIST);
      expect(mySessions).toHaveLength(1);
      const [foreign, random] = [await end(others, mySessions[0]!.id), await end(others, randomUUID())];
      expect(foreign.verdict).toBe('NOT_FOUND');
      expect(withoutRequestId(foreign.text)).toBe(withoutRequestId(random.text));
      expect(await me(mine)).toBe('DATA');
    });
  });
});
