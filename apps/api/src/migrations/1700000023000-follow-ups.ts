import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reachedBy } from './1700000022000-reach-asked-by-a-function.ts';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PERSON = `(SELECT current_setting('app.person')::uuid)`;
const TODAY = `(SELECT current_setting('app.today')::date)`;
const OPEN = `state NOT IN ('done', 'read', 'cancelled')`;

/** Follow-ups with what was said about them, who is on leave, and who holds what on the day that is looked at. */
export class FollowUps1700000023000 implements MigrationInterface {
  readonly name = 'FollowUps1700000023000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.follow_up (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        shape text NOT NULL,
        kind text NOT NULL,
        priority text NOT NULL,
        state text NOT NULL,
        what text NOT NULL,
        why text,
        source_kind text,
        source_id uuid,
        source_rule text,
        asked_by_id uuid NOT NULL,
        owner_id uuid,
        pool text NOT NULL,
        outside_party text,
        documents_sent text,
        due_on date NOT NULL,
        due_time time,
        due_zone text NOT NULL,
        due_at timestamptz NOT NULL GENERATED ALWAYS AS (timezone(due_zone, CASE WHEN due_time IS NULL THEN (due_on + 1)::timestamp ELSE due_on + due_time END)) STORED,
        appointment_on date,
        appointment_time time,
        court_since timestamptz NOT NULL,
        outcome text,
        state_reason text,
        snoozed_until date,
        every_weeks integer,
        recurs_until date,
        watchers uuid[] NOT NULL DEFAULT '{}',
        checklist text[] NOT NULL DEFAULT '{}',
        checklist_done text[] NOT NULL DEFAULT '{}',
        opened_at timestamptz NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT follow_up_of_patient UNIQUE (organization_id, patient_id, id),
        CONSTRAINT follow_up_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT follow_up_asked_by_fk FOREIGN KEY (organization_id, asked_by_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT follow_up_owner_fk FOREIGN KEY (organization_id, owner_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT follow_up_shape CHECK (shape IN ('task', 'request')),
        CONSTRAINT follow_up_kind CHECK (kind IN ('review', 'referral', 'measure', 'call', 'response', 'safety', 'support', 'administrative')),
        CONSTRAINT follow_up_priority CHECK (priority IN ('routine', 'soon', 'urgent')),
        CONSTRAINT follow_up_state CHECK (CASE shape WHEN 'task' THEN state IN ('open', 'done', 'cancelled')
          ELSE state IN ('proposed', 'accepted', 'declined', 'scheduled', 'happened', 'reported', 'read', 'cancelled') END),
        CONSTRAINT follow_up_outcome CHECK (state NOT IN ('done', 'reported', 'read') OR outcome IS NOT NULL),
        CONSTRAINT follow_up_reason CHECK (state NOT IN ('declined', 'cancelled') OR state_reason IS NOT NULL),
        CONSTRAINT follow_up_appointment CHECK (state <> 'scheduled' OR appointment_on IS NOT NULL),
        CONSTRAINT follow_up_recurrence CHECK ((every_weeks IS NULL) = (recurs_until IS NULL))
      );
      CREATE INDEX follow_up_patient ON plexus.follow_up (organization_id, patient_id, due_at);
      CREATE INDEX follow_up_open ON plexus.follow_up (organization_id, (kind <> 'safety'), due_at, id) WHERE ${OPEN};
      CREATE INDEX follow_up_owner ON plexus.follow_up (organization_id, owner_id, due_at) WHERE ${OPEN};
      CREATE INDEX follow_up_asked_by ON plexus.follow_up (organization_id, asked_by_id, state) WHERE ${OPEN};
      CREATE UNIQUE INDEX follow_up_source ON plexus.follow_up (organization_id, patient_id, source_rule, source_id) WHERE source_rule IS NOT NULL AND ${OPEN};

      CREATE TABLE plexus.follow_up_entry (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        kind text NOT NULL,
        text text,
        call_result text,
        next_try_on date,
        person_id uuid NOT NULL,
        at timestamptz NOT NULL,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT follow_up_entry_follow_up_fk FOREIGN KEY (organization_id, patient_id, follow_up_id) REFERENCES plexus.follow_up (organization_id, patient_id, id),
        CONSTRAINT follow_up_entry_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT follow_up_entry_kind CHECK (kind IN ('comment', 'call', 'reminder')),
        CONSTRAINT follow_up_entry_call CHECK ((kind = 'call') = (call_result IS NOT NULL)),
        CONSTRAINT follow_up_entry_call_result CHECK (call_result IN ('reached', 'no-answer', 'message-left', 'wrong-number', 'letter-sent'))
      );
      CREATE INDEX follow_up_entry_follow_up ON plexus.follow_up_entry (organization_id, patient_id, follow_up_id);

      CREATE TABLE plexus.leave (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT leave_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT leave_period CHECK (ends_on >= starts_on),
        CONSTRAINT leave_once EXCLUDE USING gist (organization_id WITH =, person_id WITH =, daterange(starts_on, ends_on, '[]') WITH &&)
      );
    `);
    await runner.query(COORDINATES);
    await runner.query(`
      ALTER TABLE plexus.follow_up ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up FORCE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up_entry ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up_entry FORCE ROW LEVEL SECURITY;
      ALTER TABLE plexus.leave ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.leave FORCE ROW LEVEL SECURITY;
      CREATE POLICY follow_up_reached ON plexus.follow_up TO plexus_app USING (${reachedBy('clinical_reach', 'patient_id')});
      CREATE POLICY follow_up_entry_reached ON plexus.follow_up_entry TO plexus_app USING (${reachedBy('clinical_reach', 'patient_id')});
      -- Who is away is no secret among colleagues; who may write it down is.
      CREATE POLICY leave_own_organization ON plexus.leave FOR SELECT TO plexus_app USING (organization_id = ${ORGANIZATION});
      CREATE POLICY leave_written ON plexus.leave FOR INSERT TO plexus_app WITH CHECK (organization_id = ${ORGANIZATION}
        AND (person_id = ${PERSON} OR EXISTS (SELECT FROM plexus.coordinates) OR EXISTS (SELECT FROM plexus.administers)));
      CREATE POLICY leave_changed ON plexus.leave FOR UPDATE TO plexus_app USING (organization_id = ${ORGANIZATION}
        AND (person_id = ${PERSON} OR EXISTS (SELECT FROM plexus.coordinates) OR EXISTS (SELECT FROM plexus.administers)));
      CREATE POLICY leave_taken_back ON plexus.leave FOR DELETE TO plexus_app USING (organization_id = ${ORGANIZATION}
        AND (person_id = ${PERSON} OR EXISTS (SELECT FROM plexus.coordinates) OR EXISTS (SELECT FROM plexus.administers)));

      GRANT SELECT, INSERT, UPDATE ON plexus.follow_up TO plexus_app;
      GRANT SELECT, INSERT ON plexus.follow_up_entry TO plexus_app;
      GRANT SELECT, INSERT, UPDATE (starts_on, ends_on, version), DELETE ON plexus.leave TO plexus_app;
    `);
    await runner.query(HELD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP VIEW plexus.follow_up_held, plexus.follow_up_holder;
      DROP TABLE plexus.follow_up_entry, plexus.follow_up, plexus.leave;
      DROP VIEW plexus.coordinates;
    `);
  }
}

/** Whether the reader coordinates: as `administers`, of a role that may read nothing else. */
const COORDINATES = `
      CREATE VIEW plexus.coordinates AS
        SELECT r.person_id FROM plexus.organization_role r
          JOIN plexus.person p ON p.organization_id = r.organization_id AND p.id = r.person_id
         WHERE r.organization_id = ${ORGANIZATION} AND r.person_id = ${PERSON} AND r.role = 'coordinator' AND p.status = 'active';
      GRANT SELECT ON plexus.coordinates TO plexus_app;
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
      ALTER VIEW plexus.coordinates OWNER TO plexus_reach;
      REVOKE CREATE ON SCHEMA plexus FROM plexus_reach;`;

const isAway = (who: string): string =>
  `EXISTS (SELECT FROM plexus.leave v WHERE v.organization_id = ${who}.organization_id AND v.person_id = ${who}.person_id AND v.starts_on <= ${TODAY} AND v.ends_on >= ${TODAY})`;

/** A coordinator who is there, and so may hold work of every patient. */
const coordinator = (personId: string): string => `SELECT r.person_id FROM plexus.organization_role r
              JOIN plexus.person p ON p.organization_id = r.organization_id AND p.id = r.person_id AND p.status = 'active'
             WHERE r.organization_id = f.organization_id AND r.person_id = ${personId} AND r.role = 'coordinator' AND NOT ${isAway('r')}`;

/**
 * `heldBy` of libs/domain/src/follow-ups/holding.ts, for many at once. It reads as its reader: nobody sees who holds what they may not see.
 * `follow_up_holder`: who may hold work of a patient today, each with who acts for them (themselves, their stand-in, or nobody while they are away).
 * `reader_id`: who reads for whoever asked.
 */
export const HELD = `
      CREATE VIEW plexus.follow_up_holder WITH (security_invoker = true) AS
        SELECT m.organization_id, m.patient_id, m.person_id, m.discipline, m.role, s.person_id AS stand_in_id, ${isAway('m')} AS is_on_leave,
               CASE WHEN s.person_id IS NOT NULL THEN s.person_id WHEN NOT ${isAway('m')} THEN m.person_id END AS acting_id
          FROM plexus.team_member m
          JOIN plexus.person p ON p.organization_id = m.organization_id AND p.id = m.person_id AND p.status = 'active'
          LEFT JOIN LATERAL (
            SELECT s.person_id FROM plexus.stand_in s
              JOIN plexus.person q ON q.organization_id = s.organization_id AND q.id = s.person_id AND q.status = 'active'
             WHERE s.organization_id = m.organization_id AND s.patient_id = m.patient_id AND s.member_id = m.id AND s.valid_from <= ${TODAY} AND s.valid_to >= ${TODAY}
               AND NOT ${isAway('s')}
             ORDER BY s.id LIMIT 1) s ON true
         WHERE m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY}) AND m.role <> 'observer' AND m.discipline <> 'peer-mentor';

      CREATE VIEW plexus.follow_up_held WITH (security_invoker = true) AS
        SELECT f.organization_id, f.patient_id, f.id,
               coalesce(o.acting_id, c.person_id, CASE WHEN f.kind = 'safety' THEN t.acting_id END) AS holder_id,
               CASE WHEN o.acting_id IS NOT NULL THEN CASE WHEN o.stand_in_id IS NULL THEN 'owner' ELSE 'stand-in' END
                    WHEN c.person_id IS NOT NULL THEN 'owner'
                    WHEN f.kind = 'safety' AND t.acting_id IS NOT NULL THEN 'lead' ELSE 'pool' END AS through,
               -- Asked for only where a report is waited for: PostgreSQL leaves out what nobody selects.
               coalesce((SELECT a.acting_id FROM plexus.follow_up_holder a WHERE a.organization_id = f.organization_id AND a.patient_id = f.patient_id AND a.person_id = f.asked_by_id),
                        (${coordinator('f.asked_by_id')}),
                        (SELECT l.acting_id FROM plexus.follow_up_holder l WHERE l.organization_id = f.organization_id AND l.patient_id = f.patient_id AND l.role = 'lead')) AS reader_id
          FROM plexus.follow_up f
          LEFT JOIN plexus.follow_up_holder o ON o.organization_id = f.organization_id AND o.patient_id = f.patient_id AND o.person_id = f.owner_id
          LEFT JOIN LATERAL (${coordinator('f.owner_id')}) c ON true
          LEFT JOIN plexus.follow_up_holder t ON f.kind = 'safety' AND t.organization_id = f.organization_id AND t.patient_id = f.patient_id AND t.role = 'lead';

      GRANT SELECT ON plexus.follow_up_holder, plexus.follow_up_held TO plexus_app;
`;
