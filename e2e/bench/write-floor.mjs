/** A goal's edit as one would write it by hand: the same reads, writes, chain link and announcement, in as few round trips as pg allows. */
import { createHmac, randomUUID } from 'node:crypto';
import pg from 'pg';

/**
 * @param {object} given
 * @param {string} given.appUrl
 * @param {string} given.organizationId
 * @param {string} given.personId
 * @param {string} given.today
 * @param {{ patientId: string, goalId: string }[]} given.goals taken in turn
 * @param {number} given.seconds
 * @param {number} given.connections
 * @returns {Promise<import('./load.mjs').Measured>}
 */
export async function writeByHand({ appUrl, organizationId, personId, today, goals, seconds, connections }) {
  /** @type {number[]} */
  const took = [];
  const end = performance.now() + seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, async (_, lane) => {
    const client = new pg.Client({ connectionString: appUrl });
    await client.connect();
    const run = (/** @type {string} */ name, /** @type {string} */ text, /** @type {unknown[]} */ values) => client.query({ name, text, values });
    for (let turn = lane; performance.now() < end; turn += connections) {
      const { patientId, goalId } = /** @type {{ patientId: string, goalId: string }} */ (goals[turn % goals.length]);
      const started = performance.now();
      await client.query(`BEGIN; SET LOCAL app.organization = '${organizationId}'; SET LOCAL app.person = '${personId}'; SET LOCAL app.purpose = 'care'; SET LOCAL app.today = '${today}'; SET LOCAL app.patient = '${patientId}'`);
      const { rows: [record] } = await run('lock', 'SELECT revision, plan_version, head_hash FROM plexus.patient_record WHERE organization_id = $1 AND patient_id = $2 FOR NO KEY UPDATE', [organizationId, patientId]);
      const { rows: [goal] } = await run('goal', `SELECT g.*, (SELECT count(*) FROM plexus.reach r WHERE r.patient_id = $2) AS reach, (SELECT count(*) FROM plexus.command c WHERE c.organization_id = $1 AND c.person_id = $4 AND c.id = $5) AS done
        FROM plexus.goal g WHERE g.organization_id = $1 AND g.patient_id = $2 AND g.id = $3`, [organizationId, patientId, goalId, personId, randomUUID()]);
      const number = Number(record.revision) + 1;
      const value = Number(goal.target_value) + 1;
      await run('update', 'UPDATE plexus.goal SET target_value = $3, revision = $4 WHERE organization_id = $1 AND id = $2', [organizationId, goalId, value, number]);
      const hash = createHmac('sha256', 'key').update(record.head_hash).update(JSON.stringify([patientId, number, value])).digest();
      await run('seal', `WITH revision AS (INSERT INTO plexus.revision (organization_id, patient_id, number, at, person_id, command_id, verb, plan_version, base, previous_hash, hash) VALUES ($1, $2, $3::bigint, now(), $4, $5, 'goal.edit', $6, $3::bigint - 1, $7, $8)),
          change AS (INSERT INTO plexus.change (organization_id, patient_id, number, ordinal, entity, entity_id, field, before, after, before_digest, after_digest, added, shape) VALUES ($1, $2, $3::bigint, 0, 'goal', $9, 'targetValue', to_jsonb($10::float8), to_jsonb($11::float8), $8, $8, false, 1)),
          command AS (INSERT INTO plexus.command (organization_id, person_id, id, input_hash, patient_id, revision, entity_id, at) VALUES ($1, $4, $5, $8, $2, $3::bigint, $9, now()))
        UPDATE plexus.patient_record SET revision = $3::bigint, plan_version = $6, head_hash = $8 WHERE organization_id = $1 AND patient_id = $2 RETURNING pg_notify('plexus_revision', $12)`,
      [organizationId, patientId, number, personId, randomUUID(), Number(record.plan_version) + 1, record.head_hash, hash, goalId, goal.target_value, value, JSON.stringify({ o: organizationId, p: patientId, n: number, s: 'by hand' })]);
      await client.query('COMMIT');
      took.push(performance.now() - started);
    }
    await client.end();
  }));
  took.sort((a, b) => a - b);
  return { perSecond: took.length / seconds, p50: took[Math.floor(took.length / 2)] ?? 0, p99: took[Math.floor(took.length * 0.99)] ?? 0 };
}
