import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ask, done } from '../support/access-commands.ts';
import type { Client } from '../support/client.ts';
import { type TestOrganization, type TestPerson, World } from '../support/world.ts';

interface Page {
  readonly patients: { readonly totalCount: number; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }; readonly edges: readonly { readonly node: { readonly id: string; readonly mrn: string; readonly familyName: string; readonly reviewDate: string | null } }[] };
}
const QUERY = 'query ($search: String, $sort: CaseloadSort!, $first: Int!, $after: String) { patients(search: $search, sort: $sort, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id mrn givenName familyName preferredName reviewDate problems team { role person { name } } openGoals ownerlessGoals } } } }';

describe('the caseload', () => {
  let world: World;
  let clinic: TestOrganization;
  let leader: TestPerson;
  let lead: Client;
  const all: { id: string; mrn: string; familyName: string; givenName: string; reviewDate: string | null }[] = [];

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    leader = await world.person(clinic, 'Leila Lead', 'physiatrist');
    lead = await world.as(leader);
    // Names that repeat, and review dates that repeat or are missing: where paging by one key would skip or double.
    for (let i = 0; i < 25; i += 1) {
      const familyName = ['Abel', 'Brandt', 'Brandt', 'Çelik', 'de Boer'][i % 5]!;
      const givenName = ['Ana', 'Bo'][i % 2]!;
      const { id } = await world.patient(lead, { mrn: `MRN-${String(i).padStart(2, '0')}`, familyName, givenName, preferredName: i === 7 ? 'Häschen_100%' : null });
      all.push({ id, mrn: `MRN-${String(i).padStart(2, '0')}`, familyName, givenName, reviewDate: i % 3 === 0 ? null : world.day(i % 4) });
    }
    for (const { id, reviewDate } of all) await world.rows('UPDATE plexus.plan SET review_date = $1 WHERE patient_id = $2', [reviewDate, id]);
    await done(lead, 'addProblem', { patientId: all[0]!.id, baseRevision: 1, catalogueId: 'fibromyalgia' });
  });
  afterAll(() => world.close());

  const page = async (client: Client, variables: object = {}) => (await client.data<Page>(QUERY, { sort: 'NAME', first: 100, ...variables })).patients;
  const mrns = async (client: Client, variables: object = {}) => (await page(client, variables)).edges.map(({ node }) => node.mrn);
  const compare = (a: readonly string[], b: readonly string[]): number => {
    const i = a.findIndex((part, at) => part !== b[at]);
    return i === -1 ? 0 : a[i]! < b[i]! ? -1 : 1;
  };
  const sorted = (sort: string) =>
    [...all].sort((a, b) => compare([sort === 'NAME' ? '' : (a.reviewDate ?? '9999'), a.familyName, a.givenName, a.id], [sort === 'NAME' ? '' : (b.reviewDate ?? '9999'), b.familyName, b.givenName, b.id])).map(({ mrn }) => mrn);

  it.each(['NAME', 'NEXT_REVIEW'])('is sorted by %s, and paged without a gap or a double however large the page', async (sort) => {
    expect(await mrns(lead, { sort })).toEqual(sorted(sort));
    for (const first of [1, 4, 24, 25, 26]) {
      const seen: string[] = [];
      for (let after: string | null = null, more = true; more; ) {
        const next: Page['patients'] = await page(lead, { sort, first, after });
        expect([next.totalCount, next.edges.length <= first]).toEqual([25, true]);
        seen.push(...next.edges.map(({ node }) => node.mrn));
        ({ endCursor: after, hasNextPage: more } = next.pageInfo);
      }
      expect([first, seen]).toEqual([first, sorted(sort)]);
    }
  });

  it('keeps its place when somebody is added meanwhile', async () => {
    const first = await page(lead, { first: 10 });
    const { id } = await world.patient(lead, { mrn: 'AAA-1', familyName: 'Aaberg' });
    const rest = await mrns(lead, { first: 100, after: first.pageInfo.endCursor });
    expect([...first.edges.map(({ node }) => node.mrn), ...rest]).toEqual(sorted('NAME'));
    await world.rows('UPDATE plexus.team_member SET valid_from = $1, valid_to = $2 WHERE patient_id = $3', [world.day(-3), world.day(-1), id]);
  });

  it.each([
    ['brandt', 10], ['BRANDT', 10], ['an', 18], ['bo brandt', 5], ['çELIK', 5], ['mrn-0', 10], ['MRN-07', 1], ['häschen', 1], ['HÄSCHEN_100%', 1], ['  de boer ', 5],
    ['%', 1], ['_', 1], ['%%', 0], ['MRN_0', 0], ['\\', 0], [`' OR true --`, 0], ['.*', 0], ['', 25], ['   ', 25], ['nobody', 0],
  ])('searched for %p finds %i', async (search, count) => {
    const { totalCount, edges } = await page(lead, { search });
    expect([totalCount, edges.length]).toEqual([count, count]);
  });

  it.each([['x'.repeat(201), 'TOO_LONG'], ['a\0b', 'TEXT_UNPRINTABLE'], ['a\ud800', 'TEXT_ILL_FORMED']])('is not searched for %.20s', async (search, rule) => {
    expect((await ask(lead, QUERY, { sort: 'NAME', first: 10, search })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'search', rule });
  });

  it.each([[0], [-1], [101], [1_000_000]])('has no page of %i', async (first) => {
    expect((await ask(lead, QUERY, { sort: 'NAME', first })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'first' });
  });

  it.each(['nonsense', '', Buffer.from('[1,2]').toString('base64url'), Buffer.from('[{},1,2,3]').toString('base64url'), Buffer.from('null').toString('base64url')])('has no page after %p', async (after) => {
    expect((await ask(lead, QUERY, { sort: 'NAME', first: 10, after })).error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' });
  });

  it('finds no more than the reader reaches: a stranger nobody, a stand-in the member’s, a coordinator everybody', async () => {
    const [stranger, member, standIn, coordinator] = [
      await world.person(clinic, 'Stan Stranger', 'nurse'), await world.person(clinic, 'Mo Member', 'nurse'), await world.person(clinic, 'Sia Standin', 'nurse'), await world.person(clinic, 'Cora Coordinator', 'care-coordinator', ['coordinator']),
    ];
    for (const { id } of all.slice(0, 3)) await world.member(lead, id, member);
    const [row] = await world.rows<{ id: string }>('SELECT id FROM plexus.team_member WHERE patient_id = $1 AND person_id = $2', [all[0]!.id, member.personId]);
    await done(lead, 'arrangeStandIn', { patientId: all[0]!.id, baseRevision: await world.revisionOf(all[0]!.id), memberId: row!.id, personId: standIn.personId, validFrom: world.today, validTo: world.today, reason: 'Away' });
    expect(await mrns(await world.as(stranger))).toEqual([]);
    expect((await mrns(await world.as(member))).sort()).toEqual(['MRN-00', 'MRN-01', 'MRN-02']);
    expect(await mrns(await world.as(standIn))).toEqual(['MRN-00']);
    const panel = await page(await world.as(coordinator));
    expect([panel.totalCount, panel.edges.length]).toEqual([26, 26]);
    expect(panel.edges.find(({ node }) => node.mrn === 'MRN-00')!.node).toMatchObject({
      problems: ['Fibromyalgia'], team: [{ role: 'LEAD', person: { name: 'Leila Lead' } }, { role: 'MEMBER', person: { name: 'Mo Member' } }], openGoals: 0, ownerlessGoals: 0,
    });
    const elsewhere = await world.organization('Marrowgate');
    const foreign = await world.as(await world.person(elsewhere, 'Finn Foreigner', 'care-coordinator', ['coordinator']));
    expect(await mrns(foreign)).toEqual([]);
  });
});
