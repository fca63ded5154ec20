import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import fc from 'fast-check';
import { type GraphQLSchema, buildSchema, parse } from 'graphql';
import { KeptAnswers } from '../../src/access/kept/kept-answers.ts';
import { deadEndsIn, isShareable, strangersIn } from '../../src/access/kept/shareable-fields.ts';
import { command, done, withoutRequestId } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { documentText, documents } from '../support/record-documents.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

const CHARTS = ['PlanPage', 'PatientLayout', 'CareTeamPage', 'PatientDetailsPage'] as const;
const idOf = (name: string): string => documents.find((document) => document.name === name)!.id;
const LONG = process.env.PLEXUS_LONG === '1';

/** As the web asks; `isKept` false: as somebody asks to whom nothing that was kept is sent. */
async function open(client: Client, name: string, patientId: string, isKept: boolean): Promise<{ status: number; text: string; headers: string[] }> {
  const response = await client.send(JSON.stringify({ documentId: idOf(name), operationName: name, variables: { patientId } }), {
    accept: isKept ? 'application/graphql-response+json, application/json' : '*/*, application/graphql-response+json',
    origin: client.url,
  });
  const headers = [...response.headers].filter(([header]) => !['date', 'x-request-id', 'connection', 'keep-alive', 'etag'].includes(header)).map(([header, value]) => `${header}: ${value}`).sort();
  return { status: response.status, text: withoutRequestId(await response.text()), headers };
}

describe('which answers may be kept', () => {
  let world: World;
  let schema: GraphQLSchema;
  beforeAll(async () => {
    world = await World.open();
    schema = world.app.nest.get(GraphQLSchemaHost, { strict: false }).schema;
  });
  afterAll(() => world.close());

  it('is said of fields that the schema has, down to their last', () => {
    expect(strangersIn(schema)).toEqual([]);
    expect(deadEndsIn(schema)).toEqual([]);
  });

  it('of the web: the charts’, and no other', () => {
    expect(documents.filter(({ text }) => isShareable(schema, parse(text))).map(({ name }) => name)).toEqual(expect.arrayContaining([...CHARTS]));
    for (const name of ['RecordHistory', 'CaseloadPage', 'Me', 'AccessLogPage', 'Unread']) expect([name, isShareable(schema, parse(documentText(name)))]).toEqual([name, false]);
  });

  it.each([
    ['a field of the viewer’s own', 'query Q($patientId: ID!) { patient(patientId: $patientId) { id draft } }'],
    ['another patient beside', 'query Q($patientId: ID!) { patient(patientId: $patientId) { id } other: patient(patientId: "x") { id } }'],
    ['another root', 'query Q($patientId: ID!) { patient(patientId: $patientId) { id } me }'],
    ['one more variable', 'query Q($patientId: ID!, $first: Int) { patient(patientId: $patientId) { id } }'],
    ['a field with an argument', 'query Q($patientId: ID!) { patient(patientId: $patientId) { age(at: 1) } }'],
    ['a directive', 'query Q($patientId: ID!) { patient(patientId: $patientId) { id @skip(if: false) } }'],
    ['a command', 'mutation M($patientId: ID!) { patient(patientId: $patientId) { id } }'],
  ])('not with %s', (_what, text) => {
    const small = buildSchema('type Query { patient(patientId: ID!): Patient me: String } type Mutation { patient(patientId: ID!): Patient } type Patient { id: ID draft: String age(at: Int): Int }');
    expect(isShareable(small, parse(text))).toBe(false);
    expect(isShareable(small, parse('query Q($patientId: ID!) { patient(patientId: $patientId) { id age } }'))).toBe(true);
  });
});

/** One world in which everything that an answer depends on changes at random. */
class Ward {
  readonly clients = new Map<string, Client>();
  patients: string[] = [];

  constructor(
    readonly world: World,
    readonly clinic: TestOrganization,
    readonly people: readonly TestPerson[],
    readonly administrator: TestPerson,
    readonly coordinator: TestPerson,
  ) {}

  /** Signed in for as long as the session lasts, and again when it has ended. */
  async as(who: TestPerson): Promise<Client> {
    const known = this.clients.get(who.personId);
    if (known && !(await known.run('{ me { person { id } } }')).errors) return known;
    const client = await this.world.as(who);
    this.clients.set(who.personId, client);
    return client;
  }

  async change(name: string, patient: number, input: Record<string, unknown>): Promise<void> {
    const patientId = this.patients[patient]!;
    await command(await this.as(this.coordinator), name, { patientId, baseRevision: await this.world.revisionOf(patientId), ...input });
  }

  async idIn(table: string, patient: number, where: string): Promise<string | undefined> {
    return (await this.world.rows<{ id: string }>(`SELECT id FROM plexus.${table} WHERE patient_id = $1 AND ${where} ORDER BY id DESC LIMIT 1`, [this.patients[patient]!]))[0]?.id;
  }

  async ofPerson(name: string, who: TestPerson, input: Record<string, unknown>): Promise<void> {
    const [{ version } = { version: 1 }] = await this.world.rows<{ version: number }>('SELECT version FROM plexus.person WHERE id = $1', [who.personId]);
    await command(await this.as(this.administrator), name, { personId: who.personId, baseVersion: version, ...input });
  }
}

type Step = { readonly what: string; run(ward: Ward): Promise<void> };
const who = fc.nat(5);
const patient = fc.nat(2);
const day = fc.integer({ min: -2, max: 3 });

const anOpening: fc.Arbitrary<Step> = fc.record({ by: fc.nat(7), patient, document: fc.constantFrom(...CHARTS), again: fc.boolean() }).map(({ by, patient: which, document, again }) => ({
  what: `${document} of ${which} by ${by}`,
  run: async (ward) => {
    const reader = [...ward.people, ward.coordinator, ward.administrator][by]!;
    const client = await ward.as(reader);
    for (let times = again ? 2 : 1; times > 0; times -= 1) {
      const sent = await open(client, document, ward.patients[which]!, true);
      const fresh = await open(client, document, ward.patients[which]!, false);
      expect(sent).toEqual(fresh);
    }
  },
}));

const aChange: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ patient, words: fc.string({ minLength: 1, maxLength: 12 }) }).map(({ patient: which, words }) => ({
    what: `${which} is edited`,
    run: (ward: Ward) => ward.change('editPatient', which, { accessNeeds: words, phone: '(312) 555-0199' }),
  })),
  fc.record({ patient, value: fc.nat(50) }).map(({ patient: which, value }) => ({
    what: `the target of ${which} is ${value}`,
    run: async (ward: Ward) => ward.change('editGoal', which, { goalId: await ward.idIn('goal', which, 'true'), target: { value } }),
  })),
  fc.record({ patient, who, role: fc.constantFrom('MEMBER', 'OBSERVER'), from: day, to: fc.option(day) }).map(({ patient: which, who: whom, role, from, to }) => ({
    what: `${whom} comes to ${which} as ${role} from ${from} to ${to}`,
    run: (ward: Ward) => ward.change('addTeamMember', which, { personId: ward.people[whom]!.personId, role, validFrom: ward.world.day(from), ...(to === null ? {} : { validTo: ward.world.day(Math.max(from, to)) }), reason: 'Helps' }),
  })),
  fc.record({ patient, who }).map(({ patient: which, who: whom }) => ({
    what: `${whom} leaves ${which}`,
    run: async (ward: Ward) => {
      const memberId = await ward.idIn('team_member', which, `person_id = '${ward.people[whom]!.personId}' AND valid_to IS NULL`);
      if (memberId) await ward.change('endTeamMembership', which, { memberId, validTo: ward.world.day(-1), reason: 'Has moved away' });
    },
  })),
  fc.record({ patient, who, instead: who, from: day, length: fc.nat(2) }).map(({ patient: which, who: whom, instead, from, length }) => ({
    what: `${instead} stands in for ${whom} at ${which} from ${from}`,
    run: async (ward: Ward) => {
      const memberId = await ward.idIn('team_member', which, `person_id = '${ward.people[whom]!.personId}'`);
      if (memberId) await ward.change('arrangeStandIn', which, { memberId, personId: ward.people[instead]!.personId, validFrom: ward.world.day(from), validTo: ward.world.day(from + length), reason: 'Away' });
    },
  })),
  fc.record({ who, name: fc.constantFrom('Ada Renamed', 'Bo Renamed'), discipline: fc.constantFrom('nurse', 'physiatrist', 'peer-mentor'), roles: fc.subarray(['COORDINATOR', 'PRIVACY_OFFICER']) }).map(
    ({ who: whom, ...input }) => ({ what: `${whom} becomes ${JSON.stringify(input)}`, run: (ward: Ward) => ward.ofPerson('editPerson', ward.people[whom]!, input) }),
  ),
  fc.record({ patient, from: day, length: fc.nat(2) }).map(({ patient: which, from, length }) => ({
    what: `${which} consents to the mentor from ${from} for ${length} days more`,
    run: (ward: Ward) => ward.change('recordConsent', which, {
      kind: 'peer-mentor-sees-plan', givenOn: ward.world.day(Math.min(from, 0)), givenBy: 'PATIENT', how: 'SPOKEN', validFrom: ward.world.day(from), validTo: ward.world.day(from + length),
    }),
  })),
  patient.map((which) => ({
    what: `${which} withdraws the consent`,
    run: async (ward: Ward) => {
      const consentId = await ward.idIn('consent', which, `status = 'given'`);
      if (consentId) await ward.change('withdrawConsent', which, { consentId, withdrawnOn: ward.world.today, withdrawnBy: 'PATIENT', withdrawnHow: 'SPOKEN' });
    },
  })),
  fc.record({ who, comes: fc.boolean() }).map(({ who: whom, comes }) => ({
    what: `${whom} ${comes ? 'is back' : 'is suspended'}`,
    run: (ward: Ward) => ward.ofPerson(comes ? 'reactivatePerson' : 'deactivatePerson', ward.people[whom]!, { reason: 'Leave' }),
  })),
  fc.constantFrom(60_000, 14 * 3_600_000).map((milliseconds) => ({ what: `${milliseconds / 60_000} minutes pass`, run: async (ward: Ward) => void ward.world.clock.moveTo(new Date(ward.world.clock.now().getTime() + milliseconds)) })),
);

/** A counterexample is read by people. */
const said = (step: Step): Step => Object.assign(step, { [fc.toStringMethod]: () => step.what });

describe('an answer that was kept', () => {
  jest.setTimeout(LONG ? 1_200_000 : 180_000);
  let ward: Ward;

  beforeAll(async () => {
    const world = await World.open();
    const clinic = await world.organization();
    const disciplines = ['physiatrist', 'physical-therapist', 'nurse', 'psychotherapist', 'peer-mentor', 'nurse'];
    const people = await Promise.all(disciplines.map((discipline, n) => world.person(clinic, `Person Number ${n}`, discipline)));
    const coordinator = await world.person(clinic, 'Corin Coordinator', 'care-coordinator', ['coordinator']);
    ward = new Ward(world, clinic, people, clinic.administrator, coordinator);
    const lead = await ward.as(people[0]!);
    for (let n = 0; n < 3; n += 1) {
      const { id } = await world.patient(lead);
      ward.patients.push(id);
      await world.member(lead, id, people[1 + n]!);
      await world.member(lead, id, people[4]!, { role: 'OBSERVER' });
      await world.consent(lead, id);
      await done(lead, 'proposeGoal', { patientId: id, baseRevision: await world.revisionOf(id), words: 'Walk to the library', scope: 'WHOLE_PERSON', domain: 'MOVEMENT', ownerId: people[0]!.personId });
    }
  });
  afterAll(() => ward.world.close());

  it('is byte for byte what a fresh one would be, whoever asks, whatever has changed meanwhile', async () => {
    const found = jest.spyOn(ward.world.app.nest.get(KeptAnswers, { strict: false }), 'find');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof({ weight: 3, arbitrary: anOpening }, { weight: 1, arbitrary: aChange }).map(said), { minLength: 20, maxLength: 60 }), async (steps) => {
        for (const step of steps) await step.run(ward);
      }),
      { numRuns: LONG ? 200 : 10, endOnFailure: true, verbose: false },
    );
    // Not by never sending one: most openings of a chart that somebody had open were answered so.
    const sent = found.mock.results.filter(({ value }) => value !== null).length;
    expect(sent).toBeGreaterThan(20);
    found.mockRestore();
  });

  it('is not sent to a colleague of the same discipline with other rights', async () => {
    const { world, clinic } = ward;
    const [member, observer, standIn] = await Promise.all(['Mia Member', 'Oda Observer', 'Sam Standin'].map((name) => world.person(clinic, name, 'nurse')));
    const lead = await world.as(ward.coordinator);
    const { id: patientId } = await world.patient(lead);
    await world.member(lead, patientId, member!);
    await world.member(lead, patientId, observer!, { role: 'OBSERVER' });
    const [row] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [patientId, member!.personId]);
    await done(lead, 'arrangeStandIn', { patientId, baseRevision: await world.revisionOf(patientId), memberId: row!.id, personId: standIn!.personId, validFrom: world.today, validTo: world.today, reason: 'Away' });
    const told = new Set<string>();
    for (const reader of [member!, observer!, standIn!, ward.coordinator]) {
      const client = await world.as(reader);
      for (const isKept of [true, false, true]) told.add(`${reader.name} ${(await open(client, 'PatientLayout', patientId, isKept)).text}`);
    }
    // One answer each, and four different ones: what each may do stands in them.
    expect(told.size).toBe(4);
    expect(new Set([...told].map((line) => line.slice(line.indexOf('{')))).size).toBe(4);
  });

  it('is sent to a peer mentor up to the consent’s last midnight, and not once after it was withdrawn', async () => {
    const { world, clinic } = ward;
    const mentor = await world.person(clinic, 'Pema Mentor', 'peer-mentor');
    const lead = await world.as(ward.coordinator);
    const mentored = async (fields: object) => {
      const { id } = await world.patient(lead);
      await world.member(lead, id, mentor, { role: 'OBSERVER' });
      await world.consent(lead, id, { ...fields });
      return id;
    };
    const [untilToday, withdrawn] = [await mentored({ validTo: world.today }), await mentored({})];
    const kept = world.app.nest.get(KeptAnswers, { strict: false });
    const isTold = async (patientId: string) => (await open(await world.as(mentor), 'PlanPage', patientId, true)).text.includes('"plan"');
    for (const patientId of [untilToday, withdrawn]) expect([await isTold(patientId), await isTold(patientId)]).toEqual([true, true]);
    const { hit } = kept.asked;
    expect(await isTold(withdrawn)).toBe(true);
    expect(kept.asked.hit).toBe(hit + 1);

    const [consent] = await world.rows<{ id: string }>('SELECT id FROM plexus.consent WHERE patient_id = $1', [withdrawn]);
    await done(lead, 'withdrawConsent', { patientId: withdrawn, baseRevision: await world.revisionOf(withdrawn), consentId: consent!.id, withdrawnOn: world.today, withdrawnBy: 'PATIENT', withdrawnHow: 'SPOKEN' });
    expect(await isTold(withdrawn)).toBe(false);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 24 * 3_600_000));
    expect(await isTold(untilToday)).toBe(false);
  });

  it('leaves the trace in the access log that every opening leaves', async () => {
    const [patientId = ''] = ward.patients;
    const logged = async () => (await ward.world.rows('SELECT 1 FROM plexus.access_log WHERE patient_id = $1 AND person_id = $2', [patientId, ward.coordinator.personId])).length;
    const before = await logged();
    // Two sessions: the second one's answer was kept by the first one's.
    await open(await ward.world.as(ward.coordinator), 'PlanPage', patientId, true);
    await open(await ward.world.as(ward.coordinator), 'PlanPage', patientId, true);
    expect(await logged()).toBe(before + 2);
  });

  it('is not made from one moment and named by another: a change between reading and keeping is in neither', async () => {
    const [patientId = ''] = ward.patients;
    const reader = await ward.as(ward.coordinator);
    const kept = ward.world.app.nest.get(KeptAnswers, { strict: false });
    const keep = jest.spyOn(kept, 'keep');
    const base = await ward.world.revisionOf(patientId);
    await Promise.all([
      ...Array.from({ length: 6 }, () => open(reader, 'PatientDetailsPage', patientId, false)),
      ...Array.from({ length: 6 }, (_, n) => command(reader, 'editPatient', { patientId, baseRevision: base, accessNeeds: `Need ${n}` })),
    ]);
    expect(keep.mock.calls.length).toBeGreaterThan(0);
    for (const [, , standing, body] of keep.mock.calls) {
      expect((JSON.parse(body.toString()) as { data: { patient: { revision: number } } }).data.patient.revision).toBe(standing.revision);
    }
    keep.mockRestore();
  });
});
