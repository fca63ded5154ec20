import type { RequestContext } from './request-context.ts';

/** A trusted document about one patient whose answer may be sent again to whoever stands as its first reader did. */
export interface Keepable {
  readonly documentId: string;
  readonly patientId: string;
}

/** Keeps answers. Bound by the access module, which knows what an answer depends on. */
export abstract class AnswerKeeper {
  /** Null when an answer to this is nobody's to keep. */
  abstract keepable(documentId: unknown, variables: unknown): Keepable | null;

  /** Takes an answer made from the request's snapshot, which is still open. It never fails the answer. */
  abstract keep(request: RequestContext, keepable: Keepable, body: string): Promise<void>;
}
