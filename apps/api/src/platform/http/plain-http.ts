import { Inject, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { CONFIG, type Config } from '../config/config.ts';
import { Fault, type FaultCode } from '../faults.ts';
import { toClientError } from '../graphql/errors.ts';
import { GraphqlHttp } from '../graphql/graphql-http.ts';
import type { RequestContext } from '../graphql/request-context.ts';
import { newId } from '../ids.ts';
import { Log } from '../log/log.ts';
import { isOwnOrigin } from './origin.ts';

const STATUSES: Readonly<Record<FaultCode, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400, RATE_LIMITED: 429, UNAVAILABLE: 503 };
const statusOf = (code: unknown): number => STATUSES[code as FaultCode] ?? 500;

/** Whoever asked has gone: there is nobody to tell, and nothing of ours is at fault. */
const HAS_GONE = 'ERR_STREAM_PREMATURE_CLOSE';

/** What is no GraphQL, a file on its way in or out: with the same session, the same look at the Origin, the same faults and a line of the log. */
@Injectable()
export class PlainHttp {
  constructor(
    private readonly graphql: GraphqlHttp,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async answer(req: Request, res: Response, work: (request: RequestContext) => Promise<void>): Promise<void> {
    const started = performance.now();
    const codes: string[] = [];
    let request: RequestContext | null = null;
    res.setHeader('cache-control', 'private, no-store');
    try {
      if (!isOwnOrigin(req.headers.origin, req.headers.host, this.config.allowedOrigins)) throw new Fault('FORBIDDEN', 'Requests from other sites are not accepted.', { rule: 'ORIGIN' });
      ({ request } = await this.graphql.context(req, res));
      res.setHeader('x-request-id', request.requestId);
      await work(request);
    } catch (error) {
      codes.push(this.tell(res, error, request?.requestId ?? newId()));
    } finally {
      await request?.close();
      this.log.request({ requestId: request?.requestId ?? newId(), operation: null, milliseconds: Math.round(performance.now() - started), statements: request?.statements ?? 0, codes });
    }
  }

  private tell(res: Response, error: unknown, requestId: string): string {
    if ((error as { code?: unknown }).code === HAS_GONE) return 'GONE';
    const told = toClientError(error, requestId, this.log);
    const code = String(told.extensions?.code);
    // Half a file must not look like a whole one.
    if (res.headersSent) res.destroy();
    else res.status(statusOf(code)).json({ errors: [told] });
    return code;
  }
}
