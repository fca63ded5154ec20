import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reachedBy } from './1700000022000-reach-asked-by-a-function.ts';
import { HELD } from './1700000023000-follow-ups.ts';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const TODAY = `(SELECT current_setting('app.today')::date)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;
const OPEN = `state NOT IN ('done', 'read', 'cancelled')`;

/**
 * As `reachedBy`, but for a list of somebody who coordinates no array of everybody is made: they reach every patient of the organization, and the
 * array would say no more than its key does. Once a patient is named, a coordinator too sees that patient only. Lists of everybody else name their
 * panel themselves, for an index cannot look into the CASE.
 */
export const listed = (view: 'reach' | 'clinical_reach', column: string) => `organization_id = ${ORGANIZATION} AND CASE
  WHEN ${PATIENT} IS NULL AND EXISTS (SELECT FROM plexus.coordinates) THEN true ELSE ${reachedBy(view, column)} END`;

const LISTED: readonly { table: string; policy: string; view: 'reach' | 'clinical_reach'; column: string }[] = [
  { table: 'patient', policy: 'patient_reached', view: 'reach', column: 'id' },
  { table: 'patient_record', policy: 'patient_record_reached', view: 'reach', column: 'patient_id' },
  { table: 'follow_up', policy: 'follow_up_reached', view: 'clinical_reach', column: 'patient_id' },
  { table: 'follow_up_entry', policy: 'follow_up_entry_reached', view: 'clinical_reach', column: 'patient_id' },
];

/** A list over all patients costs the same however many there are: its indexes, its policies, and with whom each follow-up is. */
export class Worklist1700000024000 implements MigrationInterface {
  readonly name = 'Worklist1700000024000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, policy, view, column } of LISTED) await runner.query(`ALTER POLICY ${policy} ON plexus.${table} USING (${listed(view, column)})`);
    await runner.query(`
      CREATE INDEX follow_up_patient_open ON plexus.follow_up (organization_id, patient_id) WHERE ${OPEN};
      CREATE INDEX follow_up_age ON plexus.follow_up (organization_id, (kind <> 'safety'), court_since, id) WHERE ${OPEN};
      CREATE INDEX follow_up_referral ON plexus.follow_up (organization_id, (kind <> 'safety'), due_at, id) WHERE kind = 'referral' AND shape = 'request' AND ${OPEN};
      CREATE INDEX follow_up_reported ON plexus.follow_up (organization_id, (kind <> 'safety'), due_at, id) WHERE state = 'reported';

      DROP VIEW plexus.follow_up_held, plexus.follow_up_holder;
      CREATE POLICY leave_for_reach ON plexus.leave FOR SELECT TO plexus_reach USING (true);
      GRANT SELECT ON plexus.leave TO plexus_reach;
      CREATE POLICY follow_up_for_reach ON plexus.follow_up FOR SELECT TO plexus_reach USING (true);
      -- Nothing that anybody wrote.
      GRANT SELECT (organization_id, id, patient_id, shape, kind, priority, state, asked_by_id, owner_id, pool, due_on, due_at, snoozed_until, court_since) ON plexus.follow_up TO plexus_reach;
    `);
    await this.views(runner);
  }

  private async views(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
      SET LOCAL ROLE plexus_reach;
      ${VIEWS}
      GRANT SELECT ON plexus.follow_up_holder, plexus.follow_up_held, plexus.follow_up_coordinated, plexus.coordinated_stand_in TO plexus_app;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA plexus FROM plexus_reach;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW plexus.coordinated_stand_in, plexus.follow_up_coordinated, plexus.follow_up_held, plexus.follow_up_turn, plexus.follow_up_holder, plexus.coordinator_present, plexus.team_acting;
      REVOKE ALL ON plexus.follow_up, plexus.leave FROM plexus_reach;
      DROP POLICY follow_up_for_reach ON plexus.follow_up;
      DROP POLICY leave_for_reach ON plexus.leave;
      DROP INDEX plexus.follow_up_patient_open, plexus.follow_up_age, plexus.follow_up_referral, plexus.follow_up_reported;
    `);
    for (const { table, policy, view, column } of LISTED) await runner.query(`ALTER POLICY ${policy} ON plexus.${table} USING (${reachedBy(view, column)})`);
    await runner.query(HELD);
  }
}

const AT_ASKER = `f.state IN ('reported', 'declined')`;
/** As an array of one, which only a b-tree can look up: of a plain comparison PostgreSQL would ask the exclusion constraint, which takes ten times as long. */
const OF_PATIENT = 'a.organization_id = f.organization_id AND a.patient_id = ANY (ARRAY[f.patient_id])';
/** Who acts for a person at a patient: they or their stand-in; a coordinator, who need be on no team, while they are there. */
const acting = (person: string) => `coalesce(
            (SELECT a.acting_id FROM plexus.team_acting a WHERE ${OF_PATIENT} AND a.person_id = ${person}),
            (SELECT c.person_id FROM plexus.coordinator_present c WHERE c.organization_id = f.organization_id AND c.person_id = ${person}))`;
/** One list a statement, of few people: a look-up for each row would walk through all leave each time. */
const ON_LEAVE = `(SELECT l.person_id FROM plexus.leave l WHERE l.organization_id = ${ORGANIZATION} AND l.starts_on <= ${TODAY} AND l.ends_on >= ${TODAY})`;

/** `follow_up_turn`. @param isTransferred whether a follow-up came to the lead because nobody moved it, for which there was no table yet */
export const turnOf = (isTransferred: string) => `
        SELECT f.organization_id, f.patient_id, f.id, f.shape, f.kind, f.priority, f.state, f.asked_by_id, f.owner_id, f.pool, f.due_on, f.due_at, f.snoozed_until, f.court_since,
               coalesce(CASE WHEN ${isTransferred} THEN h.for_lead END, h.for_owner, CASE WHEN f.kind = 'safety' THEN h.for_lead END) AS holder_id,
               CASE WHEN ${isTransferred} AND h.for_lead IS NOT NULL THEN 'lead' WHEN h.for_owner = f.owner_id THEN 'owner' WHEN h.for_owner IS NOT NULL THEN 'stand-in'
                    WHEN f.kind = 'safety' AND h.for_lead IS NOT NULL THEN 'lead' ELSE 'pool' END AS through,
               coalesce(CASE WHEN ${isTransferred} THEN h.for_lead END, h.for_asker, h.for_lead) AS reader_id,
               CASE WHEN f.state NOT IN ('done', 'read', 'cancelled') THEN coalesce(
                 CASE WHEN ${isTransferred} THEN h.for_lead END,
                 ${acting(`CASE WHEN ${AT_ASKER} THEN f.asked_by_id ELSE f.owner_id END`)},
                 CASE WHEN ${AT_ASKER} OR f.kind = 'safety' THEN h.for_lead END) END AS with_id
          FROM plexus.follow_up f
         CROSS JOIN LATERAL (SELECT ${acting('f.owner_id')} AS for_owner, ${acting('f.asked_by_id')} AS for_asker,
            (SELECT a.acting_id FROM plexus.team_acting a WHERE ${OF_PATIENT} AND a.role = 'lead') AS for_lead) h
         WHERE f.organization_id = ${ORGANIZATION}`;

/**
 * `heldBy` of libs/domain/src/follow-ups/holding.ts, for many at once. Who acts for whom is looked up for rows only of which it is asked: a list of
 * fifty by the due day looks up fifty.
 *
 * Of these views nobody but the others is let in: `team_acting` (whoever may hold work of a patient today, each with who acts for them: themselves,
 * their stand-in, or nobody while they are away), `coordinator_present`, and `follow_up_turn` (who holds a follow-up, by what right, who reads for
 * whoever asked, and whose turn it is: of what lies outside, whose it is to chase). The rest ask for the reach of whoever looks: `follow_up_holder`,
 * `follow_up_held`; and `follow_up_coordinated` and `coordinated_stand_in`, which let in a coordinator and nobody else, and are so much shorter to plan that a
 * list can ask them eight times.
 */
const VIEWS = `
      CREATE VIEW plexus.team_acting AS
        SELECT m.organization_id, m.patient_id, m.person_id, m.discipline, m.role, s.person_id AS stand_in_id, m.person_id IN ${ON_LEAVE} AS is_on_leave,
               CASE WHEN s.person_id IS NOT NULL THEN s.person_id WHEN m.person_id NOT IN ${ON_LEAVE} THEN m.person_id END AS acting_id
          FROM plexus.team_member m
          JOIN plexus.person p ON p.organization_id = m.organization_id AND p.id = m.person_id AND p.status = 'active'
          LEFT JOIN LATERAL (
            SELECT s.person_id FROM plexus.stand_in s
              JOIN plexus.person q ON q.organization_id = s.organization_id AND q.id = s.person_id AND q.status = 'active'
             WHERE s.organization_id = m.organization_id AND s.patient_id = m.patient_id AND s.member_id = m.id AND s.valid_from <= ${TODAY} AND s.valid_to >= ${TODAY}
               AND s.person_id NOT IN ${ON_LEAVE}
             ORDER BY s.id LIMIT 1) s ON true
         WHERE m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY}) AND m.role <> 'observer' AND m.discipline <> 'peer-mentor';

      CREATE VIEW plexus.coordinator_present AS
        SELECT r.organization_id, r.person_id FROM plexus.organization_role r
          JOIN plexus.person p ON p.organization_id = r.organization_id AND p.id = r.person_id AND p.status = 'active'
         WHERE r.role = 'coordinator' AND r.person_id NOT IN ${ON_LEAVE};

      CREATE VIEW plexus.follow_up_holder AS
        SELECT * FROM plexus.team_acting WHERE ${listed('clinical_reach', 'patient_id')};

      CREATE VIEW plexus.follow_up_turn AS ${turnOf('false')};

      CREATE VIEW plexus.follow_up_held AS SELECT * FROM plexus.follow_up_turn WHERE ${listed('clinical_reach', 'patient_id')};
      CREATE VIEW plexus.follow_up_coordinated AS SELECT * FROM plexus.follow_up_turn WHERE EXISTS (SELECT FROM plexus.coordinates);

      CREATE VIEW plexus.coordinated_stand_in AS
        SELECT s.person_id, m.person_id AS stood_in_for_id FROM plexus.stand_in s
          JOIN plexus.team_member m ON m.organization_id = s.organization_id AND m.patient_id = s.patient_id AND m.id = s.member_id
         WHERE s.organization_id = ${ORGANIZATION} AND s.valid_from <= ${TODAY} AND s.valid_to >= ${TODAY} AND EXISTS (SELECT FROM plexus.coordinates);`;
