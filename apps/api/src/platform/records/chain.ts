import { createHmac } from 'node:crypto';
import type { FieldValue } from '@plexus/domain';

/** JSON with sorted keys: jsonb gives keys back in an order of its own. */
export const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** What the first revision of every record is chained to. */
export const GENESIS = Buffer.alloc(32);

export interface ChainedChange {
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly added: boolean;
  readonly audience: readonly string[] | null;
  readonly authorId: string | null;
  readonly shape: number;
  readonly beforeDigest: Buffer;
  readonly afterDigest: Buffer;
}

export interface RevisionHeader {
  readonly organizationId: string;
  readonly patientId: string;
  readonly number: number;
  readonly at: Date;
  readonly personId: string;
  readonly onBehalfOf: string | null;
  readonly commandId: string;
  readonly contactId: string | null;
  readonly verb: string;
  readonly reason: string | null;
  readonly planVersion: number | null;
  /** The revision that the author saw; null in revisions from before it was kept. */
  readonly base: number | null;
}

const hmac = (key: Buffer, ...parts: readonly (Buffer | string)[]): Buffer => {
  const mac = createHmac('sha256', key);
  for (const part of parts) mac.update(part);
  return mac.digest();
};

/**
 * Stands for one value in the chain. It is keyed, and bound to its place, so that a short value ("30 mg") cannot be guessed from it and two
 * equal values do not look equal: a viewer may lack the value, or the law may have had it erased, and the chain still verifies.
 */
export const digestOf = (key: Buffer, header: RevisionHeader, ordinal: number, side: 'before' | 'after', value: FieldValue): Buffer =>
  hmac(key, canonical([header.organizationId, header.patientId, header.number, ordinal, side, value]));

/** The hash of a revision: over the one before it, its own header, and every change's name and digests. */
export const linkOf = (key: Buffer, previous: Buffer, header: RevisionHeader, changes: readonly ChainedChange[]): Buffer =>
  hmac(
    key,
    previous,
    canonical({ ...header, at: header.at.toISOString(), base: header.base ?? undefined }),
    canonical(changes.map((change) => ({ ...change, beforeDigest: change.beforeDigest.toString('hex'), afterDigest: change.afterDigest.toString('hex') }))),
  );

/** What a command id stands for: the same id with another input is refused. */
export const inputHash = (key: Buffer, verb: string, input: unknown): Buffer => hmac(key, verb, canonical(input));
