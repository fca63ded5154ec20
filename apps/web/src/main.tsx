import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createClient } from './app/create-client.ts';
import { Providers } from './app/providers.tsx';
import { createRouter } from './app/router.tsx';
import { Outbox } from './shared/outbox/outbox.ts';
import './app/styles.css';

const client = createClient();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={client} outbox={new Outbox(client)}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
);
