import { randomUUID } from 'node:crypto';
import { Client, type GraphqlError } from './client.ts';
import { type Shared, nextWish } from './fault-commands.ts';
import { type PlanAnswer, planDocument } from './plan-clinic.ts';
import { type Clinician, EDIT_PATIENT, type EditAnswer } from './record-clinic.ts';
import type { Sent } from './record-line-check.ts';
import { eventually } from './record-patience.ts';

/** So many answers are lost on their way although the server lives: what was sent is sent again all the same. */
const LOST_ANSWERS = 0.05;
const PATIENCE_MS = process.env.PLEXUS_LONG === '1' ? 600_000 : 60_000;

const short = '__typename ... on PlanChange { entityId revision } ... on RuleViolation { violations { code field } } ... on EditConflict { revision }';
const documentOf = (name: string): string => (name === 'editPatient' ? EDIT_PATIENT : planDocument(name, short));
const pick = <T>(list: readonly T[]): T => list[Math.floor(Math.random() * list.length)]!;

let last = 0;
/** All wait together: each by themselves they would keep the servers from coming back. */
let waiting: Promise<unknown> | null = null;

/** Somebody who writes as the pages do: each command has an id, and is sent again until its answer is heard. They remember all of it. */
export class Writer {
  readonly sent: Sent[] = [];
  /** Commands of which an answer was heard. */
  heard = 0;
  /** Requests to which there was no answer, or one that the records cannot be reached. */
  faults = 0;
  /** How the last of these was put, when somebody was there to say so. */
  trouble: Pick<GraphqlError['extensions'], 'code' | 'cause'> & Pick<GraphqlError, 'message'> | null = null;
  private readonly seen = new Map<string, number>();
  /** Goals of one's own that are not active yet, with their patients. */
  private readonly own: { readonly goalId: string; readonly patientId: string }[] = [];

  constructor(
    private readonly who: Clinician,
    private readonly servers: readonly { readonly url: string }[],
    private readonly records: readonly Shared[],
    /** The revision at which the records were when the writing began. */
    private readonly first: number,
  ) {}

  async write(until: () => boolean): Promise<void> {
    while (!until()) {
      const command = this.next();
      this.sent.push(command);
      await this.insist(command);
    }
  }

  /** What was seen may be gone: whoever goes on starts from what they knew at first. */
  forget(): void {
    this.seen.clear();
  }

  /** Each once more, as somebody does who never heard of it; it must be answered as before. Says what was not. */
  async sendAgain(): Promise<string[]> {
    const wrong: string[] = [];
    for (const command of this.sent) {
      const before = command.heard;
      command.heard = null;
      await this.insist(command);
      if (before?.kind !== command.heard!.kind) wrong.push(`3: command ${command.commandId} was answered ${before?.kind} and then ${command.heard!.kind}`);
      command.heard = before;
    }
    return wrong;
  }

  /** Until it is answered. Nobody goes on sending into a dead line: they wait until somebody is there. */
  private async insist(command: Sent): Promise<void> {
    for (const deadline = Date.now() + PATIENCE_MS; ; ) {
      const isLost = Math.random() < LOST_ANSWERS;
      command.tries += 1;
      command.lastTried = Date.now();
      const heard = await this.send(command);
      if (heard && !isLost) {
        command.heard = heard;
        this.heard += 1;
        return;
      }
      if (Date.now() > deadline) throw new Error(`Nobody answered ${command.name} for ${PATIENCE_MS} ms.`);
      if (!heard) await this.someServer();
    }
  }

  private next(): Sent {
    const mine = Math.random() < 0.5 ? this.own.at(-1) : undefined;
    const shared = this.records.find(({ patientId }) => patientId === mine?.patientId) ?? pick(this.records);
    const wish = nextWish(shared, mine?.goalId, (last += 1));
    if (wish.name === 'moveGoal') this.own.pop();
    const { patientId } = shared;
    const behind = Math.floor(Math.random() * 4);
    const baseRevision = Math.max(this.first, (this.seen.get(patientId) ?? this.first) - behind);
    return { ...wish, personId: this.who.person.personId, patientId, commandId: randomUUID(), baseRevision, heard: null, tries: 0, lastTried: 0 };
  }

  private async send({ name, input, patientId, commandId, baseRevision, heard: _, ...command }: Sent): Promise<Sent['heard']> {
    const data = await this.ask<Record<string, EditAnswer | PlanAnswer>>(documentOf(name), { input: { patientId, commandId, baseRevision, ...input } });
    const answer = data?.[name];
    if (!answer) return null;
    if (answer.__typename === 'RuleViolation') throw new Error(`${name} was refused by a rule: ${JSON.stringify(answer)}`);
    if (answer.__typename === 'EditConflict') {
      const look = await this.ask<{ patient: { revision: number } }>('query ($patientId: ID!) { patient(patientId: $patientId) { revision } }', { patientId });
      if (look) this.seen.set(patientId, look.patient.revision);
      return { kind: 'conflict' };
    }
    this.seen.set(patientId, Math.max(this.seen.get(patientId) ?? 0, answer.revision!));
    if (name === 'proposeGoal' && command.tries === 1) this.own.push({ goalId: (answer as PlanAnswer).entityId!, patientId });
    return { kind: 'done', revision: answer.revision! };
  }

  /** The data, or null when there was no answer: the server or its database was gone. Any other error is a defect. */
  private async ask<T extends object>(query: string, variables: object): Promise<T | null> {
    const client = new Client(pick(this.servers).url, this.who.client.cookie);
    const answer = await client.run<T>(query, variables).catch(() => null);
    if (answer?.data && !answer.errors) return answer.data;
    const [error] = answer?.errors ?? [];
    if (answer && error?.extensions.code !== 'UNAVAILABLE') throw new Error(`The server answered ${JSON.stringify(answer)} to ${JSON.stringify(variables)}.`);
    this.faults += 1;
    if (error) this.trouble = { code: error.extensions.code, cause: error.extensions.cause, message: error.message };
    return null;
  }

  private someServer(): Promise<unknown> {
    return (waiting ??= eventually('a server', async () => (await Promise.all(this.servers.map(({ url }) => fetch(`${url}/health/ready`).catch(() => null)))).some((response) => response?.ok), PATIENCE_MS).finally(() => (waiting = null)));
  }
}
