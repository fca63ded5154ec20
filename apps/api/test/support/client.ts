import { noteTexts } from '@plexus/tooling/log-sweep';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

export interface GraphqlError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly reason?: string; readonly field?: string; readonly rule?: string; readonly cause?: string; readonly requestId?: string };
}

export interface Answer<T> {
  readonly data?: T | null;
  readonly errors?: readonly GraphqlError[];
}

/** How long a busy machine may stay so. */
const BUSY_MS = 30_000;
const COOKIE = 'plexus-development';

/** What a browser that is signed in sends with a socket. */
export const sessionHeaders = (origin: string, token: string | null): Record<string, string> => ({ origin, ...(token ? { cookie: `${COOKIE}=${token}` } : {}) });

/** A browser's view of the server: HTTP with a cookie, and a WebSocket with the same cookie. */
export class Client {
  constructor(
    readonly url: string,
    private token: string | null,
  ) {}

  get cookie(): string | null {
    return this.token;
  }

  async run<T = Record<string, never>>(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer<T>> {
    const response = await this.send(JSON.stringify({ query, variables }), headers);
    return (await response.json()) as Answer<T>;
  }

  /** The data, when there is no error; a test that expects an error asks with `run`. Who is told that the server is busy asks again, as the pages do. */
  async data<T>(query: string, variables: object = {}): Promise<T> {
    for (const deadline = Date.now() + BUSY_MS; ; ) {
      const { data, errors } = await this.run<T>(query, variables);
      if (!errors && data) return data;
      if (errors?.[0]?.extensions.cause !== 'BUSY' || Date.now() > deadline) throw new Error(`The request failed: ${JSON.stringify(errors)}`);
    }
  }

  async send(body: string, headers: Record<string, string> = {}, method = 'POST'): Promise<Response> {
    noteVariables(body);
    const response = await fetch(`${this.url}/graphql`, {
      method,
      headers: { 'content-type': 'application/json', ...(this.token ? { cookie: `${COOKIE}=${this.token}` } : {}), ...headers },
      ...(method === 'POST' ? { body } : {}),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, value = ''] = /^plexus-development=([^;]*)/.exec(cookie) ?? [];
      if (cookie.startsWith(`${COOKIE}=`)) this.token = value === '' ? null : value;
    }
    return response;
  }

  /** Deliveries of one subscription, until `stop`. */
  subscribe<T>(query: string, variables: Record<string, unknown> = {}): Subscription<T> {
    const headers = sessionHeaders(this.url, this.token);
    class Socket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers });
      }
    }
    const socket = createClient({ url: `${this.url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 0, lazy: true });
    return { deliveries: socket.iterate<T>({ query, variables }) as AsyncIterableIterator<Answer<T>>, stop: async () => void (await socket.dispose()) };
  }
}

/** What was sent must stand in no log, whether it was accepted or not. */
function noteVariables(body: string): void {
  try {
    noteTexts(process.env.PLEXUS_TEST_LOGS!, (JSON.parse(body) as { variables?: unknown }).variables);
  } catch {
    // Not JSON: there is nothing to name.
  }
}

export interface Subscription<T> {
  readonly deliveries: AsyncIterableIterator<Answer<T>>;
  stop(): Promise<void>;
}
