/** What a client may be told of a fault. Everything else is INTERNAL with a request id. */
export type FaultCode = 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_USER_INPUT' | 'RATE_LIMITED' | 'UNAVAILABLE';

/** A fault that the client may see. Expected refusals are values (RuleViolation, EditConflict), never faults. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: FaultCode, message: string, details: Record<string, unknown> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}

/** The same words whether it does not exist, belongs to another organization or is not for this person. */
export const notFound = (): Fault => new Fault('NOT_FOUND', 'Not found, or not one of yours.');
export const forbidden = (): Fault => new Fault('FORBIDDEN', 'Your role does not allow this.');
export const badInput = (field: string, message: string, code = 'INVALID'): Fault => new Fault('BAD_USER_INPUT', message, { field, rule: code });
