/**
 * Fills a migrated database by set-based SQL, as the superuser: only what the measured pages read. The history it writes is of the right size and
 * shape, but not chained: `audit:verify` is not for this database.
 */
import { createHash, randomBytes } from 'node:crypto';
import { HEAVIEST, REST, TYPICAL } from './sizes.mjs';

const ORGANIZATION = '10000000-0000-4000-8000-000000000001';
const DISCIPLINES = ['physical-therapist', 'physiatrist', 'psychotherapist', 'occupational-therapist', 'nurse', 'pain-specialist'];
const ACTIVITIES = ['med.duloxetine', 'life.sleep-hygiene', 'med.pregabalin'];

const person = (/** @type {string} */ n) => `md5('person ' || ${n})::uuid`;
const patient = (/** @type {string} */ n) => `md5('patient ' || ${n})::uuid`;
const oneOf = (/** @type {string[]} */ words, /** @type {string} */ n) => `(ARRAY['${words.join(`','`)}'])[1 + (${n}) % ${words.length}]`;
/** What is written of a thing, one kind of value a field. @param {[field: string, value: (n: string) => string][]} fields @param {string} pick @param {string} n */
const valueOf = (fields, pick, n) => `CASE (${pick}) % ${fields.length} ${fields.map(([, value], at) => `WHEN ${at} THEN to_jsonb(${value(n)})`).join(' ')} END`;
const text = (/** @type {string} */ n) => `'Agreed wording number ' || ${n}`;
const day = (/** @type {string} */ n) => `date '2026-12-01' + (${n}) % 300`;
const someone = (/** @type {string} */ n) => person(`(${n}) % ${TYPICAL.members}`);
/** @type {[field: string, value: (n: string) => string][]} */
const GOAL_FIELDS = [['targetValue', (n) => `(${n}) % 10`], ['words', text], ['restatement', text], ['targetDate', day], ['owner', someone]];
/** @type {[field: string, value: (n: string) => string][]} */
const ACTIVITY_FIELDS = [['doseText', text], ['reason', text], ['nextStep', text], ['reviewOn', day], ['owner', someone]];
const isHeavy = (/** @type {string} */ p) => `${p} <= ${HEAVIEST.charts}`;

/**
 * @typedef {object} Seeded
 * @property {string} organizationId
 * @property {string[]} panel ids of the typical charts of the measured person
 * @property {string[]} heaviest ids of the heaviest charts, of the same person
 * @property {string[]} tokens session tokens of the measured person and of colleagues on the same teams: one each, the measured one first
 * @property {string} personId
 * @property {string} coordinatorId somebody who reaches every patient and is on no team of the panel
 * @property {string} coordinatorToken
 */

/**
 * @param {import('pg').Client} superuser
 * @param {import('./sizes.mjs').Size} size
 * @param {string} passwordHash for every account
 * @param {(line: string) => void} say
 * @returns {Promise<Seeded>}
 */
export async function seed(superuser, size, passwordHash, say) {
  const { patients, staff, panel, changes, followUps } = size;
  const own = HEAVIEST.charts + panel;
  const goalsOf = `CASE WHEN ${isHeavy('p')} THEN ${HEAVIEST.goals} WHEN p <= ${own} THEN ${TYPICAL.goals} ELSE ${REST.goals} END`;
  const activitiesOf = `CASE WHEN ${isHeavy('p')} THEN ${HEAVIEST.activities} WHEN p <= ${own} THEN ${TYPICAL.activities} ELSE ${REST.activities} END`;
  const membersOf = `CASE WHEN p <= ${own} THEN ${TYPICAL.members} ELSE ${REST.members} END`;
  const changesOf = `CASE WHEN ${isHeavy('p')} THEN ${HEAVIEST.changes} ELSE ${changes} END`;
  // The measured person (0) and eleven colleagues share the panel; the rest is spread over everybody else.
  const memberOf = `CASE WHEN p <= ${own} THEN m ELSE ${TYPICAL.members} + (p * 7 + m) % ${staff - TYPICAL.members} END`;

  /** @type {[what: string, sql: string][]} */
  const steps = [
    ['people', `
      INSERT INTO plexus.organization (organization_id, name, time_zone) VALUES ('${ORGANIZATION}', 'Bench', 'America/Chicago');
      INSERT INTO auth.account (id, email, password_hash) SELECT md5('account ' || n)::uuid, 'person' || n || '@bench.example', '${passwordHash}' FROM generate_series(0, ${staff - 1}) n;
      INSERT INTO plexus.person (organization_id, id, account_id, name, email, discipline, status)
        SELECT '${ORGANIZATION}', ${person('n')}, md5('account ' || n)::uuid, 'Person Number ' || n, 'person' || n || '@bench.example', ${oneOf(DISCIPLINES, 'n')}, 'active' FROM generate_series(0, ${staff - 1}) n`],
    ['patients', `
      INSERT INTO plexus.patient_record (organization_id, patient_id, revision, plan_version, head_hash, opened_by)
        SELECT '${ORGANIZATION}', ${patient('p')}, ${changesOf}, 5, decode(repeat('00', 32), 'hex'), ${person('0')} FROM generate_series(1, ${patients}) p;
      INSERT INTO plexus.patient (organization_id, id, mrn, given_name, family_name, birth_date, sex, pronouns, language, interpreter_needed, revision)
        SELECT '${ORGANIZATION}', ${patient('p')}, 'M-' || p, 'Given' || p % 997, 'Family' || p % 4999, date '1950-01-01' + p % 20000, 'female', 'she/her', 'en', false, 1 FROM generate_series(1, ${patients}) p;
      INSERT INTO plexus.patient_details (organization_id, patient_id, phone, allergy_status, device_answer, revision)
        SELECT '${ORGANIZATION}', ${patient('p')}, '(312) 555-0101', 'none-known', 'none', 1 FROM generate_series(1, ${patients}) p;
      INSERT INTO plexus.problem (organization_id, id, patient_id, catalogue_id, status, revision)
        SELECT '${ORGANIZATION}', md5('problem ' || p || ' ' || n)::uuid, ${patient('p')}, ${oneOf(['fibromyalgia', 'neck-pain'], 'n')}, 'active', 1 FROM generate_series(1, ${patients}) p, generate_series(1, 2) n`],
    ['teams', `
      INSERT INTO plexus.team_member (organization_id, id, patient_id, person_id, discipline, role, valid_from, reason, revision)
        SELECT '${ORGANIZATION}', md5('member ' || p || ' ' || m)::uuid, ${patient('p')}, ${person(memberOf)}, ${oneOf(DISCIPLINES, memberOf)}, CASE WHEN m = 0 THEN 'lead' ELSE 'member' END, '2024-01-01', 'Treats the patient', 1
          FROM generate_series(1, ${patients}) p, LATERAL generate_series(0, ${membersOf} - 1) m`],
    ['plans', `
      INSERT INTO plexus.plan (organization_id, id, patient_id, title, summary, status, review_date, agreed_message, agreed_on, revision)
        SELECT '${ORGANIZATION}', md5('plan ' || p)::uuid, ${patient('p')}, 'Care plan', repeat('Sleep first, then load. ', 8), 'active', date '2026-12-01' + p % 60, 'Hurt is not harm.', '2026-10-01', 1 FROM generate_series(1, ${patients}) p;
      INSERT INTO plexus.goal (organization_id, id, patient_id, words, restatement, scope, domain, status, achievement, owner_id, target_measure, target_baseline, target_value, target_date, started_on, revision)
        SELECT '${ORGANIZATION}', md5('goal ' || p || ' ' || g)::uuid, ${patient('p')}, 'Carry my grandson upstairs without stopping, wish number ' || g, repeat('Continuous stairs for two floors. ', 3), 'whole-person',
               ${oneOf(['movement', 'sleep', 'pacing', 'social'], 'g')}, 'active', 'improving', ${person(memberOf.replaceAll('m', '(g % 3)'))}, 'psfs', 3, 8, '2026-12-15', '2026-09-01', 1
          FROM generate_series(1, ${patients}) p, LATERAL generate_series(1, ${goalsOf}) g`],
    ['activities', `
      INSERT INTO plexus.activity (organization_id, id, patient_id, catalogue_id, discipline, owner_id, status, dose_text, reason, starts_on, review_on, revision)
        SELECT '${ORGANIZATION}', md5('activity ' || p || ' ' || a)::uuid, ${patient('p')}, ${oneOf(ACTIVITIES, 'a')}, ${oneOf(DISCIPLINES, 'a')}, ${person(memberOf.replaceAll('m', '(a % 3)'))}, 'active', '30 mg once a day', 'Pain and low mood', '2026-09-01', '2026-12-15', 1
          FROM generate_series(1, ${patients}) p, LATERAL generate_series(1, ${activitiesOf}) a;
      INSERT INTO plexus.activity_goal (organization_id, activity_id, goal_id, patient_id)
        SELECT '${ORGANIZATION}', md5('activity ' || p || ' ' || a)::uuid, md5('goal ' || p || ' ' || 1 + a % (${goalsOf}))::uuid, ${patient('p')}
          FROM generate_series(1, ${patients}) p, LATERAL generate_series(1, ${activitiesOf}) a`],
    ['follow-ups', `
      INSERT INTO plexus.organization_role VALUES ('${ORGANIZATION}', ${person(`${staff - 1}`)}, 'coordinator');
      INSERT INTO plexus.leave (organization_id, id, person_id, starts_on, ends_on)
        SELECT '${ORGANIZATION}', md5('leave ' || n)::uuid, ${person('n')}, current_date - 3, current_date + 10 FROM generate_series(${TYPICAL.members}, ${staff - 2}, 20) n;
      INSERT INTO plexus.follow_up (organization_id, id, patient_id, shape, kind, priority, state, what, asked_by_id, owner_id, pool, due_on, due_zone, court_since, outcome, opened_at, revision)
        SELECT '${ORGANIZATION}', md5('follow-up ' || f)::uuid, ${patient('p')}, shape, kind, 'routine', state, 'Ask how she slept, number ' || f, ${person(memberOf.replaceAll('m', '(f % 4)'))},
               CASE WHEN f % 10 > 0 THEN ${person(memberOf.replaceAll('m', '((f + 1) % 4)'))} END, 'nurse', current_date - 20 + f * 7919 % 90, 'America/Chicago', now() - f % 20000 * interval '1 minute',
               CASE WHEN state = 'reported' THEN 'Slept well' END, now() - interval '20 days', 1
          FROM (SELECT f, CASE WHEN f <= 3 * ${own} THEN 1 + f % ${own} ELSE 1 + (f::bigint * 104729 % ${patients})::int END AS p, CASE WHEN f % 3 = 0 THEN 'request' ELSE 'task' END AS shape,
                  CASE WHEN f % 3 = 0 THEN 'referral' WHEN f % 50 = 1 THEN 'safety' ELSE 'review' END AS kind,
                  CASE WHEN f % 12 = 0 THEN 'reported' WHEN f % 3 = 0 THEN 'accepted' ELSE 'open' END AS state FROM generate_series(1, ${followUps}) f) drawn`],
    ['history', `
      INSERT INTO plexus.revision (organization_id, patient_id, number, at, person_id, command_id, verb, reason, plan_version, base, previous_hash, hash)
        SELECT '${ORGANIZATION}', ${patient('p')}, c, timestamptz '2026-11-01' + c * interval '1 second', ${person('c % 12')}, md5('command ' || p || ' ' || c)::uuid, 'goal.edit', 'Agreed with her', NULL, c - 1, '\\x00', '\\x00'
          FROM generate_series(1, ${patients}) p, LATERAL generate_series(1, ${changesOf}) c;
      INSERT INTO plexus.change (organization_id, patient_id, number, ordinal, entity, entity_id, field, before, after, before_digest, after_digest, added, shape)
        SELECT '${ORGANIZATION}', ${patient('p')}, c, 0, CASE WHEN is_goal THEN 'goal' ELSE 'activity' END,
               CASE WHEN is_goal THEN md5('goal ' || p || ' ' || thing)::uuid ELSE md5('activity ' || p || ' ' || thing)::uuid END,
               CASE WHEN is_goal THEN ${oneOf(GOAL_FIELDS.map(([field]) => field), 'turn')} ELSE ${oneOf(ACTIVITY_FIELDS.map(([field]) => field), 'turn')} END,
               CASE WHEN is_goal THEN ${valueOf(GOAL_FIELDS, 'turn', 'c')} ELSE ${valueOf(ACTIVITY_FIELDS, 'turn', 'c')} END,
               CASE WHEN is_goal THEN ${valueOf(GOAL_FIELDS, 'turn', '(c + 1)')} ELSE ${valueOf(ACTIVITY_FIELDS, 'turn', '(c + 1)')} END, '\\x00', '\\x00', false, 1
          FROM generate_series(1, ${patients}) p, LATERAL generate_series(1, ${changesOf}) c,
               LATERAL (SELECT c % 4 = 0 OR NOT ${isHeavy('p')} AS is_goal) of_kind,
               LATERAL (SELECT 1 + CASE WHEN is_goal THEN c / 4 % (${goalsOf}) ELSE c % (${activitiesOf}) END AS thing, CASE WHEN ${isHeavy('p')} THEN c / (${HEAVIEST.goals} * 4) ELSE 0 END AS turn) what;
      INSERT INTO plexus.seen_mark (organization_id, patient_id, person_id, revision, at)
        SELECT '${ORGANIZATION}', ${patient('p')}, ${person('0')}, 1, now() FROM generate_series(1, ${HEAVIEST.charts}) p`],
    // What was written is on the disk before anything is measured.
    ['statistics', 'VACUUM (ANALYZE); CHECKPOINT'],
  ];

  await superuser.query(`SET session_replication_role = replica; SET synchronous_commit = off; SET maintenance_work_mem = '256MB'`);
  for (const [at, [what, sql]] of steps.entries()) {
    const started = performance.now();
    // One at a time, so that each commits and VACUUM may run.
    for (const statement of sql.split(';').filter((part) => part.trim() !== '')) {
      const table = /INSERT INTO (plexus\.\w+)/.exec(statement)?.[1];
      await (table ? withoutIndexes(superuser, table, statement) : superuser.query(statement));
    }
    say(`  ${at + 1}/${steps.length} ${what}: ${((performance.now() - started) / 1_000).toFixed(1)} s`);
  }
  await superuser.query('RESET session_replication_role; RESET synchronous_commit');

  const tokens = [];
  for (let n = 0; n < TYPICAL.members; n += 1) tokens.push(await openSession(superuser, n));
  const idsOf = async (/** @type {number} */ from, /** @type {number} */ to) =>
    (await superuser.query(`SELECT ${patient('p')} AS id FROM generate_series(${from}, ${to}) p`)).rows.map((row) => String(row.id));
  const [measured] = (await superuser.query(`SELECT ${person('0')} AS id, ${person(`${staff - 1}`)} AS coordinator`)).rows;
  return { organizationId: ORGANIZATION, heaviest: await idsOf(1, HEAVIEST.charts), panel: await idsOf(HEAVIEST.charts + 1, own), tokens, personId: String(measured.id), coordinatorId: String(measured.coordinator), coordinatorToken: await openSession(superuser, staff - 1) };
}

/**
 * An index is built faster of all rows than row by row: half a million teams took minutes for their exclusions alone.
 *
 * @param {import('pg').Client} superuser
 * @param {string} table
 * @param {string} insert
 */
async function withoutIndexes(superuser, table, insert) {
  const { rows: constraints } = await superuser.query(`SELECT conname AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE conrelid = $1::regclass AND contype IN ('x', 'u')
    AND NOT EXISTS (SELECT FROM pg_constraint f WHERE f.confrelid = $1::regclass AND f.conindid = pg_constraint.conindid)`, [table]);
  const { rows: indexes } = await superuser.query(`SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition FROM pg_index i WHERE i.indrelid = $1::regclass
    AND NOT EXISTS (SELECT FROM pg_constraint c WHERE c.conindid = i.indexrelid)`, [table]);
  for (const { name } of constraints) await superuser.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  for (const { name } of indexes) await superuser.query(`DROP INDEX ${name}`);
  await superuser.query(insert);
  for (const { definition } of indexes) await superuser.query(definition);
  for (const { name, definition } of constraints) await superuser.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
}

/**
 * @param {import('pg').Client} superuser
 * @param {number} n the person's number
 */
export async function openSession(superuser, n) {
  const token = randomBytes(32).toString('base64url');
  await superuser.query(
    `INSERT INTO auth.session (id, token_hash, account_id, organization_id, person_id, created_at, last_active_at, device, address)
     VALUES (gen_random_uuid(), $1, md5('account ' || $2::int)::uuid, '${ORGANIZATION}', ${person('$2::int')}, now(), now(), 'Bench', '127.0.0.1')`,
    [createHash('sha256').update(token).digest(), n],
  );
  return token;
}
