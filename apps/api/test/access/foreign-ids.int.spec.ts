import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { type GraphQLSchema, getNamedType, isInputObjectType } from 'graphql';
import { randomUUID } from 'node:crypto';
import { type Chart, Clinic } from '../support/access-clinic.ts';
import { ask, withoutRequestId } from '../support/access-commands.ts';
import { Fingerprints } from '../support/access-fingerprint.ts';
import { ASKED } from '../support/access-operations.ts';

/** What each id names, by the input field's name: the id of such a thing in the other organization, and of one in this organization that the lead does not reach. */
const NAMED: Readonly<Record<string, (chart: Chart, clinic: Clinic, where: 'there' | 'here') => Promise<string> | string>> = {
  patientId: (chart) => chart.patientId,
  contactId: (chart) => chart.contactId,
  deviceId: (chart) => chart.deviceId,
  consentId: (chart) => chart.consentId,
  problemId: (chart) => chart.problemId,
  allergyId: (chart) => chart.allergyId,
  symptomId: (chart) => chart.symptomId,
  riskFactorId: (chart) => chart.riskFactorId,
  screenId: (chart) => chart.screenId,
  medicineId: (chart) => chart.medicineId,
  memberId: (chart) => chart.memberId,
  standInId: (chart) => chart.standInId,
  goalId: (chart) => chart.goalId,
  goalIds: (chart) => chart.goalId,
  ratingId: (chart) => chart.ratingId,
  attachmentId: (chart) => chart.attachmentId,
  activityId: (chart) => chart.activityId,
  dissentId: (chart) => chart.dissentId,
  id: (chart) => chart.followUpId,
  followUpId: (chart) => chart.followUpId,
  sourceId: (chart) => chart.goalId,
  leaveId: async (_, clinic) => (await clinic.world.rows<{ id: string }>('SELECT id FROM plexus.leave WHERE person_id = $1', [clinic.people.foreigner.personId]))[0]!.id,
  viewId: async (_, clinic, where) => (await clinic.world.rows<{ id: string }>('SELECT id FROM plexus.saved_view WHERE name = $1', [where]))[0]!.id,
  watcherIds: (_, clinic, where) => (where === 'there' ? clinic.people.foreigner : clinic.people.stranger).personId,
  fromPatientId: (chart) => chart.patientId,
  ownerId: (_, clinic, where) => (where === 'there' ? clinic.people.foreigner : clinic.people.stranger).personId,
  fromPersonId: (_, clinic, where) => (where === 'there' ? clinic.people.foreigner : clinic.people.stranger).personId,
  participantIds: (_, clinic, where) => (where === 'there' ? clinic.people.foreigner : clinic.people.stranger).personId,
  personId: (_, clinic) => clinic.people.foreigner.personId,
  sessionId: async (_, clinic, where) => {
    const whose = where === 'there' ? clinic.people.foreigner : clinic.people.stranger;
    const [row] = await clinic.world.rows<{ id: string }>('SELECT id FROM auth.session WHERE person_id = $1 AND ended_at IS NULL LIMIT 1', [whose.personId]);
    return row!.id;
  },
};
/** Ids that name nothing which somebody could own. */
const NOBODYS: Readonly<Record<string, string>> = {
  commandId: 'made by the client; another person’s command id is another command',
  batchId: 'made by the client, as a command’s',
  catalogueId: 'the catalogue is the same for everybody',
  substance: 'the catalogue is the same for everybody',
  discipline: 'the catalogue is the same for everybody',
  pool: 'the catalogue is the same for everybody',
  code: 'the catalogue is the same for everybody',
  patterns: 'the catalogue is the same for everybody',
  problems: 'the catalogue is the same for everybody',
  templateId: 'the catalogue is the same for everybody',
  parts: 'the catalogue is the same for everybody',
  kind: 'the catalogue is the same for everybody',
  distinctFrom: 'only left out of the goals of the same patient',
  page: 'made by the page; the session is part of what it stands for',
  entityId: 'only told on to those who have the same record open',
};
/** People of one’s own organization, and who of them is away, are no secret. */
const KNOWN_HERE = new Set(['personId', 'leaveId']);

/** Every place of the schema where a client writes an id: `Mutation.editPatient input.contactId`. */
function idPositions(schema: GraphQLSchema): { operation: string; path: string[] }[] {
  return [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
    Object.values(type!.getFields()).flatMap((field) =>
      field.args.flatMap((arg) => {
        const named = getNamedType(arg.type);
        const operation = `${type!.name}.${field.name}`;
        if (named.name === 'ID') return [{ operation, path: [arg.name] }];
        if (!isInputObjectType(named)) return [];
        return Object.values(named.getFields()).filter((inner) => getNamedType(inner.type).name === 'ID').map((inner) => ({ operation, path: [arg.name, inner.name] }));
      }),
    ),
  );
}

describe('an id of something that is not theirs', () => {
  let clinic: Clinic;
  let fingerprints: Fingerprints;
  let positions: { operation: string; path: string[] }[];

  beforeAll(async () => {
    clinic = await Clinic.open();
    for (const [name, { organizationId, personId }] of Object.entries({ there: clinic.people.foreigner, here: clinic.people.stranger })) {
      await clinic.world.rows(`INSERT INTO plexus.saved_view VALUES ($1, gen_random_uuid(), $2, $3, '', false)`, [organizationId, personId, name]);
    }
    fingerprints = await Fingerprints.of(clinic.world.database);
    positions = idPositions(clinic.world.app.nest.get(GraphQLSchemaHost, { strict: false }).schema);
  });
  afterAll(async () => {
    await fingerprints.close();
    await clinic.close();
  });

  const put = (variables: Record<string, unknown>, path: readonly string[], id: string): Record<string, unknown> => {
    const [first, ...rest] = path;
    return { ...variables, [first!]: rest.length === 0 ? id : put((variables[first!] ?? {}) as Record<string, unknown>, rest, id) };
  };

  /** The lead may ask everything but people's management and the access log: those are asked by whoever may. */
  const asker = (operation: string) => (/Person$/.test(operation) ? 'administrator' : operation === 'Query.accessLog' ? 'privacyOfficer' : 'lead');

  async function answersTo(operation: string, path: readonly string[], ids: readonly string[]): Promise<string[]> {
    const client = clinic.clients[asker(operation)];
    const valid = await ASKED[operation]!(clinic, asker(operation));
    const document = operation === 'Query.accessLog' ? 'query ($personId: ID) { accessLog(personId: $personId) { totalCount edges { node { id } } } }' : valid.document;
    const answers: string[] = [];
    for (const id of ids) {
      const { status, text } = await ask(client, document, put(valid.variables, path, id));
      answers.push(`${status} ${withoutRequestId(text)}`);
    }
    return answers;
  }

  it('has a meaning in every place of the schema', () => {
    const names = new Set(positions.map(({ path }) => path.at(-1)!));
    expect([...names].filter((name) => !(name in NAMED) && !(name in NOBODYS))).toEqual([]);
    expect([...Object.keys(NAMED), ...Object.keys(NOBODYS)].filter((name) => !names.has(name))).toEqual([]);
    expect(positions.length).toBeGreaterThan(60);
  });

  it('is answered in the very words in which an id of nothing is answered, in every place, and nothing is written', async () => {
    const before = await fingerprints.take();
    const told: { where: string; answers: string[] }[] = [];
    for (const { operation, path } of positions) {
      const name = path.at(-1)!;
      if (name in NOBODYS || operation.startsWith('Subscription.')) continue;
      const ids = [randomUUID(), await NAMED[name]!(clinic.foreign, clinic, 'there'), ...(KNOWN_HERE.has(name) ? [] : [await NAMED[name]!(clinic.other, clinic, 'here')])];
      const answers = await answersTo(operation, path, ids);
      told.push({ where: `${operation} ${path.join('.')}`, answers });
    }
    expect(told.filter(({ answers }) => new Set(answers).size > 1)).toEqual([]);
    const code = (answer: string) => (JSON.parse(answer.slice(4)) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code ?? 'DATA';
    // A list by somebody who is not here is empty, and a form is told at which field the id stands; everything else is not found.
    expect(told.filter(({ answers }) => code(answers[0]!) !== 'NOT_FOUND').map(({ where }) => where).sort()).toEqual([
      'Query.accessLog personId', 'Query.followUps filter.ownerId', 'Query.followUps filter.patientId',
      // Whoever hands over nothing of their own, and does not coordinate, is told so before anybody is looked for.
      'Mutation.handOverFollowUps input.fromPersonId',
      ...['proposeGoal input.ownerId', 'proposeGoal input.participantIds', 'editGoal input.ownerId', 'editGoal input.participantIds'].map((where) => `Mutation.${where}`),
      ...['planActivity input.ownerId', 'planActivity input.goalIds', 'editActivity input.ownerId', 'editActivity input.goalIds'].map((where) => `Mutation.${where}`),
      ...['openFollowUp input.ownerId', 'openFollowUp input.sourceId', 'openFollowUp input.watcherIds', 'editFollowUp input.watcherIds', 'assignFollowUp input.ownerId'].map((where) => `Mutation.${where}`),
    ].sort());
    expect(await fingerprints.take()).toEqual(before);
  });

  it.each(['', '0', 'null', `${randomUUID()}'`, `${randomUUID()} OR true`, '00000000-0000-0000-0000-00000000000g', `{${randomUUID()}}`])('that is none (%p) is not found either, in the same words', async (id) => {
    for (const [operation, path] of [['Query.patient', ['patientId']], ['Mutation.editPatient', ['input', 'patientId']], ['Mutation.editPatient', ['input', 'contactId']], ['Mutation.resolveProblem', ['input', 'problemId']], ['Mutation.endSession', ['input', 'sessionId']], ['Mutation.addTeamMember', ['input', 'personId']], ['Mutation.editPerson', ['input', 'personId']]] as const) {
      const [nothing, broken] = await answersTo(operation, path, [randomUUID(), id]);
      expect([operation, path, broken]).toEqual([operation, path, nothing]);
    }
  });

  it('does not tell a page of somebody else’s by its cursor', async () => {
    const page = 'query ($after: String) { patients(first: 1, after: $after) { totalCount edges { cursor node { id } } pageInfo { endCursor } } }';
    const { patients } = await clinic.clients.coordinator.data<{ patients: { pageInfo: { endCursor: string } } }>(page);
    const stolen = await ask(clinic.clients.foreigner, page, { after: patients.pageInfo.endCursor });
    expect(stolen.text).not.toContain(clinic.chart.patientId);
    expect(stolen.text).not.toContain(clinic.other.patientId);
    const history = 'query ($patientId: ID!, $after: String) { patient(patientId: $patientId) { history(first: 2, after: $after) { edges { cursor node { number reason } } } } }';
    const { patient } = await clinic.clients.lead.data<{ patient: { history: { edges: { cursor: string }[] } } }>(history, { patientId: clinic.chart.patientId });
    const elsewhere = await ask(clinic.clients.stranger, history, { patientId: clinic.chart.patientId, after: patient.history.edges[0]!.cursor });
    expect(elsewhere.verdict).toBe('NOT_FOUND');
  });
});
