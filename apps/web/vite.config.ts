import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { firstRouteLimit } from './first-route.ts';

const api = process.env.API_URL ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react(), firstRouteLimit()],
  resolve: { conditions: ['@plexus/source', 'module', 'browser', 'development|production'] },
  server: { port: 4200, proxy: { '/graphql': { target: api, ws: true }, '/attachments': { target: api } } },
  build: { outDir: 'dist', emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 700, modulePreload: { polyfill: false } },
});
