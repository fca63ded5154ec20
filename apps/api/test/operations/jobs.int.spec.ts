import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import PgBoss from 'pg-boss';
import { EscalationClinic } from '../support/escalation-clinic.ts';
import { eventually } from '../support/record-patience.ts';
import { ServerProcess } from '../support/server-process.ts';
import { World, rowsOf } from '../support/world.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const GATE = 727_100;
const PROCESSES = ['plexus-one', 'plexus-other'] as const;

let world: World;
let clinic: EscalationClinic;
let owner: pg.Client;
let boss: PgBoss;
const servers = new Map<string, ServerProcess>();

/** Twenty days ago, for the servers have the time that it is. */
beforeAll(async () => {
  world = await World.open();
  world.clock.moveTo(new Date(Date.now() - 20 * DAY_MS));
  clinic = await EscalationClinic.open(world);
  owner = new pg.Client({ connectionString: world.database.adminUrl });
  await owner.connect();
  // A job comes to a gate when it has written its rows, and before they are committed.
  await owner.query(`
    CREATE FUNCTION plexus.wait_at_the_gate() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${GATE}); RETURN NULL; END $$;
    CREATE TRIGGER gate AFTER INSERT ON plexus.follow_up_escalation FOR EACH STATEMENT EXECUTE FUNCTION plexus.wait_at_the_gate()`);
  boss = await new PgBoss({ connectionString: world.database.appUrl, schema: 'queue', migrate: false, schedule: false, supervise: false }).start();
  await Promise.all(PROCESSES.map(async (name) => servers.set(name, await ServerProcess.start(world.database, { DATABASE_URL: `${world.database.appUrl}?application_name=${name}` }))));
}, 180_000);
afterEach(() => owner.query('SELECT pg_advisory_unlock_all()'));
afterAll(async () => {
  await Promise.all([...servers.values()].map((server) => server.stop()));
  await boss.stop({ graceful: false });
  await owner.end();
  await world.close();
});

/** The hour strikes; @returns which process stands at the gate */
async function strikeAndWait(): Promise<string> {
  await owner.query('SELECT pg_advisory_lock($1)', [GATE]);
  await boss.send({ name: 'escalate-follow-ups' });
  return eventually('a job to come to the gate', async () => {
    const [row] = await world.rows<{ name: string }>(`SELECT application_name AS name FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'`);
    return row?.name;
  });
}

const written = () => world.rows<{ id: string; steps: string }>(`SELECT follow_up_id AS id, string_agg(step, ' ' ORDER BY step) AS steps FROM plexus.follow_up_escalation GROUP BY 1 ORDER BY 1`);
const runs = async () => (await world.rows<{ outcome: string }>(`SELECT outcome FROM plexus.job_run WHERE job = 'escalate-follow-ups' AND outcome <> '0 escalated'`)).map(({ outcome }) => outcome);

it('a job whose process is killed is done by another: each step once, and none is missed', async () => {
  const ids = [await clinic.followUp(), await clinic.followUp({ priority: 'ROUTINE' })];
  const killed = await strikeAndWait();
  servers.get(killed)!.child.kill('SIGKILL');
  await servers.get(killed)!.ended;
  await owner.query('SELECT pg_advisory_unlock_all()');
  expect([await written(), await runs()]).toEqual([[], []]);

  // Six minutes go by for the queue.
  await rowsOf(world.database, `UPDATE queue.job SET started_on = started_on - interval '5 minutes' WHERE state = 'active'`);
  await boss.maintain();
  await rowsOf(world.database, `UPDATE queue.job SET start_after = now() - interval '1 second' WHERE state = 'retry'`);
  await eventually('the other process to take it up', async () => (await runs()).length > 0);
  expect(await written()).toEqual(ids.map((id, index) => ({ id, steps: index === 0 ? 'ask-help inform transfer' : 'ask-help inform' })));
  expect(await runs()).toEqual(['5 escalated']);
}, 180_000);

it('a server that is told to end brings the job to its end that it has begun', async () => {
  await clinic.followUp({ priority: 'ROUTINE' });
  const server = servers.get(await strikeAndWait())!;
  server.child.kill('SIGTERM');
  await eventually('the server to be ending', async () => (await fetch(`${server.url}/health/ready`).catch(() => null))?.status !== 200);
  await owner.query('SELECT pg_advisory_unlock_all()');
  expect(await server.ended).toEqual({ code: 0, signal: null });
  expect(await runs()).toEqual(['5 escalated', '2 escalated']);
}, 180_000);
