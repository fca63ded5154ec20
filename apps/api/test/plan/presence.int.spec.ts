import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import WebSocket from 'ws';
import { PresenceBoard } from '../../src/platform/events/presence-board.ts';
import { ask } from '../support/access-commands.ts';
import { Client, type Subscription } from '../support/client.ts';
import { type Clinician, clinician, endMembership, sharedPatient } from '../support/record-clinic.ts';
import { ApiProcess } from '../support/record-cluster.ts';
import { type TestOrganization, START, World } from '../support/world.ts';

const PRESENCE = 'subscription ($patientId: ID!, $page: ID!) { patientPresence(patientId: $patientId, page: $page) { entityId group person { name } } }';
const ANNOUNCE = 'mutation ($input: AnnounceEditingInput!) { announceEditing(input: $input) }';

interface Heard {
  readonly patientPresence: readonly { readonly entityId: string | null; readonly group: string | null; readonly person: { readonly name: string } }[];
}

/** Two processes on one database. */
let here: World;
let there: World;
let clinic: TestOrganization;
let ingrid: Clinician;
let lucia: Clinician;
let bridget: Clinician;
const open: Page[] = [];

beforeAll(async () => {
  here = await World.open();
  there = await World.open({}, here.database);
  clinic = await here.organization();
  ingrid = await clinician(here, clinic, 'Ingrid', 'physiatrist');
  lucia = await clinician(here, clinic, 'Lucia', 'physical-therapist');
  bridget = await clinician(here, clinic, 'Bridget', 'nurse');
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.leave();
});
afterAll(async () => {
  await there.app.close();
  await here.close();
});

/** A page that somebody has open: who else is here, each as `name` or `name: thing group`. */
class Page {
  readonly id: string;
  /** Everything that it was told, newest last. */
  readonly told: string[][] = [];
  private readonly watch: Subscription<Heard>;

  private constructor(
    readonly client: Client,
    readonly patientId: string,
    id: string,
  ) {
    this.id = id;
    this.watch = client.subscribe<Heard>(PRESENCE, { patientId, page: id });
    open.push(this);
  }

  /** Opens it and hears who is here. */
  static async of(who: Clinician | Client, patientId: string, at: { url: string } = here, id: string = randomUUID()): Promise<Page> {
    const page = new Page(new Client(at.url, who instanceof Client ? who.cookie : who.client.cookie), patientId, id);
    await page.hear();
    return page;
  }

  /** What it is told next; null: it is told nothing any more. */
  async hear(): Promise<readonly string[] | null> {
    const { done, value } = await this.watch.deliveries.next();
    if (done || !value.data) return null;
    const others = value.data.patientPresence.map(({ person, entityId, group }: Heard['patientPresence'][number]) => (entityId === null ? person.name : `${person.name}: ${entityId} ${group}`)).sort();
    this.told.push(others);
    return others;
  }

  /** Hears on until exactly these are here. */
  async shows(...names: readonly string[]): Promise<void> {
    while (JSON.stringify(this.told.at(-1)) !== JSON.stringify([...names].sort())) if ((await this.hear()) === null) throw new Error(`It ended with ${JSON.stringify(this.told)}, not with ${names.join(', ')}.`);
  }

  /** Hears on until nothing comes any more. */
  async ends(): Promise<void> {
    while ((await this.hear()) !== null);
  }

  announces(entityId: string | null, group: string | null, fields: Record<string, unknown> = {}): Promise<string | null> {
    return announce(this.client, { patientId: this.patientId, page: this.id, entityId, group, ...fields });
  }

  async leave(): Promise<void> {
    await this.watch.stop();
  }
}

/** The refusal, or null when it was taken. */
async function announce(client: Client, input: Record<string, unknown>): Promise<string | null> {
  const { error } = await ask(client, ANNOUNCE, { input });
  return error ? `${error.extensions.code} ${error.extensions.field ?? '-'}` : null;
}

const boardOf = (world: World) => world.app.nest.get(PresenceBoard);

describe('whoever has a record open', () => {
  it('is here for the others and not for themselves, until they leave', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia, bridget);
    const first = await Page.of(lucia, patientId);
    expect(first.told).toEqual([[]]);
    const second = await Page.of(ingrid, patientId);
    expect(second.told).toEqual([['Lucia']]);
    await first.shows('Ingrid');
    const third = await Page.of(bridget, patientId);
    await first.shows('Bridget', 'Ingrid');
    await second.shows('Bridget', 'Lucia');
    await third.shows('Ingrid', 'Lucia');
    await second.leave();
    await first.shows('Bridget');
    await third.shows('Lucia');
  });

  it('is here at this patient only', async () => {
    const [one, other] = [await sharedPatient(here, ingrid, lucia), await sharedPatient(here, ingrid, lucia)];
    await Page.of(lucia, one);
    expect((await Page.of(ingrid, other)).told).toEqual([[]]);
    expect((await Page.of(ingrid, one)).told).toEqual([['Lucia']]);
  });

  it('and goes to the next patient with the same page, has left the first', async () => {
    const [one, next] = [await sharedPatient(here, ingrid, lucia), await sharedPatient(here, ingrid, lucia)];
    const [atOne, atNext] = [await Page.of(ingrid, one), await Page.of(ingrid, next)];
    const before = await Page.of(lucia, one);
    await atOne.shows('Lucia');
    const after = await Page.of(lucia, next, here, before.id);
    await atNext.shows('Lucia');
    await before.leave();
    await atOne.shows();
    expect(await after.announces(next, 'title')).toBeNull();
    await atNext.shows(`Lucia: ${next} title`);
  });

  it('and whose connection is cut without a word, has left', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const page = await Page.of(ingrid, patientId);
    const socket = new WebSocket(`${here.url.replace(/^http/, 'ws')}/graphql`, 'graphql-transport-ws', { headers: { origin: here.url, cookie: `plexus-development=${lucia.client.cookie}` } });
    socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.on('message', (data: Buffer) => {
      if ((JSON.parse(data.toString()) as { type: string }).type === 'connection_ack') socket.send(JSON.stringify({ id: '1', type: 'subscribe', payload: { query: PRESENCE, variables: { patientId, page: randomUUID() } } }));
    });
    socket.on('error', () => undefined);
    await page.shows('Lucia');
    socket.terminate();
    await page.shows();
  });

  it('is here once for each page, and until the last of them is closed', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const page = await Page.of(ingrid, patientId);
    const [one, two] = [await Page.of(lucia, patientId), await Page.of(lucia, patientId, there)];
    await page.shows('Lucia', 'Lucia');
    expect([...one.told, ...two.told].flat()).not.toContain('Lucia');
    await one.announces(patientId, 'title');
    await page.shows('Lucia', `Lucia: ${patientId} title`);
    await one.leave();
    await page.shows('Lucia');
    await two.leave();
    await page.shows();
  });

  it('and connects again before the old connection is seen to be gone, is still here', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const page = await Page.of(ingrid, patientId);
    const old = await Page.of(lucia, patientId);
    await page.shows('Lucia');
    const again = await Page.of(lucia, patientId, here, old.id);
    await old.leave();
    await again.announces(patientId, 'title');
    await page.shows(`Lucia: ${patientId} title`);
    expect(page.told.slice(page.told.findIndex((names) => names.includes('Lucia')))).not.toContainEqual([]);
  });

  it.each<readonly [what: string, lose: (patientId: string, client: Client) => Promise<unknown>]>([
    ['whose membership has ended', (patientId) => endMembership(here, ingrid, patientId, lucia)],
    ['who has locked the session', (_, client) => client.data('mutation { lockSession }')],
    ['who has signed out', (_, client) => client.data('mutation { signOut }')],
  ])('%s hears nothing more and is gone with the next news', async (_what, lose) => {
    const patientId = await sharedPatient(here, ingrid, lucia, bridget);
    const client = await here.as(lucia.person);
    const page = await Page.of(ingrid, patientId);
    const losing = await Page.of(client, patientId);
    await page.shows('Lucia');
    await losing.shows('Ingrid');
    await lose(patientId, client);
    await Page.of(bridget, patientId, there);
    await losing.ends();
    expect(losing.told.flat()).not.toContain('Bridget');
    await page.shows('Bridget');
  });
});

describe('whoever edits', () => {
  it('is seen to edit, and to edit something else, and no longer', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const [page, editor] = [await Page.of(ingrid, patientId, there), await Page.of(lucia, patientId)];
    const [goal, activity] = [randomUUID(), randomUUID()];
    expect(await editor.announces(goal, 'target')).toBeNull();
    await page.shows(`Lucia: ${goal} target`);
    expect(await editor.announces(activity, 'order')).toBeNull();
    await page.shows(`Lucia: ${activity} order`);
    expect(await editor.announces(null, null)).toBeNull();
    await page.shows('Lucia');
    // Said to whichever process.
    expect(await announce(new Client(there.url, lucia.client.cookie), { patientId, page: editor.id, entityId: goal, group: 'words' })).toBeNull();
    await page.shows(`Lucia: ${goal} words`);
    // And whoever comes later sees it at once.
    expect((await Page.of(ingrid, patientId)).told).toEqual([[`Lucia: ${goal} words`]]);
  });

  it('cannot speak for the page of another session, nor for a page that is not here, nor at another patient', async () => {
    const [patientId, other] = [await sharedPatient(here, ingrid, lucia, bridget), await sharedPatient(here, ingrid, lucia, bridget)];
    const page = await Page.of(bridget, patientId);
    const theirs = await Page.of(ingrid, patientId);
    const own = await Page.of(lucia, patientId);
    await page.shows('Ingrid', 'Lucia');
    const elsewhere = await here.as(lucia.person);
    expect(await announce(lucia.client, { patientId, page: theirs.id, entityId: patientId, group: 'forged' })).toBeNull();
    expect(await announce(elsewhere, { patientId, page: own.id, entityId: patientId, group: 'forged' })).toBeNull();
    expect(await announce(lucia.client, { patientId, page: randomUUID(), entityId: patientId, group: 'forged' })).toBeNull();
    expect(await own.announces(patientId, 'forged', { patientId: other })).toBeNull();
    // What was said before is heard before.
    await own.announces(patientId, 'title');
    await page.shows('Ingrid', `Lucia: ${patientId} title`);
    expect(page.told.flat().filter((name) => name.includes('forged'))).toEqual([]);
    expect((await Page.of(bridget, other)).told).toEqual([[]]);
  });

  it('who has left is not brought back by a word that came late', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia, bridget);
    const page = await Page.of(ingrid, patientId);
    const editor = await Page.of(lucia, patientId);
    await page.shows('Lucia');
    await editor.leave();
    await page.shows();
    await editor.announces(patientId, 'title');
    await Page.of(bridget, patientId);
    await page.shows('Bridget');
    expect(page.told.flat().filter((name) => name.startsWith('Lucia:'))).toEqual([]);
  });
});

describe('nobody else', () => {
  it('hears who is here: not a stranger, not another organization, not somebody without a session', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const foreign = await here.organization('Marrowgate');
    const page = await Page.of(ingrid, patientId);
    for (const who of [await clinician(here, clinic, 'Hamid', 'nurse'), await clinician(here, foreign, 'Freya', 'physiatrist')]) {
      const deliveries = who.client.subscribe<Heard>(PRESENCE, { patientId, page: randomUUID() }).deliveries;
      const heard = await deliveries.next().catch((error: unknown) => ({ value: { errors: error } }));
      expect(JSON.stringify(heard)).toContain('NOT_FOUND');
      expect(await announce(who.client, { patientId, page: randomUUID(), entityId: patientId, group: 'title' })).toBe('NOT_FOUND -');
    }
    const nobody = here.anonymous().subscribe<Heard>(PRESENCE, { patientId, page: randomUUID() }).deliveries;
    await expect(nobody.next()).rejects.toMatchObject({ code: 4403 });
    await Page.of(lucia, patientId);
    await page.shows('Lucia');
    expect(new Set(page.told.flat())).toEqual(new Set(['Lucia']));
  });

  it.each<readonly [what: string, fields: Record<string, unknown>, refusal: string]>([
    ['a page that is no id', { page: 'page one' }, 'BAD_USER_INPUT page'],
    ['a page in upper case', { page: randomUUID().toUpperCase() }, 'BAD_USER_INPUT page'],
    ['a thing that is no id', { entityId: 'goal' }, 'BAD_USER_INPUT entityId'],
    ['a group that is no word', { group: 'target; DROP TABLE goal' }, 'BAD_USER_INPUT group'],
    ['a group without end', { group: 'x'.repeat(50_000) }, 'BAD_USER_INPUT group'],
    ['a patient that is no id', { patientId: 'Marisol' }, 'NOT_FOUND -'],
  ])('is told %s', async (_what, fields, refusal) => {
    const patientId = await sharedPatient(here, ingrid, lucia, bridget);
    const [page, editor] = [await Page.of(ingrid, patientId), await Page.of(lucia, patientId)];
    expect(await editor.announces(patientId, 'title', fields)).toBe(refusal);
    await Page.of(bridget, patientId);
    await page.shows('Bridget', 'Lucia');
    expect(page.told.flat().filter((name) => name.includes(':'))).toEqual([]);
  });

  it('comes in by a page that is no id', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const heard = await lucia.client.subscribe<Heard>(PRESENCE, { patientId, page: 'page one' }).deliveries.next().catch((error: unknown) => ({ value: { errors: error } }));
    expect(JSON.stringify(heard)).toContain('BAD_USER_INPUT');
    expect((await Page.of(ingrid, patientId)).told).toEqual([[]]);
  });
});

describe('several processes', () => {
  it('tell each other who comes, and who goes', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const [near, far] = [await Page.of(ingrid, patientId, here), await Page.of(lucia, patientId, there)];
    await near.shows('Lucia');
    await far.shows('Ingrid');
    await far.leave();
    await near.shows();
  });

  it('say it again, so that one that has just begun knows it too', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const editor = await Page.of(lucia, patientId, here);
    await editor.announces(patientId, 'title');
    const young = await World.open({}, here.database);
    try {
      const page = await Page.of(ingrid, patientId, young);
      expect(page.told).toEqual([[]]);
      boardOf(here).sayAgain();
      await page.shows(`Lucia: ${patientId} title`);
      await page.leave();
    } finally {
      await young.app.close();
    }
  });

  it('say goodbye when they are stopped', async () => {
    const patientId = await sharedPatient(here, ingrid, lucia);
    const young = await World.open({}, here.database);
    const page = await Page.of(ingrid, patientId, here);
    const gone = await Page.of(lucia, patientId, young);
    await page.shows('Lucia');
    await young.app.close();
    await page.shows();
    await gone.leave().catch(() => undefined);
  });

  it('forget who was with one that was killed, and nobody else', async () => {
    // The other process has a clock that nobody can move.
    here.clock.moveTo(new Date());
    const server = await ApiProcess.start(here.database);
    try {
      const [one, two, three] = [await here.as(ingrid.person), await here.as(lucia.person), await here.as(bridget.person)];
      const patientId = await sharedPatient(here, { ...ingrid, client: one }, lucia, bridget);
      const page = await Page.of(one, patientId, here);
      const killed = await Page.of(two, patientId, server);
      await Page.of(three, patientId, here);
      await page.shows('Bridget', 'Lucia');
      const ended = killed.ends().catch(() => undefined);
      await server.kill();
      await ended;
      boardOf(here).sayAgain();
      expect(boardOf(here).of(clinic.organizationId, patientId)).toHaveLength(3);
      here.clock.moveTo(new Date(here.clock.now().getTime() + 41_000));
      boardOf(here).sayAgain();
      await page.shows('Bridget');
    } finally {
      await server.stop();
      here.clock.moveTo(START);
    }
  }, 120_000);
});
