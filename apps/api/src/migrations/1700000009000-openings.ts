import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNATURE = 'auth.opening(p_token_hash bytea, p_patient uuid, p_at timestamptz)';
const NAME = 'auth.opening(bytea, uuid, timestamptz)';

/**
 * Everything that decides whether an answer that was kept may be sent again, in one round trip: whose session it is and how it stands, what the
 * person is to the patient at this moment, and at which revision the record and the organization are. By what right somebody reaches a patient is
 * asked of the same view as the policies ask, as the same role: the function only gives it the context that a transaction would.
 */
export class Openings1700000009000 implements MigrationInterface {
  readonly name = 'Openings1700000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      SET LOCAL ROLE plexus_reach;
      GRANT SELECT ON plexus.reach TO plexus_definer;
      RESET ROLE;
      GRANT CREATE ON SCHEMA auth TO plexus_definer;

      CREATE FUNCTION ${SIGNATURE}
        RETURNS TABLE (id uuid, account_id uuid, organization_id uuid, person_id uuid, created_at timestamptz, last_active_at timestamptz, locked_at timestamptz,
          ended_at timestamptz, person_status text, discipline text, roles text[], time_zone text, organization_version integer, today text, reach json, revision bigint)
        LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = plexus, pg_temp AS $body$
      DECLARE s record;
      BEGIN
        SELECT * INTO s FROM auth.session_by_token(p_token_hash);
        IF NOT FOUND THEN RETURN; END IF;
        PERFORM set_config('app.organization', s.organization_id::text, true), set_config('app.person', s.person_id::text, true), set_config('app.purpose', 'care', true),
          set_config('app.today', (p_at AT TIME ZONE s.time_zone)::date::text, true), set_config('app.patient', p_patient::text, true);
        RETURN QUERY SELECT s.id, s.account_id, s.organization_id, s.person_id, s.created_at, s.last_active_at, s.locked_at, s.ended_at, s.person_status, s.discipline, s.roles,
          s.time_zone, s.organization_version, (p_at AT TIME ZONE s.time_zone)::date::text,
          (SELECT json_agg(json_build_object('through', r.through, 'role', r.role, 'discipline', r.discipline, 'onBehalfOf', r.on_behalf_of)) FROM plexus.reach r WHERE r.patient_id = p_patient),
          (SELECT p.revision FROM plexus.patient_record p WHERE p.organization_id = s.organization_id AND p.patient_id = p_patient);
      END $body$;
      REVOKE ALL ON FUNCTION ${NAME} FROM PUBLIC;
      ALTER FUNCTION ${NAME} OWNER TO plexus_definer;
      SET LOCAL ROLE plexus_definer;
      GRANT EXECUTE ON FUNCTION ${NAME} TO plexus_app;
      RESET ROLE;
      REVOKE CREATE ON SCHEMA auth FROM plexus_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION ${NAME};
      SET LOCAL ROLE plexus_reach;
      REVOKE SELECT ON plexus.reach FROM plexus_definer;
      RESET ROLE;
    `);
  }
}
