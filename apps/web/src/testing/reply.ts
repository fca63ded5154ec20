import type { OperationVariables } from '@apollo/client';
import { CombinedGraphQLErrors } from '@apollo/client/errors';
import type { MockLink } from '@apollo/client/testing';
import { GraphQLError } from 'graphql';
import type { Trusted } from '../gql/index.ts';
import type { FaultCode, SignedOutReason } from '../shared/faults.ts';

export type Reply = MockLink.MockedResponse;

/** What the server would answer. Typed by the document: a renamed field breaks the spec at compile time. */
export function reply<TData, TVariables extends OperationVariables>(
  document: Trusted<TData, TVariables>,
  variables: TVariables,
  data: TData,
  options: { readonly times?: number; readonly delay?: number } = {},
): Reply {
  return {
    request: { query: document, variables },
    result: { data: data as Record<string, unknown> },
    maxUsageCount: options.times ?? 1,
    delay: options.delay ?? 0,
  };
}

/**
 * For commands, whose id is made anew each time: the input is compared without it.
 * `seen` collects what was sent, for specs that ask about the id itself.
 */
export function replyToCommand<TData, TInput extends { commandId: string }>(
  document: Trusted<TData, { input: TInput }>,
  input: Omit<TInput, 'commandId'>,
  data: TData,
  seen: TInput[] = [],
): Reply {
  return {
    request: {
      query: document,
      variables: (variables) => {
        const { commandId, ...rest } = variables.input as TInput;
        const isIt = typeof commandId === 'string' && sameJson(rest, input);
        if (isIt) seen.push(variables.input as TInput);
        return isIt;
      },
    },
    result: { data: data as Record<string, unknown> },
    delay: 0,
  };
}

/** A fault of the server, as its errors look. */
export function replyWithFault<TData, TVariables extends OperationVariables>(
  document: Trusted<TData, TVariables>,
  variables: TVariables,
  code: FaultCode,
  extra: { readonly requestId?: string; readonly reason?: SignedOutReason; readonly times?: number; readonly rule?: string; readonly begins?: string; readonly newest?: number } = {},
): Reply {
  const { times = 1, ...extensions } = extra;
  const result = { errors: [new GraphQLError('refused', { extensions: { code, requestId: 'req-1', ...extensions } })] };
  return { request: { query: document, variables }, error: new CombinedGraphQLErrors(result), maxUsageCount: times, delay: 0 };
}

const sorted = (value: unknown): string => JSON.stringify(value, (_key, entry: unknown) =>
  (entry && typeof entry === 'object' && !Array.isArray(entry) ? Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))) : entry));
const sameJson = (one: unknown, other: unknown): boolean => sorted(one) === sorted(other);
