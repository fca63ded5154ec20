import { Inject, Injectable } from '@nestjs/common';
import express, { type NextFunction, type Request, type Response } from 'express';
import { GraphQLError } from 'graphql';
import { Transactions } from '../database/transactions.ts';
import { CONFIG, type Config } from '../config/config.ts';
import { cookieJar, readCookie } from '../http/session-cookie.ts';
import { describeDevice } from '../http/device.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { newId } from '../ids.ts';
import { Log } from '../log/log.ts';
import { AnswerKeeper, type Keepable } from './answer-keeper.ts';
import { Authenticator } from './authenticator.ts';
import { LIMITS } from './limits.ts';
import { type GraphqlContext, NOBODY, RequestContext } from './request-context.ts';
import { TrustedDocuments } from './trusted-documents.ts';

/** Sent by requests that are not the person's own doing, such as a refresh after a colleague's change: they do not keep a session awake. */
export const BACKGROUND_HEADER = 'x-plexus-background';

/** Whose doing a request is, as its sender believes: the cookie may have become somebody else's meanwhile, in another tab. */
export const PERSON_HEADER = 'x-plexus-person';

type Kept = Request & { keepable?: Keepable | null };

const parseJson = express.json({ limit: LIMITS.bodyBytes, type: 'application/json', strict: true });

/** What a GraphQL request over HTTP must look like before anything of it is read, and who sent it. */
@Injectable()
export class GraphqlHttp {
  constructor(
    private readonly documents: TrustedDocuments,
    private readonly authenticator: Authenticator,
    private readonly transactions: Transactions,
    private readonly keeper: AnswerKeeper,
    private readonly log: Log,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  admit(req: Request, res: Response, next: NextFunction): void {
    const refuse = (status: number, code: string, message: string, rule?: string) => this.refuse(res, status, code, message, rule);
    if (req.method !== 'POST') {
      res.setHeader('allow', 'POST');
      return refuse(405, 'BAD_USER_INPUT', 'Send this as POST.', 'METHOD');
    }
    if (!isOwnOrigin(req.headers.origin, req.headers.host, this.config.allowedOrigins)) return refuse(403, 'FORBIDDEN', 'Requests from other sites are not accepted.', 'ORIGIN');
    if (!/^application\/json\s*(;|$)/i.test(req.headers['content-type'] ?? '')) return refuse(415, 'BAD_USER_INPUT', 'Send this as application/json.', 'CONTENT_TYPE');
    parseJson(req, res, (error?: unknown) => {
      if (error) {
        const tooLarge = (error as { type?: string }).type === 'entity.too.large';
        return tooLarge
          ? refuse(413, 'BAD_USER_INPUT', `This request is larger than ${LIMITS.bodyBytes / 1_000_000} MB.`, 'TOO_LARGE')
          : refuse(400, 'BAD_USER_INPUT', 'This request is not JSON.', 'NOT_JSON');
      }
      const body = req.body as Record<string, unknown> | undefined;
      // A short body was read at the front door; what it could not read is undefined here.
      if (body === undefined) return refuse(400, 'BAD_USER_INPUT', 'This request is not JSON.', 'NOT_JSON');
      if (!body || Array.isArray(body) || typeof body !== 'object') return refuse(400, 'BAD_USER_INPUT', 'Send one operation at a time.', 'NOT_ONE_OPERATION');
      try {
        (req as Kept).keepable = this.keeper.keepable(body.documentId, body.variables);
        req.body = {
          query: this.documents.resolve(body.documentId, body.query),
          ...(body.variables == null ? {} : { variables: body.variables }),
          ...(body.operationName == null ? {} : { operationName: body.operationName }),
        };
      } catch (problem) {
        return refuse(400, 'BAD_USER_INPUT', problem instanceof GraphQLError ? problem.message : 'This request is not valid.', 'DOCUMENT_NOT_TRUSTED');
      }
      next();
    });
  }

  async context(req: Request, res: Response): Promise<GraphqlContext> {
    const cookies = cookieJar(req, res);
    const known = await this.authenticator.authenticate(readCookie(req), req.headers[BACKGROUND_HEADER] === undefined);
    const sender = req.headers[PERSON_HEADER];
    // Nobody's command is done in another's name.
    const principal = sender !== undefined && known.actor && known.actor.personId !== sender ? NOBODY : known;
    const client = { address: req.ip ?? '', device: describeDevice(req.headers['user-agent']) };
    return { request: new RequestContext(newId(), client, cookies, principal, this.transactions), keepable: (req as Kept).keepable ?? null };
  }

  private refuse(res: Response, status: number, code: string, message: string, rule?: string): void {
    const requestId = newId();
    this.log.request({ requestId, operation: null, milliseconds: 0, statements: 0, codes: [code] });
    res.status(status).setHeader('cache-control', 'no-store').json({ errors: [{ message, extensions: { code, requestId, ...(rule ? { rule } : {}) } }] });
  }
}
