import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { unavailable } from '../database/unavailable.ts';
import { Fault } from '../faults.ts';
import type { Log } from '../log/log.ts';

const SHOWN = new Set(['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'RATE_LIMITED']);

/** `Variable "$input" got invalid value … at "input.birthDate"; Expected …`: the path is told, the value is not repeated. */
const VARIABLE = /^Variable "\$(\w+)" (?:got invalid value|of )/;
const VARIABLE_PATH = / at "([\w.[\]]+)"; /;

const causeOf = (error: unknown): unknown => (error instanceof GraphQLError && error.originalError ? error.originalError : error);

/**
 * What a client is told. A fault says its code; a document or a variable that is not valid says so without the schema or the value in it;
 * a database that cannot be reached is UNAVAILABLE; everything else is INTERNAL. Of both the log has more under the request id.
 */
export function toClientError(error: unknown, requestId: string, log: Log): GraphQLFormattedError {
  const cause = causeOf(error);
  const path = error instanceof GraphQLError && error.path ? { path: error.path } : {};
  if (cause instanceof Fault) return { message: cause.message, ...path, extensions: { ...cause.details, code: cause.code, requestId } };
  if (error instanceof GraphQLError) {
    // Errors of compiled queries come without extensions, whatever their type says.
    const extensions = (error.extensions as typeof error.extensions | undefined) ?? {};
    const code = String(extensions.code ?? '');
    if (VARIABLE.test(error.message)) {
      const field = VARIABLE_PATH.exec(error.message)?.[1] ?? VARIABLE.exec(error.message)?.[1] ?? null;
      return { message: `The value of ${field ?? 'a variable'} is not valid.`, extensions: { code: 'BAD_USER_INPUT', field: field?.replace(/^input\./, ''), requestId } };
    }
    if (extensions.rule === 'TOO_COMPLEX' || extensions.rule === 'DOCUMENT_NOT_TRUSTED') {
      return { message: error.message, extensions: { code: 'BAD_USER_INPUT', rule: extensions.rule, requestId } };
    }
    if (code === 'GRAPHQL_PARSE_FAILED' || code === 'GRAPHQL_VALIDATION_FAILED' || code === 'OPERATION_RESOLUTION_FAILURE' || code === 'BAD_REQUEST' || code === 'BAD_USER_INPUT') {
      return { message: 'This request is not valid.', extensions: { code: 'BAD_USER_INPUT', requestId } };
    }
    if (SHOWN.has(code)) return { message: error.message, ...path, extensions: { code, requestId } };
    // Without an original error graphql-js itself complained while executing a valid document (a variable missing, a null where none may be).
    if (!error.originalError && !error.path) return { message: 'This request is not valid.', extensions: { code: 'BAD_USER_INPUT', requestId } };
  }
  log.fault(requestId, cause);
  const away = unavailable(cause);
  if (away) return { message: away.message, ...path, extensions: { ...away.details, code: away.code, requestId } };
  return { message: 'Something went wrong here. Try again; if it stays, tell support this number.', ...path, extensions: { code: 'INTERNAL', requestId } };
}
