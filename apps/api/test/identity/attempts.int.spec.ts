import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { setPassword, signIn, unlock, withPassword } from '../support/access-accounts.ts';
import { ask, withoutRequestId } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

const RIGHT = undefined;
const WRONG = 'not the right one at all';
/** Attempts within a quarter of an hour: on one account from one address, on one account from anywhere, from one address. */
const PAIR = 8;
const ACCOUNT = 30;
const ADDRESS = 120;

describe('tries of a password', () => {
  let world: World;
  let clinic: TestOrganization;
  let nurse: TestPerson;

  beforeAll(async () => {
    world = await World.open({ trustedProxies: 1 });
    clinic = await world.organization();
  });
  beforeEach(async () => {
    nurse = await withPassword(world, await world.person(clinic, 'Nadia Nurse', 'nurse'));
  });
  afterAll(() => world.close());

  let used = 0;
  const address = () => `203.0.${Math.floor((used += 1) / 250)}.${used % 250}`;
  const from = (ip: string) => ({ 'x-forwarded-for': ip });
  const outcome = (data: unknown) => (data as { signIn: { __typename: string; retryAfterSeconds?: number | null } }).signIn;
  const waits = async (email: string, password: string | undefined, ip: string) => outcome((await signIn(world.anonymous(), email, password, from(ip))).data).retryAfterSeconds;
  /** Tries made elsewhere, without the time that each takes here. */
  const made = (kind: string, like: string, points: number) => world.rows(`UPDATE queue.rate_limit SET points = $1 WHERE key LIKE '${kind}:%' AND key = (SELECT key FROM queue.rate_limit WHERE key LIKE '${kind}:%' ORDER BY expire DESC LIMIT 1) AND $2::text <> ''`, [points, like]);

  it(`on one account from one address are ${PAIR}: then even the right one is not looked at, and the answer says how long`, async () => {
    const ip = address();
    for (let i = 0; i < PAIR; i += 1) expect(await waits(nurse.email, WRONG, ip)).toBeNull();
    const wait = await waits(nurse.email, RIGHT, ip);
    expect(wait).toBeGreaterThan(800);
    expect(wait).toBeLessThanOrEqual(900);
    // The owner at home is not kept out by somebody elsewhere.
    expect(outcome((await signIn(world.anonymous(), nurse.email, RIGHT, from(address()))).data).__typename).toBe('Viewer');
  });

  it('are counted for an account that does not exist in the same words', async () => {
    const [ip, other] = [address(), address()];
    const answers = async (email: string, at: string) => {
      const texts: string[] = [];
      for (let i = 0; i <= PAIR; i += 1) texts.push(withoutRequestId((await signIn(world.anonymous(), email, WRONG, from(at))).text).replace(/"retryAfterSeconds":\d+/, '"retryAfterSeconds":900'));
      return texts;
    };
    const existing = await answers(nurse.email, ip);
    expect(await answers('nobody@lindenhall.example', other)).toEqual(existing);
    expect(existing.at(-1)).toContain('Too many tries');
  });

  it(`on one account from anywhere are ${ACCOUNT}`, async () => {
    expect(await waits(nurse.email, WRONG, address())).toBeNull();
    await made('account', nurse.email, ACCOUNT);
    expect(await waits(nurse.email, RIGHT, address())).toBeGreaterThan(0);
  });

  it(`from one address on any account are ${ADDRESS}`, async () => {
    const ip = address();
    expect(await waits('nobody@lindenhall.example', WRONG, ip)).toBeNull();
    await made('address', ip, ADDRESS);
    expect(await waits(nurse.email, RIGHT, ip)).toBeGreaterThan(0);
    expect(await waits(nurse.email, RIGHT, address())).toBeUndefined();
  });

  it('that are right do not count for their address: a clinic behind one router signs in from one', async () => {
    const ip = address();
    expect(await waits('nobody@lindenhall.example', WRONG, ip)).toBeNull();
    await made('address', ip, ADDRESS - 2);
    for (let colleague = 0; colleague < 3; colleague += 1) expect(await waits(nurse.email, RIGHT, ip)).toBeUndefined();
    expect(await waits('nobody@lindenhall.example', WRONG, ip)).toBeNull();
    // What failed before stays counted.
    expect(await waits('nobody@lindenhall.example', WRONG, ip)).toBeNull();
    expect(await waits(nurse.email, RIGHT, ip)).toBeGreaterThan(0);
  });

  it('before a right one no longer count', async () => {
    const ip = address();
    for (let round = 0; round < 2; round += 1) {
      for (let i = 0; i < PAIR - 1; i += 1) expect(await waits(nurse.email, WRONG, ip)).toBeNull();
      expect(await waits(nurse.email, RIGHT, ip)).toBeUndefined();
    }
  });

  it('count for an address that the nearest proxy reports, not for one that the client claims', async () => {
    const ip = address();
    for (let i = 0; i < PAIR; i += 1) expect(await waits(nurse.email, WRONG, `198.51.100.${i}, ${ip}`)).toBeNull();
    expect(await waits(nurse.email, RIGHT, `198.51.100.99, ${ip}`)).toBeGreaterThan(0);
  });

  it('at unlocking are counted with those at signing in', async () => {
    const client = await world.as(nurse);
    await client.data('mutation { lockSession }');
    const tried = async (): Promise<unknown> => ((await unlock(client, WRONG)).data as { unlockSession: { retryAfterSeconds: unknown } }).unlockSession.retryAfterSeconds;
    for (let i = 0; i < PAIR; i += 1) expect(await tried()).toBeNull();
    expect(await tried()).toBeGreaterThan(0);
    expect(outcome((await signIn(world.anonymous(), nurse.email)).data).retryAfterSeconds).toBeGreaterThan(0);
  });

  it.each([
    ['a link', (client: Client) => setPassword(client, 'z'.repeat(43), WRONG)],
    ['a reset', (client: Client) => ask(client, 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }', { input: { email: 'somebody@lindenhall.example' } })],
  ])('of %s end too, with the time to wait', async (_, attempt) => {
    const client = world.anonymous();
    for (let i = 0; i < PAIR; i += 1) expect((await attempt(client)).verdict).toBe('DATA');
    const { verdict, error } = await attempt(client);
    expect(verdict).toBe('RATE_LIMITED');
    expect((error!.extensions as unknown as { retryAfterSeconds: number }).retryAfterSeconds).toBeGreaterThan(0);
  });

  it('leave neither the account nor the address in the table', async () => {
    const ip = '203.0.250.7';
    await waits(nurse.email, WRONG, ip);
    const keys = (await world.rows<{ key: string }>('SELECT key FROM queue.rate_limit')).map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.filter((key) => key.includes(ip) || key.includes('@') || key.includes('nadia'))).toEqual([]);
  });
});
