import { ApolloServer } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { expressMiddleware } from '@as-integrations/express5';
import { Injectable } from '@nestjs/common';
import { AbstractGraphQLDriver, type GqlModuleOptions } from '@nestjs/graphql';
import type { Express, NextFunction, Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import { newId } from '../ids.ts';
import { Log } from '../log/log.ts';
import { toClientError } from './errors.ts';
import { compiledQueries, requestLifecycle } from './execution.ts';
import { LIMITS, limitRule } from './limits.ts';
import type { GraphqlContext } from './request-context.ts';
import { AnswerKeeper } from './answer-keeper.ts';
import { GraphqlHttp } from './graphql-http.ts';
import { GRAPHQL_PATH } from './graphql-path.ts';
import { GraphqlSockets } from './graphql-sockets.ts';

/**
 * Serves the schema that Nest builds. A driver of our own in place of @nestjs/apollo, so that every setting is written here and none comes
 * from NODE_ENV, and so that HTTP and WebSocket share one context, one set of limits and one way of telling errors (decision 0004).
 */
@Injectable()
export class PlexusDriver extends AbstractGraphQLDriver<GqlModuleOptions> {
  private server: ApolloServer<GraphqlContext> | null = null;

  constructor(
    private readonly http: GraphqlHttp,
    private readonly sockets: GraphqlSockets,
    private readonly keeper: AnswerKeeper,
    private readonly log: Log,
  ) {
    super();
  }

  override async start(options: GqlModuleOptions): Promise<void> {
    const schema = options.schema as GraphQLSchema;
    // Apollo tells the formatter an error, but not whose.
    const requestIds = new WeakMap<object, string>();
    this.server = new ApolloServer<GraphqlContext>({
      schema,
      introspection: false,
      csrfPrevention: true,
      allowBatchedHttpRequests: false,
      cache: 'bounded',
      includeStacktraceInErrorResponses: false,
      hideSchemaDetailsFromClientErrors: true,
      stopOnTerminationSignals: false,
      persistedQueries: false,
      parseOptions: { maxTokens: LIMITS.tokens },
      validationRules: [limitRule],
      stringifyResult: (value) => JSON.stringify(value),
      plugins: [ApolloServerPluginLandingPageDisabled(), compiledQueries(this.log), requestLifecycle(this.log, this.keeper, requestIds)],
      formatError: (formatted, error) => (formatted.extensions?.requestId ? formatted : toClientError(error, requestIds.get(error as object) ?? newId(), this.log)),
      logger: { debug: () => undefined, info: () => undefined, warn: () => this.log.trouble('A library complained.'), error: () => this.log.trouble('A library complained.') },
    });
    await this.server.start();
    const app = this.httpAdapterHost.httpAdapter.getInstance<Express>();
    app.use(
      GRAPHQL_PATH,
      (req: Request, res: Response, next: NextFunction) => this.http.admit(req, res, next),
      expressMiddleware(this.server, { context: ({ req, res }) => this.http.context(req, res) }),
    );
    this.sockets.serve(this.httpAdapterHost.httpAdapter.getHttpServer(), schema);
  }

  override async stop(): Promise<void> {
    await this.sockets.close();
    await this.server?.stop();
  }
}
