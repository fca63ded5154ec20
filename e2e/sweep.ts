import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FullConfig } from '@playwright/test';
import { noteDatabase, noteTexts, reportSweep } from '@plexus/tooling/log-sweep';
import { DEMO_PASSWORD } from './fixtures/personas.ts';

/** Playwright's globalTeardown, while the clinics still stand: nothing that their people wrote is in the servers' logs. Playwright asks for a default export. */
export default async function sweep({ projects }: FullConfig): Promise<void> {
  for (const servers of new Set(projects.map(({ metadata }) => String(metadata.servers)))) {
    const results = fileURLToPath(new URL(`test-results/clinic-${servers}/`, import.meta.url));
    const { superuserUrl } = JSON.parse(readFileSync(`${results}clinic.json`, 'utf8')) as { superuserUrl: string };
    noteTexts(`${results}logs`, DEMO_PASSWORD);
    await noteDatabase(`${results}logs`, superuserUrl);
    reportSweep(`${results}logs`);
  }
}
