import { describe, expect, it } from '@jest/globals';
import { OPERATIONS, type OperationPolicy } from '@plexus/domain';
import { buildSchema } from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { applyOperationPolicy } from '../../src/platform/graphql/operation-policy.ts';

const schema = () => buildSchema(readFileSync(fileURLToPath(import.meta.resolve('@plexus/contract/schema.graphql')), 'utf8'));
const start = (table: Readonly<Record<string, OperationPolicy>>) => applyOperationPolicy(schema(), async () => undefined, table);

describe('the server does not start', () => {
  it('but it does with the table as it is', () => {
    expect(() => start(OPERATIONS)).not.toThrow();
  });

  it.each(Object.keys(OPERATIONS))('when %s has no entry', (operation) => {
    const { [operation as keyof typeof OPERATIONS]: _, ...rest } = OPERATIONS;
    expect(() => start(rest)).toThrow(`The policy table has no entry for ${operation}.`);
  });

  it.each(['Query.everyPatient', 'Mutation.signin', 'Subscription.me'])('when the table speaks of %s, which does not exist', (operation) => {
    expect(() => start({ ...OPERATIONS, [operation]: 'public' })).toThrow(operation);
  });

  it('when a read is allowed by a right on a patient whom it does not name', () => {
    expect(() => start({ ...OPERATIONS, 'Query.people': 'patient:read' })).toThrow('Query.people is allowed by a right on a patient, but takes no patientId.');
  });
});
