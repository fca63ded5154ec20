import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GraphqlError } from '../support/client.ts';
import { PlanClinic, type ShownPlan, change } from '../support/plan-clinic.ts';
import { randomCommand } from '../support/plan-random.ts';
import { type Clinician, edit } from '../support/record-clinic.ts';
import { START } from '../support/world.ts';

const TEAM = 'team { id discipline role validFrom validTo period reason endReason person { id } standIns { id validFrom validTo period person { id } } }';
/** Everything that the plan's page may ask of a plan. */
const PLAN = `planVersion ${TEAM} plan { id title summary status transitions reviewDate agreedMessage agreedOn
  attainment { clinician { value goals } patient { value goals } } dissents { id reason at person { id } }
  goals { id revision words restatement scope domain status achievement transitions owner { id } participants { id } target { measure baseline value unit date } startedOn endedOn endReason scale
    ratings { id rater level words ratedOn note recordedBy { id } } }
  activities { id revision catalogueId name discipline column owner { id } status transitions statusReason doseText reason nextStep changedAt startsOn reviewOn endsOn form details supervisor { id } goalIds } }`;
const NOW = `query ($patientId: ID!) { patient(patientId: $patientId) { revision ${PLAN} } }`;
const THEN = `query ($patientId: ID!, $moment: MomentInput!) { patient(patientId: $patientId) { planAsOf(moment: $moment) { revision day ${PLAN} } } }`;
const CHANGES = 'changes { field before { text } after { text } }';
const DIFFERENCE = `query ($patientId: ID!, $from: MomentInput!, $to: MomentInput!) { patient(patientId: $patientId) { difference(from: $from, to: $to) {
  from { revision day } to { revision day } things { entity entityId entityName difference place { goalId goalWords discipline } ${CHANGES} } } } }`;
const HISTORY = `query ($patientId: ID!, $entity: String, $entityId: ID, $first: Int = 30, $after: String) { patient(patientId: $patientId) { history(entity: $entity, entityId: $entityId, first: $first, after: $after) {
  totalCount pageInfo { endCursor hasNextPage } edges { node { number verb reason person { name } ${CHANGES} } } } } }`;
const LONG = process.env.PLEXUS_LONG === '1';

type Standing = { readonly revision: number; readonly plan: ShownPlan };
interface Changed { readonly field: string; readonly before: { text: string } | null; readonly after: { text: string } | null }
interface Different { readonly entity: string; readonly entityId: string; readonly difference: string; readonly place: { goalId: string | null; goalWords: string | null; discipline: string | null } | null; readonly changes: readonly Changed[] }
interface Page { readonly totalCount: number; readonly pageInfo: { endCursor: string; hasNextPage: boolean }; readonly edges: readonly { node: { number: number; verb: string; reason: string | null; person: { name: string }; changes: readonly Changed[] } }[] }

let clinic: PlanClinic;
let physiatrist: Clinician;
let therapist: Clinician;
beforeAll(async () => {
  clinic = await PlanClinic.open();
  ({ physiatrist, therapist } = clinic);
});
afterAll(() => clinic.close());
beforeEach(() => moveTo(START.toISOString()));

const now = async (by: Clinician, patientId: string) => (await by.client.data<{ patient: Standing }>(NOW, { patientId })).patient;
const then = async (by: Clinician, patientId: string, moment: object) => (await by.client.data<{ patient: { planAsOf: Standing & { day: string } } }>(THEN, { patientId, moment })).patient.planAsOf;
const differs = async (by: Clinician, patientId: string, from: object, to: object) =>
  (await by.client.data<{ patient: { difference: { from: { revision: number; day: string }; to: { revision: number; day: string }; things: Different[] } } }>(DIFFERENCE, { patientId, from, to })).patient.difference;
const historyOf = async (by: Clinician, variables: object) => (await by.client.data<{ patient: { history: Page } }>(HISTORY, variables)).patient.history;
const said = (changes: readonly Changed[]) => Object.fromEntries(changes.map(({ field, before, after }) => [field, [before?.text ?? null, after?.text ?? null]]));
/** Time passes; sessions are shorter than days. */
async function moveTo(instant: string): Promise<void> {
  clinic.world.clock.moveTo(new Date(instant));
  physiatrist = { ...physiatrist, client: await clinic.world.as(physiatrist.person) };
  therapist = { ...therapist, client: await clinic.world.as(therapist.person) };
}

describe('the plan as it was', () => {
  it('at every revision of a random history is the plan that was answered then, whole', async () => {
    const seed = Number(process.env.PLEXUS_SEED ?? 20261123);
    const random = fc.sample(fc.nat(), { seed, numRuns: LONG ? 60_000 : 8_000 });
    const pick = <T>(of: readonly T[]): T => of[random.pop()! % of.length]!;
    const patientId = await clinic.patient();
    const people = [physiatrist.person.personId, therapist.person.personId];
    const remembered = new Map<number, Standing>();
    let standing: Standing;
    const remember = async () => {
      standing = await now(therapist, patientId);
      remembered.set(standing.revision, standing);
    };
    await remember();
    for (let step = 0; step < (LONG ? 600 : 60); step += 1) {
      if (step === 40) {
        await moveTo('2026-11-24T15:00:00.000Z');
        await clinic.world.member(physiatrist.client, patientId, (await clinic.join('Noor Bellweather', 'psychotherapist')).person);
        await remember();
      }
      const { revision, plan } = standing!;
      const [name, input] = randomCommand(plan, { people, revision, day: (offset) => clinic.world.day(offset), pick });
      const answer = await change(pick([physiatrist, therapist]).client, name, { patientId, ...(name === 'undoPlanChange' ? {} : { baseRevision: revision }), ...input }, { short: true });
      if (answer.__typename === 'PlanChange') await remember();
    }
    expect(remembered.size).toBeGreaterThan(25);
    for (const [revision, stood] of remembered) {
      const { day: _, ...shown } = await then(therapist, patientId, { revision });
      expect({ seed, ...shown }).toEqual({ seed, ...stood });
    }
  }, LONG ? 300_000 : 180_000);

  it('on a day is what stood when that day was over in the organization’s zone', async () => {
    const patientId = await clinic.patient();
    const goalId = await clinic.goal(patientId, { words: 'Walk to the shop' });
    // 23:30 in Chicago, then half past midnight.
    await moveTo('2026-11-24T05:30:00.000Z');
    const { revision: late } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Walk to the park' });
    await moveTo('2026-11-24T06:30:00.000Z');
    const { revision: last } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, words: 'Walk to the lake' });
    await moveTo('2026-11-26T15:00:00.000Z');
    const words = async (day: string) => {
      const stood = await then(therapist, patientId, { day });
      return [stood.revision, stood.day, stood.plan.goals[0]?.words];
    };
    expect(await words('2026-11-23')).toEqual([late, '2026-11-23', 'Walk to the park']);
    expect(await words('2026-11-24')).toEqual([last, '2026-11-24', 'Walk to the lake']);
    expect(await words('2026-11-26')).toEqual([last, '2026-11-26', 'Walk to the lake']);
  });

  it('has again what was entered in error since, and not yet what was added since', async () => {
    const patientId = await clinic.patient();
    const { entityId, revision } = await clinic.does(physiatrist, 'proposeGoal', patientId, { words: 'Sail', scope: 'WHOLE_PERSON', domain: 'SOCIAL' });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision });
    expect((await now(therapist, patientId)).plan.goals).toEqual([]);
    expect((await then(therapist, patientId, { revision })).plan.goals.map(({ id, words }) => [id, words])).toEqual([[entityId, 'Sail']]);
    expect((await then(therapist, patientId, { revision: revision - 1 })).plan.goals).toEqual([]);
  });
});

describe('the difference between two moments', () => {
  it('is what became of each field, whatever it was in between', async () => {
    const patientId = await clinic.patient();
    const goalId = await clinic.goal(patientId, { words: 'Dance' });
    const part = await clinic.duloxetine(patientId, { goalIds: [goalId] });
    const proposed = await clinic.does(physiatrist, 'proposeGoal', patientId, { words: 'Not hers', scope: 'WHOLE_PERSON', domain: 'SLEEP' });
    const error = proposed.entityId;
    const { revision: from } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, restatement: 'Stand for an hour' });

    await clinic.does(therapist, 'editGoal', patientId, { goalId, restatement: 'Stand for two hours' });
    await clinic.does(therapist, 'editGoal', patientId, { goalId, restatement: 'Stand for an hour' });
    await clinic.does(physiatrist, 'editActivity', patientId, { activityId: part, doseText: '45 mg' });
    await clinic.does(physiatrist, 'editActivity', patientId, { activityId: part, doseText: '60 mg' });
    const slip = await clinic.does(physiatrist, 'proposeGoal', patientId, { words: 'Slip', scope: 'WHOLE_PERSON', domain: 'SLEEP' });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision: slip.revision });
    const added = await clinic.goal(patientId, { words: 'Sing' });
    await clinic.does(physiatrist, 'undoPlanChange', patientId, { revision: proposed.revision });
    await edit(therapist, { patientId, baseRevision: await clinic.world.revisionOf(patientId), pronouns: 'she/her' });

    const { things } = await differs(therapist, patientId, { revision: from }, { revision: await clinic.world.revisionOf(patientId) });
    const byId = new Map(things.map((thing) => [thing.entityId, thing]));
    expect([...byId.keys()].sort()).toEqual([part, added, error, patientId].sort());
    expect(byId.get(part)).toMatchObject({ entity: 'activity', difference: 'CHANGED', place: { goalId, goalWords: 'Dance', discipline: 'physiatrist' } });
    expect(said(byId.get(part)!.changes)).toEqual({ doseText: ['30 mg once a day', '60 mg'] });
    expect(byId.get(added)).toMatchObject({ difference: 'ADDED', place: { goalId: added, discipline: null } });
    expect(said(byId.get(added)!.changes)).toMatchObject({ words: [null, 'Sing'], domain: [null, 'movement'] });
    expect([byId.get(error)!.difference, said(byId.get(error)!.changes)]).toEqual(['REMOVED', { status: ['proposed', 'entered-in-error'] }]);
    expect([byId.get(patientId)!.place, said(byId.get(patientId)!.changes)]).toEqual([null, { pronouns: [null, 'she/her'] }]);
    expect((await differs(therapist, patientId, { revision: from }, { revision: from })).things).toEqual([]);
  });
});

describe('the history of one thing', () => {
  it('has its own changes and nothing else, newest first, with who and why', async () => {
    const patientId = await clinic.patient();
    const goalId = await clinic.goal(patientId, { words: 'Dance' });
    const other = await clinic.goal(patientId, { words: 'Sing' });
    await clinic.does(therapist, 'editGoal', patientId, { goalId, words: 'Dance a waltz', reason: 'In her words' });
    await clinic.does(physiatrist, 'editGoal', patientId, { goalId: other, words: 'Sing in a choir' });
    const history = await historyOf(therapist, { patientId, entity: 'goal', entityId: goalId });
    expect(history.totalCount).toBe(2);
    expect(history.edges.map(({ node: { verb, reason, person, changes } }) => [verb, reason, person.name, said(changes).words])).toEqual([
      ['goal.edit', 'In her words', 'Lucia Ferrante', ['Dance', 'Dance a waltz']],
      ['goal.propose', null, 'Ingrid Vasquez-Thorne', [null, 'Dance']],
    ]);
    const first = await historyOf(therapist, { patientId, entity: 'goal', entityId: goalId, first: 1 });
    expect(first.pageInfo.hasNextPage).toBe(true);
    const rest = await historyOf(therapist, { patientId, entity: 'goal', entityId: goalId, first: 1, after: first.pageInfo.endCursor });
    expect([...first.edges, ...rest.edges]).toEqual(history.edges);
  });
});

describe('who reads the past', () => {
  it('reads nothing outside of their audience, and no gap where it was', async () => {
    const patientId = await clinic.patient();
    const goalId = await clinic.goal(patientId, { words: 'Dance' });
    const seen = await historyOf(therapist, { patientId, entity: 'goal', entityId: goalId });
    const { revision } = await clinic.does(physiatrist, 'editGoal', patientId, { goalId, restatement: 'For one reader' });
    await clinic.world.rows('UPDATE plexus.change SET author_id = $1 WHERE patient_id = $2 AND number = $3', [physiatrist.person.personId, patientId, revision]);
    expect(await historyOf(therapist, { patientId, entity: 'goal', entityId: goalId })).toEqual(seen);
    expect((await differs(therapist, patientId, { revision: revision - 1 }, { revision })).things).toEqual([]);
    expect((await differs(physiatrist, patientId, { revision: revision - 1 }, { revision })).things).toHaveLength(1);
  });

  it('is nobody of another organization, no stranger and no peer mentor; and looking leaves its line in the access log', async () => {
    const patientId = await clinic.patient();
    const mentor = await clinic.join('Pema Mentor', 'peer-mentor');
    await clinic.world.member(physiatrist.client, patientId, mentor.person, { role: 'OBSERVER' });
    await clinic.world.consent(physiatrist.client, patientId);
    const elsewhere = await foreigner();
    const asks: [string, object][] = [
      [THEN, { patientId, moment: { revision: 1 } }], [DIFFERENCE, { patientId, from: { revision: 1 }, to: { revision: 2 } }], [HISTORY, { patientId, entity: 'patient', entityId: patientId }],
    ];
    for (const [document, variables] of asks) {
      const codes = await Promise.all([mentor.client, await clinic.world.as((await clinic.join('Hamid Stranger', 'nurse')).person), elsewhere].map(async (client) => (await client.run(document, variables)).errors?.[0]?.extensions.code));
      expect(codes).toEqual(['FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND']);
    }
    const late = { ...therapist, client: await clinic.world.as(therapist.person) };
    const logged = async () => (await clinic.world.rows('SELECT 1 FROM plexus.access_log WHERE patient_id = $1 AND person_id = $2', [patientId, therapist.person.personId])).length;
    const before = await logged();
    await then(late, patientId, { revision: 1 });
    expect(await logged()).toBe(before + 1);
  });

  async function foreigner() {
    const organization = await clinic.world.organization('Saltmarsh');
    return clinic.world.as(await clinic.world.person(organization, 'Thaddeus Okwuosa', 'physiatrist', ['coordinator']));
  }
});

describe('a moment that the record does not have', () => {
  let patientId: string;
  let newest: number;
  beforeAll(async () => {
    await moveTo(START.toISOString());
    patientId = await clinic.patient();
    newest = await clinic.world.revisionOf(patientId);
  });
  const refusal = (errors: readonly GraphqlError[] | undefined) => [errors?.[0]?.extensions.code, errors?.[0]?.extensions.field, errors?.[0]?.extensions.rule];

  it.each<[string, () => object, string, string | undefined]>([
    ['a day to come', () => ({ day: clinic.world.day(1) }), 'moment.day', 'DATE_IN_FUTURE'],
    ['a day before the record began', () => ({ day: clinic.world.day(-1) }), 'moment.day', 'BEFORE_RECORD'],
    ['no day at all', () => ({ day: '2026-02-30' }), 'day', undefined],
    ['revision 0', () => ({ revision: 0 }), 'moment.revision', 'REVISION_UNKNOWN'],
    ['one below', () => ({ revision: -1 }), 'moment.revision', 'REVISION_UNKNOWN'],
    ['one above the newest', () => ({ revision: newest + 1 }), 'moment.revision', 'REVISION_UNKNOWN'],
    ['nothing', () => ({}), 'moment.day', 'ONE_MOMENT'],
    ['both', () => ({ day: clinic.world.today, revision: 1 }), 'moment.day', 'ONE_MOMENT'],
  ])('%s: names the field, and says what to do', async (_, moment, field, rule) => {
    const { errors } = await therapist.client.run(THEN, { patientId, moment: moment() });
    expect(refusal(errors)).toEqual(['BAD_USER_INPUT', field, rule]);
  });

  it('tells which of two it is, that they are the wrong way round, and of which kind a thing must be said to be', async () => {
    const between = async (from: object, to: object) => refusal((await therapist.client.run(DIFFERENCE, { patientId, from, to })).errors);
    expect(await between({ revision: 0 }, { revision: 1 })).toEqual(['BAD_USER_INPUT', 'from.revision', 'REVISION_UNKNOWN']);
    expect(await between({ revision: 1 }, { day: clinic.world.day(1) })).toEqual(['BAD_USER_INPUT', 'to.day', 'DATE_IN_FUTURE']);
    expect(await between({ revision: 2 }, { revision: 1 })).toEqual(['BAD_USER_INPUT', 'to', 'ORDER']);
    const history = async (variables: object) => refusal((await therapist.client.run(HISTORY, { patientId, ...variables })).errors).slice(0, 2);
    expect(await history({ entityId: patientId })).toEqual(['BAD_USER_INPUT', 'entity']);
    expect(await history({ entity: 'goal', entityId: 'x' })).toEqual(['BAD_USER_INPUT', 'entityId']);
  });
});
