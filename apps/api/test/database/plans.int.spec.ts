import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setContext } from '../../src/platform/database/context.ts';
import { ORDER_AT_REVISION } from '../../src/platform/records/change-views.ts';
import { done } from '../support/access-commands.ts';
import { type Clinician, clinician } from '../support/record-clinic.ts';
import { documentText } from '../support/record-documents.ts';
import { fullChart } from '../support/record-full-chart.ts';
import { type Statement, sentBy } from '../support/record-statements.ts';
import { type TestOrganization, World } from '../support/world.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Parent Relationship'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly Output?: readonly string[];
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

const PATIENTS = 5;

const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];

describe('what a page asks of the database', () => {
  let world: World;
  let clinic: TestOrganization;
  let physiatrist: Clinician;
  let stranger: Clinician;
  let patientId: string;
  let client: pg.Client;

  beforeAll(async () => {
    world = await World.open();
    clinic = await world.organization();
    physiatrist = await clinician(world, clinic, 'Ingrid Vasquez-Thorne', 'physiatrist');
    stranger = await clinician(world, clinic, 'Noor Bellweather', 'psychotherapist');
    const [therapist, standIn] = [await clinician(world, clinic, 'Lucia Ferrante', 'physical-therapist'), await clinician(world, clinic, 'Hamid Solberg', 'physical-therapist')];
    for (let patients = 0; patients < PATIENTS; patients += 1) patientId = await fullChart(world, physiatrist, therapist, standIn);
    await done(physiatrist.client, 'markReviewed', { commandId: undefined, patientId, revision: 1, safetySeen: [] });
    client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  /** What a page asks of the tables, as it is really sent. */
  async function asked(page: string, variables: object): Promise<Statement[]> {
    const open = () => physiatrist.client.data(documentText(page), variables);
    await open();
    return (await sentBy(open)).filter(({ text }) => text.includes('FROM plexus.'));
  }

  /**
   * The plan with what it really did. On few rows a walk through the table is cheapest, so walking is switched off: what is asked is whether an index can
   * be used at all. Null of the patient: a list, about nobody in particular.
   */
  async function explained({ text, values }: Statement, who: Clinician, about: string | null): Promise<PlanNode[]> {
    const context = { organizationId: clinic.organizationId, personId: who.person.personId, purpose: 'care', today: world.today, patientId: about } as const;
    await client.query(`BEGIN; ${setContext(context)}; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off`);
    try {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`EXPLAIN (ANALYZE, VERBOSE, FORMAT JSON) ${text}`, [...values]);
      return all(rows[0]!['QUERY PLAN'][0].Plan);
    } finally {
      await client.query('ROLLBACK');
    }
  }

  /** Where a policy asks whom its reader reaches. */
  const reachOf = (nodes: readonly PlanNode[]) => nodes.filter((node) => node.Output?.some((output) => /^plexus\.(clinically_)?reached\(\)$/.test(output)));
  /** What the policies' functions ask, as whoever asks. */
  const reaching = (who: Clinician, about: string | null): Promise<PlanNode[]> =>
    explained({ text: `SELECT r.patient_id FROM plexus.clinical_reach r${about === null ? '' : ' WHERE r.patient_id = $1'}`, values: about === null ? [] : [about] }, who, about);
  const scans = (nodes: readonly PlanNode[]) => nodes.filter((node) => node['Relation Name'] !== undefined);

  it.each<[page: string, statements: number, variables: () => object]>([
    ['PlanPage', 9, () => ({ patientId })],
    ['PatientLayout', 10, () => ({ patientId })],
    ['RecordHistory', 10, () => ({ patientId, first: 30 })],
    ['RevisionsAfter', 10, () => ({ patientId, revision: 1 })],
    ['PlanAsOf', 10, () => ({ patientId, moment: { revision: 14 } })],
    ['RecordDifference', 10, () => ({ patientId, from: { revision: 3 }, to: { revision: 14 } })],
    ['ThingHistory', 4, () => ({ patientId, entity: 'patient', entityId: patientId, first: 20 })],
    ['Unread', 10, () => ({ patientId })],
  ])('%s: finds its rows by indexes that begin with the organization, and asks for the reach once', async (page, statements, variables) => {
    const sent = await asked(page, variables());
    expect(sent.length).toBeGreaterThanOrEqual(statements);
    let rows = 0;
    for (const statement of sent) {
      const nodes = await explained(statement, physiatrist, patientId);
      rows += nodes[0]!['Actual Rows'];
      for (const node of scans(nodes)) {
        expect([statement.text, node['Node Type'], node['Relation Name']]).toEqual([statement.text, expect.stringMatching(/^Index/), node['Relation Name']]);
        expect([statement.text, node['Index Cond']]).toEqual([statement.text, expect.stringContaining('organization_id = ')]);
      }
      // The policies' questions are answered before the first row, not at each.
      const asking = nodes.filter((node) => node['Parent Relationship'] === 'InitPlan');
      expect([statement.text, asking.filter((node) => node['Actual Loops'] > 1)]).toEqual([statement.text, []]);
      for (const node of reachOf(nodes)) expect([statement.text, node['Parent Relationship']]).toEqual([statement.text, 'InitPlan']);
    }
    expect(rows).toBeGreaterThan(statements);
  });

  it('what stood before in a thing: is looked up by the thing, not among all changes of its patient', async () => {
    const things = await world.rows<{ number: string; entity: string; entity_id: string }>('SELECT DISTINCT number, entity, entity_id FROM plexus.change WHERE patient_id = $1', [patientId]);
    const values = [clinic.organizationId, patientId, things.map(({ number }) => number), things.map(({ entity }) => entity), things.map(({ entity_id }) => entity_id)];
    const changes = scans(await explained({ text: ORDER_AT_REVISION, values }, physiatrist, patientId)).filter((node) => node['Relation Name'] === 'change');
    // With the number among the conditions, a plan for any patient takes the primary key: every change of a long record, once for each thing.
    expect(changes.map((node) => [node['Index Cond'], node.Filter])).toEqual([[expect.stringMatching(/entity = .*entity_id = (?!.*number)/), expect.stringContaining('number + 0')]]);
  });

  it('the reach of one patient: is looked up by that patient, and the whole panel is not walked', async () => {
    const nodes = scans(await reaching(physiatrist, patientId)).filter((node) => node['Actual Loops'] > 0);
    const [own] = nodes.filter((node) => node['Relation Name'] === 'team_member' && node['Index Cond']?.includes('person_id'));
    for (const column of ['organization_id', 'person_id', 'patient_id']) expect(own?.['Index Cond']).toContain(`${column} = `);
    expect(own!['Actual Rows'] * own!['Actual Loops']).toBe(1);
    for (const node of nodes) expect([node['Node Type'], node['Relation Name']]).toEqual([expect.stringMatching(/^Index/), node['Relation Name']]);
  });

  it('the caseload: walks the panel once for all its tables’ policies, and finds the rest by indexes', async () => {
    const [page] = await asked('CaseloadPage', { sort: 'NAME', first: 50 });
    const nodes = await explained(page!, physiatrist, null);
    expect(nodes[0]!['Actual Rows']).toBe(PATIENTS);
    for (const node of scans(nodes)) expect([node['Node Type'], node['Relation Name']]).toEqual([expect.stringMatching(/^Index/), node['Relation Name']]);
    expect(reachOf(nodes).length).toBeGreaterThan(0);
    expect(reachOf(nodes).filter((node) => node['Actual Loops'] > 1)).toEqual([]);
    for (const node of scans(await reaching(physiatrist, null))) expect([node['Node Type'], node['Relation Name']]).toEqual([expect.stringMatching(/^Index/), node['Relation Name']]);
  });

  it.each(['NEEDS_ME', 'OVERDUE', 'WAITING', 'REFERRALS', 'UNOWNED', 'ESCALATED', 'REPORTED', 'ALL'])('the worklist %s: is one statement, finds its rows by indexes and asks once for the reach; a coordinator’s makes no array of everybody', async (queue) => {
    await done(physiatrist.client, 'openFollowUp', { patientId, baseRevision: await world.revisionOf(patientId), shape: 'TASK', kind: 'CALL', priority: 'ROUTINE', what: 'Telephone', ownerId: physiatrist.person.personId, dueOn: world.day(2) });
    const WORKLIST = 'query ($queue: FollowUpQueue!) { followUps(queue: $queue) { totalCount counts { needsMe overdue waiting referrals unowned escalated reported } edges { node { id what } } } }';
    const coordinator = await clinician(world, clinic, 'Cora Coordinator', 'care-coordinator', ['coordinator']);
    for (const who of [physiatrist, coordinator]) {
      const open = () => who.client.data(WORKLIST, { queue });
      await open();
      const sent = (await sentBy(open)).filter(({ text }) => text.includes('FROM plexus.'));
      expect(sent).toHaveLength(1);
      const nodes = await explained(sent[0]!, who, null);
      for (const node of scans(nodes).filter((node) => node['Actual Loops'] > 0)) expect([node['Node Type'], node['Relation Name'], node['Index Cond']]).toEqual([expect.stringMatching(/^Index/), node['Relation Name'], expect.stringContaining('organization_id = ')]);
      expect(nodes.filter((node) => node['Parent Relationship'] === 'InitPlan' && node['Actual Loops'] > 1)).toEqual([]);
      // The one table that names every patient is walked for nobody.
      expect(scans(nodes).filter((node) => node['Relation Name'] === 'patient_record' && node['Actual Rows'] * node['Actual Loops'] > 0)).toEqual([]);
    }
  });

  it('the reach of a peer mentor: looks up the patient’s consent by an index; nobody else is asked about it', async () => {
    const mentor = await clinician(world, clinic, 'Pema Mentor', 'peer-mentor');
    await world.member(physiatrist.client, patientId, mentor.person, { role: 'OBSERVER' });
    const consents = async (who: Clinician) => {
      const nodes = await explained({ text: 'SELECT r.patient_id FROM plexus.reach r WHERE r.patient_id = $1', values: [patientId] }, who, patientId);
      return scans(nodes).filter((node) => node['Relation Name'] === 'consent' && node['Actual Loops'] > 0).map((node) => [node['Node Type'], node['Actual Loops'], node['Index Cond']]);
    };
    expect(await consents(mentor)).toEqual([[expect.stringMatching(/^Index/), 1, expect.stringMatching(/organization_id = .*patient_id = /)]]);
    expect(await consents(physiatrist)).toEqual([]);
  });

  it.each(['PlanPage', 'PatientLayout', 'RevisionsAfter', 'Unread'])('%s: shows a stranger nothing of the patient, whatever the application forgets', async (page) => {
    for (const statement of await asked(page, { patientId, revision: 1 })) {
      if (/FROM plexus\.person p WHERE/.test(statement.text)) continue; // colleagues know each other's names
      const [top] = await explained(statement, stranger, patientId);
      expect([statement.text, top!['Actual Rows']]).toEqual([statement.text, 0]);
    }
  });
});
