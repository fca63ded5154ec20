import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PASSWORD, linkTo, me, setPassword, signIn, tokenHash, withPassword } from '../support/access-accounts.ts';
import { ask, done, withoutRequestId } from '../support/access-commands.ts';
import { eventually } from '../support/access-waiting.ts';
import type { Client } from '../support/client.ts';
import { START, type TestOrganization, World } from '../support/world.ts';

const NEW = 'eleven brass otters sing';
const USED = { setPassword: { __typename: 'RuleViolation', violations: [{ code: 'LINK_USED', field: 'token' }] } };
const HOUR = 60 * 60_000;

describe('a link in a message', () => {
  let world: World;
  let clinic: TestOrganization;
  let administrator: Client;
  const anybody = () => world.anonymous();

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
  });
  beforeEach(async () => {
    world.clock.moveTo(START);
    administrator = await world.as(clinic.administrator);
  });
  afterAll(() => world.close());

  let invitations = 0;
  const invite = async (name = 'Ines Invited') => {
    const email = `ines.${(invitations += 1)}@lindenhall.example`;
    const { id } = await done(administrator, 'invitePerson', { name, email, discipline: 'nurse', roles: ['COORDINATOR'] });
    return { id: id!, email, token: linkTo(world, email) };
  };
  const reset = async (email: string): Promise<string> => {
    const before = world.mail.messages.length;
    await ask(anybody(), 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }', { input: { email } });
    await eventually(() => world.mail.messages.length > before, 'the message');
    return linkTo(world, email);
  };

  describe('of an invitation', () => {
    it('lets a person set a password, sign in, and be what they were invited as', async () => {
      const { email, token } = await invite();
      const message = world.mail.messages.at(-1)!;
      expect(message.text).toBe(`http://localhost:3000/set-password#${token}`);
      expect((await signIn(anybody(), email, NEW)).data).toMatchObject({ signIn: { __typename: 'SignInRefused' } });
      expect((await setPassword(anybody(), token, NEW)).data).toEqual({ setPassword: { __typename: 'PasswordChanged', email } });
      const client = anybody();
      expect((await signIn(client, email, NEW)).data).toMatchObject({ signIn: { __typename: 'Viewer', person: { name: 'Ines Invited' } } });
      expect(await client.data('{ me { person { status discipline roles email } may } }')).toMatchObject({ me: { person: { status: 'ACTIVE', discipline: 'nurse', roles: ['COORDINATOR'], email } } });
    });

    it('does not sign in by itself', async () => {
      const { token } = await invite();
      const { headers } = await setPassword(anybody(), token, NEW);
      expect(headers.getSetCookie()).toEqual([]);
    });

    it('works once', async () => {
      const { email, token } = await invite();
      await setPassword(anybody(), token, NEW);
      expect((await setPassword(anybody(), token, 'another twelve otters hum')).data).toEqual(USED);
      expect((await signIn(anybody(), email, NEW)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
    });

    it('works once, when it is used twice at the same moment', async () => {
      const { token } = await invite();
      const both = await Promise.all([setPassword(anybody(), token, NEW), setPassword(anybody(), token, 'another twelve otters hum')]);
      expect(both.map(({ data }) => (data as { setPassword: { __typename: string } }).setPassword.__typename).sort()).toEqual(['PasswordChanged', 'RuleViolation']);
    });

    it.each([
      ['a millisecond before seven days are over', 7 * 24 * HOUR - 1, 'PasswordChanged'],
      ['after seven days', 7 * 24 * HOUR, 'RuleViolation'],
    ])('%s', async (_, age, outcome) => {
      const { token } = await invite();
      world.clock.moveTo(new Date(START.getTime() + age));
      expect((await setPassword(anybody(), token, NEW)).data).toMatchObject({ setPassword: { __typename: outcome } });
    });

    it.each([
      ['fourteen chars', 'PASSWORD_SHORT'], ['', 'PASSWORD_SHORT'], ['x'.repeat(129), 'PASSWORD_LONG'],
      ['aaaaaaaaaaaaaaaaaaaa', 'PASSWORD_GUESSABLE'], ['Password-Password-1', 'PASSWORD_GUESSABLE'], ['123456789012345678', 'PASSWORD_GUESSABLE'],
      ['invited.ines.invited', 'PASSWORD_GUESSABLE'], ['Ines!Invited@Lindenhall', 'PASSWORD_GUESSABLE'], ['seven lively\ud800 herons', 'TEXT_ILL_FORMED'],
    ])('does not set %p, and still works afterwards', async (password, code) => {
      const { token } = await invite();
      expect((await setPassword(anybody(), token, password)).data).toEqual({ setPassword: { __typename: 'RuleViolation', violations: [{ code, field: 'password' }] } });
      expect((await setPassword(anybody(), token, NEW)).data).toMatchObject({ setPassword: { __typename: 'PasswordChanged' } });
    });

    it('takes a sentence in any alphabet, however it is typed', async () => {
      const { email, token } = await invite();
      expect((await setPassword(anybody(), token, 'Zwölf grüne Äpfel rollen')).data).toMatchObject({ setPassword: { __typename: 'PasswordChanged' } });
      expect((await signIn(anybody(), email, 'Zwölf grüne Äpfel rollen'.normalize('NFD'))).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
    });

    it('stands in the database as a hash only', async () => {
      const { token } = await invite();
      const rows = await world.rows<{ line: string; hash: Buffer }>('SELECT l::text AS line, hash FROM auth.link l');
      expect(rows.some(({ hash }) => hash.equals(tokenHash(token)))).toBe(true);
      expect(rows.filter(({ line }) => line.includes(token))).toEqual([]);
    });
  });

  describe('of a forgotten password', () => {
    const person = async (status = 'active') => {
      const who = await withPassword(world, await world.person(clinic, 'Fred Forgetful', 'nurse'));
      if (status !== 'active') await world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = '${status}' WHERE id = '${who.personId}'`);
      return who;
    };

    it('sets a new one and ends every session', async () => {
      const who = await person();
      const sessions = [await world.as(who), await world.as(who)];
      const token = await reset(who.email);
      expect((await setPassword(anybody(), token, NEW)).data).toMatchObject({ setPassword: { __typename: 'PasswordChanged' } });
      expect(await Promise.all(sessions.map((client) => me(client)))).toEqual(['SIGNED_OUT', 'SIGNED_OUT']);
      expect((await signIn(anybody(), who.email, PASSWORD)).data).toMatchObject({ signIn: { __typename: 'SignInRefused' } });
      expect((await signIn(anybody(), who.email, NEW)).data).toMatchObject({ signIn: { __typename: 'Viewer' } });
    });

    it('works for an hour, and not when a newer one was sent', async () => {
      const who = await person();
      const first = await reset(who.email);
      const second = await reset(who.email);
      expect((await setPassword(anybody(), first, NEW)).data).toEqual(USED);
      world.clock.moveTo(new Date(START.getTime() + HOUR));
      expect((await setPassword(anybody(), second, NEW)).data).toEqual(USED);
      const third = await reset(who.email);
      world.clock.moveTo(new Date(START.getTime() + 2 * HOUR - 1));
      expect((await setPassword(anybody(), third, NEW)).data).toMatchObject({ setPassword: { __typename: 'PasswordChanged' } });
    });

    it('is asked for with the same answer whether there is such an account or not, and an invited person gets the invitation again', async () => {
      const [active, invited, deactivated] = [await person(), await person('invited'), await person('deactivated')];
      const before = world.mail.messages.length;
      const answers = [];
      for (const email of [deactivated.email, invited.email, 'nobody@lindenhall.example', 'nonsense', '', 'x\0@y.example', '\ud800@y.example', active.email]) {
        const { status, text, headers } = await ask(anybody(), 'mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }', { input: { email } });
        answers.push([status, text, headers.getSetCookie().length]);
      }
      expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set([JSON.stringify([200, '{"data":{"requestPasswordReset":true}}', 0])]));
      await eventually(() => world.mail.messages.length > before + 1, 'the messages to the active and the invited one');
      expect(world.mail.messages.slice(before).map(({ to, subject }) => [to, subject]).sort()).toEqual(
        [
          [active.email, 'Set a new password'],
          [invited.email, 'You are invited to Plexus: set a password'],
        ].sort(),
      );
    });

    it('does not make somebody active who is not', async () => {
      const who = await person();
      const token = await reset(who.email);
      await world.database.admin(`SET ROLE plexus_definer; UPDATE plexus.person SET status = 'deactivated' WHERE id = '${who.personId}'`);
      await setPassword(anybody(), token, NEW);
      expect((await signIn(anybody(), who.email, NEW)).data).toMatchObject({ signIn: { __typename: 'SignInRefused' } });
    });
  });

  it('that nobody ever made is answered as one that was used', async () => {
    const { token } = await invite();
    await setPassword(anybody(), token, NEW);
    const [used, never, nonsense] = [await setPassword(anybody(), token, NEW), await setPassword(anybody(), 'n'.repeat(43), NEW), await setPassword(anybody(), '', NEW)];
    expect([withoutRequestId(never.text), withoutRequestId(nonsense.text)]).toEqual([withoutRequestId(used.text), withoutRequestId(used.text)]);
  });
});
