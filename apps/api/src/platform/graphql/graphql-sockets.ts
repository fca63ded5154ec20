import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema, OperationTypeNode, getOperationAST, parse, specifiedRules, validate } from 'graphql';

import type { Context } from 'graphql-ws';
import { type Extra, useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';
import { CONFIG, type Config } from '../config/config.ts';
import { Transactions } from '../database/transactions.ts';
import { describeDevice } from '../http/device.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { readCookie } from '../http/session-cookie.ts';
import { newId } from '../ids.ts';
import { Log } from '../log/log.ts';
import { Authenticator } from './authenticator.ts';
import { toClientError } from './errors.ts';
import { LIMITS, limitRule } from './limits.ts';
import { type CookieJar, type GraphqlContext, RequestContext } from './request-context.ts';
import { TrustedDocuments } from './trusted-documents.ts';

const NO_COOKIES: CookieJar = { set: () => undefined, clear: () => undefined };
const FRAME_BYTES = 100_000;
const GOING_AWAY_MS = 1_000;

/** A subscription outlives its first answer, so its context can ask again who the sender is. */
export interface LiveRequest {
  readonly request: RequestContext;
  /** A context made anew from the session as it is now; null when the session is no longer active. */
  again(): Promise<RequestContext | null>;
}
export const isLive = (context: GraphqlContext): context is GraphqlContext & LiveRequest => 'again' in context;

/** Subscriptions over graphql-ws: the same documents, limits and errors as over HTTP, and nothing but subscriptions. */
@Injectable()
export class GraphqlSockets {
  private readonly sockets = new WebSocketServer({ noServer: true, maxPayload: FRAME_BYTES });
  private readonly connected = new Set<Context>();
  private dispose: (() => Promise<void>) | null = null;

  constructor(
    private readonly documents: TrustedDocuments,
    private readonly authenticator: Authenticator,
    private readonly transactions: Transactions,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  get openSockets(): number {
    return this.sockets.clients.size;
  }

  get openSubscriptions(): number {
    return [...this.connected].reduce((sum, { subscriptions }) => sum + Object.keys(subscriptions).length, 0);
  }

  serve(server: Server, schema: GraphQLSchema): void {
    const disposable = useServer<Record<string, unknown>, Extra & Record<PropertyKey, unknown>>(
      {
        schema,
        connectionInitWaitTimeout: 5_000,
        onConnect: async (ctx) => {
          this.connected.add(ctx);
          try {
            return (await this.authenticator.authenticate(readCookie(ctx.extra.request), false)).state === 'active';
          } catch (error) {
            // Thrown on, it would reach the client and the terminal as the database said it.
            this.log.fault(newId(), error);
            return false;
          }
        },
        onClose: (ctx) => void this.connected.delete(ctx),
        onSubscribe: async (ctx, _id, payload) => this.prepare(schema, ctx.extra.request, payload, Object.keys(ctx.subscriptions).length),
        // Also when the client has gone meanwhile or was refused: the snapshot in which its right was looked up must not outlive the look.
        onOperation: async (_ctx, _id, _payload, args) => (args.contextValue as GraphqlContext).request.renew(),
        onNext: async (_ctx, _id, _payload, args, result) => {
          const { request } = args.contextValue as GraphqlContext;
          await request.renew();
          return { ...result, ...(result.errors ? { errors: result.errors.map((error) => toClientError(error, request.requestId, this.log)) } : {}) } as typeof result;
        },
        onError: (_ctx, _id, _payload, errors) => errors.map((error) => toClientError(error, newId(), this.log)),
      },
      this.sockets,
    );
    this.dispose = async () => void (await disposable.dispose());
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => this.upgrade(request, socket, head));
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    // Node takes its own listener off an upgraded socket: without one, a client that resets the connection would end the process.
    socket.on('error', () => socket.destroy());
    const isOurs = request.url?.split('?')[0] === '/graphql' && request.headers['sec-websocket-protocol'] === 'graphql-transport-ws';
    if (!isOurs || !isOwnOrigin(request.headers.origin, request.headers.host, this.config.allowedOrigins, true)) {
      socket.end(`HTTP/1.1 ${isOurs ? '403 Forbidden' : '404 Not Found'}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (ws) => this.sockets.emit('connection', ws, request));
  }

  private async prepare(
    schema: GraphQLSchema,
    http: IncomingMessage,
    payload: { query?: string | null; operationName?: string | null; variables?: Record<string, unknown> | null; extensions?: Record<string, unknown> | null },
    count: number,
  ): Promise<ExecutionArgs | readonly GraphQLError[]> {
    const refuse = (message: string, rule: string) => [new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', rule } })];
    if (count > LIMITS.operations) return refuse('This request asks for too much (open subscriptions).', 'TOO_COMPLEX');
    try {
      const document = parse(this.documents.resolve(payload.extensions?.documentId, payload.query), { maxTokens: LIMITS.tokens });
      const errors = validate(schema, document, [...specifiedRules, limitRule]);
      if (errors.length > 0) return errors.map((error) => withCode(error));
      if (getOperationAST(document, payload.operationName)?.operation !== OperationTypeNode.SUBSCRIPTION) return refuse('Send queries and mutations over HTTP.', 'SUBSCRIPTIONS_ONLY');
      return { schema, document, operationName: payload.operationName ?? null, variableValues: payload.variables ?? {}, contextValue: await this.context(http) };
    } catch (error) {
      return [error instanceof GraphQLError ? withCode(error) : new GraphQLError('This request is not valid.', { extensions: { code: 'BAD_USER_INPUT' } })];
    }
  }

  private async context(http: IncomingMessage): Promise<GraphqlContext & LiveRequest> {
    const make = async () => {
      const principal = await this.authenticator.authenticate(readCookie(http), false);
      const client = { address: http.socket.remoteAddress ?? '', device: describeDevice(http.headers['user-agent']) };
      return new RequestContext(newId(), client, NO_COOKIES, principal, this.transactions);
    };
    return {
      request: await make(),
      again: async () => {
        const request = await make();
        return request.principal.state === 'active' ? request : null;
      },
    };
  }

  /** Tells every client to connect again and to ask for what it missed. */
  restart(): void {
    for (const socket of this.sockets.clients) socket.close(1012, 'Connect again');
  }

  /** Everybody is told to go away, which is told apart from an error: the pages connect again, elsewhere or when we are back. */
  async close(): Promise<void> {
    const dispose = this.dispose;
    this.dispose = null;
    if (!dispose) return;
    for (const socket of this.sockets.clients) socket.close(1001, 'Going away');
    // A client that is gone never answers: it is not waited for.
    const gone = setTimeout(() => this.sockets.clients.forEach((socket) => socket.terminate()), GOING_AWAY_MS);
    await dispose();
    clearTimeout(gone);
    for (const socket of this.sockets.clients) socket.terminate();
    this.sockets.close();
  }
}

const withCode = (error: GraphQLError): GraphQLError =>
  error.extensions.code ? error : new GraphQLError(error.message, { extensions: { ...error.extensions, code: 'GRAPHQL_VALIDATION_FAILED' } });

