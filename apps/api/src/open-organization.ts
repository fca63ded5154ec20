import { createHash, randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { checkPerson, emailKey, tidy } from '@plexus/domain';
import pg from 'pg';
import { Clock } from './platform/clock/clock.ts';
import { newId } from './platform/ids.ts';

// `npm run organization:open`: an organization begins with its first administrator, who invites the others. Needs the owner's connection.

const LINK_DAYS = 7;

const { values } = parseArgs({
  options: { name: { type: 'string' }, 'time-zone': { type: 'string' }, administrator: { type: 'string' }, email: { type: 'string' }, url: { type: 'string', default: 'http://localhost:3000' } },
});
const { name, administrator, email, url } = values;
const timeZone = values['time-zone'];

function giveUp(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

if (!name || !timeZone || !administrator || !email) {
  giveUp('Use: npm run organization:open -- --name "Clinic" --time-zone Europe/Vienna --administrator "Full Name" --email name@clinic.example [--url https://plexus.clinic.example]');
}
if (!process.env.DATABASE_ADMIN_URL) giveUp('DATABASE_ADMIN_URL is not set.');
if (!Intl.supportedValuesOf('timeZone').includes(timeZone)) giveUp(`There is no time zone ${timeZone}. Use an IANA name such as America/Chicago.`);
const checked = checkPerson({ name: administrator, email }, () => false);
if (!checked.ok) giveUp(checked.error.violations.map((violation) => `${violation.field}: ${violation.message}`).join('\n'));

const owner = new pg.Client({ connectionString: process.env.DATABASE_ADMIN_URL });
try {
  await owner.connect();
  const token = randomBytes(32).toString('base64url');
  const accountId = newId();
  await owner.query('BEGIN');
  await owner.query('SELECT plexus.open_organization($1, $2, $3, $4, $5, $6, $7, $8)', [newId(), tidy(name), timeZone, accountId, newId(), tidy(administrator), emailKey(email), null]);
  await owner.query('SET LOCAL ROLE plexus_definer');
  const { rows } = await owner.query<{ id: string }>('SELECT a.id FROM auth.account a WHERE a.email = $1', [emailKey(email)]);
  await owner.query('SELECT auth.make_link($1, $2, $3, $4)', [createHash('sha256').update(token).digest(), rows[0]!.id, 'invitation', new Date(new Clock().now().getTime() + LINK_DAYS * 86_400_000)]);
  await owner.query('COMMIT');
  process.stdout.write(`${name} is open. ${administrator} sets a password within ${LINK_DAYS} days at:\n  ${url}/set-password#${token}\n`);
} catch (error) {
  giveUp(`The organization could not be opened: ${error instanceof Error ? error.message : String(error)}`);
} finally {
  await owner.end().catch(() => undefined);
}
