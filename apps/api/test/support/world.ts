import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { PEER_MENTOR_CONSENT } from '@plexus/catalogue';
import type { OrganizationRole, TeamRole } from '@plexus/domain';
import { addDays, dayAt } from '@plexus/domain';
import { createApp, type PlexusApp } from '../../src/create-app.ts';
import { MovedClock } from '../../src/platform/clock/clock.ts';
import type { Config } from '../../src/platform/config/config.ts';
import { Mail, type Message } from '../../src/platform/mail/mail.ts';
import { Client } from './client.ts';
import { type TestDatabase, freshDatabase } from './database.ts';
import { testLogFile } from './logs.ts';

export class KeptMail extends Mail {
  readonly messages: Message[] = [];

  override send(message: Message): void {
    this.messages.push(message);
  }
}

export interface TestPerson {
  readonly organizationId: string;
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  readonly email: string;
}

export interface TestOrganization {
  readonly organizationId: string;
  readonly timeZone: string;
  readonly administrator: TestPerson;
}

export const configFor = (database: TestDatabase, overrides: Partial<Config> = {}): Config => ({
  databaseUrl: database.appUrl,
  adminUrl: database.adminUrl,
  recordKey: Buffer.from(process.env.PLEXUS_TEST_RECORD_KEY!, 'hex'),
  host: '127.0.0.1',
  port: 0,
  embedded: true,
  demo: false,
  documents: 'any',
  webRoot: null,
  allowedOrigins: [],
  trustedProxies: 0,
  publicUrl: 'http://localhost:3000',
  smtpUrl: null,
  mailFrom: 'Plexus <plexus@lindenhall.example>',
  logLevel: 'debug',
  logFile: testLogFile(),
  shutdownNoticeMs: 0,
  metricsPort: null,
  metricsHost: '127.0.0.1',
  patience: 30,
  ...overrides,
});

/** 09:00 in Chicago on a Monday; tests move on from here. */
export const START = new Date('2026-11-23T15:00:00.000Z');
export const ZONE = 'America/Chicago';

/**
 * A running server on a database of its own, with the people that a test asks for. People are put there by the owner and signed in by a session
 * row, because a test of the plan is not a test of passwords; everything else goes through GraphQL.
 */
export class World {
  readonly organizations: TestOrganization[] = [];

  private constructor(
    readonly database: TestDatabase,
    readonly app: PlexusApp,
    readonly clock: MovedClock,
    readonly mail: KeptMail,
    readonly url: string,
  ) {}

  static async open(overrides: Partial<Config> = {}, on?: TestDatabase): Promise<World> {
    const database = on ?? (await freshDatabase());
    const config = configFor(database, overrides);
    const clock = new MovedClock(START);
    const mail = new KeptMail();
    const app = await createApp(config, { clock, mail });
    await app.nest.listen(0, '127.0.0.1');
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    return new World(database, app, clock, mail, `http://127.0.0.1:${port}`);
  }

  get today(): string {
    return dayAt(this.clock.now(), ZONE);
  }

  day(offset: number): string {
    return addDays(this.today, offset);
  }

  async organization(name = 'Lindenhall'): Promise<TestOrganization> {
    const administrator = person(randomUUID(), `${name} Administrator`);
    await this.database.admin('SELECT plexus.open_organization($1, $2, $3, $4, $5, $6, $7, $8)', [
      administrator.organizationId, name, ZONE, administrator.accountId, administrator.personId, administrator.name, administrator.email, null,
    ]);
    const organization = { organizationId: administrator.organizationId, timeZone: ZONE, administrator };
    this.organizations.push(organization);
    return organization;
  }

  /** An active person with a discipline and organization roles, put there as the owner's definer would. */
  async person(organization: TestOrganization, name: string, discipline: string | null, roles: readonly OrganizationRole[] = []): Promise<TestPerson> {
    const made = person(organization.organizationId, name);
    await this.database.admin(
      `SET ROLE plexus_definer;
       INSERT INTO auth.account (id, email) VALUES ('${made.accountId}', '${made.email}');
       INSERT INTO plexus.person (organization_id, id, account_id, name, email, discipline, status)
         VALUES ('${made.organizationId}', '${made.personId}', '${made.accountId}', '${name.replaceAll("'", "''")}', '${made.email}', ${discipline === null ? 'NULL' : `'${discipline}'`}, 'active');
       ${roles.map((role) => `INSERT INTO plexus.organization_role VALUES ('${made.organizationId}', '${made.personId}', '${role}');`).join('')}`,
    );
    return made;
  }

  /** A client signed in as this person. Each call is a session of its own. */
  async as(who: TestPerson): Promise<Client> {
    const token = randomBytes(32).toString('base64url');
    const hash = createHash('sha256').update(token).digest();
    await this.app.dataSource.query('SELECT auth.open_session($1, $2, $3, $4, $5, $6, $7, $8)', [
      randomUUID(), hash, who.accountId, who.organizationId, who.personId, this.clock.now(), 'Test', '127.0.0.1',
    ]);
    return this.anonymous(token);
  }

  anonymous(token: string | null = null): Client {
    return new Client(this.url, token);
  }

  /** A patient added through GraphQL by this person, who thereby leads the team (a coordinator: is a member). */
  async patient(by: Client, fields: Record<string, unknown> = {}): Promise<{ id: string; revision: number }> {
    const input = { commandId: randomUUID(), mrn: `M-${randomUUID().slice(0, 8)}`, givenName: 'Marisol', familyName: 'Okafor-Reyes', birthDate: '1980-04-12', sex: 'FEMALE', ...fields };
    const { addPatient } = await by.data<{ addPatient: { id: string; revision: number; violations?: unknown } }>(
      'mutation ($input: AddPatientInput!) { addPatient(input: $input) { ... on Patient { id revision } ... on RuleViolation { violations { code field } } } }',
      { input },
    );
    if (!addPatient.id) throw new Error(`The patient was refused: ${JSON.stringify(addPatient)}`);
    return addPatient;
  }

  async member(by: Client, patientId: string, who: TestPerson, fields: { role?: Uppercase<TeamRole>; validFrom?: string; validTo?: string } = {}): Promise<void> {
    const input = { commandId: randomUUID(), patientId, baseRevision: await this.revisionOf(patientId), personId: who.personId, role: 'MEMBER', validFrom: this.today, reason: 'Treats the patient', ...fields };
    const { addTeamMember } = await by.data<{ addTeamMember: { id?: string } }>(
      'mutation ($input: AddTeamMemberInput!) { addTeamMember(input: $input) { ... on Patient { id } ... on RuleViolation { violations { code field } } } }',
      { input },
    );
    if (!addTeamMember.id) throw new Error(`The member was refused: ${JSON.stringify(addTeamMember)}`);
  }

  /** The patient's consent that their peer mentor sees the plan, or another one. */
  async consent(by: Client, patientId: string, fields: Record<string, unknown> = {}): Promise<void> {
    const input = {
      commandId: randomUUID(), patientId, baseRevision: await this.revisionOf(patientId), kind: PEER_MENTOR_CONSENT, givenOn: this.today, givenBy: 'PATIENT', how: 'SPOKEN', validFrom: this.today, ...fields,
    };
    const { recordConsent } = await by.data<{ recordConsent: { id?: string } }>(
      'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { ... on Patient { id } ... on RuleViolation { violations { code field } } } }',
      { input },
    );
    if (!recordConsent.id) throw new Error(`The consent was refused: ${JSON.stringify(recordConsent)}`);
  }

  async revisionOf(patientId: string): Promise<number> {
    const [row] = await this.rows<{ revision: string }>('SELECT revision FROM plexus.patient_record WHERE patient_id = $1', [patientId]);
    return Number(row!.revision);
  }

  /** Rows as they are in the table, whoever may see them: read by the superuser, or by the definer where there is none. */
  async rows<T extends object = Record<string, unknown>>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.database, sql, values);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.database.drop();
  }
}

export async function rowsOf<T extends object>(database: TestDatabase, sql: string, values: readonly unknown[] = []): Promise<T[]> {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: database.superuserUrl || database.adminUrl });
  await client.connect();
  try {
    return (await client.query<T>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

const person = (organizationId: string, name: string): TestPerson => ({
  organizationId,
  personId: randomUUID(),
  accountId: randomUUID(),
  name,
  email: `${name.toLowerCase().replace(/[^a-z]+/g, '.')}.${randomUUID().slice(0, 6)}@lindenhall.example`,
});
