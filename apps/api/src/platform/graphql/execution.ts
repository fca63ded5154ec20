import { HeaderMap, type ApolloServerPlugin } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery } from 'graphql-jit';
import type { Log } from '../log/log.ts';
import { toClientError } from './errors.ts';
import type { AnswerKeeper } from './answer-keeper.ts';
import type { GraphqlContext } from './request-context.ts';

/** Trusted documents are few; where any document is accepted the oldest gives way. */
const MOST_COMPILED = 300;

/**
 * Runs queries compiled. Apollo has parsed, validated and limited them; only their execution is replaced. The hook bypasses Apollo's own error
 * formatting and must not throw, so it formats here and leaves what cannot be compiled to graphql-js.
 */
export function compiledQueries(log: Log): ApolloServerPlugin<GraphqlContext> {
  const compiled = new Map<string, CompiledQuery<unknown, unknown> | null>();

  const compile = (key: string, schema: GraphQLSchema, document: Parameters<typeof compileQuery>[1], operationName: string | undefined): CompiledQuery<unknown, unknown> | null => {
    const known = compiled.get(key);
    if (known !== undefined) return known;
    const made = compileQuery(schema, document, operationName);
    const query = 'query' in made ? made : null;
    if (compiled.size >= MOST_COMPILED) compiled.delete(compiled.keys().next().value!);
    compiled.set(key, query);
    return query;
  };

  return {
    async requestDidStart() {
      return {
        async responseForOperation({ schema, document, operation, operationName, queryHash, contextValue, request }) {
          // Absent when the name is of no operation in the document: Apollo asks all the same, and says so itself afterwards.
          if ((operation as typeof operation | undefined)?.operation !== 'query') return null;
          const query = compile(`${queryHash} ${operationName ?? ''}`, schema, document, operationName ?? undefined);
          if (!query) return null;
          const result = await query.query(undefined, contextValue, request.variables ?? {});
          const errors = result.errors?.map((error) => toClientError(error, contextValue.request.requestId, log));
          const body = { ...(errors ? { errors } : {}), ...(result.data === undefined ? {} : { data: result.data as Record<string, unknown> | null }) };
          const isInvalid = result.data === undefined && errors?.[0]?.extensions?.code === 'BAD_USER_INPUT';
          return { body: { kind: 'single', singleResult: body }, http: { headers: new HeaderMap(), status: isInvalid ? 400 : undefined } };
        },
      };
    },
  };
}

/**
 * Has the answer kept where that is allowed, ends the snapshot, and writes one line about the request.
 *
 * @param requestIds of errors, which the formatter is told alone; not by AsyncLocalStorage: its hooks cost a quarter of a chart
 */
export function requestLifecycle(log: Log, keeper: AnswerKeeper, requestIds: WeakMap<object, string>): ApolloServerPlugin<GraphqlContext> {
  return {
    async requestDidStart() {
      const started = performance.now();
      return {
        async didEncounterErrors({ contextValue, errors }) {
          for (const error of errors) requestIds.set(error, contextValue.request.requestId);
        },
        async willSendResponse({ contextValue, operationName, response }) {
          const { request, keepable } = contextValue;
          if (keepable && response.body.kind === 'single' && isWhole(response.body.singleResult)) await keeper.keep(request, keepable, JSON.stringify(response.body.singleResult));
          await request.close();
          const errors = response.body.kind === 'single' ? (response.body.singleResult.errors ?? []) : [];
          response.http.headers.set('cache-control', 'no-store');
          response.http.headers.set('x-request-id', request.requestId);
          log.request({
            requestId: request.requestId,
            operation: operationName ?? null,
            milliseconds: Math.round(performance.now() - started),
            statements: request.statements,
            codes: errors.map((error) => String(error.extensions?.code ?? '')),
          });
        },
      };
    },
  };
}

/** Errors and nulls are never kept: they may be gone with the next try. */
const isWhole = ({ data, errors }: { data?: Record<string, unknown> | null; errors?: unknown }): boolean =>
  !errors && !!data && Object.values(data).every((value) => value !== null);
