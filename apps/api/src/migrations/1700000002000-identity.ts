import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Organizations and people, and the accounts, sessions and links by which people come in. */
export class Identity1700000002000 implements MigrationInterface {
  readonly name = 'Identity1700000002000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE plexus.organization (
        organization_id uuid PRIMARY KEY,
        name text NOT NULL,
        time_zone text NOT NULL,
        version integer NOT NULL DEFAULT 1
      );

      CREATE TABLE plexus.person (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        account_id uuid NOT NULL,
        name text NOT NULL,
        email text NOT NULL,
        discipline text,
        status text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (organization_id, id),
        CONSTRAINT person_organization_fk FOREIGN KEY (organization_id) REFERENCES plexus.organization (organization_id),
        CONSTRAINT person_status CHECK (status IN ('invited', 'active', 'deactivated')),
        CONSTRAINT person_once_an_account UNIQUE (organization_id, account_id)
      );
      CREATE INDEX person_account ON plexus.person (account_id);

      CREATE TABLE plexus.organization_role (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        PRIMARY KEY (organization_id, person_id, role),
        CONSTRAINT organization_role_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id),
        CONSTRAINT organization_role_role CHECK (role IN ('coordinator', 'administrator', 'privacy-officer'))
      );

      CREATE TABLE plexus.organization_command (
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        id uuid NOT NULL,
        input_hash bytea NOT NULL,
        verb text NOT NULL,
        entity_id uuid NOT NULL,
        reason text,
        at timestamptz NOT NULL,
        PRIMARY KEY (organization_id, person_id, id),
        CONSTRAINT organization_command_person_fk FOREIGN KEY (organization_id, person_id) REFERENCES plexus.person (organization_id, id)
      );

      CREATE TABLE auth.account (
        id uuid PRIMARY KEY,
        email text NOT NULL CONSTRAINT account_email UNIQUE,
        password_hash text
      );

      CREATE TABLE auth.session (
        id uuid PRIMARY KEY,
        token_hash bytea NOT NULL CONSTRAINT session_token UNIQUE,
        account_id uuid NOT NULL REFERENCES auth.account (id),
        organization_id uuid NOT NULL,
        person_id uuid NOT NULL,
        created_at timestamptz NOT NULL,
        last_active_at timestamptz NOT NULL,
        locked_at timestamptz,
        ended_at timestamptz,
        ended_reason text,
        device text NOT NULL,
        address text NOT NULL
      );
      CREATE INDEX session_account ON auth.session (account_id) WHERE ended_at IS NULL;

      CREATE TABLE auth.link (
        hash bytea PRIMARY KEY,
        account_id uuid NOT NULL REFERENCES auth.account (id),
        kind text NOT NULL CONSTRAINT link_kind CHECK (kind IN ('reset', 'invitation')),
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );

      CREATE TABLE queue.rate_limit (
        key varchar(255) PRIMARY KEY,
        points integer NOT NULL DEFAULT 0,
        expire bigint
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON queue.rate_limit TO plexus_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE queue.rate_limit, auth.link, auth.session, auth.account;
      DROP TABLE plexus.organization_command, plexus.organization_role, plexus.person, plexus.organization;
    `);
  }
}
