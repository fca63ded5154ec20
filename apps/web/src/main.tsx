import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { createClient } from './app/create-client.ts';
import { Providers } from './app/providers.tsx';
import { createRouter } from './app/router.tsx';
import './app/styles.css';

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={createClient()}>
      <RouterProvider router={createRouter()} />
    </Providers>
  </StrictMode>,
);
