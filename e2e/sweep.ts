import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { noteDatabase, noteTexts, reportSweep } from '@plexus/tooling/log-sweep';
import { DEMO_PASSWORD } from './fixtures/personas.ts';

const results = fileURLToPath(new URL('test-results/', import.meta.url));

/** Playwright's globalTeardown, while the clinic still stands: nothing that its people wrote is in the server's log. Playwright asks for a default export. */
export default async function sweep(): Promise<void> {
  const logs = `${results}logs`;
  noteTexts(logs, DEMO_PASSWORD);
  await noteDatabase(logs, readFileSync(`${results}clinic.database`, 'utf8'));
  reportSweep(logs);
}
