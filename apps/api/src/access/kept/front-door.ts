import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { type PersonStatus, REACHES, type ReachRow, mayWithPatient } from '@plexus/domain';
import { DataSource } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { refuseIfFull, unavailable } from '../../platform/database/unavailable.ts';
import type { Keepable } from '../../platform/graphql/answer-keeper.ts';
import { toClientError } from '../../platform/graphql/errors.ts';
import { BACKGROUND_HEADER, PERSON_HEADER } from '../../platform/graphql/graphql-http.ts';
import { GRAPHQL_PATH } from '../../platform/graphql/graphql-path.ts';
import { isOwnOrigin } from '../../platform/http/origin.ts';
import { readCookie } from '../../platform/http/session-cookie.ts';
import { securityHeaders } from '../../platform/http/web.ts';
import { newId } from '../../platform/ids.ts';
import { Log } from '../../platform/log/log.ts';
import { AccessLog } from '../access-log.ts';
import { type SessionRow, SessionAuthenticator, tokenHash } from '../session-authenticator.ts';
import { Keeping } from './keeping.ts';
import { KeptAnswers } from './kept-answers.ts';

interface OpeningRow extends SessionRow {
  readonly person_status: PersonStatus;
  readonly organization_version: number;
  readonly today: string;
  readonly reach: ReachRow[] | null;
  readonly revision: number | null;
}

type Listener = (req: IncomingMessage, res: ServerResponse) => void;
type Parsed = IncomingMessage & { body?: unknown };

/** A question about a chart is its document's hash and an id: whatever is longer goes the long way unread. */
const SHORT_BYTES = 2_000;
const GRAPHQL_ANSWER = 'application/graphql-response+json';

/**
 * Sends an answer again that was kept, before anything else is set in motion for it. What it depends on is asked live, in one round trip, of the session
 * and of the view that the policies ask. In whatever doubt it answers nothing, and the request goes the long way with its body already read.
 */
@Injectable()
export class FrontDoor {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly sessions: SessionAuthenticator,
    private readonly accessLog: AccessLog,
    private readonly keeping: Keeping,
    private readonly kept: KeptAnswers,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Stands in front of what listens to the server now. */
  open(server: Server): void {
    const [longWay] = server.listeners('request') as Listener[];
    if (!longWay) throw new Error('Nothing listens to the server yet.');
    server.removeAllListeners('request');
    server.on('request', (req: Parsed, res: ServerResponse) => {
      if (!this.isShortQuestion(req)) return longWay(req, res);
      this.admit(req, res).then(
        (isAnswered) => {
          if (!isAnswered && !res.destroyed) longWay(req, res);
        },
        (error: unknown) => {
          if (res.destroyed) return;
          // The long way would wait for the same silent database once more.
          if (unavailable(error)) return this.refuse(res, error);
          this.log.fault(newId(), error);
          longWay(req, res);
        },
      );
    });
  }

  private isShortQuestion({ method, url, headers }: IncomingMessage): boolean {
    const length = Number(headers['content-length']);
    return (
      method === 'POST' && url === GRAPHQL_PATH && length > 0 && length <= SHORT_BYTES && headers['content-type'] === 'application/json' &&
      (headers.accept ?? '').startsWith(GRAPHQL_ANSWER) && isOwnOrigin(headers.origin, headers.host, this.config.allowedOrigins)
    );
  }

  private async admit(req: Parsed, res: ServerResponse): Promise<boolean> {
    const started = performance.now();
    req.body = parse(await read(req));
    const { documentId, variables, operationName } = (req.body ?? {}) as Record<string, unknown>;
    const keepable = this.keeping.keepable(documentId, variables);
    const body = keepable && (await this.answer(req, keepable));
    if (!body) return false;
    const requestId = newId();
    await new Promise<void>((resolve) => securityHeaders(req, res, () => resolve()));
    res.writeHead(200, { 'content-type': `${GRAPHQL_ANSWER}; charset=utf-8`, 'content-length': body.length, 'cache-control': 'no-store', 'x-request-id': requestId });
    res.end(body);
    this.log.request({ requestId, operation: typeof operationName === 'string' ? operationName : null, milliseconds: Math.round(performance.now() - started), statements: 1, codes: [] });
    return true;
  }

  private refuse(res: ServerResponse, error: unknown): void {
    const body = JSON.stringify({ errors: [toClientError(error, newId(), this.log)] });
    res.writeHead(503, { 'content-type': `${GRAPHQL_ANSWER}; charset=utf-8`, 'cache-control': 'no-store' });
    res.end(body);
  }

  private async answer(req: IncomingMessage, { documentId, patientId }: Keepable): Promise<Buffer | null> {
    const token = readCookie(req);
    if (token === null || !this.kept.hasAbout(documentId, patientId)) return null;
    refuseIfFull(this.dataSource);
    const [row] = await this.dataSource.query<OpeningRow[]>('SELECT * FROM auth.opening($1, $2, $3)', [tokenHash(token), patientId, this.clock.now()]);
    if (!row?.reach || row.revision === null) return null;
    const { actor, state } = await this.sessions.principalOf(row, req.headers[BACKGROUND_HEADER] === undefined);
    const sender = req.headers[PERSON_HEADER];
    // The day is told by two tables of time zones; where they differ nobody can be sure of it.
    if (state !== 'active' || !actor || actor.today !== row.today || (sender !== undefined && sender !== actor.personId)) return null;
    const { discipline, organizationRoles, organizationId, today } = actor;
    const { reach, revision, organization_version: organizationVersion } = row;
    if (!mayWithPatient('patient:read', { reach, discipline, organizationRoles })) return null;
    const body = this.kept.find(documentId, patientId, { organizationId, organizationVersion, today, discipline, organizationRoles, reach, revision });
    if (!body) return null;
    const [strongest] = [...reach].sort((a, b) => REACHES.indexOf(a.through) - REACHES.indexOf(b.through));
    await this.accessLog.opened(actor, patientId, strongest!.through);
    return body;
  }
}

async function read(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** What is not JSON is told so on the long way. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
