import { afterEach, expect, it } from '@jest/globals';
import { act, screen, waitFor } from '@testing-library/react';
import { MeDocument } from '../gql/index.ts';
import { session } from '../shared/session.ts';
import { aViewer } from '../testing/builders.ts';
import { renderRoutes } from '../testing/render-route.tsx';
import { reply } from '../testing/reply.ts';
import { SessionGate } from './session-gate.tsx';

const routes = [
  { path: '/sign-in', element: <p>Please sign in</p> },
  { element: <SessionGate />, children: [{ path: '/patients/p1', element: <><h1>Marisol Okafor-Reyes</h1><textarea aria-label="Note" /></> }] },
];
const me = reply(MeDocument, {}, { me: aViewer() }, { times: 5 });
const open = () => renderRoutes(routes, '/patients/p1?past=1', [me]);

afterEach(() => act(() => session.open()));

it('leaves no word of the patient in the document while it is locked', async () => {
  open();
  await screen.findByText('Marisol Okafor-Reyes');
  act(() => session.lock());

  expect(await screen.findByLabelText('Password')).toBeInTheDocument();
  expect(document.documentElement.innerHTML).not.toContain('Okafor');
});

it('gives back the half-written text after unlocking', async () => {
  const { user } = open();
  await user.type(await screen.findByLabelText('Note'), 'Sleeps better since');
  act(() => session.lock());
  expect(screen.queryByDisplayValue('Sleeps better since')).not.toBeInTheDocument();
  act(() => session.open());
  expect(screen.getByLabelText('Note')).toHaveValue('Sleeps better since');
});

it('forgets everything when the session ends, and remembers where the person was', async () => {
  const { router, client } = open();
  await screen.findByText('Marisol Okafor-Reyes');
  act(() => session.end());

  await screen.findByText('Please sign in');
  expect(router.state.location.search).toBe('?returnTo=%2Fpatients%2Fp1%3Fpast%3D1');
  await waitFor(() => expect(client.cache.extract()).toEqual({}));
});
