import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { eventually } from '../support/access-waiting.ts';
import { World } from '../support/world.ts';

const query = '{ me { person { name } } }';

describe('a server among those who mean it ill, and those who are slow', () => {
  let world: World;
  beforeAll(async () => {
    // What it gives up on is part of what is asked.
    world = await World.open({ patience: 1 });
    await world.organization();
  });
  afterAll(() => world.close());

  const administrator = () => world.as(world.organizations[0]!.administrator);

  it('outlives clients that ask for an upgrade they are refused, and reset the connection', async () => {
    const { hostname, port } = new URL(world.url);
    const upgrade = 'GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n';
    for (let i = 0; i < 50; i += 1) {
      await new Promise<void>((resolve) => {
        const socket = connect(Number(port), hostname, () => {
          socket.write(upgrade, () => socket.resetAndDestroy());
        });
        socket.on('error', () => undefined).on('close', () => resolve());
      });
    }
    expect(await (await administrator()).data(query)).toMatchObject({ me: { person: { name: expect.any(String) } } });
  });

  it('never gives a connection on whose statement it gave up to the next request', async () => {
    const connections = async () => (await world.rows<{ pid: number }>(`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'plexus'`)).map((row) => row.pid);
    const runner = world.app.dataSource.createQueryRunner();
    const [{ pid }] = (await runner.query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
    await runner.query(`BEGIN; SET LOCAL statement_timeout = 0`);
    // Longer than the client waits for any statement.
    await expect(runner.query('SELECT pg_sleep(7)')).rejects.toThrow(/timeout|terminated|closed/i);
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.release();
    const client = await administrator();
    for (let i = 0; i < 12; i += 1) await client.data(query);
    const inUse = await world.rows(`SELECT 1 FROM pg_stat_activity WHERE pid = $1 AND query NOT LIKE 'SELECT pg_sleep%'`, [pid]);
    expect(inUse).toEqual([]);
    await eventually(async () => !(await connections()).includes(pid), 'the end of the statement that was given up on');
  }, 180_000);

  it('reads no announcement that it did not write', async () => {
    await world.rows(`SELECT pg_notify('plexus_revision', 'not JSON'), pg_notify('plexus_revision', '{"o": 1}')`);
    expect(await (await administrator()).data(query)).toMatchObject({ me: {} });
  });

  it('takes the development cookie on this machine only', async () => {
    const { readCookie } = await import('../../src/platform/http/session-cookie.ts');
    const token = 'a'.repeat(43);
    const sent = (host: string) => readCookie({ headers: { host, cookie: `plexus-development=${token}` } });
    expect([sent('localhost:3000'), sent('127.0.0.1'), sent('plexus.clinic.example'), sent('localhost.evil.example')]).toEqual([token, token, null, null]);
  });
});
