import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { PASSWORD, me, signIn, tokenHash, withPassword } from '../support/access-accounts.ts';
import { withoutRequestId } from '../support/access-commands.ts';
import { type TestPerson, World } from '../support/world.ts';
import { Passwords } from '../../src/modules/identity/application/passwords.ts';

describe('signing in', () => {
  let world: World;
  let nurse: TestPerson;
  let invited: TestPerson;
  let deactivated: TestPerson;
  let withoutHash: TestPerson;

  beforeAll(async () => {
    world = await World.open({ trustedProxies: 1 });
    const clinic = await world.organization();
    nurse = await withPassword(world, await world.person(clinic, 'Nadia Nurse', 'nurse'));
    invited = await withPassword(world, await world.person(clinic, 'Ines Invited', 'nurse'));
    deactivated = await withPassword(world, await world.person(clinic, 'Dov Deactivated', 'nurse'));
    withoutHash = await world.person(clinic, 'Wen Without', 'nurse');
    await world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = 'invited' WHERE id = '${invited.personId}'; UPDATE plexus.person SET status = 'deactivated' WHERE id = '${deactivated.personId}'`);
  });
  afterAll(() => world.close());

  it('answers who it is, with a cookie for this machine that no script and no other site can use', async () => {
    const client = world.anonymous();
    const answer = await signIn(client, nurse.email);
    expect(answer.data).toMatchObject({ signIn: { __typename: 'Viewer', person: { name: 'Nadia Nurse' } } });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringMatching(/^plexus-development=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Strict$/)]);
    expect(answer.text).not.toContain(client.cookie!);
    expect(await me(client)).toBe('DATA');
  });

  it.each([
    ['behind a proxy that speaks TLS', { 'x-forwarded-proto': 'https' }],
    ['elsewhere, where plain HTTP then keeps no cookie at all', { host: 'plexus.example', origin: 'http://plexus.example', 'x-forwarded-for': '203.0.113.9' }],
  ])('sets a cookie bound to the host and to TLS %s', async (_, headers) => {
    const { request } = await import('node:http');
    const cookies = await new Promise<string[]>((resolve, reject) => {
      const sent = request(`${world.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers } }, (response) => {
        response.resume();
        resolve(response.headers['set-cookie'] ?? []);
      });
      sent.on('error', reject);
      sent.end(JSON.stringify({ query: 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', variables: { input: { email: nurse.email, password: PASSWORD } } }));
    });
    expect(cookies).toEqual([expect.stringMatching(/^__Host-plexus=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/)]);
  });

  it('takes the address as it was written on paper', async () => {
    expect((await signIn(world.anonymous(), ` ${nurse.email.toUpperCase()} `)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
  });

  it('keeps only the hash of the token', async () => {
    const client = world.anonymous();
    await signIn(client, nurse.email);
    const rows = await world.rows<{ line: string; hash: Buffer }>('SELECT s::text AS line, token_hash AS hash FROM auth.session s');
    expect(rows.some(({ hash }) => hash.equals(tokenHash(client.cookie!)))).toBe(true);
    expect(rows.filter(({ line }) => line.includes(client.cookie!))).toEqual([]);
  });

  it('adopts no token that somebody put there before: the one after is new, and the old one opens nothing', async () => {
    const planted = 'F'.repeat(43);
    const client = world.anonymous(planted);
    await signIn(client, nurse.email);
    expect(client.cookie).not.toBe(planted);
    expect(await me(world.anonymous(planted))).toBe('SIGNED_OUT');
    const first = client.cookie;
    await signIn(client, nurse.email);
    expect(client.cookie).not.toBe(first);
  });

  describe('when it fails', () => {
    const tries: readonly [why: string, email: () => string, password: string][] = [
      ['the password is wrong', () => nurse.email, 'nine quiet herons at dawn'],
      ['there is no such account', () => 'nobody@lindenhall.example', PASSWORD],
      ['the person is only invited', () => invited.email, PASSWORD],
      ['the person is deactivated', () => deactivated.email, PASSWORD],
      ['the account has no password yet', () => withoutHash.email, PASSWORD],
      ['the address is not one', () => 'nobody\0@lindenhall.example', PASSWORD],
      ['the address is half a character', () => '\ud800@lindenhall.example', PASSWORD],
      ['the address is endless', () => 'x'.repeat(50_000), PASSWORD],
      ['the password is endless', () => nurse.email, 'x'.repeat(50_000)],
    ];

    it('says the same, word for word, whatever the cause, and sets no cookie', async () => {
      const answers: Record<string, unknown>[] = [];
      for (const [why, email, password] of tries) {
        const { status, text, headers } = await signIn(world.anonymous(), email(), password);
        answers.push({ why, status, text: withoutRequestId(text), cookies: headers.getSetCookie(), length: headers.get('content-length') });
      }
      expect(answers[0]).toMatchObject({ status: 200, cookies: [], text: expect.stringContaining('"SignInRefused"') });
      expect(answers.map(({ why: _, ...answer }) => answer)).toEqual(tries.map(() => ({ ...answers[0], why: undefined })));
    });

    it.each(tries)('takes as much work when %s: one password is verified', async (_, email, password) => {
      const check = jest.spyOn(Passwords.prototype, 'check');
      const inTurn = jest.spyOn(Passwords.prototype as unknown as { inTurn: () => Promise<unknown> }, 'inTurn');
      await signIn(world.anonymous(), email(), password, { 'x-forwarded-for': '203.0.113.10' });
      expect([check.mock.calls.length, inTurn.mock.calls.length]).toEqual([1, 1]);
      check.mockRestore();
      inTurn.mockRestore();
    });

    it('verifies an unknown account’s password against a hash of today’s cost', async () => {
      const passwords = world.app.nest.get(Passwords, { strict: false });
      expect(passwords.isCurrent(await (passwords as unknown as { nobodys: Promise<string> }).nobodys)).toBe(true);
    });
  });

  it('makes an old hash new with the password at hand', async () => {
    const old = await withPassword(world, await world.person(world.organizations[0]!, 'Olga Old', 'nurse'));
    await signIn(world.anonymous(), old.email);
    const [row] = await world.rows<{ password_hash: string }>('SELECT password_hash FROM auth.account WHERE id = $1', [old.accountId]);
    expect(row!.password_hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect((await signIn(world.anonymous(), old.email)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
  });
});
