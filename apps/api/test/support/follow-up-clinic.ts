import { type Outcome, command, done } from './access-commands.ts';
import { type Clinician, clinician, sharedPatient } from './record-clinic.ts';
import { type TestOrganization, World } from './world.ts';

export interface ShownFollowUp {
  readonly id: string;
  readonly state: string;
  readonly what: string;
  readonly court: string;
  readonly courtSince: string;
  readonly daysInCourt: number;
  readonly with: { readonly name: string } | null;
  readonly holder: { readonly name: string } | null;
  readonly owner: { readonly name: string } | null;
  readonly pool: { readonly id: string; readonly name: string };
  readonly holding: string;
  readonly isUnowned: boolean;
  readonly isOverdue: boolean;
  readonly daysLate: number;
  readonly dueOn: string;
  readonly dueTime: string | null;
  readonly dueAt: string;
  readonly outcome: string | null;
  readonly stateReason: string | null;
  readonly snoozedUntil: string | null;
  readonly everyWeeks: number | null;
  readonly source: { readonly kind: string; readonly name: string } | null;
  readonly checklist: readonly { readonly text: string; readonly isDone: boolean }[];
  readonly entries: readonly { readonly kind: string; readonly text: string | null; readonly callResult: string | null; readonly person: { readonly name: string } }[];
  readonly transitions: readonly string[];
}

export interface ClosedPage {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly { readonly node: ShownFollowUp }[];
}

export const FOLLOW_UP_PARTS = `id state what court courtSince daysInCourt with { name } holder { name } owner { name } pool { id name } holding isUnowned isOverdue daysLate dueOn dueTime dueAt outcome stateReason
  snoozedUntil everyWeeks source { kind name } checklist { text isDone } entries { kind text callResult person { name } } transitions`;
const OPEN = `query ($patientId: ID!) { patient(patientId: $patientId) { followUps { ${FOLLOW_UP_PARTS} } } }`;
const CLOSED = `query ($patientId: ID!, $first: Int!, $after: String) { patient(patientId: $patientId) { closedFollowUps(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { ${FOLLOW_UP_PARTS} } } } } }`;
const ONE = `query ($id: ID!) { followUp(id: $id) { ${FOLLOW_UP_PARTS} } }`;

/** A team that asks each other: Ingrid leads, Lucia and Hamid are physical therapists, Jonas coordinates, Bridget treats nobody here. */
export class FollowUpClinic {
  people!: Readonly<Record<'ingrid' | 'lucia' | 'hamid' | 'jonas' | 'bridget', Clinician>>;
  patientId!: string;

  private constructor(
    readonly world: World,
    readonly organization: TestOrganization,
  ) {}

  static async open(): Promise<FollowUpClinic> {
    const world = await World.open();
    const clinic = new FollowUpClinic(world, await world.organization());
    const join = (name: string, discipline: string, ...roles: 'coordinator'[]) => clinician(world, clinic.organization, name, discipline, roles);
    clinic.people = {
      ingrid: await join('Ingrid', 'physiatrist'), lucia: await join('Lucia', 'physical-therapist'), hamid: await join('Hamid', 'physical-therapist'),
      jonas: await join('Jonas', 'care-coordinator', 'coordinator'), bridget: await join('Bridget', 'nurse'),
    };
    await clinic.newPatient();
    return clinic;
  }

  /** The next tests are about somebody else, with the same team. */
  async newPatient(): Promise<string> {
    const { ingrid, lucia, hamid } = this.people;
    this.patientId = await sharedPatient(this.world, ingrid, lucia, hamid);
    return this.patientId;
  }

  /** Time passes. Whoever slept signs in again. */
  async later(hours: number): Promise<void> {
    this.world.clock.moveTo(new Date(this.world.clock.now().getTime() + hours * 3_600_000));
    const entries = await Promise.all(Object.entries(this.people).map(async ([name, who]) => [name, { ...who, client: await this.world.as(who.person), actor: { ...who.actor, today: this.world.today } }] as const));
    this.people = Object.fromEntries(entries) as typeof this.people;
  }

  /** One command about the patient, whatever it comes to. */
  async tries(by: Clinician, name: string, input: Record<string, unknown>): Promise<Outcome> {
    return command(by.client, name, { patientId: this.patientId, baseRevision: await this.world.revisionOf(this.patientId), ...input });
  }

  async does(by: Clinician, name: string, input: Record<string, unknown>): Promise<Outcome> {
    return done(by.client, name, { patientId: this.patientId, baseRevision: await this.world.revisionOf(this.patientId), ...input });
  }

  /** A request of Ingrid's to Lucia, due in a week, unless it says otherwise. */
  async opens(by: Clinician, fields: Record<string, unknown> = {}): Promise<string> {
    const owner = 'pool' in fields ? {} : { ownerId: this.people.lucia.person.personId };
    return (await this.does(by, 'openFollowUp', { shape: 'REQUEST', kind: 'REVIEW', priority: 'ROUTINE', what: 'Look at her gait', dueOn: this.world.day(7), ...owner, ...fields })).id!;
  }

  moves(by: Clinician, followUpId: string, verb: string, fields: Record<string, unknown> = {}): Promise<Outcome> {
    return this.tries(by, 'moveFollowUp', { followUpId, verb, ...fields });
  }

  async one(by: Clinician, id: string): Promise<ShownFollowUp> {
    return (await by.client.data<{ followUp: ShownFollowUp }>(ONE, { id })).followUp;
  }

  async all(by: Clinician, closed = false): Promise<ShownFollowUp[]> {
    if (closed) return (await this.closed(by)).edges.map(({ node }) => node);
    return (await by.client.data<{ patient: { followUps: ShownFollowUp[] } }>(OPEN, { patientId: this.patientId })).patient.followUps;
  }

  async closed(by: Clinician, page: { first?: number; after?: string | null } = {}): Promise<ClosedPage> {
    return (await by.client.data<{ patient: { closedFollowUps: ClosedPage } }>(CLOSED, { patientId: this.patientId, first: 100, ...page })).patient.closedFollowUps;
  }

  async memberOf(who: Clinician): Promise<string> {
    return (await this.world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [this.patientId, who.person.personId]))[0]!.id;
  }

  close(): Promise<void> {
    return this.world.close();
  }
}
