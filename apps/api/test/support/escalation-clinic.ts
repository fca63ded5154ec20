import { randomUUID } from 'node:crypto';
import { JobQueue } from '../../src/platform/jobs/job-queue.ts';
import type { Client } from './client.ts';
import { type TestOrganization, type TestPerson, World } from './world.ts';

const FOLLOW_UP = 'query ($id: ID!) { followUp(id: $id) { holding with { name } escalations { step at } } }';

export interface SeenFollowUp {
  readonly holding: string;
  readonly with: { readonly name: string } | null;
  readonly escalations: readonly { readonly step: string; readonly at: string }[];
}

/** A clinic with a patient whose team may let follow-ups lie: the lead asks, a therapist is asked. */
export class EscalationClinic {
  private constructor(
    readonly world: World,
    readonly organization: TestOrganization,
    readonly lead: TestPerson,
    readonly therapist: TestPerson,
    readonly patientId: string,
  ) {}

  static async open(world: World, name = 'Lindenhall'): Promise<EscalationClinic> {
    const organization = await world.organization(name);
    const lead = await world.person(organization, 'Ingrid Vasquez-Thorne', 'physiatrist');
    const therapist = await world.person(organization, 'Hamid Solberg', 'physical-therapist');
    const client = await world.as(lead);
    const { id } = await world.patient(client);
    await world.member(client, id, therapist);
    return new EscalationClinic(world, organization, lead, therapist, id);
  }

  /** Asked by the therapist, or by whom is named, of the therapist. */
  async followUp(fields: Record<string, unknown> = {}, by: TestPerson = this.therapist): Promise<string> {
    return (await this.command(by, 'openFollowUp', 'OpenFollowUpInput', { shape: 'TASK', kind: 'REVIEW', priority: 'URGENT', what: 'Look at the flare plan again', ownerId: this.therapist.personId, dueOn: this.world.today, ...fields })).id;
  }

  async command(by: TestPerson, mutation: string, input: string, fields: Record<string, unknown>): Promise<{ id: string }> {
    const { world, patientId } = this;
    const answer = await (await world.as(by)).data<Record<string, { followUp?: { id: string } }>>(
      `mutation ($input: ${input}!) { ${mutation}(input: $input) { ... on FollowUpChange { followUp { id } } ... on RuleViolation { violations { code field } } } }`,
      { input: { commandId: randomUUID(), patientId, baseRevision: await world.revisionOf(patientId), ...fields } },
    );
    const { followUp } = answer[mutation]!;
    if (!followUp) throw new Error(`It was refused: ${JSON.stringify(answer)}`);
    return followUp;
  }

  async seen(id: string, by: Client | TestPerson = this.lead): Promise<SeenFollowUp> {
    return (await ('run' in by ? by : await this.world.as(by)).data<{ followUp: SeenFollowUp }>(FOLLOW_UP, { id })).followUp;
  }

  async steps(id: string): Promise<string[]> {
    return (await this.seen(id)).escalations.map(({ step }) => step);
  }

  /** The hour strikes at this instant. */
  async strikeAt(instant: Date | string): Promise<void> {
    this.world.clock.moveTo(new Date(instant));
    await this.world.app.nest.get(JobQueue).strike('escalate-follow-ups');
  }
}
