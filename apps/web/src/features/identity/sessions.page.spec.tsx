import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { EndSessionDocument, SessionsPageDocument, type SessionRowFragment } from '../../gql/index.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault } from '../../testing/reply.ts';
import { SessionsPage } from './sessions.page.tsx';

const aSession = (id: string, device: string, isCurrent = false): SessionRowFragment => ({
  __typename: 'Session', id, isCurrent, device, address: '192.0.2.14', createdAt: '2026-11-23T14:02:00Z', lastActiveAt: '2026-11-23T15:40:00Z', expiresAt: '2026-11-24T02:02:00Z',
});
const here = aSession('s1', 'Chromium on Linux', true);
const tablet = aSession('s2', 'Safari on iPadOS');
const home = aSession('s3', 'Firefox on Windows');
const list = (mySessions: SessionRowFragment[]) => reply(SessionsPageDocument, {}, { mySessions });
const end = ({ id }: SessionRowFragment) => reply(EndSessionDocument, { input: { sessionId: id } }, { endSession: true });

it('ends all others after saying how many, and never offers to end this one', async () => {
  const { user } = renderRoute('/', <SessionsPage />, '/', [list([here, tablet, home]), end(tablet), end(home), list([here])]);
  const row = await screen.findByRole('row', { name: /Chromium on Linux This session/ });
  expect(within(row).queryByRole('button')).toBeNull();

  await user.click(screen.getByRole('button', { name: 'End all others' }));
  const dialog = await screen.findByRole('dialog');
  expect(dialog).toHaveTextContent('2 other sessions end at once.');
  await user.click(within(dialog).getByRole('button', { name: 'End all others' }));

  expect(await screen.findByText('All other sessions have ended.')).toBeVisible();
  expect(screen.getByText('You are signed in nowhere else.')).toBeVisible();
});

it('says so when a session did not end', async () => {
  const { user } = renderRoute('/', <SessionsPage />, '/', [
    list([here, tablet]), replyWithFault(EndSessionDocument, { input: { sessionId: tablet.id } }, 'INTERNAL'), list([here, tablet]),
  ]);
  await user.click(await screen.findByRole('button', { name: 'End the session on Safari on iPadOS, 192.0.2.14' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('Not every session could be ended.');
});
