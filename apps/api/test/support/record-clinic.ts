import { randomUUID } from 'node:crypto';
import type { OrganizationRole } from '@plexus/domain';
import type { Actor } from '../../src/platform/actor.ts';
import type { Client } from './client.ts';
import { type TestOrganization, type TestPerson, type World, ZONE } from './world.ts';

/** Somebody who treats patients: as a row, as a signed-in browser, and as the actor of a use-case that has no mutation yet. */
export interface Clinician {
  readonly person: TestPerson;
  readonly client: Client;
  readonly actor: Actor;
}

export async function clinician(world: World, organization: TestOrganization, name: string, discipline: string, roles: readonly OrganizationRole[] = []): Promise<Clinician> {
  const person = await world.person(organization, name, discipline, roles);
  const { organizationId, personId, accountId } = person;
  const actor = { organizationId, personId, accountId, sessionId: randomUUID(), discipline, organizationRoles: roles, timeZone: ZONE, today: world.today };
  return { person, client: await world.as(person), actor };
}

/** A patient whom the first leads and the others treat. */
export async function sharedPatient(world: World, lead: Clinician, ...members: readonly Clinician[]): Promise<string> {
  const { id } = await world.patient(lead.client);
  // Since last week, so that a membership can have ended yesterday.
  for (const member of members) await world.member(lead.client, id, member.person, { validFrom: world.day(-7) });
  return id;
}

export interface ShownConflict {
  readonly entity: string;
  readonly group: string;
  readonly by: { readonly name: string };
  readonly at: string;
  readonly fields: readonly { readonly field: string; readonly base: string | null; readonly theirs: string | null; readonly mine: string | null }[];
}

export interface EditAnswer {
  readonly __typename: 'Patient' | 'RuleViolation' | 'EditConflict';
  readonly id?: string;
  readonly revision?: number;
  readonly violations?: readonly { readonly code: string; readonly field: string | null }[];
  readonly groups?: readonly ShownConflict[];
}

const ANSWER = `__typename
  ... on Patient { id revision }
  ... on RuleViolation { violations { code field } }
  ... on EditConflict { groups { entity group at by { name } fields { field base theirs mine } } }`;
export const ADD_PATIENT = `mutation ($input: AddPatientInput!) { addPatient(input: $input) { ${ANSWER} } }`;
export const EDIT_PATIENT = `mutation ($input: EditPatientInput!) { editPatient(input: $input) { ${ANSWER} } }`;
export const END_MEMBERSHIP = `mutation ($input: EndTeamMembershipInput!) { endTeamMembership(input: $input) { ${ANSWER} } }`;

export async function edit(by: Clinician, input: Readonly<Record<string, unknown>>): Promise<EditAnswer> {
  const { editPatient } = await by.client.data<{ editPatient: EditAnswer }>(EDIT_PATIENT, { input: { commandId: randomUUID(), ...input } });
  return editPatient;
}

/** Their last day was yesterday. */
export async function endMembership(world: World, by: Clinician, patientId: string, who: Clinician): Promise<EditAnswer> {
  const [member] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, who.person.personId]);
  const input = { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), memberId: member!.id, validTo: world.day(-1), reason: 'Left the team' };
  return (await by.client.data<{ endTeamMembership: EditAnswer }>(END_MEMBERSHIP, { input })).endTeamMembership;
}

export interface RevisionRow {
  readonly number: number;
  readonly at: Date;
  readonly personId: string;
  readonly commandId: string;
  readonly verb: string;
  readonly reason: string | null;
  readonly planVersion: number | null;
  readonly previousHash: string;
  readonly hash: string;
}

export interface ChangeRow {
  readonly number: number;
  readonly ordinal: number;
  readonly entity: string;
  readonly entityId: string;
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly added: boolean;
}

/** All that the database keeps of a patient's line, as it stands in the tables. */
export interface Line {
  readonly record: { readonly revision: number; readonly planVersion: number; readonly headHash: string };
  readonly revisions: readonly RevisionRow[];
  readonly changes: readonly ChangeRow[];
  readonly commands: readonly { readonly id: string; readonly personId: string; readonly revision: number }[];
}

export async function lineOf(world: Pick<World, 'rows'>, patientId: string): Promise<Line> {
  const [record] = await world.rows<Line['record']>(
    `SELECT revision, plan_version AS "planVersion", encode(head_hash, 'hex') AS "headHash" FROM plexus.patient_record WHERE patient_id = $1`,
    [patientId],
  );
  const revisions = await world.rows<RevisionRow>(
    `SELECT number, at, person_id AS "personId", command_id AS "commandId", verb, reason, plan_version AS "planVersion",
            encode(previous_hash, 'hex') AS "previousHash", encode(hash, 'hex') AS hash
       FROM plexus.revision WHERE patient_id = $1 ORDER BY number`,
    [patientId],
  );
  const changes = await world.rows<ChangeRow>(
    `SELECT number, ordinal, entity, entity_id AS "entityId", field, before, after, added FROM plexus.change WHERE patient_id = $1 ORDER BY number, ordinal`,
    [patientId],
  );
  const commands = await world.rows<Line['commands'][number]>(`SELECT id, person_id AS "personId", revision FROM plexus.command WHERE patient_id = $1 ORDER BY revision`, [patientId]);
  return { record: record!, revisions, changes, commands };
}
