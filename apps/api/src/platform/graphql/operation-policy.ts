import {
  ORGANIZATION_ACTIONS,
  OPERATIONS,
  type OperationPolicy,
  type OrganizationAction,
  PATIENT_ACTIONS,
  type PatientAction,
  mayInOrganization,
} from '@plexus/domain';
import { type GraphQLFieldResolver, type GraphQLSchema, isObjectType } from 'graphql';
import { Fault, forbidden } from '../faults.ts';
import type { GraphqlContext, RequestContext } from './request-context.ts';

/** Asks for the actor's right on a patient. Bound by the access module. */
export type PatientGate = (request: RequestContext, action: PatientAction, patientId: string) => Promise<void>;

const isPatientAction = (policy: OperationPolicy): policy is PatientAction => (PATIENT_ACTIONS as readonly string[]).includes(policy);
const isOrganizationAction = (policy: OperationPolicy): policy is OrganizationAction => (ORGANIZATION_ACTIONS as readonly string[]).includes(policy);

async function admit(policy: OperationPolicy, request: RequestContext, args: { patientId?: unknown }, isWrite: boolean, gate: PatientGate): Promise<void> {
  if (policy === 'public') return;
  if (policy === 'locked') {
    if (request.principal.state !== 'active' && request.principal.state !== 'locked') throw new Fault('UNAUTHENTICATED', 'Sign in to go on.', { reason: 'SIGNED_OUT' });
    return;
  }
  const actor = request.actor;
  if (isOrganizationAction(policy)) {
    if (!mayInOrganization(policy, { organizationRoles: actor.organizationRoles, discipline: actor.discipline })) throw forbidden();
    return;
  }
  // A command asks again under the record's lock, where the answer cannot change any more; asking twice would cost every write a round trip.
  if (!isWrite) await gate(request, policy, String(args.patientId));
}

/** A stranger's command found no patient: asking once more as a reader leaves the trace that every refused look leaves. */
async function noteRefusal(gate: PatientGate, policy: PatientAction, request: RequestContext, args: { input?: { patientId?: unknown } }): Promise<void> {
  await gate(request, policy, String(args.input?.patientId)).catch(() => undefined);
}

/**
 * Puts the policy table in front of every root field. The server does not start when an operation has no entry, or an entry no operation: a
 * resolver that nobody thought about cannot be reached.
 */
export function applyOperationPolicy(schema: GraphQLSchema, gate: PatientGate, table: Readonly<Record<string, OperationPolicy>> = OPERATIONS): GraphQLSchema {
  const seen = new Set<string>();
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    if (!type || !isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const policy = table[name];
      if (!policy) throw new Error(`The policy table has no entry for ${name}. Add one to OPERATIONS in libs/domain/src/access/policy.ts.`);
      const isWrite = type === schema.getMutationType();
      if (isPatientAction(policy) && !isWrite && !field.args.some((arg) => arg.name === 'patientId')) {
        throw new Error(`${name} is allowed by a right on a patient, but takes no patientId.`);
      }
      seen.add(name);
      const guarded =
        (inner: GraphQLFieldResolver<unknown, GraphqlContext>): GraphQLFieldResolver<unknown, GraphqlContext> =>
        async (source, args: { patientId?: unknown; input?: { patientId?: unknown } }, context, info) => {
          try {
            await admit(policy, context.request, args, isWrite, gate);
          } catch (error) {
            // A refused subscription has no answer at whose end its snapshot would be given back.
            if (type === schema.getSubscriptionType()) await context.request.renew();
            throw error;
          }
          try {
            return (await inner(source, args, context, info)) as unknown;
          } catch (error) {
            if (isWrite && isPatientAction(policy) && error instanceof Fault && error.code === 'NOT_FOUND') await noteRefusal(gate, policy, context.request, args);
            throw error;
          }
        };
      if (type === schema.getSubscriptionType()) field.subscribe = guarded(field.subscribe!);
      else field.resolve = guarded(field.resolve!);
    }
  }
  const without = Object.keys(table).filter((name) => !seen.has(name));
  if (without.length > 0) throw new Error(`The policy table names operations that do not exist: ${without.join(', ')}.`);
  return schema;
}

/** Nest gives every plain field a resolver of its own; without it the compiled queries read the property directly. */
export function dropTrivialResolvers(schema: GraphQLSchema): number {
  let dropped = 0;
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.resolve?.name !== 'rootFieldResolver') continue;
      delete field.resolve;
      dropped += 1;
    }
  }
  return dropped;
}
