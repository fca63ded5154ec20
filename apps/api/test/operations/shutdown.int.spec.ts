import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import pg from 'pg';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { commandDocument } from '../support/access-commands.ts';
import { wire } from '../support/access-wire.ts';
import type { Client } from '../support/client.ts';
import { eventually } from '../support/record-patience.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type TestPerson, World } from '../support/world.ts';

const NOTICE_MS = 800;
const READ = 'query ($id: ID!) { patient(patientId: $id) { givenName revision } }';
const NEWS = 'subscription ($id: ID!) { patientRevised(patientId: $id) { revision } }';

let world: World;
let person: TestPerson;
let client: Client;
let server: ServerProcess;

beforeAll(async () => {
  world = await World.open();
  // The process has a clock that nobody can move; the sessions are as of now.
  world.clock.moveTo(new Date());
  person = await world.person(await world.organization(), 'Ingrid Vasquez-Thorne', 'physiatrist');
  client = await world.as(person);
});
afterEach(() => server.stop());
afterAll(() => world.close());

const start = async (env: NodeJS.ProcessEnv = {}) => (server = await ServerProcess.start(world.database, { PLEXUS_SHUTDOWN_NOTICE_MS: String(NOTICE_MS), PLEXUS_PATIENCE: '30', ...env }));

/** One request, over a connection that is kept when the server allows it. */
function send(query: string, variables: object, agent: Agent): Promise<{ status: number | undefined; connection: string | undefined; body: { data?: Record<string, unknown>; errors?: unknown } }> {
  const sent: ClientRequest = request(`${server.url}/graphql`, { method: 'POST', agent, headers: { 'content-type': 'application/json', cookie: `plexus-development=${client.cookie}` } });
  sent.end(JSON.stringify({ query, variables }));
  return once(sent, 'response').then(async ([response]: IncomingMessage[]) => {
    let text = '';
    for await (const chunk of response!.setEncoding('utf8')) text += chunk;
    return { status: response!.statusCode, connection: response!.headers.connection, body: JSON.parse(text) as object };
  });
}

/** Everything that looks at a record waits until the returned function is called. */
async function holdRecords(): Promise<() => Promise<void>> {
  const owner = new pg.Client({ connectionString: world.database.adminUrl });
  await owner.connect();
  await owner.query('BEGIN; LOCK TABLE plexus.patient_record IN ACCESS EXCLUSIVE MODE');
  return () => owner.end();
}

const waiting = async (count: number) =>
  eventually(`${count} requests to wait`, async () => (await world.rows(`SELECT 1 FROM pg_locks JOIN pg_database d ON d.oid = database WHERE datname = current_database() AND NOT granted`)).length === count);

const isRefused = () =>
  new Promise<boolean>((resolve) => {
    const socket = connect(Number(server.port), '127.0.0.1', () => resolve(false)).on('error', () => resolve(true));
    socket.on('connect', () => socket.destroy());
  });

const ready = async () => (await wire(server.url, '/health/ready', { method: 'GET' })).text;

describe('a server that is told to end', () => {
  it('says so first, answers everybody who asked, cuts nobody, and goes', async () => {
    await start();
    const patients = await Promise.all([1, 2, 3, 4].map(() => world.patient(client)));
    const agent = new Agent({ keepAlive: true, maxSockets: 20 });
    // A browser keeps connections in reserve on which nothing was asked yet: they must not hold anything up.
    const inReserve = connect(Number(server.port), '127.0.0.1');
    await once(inReserve, 'connect');
    const watch = new WebSocket(`${server.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: { origin: server.url, cookie: `plexus-development=${client.cookie}` } });
    await once(watch, 'open');
    expect(await ready()).toBe('{"status":"ready"}');

    const release = await holdRecords();
    const asked = patients.flatMap(({ id }, index) => [
      send(READ, { id }, agent),
      send(commandDocument('editPatient'), { input: { commandId: `00000000-0000-4000-8000-00000000000${index}`, patientId: id, baseRevision: 1, pronouns: 'she/her' } }, agent),
    ]);
    await waiting(asked.length);
    server.child.kill('SIGTERM');

    expect(await eventually('readiness to turn', async () => (await ready()) !== '{"status":"ready"}' && ready())).toBe('{"status":"not ready","why":"stopping"}');
    // Who has not heard of it yet is served as before, and told not to come back.
    expect(await send('{ me { person { name } } }', {}, agent)).toEqual({ status: 200, connection: 'close', body: { data: { me: { person: { name: person.name } } } } });
    const [code] = (await once(watch, 'close')) as [number];
    expect(code).toBe(1001);
    expect(await isRefused()).toBe(true);
    expect(server.child.exitCode).toBeNull();

    await release();
    for (const { status, connection, body } of await Promise.all(asked)) {
      expect([status, connection, body.errors]).toEqual([200, 'close', undefined]);
    }
    expect(await server.ended).toEqual({ code: 0, signal: null });
    // What was answered was done, and left its trace.
    expect(await Promise.all(patients.map(({ id }) => world.revisionOf(id)))).toEqual([2, 2, 2, 2]);
    const opened = await world.rows('SELECT DISTINCT patient_id FROM plexus.access_log WHERE action = $1 AND patient_id = ANY ($2)', ['chart-opened', patients.map(({ id }) => id)]);
    expect(opened).toHaveLength(4);
  }, 180_000);

  it('is found again by the pages: they connect to its successor and hear what is new, with nothing said', async () => {
    await start({ PLEXUS_SHUTDOWN_NOTICE_MS: '0' });
    const { port, url } = server;
    const { id } = await world.patient(client);
    class Socket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: { origin: url, cookie: `plexus-development=${client.cookie}` } });
      }
    }
    // As the web's client does; only that it waits less between its tries.
    const closed: number[] = [];
    const socket = createClient({
      url: `${url.replace('http', 'ws')}/graphql`, webSocketImpl: Socket, lazy: true, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true, retryWait: () => new Promise((resolve) => setTimeout(resolve, 20)),
      on: { closed: (event) => closed.push((event as { code: number }).code) },
    });
    const heard: number[] = [];
    const failed: unknown[] = [];
    socket.subscribe<{ patientRevised: { revision: number } }>({ query: NEWS, variables: { id } }, { next: ({ data }) => heard.push(data!.patientRevised.revision), error: (error) => failed.push(error), complete: () => undefined });
    await eventually('the first word', async () => heard.length === 1);
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 0, signal: null });
    // Changed while nobody could hear of it.
    await client.data(commandDocument('editPatient'), { input: { commandId: '00000000-0000-4000-8000-000000000010', patientId: id, baseRevision: 1, pronouns: 'she/her' } });
    await start({ PORT: port });
    await eventually('what was missed', async () => heard.includes(2));
    expect([heard, failed, closed[0]]).toEqual([[1, 2], [], 1001]);
    await socket.dispose();
  }, 180_000);

  it('ends at once when it is told twice, though somebody still waits', async () => {
    await start();
    const { id } = await world.patient(client);
    const release = await holdRecords();
    const cut = send(READ, { id }, new Agent());
    const outcome = expect(cut).rejects.toThrow(/socket hang up|ECONNRESET/);
    await waiting(1);
    server.child.kill('SIGTERM');
    await eventually('the first signal to be heard', async () => (await ready()) !== '{"status":"ready"}');
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 1, signal: null });
    await outcome;
    await release();
  }, 180_000);

  (process.env.PLEXUS_LONG ? it : it.skip)('gives up after ten seconds on what never comes to its end', async () => {
    await start({ PLEXUS_SHUTDOWN_NOTICE_MS: '0' });
    // Half a request: the other half does not come.
    const half = connect(Number(server.port), '127.0.0.1');
    half.on('error', () => undefined);
    half.write('POST /graphql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{"query":');
    await eventually('it to arrive', async () => (await ready()) === '{"status":"ready"}');
    const began = performance.now();
    server.child.kill('SIGTERM');
    expect(await server.ended).toEqual({ code: 1, signal: null });
    expect(performance.now() - began).toBeGreaterThan(9_000);
  }, 180_000);

  it('ends in the same way when whoever started it has died', async () => {
    await start({ PLEXUS_SHUTDOWN_NOTICE_MS: '0' });
    const { id } = await world.patient(client);
    const release = await holdRecords();
    const asked = send(READ, { id }, new Agent());
    await waiting(1);
    server.child.stdin!.end();
    await eventually('nobody to be let in', isRefused);
    await release();
    expect(await asked).toMatchObject({ status: 200, body: { data: { patient: { givenName: 'Marisol' } } } });
    expect(await server.ended).toEqual({ code: 0, signal: null });
  }, 180_000);
});
