import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;
const PERSON = `(SELECT current_setting('app.person')::uuid)`;
const TODAY = `(SELECT current_setting('app.today')::date)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;
const IS_ACTIVE = `(SELECT p.status FROM plexus.person p WHERE p.organization_id = ${ORGANIZATION} AND p.id = ${PERSON}) = 'active'`;
const HAS_ROLE = (role: string) =>
  `SELECT r.person_id FROM plexus.organization_role r WHERE r.organization_id = ${ORGANIZATION} AND r.person_id = ${PERSON} AND r.role = '${role}' AND ${IS_ACTIVE}`;

/**
 * A chart asks `reach` for its one patient, a list for the whole panel. Both arrays are made once a statement, and only the branch that is
 * taken: naming a patient grants nothing, it only narrows.
 */
export const reached = (view: string, column: string) => `organization_id = ${ORGANIZATION} AND ${column} = ANY (
  CASE WHEN ${PATIENT} IS NULL THEN ARRAY(SELECT r.patient_id FROM plexus.${view} r)
  ELSE ARRAY(SELECT r.patient_id FROM plexus.${view} r WHERE r.patient_id = ${PATIENT}) END)`;

/** Tables about one patient: who may see a row, and the column that names the patient. */
const PATIENT_TABLES: readonly { table: string; column: string; view: 'reach' | 'clinical_reach'; grants: string }[] = [
  { table: 'patient', column: 'id', view: 'reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'patient_details', column: 'patient_id', view: 'clinical_reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'problem', column: 'patient_id', view: 'clinical_reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'allergy', column: 'patient_id', view: 'clinical_reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'contact', column: 'patient_id', view: 'clinical_reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'team_member', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'stand_in', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'plan', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'goal', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'activity', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, UPDATE' },
  { table: 'goal_participant', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, DELETE' },
  { table: 'activity_goal', column: 'patient_id', view: 'reach', grants: 'SELECT, INSERT, DELETE' },
];
const OTHER_TABLES = ['organization', 'person', 'organization_role', 'organization_command', 'patient_record', 'revision', 'change', 'command', 'access_log', 'job_run'];
const READ_BY_REACH = ['person', 'organization_role', 'patient_record', 'team_member', 'stand_in'];

/** Row-level security on every table: the second wall, which stands when the application forgets to ask. */
export class Walls1700000006000 implements MigrationInterface {
  readonly name = 'Walls1700000006000';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [...PATIENT_TABLES.map((t) => t.table), ...OTHER_TABLES]) {
      await runner.query(`ALTER TABLE plexus.${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE plexus.${table} FORCE ROW LEVEL SECURITY`);
    }
    await this.reach(runner);
    for (const { table, column, view, grants } of PATIENT_TABLES) {
      await runner.query(`
        CREATE POLICY ${table}_reached ON plexus.${table} TO plexus_app USING (${reached(view, column)});
        GRANT ${grants} ON plexus.${table} TO plexus_app;
      `);
    }
    await this.record(runner);
    await this.organization(runner);
  }

  /** The views may read the few tables that say who treats whom, and belong to a role that may read nothing else. */
  private async reach(runner: QueryRunner): Promise<void> {
    for (const table of READ_BY_REACH) {
      await runner.query(`
        CREATE POLICY ${table}_for_reach ON plexus.${table} FOR SELECT TO plexus_reach USING (true);
        GRANT SELECT ON plexus.${table} TO plexus_reach;
      `);
    }
    await runner.query(`
      CREATE INDEX patient_record_new ON plexus.patient_record (organization_id, opened_by) WHERE revision = 0;

      CREATE VIEW plexus.reach AS
        SELECT m.patient_id, 'member' AS through, m.role, m.discipline, NULL::uuid AS on_behalf_of
          FROM plexus.team_member m
          WHERE m.organization_id = ${ORGANIZATION} AND m.person_id = ${PERSON} AND ${IS_ACTIVE}
            AND m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY})
        UNION ALL
        SELECT s.patient_id, 'stand-in', m.role, m.discipline, m.person_id
          FROM plexus.stand_in s
          JOIN plexus.team_member m ON m.organization_id = s.organization_id AND m.patient_id = s.patient_id AND m.id = s.member_id
          WHERE s.organization_id = ${ORGANIZATION} AND s.person_id = ${PERSON} AND ${IS_ACTIVE}
            AND s.valid_from <= ${TODAY} AND s.valid_to >= ${TODAY}
            AND m.valid_from <= ${TODAY} AND (m.valid_to IS NULL OR m.valid_to >= ${TODAY})
        UNION ALL
        SELECT p.patient_id, 'coordinator', 'member', 'care-coordinator', NULL
          FROM plexus.patient_record p
          WHERE p.organization_id = ${ORGANIZATION} AND EXISTS (${HAS_ROLE('coordinator')})
        UNION ALL
        -- A record that is being made in this very transaction: it has a revision as soon as it is committed.
        SELECT p.patient_id, 'member', 'lead', NULL, NULL
          FROM plexus.patient_record p
          WHERE p.organization_id = ${ORGANIZATION} AND p.opened_by = ${PERSON} AND p.revision = 0 AND ${IS_ACTIVE};

      CREATE VIEW plexus.clinical_reach AS SELECT r.patient_id FROM plexus.reach r WHERE r.discipline IS DISTINCT FROM 'peer-mentor';
      CREATE VIEW plexus.administers AS ${HAS_ROLE('administrator')};
      CREATE VIEW plexus.watches_privacy AS ${HAS_ROLE('privacy-officer')};

      GRANT SELECT ON plexus.reach, plexus.clinical_reach, plexus.administers, plexus.watches_privacy TO plexus_app;
      ALTER VIEW plexus.reach OWNER TO plexus_reach;
      ALTER VIEW plexus.clinical_reach OWNER TO plexus_reach;
      ALTER VIEW plexus.administers OWNER TO plexus_reach;
      ALTER VIEW plexus.watches_privacy OWNER TO plexus_reach;
      REVOKE CREATE ON SCHEMA plexus FROM plexus_reach;
    `);
  }

  private async record(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE POLICY patient_record_reached ON plexus.patient_record FOR SELECT TO plexus_app USING (${reached('reach', 'patient_id')});
      CREATE POLICY patient_record_revised ON plexus.patient_record FOR UPDATE TO plexus_app USING (${reached('reach', 'patient_id')});
      CREATE POLICY patient_record_opened ON plexus.patient_record FOR INSERT TO plexus_app
        WITH CHECK (organization_id = ${ORGANIZATION} AND opened_by = ${PERSON} AND revision = 0 AND patient_id = ${PATIENT});
      GRANT SELECT, INSERT, UPDATE (revision, plan_version, head_hash) ON plexus.patient_record TO plexus_app;

      -- A revision's reason is written by clinicians about clinical things: it is no part of what peer mentors read.
      CREATE POLICY revision_reached ON plexus.revision FOR SELECT TO plexus_app USING (${reached('clinical_reach', 'patient_id')});
      CREATE POLICY revision_written ON plexus.revision FOR INSERT TO plexus_app
        WITH CHECK (person_id = ${PERSON} AND ${reached('reach', 'patient_id')});
      GRANT SELECT, INSERT ON plexus.revision TO plexus_app;

      CREATE POLICY change_in_audience ON plexus.change FOR SELECT TO plexus_app USING (
        ${reached('reach', 'patient_id')}
        AND (author_id IS NULL OR author_id = ${PERSON})
        AND (audience IS NULL OR audience && ARRAY(SELECT r.discipline FROM plexus.reach r WHERE r.patient_id = ${PATIENT})));
      CREATE POLICY change_written ON plexus.change FOR INSERT TO plexus_app WITH CHECK (${reached('reach', 'patient_id')});
      GRANT SELECT, INSERT ON plexus.change TO plexus_app;

      CREATE POLICY command_own ON plexus.command TO plexus_app USING (organization_id = ${ORGANIZATION} AND person_id = ${PERSON});
      GRANT SELECT, INSERT ON plexus.command TO plexus_app;

      CREATE POLICY access_log_watched ON plexus.access_log FOR SELECT TO plexus_app
        USING (organization_id = ${ORGANIZATION} AND EXISTS (SELECT FROM plexus.watches_privacy));
      GRANT SELECT ON plexus.access_log TO plexus_app;
    `);
  }

  private async organization(runner: QueryRunner): Promise<void> {
    const own = `organization_id = ${ORGANIZATION}`;
    const administered = `${own} AND EXISTS (SELECT FROM plexus.administers)`;
    await runner.query(`
      CREATE POLICY organization_own ON plexus.organization FOR SELECT TO plexus_app USING (${own});
      CREATE POLICY organization_administered ON plexus.organization FOR UPDATE TO plexus_app USING (${administered});
      GRANT SELECT, UPDATE (version) ON plexus.organization TO plexus_app;

      CREATE POLICY person_own ON plexus.person FOR SELECT TO plexus_app USING (${own});
      CREATE POLICY person_added ON plexus.person FOR INSERT TO plexus_app WITH CHECK (${administered});
      CREATE POLICY person_administered ON plexus.person FOR UPDATE TO plexus_app USING (${administered});
      GRANT SELECT, INSERT, UPDATE (name, discipline, status, version) ON plexus.person TO plexus_app;

      CREATE POLICY organization_role_own ON plexus.organization_role FOR SELECT TO plexus_app USING (${own});
      CREATE POLICY organization_role_added ON plexus.organization_role FOR INSERT TO plexus_app WITH CHECK (${administered});
      CREATE POLICY organization_role_taken ON plexus.organization_role FOR DELETE TO plexus_app USING (${administered});
      GRANT SELECT, INSERT, DELETE ON plexus.organization_role TO plexus_app;

      CREATE POLICY organization_command_own ON plexus.organization_command TO plexus_app USING (${own} AND person_id = ${PERSON});
      CREATE POLICY organization_command_administered ON plexus.organization_command FOR SELECT TO plexus_app USING (${administered});
      GRANT SELECT, INSERT ON plexus.organization_command TO plexus_app;

      CREATE POLICY job_run_own ON plexus.job_run TO plexus_app USING (${own});
      GRANT SELECT, INSERT ON plexus.job_run TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...PATIENT_TABLES.map((t) => t.table), ...OTHER_TABLES]) {
      await runner.query(`
        DO $$ DECLARE p record; BEGIN
          FOR p IN SELECT policyname FROM pg_policies WHERE schemaname = 'plexus' AND tablename = '${table}' LOOP
            EXECUTE format('DROP POLICY %I ON plexus.${table}', p.policyname);
          END LOOP;
        END $$;
        REVOKE ALL ON plexus.${table} FROM plexus_app, plexus_reach;
        REVOKE UPDATE ON plexus.${table} FROM plexus_app;
        ALTER TABLE plexus.${table} NO FORCE ROW LEVEL SECURITY;
        ALTER TABLE plexus.${table} DISABLE ROW LEVEL SECURITY;
      `);
    }
    await runner.query(`
      DROP VIEW plexus.watches_privacy, plexus.administers, plexus.clinical_reach, plexus.reach;
      DROP INDEX plexus.patient_record_new;
      GRANT CREATE ON SCHEMA plexus TO plexus_reach;
    `);
  }
}
