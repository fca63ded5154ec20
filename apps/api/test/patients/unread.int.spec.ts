import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { RevisionBus } from '../../src/platform/events/revision-bus.ts';
import { setContext } from '../../src/platform/database/context.ts';
import { ask, command, done } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { PlanClinic } from '../support/plan-clinic.ts';
import { type Clinician, clinician, endMembership } from '../support/record-clinic.ts';
import { eventually } from '../support/record-patience.ts';
import { World } from '../support/world.ts';

interface Shown {
  readonly number: number;
  readonly person: { readonly name: string };
  readonly changes: readonly { readonly field: string; readonly isSafety: boolean; readonly added: boolean; readonly before: { text: string } | null; readonly after: { text: string } | null; readonly order: readonly { field: string; value: { text: string } }[] }[];
}
interface Unread {
  readonly revision: number;
  readonly seenRevision: number | null;
  readonly seenAt: string | null;
  readonly revisions: { readonly totalCount: number; readonly edges: readonly { readonly node: Shown }[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } } | null;
}
const UNREAD = `query ($patientId: ID!, $first: Int!, $after: String) { patient(patientId: $patientId) { unread { revision seenRevision seenAt revisions(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { number person { name } changes { field isSafety added before { text } after { text } order { field value { text } } } } } } } } }`;

let clinic: PlanClinic;
let world: World;
let physiatrist: Clinician;
let therapist: Clinician;
let nurse: Clinician;
let patientId: string;
let goalId: string;

beforeAll(async () => {
  clinic = await PlanClinic.open();
  ({ world, physiatrist, therapist } = clinic);
  nurse = await clinic.join('Bridget Salazar', 'nurse');
});
afterAll(() => clinic.close());
beforeEach(async () => {
  patientId = await clinic.patient(nurse);
  goalId = await clinic.goal(patientId);
});

const unreadOf = async (client: Client, variables: object = {}) => (await client.data<{ patient: { unread: Unread | null } }>(UNREAD, { patientId, first: 50, ...variables })).patient.unread;
const numbersOf = async (client: Client) => (await unreadOf(client))!.revisions!.edges.map(({ node }) => node.number);
const caseloadOf = async (client: Client) => {
  const { patients } = await client.data<{ patients: { edges: { node: { id: string; unread: number; isNewToViewer: boolean } }[] } }>('{ patients(first: 100) { edges { node { id unread isNewToViewer } } } }');
  const { unread, isNewToViewer } = patients.edges.find(({ node }) => node.id === patientId)!.node;
  return { unread, isNewToViewer };
};
const newest = () => world.revisionOf(patientId);
const mark = (by: Clinician, revision: number, safetySeen: readonly number[] = []) => command(by.client, 'markReviewed', { commandId: undefined, patientId, revision, safetySeen });
const edit = (by: Clinician, input: Record<string, unknown>) => clinic.does(by, 'editGoal', patientId, { goalId, ...input });
const marks = () => world.rows<{ personId: string; revision: number }>('SELECT person_id AS "personId", revision::int FROM plexus.seen_mark WHERE patient_id = $1', [patientId]);

describe('what is unread', () => {
  it('is everything to who never reviewed the record: no list, no count', async () => {
    expect(await unreadOf(therapist.client)).toEqual({ revision: await newest(), seenRevision: null, seenAt: null, revisions: null });
    expect(await caseloadOf(therapist.client)).toEqual({ unread: 0, isNewToViewer: true });
  });

  it('is what others changed since, oldest first, before and after; the same number stands in the caseload', async () => {
    await mark(therapist, await newest());
    expect([await numbersOf(therapist.client), await caseloadOf(therapist.client)]).toEqual([[], { unread: 0, isNewToViewer: false }]);
    const first = await edit(physiatrist, { scope: 'UPPER_BACK' });
    await edit(therapist, { restatement: 'Mine' });
    const last = await edit(nurse, { domain: 'SOCIAL' });
    const { revisions, seenRevision } = (await unreadOf(therapist.client))!;
    expect([seenRevision, revisions!.totalCount]).toEqual([first.revision - 1, 2]);
    expect(revisions!.edges.map(({ node }) => [node.number, node.person.name, node.changes.map(({ field, before, after }) => [field, before?.text, after?.text])])).toEqual([
      [first.revision, 'Ingrid Vasquez-Thorne', [['scope', 'whole-person', 'upper-back']]],
      [last.revision, 'Bridget Salazar', [['domain', 'movement', 'social']]],
    ]);
    expect(await caseloadOf(therapist.client)).toEqual({ unread: 2, isNewToViewer: false });
    // Everybody has a mark of their own.
    expect(await caseloadOf(nurse.client)).toEqual({ unread: 0, isNewToViewer: true });
  });

  it('says of an order what of it did not change, as it stood then', async () => {
    const activityId = await clinic.duloxetine(patientId, { doseText: null, details: { drug: 'duloxetine', doseAmount: 30, doseUnit: 'mg', timesPerDay: 1 } });
    await mark(therapist, await newest());
    const dose = (details: object) => clinic.does(physiatrist, 'editActivity', patientId, { activityId, details });
    await dose({ doseAmount: 60 });
    await dose({ timesPerDay: 2 });
    const { revisions } = (await unreadOf(therapist.client))!;
    expect(revisions!.edges.map(({ node: { changes: [change] } }) => [change!.field, change!.isSafety, change!.added, Object.fromEntries(change!.order.map(({ field, value }) => [field, value.text]))])).toEqual([
      ['doseAmount', true, false, expect.objectContaining({ doseAmount: '60', doseUnit: 'mg', timesPerDay: '1', drug: 'duloxetine' })],
      ['timesPerDay', true, false, expect.objectContaining({ doseAmount: '60', doseUnit: 'mg', timesPerDay: '2', drug: 'duloxetine' })],
    ]);
  });

  it('comes in pages without a gap or a double, and is counted to a hundred', async () => {
    await mark(therapist, await newest());
    const from = await newest();
    for (let count = 0; count < 5; count += 1) await edit(physiatrist, { restatement: `Wording ${count}` });
    const read: number[] = [];
    for (let after: string | null = null, more = true; more; ) {
      const page: Unread['revisions'] = (await unreadOf(therapist.client, { first: 2, after }))!.revisions;
      expect(page!.totalCount).toBe(5);
      read.push(...page!.edges.map(({ node }) => node.number));
      ({ hasNextPage: more, endCursor: after } = page!.pageInfo);
    }
    expect(read).toEqual([1, 2, 3, 4, 5].map((step) => from + step));
    await world.rows(
      `INSERT INTO plexus.revision SELECT organization_id, patient_id, number + 1000 + g, at, person_id, NULL, gen_random_uuid(), NULL, verb, NULL, NULL, previous_hash, hash, base
         FROM plexus.revision, generate_series(1, 120) g WHERE patient_id = $1 AND number = $2`,
      [patientId, from + 1],
    );
    await world.rows(
      `INSERT INTO plexus.change SELECT organization_id, patient_id, number + 1000 + g, ordinal, entity, entity_id, field, before, after, before_digest, after_digest, added, audience, author_id, shape
         FROM plexus.change, generate_series(1, 120) g WHERE patient_id = $1 AND number = $2`,
      [patientId, from + 1],
    );
    expect((await unreadOf(therapist.client))!.revisions!.totalCount).toBe(100);
    expect(await caseloadOf(therapist.client)).toMatchObject({ unread: 100 });
  });

  it('holds no number, count or gap of a change outside the reader’s audience', async () => {
    await mark(therapist, await newest());
    await edit(physiatrist, { scope: 'UPPER_BACK' });
    const hidden = await edit(nurse, { domain: 'SOCIAL' });
    // No field has an author yet: one row gets one, as notes of a single author will.
    await world.rows('UPDATE plexus.change SET author_id = $1 WHERE patient_id = $2 AND number = $3', [nurse.person.personId, patientId, hidden.revision]);
    expect(await numbersOf(therapist.client)).toEqual([hidden.revision - 1]);
    expect((await unreadOf(therapist.client))!.revisions!.totalCount).toBe(1);
    expect(await caseloadOf(therapist.client)).toMatchObject({ unread: 1 });
    // Nor is it asked about: nothing of it could have been shown.
    await clinic.does(nurse, 'moveGoal', patientId, { goalId, verb: 'CANCEL', reason: 'Hers alone' });
    await world.rows('UPDATE plexus.change SET author_id = $1 WHERE patient_id = $2 AND number = $3', [nurse.person.personId, patientId, hidden.revision + 1]);
    expect((await mark(therapist, await newest())).outcome).toBe('Patient');
  });

  it('counts in the list what concerns the chart’s own audience only', async () => {
    await mark(therapist, await newest());
    await done(physiatrist.client, 'addProblem', { patientId, baseRevision: await newest(), catalogueId: 'fibromyalgia' });
    await world.rows(`UPDATE plexus.change SET audience = '{nurse}' WHERE patient_id = $1 AND number = $2`, [patientId, await newest()]);
    await mark(nurse, (await newest()) - 1);
    expect([await caseloadOf(therapist.client), await caseloadOf(nurse.client)]).toMatchObject([{ unread: 0 }, { unread: 1 }]);
  });

  it('is nothing to a peer mentor: neither list nor number, and no mark', async () => {
    const mentor = await clinic.join('Pema Mentor', 'peer-mentor');
    await world.member(physiatrist.client, patientId, mentor.person, { role: 'OBSERVER' });
    await world.consent(physiatrist.client, patientId);
    await edit(physiatrist, { scope: 'UPPER_BACK' });
    expect(await unreadOf(mentor.client)).toBeNull();
    expect(await caseloadOf(mentor.client)).toEqual({ unread: 0, isNewToViewer: false });
    expect((await mark(mentor, 1)).outcome).toBe('FORBIDDEN');
    expect(await marks()).toEqual([]);
  });
});

describe('marking reviewed', () => {
  it('moves forward only, and the same again changes nothing', async () => {
    const at = await newest();
    for (let count = 0; count < 3; count += 1) await edit(physiatrist, { restatement: `Wording ${count}` });
    const seenOf = async (revision: number) => {
      await mark(therapist, revision);
      const { seenRevision, seenAt } = (await unreadOf(therapist.client))!;
      return { seenRevision, seenAt };
    };
    const second = await seenOf(at + 2);
    expect(second.seenRevision).toBe(at + 2);
    world.clock.moveTo(new Date(world.clock.now().getTime() + 60_000));
    expect(await seenOf(at)).toEqual(second);
    expect(await seenOf(at + 2)).toEqual(second);
    // What came after what was shown stays unread.
    expect(await numbersOf(therapist.client)).toEqual([at + 3]);
    expect((await seenOf(at + 3)).seenAt).not.toBe(second.seenAt);
    expect(await marks()).toEqual([{ personId: therapist.person.personId, revision: at + 3 }]);
  });

  it.each<[string, () => Promise<object>, string]>([
    ['a revision that is not there yet', async () => ({ revision: (await newest()) + 1 }), 'INVALID revision'],
    ['no revision', async () => ({ revision: 0 }), 'INVALID revision'],
    ['more than anybody was shown', async () => ({ safetySeen: Array.from({ length: 5001 }, (_, at) => at) }), 'TOO_LONG safetySeen'],
  ])('refuses %s', async (_what, input, refusal) => {
    const result = await command(therapist.client, 'markReviewed', { commandId: undefined, patientId, revision: 1, safetySeen: [], ...(await input()) });
    expect([result.outcome, result.refusal]).toEqual(['BAD_USER_INPUT', refusal]);
    expect(await marks()).toEqual([]);
  });

  it('never passes a change that concerns safety by unseen', async () => {
    await mark(therapist, await newest());
    const before = await newest();
    await done(nurse.client, 'recordAllergy', { patientId, baseRevision: before, substance: 'Latex', severity: 'SEVERE' });
    await edit(physiatrist, { scope: 'UPPER_BACK' });
    await clinic.duloxetine(patientId);
    const [allergy, drug] = [before + 1, before + 3];
    for (const seen of [[], [allergy], [drug], [before + 2]]) {
      expect([seen, (await mark(therapist, await newest(), seen)).refusal]).toEqual([seen, 'SAFETY_UNSEEN safetySeen']);
    }
    expect(await marks()).toEqual([{ personId: therapist.person.personId, revision: before }]);
    // As far as it was shown, what was shown may be marked.
    expect((await mark(therapist, before + 2, [allergy])).outcome).toBe('Patient');
    expect((await mark(therapist, await newest(), [allergy, drug])).outcome).toBe('Patient');
    expect(await numbersOf(therapist.client)).toEqual([]);
  });

  it('asks for no own change, and of who begins for none at all', async () => {
    await done(therapist.client, 'recordAllergy', { patientId, baseRevision: await newest(), substance: 'Latex', severity: 'SEVERE' });
    expect((await mark(nurse, await newest())).outcome).toBe('Patient');
    await mark(therapist, 1);
    // The record was opened and the goal proposed by somebody else; neither concerns safety.
    expect((await mark(therapist, await newest())).outcome).toBe('Patient');
  });
});

describe('a mark', () => {
  /** As the application's role, with the context of this person and the patient named: what the database itself lets through. */
  async function rowsSeenBy({ person: { organizationId, personId } }: Clinician, about: string | null = patientId): Promise<number> {
    const app = new pg.Client({ connectionString: world.database.appUrl });
    await app.connect();
    try {
      await app.query(`BEGIN; ${setContext({ organizationId, personId, purpose: 'care', today: world.today, patientId: about })}`);
      return (await app.query('SELECT FROM plexus.seen_mark')).rowCount!;
    } finally {
      await app.end();
    }
  }

  it('is its person’s alone', async () => {
    await mark(therapist, 1);
    expect([await rowsSeenBy(therapist), await rowsSeenBy(physiatrist), await rowsSeenBy(nurse)]).toEqual([1, 0, 0]);
  });

  it('is read by nobody who left the team, and found again by who came back', async () => {
    await mark(therapist, 1);
    await endMembership(world, physiatrist, patientId, therapist);
    expect((await ask(therapist.client, UNREAD, { patientId, first: 50 })).verdict).toBe('NOT_FOUND');
    expect((await mark(therapist, 2)).outcome).toBe('NOT_FOUND');
    expect(await rowsSeenBy(therapist)).toBe(0);
    await world.member(physiatrist.client, patientId, therapist.person);
    expect((await unreadOf(therapist.client))!.seenRevision).toBe(1);
  });

  it('is not set or seen from another organization', async () => {
    const elsewhere = await world.organization('Marrowgate');
    const foreigner = await clinician(world, elsewhere, 'Finn Foreigner', 'physiatrist', ['coordinator']);
    await mark(therapist, 1);
    expect((await mark(foreigner, 1)).outcome).toBe('NOT_FOUND');
    expect(await rowsSeenBy(foreigner)).toBe(0);
    expect(await marks()).toHaveLength(1);
  });

  it('is told to its person’s other windows, and to nobody else', async () => {
    const listeners = () => world.app.nest.get(RevisionBus)['emitter'].listenerCount('notice');
    const watch = async (by: Clinician) => {
      const before = listeners();
      const { deliveries, stop } = by.client.subscribe<{ caseloadRevised: { patientId: string; revision: number } }>('subscription { caseloadRevised { patientId revision } }');
      const next = deliveries.next();
      await eventually('the subscription', async () => listeners() > before);
      return { next, stop };
    };
    const [own, colleague] = [await watch(therapist), await watch(nurse)];
    await mark(therapist, 2);
    expect((await own.next).value).toEqual({ data: { caseloadRevised: { patientId, revision: 2 } } });
    // The first that a colleague hears is a change.
    const { revision } = await edit(physiatrist, { scope: 'UPPER_BACK' });
    expect((await colleague.next).value).toEqual({ data: { caseloadRevised: { patientId, revision } } });
    await Promise.all([own.stop(), colleague.stop()]);
  });
});
