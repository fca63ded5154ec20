import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import pg from 'pg';
import { createApp } from '../../src/create-app.ts';
import { poolOf } from '../../src/platform/database/pool.ts';
import { JOBS } from '../../src/platform/jobs/job-names.ts';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import { Metrics } from '../../src/platform/metrics/metrics.ts';
import { ask, done } from '../support/access-commands.ts';
import { wire } from '../support/access-wire.ts';
import type { Client } from '../support/client.ts';
import { documents } from '../support/record-documents.ts';
import { eventually } from '../support/record-patience.ts';
import { World, configFor } from '../support/world.ts';

const CHART = 'PlanPage';
const chart = documents.find(({ name }) => name === CHART)!.id;

let world: World;
let client: Client;
let patientId: string;

beforeAll(async () => {
  world = await World.open({ metricsPort: 0 });
  client = await world.as(await world.person(await world.organization('Lindenhall Pain Clinic'), 'Ingrid Vasquez-Thorne', 'physiatrist'));
  ({ id: patientId } = await world.patient(client, { mrn: '204-881' }));
});
afterAll(() => world.close());

const port = () => (world.app.nest.get(Metrics).address as AddressInfo).port;
const page = () => wire(`http://127.0.0.1:${port()}`, '/metrics', { method: 'GET' });

/** Every figure by its name and labels, as Prometheus reads it. */
async function figures(): Promise<Map<string, number>> {
  const lines = (await page()).text.split('\n').filter((line) => line && !line.startsWith('#'));
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))]));
}

/** By how much each figure of ours moved while something was done. */
async function moved(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await figures();
  await act();
  const now = await figures();
  return Object.fromEntries([...now].filter(([name]) => /^plexus_\w+_(total|count)\b/.test(name)).map(([name, figure]) => [name, figure - (before.get(name) ?? 0)] as const).filter(([, by]) => by !== 0));
}

/** As the web asks for a chart. */
const open = (id = patientId, operationName = CHART) =>
  client.send(JSON.stringify({ documentId: chart, operationName, variables: { patientId: id } }), { accept: 'application/graphql-response+json' }).then((answer) => answer.text());

it('counts an answer under the name of its document, with its outcome, time and statements', async () => {
  expect(await moved(() => open(randomUUID()))).toEqual({
    [`plexus_requests_total{operation="${CHART}",outcome="NOT_FOUND"}`]: 1,
    [`plexus_request_seconds_count{operation="${CHART}"}`]: 1,
    [`plexus_request_statements_count{operation="${CHART}"}`]: 1,
    'plexus_kept_answers_asked_total{outcome="miss"}': 1,
  });
});

it('counts what is not of the web, and what is no request at all, as "other"', async () => {
  expect(await moved(() => ask(client, 'query Marisol { me { person { name } } }'))).toMatchObject({ 'plexus_requests_total{operation="other",outcome="OK"}': 1 });
  // A chart that was kept is sent whatever its client calls it.
  await open();
  expect(await moved(() => open(patientId, 'Marisol'))).toMatchObject({ 'plexus_requests_total{operation="other",outcome="OK"}': 1, 'plexus_kept_answers_asked_total{outcome="hit"}': 1 });
  expect(await moved(() => client.send('no JSON'))).toMatchObject({ 'plexus_requests_total{operation="other",outcome="BAD_USER_INPUT"}': 1 });
});

it('tells answers that were kept from answers that were made', async () => {
  const { id } = await world.patient(client);
  const first = await moved(() => open(id));
  const bytes = (await figures()).get('plexus_kept_answers_bytes')!;
  const second = await moved(() => open(id));
  expect([first['plexus_kept_answers_asked_total{outcome="miss"}'], first['plexus_kept_answers_asked_total{outcome="hit"}']]).toEqual([1, undefined]);
  expect([second['plexus_kept_answers_asked_total{outcome="miss"}'], second['plexus_kept_answers_asked_total{outcome="hit"}']]).toEqual([undefined, 1]);
  expect(second[`plexus_requests_total{operation="${CHART}",outcome="OK"}`]).toBe(1);
  expect(bytes).toBeGreaterThan(500);
});

it('counts revisions that it announced and heard, and a command that was sent again only once', async () => {
  const input = { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), pronouns: 'she/her' };
  const heard = async () => (await figures()).get('plexus_revisions_heard_total')!;
  const before = await heard();
  const by = await moved(async () => {
    await done(client, 'editPatient', input);
    await done(client, 'editPatient', input);
    await eventually('the news', async () => (await heard()) > before);
  });
  expect([by.plexus_revisions_announced_total, by.plexus_revisions_heard_total]).toEqual([1, 1]);
});

it('shows sockets and subscriptions while they are open, and whether news arrive', async () => {
  const now = async () => {
    const all = await figures();
    return ['plexus_sockets_open', 'plexus_subscriptions_open', 'plexus_listener_connected'].map((name) => all.get(name)).join(' ');
  };
  expect(await now()).toBe('0 0 1');
  const watch = client.subscribe('subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }', { patientId });
  await watch.deliveries.next();
  expect(await now()).toBe('1 1 1');
  await watch.stop();
  await eventually('the socket to be gone', async () => (await now()) === '0 0 1');

  await world.rows(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'plexus-listen' AND datname = current_database()`);
  await eventually('the loss to show', async () => (await now()).endsWith(' 0'));
  await eventually('the connection to be back', async () => (await now()).endsWith(' 1'));
});

it('shows who holds the pool, and who waits for it', async () => {
  const pool = poolOf(world.app.dataSource);
  const taken = await Promise.all(Array.from({ length: pool.options.max }, () => pool.connect()));
  const asked = ask(client, '{ me { person { name } } }');
  await eventually('the request to wait', async () => (await figures()).get('plexus_pool_waiting') === 1);
  expect((await figures()).get('plexus_pool_connections{state="busy"}')).toBe(pool.options.max);
  for (const connection of taken) connection.release();
  expect((await asked).verdict).toBe('DATA');
  await eventually('the pool to be free', async () => (await figures()).get('plexus_pool_connections{state="busy"}') === 0);
});

it('shows rows of the access log that cannot be written, and the answers that wait behind them', async () => {
  const { id } = await world.patient(client);
  const colleague = await world.as(world.organizations[0]!.administrator);
  const owner = new pg.Client({ connectionString: world.database.adminUrl });
  await owner.connect();
  await owner.query('BEGIN; LOCK TABLE plexus.access_log IN EXCLUSIVE MODE');
  const asked = ask(colleague, 'query ($id: ID!) { patient(patientId: $id) { id } }', { id });
  await eventually('the row to wait', async () => (await figures()).get('plexus_access_log_waiting') === 1);
  await owner.end();
  expect((await asked).verdict).toBe('NOT_FOUND');
  expect((await figures()).get('plexus_access_log_waiting')).toBe(0);
});

it('counts jobs that were done, and those that failed', async () => {
  const queue = world.app.nest.get(JobQueue);
  expect(await moved(() => queue.strike('forget-sign-ins'))).toEqual({ 'plexus_jobs_total{job="forget-sign-ins",outcome="done"}': 1 });
  expect((await figures()).get('plexus_job_last_done_timestamp_seconds{job="forget-sign-ins"}')).toBe(world.clock.now().getTime() / 1000);
  await world.database.admin('ALTER TABLE queue.rate_limit RENAME COLUMN expire TO later');
  expect(await moved(() => queue.strike('forget-sign-ins'))).toEqual({ 'plexus_jobs_total{job="forget-sign-ins",outcome="failed"}': 1, 'plexus_log_lines_total{level="warn"}': 1 });
  await world.database.admin('ALTER TABLE queue.rate_limit RENAME COLUMN later TO expire');
});

it('names nobody: every label is a word of the code, and no id and no text stands anywhere', async () => {
  // A busy day: every document of the web, as somebody who may and as somebody who may not.
  const stranger = await world.as(await world.person(world.organizations[0]!, 'Lucia Ferrante', 'physical-therapist'));
  for (const who of [client, stranger, world.anonymous()]) {
    for (const { id, name } of documents) await who.send(JSON.stringify({ documentId: id, operationName: name, variables: { patientId, id: patientId, first: 5, input: { patientId, words: 'Carry Milo upstairs' } } }));
  }
  const { text } = await page();
  const known = new Set<string>(['other', ...JOBS, ...documents.map(({ name }) => name), 'OK', 'BAD_USER_INPUT', 'NOT_FOUND', 'FORBIDDEN', 'UNAUTHENTICATED', 'RATE_LIMITED', 'INTERNAL', 'hit', 'miss', 'idle', 'busy', 'done', 'failed', 'warn', 'error', 'fatal']);
  const ours = text.split('\n').filter((line) => line.startsWith('plexus_'));
  const words = new Set(ours.flatMap((line) => [...line.matchAll(/(\w+)="([^"]*)"/g)].filter(([, label]) => label !== 'le').map(([, , word]) => word!)));
  expect([...words].filter((word) => !known.has(word))).toEqual([]);
  expect(words.size).toBeGreaterThan(20);
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-|@|Marisol|Okafor|204-881|Vasquez|Ferrante|Lindenhall|Milo/);
});

it('has the figures of the process too', async () => {
  const all = await figures();
  for (const name of ['process_resident_memory_bytes', 'nodejs_eventloop_lag_p99_seconds', 'process_cpu_seconds_total']) expect([name, all.get(name)! >= 0]).toEqual([name, true]);
});

it('is nowhere on the public port, and shows nothing else on its own', async () => {
  expect((await wire(world.url, '/metrics', { method: 'GET' })).status).toBe(404);
  for (const path of ['/', '/graphql', '/health/live']) expect((await wire(`http://127.0.0.1:${port()}`, path, { method: 'GET' })).status).toBe(404);
  expect((await page()).headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
});

it('does not listen unless it is told to', async () => {
  const quiet = await World.open({}, world.database);
  expect(quiet.app.nest.get(Metrics).address).toBeNull();
  await quiet.app.close();
});

it('does not start on a port that is taken, and says which setting to change', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port: taken } = other.address() as AddressInfo;
  await expect(createApp(configFor(world.database, { metricsPort: taken }))).rejects.toThrow(`The metrics cannot be served on 127.0.0.1:${taken} (EADDRINUSE): choose another PLEXUS_METRICS_PORT or PLEXUS_METRICS_HOST.`);
  other.close();
});
