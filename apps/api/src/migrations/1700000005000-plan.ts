import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The one shared plan of a patient: goals, activities, and which activity serves which goal. */
export class Plan1700000005000 implements MigrationInterface {
  readonly name = 'Plan1700000005000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.plan (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        title text NOT NULL,
        summary text,
        status text NOT NULL,
        review_date date,
        agreed_message text,
        agreed_on date,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT plan_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT plan_one_a_patient UNIQUE (organization_id, patient_id),
        CONSTRAINT plan_status CHECK (status IN ('draft', 'active', 'on-hold', 'completed'))
      );

      CREATE TABLE plexus.goal (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        words text NOT NULL,
        restatement text,
        scope text NOT NULL,
        domain text NOT NULL,
        status text NOT NULL,
        achievement text NOT NULL,
        owner_id uuid,
        target_measure text,
        target_baseline double precision,
        target_value double precision,
        target_unit text,
        target_date date,
        started_on date,
        ended_on date,
        end_reason text,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT goal_of_patient UNIQUE (organization_id, patient_id, id),
        CONSTRAINT goal_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT goal_owner_fk FOREIGN KEY (organization_id, owner_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT goal_scope CHECK (scope IN ('whole-person', 'upper-back')),
        CONSTRAINT goal_domain CHECK (domain IN
          ('movement', 'sleep', 'mood-and-fear', 'medication', 'work-and-role', 'pacing', 'understanding', 'social')),
        CONSTRAINT goal_status CHECK (status IN ('proposed', 'active', 'on-hold', 'completed', 'cancelled')),
        CONSTRAINT goal_achievement CHECK (achievement IN
          ('in-progress', 'improving', 'worsening', 'no-change', 'achieved', 'sustaining', 'not-achieved', 'no-progress', 'not-attainable')),
        CONSTRAINT goal_ended CHECK ((status IN ('completed', 'cancelled')) = (ended_on IS NOT NULL))
      );

      CREATE TABLE plexus.goal_participant (
        organization_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        person_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        PRIMARY KEY (organization_id, goal_id, person_id),
        CONSTRAINT goal_participant_goal_fk FOREIGN KEY (organization_id, patient_id, goal_id)
          REFERENCES plexus.goal (organization_id, patient_id, id),
        CONSTRAINT goal_participant_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id)
      );
      CREATE INDEX goal_participant_patient ON plexus.goal_participant (organization_id, patient_id);

      CREATE TABLE plexus.activity (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        patient_id uuid NOT NULL,
        catalogue_id text NOT NULL,
        discipline text NOT NULL,
        owner_id uuid,
        status text NOT NULL,
        dose_text text,
        reason text,
        starts_on date,
        review_on date,
        ends_on date,
        revision bigint NOT NULL,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT activity_of_patient UNIQUE (organization_id, patient_id, id),
        CONSTRAINT activity_patient_fk FOREIGN KEY (organization_id, patient_id) REFERENCES plexus.patient (organization_id, id),
        CONSTRAINT activity_owner_fk FOREIGN KEY (organization_id, owner_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT activity_status CHECK (status IN ('planned', 'active', 'on-hold', 'completed', 'stopped', 'declined')),
        CONSTRAINT activity_period CHECK (ends_on >= starts_on)
      );

      CREATE TABLE plexus.activity_goal (
        organization_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        goal_id uuid NOT NULL,
        patient_id uuid NOT NULL,
        PRIMARY KEY (organization_id, activity_id, goal_id),
        CONSTRAINT activity_goal_activity_fk FOREIGN KEY (organization_id, patient_id, activity_id)
          REFERENCES plexus.activity (organization_id, patient_id, id),
        CONSTRAINT activity_goal_goal_fk FOREIGN KEY (organization_id, patient_id, goal_id)
          REFERENCES plexus.goal (organization_id, patient_id, id)
      );
      CREATE INDEX activity_goal_patient ON plexus.activity_goal (organization_id, patient_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE plexus.activity_goal, plexus.activity, plexus.goal_participant, plexus.goal, plexus.plan`);
  }
}
