import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { LINDENHALL } from '../../src/demo/first-organization.ts';
import { SALTMARSH } from '../../src/demo/second-organization.ts';
import { seedDemo } from '../../src/demo/seed-demo.ts';
import type { OrganizationStory } from '../../src/demo/story.types.ts';
import '../../src/platform/database/preparing-client.ts';
import { verifyRecords } from '../../src/platform/records/audit-verify.ts';
import { type TestDatabase, freshDatabase } from '../support/database.ts';
import { configFor, rowsOf } from '../support/world.ts';

const silent = () => undefined;

/** What people of one organization would read, without the ids that are made anew each time. */
async function content(database: TestDatabase, { name }: OrganizationStory): Promise<unknown> {
  const read = (sql: string) => rowsOf(database, sql.replace('plexus.patient p', '(SELECT p.* FROM plexus.patient p JOIN plexus.organization o USING (organization_id) WHERE o.name = $1) p'), [name]);
  return {
    patients: await read('SELECT p.mrn, p.given_name, p.family_name, p.birth_date::text, r.revision::int, r.plan_version FROM plexus.patient p JOIN plexus.patient_record r ON r.patient_id = p.id ORDER BY p.mrn'),
    goals: await read('SELECT p.mrn, g.words, g.status, g.achievement, g.started_on::text, g.target_value FROM plexus.goal g JOIN plexus.patient p ON p.id = g.patient_id ORDER BY p.mrn, g.words'),
    activities: await read(
      `SELECT p.mrn, a.catalogue_id, a.status, a.dose_text, a.starts_on::text, a.review_on::text, a.details - 'supervisor' AS details
         FROM plexus.activity a JOIN plexus.patient p ON p.id = a.patient_id ORDER BY p.mrn, a.catalogue_id, a.status, a.dose_text, a.starts_on, (a.details - 'supervisor')::text`,
    ),
    team: await read(
      'SELECT p.mrn, x.name, m.role, m.valid_from::text, m.valid_to::text FROM plexus.team_member m JOIN plexus.patient p ON p.id = m.patient_id JOIN plexus.person x ON x.id = m.person_id ORDER BY p.mrn, x.name, m.valid_from',
    ),
    marks: await read('SELECT p.mrn, x.name, s.revision::int, s.at FROM plexus.seen_mark s JOIN plexus.patient p ON p.id = s.patient_id JOIN plexus.person x ON x.id = s.person_id ORDER BY p.mrn, x.name'),
    verbs: await read('SELECT p.mrn, r.number::int, r.verb, r.at FROM plexus.revision r JOIN plexus.patient p ON p.id = r.patient_id ORDER BY p.mrn, r.number'),
  };
}

describe('the demo clinic', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
    await seedDemo(configFor(database), silent);
  }, 300_000);
  afterAll(() => database.drop());

  it('has twelve patients with three to six goals each, a new one with a first, and a second organization', async () => {
    const rows = await rowsOf<{ name: string; patients: number; fewest: number; most: number }>(
      database,
      `SELECT o.name, count(*)::int AS patients, min(g.goals)::int AS fewest, max(g.goals)::int AS most
         FROM plexus.organization o JOIN plexus.patient p USING (organization_id)
         CROSS JOIN LATERAL (SELECT count(*) AS goals FROM plexus.goal g WHERE g.patient_id = p.id) g GROUP BY o.name ORDER BY o.name`,
    );
    expect(rows).toEqual([
      { name: LINDENHALL.name, patients: 13, fewest: 1, most: expect.any(Number) },
      { name: SALTMARSH.name, patients: 2, fewest: expect.any(Number), most: expect.any(Number) },
    ]);
    expect(rows[0]!.most).toBeLessThanOrEqual(6);
  });

  it('was made through the use-cases: every record is a whole chain', async () => {
    const owner = new pg.Client({ connectionString: database.adminUrl });
    await owner.connect();
    const { records, revisions, withheld, faults } = await verifyRecords(owner, configFor(database).recordKey);
    await owner.end();
    expect({ records, withheld, faults }).toEqual({ records: 15, withheld: 0, faults: [] });
    expect(revisions).toBeGreaterThan(900);
  });

  it('lets everyone in by an invitation, and nobody is left invited', async () => {
    expect(await rowsOf(database, `SELECT status, count(*)::int AS people FROM plexus.person GROUP BY status`)).toEqual([
      { status: 'active', people: LINDENHALL.staff.length + SALTMARSH.staff.length },
    ]);
  });

  it.each(['lucia.ferrante', 'ingrid.vasquez-thorne', 'noor.bellweather', 'jonas.whitfeather'])('has for %s a plan with unread changes, one without, and one never reviewed', async (mailbox) => {
    const states = await rowsOf<{ state: string }>(
      database,
      `SELECT DISTINCT CASE WHEN s.revision IS NULL THEN 'never' WHEN EXISTS (SELECT FROM plexus.revision r WHERE r.patient_id = m.patient_id AND r.number > s.revision AND r.person_id <> m.person_id) THEN 'unread' ELSE 'reviewed' END AS state
         FROM plexus.person x JOIN plexus.team_member m ON m.person_id = x.id AND m.valid_to IS NULL LEFT JOIN plexus.seen_mark s ON s.patient_id = m.patient_id AND s.person_id = x.id
        WHERE x.email = $1 ORDER BY 1`,
      [`${mailbox}@lindenhall.example`],
    );
    expect(states.map(({ state }) => state)).toEqual(['never', 'reviewed', 'unread']);
  });

  it('is loaded once: a second start adds nothing', async () => {
    const read = () => Promise.all([LINDENHALL, SALTMARSH].map((organization) => content(database, organization)));
    const before = await read();
    await seedDemo(configFor(database), silent);
    expect(await read()).toEqual(before);
  });

  // The smaller organization: what it is about happens between two patients.
  it('is the same each time, also when the first load was cut off in the middle', async () => {
    const other = await freshDatabase();
    try {
      const [first, second] = SALTMARSH.patients;
      const broken: OrganizationStory = { ...SALTMARSH, patients: [first!, { ...second!, goals: [{ ...second!.goals[0]!, owner: 'nobody-of-that-name' }] }] };
      await expect(seedDemo(configFor(other), silent, { organizations: [broken] })).rejects.toThrow('nobody-of-that-name');
      await seedDemo(configFor(other), silent, { organizations: [SALTMARSH] });
      expect(await content(other, SALTMARSH)).toEqual(await content(database, SALTMARSH));
    } finally {
      await other.drop();
    }
  }, 300_000);
});
