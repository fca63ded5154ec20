/** Counts what a server asks of PostgreSQL: a proxy between the two that reads along. */
import { createServer, connect } from 'node:net';
import { once } from 'node:events';

const SIMPLE_QUERY = 'Q'.charCodeAt(0);
const EXECUTE = 'E'.charCodeAt(0);
/** A type byte and a length that counts itself. */
const HEADER_BYTES = 5;

/**
 * @param {string} databaseUrl
 * @returns {Promise<{ url: string, count: () => number, close: () => void }>} `url`: the same database behind the proxy; `count`: statements so far, BEGIN and COMMIT among them
 */
export async function countingProxy(databaseUrl) {
  const target = new URL(databaseUrl);
  let statements = 0;
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname);
    let buffered = Buffer.alloc(0);
    // The first message has no type byte.
    let isStarted = false;
    client.on('data', (chunk) => {
      upstream.write(chunk);
      buffered = Buffer.concat([buffered, chunk]);
      for (;;) {
        const header = isStarted ? HEADER_BYTES : HEADER_BYTES - 1;
        if (buffered.length < header) break;
        const length = buffered.readUInt32BE(header - 4) + header - 4;
        if (buffered.length < length) break;
        if (isStarted && (buffered[0] === SIMPLE_QUERY || buffered[0] === EXECUTE)) statements += 1;
        isStarted = true;
        buffered = buffered.subarray(length);
      }
    });
    upstream.pipe(client);
    client.on('close', () => upstream.destroy()).on('error', () => upstream.destroy());
    upstream.on('close', () => client.destroy()).on('error', () => client.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(databaseUrl);
  url.hostname = '127.0.0.1';
  url.port = String(/** @type {import('node:net').AddressInfo} */ (server.address()).port);
  return { url: url.href, count: () => statements, close: () => server.close() };
}
