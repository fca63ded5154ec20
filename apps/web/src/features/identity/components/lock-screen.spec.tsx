import { expect, it, jest } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { SignOutDocument, UnlockSessionDocument } from '../../../gql/index.ts';
import { session } from '../../../shared/session.ts';
import { aViewer } from '../../../testing/builders.ts';
import { renderRoutes } from '../../../testing/render-route.tsx';
import { reply, type Reply } from '../../../testing/reply.ts';
import { LockScreen } from './lock-screen.tsx';

function lock(replies: readonly Reply[], viewerName: string | null = 'Lucia Ferrante, PT') {
  const onUnlocked = jest.fn();
  const view = renderRoutes([{ path: '*', element: <LockScreen viewerName={viewerName} onUnlocked={onUnlocked} /> }], '/', replies);
  return { ...view, onUnlocked };
}

it('asks for the password alone, and opens only for the right one', async () => {
  const { user, onUnlocked } = lock([
    reply(UnlockSessionDocument, { input: { password: 'wrong' } }, { unlockSession: { __typename: 'SignInRefused', message: 'Refused.', retryAfterSeconds: 61 } }),
    reply(UnlockSessionDocument, { input: { password: 'right' } }, { unlockSession: aViewer() }),
  ]);
  expect(screen.getByRole('heading', { name: 'Lucia Ferrante, PT' })).toBeVisible();
  expect(screen.queryByLabelText('E-mail address')).toBeNull();

  await user.type(screen.getByLabelText('Password'), 'wrong{Enter}');
  expect(await screen.findByRole('alert')).toHaveTextContent(/The password is not right\..*Try again in 2 minutes\./);
  expect(onUnlocked).not.toHaveBeenCalled();

  await user.clear(screen.getByLabelText('Password'));
  await user.type(screen.getByLabelText('Password'), 'right{Enter}');
  await waitFor(() => expect(onUnlocked).toHaveBeenCalledTimes(1));
});

it('lets somebody else sign out instead', async () => {
  session.open();
  const { user } = lock([reply(SignOutDocument, {}, { signOut: true })]);
  await user.click(screen.getByRole('button', { name: 'Not Lucia Ferrante, PT? Sign out instead' }));
  await waitFor(() => expect(session.current()).toBe('ended'));
});

it('names nobody when the browser was opened on a locked session', () => {
  lock([], null);
  expect(screen.getByRole('heading', { name: 'Locked' })).toBeVisible();
  expect(screen.getByRole('button', { name: 'Sign out instead' })).toBeVisible();
});
