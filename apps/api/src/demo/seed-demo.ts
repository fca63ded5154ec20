import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type OrganizationRole, addDays, dayAt } from '@plexus/domain';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { AppModule } from '../app.module.ts';
import { Passwords } from '../modules/identity/application/passwords.ts';
import { PasswordLinks } from '../modules/identity/application/password-links.ts';
import { PeopleUseCases } from '../modules/identity/application/people.use-cases.ts';
import type { Actor } from '../platform/actor.ts';
import { Clock, MovedClock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import { openDataSource } from '../platform/database/data-source.ts';
import { Transactions } from '../platform/database/transactions.ts';
import { TrustedDocuments } from '../platform/graphql/trusted-documents.ts';
import { newId } from '../platform/ids.ts';
import { JobQueue } from '../platform/jobs/job-queue.ts';
import { Mail, type Message } from '../platform/mail/mail.ts';
import { Clinic, type Staff, demoId } from './clinic.ts';
import { type Event, inTime, minuteOf } from './event.ts';
import { LINDENHALL } from './first-organization.ts';
import { leaveEvents } from './play-follow-ups.ts';
import { patientEvents } from './play-patient.ts';
import { LEAVES } from './follow-up-stories.ts';
import { SALTMARSH } from './second-organization.ts';
import { DEMO_PASSWORD } from './sign-ins.ts';
import { type OrganizationStory, type StaffStory, TODAY } from './story.types.ts';

const MORNINGS = 14;

/** Keeps the invitations instead of printing them: their links set the demo's password. */
class KeptMail extends Mail {
  readonly messages: Message[] = [];

  override send(message: Message): void {
    this.messages.push(message);
  }
}

export interface SeedOptions {
  /** What is loaded; both organizations when left out. */
  readonly organizations?: readonly OrganizationStory[];
}

/**
 * Loads the demo once: every person by invitation, every patient by the application's own use-cases on a moved clock, so that all of it has an
 * author, a history and has passed every rule. A load that was cut off goes on where it stopped.
 */
export async function seedDemo(config: Config, say: (line: string) => void, { organizations = [LINDENHALL, SALTMARSH] }: SeedOptions = {}): Promise<void> {
  const dataSource = await openDataSource(config.databaseUrl);
  try {
    const missing: OrganizationStory[] = [];
    for (const story of organizations) if (!(await mark(dataSource, story, 'demo-loaded'))) missing.push(story);
    if (missing.length === 0) return;
    const clock = new MovedClock(new Clock().now());
    const mail = new KeptMail();
    const app = await NestFactory.createApplicationContext(AppModule.of(config, dataSource, new TrustedDocuments('any', {}), { clock, mail }), { logger: false });
    try {
      for (const story of missing) {
        say(`Loading the demo clinic: ${story.name}, ${story.patients.length} patients …`);
        await loadOrganization(app, config, dataSource, clock, mail, story);
      }
    } finally {
      await app.close();
    }
  } finally {
    await dataSource.destroy();
  }
}

const organizationIdOf = (story: OrganizationStory): string => demoId('organization', story.key);

/** A note in `job_run`, or null. Read without a person: a job sees its organization only. */
async function mark(dataSource: DataSource, story: OrganizationStory, job: string, write?: string): Promise<string | null> {
  const context = { organizationId: organizationIdOf(story), personId: null, purpose: 'job', today: dayAt(new Clock().now(), story.timeZone), patientId: null } as const;
  const found = await new Transactions(dataSource).write(context, async (em) => {
    const [row] = await em.query<{ outcome: string }[]>('SELECT outcome FROM plexus.job_run WHERE organization_id = $1 AND job = $2', [context.organizationId, job]);
    if (row || write === undefined) return row?.outcome ?? null;
    await em.query('INSERT INTO plexus.job_run (organization_id, id, job, at, outcome) VALUES ($1, $2, $3, $4, $5)', [context.organizationId, newId(), job, new Clock().now(), write]);
    return write;
  });
  return found.ok ? found.value : null;
}

async function loadOrganization(app: INestApplicationContext, config: Config, dataSource: DataSource, clock: MovedClock, mail: KeptMail, story: OrganizationStory): Promise<void> {
  const loadedAt = new Clock().now();
  const organizationId = organizationIdOf(story);
  await openOrganization(app, config, story);
  // The day on which the load began: one that was cut off before midnight goes on with the same dates.
  const dayZero = (await mark(dataSource, story, 'demo-begun', addDays(dayAt(loadedAt, story.timeZone), -TODAY)))!;
  clock.moveTo(loadedAt);
  const staff = await inviteStaff(app, dataSource, mail, organizationId, story);
  const clinic = new Clinic(app, clock, organizationId, story, dayZero, staff);
  const leaves = leaveEvents(clinic, LEAVES.filter(({ person }) => staff.has(person)));
  for (const event of inTime([...leaves, ...mornings(app, story), ...story.patients.flatMap((patient) => patientEvents(clinic, patient))])) await event.play(clinic.at(event.deed, minuteOf(event)));
  clock.moveTo(loadedAt);
  await app.get(JobQueue).strike('escalate-follow-ups');
  await mark(dataSource, story, 'demo-loaded', dayZero);
}

/** The hour strikes on the last mornings too: what nobody moved was told of in its time, and not all of it today. */
const mornings = (app: INestApplicationContext, story: OrganizationStory): Event[] =>
  Array.from({ length: MORNINGS }, (_, i): Event => ({
    deed: { day: TODAY - MORNINGS + i, hour: 6, by: administratorOf(story).key },
    order: 0,
    play: () => app.get(JobQueue).strike('escalate-follow-ups'),
  }));

const administratorOf = (story: OrganizationStory): StaffStory => {
  const person = story.staff.find((one) => one.roles.includes('administrator'));
  if (!person) throw new Error(`${story.name} has no administrator.`);
  return person;
};

const ids = (story: OrganizationStory, key: string): Staff => ({ personId: demoId(story.key, 'person', key), accountId: demoId(story.key, 'account', key) });

/** An organization begins with its first administrator, put there by the owner of the database. */
async function openOrganization(app: INestApplicationContext, config: Config, story: OrganizationStory): Promise<void> {
  const admin = administratorOf(story);
  const { personId, accountId } = ids(story, admin.key);
  const owner = new pg.Client({ connectionString: config.adminUrl });
  await owner.connect();
  try {
    await owner.query('SELECT plexus.open_organization($1, $2, $3, $4, $5, $6, $7, $8)', [
      organizationIdOf(story), story.name, story.timeZone, accountId, personId, admin.name, admin.email, await app.get(Passwords).make(DEMO_PASSWORD),
    ]);
  } finally {
    await owner.end();
  }
}

async function inviteStaff(app: INestApplicationContext, dataSource: DataSource, mail: KeptMail, organizationId: string, story: OrganizationStory): Promise<Map<string, Staff>> {
  const admin = administratorOf(story);
  const staff = new Map([[admin.key, ids(story, admin.key)]]);
  const actor: Actor = {
    organizationId, ...ids(story, admin.key), sessionId: demoId('session', admin.key), discipline: admin.discipline,
    organizationRoles: admin.roles as OrganizationRole[], timeZone: story.timeZone, today: dayAt(app.get(Clock).now(), story.timeZone),
  };
  for (const person of story.staff) {
    if (person.key === admin.key) continue;
    const { name, email, discipline, roles } = person;
    const invited = await app.get(PeopleUseCases).invite(actor, { commandId: demoId(story.key, 'invite', person.key), name, email, discipline, roles });
    if (!invited.ok) throw new Error(`${name} could not be invited.`);
    staff.set(person.key, { personId: invited.value.personId, accountId: await acceptInvitation(app, dataSource, mail, email) });
  }
  return staff;
}

async function acceptInvitation(app: INestApplicationContext, dataSource: DataSource, mail: KeptMail, email: string): Promise<string> {
  const token = mail.messages.findLast((message) => message.to === email)?.text.split('#')[1];
  if (token) {
    const accepted = await app.get(PasswordLinks).setPassword({ address: `demo ${email}`, device: 'demo' }, token, DEMO_PASSWORD);
    if (!accepted.ok) throw new Error(`${email} could not set a password.`);
  }
  const [account] = await dataSource.query<{ account_id: string }[]>('SELECT account_id FROM auth.account_by_email($1)', [email]);
  return account!.account_id;
}
