import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { FollowUpsOfRules } from '../../src/modules/follow-ups/application/follow-ups-of-rules.ts';
import { Reactions } from '../../src/platform/records/reactions.ts';
import { ask, done } from '../support/access-commands.ts';
import { FollowUpClinic } from '../support/follow-up-clinic.ts';
import { clinician, sharedPatient } from '../support/record-clinic.ts';
import { statementsOf } from '../support/record-statements.ts';

describe('a follow-up', () => {
  let clinic: FollowUpClinic;
  let foreign: { readonly followUpId: string; readonly personId: string };

  beforeAll(async () => {
    clinic = await FollowUpClinic.open();
    const { world } = clinic;
    const there = await world.organization('Marrowgate');
    const elsewhere = await clinician(world, there, 'Freya', 'physiatrist');
    const mine = clinic.patientId;
    clinic.patientId = await sharedPatient(world, elsewhere);
    foreign = { followUpId: await clinic.opens(elsewhere, { ownerId: elsewhere.person.personId }), personId: elsewhere.person.personId };
    clinic.patientId = mine;
  });
  afterAll(() => clinic.close());

  describe('lives', () => {
    beforeEach(() => clinic.newPatient());

    const historyOf = async (id: string) => {
      const { patient } = await clinic.people.ingrid.client.data<{ patient: { history: { edges: { node: { verb: string } }[] } } }>(
        'query ($patientId: ID!, $id: ID!) { patient(patientId: $patientId) { history(first: 50, entity: "follow-up", entityId: $id) { edges { node { verb } } } } }',
        { patientId: clinic.patientId, id },
      );
      return patient.history.edges.map(({ node }) => node.verb).reverse();
    };

    it('from asking to being read: at each step it says with whom the ball is, and since when', async () => {
      const { ingrid, lucia } = clinic.people;
      const id = await clinic.opens(ingrid, { kind: 'REFERRAL' });
      const seen: unknown[] = [];
      const look = async () => {
        const { state, court, with: person, courtSince } = await clinic.one(ingrid, id);
        seen.push([state, court, person?.name ?? null, courtSince]);
      };
      const asked = clinic.world.clock.now().toISOString();
      await look();
      await clinic.later(0.1);
      for (const [verb, fields] of [['ACCEPT', {}], ['SCHEDULE', { appointmentOn: clinic.world.day(3), appointmentTime: '09:30' }], ['CONFIRM', {}]] as const) {
        expect((await clinic.moves(clinic.people.lucia, id, verb, fields)).outcome).toBe('FollowUpChange');
        await look();
      }
      const reported = clinic.world.clock.now().toISOString();
      await clinic.moves(clinic.people.lucia, id, 'REPORT', { outcome: 'Gait is even' });
      await look();
      await clinic.moves(clinic.people.ingrid, id, 'ACKNOWLEDGE');
      await look();
      expect(seen).toEqual([
        ['PROPOSED', 'OWNER', lucia.person.name, asked], ['ACCEPTED', 'OWNER', lucia.person.name, asked], ['SCHEDULED', 'OWNER', lucia.person.name, asked], ['HAPPENED', 'OWNER', lucia.person.name, asked],
        ['REPORTED', 'ASKER', ingrid.person.name, reported], ['READ', 'NOBODY', null, reported],
      ]);
      expect((await clinic.all(ingrid, true)).map(({ outcome }) => outcome)).toEqual(['Gait is even']);
      expect(await clinic.all(ingrid)).toEqual([]);
      expect(await historyOf(id)).toEqual(['open', 'accept', 'schedule', 'confirm', 'report', 'acknowledge'].map((verb) => `follow-up.${verb}`));
    });

    it('does not grow younger by other words, another day or by being put off; another owner begins anew', async () => {
      const { ingrid, hamid } = clinic.people;
      const id = await clinic.opens(ingrid);
      const { courtSince } = await clinic.one(ingrid, id);
      await clinic.later(0.1);
      await clinic.does(clinic.people.ingrid, 'editFollowUp', { followUpId: id, what: 'Look at her gait and shoes', priority: 'URGENT', dueOn: clinic.world.day(9), checklist: [{ text: 'Shoes', isDone: true }] });
      await clinic.does(clinic.people.lucia, 'snoozeFollowUp', { followUpId: id, until: clinic.world.day(2) });
      expect(await clinic.one(clinic.people.ingrid, id)).toMatchObject({ courtSince, snoozedUntil: clinic.world.day(2), checklist: [{ text: 'Shoes', isDone: true }] });
      await clinic.does(clinic.people.ingrid, 'assignFollowUp', { followUpId: id, ownerId: hamid.person.personId });
      // What Lucia had put off is in front of Hamid.
      expect(await clinic.one(clinic.people.ingrid, id)).toMatchObject({ courtSince: clinic.world.clock.now().toISOString(), snoozedUntil: null, state: 'PROPOSED', with: { name: 'Hamid' } });
    });

    it('in a pool is owned by whoever of the role acts on it, and by nobody who says no', async () => {
      const { ingrid, lucia, hamid, jonas } = clinic.people;
      const id = await clinic.opens(ingrid, { pool: 'physical-therapist' });
      expect(await clinic.one(lucia, id)).toMatchObject({ holding: 'POOL', with: null, owner: null, isUnowned: true, pool: { name: 'Physical therapist' }, transitions: ['ACCEPT', 'DECLINE', 'CANCEL'] });
      expect((await clinic.one(jonas, id)).transitions).toEqual(['CANCEL']);
      await clinic.moves(lucia, id, 'DECLINE', { reason: 'No time this week' });
      await clinic.moves(ingrid, id, 'REOPEN', { reason: 'Next week will do' });
      expect(await clinic.one(hamid, id)).toMatchObject({ state: 'PROPOSED', holding: 'POOL', owner: null });
      await clinic.moves(hamid, id, 'ACCEPT');
      expect(await clinic.one(lucia, id)).toMatchObject({ state: 'ACCEPTED', holding: 'OWNER', owner: { name: 'Hamid' }, isUnowned: false, transitions: [] });
    });

    it('that somebody takes on is accepted by that; a task stays what it is', async () => {
      const { ingrid, lucia } = clinic.people;
      const asked = await clinic.opens(ingrid, { pool: 'physical-therapist' });
      await clinic.does(lucia, 'assignFollowUp', { followUpId: asked, ownerId: lucia.person.personId });
      const task = await clinic.opens(lucia, { shape: 'TASK' });
      await clinic.does(lucia, 'assignFollowUp', { followUpId: task, pool: 'physical-therapist' });
      expect([(await clinic.one(lucia, asked)).state, (await clinic.one(lucia, task)).state]).toEqual(['ACCEPTED', 'OPEN']);
      const own = await clinic.opens(lucia);
      expect((await clinic.one(lucia, own)).state).toBe('ACCEPTED');
    });

    it('with somebody outside is chased by its owner: calls change no state, and a reminder goes to whoever has it', async () => {
      const { ingrid, lucia } = clinic.people;
      const id = await clinic.opens(ingrid, { kind: 'REFERRAL', outsideParty: 'Harbour Rheumatology', documentsSent: 'Letter of 20 November' });
      await clinic.does(lucia, 'noteOnFollowUp', { followUpId: id, kind: 'CALL', callResult: 'NO_ANSWER', nextTryOn: clinic.world.day(1) });
      await clinic.does(lucia, 'noteOnFollowUp', { followUpId: id, kind: 'CALL', callResult: 'LETTER_SENT', text: 'After three tries' });
      await clinic.does(ingrid, 'noteOnFollowUp', { followUpId: id, kind: 'REMINDER' });
      expect(await clinic.one(ingrid, id)).toMatchObject({
        state: 'PROPOSED', court: 'OUTSIDE', with: null, holder: { name: 'Lucia' }, isUnowned: false,
        entries: [{ kind: 'CALL', callResult: 'NO_ANSWER' }, { kind: 'CALL', callResult: 'LETTER_SENT', text: 'After three tries' }, { kind: 'REMINDER', person: { name: 'Ingrid' } }],
      });
      expect((await clinic.tries(lucia, 'noteOnFollowUp', { followUpId: id, kind: 'REMINDER' })).refusal).toBe('REMINDS_SELF followUpId');
    });

    it('comes again when it is done, on its weekday and at its hour, also when summer time begins in between; reopened it brings no second', async () => {
      const { lucia } = clinic.people;
      const { world } = clinic;
      // Monday 1 March 2027, before the clocks of Chicago go forward.
      const before = world.clock.now();
      await clinic.later((Date.parse('2027-02-24T15:00:00Z') - before.getTime()) / 3_600_000);
      const id = await clinic.opens(clinic.people.lucia, { shape: 'TASK', kind: 'MEASURE', dueOn: '2027-03-01', dueTime: '09:30', everyWeeks: 4, recursUntil: '2027-04-26', checklist: ['Index', 'Scale'] });
      await clinic.does(clinic.people.lucia, 'editFollowUp', { followUpId: id, checklist: [{ text: 'Index', isDone: true }, { text: 'Scale', isDone: false }] });
      await clinic.moves(clinic.people.lucia, id, 'COMPLETE', { outcome: 'Index 34' });
      const [next, ...others] = await clinic.all(clinic.people.lucia);
      expect([others, next]).toEqual([[], expect.objectContaining({
        dueOn: '2027-03-29', dueTime: '09:30', dueAt: '2027-03-29T14:30:00.000Z', state: 'OPEN', owner: { name: lucia.person.name }, everyWeeks: 4, checklist: [{ text: 'Index', isDone: false }, { text: 'Scale', isDone: false }],
      })]);
      expect((await clinic.all(clinic.people.lucia, true))[0]).toMatchObject({ dueAt: '2027-03-01T15:30:00.000Z', outcome: 'Index 34', everyWeeks: null });
      await clinic.moves(clinic.people.lucia, id, 'REOPEN', { reason: 'Wrong sheet' });
      await clinic.moves(clinic.people.lucia, id, 'COMPLETE', { outcome: 'Index 36' });
      expect((await clinic.all(clinic.people.lucia)).map(({ dueOn }) => dueOn)).toEqual(['2027-03-29']);
      // What is done long after its day leaves out the turns that are over, and the last turn brings none.
      await clinic.later(24 * 60);
      expect(await clinic.one(clinic.people.lucia, next!.id)).toMatchObject({ isOverdue: true, daysLate: 27 });
      await clinic.moves(clinic.people.lucia, next!.id, 'COMPLETE', { outcome: 'Index 30' });
      expect((await clinic.all(clinic.people.lucia)).map(({ dueOn }) => dueOn)).toEqual(['2027-04-26']);
      await clinic.moves(clinic.people.lucia, (await clinic.all(clinic.people.lucia))[0]!.id, 'COMPLETE', { outcome: 'Index 28' });
      expect(await clinic.all(clinic.people.lucia)).toEqual([]);
    });

    it('keeps what two people change of it, and stops whoever would overwrite: who has it and what became of it belong together', async () => {
      const { ingrid, lucia, hamid } = clinic.people;
      const id = await clinic.opens(ingrid);
      const baseRevision = await clinic.world.revisionOf(clinic.patientId);
      await clinic.does(ingrid, 'editFollowUp', { followUpId: id, what: 'Look at her gait and shoes' });
      expect((await clinic.tries(lucia, 'editFollowUp', { followUpId: id, baseRevision, dueOn: clinic.world.day(3) })).outcome).toBe('FollowUpChange');
      expect((await clinic.tries(hamid, 'editFollowUp', { followUpId: id, baseRevision, what: 'Watch her walk' })).outcome).toBe('EditConflict');
      await clinic.does(ingrid, 'assignFollowUp', { followUpId: id, ownerId: hamid.person.personId });
      const late = await clinic.tries(lucia, 'moveFollowUp', { followUpId: id, baseRevision, verb: 'ACCEPT' });
      expect(late.outcome).toBe('EditConflict');
      expect(await clinic.one(ingrid, id)).toMatchObject({ what: 'Look at her gait and shoes', dueOn: clinic.world.day(3), owner: { name: 'Hamid' }, state: 'PROPOSED' });
    });

    it('can be given back the day that it had, also when that is over; no other day that is over, and that one not for ever', async () => {
      const { world } = clinic;
      const id = await clinic.opens(clinic.people.ingrid, { dueOn: world.day(1), dueTime: '09:30' });
      const was = world.day(1);
      await clinic.later(48);
      const { ingrid, lucia } = clinic.people;
      const redate = async (fields: object) => (await clinic.tries(lucia, 'editFollowUp', { followUpId: id, ...fields })).refusal ?? 'done';
      expect(await redate({ dueOn: world.day(0), dueTime: '08:00' })).toBe('DUE_TIME_PAST dueTime');
      expect(await redate({ dueOn: world.day(5) })).toBe('done');
      expect(await redate({ what: 'Look at her gait and shoes' })).toBe('done');
      for (const dueOn of [world.day(-3), world.day(-2)]) expect([dueOn, await redate({ dueOn })]).toEqual([dueOn, 'DUE_PAST dueOn']);
      expect(await redate({ dueOn: was, dueTime: '08:00' })).toBe('DUE_PAST dueOn');
      expect(await redate({ dueOn: was })).toBe('done');
      expect(await clinic.one(ingrid, id)).toMatchObject({ dueOn: was, dueTime: '09:30', isOverdue: true, what: 'Look at her gait and shoes' });
      expect([await redate({ dueOn: world.day(5) }), await redate({ dueOn: world.day(6) }), await redate({ dueOn: was })]).toEqual(['done', 'done', 'DUE_PAST dueOn']);
      // A day that nobody changed has none before it.
      const other = await clinic.opens(ingrid);
      expect((await clinic.tries(lucia, 'editFollowUp', { followUpId: other, dueOn: was })).refusal).toBe('DUE_PAST dueOn');
    });

    it('gives the last of what was said about it, and says how much there is', async () => {
      const { ingrid } = clinic.people;
      const [id, quiet] = [await clinic.opens(ingrid), await clinic.opens(ingrid)];
      await clinic.world.rows(
        `INSERT INTO plexus.follow_up_entry (organization_id, id, patient_id, follow_up_id, kind, text, person_id, at, revision)
         SELECT f.organization_id, gen_random_uuid(), f.patient_id, f.id, 'comment', 'Note ' || n, f.asked_by_id, f.opened_at + n * interval '1 second', f.revision FROM plexus.follow_up f, generate_series(1, 230) n WHERE f.id = $1`,
        [id],
      );
      const ENTRIES = 'query ($id: ID!, $last: Int!) { followUp(id: $id) { entryCount entries { text } some: entries(last: $last) { text } } }';
      const said = async (followUpId: string, last: number) => (await ingrid.client.data<{ followUp: { entryCount: number; entries: { text: string }[]; some: { text: string }[] } }>(ENTRIES, { id: followUpId, last })).followUp;
      const shown = await said(id, 200);
      const notes = (from: number) => Array.from({ length: 231 - from }, (_, i) => ({ text: `Note ${from + i}` }));
      expect(shown).toEqual({ entryCount: 230, entries: notes(181), some: notes(31) });
      expect(await said(quiet, 1)).toEqual({ entryCount: 0, entries: [], some: [] });
      for (const last of [0, 201]) expect((await ask(ingrid.client, ENTRIES, { id, last })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'last' });
    });

    it('that came to an end is in pages with the others, the last one first, however many', async () => {
      const { ingrid, lucia } = clinic.people;
      const ids: string[] = [];
      for (let i = 0; i < 5; i += 1) {
        const id = await clinic.opens(ingrid);
        // Two end in the same instant.
        if (i !== 3) clinic.world.clock.moveTo(new Date(clinic.world.clock.now().getTime() + 60_000));
        await clinic.moves(ingrid, id, 'CANCEL', { reason: 'No longer needed' });
        ids.unshift(id);
      }
      await clinic.opens(ingrid);
      const pages = [await clinic.closed(lucia, { first: 2 })];
      while (pages.at(-1)!.pageInfo.hasNextPage) pages.push(await clinic.closed(lucia, { first: 2, after: pages.at(-1)!.pageInfo.endCursor }));
      expect(pages.map(({ edges, totalCount }) => [edges.length, totalCount])).toEqual([[2, 5], [2, 5], [1, 5]]);
      const found = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
      expect(found).toEqual((await clinic.all(lucia, true)).map(({ id }) => id));
      expect([...found].sort()).toEqual([...ids].sort());
      expect([found.slice(0, 2).sort(), found.slice(2)]).toEqual([ids.slice(0, 2).sort(), ids.slice(2)]);
      for (const [page, field] of [[{ first: 0 }, 'first'], [{ first: 101 }, 'first'], [{ after: 'nonsense' }, 'after']] as const) {
        expect((await ask(lucia.client, 'query ($patientId: ID!, $first: Int!, $after: String) { patient(patientId: $patientId) { closedFollowUps(first: $first, after: $after) { totalCount } } }', { patientId: clinic.patientId, first: 2, ...page })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
      }
    });

    it('answers a command that comes twice once', async () => {
      const input = { commandId: randomUUID(), shape: 'TASK', kind: 'CALL', priority: 'ROUTINE', what: 'Telephone', dueOn: clinic.world.day(1), pool: 'physiatrist', baseRevision: await clinic.world.revisionOf(clinic.patientId) };
      const [first, second] = [await clinic.does(clinic.people.lucia, 'openFollowUp', input), await clinic.does(clinic.people.lucia, 'openFollowUp', input)];
      expect([second.id, second.revision]).toEqual([first.id, first.revision]);
      expect(await clinic.all(clinic.people.lucia)).toHaveLength(1);
    });

    it('outlives the goal it comes from: that ended is said in the same revision, and what is taken back as well', async () => {
      const { ingrid, lucia } = clinic.people;
      const goal = await clinic.does(ingrid, 'proposeGoal', { words: 'Walk to the library', scope: 'WHOLE_PERSON', domain: 'MOVEMENT' });
      const id = await clinic.opens(ingrid, { sourceKind: 'GOAL', sourceId: goal.id });
      const unrelated = await clinic.opens(ingrid);
      const cancelled = await clinic.does(lucia, 'moveGoal', { goalId: goal.id, verb: 'CANCEL', reason: 'Moved away' });
      expect(await clinic.one(ingrid, id)).toMatchObject({
        state: 'PROPOSED', source: { kind: 'GOAL', name: 'Walk to the library' },
        entries: [{ kind: 'COMMENT', text: 'source.goal.cancelled', person: { name: 'Lucia' } }],
      });
      const [{ count }] = await clinic.world.rows<{ count: number }>(`SELECT count(*)::int AS count FROM plexus.follow_up_entry WHERE follow_up_id = $1 AND revision = $2`, [id, cancelled.revision]) as [{ count: number }];
      expect(count).toBe(1);
      await done(lucia.client, 'undoPlanChange', { patientId: clinic.patientId, revision: cancelled.revision });
      expect((await clinic.one(ingrid, id)).entries.map(({ text }) => text)).toEqual(['source.goal.cancelled', 'source.goal.goes-on']);
      expect((await clinic.one(ingrid, unrelated)).entries).toEqual([]);
    });

    it('of a rule is opened, kept and closed in the revision of what the rule looks at: one for each rule and source', async () => {
      const { ingrid, lucia } = clinic.people;
      const rules = clinic.world.app.nest.get(FollowUpsOfRules);
      // A module of a later day: whoever writes down that a problem is there is asked to look at it, until its words say that it was.
      let what = 'Look at this problem';
      const of = { rule: 'test.look', sourceId: randomUUID() };
      const given = { ...of, shape: 'task' as const, kind: 'review' as const, priority: 'soon' as const, sourceKind: 'alert' as const, dueOn: clinic.world.day(-3), pool: 'physical-therapist', ownerId: clinic.people.bridget.person.personId };
      clinic.world.app.nest.get(Reactions).on('problem.add', async (record) => {
        if (record.patientId !== clinic.patientId) return;
        await (what === '' ? rules.close(record, of, 'Looked at') : rules.keep(record, { ...given, what }));
      });
      const added = await clinic.tries(ingrid, 'addProblem', { catalogueId: 'migraine' });
      // Bridget is not on the team, and the day is over: it lies in the pool, due today.
      expect(await clinic.all(lucia)).toMatchObject([{ what: 'Look at this problem', holding: 'POOL', owner: null, dueOn: clinic.world.today, state: 'OPEN' }]);
      const [{ revision }] = await clinic.world.rows<{ revision: string }>('SELECT revision FROM plexus.follow_up WHERE source_id = $1', [of.sourceId]) as [{ revision: string }];
      expect(Number(revision)).toBe(added.revision);
      const { id } = (await clinic.all(lucia))[0]!;
      await clinic.does(lucia, 'assignFollowUp', { followUpId: id, ownerId: lucia.person.personId });
      what = 'Look at both problems';
      await clinic.tries(ingrid, 'addProblem', { catalogueId: 'fibromyalgia' });
      expect(await clinic.all(lucia)).toMatchObject([{ id, what: 'Look at both problems', owner: { name: 'Lucia' } }]);
      what = '';
      await clinic.tries(ingrid, 'addProblem', { catalogueId: 'neck-pain' });
      expect([await clinic.all(lucia), await clinic.all(lucia, true)]).toMatchObject([[], [{ id, state: 'DONE', outcome: 'Looked at' }]]);
    });

    it('is found by nobody who does not reach the patient, and costs a caseload one statement', async () => {
      const { ingrid, bridget } = clinic.people;
      const id = await clinic.opens(ingrid, { dueOn: clinic.world.today });
      expect((await ask(bridget.client, 'query ($id: ID!) { followUp(id: $id) { what } }', { id })).verdict).toBe('NOT_FOUND');
      expect((await ask(bridget.client, 'query ($id: ID!) { followUp(id: $id) { what } }', { id: foreign.followUpId })).verdict).toBe('NOT_FOUND');
      const CASELOAD = '{ patients(first: 50) { edges { node { id openFollowUps overdueFollowUps } } } }';
      await clinic.newPatient();
      const asked = (await statementsOf(() => ingrid.client.data(CASELOAD, {}))).filter((text) => text.includes('plexus.follow_up'));
      expect(asked).toHaveLength(1);
      const { patients } = await ingrid.client.data<{ patients: { edges: { node: { id: string; openFollowUps: number } }[] } }>(CASELOAD, {});
      expect(patients.edges.find(({ node }) => node.id === clinic.patientId)?.node.openFollowUps).toBe(0);
    });

  });

  describe('is refused, and nothing is written', () => {
    let followUpId: string;
    beforeAll(async () => {
      await clinic.newPatient();
      followUpId = await clinic.opens(clinic.people.ingrid);
    });
    const task = { shape: 'TASK', kind: 'CALL', priority: 'ROUTINE', what: 'Telephone' };
    const ids = () => Object.fromEntries(Object.entries(clinic.people).map(([name, { person }]) => [name, person.personId])) as Record<keyof typeof clinic.people, string>;
    const on = (offset: number) => clinic.world.day(offset);

    it.each<[what: string, refusal: string, input: () => Record<string, unknown>]>([
      ['given to somebody outside the team', 'NOT_ON_TEAM ownerId', () => ({ ownerId: ids().bridget })],
      ['given to somebody of another organization', 'NOT_ON_TEAM ownerId', () => ({ ownerId: foreign.personId })],
      ['given to nobody', 'OWNER_OR_POOL ownerId', () => ({})],
      ['given to a person and a role', 'OWNER_OR_POOL ownerId', () => ({ ownerId: ids().lucia, pool: 'physiatrist' })],
      ['given to a role that the team has not', 'POOL_NOT_ON_TEAM pool', () => ({ pool: 'dietitian' })],
      ['due in the past', 'DUE_PAST dueOn', () => ({ pool: 'physiatrist', dueOn: on(-1) })],
      ['due at an hour that is over', 'DUE_TIME_PAST dueTime', () => ({ pool: 'physiatrist', dueOn: on(0), dueTime: '00:05' })],
      ['due at no hour', 'TIME_ILL_FORMED dueTime', () => ({ pool: 'physiatrist', dueTime: '25:00' })],
      ['due in another century', 'DATE_TOO_FAR dueOn', () => ({ pool: 'physiatrist', dueOn: '2126-11-23' })],
      ['without words', 'REQUIRED what', () => ({ pool: 'physiatrist', what: ' ' })],
      ['with endless words', 'TOO_LONG why', () => ({ pool: 'physiatrist', why: 'x'.repeat(100_000) })],
      ['a task for somebody outside', 'TASK_OUTSIDE outsideParty', () => ({ pool: 'physiatrist', outsideParty: 'Harbour' })],
      ['from a thing that is not there', 'SOURCE_UNKNOWN sourceId', () => ({ pool: 'physiatrist', sourceKind: 'GOAL', sourceId: randomUUID() })],
      ['repeated without an end', 'REPEATS_HALF recursUntil', () => ({ pool: 'physiatrist', everyWeeks: 4 })],
      ['repeated every no weeks', 'WEEKS_OUT_OF_RANGE everyWeeks', () => ({ pool: 'physiatrist', everyWeeks: 0, recursUntil: on(100) })],
      ['watched by a stranger', 'WATCHER_NOT_ON_TEAM watcherIds', () => ({ pool: 'physiatrist', watcherIds: [ids().bridget] })],
      ['with an endless checklist', 'TOO_MANY checklist', () => ({ pool: 'physiatrist', checklist: Array.from({ length: 21 }, (_, at) => `Line ${at}`) })],
      ['with a checklist that says something twice', 'CHECKLIST_TWICE checklist', () => ({ pool: 'physiatrist', checklist: ['Shoes', 'Shoes '] })],
    ])('when it is opened %s: %s', async (_what, refusal, input) => {
      const before = await clinic.world.revisionOf(clinic.patientId);
      expect((await clinic.tries(clinic.people.ingrid, 'openFollowUp', { ...task, dueOn: on(7), ...input() })).refusal).toBe(refusal);
      expect(await clinic.world.revisionOf(clinic.patientId)).toBe(before);
    });

    it.each<[name: string, refusal: string, by: 'ingrid' | 'lucia' | 'hamid' | 'jonas', fields: () => Record<string, unknown>]>([
      ['moveFollowUp', 'REQUIRED reason', 'lucia', () => ({ verb: 'DECLINE' })],
      ['moveFollowUp', 'FOLLOW_UP_STATE verb', 'lucia', () => ({ verb: 'SCHEDULE', appointmentOn: on(2) })],
      ['moveFollowUp', 'FOLLOW_UP_OF_OWNER verb', 'hamid', () => ({ verb: 'ACCEPT' })],
      ['moveFollowUp', 'FOLLOW_UP_OF_OWNER verb', 'ingrid', () => ({ verb: 'ACCEPT' })],
      ['moveFollowUp', 'FOLLOW_UP_OF_PARTIES verb', 'hamid', () => ({ verb: 'CANCEL', reason: 'No' })],
      ['moveFollowUp', 'NOT_ASKED_FOR outcome', 'lucia', () => ({ verb: 'ACCEPT', outcome: 'Done' })],
      ['moveFollowUp', 'REQUIRED reason', 'jonas', () => ({ verb: 'CANCEL' })],
      ['snoozeFollowUp', 'FOLLOW_UP_OF_PARTIES until', 'hamid', () => ({ until: on(2) })],
      ['snoozeFollowUp', 'SNOOZE_PAST until', 'lucia', () => ({ until: on(0) })],
      ['assignFollowUp', 'NOT_ON_TEAM ownerId', 'jonas', () => ({ ownerId: ids().bridget })],
      ['editFollowUp', 'DUE_PAST dueOn', 'jonas', () => ({ dueOn: on(-1) })],
      ['editFollowUp', 'REQUIRED what', 'jonas', () => ({ what: null })],
      ['noteOnFollowUp', 'REQUIRED text', 'lucia', () => ({ kind: 'COMMENT' })],
      ['noteOnFollowUp', 'REQUIRED callResult', 'lucia', () => ({ kind: 'CALL' })],
      ['noteOnFollowUp', 'NEXT_TRY_PAST nextTryOn', 'lucia', () => ({ kind: 'CALL', callResult: 'NO_ANSWER', nextTryOn: on(-1) })],
      ['noteOnFollowUp', 'NOT_ASKED_FOR callResult', 'lucia', () => ({ kind: 'COMMENT', text: 'So', callResult: 'REACHED' })],
      ['noteOnFollowUp', 'NOT_FOUND -', 'lucia', () => ({ followUpId: foreign.followUpId, kind: 'COMMENT', text: 'So' })],
      ['moveFollowUp', 'NOT_FOUND -', 'lucia', () => ({ followUpId: randomUUID(), verb: 'ACCEPT' })],
    ])('%s: %s, for %s', async (name, refusal, by, fields) => {
      const before = await clinic.world.revisionOf(clinic.patientId);
      expect((await clinic.tries(clinic.people[by], name, { followUpId, ...fields() })).refusal).toBe(refusal);
      expect(await clinic.world.revisionOf(clinic.patientId)).toBe(before);
    });

    it('when an appointment is missing, when it has ended, or when what concerns safety would be put off', async () => {
      const { ingrid, lucia } = clinic.people;
      const id = await clinic.opens(ingrid);
      await clinic.moves(lucia, id, 'ACCEPT');
      expect((await clinic.moves(lucia, id, 'SCHEDULE')).refusal).toBe('REQUIRED appointmentOn');
      expect((await clinic.moves(lucia, id, 'REPORT')).refusal).toBe('REQUIRED outcome');
      await clinic.moves(ingrid, id, 'CANCEL', { reason: 'Settled' });
      for (const [name, fields] of [['editFollowUp', { what: 'More' }], ['assignFollowUp', { pool: 'physiatrist' }], ['snoozeFollowUp', { until: on(2) }], ['noteOnFollowUp', { kind: 'REMINDER' }]] as const) {
        expect([name, (await clinic.tries(ingrid, name, { followUpId: id, ...fields })).refusal]).toEqual([name, 'FOLLOW_UP_STATE followUpId']);
      }
      const safety = await clinic.opens(ingrid, { kind: 'SAFETY' });
      expect((await clinic.tries(lucia, 'snoozeFollowUp', { followUpId: safety, until: on(2) })).refusal).toBe('SAFETY_NOT_SNOOZED until');
      expect((await clinic.tries(lucia, 'editFollowUp', { followUpId: safety, kind: 'REVIEW' })).refusal).toBe('SAFETY_STAYS kind');
    });
  });
});
