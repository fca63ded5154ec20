import { hkdfSync } from 'node:crypto';
import type { Actor } from '../../../platform/actor.ts';

const KEY_BYTES = 32;

/**
 * The key with which a person's browser seals what it could not send yet. Derived, so that nothing is stored and nothing can be lost: whoever has
 * signed in gets the same one again, on any day, and nobody gets another person's.
 */
export const outboxKeyOf = (recordKey: Buffer, { organizationId, personId }: Pick<Actor, 'organizationId' | 'personId'>): Buffer =>
  Buffer.from(hkdfSync('sha256', recordKey, organizationId, `outbox ${personId}`, KEY_BYTES));
