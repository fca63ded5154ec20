import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, execute, parse, validate } from 'graphql';
import { newId } from '../../src/platform/ids.ts';
import { Transactions } from '../../src/platform/database/transactions.ts';
import { Authenticator } from '../../src/platform/graphql/authenticator.ts';
import { type GraphqlContext, RequestContext } from '../../src/platform/graphql/request-context.ts';
import { type Clinician, clinician } from '../support/record-clinic.ts';
import { documents } from '../support/record-documents.ts';
import { fullChart } from '../support/record-full-chart.ts';
import { World } from '../support/world.ts';

const NO_COOKIES = { set: () => undefined, clear: () => undefined };
const operationOf = (document: DocumentNode) => document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
const queries = documents.filter(({ text }) => operationOf(parse(text)).operation === 'query');

describe('every document of the web', () => {
  let world: World;
  let schema: GraphQLSchema;
  let coordinator: Clinician;
  let privacyOfficer: Clinician;
  let patientId: string;
  let followUpId: string;

  beforeAll(async () => {
    world = await World.open();
    schema = world.app.nest.get(GraphQLSchemaHost).schema;
    const clinic = await world.organization();
    coordinator = await clinician(world, clinic, 'Jonas Whitfeather', 'care-coordinator', ['coordinator', 'administrator']);
    privacyOfficer = await clinician(world, clinic, 'Desmond Kurosawa-Lyle', 'nurse', ['privacy-officer']);
    const therapist = await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist');
    patientId = await fullChart(world, await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist'), therapist, await clinician(world, clinic, 'Hamid Solberg', 'physical-therapist'));
    followUpId = (await world.rows<{ id: string }>('SELECT id FROM plexus.follow_up WHERE patient_id = $1', [patientId]))[0]!.id;
  });
  afterAll(() => world.close());

  /** What each query of the web is asked with; one without a line here fails. */
  const VARIABLES: Record<string, () => object> = {
    AccessLogPage: () => ({ first: 20 }),
    AccessLogPeople: () => ({}),
    BackgroundPage: () => ({ patientId }),
    CareTeamPage: () => ({ patientId }),
    CaseloadPage: () => ({ sort: 'NEXT_REVIEW', first: 20 }),
    CopyPage: () => ({ patientId }),
    ClosedFollowUps: () => ({ patientId, first: 20 }),
    EarlierEntries: () => ({ id: followUpId, last: 60 }),
    NewFollowUpPatient: () => ({ patientId }),
    FollowUpCandidates: () => ({ patientId }),
    FollowUpCounts: () => ({}),
    FollowUpPanel: () => ({ id: followUpId }),
    FollowUpSources: () => ({ patientId }),
    FollowUpsPage: () => ({ patientId }),
    ForMe: () => ({}),
    Leaves: () => ({}),
    SavedViews: () => ({}),
    Worklist: () => ({ queue: 'ALL', sort: 'DUE', first: 50 }),
    FindPatients: () => ({ search: 'okafor' }),
    LikelyDuplicates: () => ({ input: { givenName: 'Marisol', familyName: 'Okafor Reyes', birthDate: '1980-04-12' } }),
    Me: () => ({}),
    PatientDetailsPage: () => ({ patientId }),
    PatientLayout: () => ({ patientId }),
    OutboxKey: () => ({}),
    RevisionsAfter: () => ({ patientId, revision: 1 }),
    PeoplePage: () => ({ withInactive: true }),
    PersonChoices: () => ({ search: 'a' }),
    PlanAsOf: () => ({ patientId, moment: { revision: 12 } }),
    PlanPage: () => ({ patientId }),
    PlanStructure: () => ({ patientId }),
    StructurePatients: () => ({ search: 'okafor' }),
    PlanScreen: () => ({ patientId }),
    MedicinesPage: () => ({ patientId }),
    RecordDifference: () => ({ patientId, from: { revision: 3 }, to: { revision: 12 } }),
    RecordHistory: () => ({ patientId, first: 30 }),
    ThingHistory: () => ({ patientId, entity: 'patient', entityId: patientId, first: 20 }),
    SessionsPage: () => ({}),
    Unread: () => ({ patientId }),
    StillHere: () => ({}),
  };

  /** The same request, run by graphql-js over the schema that is served. */
  async function uncompiled(by: Clinician, text: string, variables: object): Promise<unknown> {
    const principal = await world.app.nest.get(Authenticator).authenticate(by.client.cookie, false);
    const request = new RequestContext(newId(), { address: '127.0.0.1', device: 'Test' }, NO_COOKIES, principal, world.app.nest.get(Transactions));
    try {
      return await execute({ schema, document: parse(text), contextValue: { request } satisfies GraphqlContext, variableValues: { ...variables } });
    } finally {
      await request.renew();
    }
  }
  const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  it.each(documents)('$name is valid', ({ text }) => {
    expect(validate(schema, parse(text))).toEqual([]);
  });

  it.each(queries)('$name says the same compiled and interpreted', async ({ name, text }) => {
    const by = name.startsWith('AccessLog') ? privacyOfficer : coordinator;
    const given = VARIABLES[name];
    if (!given) throw new Error(`Say in VARIABLES what ${name} is asked with.`);
    const variables = given();
    const served = await by.client.run(text, variables);
    expect(served.errors).toBeUndefined();
    expect(served.data).toEqual(expect.objectContaining({}));
    expect(asJson(await uncompiled(by, text, variables))).toEqual(served);
  });

  it('says the same when the answer is no', async () => {
    const { text } = queries.find(({ name }) => name === 'PlanPage')!;
    const stranger = await clinician(world, world.organizations[0]!, 'Bridget Salazar', 'nurse');
    const served = await stranger.client.run(text, { patientId });
    const interpreted = asJson(await uncompiled(stranger, text, { patientId })) as typeof served;
    expect(served.data).toBeNull();
    expect(interpreted.data).toBeNull();
    expect(served.errors?.map(({ message, path }) => ({ message, path }))).toEqual(interpreted.errors?.map(({ message, path }) => ({ message, path })));
  });
});
