/** How long after its commit a change is told to those who have the record open. */
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import pg from 'pg';
import WebSocket from 'ws';
import { headersOf } from './load.mjs';

const REVISED = 'subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }';

/**
 * @param {object} given
 * @param {string} given.url of the server
 * @param {string} given.listenUrl of the database: what the commit itself says is heard there
 * @param {string} given.patientId
 * @param {string} given.writer a session token
 * @param {string[]} given.readers session tokens, one a subscriber
 * @param {number} given.changes
 * @param {(baseRevision: number) => object} given.body of a command that changes something
 * @returns {Promise<number[]>} milliseconds from commit to frame, of every frame of every subscriber
 */
export async function deliveries({ url, listenUrl, patientId, writer, readers, changes, body }) {
  /** @type {Map<number, number>} */
  const committedAt = new Map();
  /** @type {{ revision: number, at: number }[]} */
  const frames = [];
  const listener = new pg.Client({ connectionString: listenUrl });
  await listener.connect();
  listener.on('notification', ({ payload }) => {
    const { p, n } = JSON.parse(payload ?? '{}');
    if (p === patientId) committedAt.set(n, performance.now());
  });
  await listener.query('LISTEN plexus_revision');

  const sockets = readers.map((token) => {
    class Socket extends WebSocket {
      /** @param {string} address @param {string[]} protocols */
      constructor(address, protocols) {
        super(address, protocols, { headers: { origin: url, cookie: headersOf(token).cookie } });
      }
    }
    return createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 0, lazy: true });
  });
  let revision = 0;
  await Promise.all(sockets.map((socket) => new Promise((resolve, reject) => {
    socket.subscribe({ query: REVISED, variables: { patientId } }, {
      next: ({ data }) => {
        const told = /** @type {{ patientRevised: { revision: number } }} */ (/** @type {unknown} */ (data)).patientRevised.revision;
        revision = Math.max(revision, told);
        frames.push({ revision: told, at: performance.now() });
        resolve(undefined);
      },
      error: reject,
      complete: () => undefined,
    });
  })));
  frames.length = 0;

  const first = revision;
  for (let change = 0; change < changes; change += 1) {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: headersOf(writer), body: JSON.stringify(body(first + change)) });
    const { data, errors } = await response.json();
    if (errors || !data) throw new Error(`The change was refused: ${JSON.stringify(errors)}`);
    await until(() => frames.filter((frame) => frame.revision === first + change + 1).length === readers.length);
  }
  for (const socket of sockets) await socket.dispose();
  await listener.end();
  return frames.map((frame) => frame.at - (committedAt.get(frame.revision) ?? Number.NaN));
}

/** @param {() => boolean} isSo */
async function until(isSo) {
  for (const deadline = performance.now() + 10_000; !isSo(); ) {
    if (performance.now() > deadline) throw new Error('A change was not told to everybody within ten seconds.');
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

export const newCommand = () => randomUUID();
