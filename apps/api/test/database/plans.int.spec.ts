import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setContext } from '../../src/platform/database/context.ts';
import { type Clinician, clinician } from '../support/record-clinic.ts';
import { fullChart } from '../support/record-full-chart.ts';
import { type TestOrganization, World } from '../support/world.ts';

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Parent Relationship'?: string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Filter?: string;
  readonly 'Actual Loops': number;
  readonly 'Actual Rows': number;
  readonly Plans?: readonly PlanNode[];
}

const all = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(all)];

/** As the application asks for a chart: the patient by id, and its record. */
const CHART = `SELECT p.family_name, r.revision FROM plexus.patient p JOIN plexus.patient_record r ON r.organization_id = p.organization_id AND r.patient_id = p.id WHERE p.organization_id = $1 AND p.id = $2`;
const GOALS = 'SELECT g.words FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2';
const CHANGES = 'SELECT c.field, c.after FROM plexus.change c WHERE c.organization_id = $1 AND c.patient_id = $2 AND c.number = ANY (ARRAY[1, 2]::bigint[])';

describe('a statement about one patient', () => {
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
    for (let patients = 0; patients < 5; patients += 1) patientId = await fullChart(world, physiatrist, therapist, standIn);
    client = new pg.Client({ connectionString: world.database.appUrl });
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await world.close();
  });

  /** The plan with what it really did. On few rows a walk through the table is cheapest, so walking is switched off: what is asked is whether an index can be used at all. */
  async function explained(sql: string, who: Clinician): Promise<PlanNode[]> {
    const context = { organizationId: clinic.organizationId, personId: who.person.personId, purpose: 'care', today: world.today, patientId } as const;
    await client.query(`BEGIN; ${setContext(context)}; SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off`);
    try {
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, [clinic.organizationId, patientId]);
      return all(rows[0]!['QUERY PLAN'][0].Plan);
    } finally {
      await client.query('ROLLBACK');
    }
  }

  it.each([
    ['the chart', CHART, ['patient', 'patient_record'], 1],
    ['its goals', GOALS, ['goal'], 2],
    ['its history', CHANGES, ['change'], 15],
  ] as const)('%s: finds its rows by an index, and asks for the reach once', async (_what, sql, tables, atLeast) => {
    const nodes = await explained(sql, physiatrist);
    expect(nodes[0]!['Actual Rows']).toBeGreaterThanOrEqual(atLeast);
    for (const table of tables) {
      // By an index that begins with the organization and knows the patient.
      const scan = nodes.find((node) => node['Relation Name'] === table && node['Index Cond']?.includes(clinic.organizationId));
      expect(scan?.['Node Type']).toMatch(/^Index/);
      expect(scan?.['Index Cond']).toMatch(new RegExp(`^\\(\\(organization_id = '${clinic.organizationId}'::uuid\\) AND .*\\(\\w*id = '${patientId}'::uuid\\)`));
      // The policy's own condition is a list made beforehand: newer versions look it up in the index as well, 15 goes through it for the rows that were found.
      expect([scan?.['Index Cond'], scan?.Filter].join()).toMatch(/\(\w*id = ANY \(CASE WHEN /);
    }
    // The policies' questions are answered before the first row, not at each.
    expect(nodes.filter((node) => node['Parent Relationship'] === 'SubPlan')).toEqual([]);
    const asked = nodes.filter((node) => node['Parent Relationship'] === 'InitPlan');
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((node) => node['Actual Loops'] > 1)).toEqual([]);
    // The reach of one patient is looked up by that patient: the whole panel is not walked.
    const panel = nodes.filter((node) => node['Relation Name'] === 'team_member' && node['Actual Loops'] > 0);
    expect(panel.length).toBeGreaterThan(0);
    for (const node of panel) expect(node['Actual Rows'] * node['Actual Loops']).toBeLessThanOrEqual(1);
  });

  it.each([['the chart', CHART], ['its goals', GOALS], ['its history', CHANGES]])('%s: shows a stranger nothing', async (_what, sql) => {
    const nodes = await explained(sql, stranger);
    expect(nodes[0]!['Actual Rows']).toBe(0);
  });
});
