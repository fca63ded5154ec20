import { randomUUID } from 'node:crypto';
import type { Data } from '../fixtures/wire.ts';
import type { Command, Deed, Done, Surroundings } from './deed.ts';
import { type Employed, STAFF, type StaffName } from './staff.ts';
import type { Article } from './statements.ts';

/** A deed that was done, of which statement. */
export interface Entry extends Done {
  readonly statement: string;
}

/** Who reads what the others wrote. */
export const READER: StaffName = 'physiatrist';

/** One patient's chart, written through GraphQL by people who are signed in as themselves. */
export class Chart implements Surroundings {
  readonly entries: Entry[] = [];
  /** What the server did not take, with the statement that it belongs to. */
  readonly refused: string[] = [];
  patientId = '';
  private revision = 0;
  private today = '';
  private readonly goals = new Map<string, string>();
  private readonly onTeam = new Set<StaffName>(['coordinator']);
  private readonly sent = new Set<object>();

  constructor(private readonly staff: ReadonlyMap<StaffName, Employed>) {}

  async write({ patient, statements }: Article): Promise<void> {
    await this.open(patient);
    const deeds = statements.flatMap((statement) => ('store' in statement ? statement.store.map((deed) => ({ id: statement.id, deed })) : []));
    // Who joins by a statement joins first; the others are there when the writing begins.
    for (const { id, deed } of deeds) if (deed.adds) await this.carryOut(id, deed);
    for (const who of new Set([READER, ...deeds.map(({ deed }) => deed.by)])) await this.join(who);
    for (const { id, deed } of deeds) if (!deed.adds) await this.carryOut(id, deed);
  }

  /** What the reader gets from the document of a page. */
  async read(document: string): Promise<Data> {
    return (await this.staff.get(READER)!.wire.ask(document, { patientId: this.patientId })).patient;
  }

  personId = (who: StaffName): string => this.staff.get(who)!.id;
  goalId = (words: string): string => this.goals.get(words)!;

  day = (offset: number): string => {
    const date = new Date(`${this.today}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + offset);
    return date.toISOString().slice(0, 10);
  };

  private async open(patient: Article['patient']): Promise<void> {
    const { wire } = this.staff.get('coordinator')!;
    this.today = (await wire.ask('Me', {})).me.organization.today;
    const { addPatient } = await wire.ask('AddPatient', { input: { ...patient, birthDate: '1979-05-20', sex: 'UNKNOWN', commandId: randomUUID() } });
    [this.patientId, this.revision] = [addPatient.id, addPatient.revision];
  }

  private async join(who: StaffName): Promise<void> {
    if (this.onTeam.has(who)) return;
    this.onTeam.add(who);
    await this.send('coordinator', { document: 'AddTeamMember', input: { personId: this.personId(who), role: 'MEMBER', reason: 'Takes part', validFrom: this.today } });
  }

  private async carryOut(statement: string, deed: Deed): Promise<void> {
    const done = deed.build(this);
    this.entries.push({ statement, ...done });
    if (deed.adds) this.onTeam.add(deed.adds);
    if (deed.sheet && this.sent.has(deed.sheet)) return;
    if (deed.sheet) this.sent.add(deed.sheet);
    let made = '';
    for (const command of done.commands) {
      const result = await this.send(deed.by, command, made).catch((fault: Error): Data => ({ violations: fault.message }));
      if (result.violations ?? result.groups) {
        this.refused.push(`${statement}: ${command.document} by ${STAFF[deed.by].name}: ${JSON.stringify(result.violations ?? result.groups)}`);
        return;
      }
      made ||= result.entityId ?? '';
    }
  }

  private async send(by: StaffName, { document, input, names }: Command, made = ''): Promise<Data> {
    const command = { commandId: randomUUID(), patientId: this.patientId, baseRevision: this.revision };
    const result = Object.values(await this.staff.get(by)!.wire.ask(document, { input: { ...command, ...input, ...(names && { [names]: made }) } }))[0] as Data;
    this.revision = result.revision ?? this.revision;
    if (document === 'ProposeGoal' && result.entityId) this.goals.set((input as { words: string }).words, result.entityId);
    return result;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Whether an answer says all that was sent; where the input names an id, the answer may have the thing itself. */
export function says(answer: unknown, sent: unknown): boolean {
  if (Array.isArray(sent)) return Array.isArray(answer) && sent.every((one) => answer.some((other) => says(other, one)));
  if (!isObject(sent)) return answer === sent || (isObject(answer) && answer.id === sent);
  return isObject(answer) && Object.entries(sent).every(([name, value]) => says(name in answer ? answer[name] : answer[name.replace(/Id$/, '')], value));
}
