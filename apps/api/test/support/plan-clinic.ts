import { randomUUID } from 'node:crypto';
import type { OrganizationRole } from '@plexus/domain';
import type { Client, GraphqlError } from './client.ts';
import { type Clinician, clinician, sharedPatient, type ShownConflict } from './record-clinic.ts';
import type { TestDatabase } from './database.ts';
import { World } from './world.ts';

export interface ShownChange {
  readonly entity: string;
  readonly entityId: string;
  readonly entityName: string;
  readonly field: string;
  readonly before: { readonly text: string } | null;
  readonly after: { readonly text: string } | null;
}

export interface ShownRevision {
  readonly number: number;
  readonly verb: string;
  readonly base: number | null;
  readonly reason: string | null;
  readonly person: { readonly id: string; readonly name: string };
  readonly changes: readonly ShownChange[];
}

/** What a command about the plan came to. */
export interface PlanAnswer {
  readonly __typename: 'PlanChange' | 'RuleViolation' | 'EditConflict';
  readonly entityId?: string;
  /** Of a change: the one it made. Of a conflict: the one at which it was found. */
  readonly revision?: number;
  readonly meanwhile?: readonly ShownRevision[];
  readonly violations?: readonly { readonly code: string; readonly field: string | null }[];
  readonly groups?: readonly ShownConflict[];
}

export interface ShownRating {
  readonly id: string;
  readonly rater: string;
  readonly level: number;
  readonly words: string;
  readonly ratedOn: string;
  readonly note: string | null;
}

export interface ShownGoal {
  readonly id: string;
  readonly words: string;
  readonly restatement: string | null;
  readonly scope: string;
  readonly domain: string;
  readonly status: string;
  readonly achievement: string;
  readonly owner: { readonly id: string } | null;
  readonly participants: readonly { readonly id: string }[];
  readonly target: { readonly measure: string | null; readonly baseline: number | null; readonly value: number | null; readonly unit: string | null; readonly date: string | null } | null;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly endReason: string | null;
  readonly scale: readonly string[] | null;
  readonly ratings: readonly ShownRating[];
}

export interface ShownActivity {
  readonly id: string;
  readonly catalogueId: string;
  readonly discipline: string;
  readonly owner: { readonly id: string } | null;
  readonly goalIds: readonly string[];
  readonly doseText: string | null;
  readonly reason: string | null;
  readonly nextStep: string | null;
  readonly startsOn: string | null;
  readonly reviewOn: string | null;
  readonly endsOn: string | null;
  readonly status: string;
  readonly statusReason: string | null;
}

export interface ShownPlan {
  readonly id: string;
  readonly title: string;
  readonly summary: string | null;
  readonly status: string;
  readonly reviewDate: string | null;
  readonly agreedMessage: string | null;
  readonly agreedOn: string | null;
  readonly goals: readonly ShownGoal[];
  readonly activities: readonly ShownActivity[];
}

const REVISION = 'number verb base reason person { id name } changes { entity entityId entityName field before { text } after { text } }';
const ANSWER = `__typename
  ... on PlanChange { entityId revision meanwhile { ${REVISION} } }
  ... on RuleViolation { violations { code field } }
  ... on EditConflict { revision groups { entity group at by { name } fields { field base theirs mine } } }`;
const SHORT_ANSWER = `__typename
  ... on PlanChange { entityId revision }
  ... on RuleViolation { violations { code field } }
  ... on EditConflict { revision groups { entity group at by { name } fields { field base theirs mine } } }`;
/** Everything of a plan but the revisions that last wrote its parts. */
export const PLAN = `plan { id title summary status reviewDate agreedMessage agreedOn
  goals { id words restatement scope domain status achievement owner { id } participants { id } target { measure baseline value unit date } startedOn endedOn endReason scale ratings { id rater level words ratedOn note } }
  activities { id catalogueId discipline owner { id } goalIds doseText reason nextStep startsOn reviewOn endsOn status statusReason } }`;

export const planDocument = (name: string, answer = ANSWER): string => `mutation ($input: ${name.charAt(0).toUpperCase() + name.slice(1)}Input!) { ${name}(input: $input) { ${answer} } }`;

/** Sends one command; a fault (no right, bad input, no server) is thrown. */
export async function change(client: Client, name: string, input: Readonly<Record<string, unknown>>, { short = false } = {}): Promise<PlanAnswer> {
  const data = await client.data<Record<string, PlanAnswer>>(planDocument(name, short ? SHORT_ANSWER : ANSWER), { input: { commandId: randomUUID(), ...input } });
  return data[name]!;
}

/** What a rule said, each with its field; undefined of a command that no rule refused. */
export const wrong = ({ violations }: PlanAnswer): string[] | undefined => violations?.map(({ field, code }) => `${field} ${code}`);

/** The fault with which a command was refused; null when there was none. */
export async function faultOf(client: Client, name: string, input: Readonly<Record<string, unknown>>, headers: Record<string, string> = {}): Promise<GraphqlError['extensions'] | null> {
  const { errors } = await client.run(planDocument(name), { input: { commandId: randomUUID(), ...input } }, headers);
  return errors?.[0]?.extensions ?? null;
}

export async function planOf(client: Client, patientId: string): Promise<{ revision: number; plan: ShownPlan }> {
  return (await client.data<{ patient: { revision: number; plan: ShownPlan } }>(`query ($patientId: ID!) { patient(patientId: $patientId) { revision ${PLAN} } }`, { patientId })).patient;
}

/** What came after a revision, as somebody asks who knows that one. */
export async function revisionsAfter(client: Client, patientId: string, revision: number, first?: number): Promise<ShownRevision[]> {
  const [asked, declared] = first === undefined ? ['', ''] : [', first: $first', ', $first: Int!'];
  const { patient } = await client.data<{ patient: { revisionsAfter: ShownRevision[] } }>(
    `query ($patientId: ID!, $revision: Int!${declared}) { patient(patientId: $patientId) { revisionsAfter(revision: $revision${asked}) { ${REVISION} } } }`,
    { patientId, revision, ...(first === undefined ? {} : { first }) },
  );
  return patient.revisionsAfter;
}

/** A physiatrist who leads and a therapist who treats, on one running server. */
export class PlanClinic {
  private constructor(
    readonly world: World,
    readonly physiatrist: Clinician,
    readonly therapist: Clinician,
    readonly join: (name: string, discipline: string, roles?: readonly OrganizationRole[]) => Promise<Clinician>,
  ) {}

  static async open(on?: TestDatabase): Promise<PlanClinic> {
    const world = await World.open({}, on);
    const organization = await world.organization();
    const join = (name: string, discipline: string, roles: readonly OrganizationRole[] = []) => clinician(world, organization, name, discipline, roles);
    return new PlanClinic(world, await join('Ingrid Vasquez-Thorne', 'physiatrist'), await join('Lucia Ferrante', 'physical-therapist'), join);
  }

  patient(...more: readonly Clinician[]): Promise<string> {
    return sharedPatient(this.world, this.physiatrist, this.therapist, ...more);
  }

  /** A command of somebody who has seen the newest revision, whatever comes of it. */
  async tries(by: Clinician, name: string, patientId: string, input: Readonly<Record<string, unknown>>): Promise<PlanAnswer> {
    return change(by.client, name, { patientId, baseRevision: await this.world.revisionOf(patientId), ...input });
  }

  /** A command of somebody who has seen the newest revision; it must be done. */
  async does(by: Clinician, name: string, patientId: string, input: Readonly<Record<string, unknown>>): Promise<{ entityId: string; revision: number }> {
    const base = name === 'undoPlanChange' ? {} : { baseRevision: await this.world.revisionOf(patientId) };
    const { __typename, entityId, revision, ...refused } = await change(by.client, name, { patientId, ...base, ...input });
    if (__typename !== 'PlanChange') throw new Error(`${name} was refused: ${JSON.stringify(refused)}`);
    return { entityId: entityId!, revision: revision! };
  }

  async goal(patientId: string, input: Readonly<Record<string, unknown>> = {}, by = this.physiatrist): Promise<string> {
    return (await this.does(by, 'proposeGoal', patientId, { words: `Wish ${randomUUID()}`, scope: 'WHOLE_PERSON', domain: 'MOVEMENT', ...input, distinctFrom: (await planOf(by.client, patientId)).plan.goals.map((goal) => goal.id) })).entityId;
  }

  async duloxetine(patientId: string, input: Readonly<Record<string, unknown>> = {}, by = this.physiatrist): Promise<string> {
    return (await this.does(by, 'planActivity', patientId, { catalogueId: 'med.duloxetine', discipline: 'physiatrist', doseText: '30 mg once a day', reason: 'Pain and low mood', ...input })).entityId;
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
