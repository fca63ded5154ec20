import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { SignInDocument } from '../../gql/index.ts';
import { aViewer } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault, type Reply } from '../../testing/reply.ts';
import { SignInPage } from './sign-in.page.tsx';

const input = { email: 'lucia@clinic.example', password: 'a quiet walk by the lake' };
const refused = (retryAfterSeconds: number | null) =>
  reply(SignInDocument, { input }, { signIn: { __typename: 'SignInRefused', message: 'Refused.', retryAfterSeconds } });
const welcomed = reply(SignInDocument, { input }, { signIn: aViewer() });

const open = (at: string, replies: readonly Reply[]) =>
  renderRoute('/sign-in', <SignInPage />, at, replies, {
    others: [{ path: '/', element: <p>My patients</p> }, { path: '/patients/p1/team', element: <p>The team</p> }],
  });

async function signIn(user: ReturnType<typeof open>['user']) {
  await user.clear(screen.getByLabelText('E-mail address'));
  await user.type(screen.getByLabelText('E-mail address'), input.email);
  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), `${input.password}{Enter}`);
}

it('says the same for an unknown account and a wrong password, and keeps what was typed', async () => {
  const { user } = open('/sign-in', [refused(null)]);
  await signIn(user);

  expect(await screen.findByRole('alert')).toHaveTextContent(/^The e-mail address or the password is not right\.$/);
  expect(screen.getByLabelText('E-mail address')).toHaveValue(input.email);
  expect(screen.getByLabelText('Password')).toHaveFocus();
});

it('says in minutes when to try again', async () => {
  const { user } = open('/sign-in', [refused(290)]);
  await signIn(user);
  expect(await screen.findByRole('alert')).toHaveTextContent('Try again in 5 minutes.');
});

it('shows one message at a time: the next attempt takes the last refusal away', async () => {
  const { user } = open('/sign-in', [refused(null), replyWithFault(SignInDocument, { input }, 'INTERNAL')]);
  await signIn(user);
  await screen.findByText(/is not right/);
  await signIn(user);
  expect(await screen.findByText(/Something went wrong on our side/)).toBeVisible();
  expect(screen.getAllByRole('alert')).toHaveLength(1);
});

it('goes back to the address that was asked for', async () => {
  const { user } = open('/sign-in?returnTo=%2Fpatients%2Fp1%2Fteam&why=expired', [welcomed]);
  expect(screen.getByText(/Your session has ended/)).toBeVisible();
  await signIn(user);
  expect(await screen.findByText('The team')).toBeVisible();
});

it.each(['https://evil.example/', '//evil.example', '/\\evil.example'])('does not follow %s after signing in', async (address) => {
  const { user } = open(`/sign-in?returnTo=${encodeURIComponent(address)}`, [welcomed]);
  await signIn(user);
  expect(await screen.findByText('My patients')).toBeVisible();
});
