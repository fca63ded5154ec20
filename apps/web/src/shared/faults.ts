import { CombinedGraphQLErrors } from '@apollo/client/errors';

export type FaultCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'UNAVAILABLE' | 'INTERNAL' | 'NETWORK';
export type SignedOutReason = 'SIGNED_OUT' | 'EXPIRED' | 'LOCKED';

export interface Fault {
  readonly code: FaultCode;
  /** For the person on the telephone with support; null when the server was never reached. */
  readonly requestId: string | null;
  readonly reason: SignedOutReason | null;
  /** Which of the server's own rules was broken, such as a document of an older build. */
  readonly rule?: string | null;
  /** What else it says, for words that need it. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** What went wrong, in the few kinds that the pages tell apart. */
export function faultOf(error: unknown): Fault {
  const extensions = CombinedGraphQLErrors.is(error) ? error.errors[0]?.extensions : undefined;
  if (!extensions) return { code: CombinedGraphQLErrors.is(error) ? 'INTERNAL' : 'NETWORK', requestId: null, reason: null };
  return {
    code: (extensions.code as FaultCode | undefined) ?? 'INTERNAL',
    requestId: (extensions.requestId as string | undefined) ?? null,
    reason: (extensions.reason as SignedOutReason | undefined) ?? null,
    rule: (extensions.rule as string | undefined) ?? null,
    extensions,
  };
}
