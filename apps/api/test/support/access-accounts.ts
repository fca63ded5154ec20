import { createHash } from 'node:crypto';
import { hash } from '@node-rs/argon2';
import { ask, type Said } from './access-commands.ts';
import type { Client } from './client.ts';
import type { TestPerson, World } from './world.ts';

export const PASSWORD = 'nine quiet herons at dusk';
/** As the server makes them, but cheap: these tests are not about how long a hash takes. */
const cheap = hash(PASSWORD, { memoryCost: 19_456, timeCost: 1, parallelism: 1 });

/** Gives an account the password of all tests. */
export async function withPassword(world: World, who: TestPerson): Promise<TestPerson> {
  await world.database.admin(`SET ROLE plexus_definer; UPDATE auth.account SET password_hash = '${await cheap}' WHERE id = '${who.accountId}'`);
  return who;
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { __typename ... on Viewer { person { name } session { id } } ... on SignInRefused { message retryAfterSeconds } } }';
export const signIn = (client: Client, email: string, password = PASSWORD, headers: Record<string, string> = {}): Promise<Said> => ask(client, SIGN_IN, { input: { email, password } }, headers);
export const unlock = (client: Client, password = PASSWORD): Promise<Said> =>
  ask(client, 'mutation ($input: UnlockSessionInput!) { unlockSession(input: $input) { __typename ... on SignInRefused { message retryAfterSeconds } } }', { input: { password } });
export const setPassword = (client: Client, token: string, password: string): Promise<Said> =>
  ask(client, 'mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename ... on PasswordChanged { email } ... on RuleViolation { violations { code field } } } }', { input: { token, password } });
export const me = async (client: Client, headers: Record<string, string> = {}): Promise<string> => {
  const { error, verdict } = await ask(client, '{ me { person { id } } }', {}, headers);
  return error?.extensions.reason ?? verdict;
};

export const BACKGROUND = { 'x-plexus-background': '1' };
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
/** The token of the newest message to this address. */
export const linkTo = (world: World, email: string): string => /set-password#(\S+)$/.exec(world.mail.messages.filter((message) => message.to === email).at(-1)?.text ?? '')?.[1] ?? '';
