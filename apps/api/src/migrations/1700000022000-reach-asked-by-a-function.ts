import type { MigrationInterface, QueryRunner } from 'typeorm';
import { reached } from './1700000006000-walls.ts';

type View = 'reach' | 'clinical_reach';

const FUNCTIONS: Record<View, string> = { reach: 'plexus.reached()', clinical_reach: 'plexus.clinically_reached()' };
const PERSON = `(SELECT current_setting('app.person')::uuid)`;
const PATIENT = `(SELECT nullif(current_setting('app.patient', true), '')::uuid)`;
const ORGANIZATION = `(SELECT current_setting('app.organization')::uuid)`;

/** As `reached` of migration 6, for tables that come after this one. */
export const reachedBy = (view: View, column: string) => `organization_id = ${ORGANIZATION} AND ${column} = ANY ((SELECT ${FUNCTIONS[view]})::uuid[])`;

const OWN = (reach: string) => `person_id = ${PERSON} AND ${reach}`;
const IN_AUDIENCE = (reach: string) => `${reach}
  AND (author_id IS NULL OR author_id = ${PERSON})
  AND (audience IS NULL OR audience && ARRAY(SELECT r.discipline FROM plexus.reach r WHERE r.patient_id = ${PATIENT}))`;

interface Asking {
  readonly table: string;
  readonly policy: string;
  readonly view: View;
  readonly clause?: 'USING' | 'WITH CHECK';
  readonly column?: string;
  /** The whole condition, where the policy asks more than the reach. */
  readonly condition?: (reach: string) => string;
}

const each = (view: View, ...tables: readonly string[]): Asking[] => tables.map((table) => ({ table, policy: `${table}_reached`, view }));

/** Every policy that asks whom its reader reaches. */
const ASKING: readonly Asking[] = [
  ...each('reach', 'team_member', 'stand_in', 'plan', 'goal', 'activity', 'goal_participant', 'activity_goal', 'patient_record'),
  ...each('clinical_reach', 'patient_details', 'problem', 'allergy', 'contact', 'symptom', 'risk_factor', 'red_flag_screen', 'named_substance', 'medicine', 'reconciliation', 'device', 'consent'),
  ...each('clinical_reach', 'goal_rating', 'agreement', 'dissent', 'revision'),
  { table: 'patient', policy: 'patient_reached', view: 'reach', column: 'id' },
  { table: 'patient_record', policy: 'patient_record_revised', view: 'reach' },
  { table: 'revision', policy: 'revision_written', view: 'reach', clause: 'WITH CHECK', condition: OWN },
  { table: 'change', policy: 'change_in_audience', view: 'reach', condition: IN_AUDIENCE },
  { table: 'change', policy: 'change_written', view: 'reach', clause: 'WITH CHECK' },
  { table: 'seen_mark', policy: 'seen_mark_own', view: 'clinical_reach', condition: OWN },
];

/**
 * A policy asks a function, once a statement, whom its reader reaches. Asked within the policy itself, the four branches of `reach` were part of every
 * plan, twice for each table: a chart was 1.6 times slower (docs/decisions/0035). Naming a patient grants nothing, as before; it only narrows.
 */
export class ReachAskedByAFunction1700000022000 implements MigrationInterface {
  readonly name = 'ReachAskedByAFunction1700000022000';

  async up(runner: QueryRunner): Promise<void> {
    for (const [view, name] of Object.entries(FUNCTIONS)) {
      // It acts as whoever asks: the view alone knows more than they do.
      await runner.query(`
        CREATE FUNCTION ${name} RETURNS uuid[] LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = plexus, pg_temp AS $body$
        DECLARE
          named uuid := nullif(current_setting('app.patient', true), '')::uuid;
        BEGIN
          IF named IS NULL THEN
            RETURN ARRAY(SELECT r.patient_id FROM plexus.${view} r);
          END IF;
          RETURN ARRAY(SELECT r.patient_id FROM plexus.${view} r WHERE r.patient_id = named);
        END $body$;
        REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;
        GRANT EXECUTE ON FUNCTION ${name} TO plexus_app;
      `);
    }
    await this.ask(runner, reachedBy);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.ask(runner, reached);
    for (const name of Object.values(FUNCTIONS)) await runner.query(`DROP FUNCTION ${name}`);
  }

  private async ask(runner: QueryRunner, shape: (view: View, column: string) => string): Promise<void> {
    for (const { table, policy, view, clause = 'USING', column = 'patient_id', condition = (reach: string) => reach } of ASKING) {
      await runner.query(`ALTER POLICY ${policy} ON plexus.${table} ${clause} (${condition(shape(view, column))})`);
    }
  }
}
