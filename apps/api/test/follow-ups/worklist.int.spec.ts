import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ask } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { COORDINATOR, DISCIPLINES, type Drawn, MENTOR, PATIENTS, type Placed, STRANGER, place, worklistsOf } from '../support/worklist-model.ts';
import { World } from '../support/world.ts';

interface Page {
  readonly followUps: {
    readonly totalCount: number;
    readonly counts: Record<string, number>;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly edges: readonly { readonly node: { readonly id: string; readonly what: string; readonly patient: { readonly familyName: string } } }[];
  };
}
const QUERY = `query ($queue: FollowUpQueue!, $filter: FollowUpFilter, $sort: FollowUpSort!, $first: Int!, $after: String) { followUps(queue: $queue, filter: $filter, sort: $sort, first: $first, after: $after) {
  totalCount counts { needsMe overdue waiting referrals unowned escalated reported } pageInfo { hasNextPage endCursor } edges { node { id what patient { familyName } } } } }`;
const QUEUES = { needsMe: 'NEEDS_ME', overdue: 'OVERDUE', waiting: 'WAITING', referrals: 'REFERRALS', unowned: 'UNOWNED', escalated: 'ESCALATED', reported: 'REPORTED' } as const;

const day = (min: number, max: number) => fc.integer({ min, max });
const treating = fc.nat(4);
/** Leave, stand-ins and teams that begin, run and are over; every state; owners who are there, away, gone, or none. */
const DRAWN: fc.Arbitrary<Drawn> = fc.record({
  members: fc.uniqueArray(fc.record({ patient: fc.nat(PATIENTS - 1), person: fc.nat(MENTOR), role: fc.constantFrom('member', 'member', 'observer'), from: day(-9, 1), to: fc.option(day(1, 9), { nil: null }) }), { selector: ({ patient, person }) => `${patient} ${person}`, minLength: 8, maxLength: 16 }),
  standIns: fc.uniqueArray(fc.record({ member: fc.nat(7), person: treating, from: day(-3, 1), days: fc.nat(4) }), { selector: ({ member }) => member, maxLength: 5 }),
  leaves: fc.uniqueArray(fc.record({ person: treating, from: day(-3, 1), days: fc.nat(4) }), { selector: ({ person }) => person, maxLength: 3 }),
  followUps: fc.array(fc.record({
    patient: fc.nat(PATIENTS - 1), asker: treating, owner: fc.option(treating, { nil: null, freq: 5 }), safety: fc.nat(3).map((n) => n === 0), referral: fc.boolean(), outside: fc.boolean(),
    state: fc.constantFrom('open', 'open', 'proposed', 'accepted', 'scheduled', 'reported', 'declined', 'done', 'read', 'cancelled'), due: day(-5, 5), snoozed: fc.option(day(-2, 3), { nil: null }), escalated: fc.constantFrom(null, 'inform', 'ask-help'),
  }), { minLength: 20, maxLength: 40 }),
}).map((drawn) => {
  // One lead at most; who has left has left before today; nobody stands in for themselves.
  const members = drawn.members.map((member, i) => ({ ...member, role: i < PATIENTS && member.person < 4 && drawn.members.findIndex(({ patient }) => patient === member.patient) === i ? ('lead' as const) : member.role, to: member.to !== null && i % 3 === 0 ? -1 : member.to }));
  return {
    ...drawn,
    members: members.map((member) => ({ ...member, from: member.to === -1 ? -9 : member.from })),
    standIns: drawn.standIns.filter(({ member, person }) => members[member]!.person !== person),
  } as Drawn;
});

describe('the worklist', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  });
  afterAll(() => world.close());

  const page = async (client: Client, queue: string, variables: object = {}) => (await client.data<Page>(QUERY, { queue, sort: 'DUE', first: 100, ...variables })).followUps;
  const ids = ({ edges }: Page['followUps']): string[] => edges.map(({ node }) => node.id);
  const organizationOf = async (drawn: Drawn): Promise<Placed> => place(world, await world.organization(), drawn);

  it('is, in every queue and for everybody, what the rules of the domain say, and its counts are of the same', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(DRAWN, async (drawn) => {
        const placed = await organizationOf(drawn);
        for (const viewer of DISCIPLINES.keys()) {
          const client = await world.as(placed.people[viewer]!);
          if (viewer === MENTOR) {
            expect((await ask(client, QUERY, { queue: 'ALL', sort: 'DUE', first: 100 })).verdict).toBe('FORBIDDEN');
            continue;
          }
          const expected = worklistsOf(placed, viewer, world.clock.now(), world.today);
          for (const [queue, wanted] of Object.entries(expected)) {
            const found = await page(client, queue);
            expect([viewer, queue, ids(found)]).toEqual([viewer, queue, wanted]);
            expect(found.totalCount).toBe(wanted.length);
            for (const [count, of] of Object.entries(QUEUES)) expect([viewer, count, found.counts[count]]).toEqual([viewer, count, expected[of]!.length]);
            if (wanted.length > 0) seen.add(`${queue} ${viewer === COORDINATOR ? 'coordinator' : 'other'}`);
          }
        }
      }),
      { numRuns: 3, seed: 20_261_128, endOnFailure: true },
    );
    // Every queue was not empty for somebody.
    expect(seen.size).toBe(16);
  });

  describe('of one organization', () => {
    let placed: Placed;
    let coordinator: Client;
    let lead: Client;
    beforeAll(async () => {
      const team = [0, 1, 2, 3].flatMap((patient) => [{ patient, person: 0, role: 'lead' as const, from: -9, to: null }, { patient, person: 1, role: 'member' as const, from: -9, to: null }]);
      placed = await organizationOf({
        members: team, standIns: [], leaves: [],
        followUps: Array.from({ length: 23 }, (_, i) => ({ patient: i % 4, asker: 0, owner: i % 5 === 0 ? null : 1, safety: i % 7 === 0, referral: i % 2 === 0, outside: false, state: 'accepted' as const, due: (i % 3) - 1, snoozed: i % 4 === 1 ? 2 : null })),
      });
      coordinator = await world.as(placed.people[COORDINATOR]!);
      lead = await world.as(placed.people[0]!);
    });

    it.each(['DUE', 'AGE', 'PATIENT'])('is paged by %s without a gap or a double, however large the page, safety first', async (sort) => {
      for (const client of [coordinator, lead]) {
        const whole = ids(await page(client, 'ALL', { sort }));
        expect(new Set(whole).size).toBe(23);
        const kinds = whole.map((id) => placed.followUps.find((one) => one.id === id)!.kind === 'safety');
        expect(kinds).toEqual([...kinds].sort((a, b) => Number(b) - Number(a)));
        for (const first of [7, 22, 23]) {
          const pages: string[] = [];
          for (let after: string | null = null, more = true; more; ) {
            const next: Page['followUps'] = await page(client, 'ALL', { sort, first, after });
            pages.push(...ids(next));
            ({ endCursor: after, hasNextPage: more } = next.pageInfo);
          }
          expect([sort, first, pages]).toEqual([sort, first, whole]);
        }
      }
    });

    it('keeps patients together when they are sorted by name', async () => {
      const names = (await page(coordinator, 'ALL', { sort: 'PATIENT', filter: { kind: 'REVIEW' } })).edges.map(({ node }) => node.patient.familyName);
      expect(names).toEqual([...names].sort());
      expect(new Set(names).size).toBeGreaterThan(1);
    });

    it('keeps its place while rows come and go: what stays is shown once', async () => {
      const whole = ids(await page(coordinator, 'ALL'));
      const first = await page(coordinator, 'ALL', { first: 10 });
      const [gone] = whole.slice(12);
      // A row of the second page ends, one of the first is put at the end, and everything else is where it was.
      await world.rows(`UPDATE plexus.follow_up SET state = 'cancelled', state_reason = 'Moved' WHERE id = $1`, [gone]);
      await world.rows('UPDATE plexus.follow_up SET due_on = due_on + 90 WHERE id = $1', [whole[4]]);
      const rest = await page(coordinator, 'ALL', { after: first.pageInfo.endCursor });
      expect(ids(rest)).toEqual([...whole.slice(10).filter((id) => id !== gone), ...(placed.followUps.find((one) => one.id === whole[4])!.kind === 'safety' ? [] : [whole[4]])]);
      await world.rows(`UPDATE plexus.follow_up SET state = 'accepted', state_reason = NULL WHERE id = $1`, [gone]);
      await world.rows('UPDATE plexus.follow_up SET due_on = due_on - 90 WHERE id = $1', [whole[4]]);
    });

    it.each<[filter: object, of: (one: Placed['followUps'][number], i: number) => boolean]>([
      [{ kind: 'REFERRAL' }, ({ kind }) => kind === 'referral'],
      [{ priority: 'URGENT' }, () => false],
      [{ pool: 'nurse' }, () => true],
      [{ search: 'SLEEP 2' }, (_, i) => String(i).startsWith('2')],
      [{ search: 'family3' }, (_, i) => i % 4 === 3],
      [{ search: '%' }, () => false],
      [{ snoozed: true }, ({ snoozedUntil }) => snoozedUntil !== null],
      [{ snoozed: false, kind: 'REVIEW' }, ({ snoozedUntil, kind }) => snoozedUntil === null && kind === 'review'],
    ])('is narrowed by %j', async (filter, of) => {
      const wanted = placed.followUps.filter(of).map(({ id }) => id).sort();
      for (const client of [coordinator, lead]) {
        const found = await page(client, 'ALL', { filter });
        expect([ids(found).sort(), found.totalCount]).toEqual([wanted, wanted.length]);
      }
    });

    it('is narrowed by owner, patient and day', async () => {
      const by = async (filter: object) => ids(await page(coordinator, 'ALL', { filter })).sort();
      const of = (wanted: (one: Placed['followUps'][number]) => boolean) => placed.followUps.filter(wanted).map(({ id }) => id).sort();
      const [, owner] = placed.people;
      expect(await by({ ownerId: owner!.personId })).toEqual(of(({ ownerId }) => ownerId === owner!.personId));
      expect(await by({ patientId: placed.patientIds[2] })).toEqual(of(({ patientId }) => patientId === placed.patientIds[2]));
      expect(await by({ dueBefore: world.today })).toEqual(of(({ dueOn }) => dueOn < world.today));
    });

    it.each<[variables: object, field: string]>([
      [{ first: 0 }, 'first'], [{ first: 101 }, 'first'], [{ after: 'nonsense' }, 'after'], [{ after: Buffer.from('[true,"2026-11-01","x"]').toString('base64url') }, 'after'],
      [{ after: Buffer.from('["true","2026-11-01T00:00:00Z","10000000-0000-4000-8000-000000000001"]').toString('base64url') }, 'after'],
      [{ filter: { search: 'x'.repeat(201) } }, 'filter.search'], [{ filter: { search: 'a\0b' } }, 'filter.search'], [{ filter: { pool: 'a\0b' } }, 'filter.pool'], [{ filter: { ownerId: 'x' } }, 'filter.ownerId'], [{ filter: { patientId: '1' } }, 'filter.patientId'],
    ])('is not answered for %j', async (variables, field) => {
      expect((await ask(coordinator, QUERY, { queue: 'ALL', sort: 'DUE', first: 50, ...variables })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field });
    });

    it('shows a stranger and somebody of another organization nothing', async () => {
      const elsewhere = await world.organization('Marrowgate');
      for (const client of [await world.as(placed.people[STRANGER]!), await world.as(await world.person(elsewhere, 'Finn Foreigner', 'care-coordinator', ['coordinator']))]) {
        const found = await page(client, 'ALL');
        expect([ids(found), Object.values(found.counts)]).toEqual([[], [0, 0, 0, 0, 0, 0, 0]]);
      }
    });

    it('offers whom one can ask, those who are there first, with what each of them holds', async () => {
      const { drawn: _, people, patientIds } = placed;
      await world.rows(`INSERT INTO plexus.leave VALUES ($1, gen_random_uuid(), $2, $3, $4, 1)`, [people[1]!.organizationId, people[1]!.personId, world.day(-1), world.day(2)]);
      const CANDIDATES = 'query ($patientId: ID!) { followUpCandidates(patientId: $patientId) { person { id } discipline { id } role isOnLeave leaveUntil standIn { id } isEligible load } }';
      for (const client of [coordinator, lead]) {
        const { followUpCandidates } = await client.data<{ followUpCandidates: { person: { id: string }; load: number }[] }>(CANDIDATES, { patientId: patientIds[0] });
        const safety = placed.followUps.filter(({ kind }) => kind === 'safety').length;
        expect(followUpCandidates).toEqual([
          // The therapist is away: what concerns safety is with the lead, the rest in the pool.
          { person: { id: people[0]!.personId }, discipline: { id: 'physiatrist' }, role: 'LEAD', isOnLeave: false, leaveUntil: null, standIn: null, isEligible: true, load: safety },
          { person: { id: people[COORDINATOR]!.personId }, discipline: { id: 'care-coordinator' }, role: 'MEMBER', isOnLeave: false, leaveUntil: null, standIn: null, isEligible: true, load: 0 },
          { person: { id: people[1]!.personId }, discipline: { id: 'physical-therapist' }, role: 'MEMBER', isOnLeave: true, leaveUntil: world.day(2), standIn: null, isEligible: false, load: 0 },
        ]);
      }
      const { leaves } = await lead.data<{ leaves: object[] }>('{ leaves { person { id } startsOn endsOn version } }');
      expect(leaves).toEqual([{ person: { id: people[1]!.personId }, startsOn: world.day(-1), endsOn: world.day(2), version: 1 }]);
    });
  });
});
