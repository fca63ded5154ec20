import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask } from '../support/access-commands.ts';
import { INSIDE, wire } from '../support/access-wire.ts';
import { testLogFile } from '../support/logs.ts';
import { World } from '../support/world.ts';

const PAGE = '<!doctype html><title>Plexus</title>';

describe('the server of pages', () => {
  let world: World;
  let webRoot: string;

  beforeAll(async () => {
    webRoot = await mkdtemp(join(tmpdir(), 'plexus-web-'));
    await mkdir(join(webRoot, 'assets'));
    await writeFile(join(webRoot, 'index.html'), PAGE);
    await writeFile(join(webRoot, 'assets', 'app-1a2b.js'), 'export {};');
    world = await World.open({ webRoot });
  });
  afterAll(async () => {
    await world.close();
    await rm(webRoot, { recursive: true });
  });

  const get = (path: string, headers: Record<string, string> = { accept: 'text/html' }) => wire(world.url, path, { method: 'GET', headers });

  it.each([['a page', '/patients/1'], ['the first page', '/'], ['a file', '/assets/app-1a2b.js'], ['the API', '/graphql'], ['a health check', '/health/live'], ['nothing', '/graphql/nothing']])(
    'tells browsers to trust nobody else with %s',
    async (_, path) => {
      const { headers } = await get(path);
      const policy = Object.fromEntries(String(headers['content-security-policy']).split(';').map((directive) => directive.split(/ (.*)/)));
      expect(policy).toMatchObject({ 'default-src': `'self'`, 'script-src': `'self'`, 'object-src': `'none'`, 'base-uri': `'none'`, 'form-action': `'self'`, 'frame-ancestors': `'none'`, 'connect-src': `'self'` });
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer', 'x-frame-options': 'SAMEORIGIN', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': 'max-age=31536000; includeSubDomains',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('shows the one page at every address that is a page, and lets nothing keep it', async () => {
    for (const path of ['/', '/patients', '/patients/1/plan?tab=goals', '/set-password']) {
      const { status, text, headers } = await get(path);
      expect([path, status, text, headers['cache-control']]).toEqual([path, 200, PAGE, 'no-store']);
    }
  });

  it('lets a file named by its content be kept for ever', async () => {
    expect((await get('/assets/app-1a2b.js')).headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });

  it.each([
    ['/assets/app-9z9z.js', { accept: '*/*' }], ['/health/nothing', { accept: 'text/html' }], ['/health', { accept: 'text/html' }], ['/nothing', { accept: 'application/json' }],
    ['/assets/..%2f..%2fetc%2fpasswd', {}], ['/%2e%2e/%2e%2e/etc/passwd', { accept: 'application/json' }], ['/.env', { accept: 'application/json' }], ['/%00', { accept: 'application/json' }], ['/%ff', { accept: 'application/json' }],
  ])('says shortly that there is nothing at %s', async (path, headers) => {
    const { status, text, headers: answered } = await get(path, headers as Record<string, string>);
    expect([400, 403, 404]).toContain(status);
    expect(answered['content-type']).toMatch(/^application\/json/);
    expect(text).not.toMatch(INSIDE);
    expect(text).not.toContain('root:');
    expect(text.length).toBeLessThan(100);
  });

  it('shows no page to a POST', async () => {
    expect((await wire(world.url, '/patients', { headers: { accept: 'text/html' }, body: 'x' })).status).toBe(404);
  });

  describe('asked how it is', () => {
    it('is live and ready', async () => {
      expect([(await get('/health/live')).text, (await get('/health/ready')).text]).toEqual(['{"status":"live"}', '{"status":"ready"}']);
    });

    it('is live and not ready when the database is gone', async () => {
      const lonely = await World.open();
      await lonely.database.drop();
      const [live, ready] = [await wire(lonely.url, '/health/live', { method: 'GET' }), await wire(lonely.url, '/health/ready', { method: 'GET' })];
      expect([live.status, ready.status, ready.text]).toEqual([200, 503, '{"status":"not ready","why":"database"}']);
      await lonely.app.close();
    });
  });

  it('tells nothing of a fault but a number under which the log has it, without what was said', async () => {
    const nurse = await world.as(await world.person(await world.organization(), 'Nadia Nurse', 'nurse'));
    const { id } = await world.patient(nurse, { givenName: 'Secretgiven' });
    await world.database.admin('ALTER TABLE plexus.goal RENAME COLUMN words TO phrase');
    const read = await ask(nurse, 'query ($id: ID!) { patient(patientId: $id) { givenName plan { goals { words } } } }', { id });
    await world.database.admin('ALTER TABLE plexus.goal RENAME COLUMN phrase TO words');
    await world.database.admin('ALTER TABLE plexus.patient ADD CONSTRAINT planted CHECK (pronouns IS NULL)');
    const written = await ask(nurse, 'mutation ($input: EditPatientInput!) { editPatient(input: $input) { __typename } }', {
      input: { commandId: '00000000-0000-4000-8000-000000000001', patientId: id, baseRevision: 1, pronouns: 'Secretpronouns' },
    });
    await world.database.admin('ALTER TABLE plexus.patient DROP CONSTRAINT planted');
    for (const answer of [read, written]) {
      expect(answer.verdict).toBe('INTERNAL');
      expect(JSON.stringify(answer.error)).not.toMatch(INSIDE);
      expect(answer.text).not.toMatch(/Secret|phrase|planted|42703|23514/);
    }
    const logged = readFileSync(testLogFile(), 'utf8').split('\n');
    const faults = [read, written].map(({ error }) => logged.filter((line) => line.includes(error!.extensions.requestId!) && line.includes('"msg":"fault"')).map((line) => JSON.parse(line) as object));
    expect(faults).toEqual([[expect.objectContaining({ error: 'DatabaseError', code: '42703' })], [expect.objectContaining({ code: '23514', table: 'patient', constraint: 'planted' })]]);
    expect(JSON.stringify(faults)).not.toMatch(/Secret|phrase/);
    expect((await ask(nurse, '{ me { person { id } } }')).verdict).toBe('DATA');
  });
});
