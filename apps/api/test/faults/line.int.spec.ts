import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from '../support/client.ts';
import { type Clinician, EDIT_PATIENT, type EditAnswer, clinician, sharedPatient } from '../support/record-clinic.ts';
import { ApiProcess, DurableCluster } from '../support/record-cluster.ts';
import { type Sent, WRITTEN_FIELDS, wrongWith } from '../support/record-line-check.ts';
import { eventually } from '../support/record-patience.ts';
import { Intruder } from '../support/record-tampering.ts';
import { World, rowsOf } from '../support/world.ts';

const LONG = process.env.PLEXUS_LONG === '1';
const ROUNDS = LONG ? 80 : 2;
const WRITERS = LONG ? 16 : 6;
const PATIENTS = 4;
/** How many more answers are heard before the next kill. */
const ANSWERS_A_ROUND = LONG ? 120 : 40;
const LOST_ANSWERS = 0.05;
const WITHIN_MS = LONG ? 3_600_000 : 240_000;

const chance = () => Math.random();
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)]!;

/** Somebody who writes, remembers what they sent and heard, and sends again what was not answered. */
class Writer {
  readonly sent: Sent[] = [];
  faults = 0;
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly who: Clinician,
    private readonly servers: readonly ApiProcess[],
    private readonly patients: readonly string[],
    private readonly first: number,
    private readonly number: () => number,
  ) {}

  get answered(): number {
    return this.sent.filter((command) => command.heard !== null).length;
  }

  async write(until: () => boolean): Promise<void> {
    while (!until()) {
      const patientId = pick(this.patients);
      const behind = Math.floor(chance() * 4);
      const command: Sent = {
        personId: this.who.person.personId, patientId, commandId: randomUUID(), fields: this.fields(), heard: null,
        baseRevision: Math.max(this.first, (this.seen.get(patientId) ?? this.first) - behind),
      };
      this.sent.push(command);
      const isLost = chance() < LOST_ANSWERS;
      if ((await this.send(command, isLost)) === null && !isLost) await this.someServer();
    }
  }

  /** Nobody goes on writing into a dead line: they wait until somebody answers, and go on with the next. */
  private async someServer(): Promise<void> {
    await eventually('a server', async () => (await Promise.all(this.servers.map((server) => fetch(`${server.url}/health/ready`).catch(() => null)))).some((response) => response?.ok), 60_000);
  }

  /** Until each has been answered; what was answered already must be answered in the same way. */
  async sendAgain(commands: readonly Sent[]): Promise<string[]> {
    const wrong: string[] = [];
    for (const command of commands) {
      const before = command.heard;
      await eventually('an answer', async () => (await this.send(command, false)) !== null, 60_000);
      if (before && before.kind !== command.heard?.kind) wrong.push(`3: command ${command.commandId} was answered ${before.kind} and then ${command.heard?.kind}`);
      if (before) command.heard = before;
    }
    return wrong;
  }

  private async send(command: Sent, isLost: boolean): Promise<Sent['heard']> {
    const { patientId, commandId, baseRevision, fields } = command;
    const heard = await this.ask(EDIT_PATIENT, { input: { patientId, commandId, baseRevision, ...fields } });
    if (heard === null || isLost) return null;
    const { editPatient } = heard as { editPatient: EditAnswer };
    if (editPatient.__typename === 'RuleViolation') throw new Error(`Refused by a rule: ${JSON.stringify(editPatient)}`);
    if (editPatient.__typename === 'Patient') {
      this.seen.set(patientId, editPatient.revision!);
      return (command.heard = { kind: 'done', revision: editPatient.revision! });
    }
    const look = (await this.ask('query ($patientId: ID!) { patient(patientId: $patientId) { revision } }', { patientId })) as { patient: { revision: number } } | null;
    if (look) this.seen.set(patientId, look.patient.revision);
    return (command.heard = { kind: 'conflict' });
  }

  /** The data, or null when there was no answer: the server or its database was gone. Any other error is a defect. */
  private async ask(query: string, variables: object): Promise<object | null> {
    const client = new Client(pick(this.servers).url, this.who.client.cookie);
    const answer = await client.run<object>(query, variables).catch(() => null);
    if (answer?.data && !answer.errors) return answer.data;
    const code = answer?.errors?.[0]?.extensions.code;
    if (answer && code !== 'INTERNAL') throw new Error(`The server answered ${JSON.stringify(answer)} to ${JSON.stringify(variables)}.`);
    this.faults += 1;
    return null;
  }

  private fields(): Record<string, string> {
    const fields: Record<string, string> = {};
    for (let many = 1 + Math.floor(chance() * 3); many > 0; many -= 1) {
      const field = pick(WRITTEN_FIELDS);
      const number = String(this.number());
      fields[field] = { email: `v${number}@post.example`, phone: `+1 312 ${number.padStart(7, '0')}`, language: `en-${number.padStart(7, '0')}` }[field] ?? `v${number}`;
    }
    return fields;
  }
}

describe('people write while servers and the database are killed', () => {
  let cluster: DurableCluster;
  let key: Buffer;
  let servers: ApiProcess[] = [];
  let writers: Writer[] = [];
  const patients: string[] = [];
  let firstWritten: number;

  beforeAll(async () => {
    cluster = await DurableCluster.start();
    key = Buffer.from(process.env.PLEXUS_TEST_RECORD_KEY!, 'hex');
    // Put in place by a server of this process; what is under test are processes that can be killed.
    const world = await World.open({}, cluster.database);
    world.clock.moveTo(new Date());
    const clinic = await world.organization();
    const people: Clinician[] = [];
    for (let person = 0; person < WRITERS; person += 1) people.push(await clinician(world, clinic, `Clinician ${person}`, 'physical-therapist'));
    for (let patient = 0; patient < PATIENTS; patient += 1) patients.push(await sharedPatient(world, people[0]!, ...people.slice(1)));
    await world.app.close();

    servers = [await ApiProcess.start(cluster.database), await ApiProcess.start(cluster.database)];
    let last = 0;
    // The first revisions are the patient and the members.
    writers = people.map((who) => new Writer(who, servers, patients, WRITERS, () => (last += 1)));
    firstWritten = WRITERS + 1;
  }, 120_000);
  afterAll(async () => {
    for (const server of servers) await server.stop();
    await cluster?.stop();
  }, 60_000);

  const sent = () => writers.flatMap((writer) => writer.sent);
  const answered = () => writers.reduce((sum, writer) => sum + writer.answered, 0);
  const counts = () => rowsOf(cluster.database, 'SELECT (SELECT count(*) FROM plexus.revision) AS revisions, (SELECT count(*) FROM plexus.change) AS changes, (SELECT count(*) FROM plexus.command) AS commands, (SELECT sum(revision) FROM plexus.patient_record) AS heads');
  const wrong = async (patientId: string) => wrongWith(cluster.database, key, patientId, sent(), firstWritten);

  it('and nothing that was acknowledged is lost, nothing is done twice, and nobody’s work is overwritten unseen', async () => {
    let done = false;
    const writing = Promise.all(writers.map((writer) => writer.write(() => done)));
    // A defect that a writer meets ends the run at once.
    let met: unknown = null;
    writing.catch((error: unknown) => (met = error));
    const someMore = () => {
      const enough = answered() + ANSWERS_A_ROUND;
      return eventually('more answers', async () => {
        if (met) throw met;
        return answered() >= enough;
      }, 120_000);
    };
    try {
      for (let round = 0; round < ROUNDS; round += 1) {
        await someMore();
        const server = servers[round % servers.length]!;
        if (round % 3 === 2) {
          // Both at once.
          const database = cluster.killAndRestart();
          await server.killAndRestart().catch(() => database.then(() => server.killAndRestart()));
          await database;
          continue;
        }
        await server.killAndRestart();
        await someMore();
        await cluster.killAndRestart();
      }
      await someMore();
    } finally {
      done = true;
    }
    await writing;

    // What nobody answered is sent again until it is, as an outbox would.
    const unanswered = sent().filter((command) => command.heard === null).length;
    await Promise.all(writers.map((writer) => writer.sendAgain(writer.sent.filter((command) => command.heard === null))));
    // Then everything once more: it adds nothing, and is answered as before.
    const before = await counts();
    const answers = await Promise.all(writers.map((writer) => writer.sendAgain(writer.sent)));
    expect(answers.flat()).toEqual([]);
    expect(await counts()).toEqual(before);

    for (const patientId of patients) expect(await wrong(patientId)).toEqual([]);
    const figures = {
      kills: ROUNDS * 2, commands: sent().length, done: sent().filter((command) => command.heard?.kind === 'done').length, conflicts: sent().filter((command) => command.heard?.kind === 'conflict').length,
      unanswered, faults: writers.reduce((sum, writer) => sum + writer.faults, 0),
    };
    if (LONG) process.stdout.write(`The line under kill -9: ${JSON.stringify(figures)}\n`);
    // A run in which nothing happened would have proven nothing.
    expect(figures.done).toBeGreaterThan(ANSWERS_A_ROUND);
    expect(figures.conflicts).toBeGreaterThan(0);
    expect(figures.unanswered).toBeGreaterThan(0);
    expect(figures.faults).toBeGreaterThan(0);
  }, WITHIN_MS);

  it('and a history with one defect in it is told from a sound one', async () => {
    const intruder = await Intruder.in(cluster.database);
    const lastOf = async (patientId: string) => (await intruder.does<{ number: number }>('SELECT max(number) AS number FROM plexus.revision WHERE patient_id = $1', [patientId]))[0]!.number;
    const [lost = '', altered = '', behind = '', sound = ''] = patients;
    try {
      // An acknowledged revision that a careless recovery forgot, so neatly that the chain itself is whole.
      const last = await lastOf(lost);
      await intruder.does('DELETE FROM plexus.command WHERE patient_id = $1 AND revision = $2', [lost, last]);
      await intruder.does('DELETE FROM plexus.change WHERE patient_id = $1 AND number = $2', [lost, last]);
      await intruder.does('DELETE FROM plexus.revision WHERE patient_id = $1 AND number = $2', [lost, last]);
      await intruder.does('UPDATE plexus.patient_record p SET revision = r.number, head_hash = r.hash FROM plexus.revision r WHERE p.patient_id = $1 AND r.patient_id = $1 AND r.number = $2', [lost, last - 1]);
      expect(await wrong(lost)).toEqual(expect.arrayContaining([expect.stringMatching(/^2: command .* was acknowledged and is gone/), expect.stringMatching(/^5: /)]));
      expect((await wrong(lost)).filter((what) => what.startsWith('1'))).toEqual([]);

      // A value that somebody changed in the history.
      await intruder.does(`UPDATE plexus.change SET after = '"tampered"' WHERE patient_id = $1 AND number = $2 AND ordinal = 0`, [altered, await lastOf(altered)]);
      expect(await wrong(altered)).toEqual(expect.arrayContaining([expect.stringMatching(/^1: change 0 .* has another value/), expect.stringMatching(/^2: /), expect.stringMatching(/^5: /)]));

      // A row that was changed behind the history.
      await intruder.does(`UPDATE plexus.patient SET pronouns = 'nobody wrote this' WHERE id = $1`, [behind]);
      expect(await wrong(behind)).toEqual([expect.stringMatching(/^5: pronouns is "nobody wrote this"/)]);

      // A writer who was told of nothing although somebody had been there, and one who was refused although nobody had.
      const done = sent().find((command) => command.patientId === sound && command.heard?.kind === 'done')!;
      const author = writers.find((writer) => writer.sent.includes(done))!;
      expect(author).toBeDefined();
      const unseen = sent().map((command) => ({ ...command, baseRevision: command.patientId === sound ? WRITERS : command.baseRevision }));
      expect(await wrongWith(cluster.database, key, sound, unseen, firstWritten)).toEqual(expect.arrayContaining([expect.stringMatching(/^4: revision .* overwrote/)]));
      const refused = sent().map((command) => (command.patientId === sound && command.heard?.kind === 'conflict' ? { ...command, baseRevision: 1_000_000 } : command));
      expect(await wrongWith(cluster.database, key, sound, refused, firstWritten)).toEqual(expect.arrayContaining([expect.stringMatching(/^4: command .* met nobody and was refused/)]));

      expect(await wrong(sound)).toEqual([]);
    } finally {
      await intruder.leave();
    }
  }, 60_000);
});
