import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { SetPasswordDocument } from '../../gql/index.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, type Reply } from '../../testing/reply.ts';
import { SetPasswordPage } from './set-password.page.tsx';

const password = 'plexus plexus plexus';
const open = (at: string, replies: readonly Reply[] = []) => renderRoute('/set-password', <SetPasswordPage />, at, replies);
const refuse = (code: string, field: string) =>
  reply(SetPasswordDocument, { input: { token: 'abc', password } }, { setPassword: { __typename: 'RuleViolation', violations: [{ __typename: 'Violation', code, field, message: 'Refused.', params: [] }] } });

async function type(user: ReturnType<typeof open>['user'], first: string, again = first) {
  await user.type(screen.getByLabelText('New password'), first);
  await user.type(screen.getByLabelText('The same once more'), `${again}{Enter}`);
}

it('puts the server’s refusal on the password and keeps it', async () => {
  const { user } = open('/set-password#abc', [refuse('PASSWORD_GUESSABLE', 'password')]);
  await type(user, password);

  expect(await screen.findByText('This is easy to guess. Take a sentence of your own.')).toBeVisible();
  expect(screen.getByLabelText('New password')).toBeInvalid();
  expect(screen.getByLabelText('New password')).toHaveValue(password);
  expect(screen.getByLabelText('New password')).toHaveFocus();
});

it('counts the characters and compares both fields before it asks the server', async () => {
  const { user } = open('/set-password#abc');
  await type(user, 'too short', 'not the same');
  expect(await screen.findByText('At least 15 characters. This has 9.')).toBeVisible();
  expect(screen.getByText('This is not the same as above.')).toBeVisible();
});

it('says what to do when the link was used, has expired, or is torn', async () => {
  const { user, unmount } = open('/set-password#abc', [refuse('LINK_INVALID', 'token')]);
  await type(user, password);
  expect(await screen.findByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ask for a new link' })).toHaveAttribute('href', '/forgot-password');

  unmount();
  open('/set-password');
  expect(screen.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
});

it('names the account when it is done and takes the token out of the address', async () => {
  const done = reply(SetPasswordDocument, { input: { token: 'abc', password } }, { setPassword: { __typename: 'PasswordChanged', email: 'lucia@clinic.example' } });
  const { user, router } = open('/set-password#abc', [done]);
  await type(user, password);
  expect(await screen.findByText(/Sign in as lucia@clinic.example/)).toBeVisible();
  expect(router.state.location.hash).toBe('');
});
