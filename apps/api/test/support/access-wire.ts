import { request } from 'node:http';
import WebSocket from 'ws';

export interface WireAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

/** Sends exactly these bytes to exactly this path: `fetch` would tidy both. */
export function wire(url: string, path: string, { method = 'POST', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {}): Promise<WireAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export interface SocketAnswer {
  /** The status with which the upgrade was refused, the code with which the socket was closed, or the type of the message. */
  readonly outcome: number | string;
  readonly text: string;
}

/** Opens a socket with these headers, subscribes once, and tells the first thing that comes of it. */
export function overSocket(url: string, payload: unknown, { cookie, headers = {}, protocol = 'graphql-transport-ws', path = '/graphql' }: { cookie?: string | null; headers?: Record<string, string>; protocol?: string; path?: string } = {}): Promise<SocketAnswer> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`${url.replace(/^http/, 'ws')}${path}`, protocol, { headers: { origin: url, ...(cookie ? { cookie: `plexus-development=${cookie}` } : {}), ...headers } });
    const settle = (outcome: number | string, text: string) => {
      resolve({ outcome, text });
      socket.terminate();
    };
    socket.on('unexpected-response', (_, response) => {
      response.resume();
      settle(response.statusCode ?? 0, '');
    });
    socket.on('error', () => settle('error', ''));
    socket.on('close', (code, reason) => settle(code, reason.toString()));
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', (data: Buffer) => {
      const text = data.toString();
      const { type } = JSON.parse(text) as { type: string };
      if (type !== 'connection_ack') return settle(type, text);
      socket.send(typeof payload === 'string' ? payload : JSON.stringify({ id: '1', type: 'subscribe', payload }));
    });
  });
}

/** Nothing of the inside: no stack, no path, no SQL, no name of the schema, of a package or of a table. */
export const INSIDE = /node_modules|\bat \/|\.ts\b|\.js\b|\/apps\/|file:\/\/|select\s|insert\s|plexus\.|pg_|constraint|relation "|syntax error|did you mean|Cannot query field|Unknown argument|Expected type|GraphQLError|ApolloServer|express|nestjs|PatientResult|EditPatientInput|givenName|familyName/i;
