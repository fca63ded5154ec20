import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the application may do beyond its own rows, function by function. They belong to a role without a log-in, which passes row-level security
 * by policies of its own (so that no role needs BYPASSRLS), and their search path is fixed.
 */
const nameOf = (signature: string): string => signature.replace(/p_\w+ /g, '');
const definer = (signature: string, returns: string, volatility: 'STABLE' | 'VOLATILE', body: string, caller = 'plexus_app') => `
  CREATE FUNCTION ${signature} RETURNS ${returns} LANGUAGE sql ${volatility} SECURITY DEFINER SET search_path = plexus, pg_temp AS $body$ ${body} $body$;
  REVOKE ALL ON FUNCTION ${nameOf(signature)} FROM PUBLIC;
  ALTER FUNCTION ${nameOf(signature)} OWNER TO plexus_definer;
  -- As its owner: a grant to the present owner would turn into one to the next.
  SET LOCAL ROLE plexus_definer;
  GRANT EXECUTE ON FUNCTION ${nameOf(signature)} TO ${caller};
  RESET ROLE;
`;

const FUNCTIONS: readonly [signature: string, returns: string, volatility: 'STABLE' | 'VOLATILE', body: string, caller?: string][] = [
  [
    // For the owner only: an organization begins with its first administrator, who invites the others. The same again changes nothing.
    'plexus.open_organization(p_organization uuid, p_name text, p_time_zone text, p_account uuid, p_person uuid, p_person_name text, p_email text, p_password_hash text)',
    'void',
    'VOLATILE',
    `INSERT INTO plexus.organization (organization_id, name, time_zone) VALUES (p_organization, p_name, p_time_zone) ON CONFLICT DO NOTHING;
     INSERT INTO auth.account (id, email, password_hash) VALUES (p_account, p_email, p_password_hash) ON CONFLICT DO NOTHING;
     INSERT INTO plexus.person (organization_id, id, account_id, name, email, status)
       VALUES (p_organization, p_person, (SELECT a.id FROM auth.account a WHERE a.email = p_email), p_person_name, p_email, 'active') ON CONFLICT DO NOTHING;
     INSERT INTO plexus.organization_role (organization_id, person_id, role) VALUES (p_organization, p_person, 'administrator') ON CONFLICT DO NOTHING`,
    'SESSION_USER',
  ],
  [
    'auth.account_by_email(p_email text)',
    'TABLE (account_id uuid, password_hash text, organization_id uuid, person_id uuid, person_status text)',
    'STABLE',
    `SELECT a.id, a.password_hash, p.organization_id, p.id, p.status FROM auth.account a
       LEFT JOIN plexus.person p ON p.account_id = a.id
       WHERE a.email = p_email ORDER BY (p.status = 'active') DESC, p.organization_id LIMIT 1`,
  ],
  [
    'auth.open_session(p_id uuid, p_token_hash bytea, p_account uuid, p_organization uuid, p_person uuid, p_at timestamptz, p_device text, p_address text)',
    'void',
    'VOLATILE',
    `INSERT INTO auth.session (id, token_hash, account_id, organization_id, person_id, created_at, last_active_at, device, address)
       SELECT p_id, p_token_hash, p_account, p_organization, p_person, p_at, p_at, p_device, p_address FROM plexus.person p
       WHERE p.organization_id = p_organization AND p.id = p_person AND p.account_id = p_account AND p.status = 'active'`,
  ],
  [
    'auth.session_by_token(p_token_hash bytea)',
    `TABLE (id uuid, account_id uuid, organization_id uuid, person_id uuid, created_at timestamptz, last_active_at timestamptz, locked_at timestamptz,
       ended_at timestamptz, person_status text, discipline text, roles text[], time_zone text, organization_version integer)`,
    'STABLE',
    `SELECT s.id, s.account_id, s.organization_id, s.person_id, s.created_at, s.last_active_at, s.locked_at, s.ended_at, p.status, p.discipline,
         ARRAY(SELECT r.role FROM plexus.organization_role r WHERE r.organization_id = s.organization_id AND r.person_id = s.person_id ORDER BY r.role),
         o.time_zone, o.version
       FROM auth.session s
       JOIN plexus.person p ON p.organization_id = s.organization_id AND p.id = s.person_id
       JOIN plexus.organization o ON o.organization_id = s.organization_id
       WHERE s.token_hash = p_token_hash`,
  ],
  [
    'auth.touch_session(p_id uuid, p_at timestamptz)',
    'void',
    'VOLATILE',
    `UPDATE auth.session SET last_active_at = greatest(last_active_at, p_at) WHERE id = p_id AND locked_at IS NULL AND ended_at IS NULL`,
  ],
  [
    'auth.lock_session(p_id uuid, p_at timestamptz)',
    'void',
    'VOLATILE',
    `UPDATE auth.session SET locked_at = p_at WHERE id = p_id AND locked_at IS NULL AND ended_at IS NULL`,
  ],
  [
    'auth.unlock_session(p_id uuid, p_token_hash bytea, p_at timestamptz)',
    'boolean',
    'VOLATILE',
    `WITH unlocked AS (
       UPDATE auth.session SET locked_at = NULL, last_active_at = p_at, token_hash = p_token_hash WHERE id = p_id AND ended_at IS NULL RETURNING id)
     SELECT EXISTS (SELECT FROM unlocked)`,
  ],
  [
    'auth.password_of(p_account uuid)',
    'TABLE (email text, password_hash text)',
    'STABLE',
    `SELECT a.email, a.password_hash FROM auth.account a WHERE a.id = p_account`,
  ],
  [
    'auth.rehash_password(p_account uuid, p_old text, p_new text)',
    'void',
    'VOLATILE',
    `UPDATE auth.account SET password_hash = p_new WHERE id = p_account AND password_hash = p_old`,
  ],
  [
    'auth.end_session(p_id uuid, p_account uuid, p_at timestamptz, p_reason text)',
    'boolean',
    'VOLATILE',
    `WITH ended AS (
       UPDATE auth.session SET ended_at = p_at, ended_reason = p_reason WHERE id = p_id AND account_id = p_account AND ended_at IS NULL RETURNING id)
     SELECT EXISTS (SELECT FROM ended)`,
  ],
  [
    'auth.end_sessions_of_person(p_organization uuid, p_person uuid, p_at timestamptz, p_reason text)',
    'void',
    'VOLATILE',
    `UPDATE auth.session SET ended_at = p_at, ended_reason = p_reason WHERE organization_id = p_organization AND person_id = p_person AND ended_at IS NULL`,
  ],
  [
    'auth.sessions_of(p_account uuid, p_since timestamptz)',
    'TABLE (id uuid, created_at timestamptz, last_active_at timestamptz, device text, address text)',
    'STABLE',
    `SELECT s.id, s.created_at, s.last_active_at, s.device, s.address FROM auth.session s
       WHERE s.account_id = p_account AND s.ended_at IS NULL AND s.created_at > p_since ORDER BY s.last_active_at DESC LIMIT 100`,
  ],
  [
    'auth.ensure_account(p_id uuid, p_email text)',
    'uuid',
    'VOLATILE',
    `INSERT INTO auth.account (id, email) SELECT p_id, p_email WHERE NOT EXISTS (SELECT FROM auth.account a WHERE a.email = p_email);
     SELECT a.id FROM auth.account a WHERE a.email = p_email`,
  ],
  [
    'auth.make_link(p_hash bytea, p_account uuid, p_kind text, p_expires_at timestamptz)',
    'void',
    'VOLATILE',
    `UPDATE auth.link SET used_at = p_expires_at WHERE account_id = p_account AND kind = p_kind AND used_at IS NULL;
     INSERT INTO auth.link (hash, account_id, kind, expires_at) VALUES (p_hash, p_account, p_kind, p_expires_at)`,
  ],
  [
    'auth.link_by_hash(p_hash bytea)',
    'TABLE (account_id uuid, kind text, expires_at timestamptz, used_at timestamptz, email text, names text[])',
    'STABLE',
    `SELECT l.account_id, l.kind, l.expires_at, l.used_at, a.email, ARRAY(SELECT p.name FROM plexus.person p WHERE p.account_id = a.id)
       FROM auth.link l JOIN auth.account a ON a.id = l.account_id WHERE l.hash = p_hash`,
  ],
  [
    'auth.set_password(p_hash bytea, p_password_hash text, p_at timestamptz)',
    'boolean',
    'VOLATILE',
    `WITH link AS (UPDATE auth.link SET used_at = p_at WHERE hash = p_hash AND used_at IS NULL AND expires_at > p_at RETURNING account_id, kind),
       account AS (UPDATE auth.account a SET password_hash = p_password_hash FROM link WHERE a.id = link.account_id RETURNING a.id),
       sessions AS (UPDATE auth.session s SET ended_at = p_at, ended_reason = 'password-changed' FROM link
         WHERE s.account_id = link.account_id AND s.ended_at IS NULL RETURNING s.id),
       people AS (UPDATE plexus.person p SET status = 'active', version = p.version + 1 FROM link
         WHERE p.account_id = link.account_id AND p.status = 'invited' AND link.kind = 'invitation' RETURNING p.id)
     SELECT EXISTS (SELECT FROM account)`,
  ],
  [
    'auth.purge(p_before timestamptz)',
    'void',
    'VOLATILE',
    `DELETE FROM auth.session WHERE greatest(created_at, coalesce(ended_at, created_at)) < p_before;
     DELETE FROM auth.link WHERE expires_at < p_before`,
  ],
  [
    'plexus.organizations_for_jobs()',
    'TABLE (organization_id uuid, time_zone text)',
    'STABLE',
    `SELECT o.organization_id, o.time_zone FROM plexus.organization o ORDER BY o.organization_id`,
  ],
  [
    'plexus.purge_commands(p_organization uuid, p_before timestamptz)',
    'bigint',
    'VOLATILE',
    `WITH gone AS (DELETE FROM plexus.command c WHERE c.organization_id = p_organization AND c.at < p_before RETURNING 1) SELECT count(*) FROM gone`,
  ],
  [
    'plexus.log_access(p_entries jsonb)',
    'void',
    'VOLATILE',
    `INSERT INTO plexus.access_log (organization_id, id, at, person_id, patient_id, session_id, action, through, quarter)
       SELECT e.organization_id, e.id, e.at, e.person_id, e.patient_id, e.session_id, e.action, e.through, e.quarter
         FROM jsonb_to_recordset(p_entries) AS e (organization_id uuid, id uuid, at timestamptz, person_id uuid, patient_id uuid, session_id uuid,
           action text, through text, quarter bigint)
         JOIN plexus.patient_record r ON r.organization_id = e.organization_id AND r.patient_id = e.patient_id
       ON CONFLICT DO NOTHING`,
  ],
  [
    'plexus.patient_labels(p_ids uuid[])',
    'TABLE (id uuid, name text, mrn text)',
    'STABLE',
    `SELECT p.id, p.given_name || ' ' || p.family_name, p.mrn FROM plexus.patient p
       WHERE p.organization_id = current_setting('app.organization')::uuid AND p.id = ANY (p_ids) AND EXISTS (
         SELECT FROM plexus.organization_role r JOIN plexus.person me ON me.organization_id = r.organization_id AND me.id = r.person_id
         WHERE r.organization_id = p.organization_id AND r.person_id = current_setting('app.person')::uuid AND r.role = 'privacy-officer'
           AND me.status = 'active')`,
  ],
  [
    'plexus.likely_duplicates(p_given text, p_family text, p_birth_date date, p_mrn text)',
    'TABLE (id uuid, kind text)',
    'STABLE',
    `SELECT p.id, CASE WHEN p.mrn = p_mrn THEN 'same-mrn'
         WHEN p.birth_date = p_birth_date AND lower(p.family_name) = lower(p_family) AND lower(p.given_name) = lower(p_given) THEN 'same-name-and-birth-date'
         ELSE 'similar-name' END
       FROM plexus.patient p
       WHERE p.organization_id = current_setting('app.organization')::uuid
         AND EXISTS (SELECT FROM plexus.person me WHERE me.organization_id = p.organization_id AND me.id = current_setting('app.person')::uuid
           AND me.status = 'active')
         AND (p.mrn = p_mrn OR similarity(lower(p.given_name || ' ' || p.family_name), lower(p_given || ' ' || p_family)) >= 0.5)
       ORDER BY (p.mrn = p_mrn) DESC NULLS LAST, (p.birth_date = p_birth_date) DESC NULLS LAST,
         similarity(lower(p.given_name || ' ' || p.family_name), lower(p_given || ' ' || p_family)) DESC, p.id
       LIMIT 50`,
  ],
];

const READS = ['plexus.person', 'plexus.organization', 'plexus.organization_role', 'plexus.patient', 'plexus.patient_record'];

export class DefinerFunctions1700000007000 implements MigrationInterface {
  readonly name = 'DefinerFunctions1700000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE, DELETE ON auth.account, auth.session, auth.link TO plexus_definer;
      GRANT SELECT ON ${READS.join(', ')} TO plexus_definer;
      GRANT UPDATE (status, version) ON plexus.person TO plexus_definer;
      GRANT SELECT, DELETE ON plexus.command TO plexus_definer;
      GRANT SELECT, INSERT ON plexus.access_log TO plexus_definer;
      GRANT INSERT ON plexus.organization, plexus.person, plexus.organization_role TO plexus_definer;
      CREATE POLICY organization_opened ON plexus.organization FOR INSERT TO plexus_definer WITH CHECK (true);
      CREATE POLICY person_first ON plexus.person FOR INSERT TO plexus_definer WITH CHECK (true);
      CREATE POLICY organization_role_first ON plexus.organization_role FOR INSERT TO plexus_definer WITH CHECK (true);
      -- The owner verifies records as this role: it may read every history, and write none.
      GRANT SELECT ON plexus.revision, plexus.change TO plexus_definer;
      CREATE POLICY revision_audited ON plexus.revision FOR SELECT TO plexus_definer USING (true);
      CREATE POLICY change_audited ON plexus.change FOR SELECT TO plexus_definer USING (true);
      CREATE POLICY person_activated ON plexus.person FOR UPDATE TO plexus_definer USING (true);
      CREATE POLICY command_purged ON plexus.command TO plexus_definer USING (true);
      CREATE POLICY access_logged ON plexus.access_log TO plexus_definer USING (true);
      ${READS.map((table) => `CREATE POLICY ${table.split('.')[1]}_for_definer ON ${table} FOR SELECT TO plexus_definer USING (true);`).join('\n')}
      ${FUNCTIONS.map((fn) => definer(...fn)).join('\n')}
      REVOKE CREATE ON SCHEMA plexus, auth FROM plexus_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT CREATE ON SCHEMA plexus, auth TO plexus_definer;
      ${FUNCTIONS.map(([signature]) => `DROP FUNCTION ${nameOf(signature)};`).join('\n')}
      ${READS.map((table) => `DROP POLICY ${table.split('.')[1]}_for_definer ON ${table};`).join('\n')}
      DROP POLICY organization_role_first ON plexus.organization_role;
      DROP POLICY person_first ON plexus.person;
      DROP POLICY organization_opened ON plexus.organization;
      DROP POLICY change_audited ON plexus.change;
      DROP POLICY revision_audited ON plexus.revision;
      REVOKE SELECT ON plexus.revision, plexus.change FROM plexus_definer;
      DROP POLICY access_logged ON plexus.access_log;
      DROP POLICY command_purged ON plexus.command;
      DROP POLICY person_activated ON plexus.person;
      REVOKE ALL ON ${READS.join(', ')}, plexus.command, plexus.access_log, auth.account, auth.session, auth.link FROM plexus_definer;
      REVOKE UPDATE (status, version) ON plexus.person FROM plexus_definer;
    `);
  }
}
