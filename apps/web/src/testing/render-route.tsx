import { ApolloClient } from '@apollo/client';
import { MockLink } from '@apollo/client/testing';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider, type RouteObject } from 'react-router';
import { createCache } from '../app/create-cache.ts';
import { Providers } from '../app/providers.tsx';
import { Outbox } from '../shared/outbox/outbox.ts';
import { ViewerContext, type Viewer } from '../shared/viewer.ts';
import { aViewer } from './builders.ts';
import type { Reply } from './reply.ts';

interface Options {
  readonly viewer?: Viewer;
  /** Routes that the page leads to. */
  readonly others?: RouteObject[];
}

/** The app around one route, answered by typed replies; an operation without a reply fails like a lost network. */
export function renderRoute(path: string, element: ReactNode, at: string, replies: readonly Reply[], { viewer = aViewer(), others = [] }: Options = {}) {
  const routes = [{ path, element: <ViewerContext value={viewer}>{element}</ViewerContext> }, ...others];
  return renderRoutes(routes, at, replies, viewer.person.id);
}

/** The same with a route table, for specs about the gate and the shell. */
export function renderRoutes(routes: RouteObject[], at: string, replies: readonly Reply[], signedIn?: string) {
  const client = new ApolloClient({ cache: createCache(), link: new MockLink([...replies], { showWarnings: false }) });
  const outbox = new Outbox(client);
  if (signedIn) void outbox.open(signedIn);
  const router = createMemoryRouter(routes, { initialEntries: [at] });
  const view = render(<Providers client={client} outbox={outbox} env="test"><RouterProvider router={router} /></Providers>);
  return { ...view, client, outbox, router, user: userEvent.setup() };
}
