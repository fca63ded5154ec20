import type { MigrationInterface, QueryRunner } from 'typeorm';
import { listed, turnOf } from './1700000024000-worklist.ts';
import { PG_BOSS_24 } from './pg-boss-24.ts';

const JOBS = ['forget-sign-ins', 'forget-commands', 'escalate-follow-ups'];
/** `short`: of one organization one waits at a time. A job whose process died is given to another after five minutes. */
const QUEUE = { policy: 'short', retryLimit: 5, retryDelay: 60, retryBackoff: true, expireInSeconds: 300, retentionMinutes: 24 * 60 };
const OPEN = `state NOT IN ('done', 'read', 'cancelled')`;

/** The queue of jobs, with the library's own tables, and what one of its jobs writes: which follow-ups nobody moved. */
export class JobsAndEscalations1700000027000 implements MigrationInterface {
  readonly name = 'JobsAndEscalations1700000027000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(PG_BOSS_24);
    for (const job of JOBS) await runner.query('SELECT queue.create_queue($1, $2)', [job, QUEUE]);
    await runner.query(`
      REVOKE ALL ON FUNCTION queue.create_queue(text, json), queue.delete_queue(text) FROM PUBLIC;
      GRANT SELECT, UPDATE (maintained_on) ON queue.version TO plexus_app;
      GRANT SELECT ON queue.queue TO plexus_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON queue.job TO plexus_app;
      GRANT SELECT, INSERT, DELETE ON queue.archive TO plexus_app;

      CREATE TABLE plexus.follow_up_escalation (
        organization_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        follow_up_id uuid NOT NULL,
        court_since timestamptz NOT NULL,
        step text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, follow_up_id, court_since, step),
        CONSTRAINT follow_up_escalation_follow_up_fk FOREIGN KEY (organization_id, patient_id, follow_up_id) REFERENCES plexus.follow_up (organization_id, patient_id, id),
        CONSTRAINT follow_up_escalation_step CHECK (step IN ('inform', 'ask-help', 'transfer'))
      );
      ALTER TABLE plexus.follow_up_escalation ENABLE ROW LEVEL SECURITY;
      ALTER TABLE plexus.follow_up_escalation FORCE ROW LEVEL SECURITY;
      CREATE POLICY follow_up_escalation_reached ON plexus.follow_up_escalation FOR SELECT TO plexus_app USING (${listed('clinical_reach', 'patient_id')});
      GRANT SELECT ON plexus.follow_up_escalation TO plexus_app;

      -- The job reads when each is due and how long it has lain there, and no word of it.
      CREATE POLICY follow_up_escalated ON plexus.follow_up FOR SELECT TO plexus_definer USING (true);
      GRANT SELECT (organization_id, patient_id, id, priority, state, due_on, due_zone, court_since) ON plexus.follow_up TO plexus_definer;
      CREATE POLICY follow_up_escalation_written ON plexus.follow_up_escalation TO plexus_definer USING (true);
      GRANT SELECT, INSERT ON plexus.follow_up_escalation TO plexus_definer;
      CREATE POLICY job_run_purged ON plexus.job_run TO plexus_definer USING (true);
      GRANT SELECT, DELETE ON plexus.job_run TO plexus_definer;
      ${FUNCTIONS}

      -- The views ask whether it is the lead's by now, of follow-ups that their caller reaches.
      CREATE POLICY follow_up_escalation_for_reach ON plexus.follow_up_escalation FOR SELECT TO plexus_reach USING (true);
      GRANT SELECT ON plexus.follow_up_escalation TO plexus_reach;
      ${turn(`EXISTS (SELECT FROM plexus.follow_up_escalation e
                 WHERE e.organization_id = f.organization_id AND e.follow_up_id = f.id AND e.court_since = f.court_since AND e.step = 'transfer')`)}
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${turn('false')}
      DROP FUNCTION plexus.escalate_follow_ups(timestamptz, jsonb), plexus.purge_job_runs(text[], timestamptz);
      DROP TABLE plexus.follow_up_escalation;
      DROP POLICY job_run_purged ON plexus.job_run;
      DROP POLICY follow_up_escalated ON plexus.follow_up;
      REVOKE ALL ON plexus.job_run, plexus.follow_up FROM plexus_definer;
      DROP FUNCTION queue.create_queue(text, json), queue.delete_queue(text);
      DROP TABLE queue.archive, queue.job, queue.subscription, queue.schedule, queue.queue, queue.version;
      DROP TYPE queue.job_state;
    `);
  }
}

/**
 * Days are whole days of the zone in which the follow-up is due. They are counted from the day it was due, or from the day the ball came to where it
 * lies when that is later: whoever is given something late has the same time as anybody. Who asked and has an answer to read has no due day, so their
 * days are those of the ball. What stands already is left out, so a step happens once however often this runs.
 */
const ESCALATE = `
  WITH lying AS (
    SELECT f.organization_id, f.patient_id, f.id, f.priority, f.court_since, timezone(f.due_zone, p_at)::date -
           CASE WHEN f.state IN ('reported', 'declined') THEN timezone(f.due_zone, f.court_since)::date ELSE greatest(f.due_on, timezone(f.due_zone, f.court_since)::date) END AS days
      FROM plexus.follow_up f WHERE f.organization_id = current_setting('app.organization')::uuid AND f.${OPEN}
  ), written AS (
    INSERT INTO plexus.follow_up_escalation (organization_id, patient_id, follow_up_id, court_since, step, at)
    SELECT l.organization_id, l.patient_id, l.id, l.court_since, r.step, p_at
      FROM lying l JOIN jsonb_to_recordset(p_policy) AS r (priority text, "daysPastDue" integer, step text) ON r.priority = l.priority AND l.days >= r."daysPastDue"
     WHERE current_setting('app.purpose') = 'job'
    ON CONFLICT DO NOTHING
    RETURNING organization_id, patient_id
  )
  SELECT w.patient_id, r.revision, count(*) FROM written w JOIN plexus.patient_record r ON r.organization_id = w.organization_id AND r.patient_id = w.patient_id
   GROUP BY w.patient_id, r.revision`;

const turn = (isTransferred: string) => `
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
      SET LOCAL ROLE plexus_reach;
      CREATE OR REPLACE VIEW plexus.follow_up_turn AS ${turnOf(isTransferred)};
      RESET ROLE;
      REVOKE CREATE ON SCHEMA plexus FROM plexus_reach;`;

const definer = (name: string, parameters: string, types: string, returns: string, body: string) => `
      CREATE FUNCTION plexus.${name}(${parameters}) RETURNS ${returns} LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = plexus, pg_temp AS $body$ ${body} $body$;
      REVOKE ALL ON FUNCTION plexus.${name}(${types}) FROM PUBLIC;
      ALTER FUNCTION plexus.${name}(${types}) OWNER TO plexus_definer;
      SET LOCAL ROLE plexus_definer;
      GRANT EXECUTE ON FUNCTION plexus.${name}(${types}) TO plexus_app;
      RESET ROLE;`;

const FUNCTIONS = `
      GRANT CREATE ON SCHEMA plexus TO plexus_definer;
      ${definer('escalate_follow_ups', 'p_at timestamptz, p_policy jsonb', 'timestamptz, jsonb', 'TABLE (patient_id uuid, revision bigint, steps bigint)', ESCALATE)}
      ${definer(
        'purge_job_runs', 'p_jobs text[], p_before timestamptz', 'text[], timestamptz', 'void',
        `DELETE FROM plexus.job_run j WHERE j.organization_id = current_setting('app.organization')::uuid AND j.job = ANY (p_jobs) AND j.at < p_before`,
      )}
      REVOKE CREATE ON SCHEMA plexus FROM plexus_definer;`;
