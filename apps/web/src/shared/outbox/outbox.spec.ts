import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { ApolloClient, ApolloLink, gql, Observable } from '@apollo/client';
import { waitFor } from '@testing-library/react';
import { createCache } from '../../app/create-cache.ts';
import { EditPatientDocument } from '../../gql/index.ts';
import { everythingOnDisk, newBrowser } from '../../testing/browser.ts';
import { aPatient } from '../../testing/patients.ts';
import { session } from '../session.ts';
import type { Draft } from './drafts.ts';
import { Outbox } from './outbox.ts';
import type { CommandDocument } from './post.ts';

const CANARY = 'Sleeps badly since the fall';
const KEYS: Record<string, string> = { lucia: btoa('lucia'.padEnd(32, '.')), noor: btoa('noor'.padEnd(32, '.')) };
const form = (values: object) => ({ about: 'marisol:edit', initial: { accessNeeds: '', phone: '' }, revision: 41, values });

interface Sent { readonly commandId: string; readonly person: string; readonly accessNeeds: string; readonly isBackground: boolean }
type Answer = () => unknown;

/** What the world outside the browser does: the network and the server. */
class World {
  readonly sent: Sent[] = [];
  isReachable = true;
  /** Commands that the server has done, by id: the same again is answered, not done twice. */
  readonly done = new Map<string, string>();
  answer: (input: Sent) => Answer = () => () => ({ editPatient: aPatient() });
  keysAsked = 0;
  /** What pages asked for, each to be answered. */
  readonly pages: (() => void)[] = [];

  client(): ApolloClient {
    const link = new ApolloLink(({ operationName, variables, getContext }) => new Observable((observer) => {
      const headers = (getContext().headers ?? {}) as Record<string, string>;
      const person = headers['x-plexus-person'] ?? '';
      if (operationName === 'Page') {
        this.pages.push(() => {
          observer.next({ data: { revision: this.done.size } });
          observer.complete();
        });
        return;
      }
      queueMicrotask(() => {
        if (!this.isReachable) return observer.error(new TypeError('Failed to fetch'));
        try {
          observer.next({ data: this.respond(operationName ?? '', variables, person, 'x-plexus-background' in headers) as Record<string, unknown> });
          observer.complete();
        } catch (error) {
          observer.error(error);
        }
      });
    }));
    return new ApolloClient({ cache: createCache(), link });
  }

  private respond(operation: string, variables: Record<string, unknown>, person: string, isBackground: boolean): unknown {
    if (operation === 'OutboxKey') {
      this.keysAsked += 1;
      return { outboxKey: KEYS[person] };
    }
    const input = variables.input as Sent;
    const sent = { ...input, person, isBackground };
    this.sent.push(sent);
    const data = this.answer(sent)();
    this.done.set(input.commandId, input.accessNeeds);
    return data;
  }
}

let browser: ReturnType<typeof newBrowser>;
let world: World;
beforeEach(() => {
  browser = newBrowser();
  world = new World();
});
afterEach(() => session.open());

async function tab(personId = 'lucia'): Promise<Outbox> {
  const outbox = new Outbox(world.client());
  await outbox.open(personId);
  return outbox;
}
/** A form that somebody opens and types into. */
async function typing(outbox: Outbox, values: object): Promise<Draft> {
  const { values: _, ...opened } = form(values);
  const draft = await outbox.drafts.begin(opened, () => false);
  draft.keep({ ...opened.initial, ...values });
  return draft;
}
const write = (outbox: Outbox, accessNeeds: string, { draft = null, about = 'marisol:patient' }: { draft?: Draft | null; about?: string } = {}) =>
  outbox.add({ document: EditPatientDocument as unknown as CommandDocument, input: { patientId: 'marisol', baseRevision: 41, accessNeeds }, about, who: 'Marisol Okafor-Reyes', path: '/patients/marisol/details?open=person', draft });
const comeOnline = () => {
  world.isReachable = true;
  window.dispatchEvent(new Event('online'));
};
const refusal = () => ({ editPatient: { __typename: 'RuleViolation', violations: [{ __typename: 'Violation', code: 'TOO_LONG', field: 'accessNeeds', message: 'Too long.', params: [] }] } });
const entries = (outbox: Outbox) => outbox.current().entries;
const wordsOf = (outbox: Outbox) => entries(outbox).map(({ variables }) => variables.input.accessNeeds);
/** Long enough for everything that was going to happen. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 60));

it('is done when the server has done it, and then nothing stays on the device', async () => {
  const outbox = await tab();
  await expect(write(outbox, CANARY)).resolves.toMatchObject({ kind: 'done', value: { __typename: 'Patient' } });
  expect(world.sent).toMatchObject([{ person: 'lucia', accessNeeds: CANARY, isBackground: false }]);
  expect(entries(outbox)).toEqual([]);
  expect(await everythingOnDisk()).not.toMatch(/^commands|^drafts/m);
});

it('keeps what cannot be sent, sealed, and outlives the browser', async () => {
  const outbox = await tab();
  world.isReachable = false;
  await expect(write(outbox, CANARY)).resolves.toEqual({ kind: 'kept', why: 'network' });
  const [commandId] = entries(outbox).map(({ id }) => id);
  const disk = await everythingOnDisk();
  expect(disk).toContain('personId=lucia');
  for (const word of [CANARY, 'marisol', 'Okafor', 'EditPatient', 'accessNeeds']) expect(disk).not.toContain(word);

  browser.crash();
  world.isReachable = true;
  const after = await tab();
  await waitFor(() => expect(world.sent).toHaveLength(1));
  await waitFor(() => expect(entries(after)).toEqual([]));
  expect(world.sent[0]).toMatchObject({ commandId, accessNeeds: CANARY, isBackground: true });
  // The key was on the device: nobody had to ask the server for it.
  expect(world.keysAsked).toBe(1);
});

it('holds a key that no script can read', async () => {
  await tab();
  const [key] = await new Promise<CryptoKey[]>((resolve) => {
    const asked = indexedDB.open('plexus-outbox');
    asked.onsuccess = () => {
      const all = asked.result.transaction('keys').objectStore('keys').getAll();
      all.onsuccess = () => resolve(all.result as CryptoKey[]);
    };
  });
  expect(key!.extractable).toBe(false);
  await expect(crypto.subtle.exportKey('raw', key!)).rejects.toThrow();
});

it('sends the same command again when the answer was lost', async () => {
  const outbox = await tab();
  world.answer = (input) => () => {
    world.done.set(input.commandId, input.accessNeeds);
    throw new TypeError('Failed to fetch');
  };
  await expect(write(outbox, CANARY)).resolves.toMatchObject({ kind: 'kept' });
  world.answer = () => () => ({ editPatient: aPatient() });
  comeOnline();
  await waitFor(() => expect(entries(outbox)).toEqual([]));
  expect(world.sent).toHaveLength(2);
  expect(world.done.size).toBe(1);
});

it('keeps the order of what is about one thing, and lets other things go on', async () => {
  const outbox = await tab();
  let isInTrouble = true;
  world.answer = ({ accessNeeds }) => () => {
    if (accessNeeds === 'first' && isInTrouble) throw Object.assign(new Error('x'), {});
    return { editPatient: aPatient() };
  };
  world.isReachable = false;
  await Promise.all([write(outbox, 'first'), write(outbox, 'second'), write(outbox, 'other', { about: 'derek:patient' })]);
  world.sent.length = 0;
  isInTrouble = false;
  comeOnline();
  await waitFor(() => expect(entries(outbox)).toEqual([]));
  expect(world.sent.map(({ accessNeeds }) => accessNeeds)).toEqual(['first', 'second', 'other']);
});

it('lets nothing past what the server stumbles over, except what is about something else', async () => {
  const { CombinedGraphQLErrors } = await import('@apollo/client/errors');
  const outbox = await tab();
  world.answer = ({ accessNeeds }) => () => {
    if (accessNeeds === 'first') throw new CombinedGraphQLErrors({ errors: [{ message: 'x', extensions: { code: 'INTERNAL' } }] });
    return { editPatient: aPatient() };
  };
  const outcomes = await Promise.all([write(outbox, 'first'), write(outbox, 'second'), write(outbox, 'other', { about: 'derek:patient' })]);
  expect(outcomes.map(({ kind }) => kind)).toEqual(['kept', 'kept', 'done']);
  expect([...world.done.values()]).toEqual(['other']);
  expect(wordsOf(outbox)).toEqual(['first', 'second']);
  expect(outbox.current().trouble).toBe('server');
});

it('keeps a refused form with its answer, gives the text back after a crash, and is replaced when sent anew', async () => {
  const outbox = await tab();
  world.answer = () => refusal;
  const draft = await typing(outbox, { accessNeeds: CANARY });
  await expect(write(outbox, CANARY, { draft })).resolves.toMatchObject({ kind: 'refused' });
  // The open form says so itself.
  expect(entries(outbox)).toEqual([]);

  browser.crash();
  const after = await tab();
  expect(entries(after)).toMatchObject([{ answer: { kind: 'refused' }, who: 'Marisol Okafor-Reyes' }]);
  const again = await after.drafts.begin(form({}), () => false);
  expect(again).toMatchObject({ values: { accessNeeds: CANARY, phone: '' }, revision: 41, answer: { kind: 'refused' } });
  expect(again.restoredAt).not.toBeNull();

  world.answer = () => () => ({ editPatient: aPatient() });
  again.keep({ accessNeeds: 'shorter', phone: '' });
  await expect(write(after, 'shorter', { draft: again })).resolves.toMatchObject({ kind: 'done' });
  again.close();
  await settle();
  expect(entries(after)).toEqual([]);
  expect(await everythingOnDisk()).not.toMatch(/^commands|^drafts/m);
});

it('needs no place in the list for a refusal that was told beside its button', async () => {
  const outbox = await tab();
  world.answer = () => refusal;
  await write(outbox, 'pressed');
  expect(entries(outbox)).toEqual([]);
});

it('is thrown away only by the person', async () => {
  const outbox = await tab();
  world.isReachable = false;
  await write(outbox, CANARY);
  await outbox.discard(entries(outbox)[0]!.id);
  expect(entries(outbox)).toEqual([]);
  expect(await everythingOnDisk()).not.toMatch(/^commands/m);
});

it('two tabs send each command once, lose none and show the same', async () => {
  const [here, there] = [await tab(), await tab()];
  world.isReachable = false;
  await Promise.all([write(here, 'a'), write(there, 'b'), write(here, 'c')]);
  await waitFor(() => expect(wordsOf(there)).toHaveLength(3));
  expect(wordsOf(there)).toEqual(wordsOf(here));
  world.sent.length = 0;
  comeOnline();
  await waitFor(() => expect([...entries(here), ...entries(there)]).toEqual([]));
  expect(world.sent.map(({ accessNeeds }) => accessNeeds).sort()).toEqual(['a', 'b', 'c']);
  await expect(Promise.all([write(here, 'd'), write(there, 'e')])).resolves.toMatchObject([{ kind: 'done' }, { kind: 'done' }]);
  await settle();
  expect(world.sent).toHaveLength(5);
});

it('what other tabs did one behind the other is on this page after the last of it', async () => {
  const client = world.client();
  await new Outbox(client).open('lucia');
  const shown: unknown[] = [];
  client.watchQuery({ query: gql`query Page { revision }` }).subscribe(({ data }) => shown.push((data as { revision?: number } | undefined)?.revision));
  world.pages.shift()!();
  const there = await tab();
  await write(there, 'a');
  await waitFor(() => expect(world.pages).toHaveLength(1));
  const fromBeforeTheSecond = () => { for (const answer of world.pages.splice(0)) answer(); };
  await write(there, 'b');
  await settle();
  fromBeforeTheSecond();
  await waitFor(() => expect(world.pages).toHaveLength(1));
  world.pages.shift()!();
  await waitFor(() => expect(shown.at(-1)).toBe(2));
});

it('a locked session keeps all of it, and sends after unlocking', async () => {
  const outbox = await tab();
  session.lock();
  await expect(write(outbox, CANARY)).resolves.toEqual({ kind: 'kept', why: 'session' });
  expect(world.sent).toEqual([]);
  session.open();
  await waitFor(() => expect(entries(outbox)).toEqual([]));
  expect(world.sent).toHaveLength(1);
});

it('an expired session keeps the key; signing in again sends what waited', async () => {
  const outbox = await tab();
  world.isReachable = false;
  await write(outbox, CANARY);
  session.expire();
  await settle();
  expect(entries(outbox)).toEqual([]);
  expect(await everythingOnDisk()).toContain('keys [object CryptoKey]');
  world.isReachable = true;
  session.open();
  await outbox.open('lucia');
  await waitFor(() => expect(world.done.size).toBe(1));
  expect(world.keysAsked).toBe(1);
});

it('signing out leaves no key and no readable word, also not of what is half typed, and the owner finds both again', async () => {
  const outbox = await tab();
  world.isReachable = false;
  await write(outbox, CANARY);
  await typing(outbox, { accessNeeds: `${CANARY} and half a thought` });
  await outbox.leave();
  session.end();

  const disk = await everythingOnDisk();
  expect(disk).not.toContain(CANARY);
  expect(disk).not.toContain('keys ');
  expect(disk.match(/^(commands|drafts) /gm)).toHaveLength(2);
  expect(entries(outbox)).toEqual([]);

  browser.crash();
  world.isReachable = true;
  session.open();
  const next = await tab();
  await waitFor(() => expect(world.done.size).toBe(1));
  const draft = await next.drafts.begin(form({}), () => false);
  expect(draft.values).toMatchObject({ accessNeeds: `${CANARY} and half a thought` });
});

it('another person on the device reads and sends nothing of it, and their coming takes the key away', async () => {
  const outbox = await tab();
  world.isReachable = false;
  await write(outbox, CANARY);
  session.expire();
  browser.crash();
  world.isReachable = true;
  session.open();
  world.sent.length = 0;
  const noors = await tab('noor');
  await settle();
  expect(entries(noors)).toEqual([]);
  expect(world.sent).toEqual([]);
  expect((await noors.drafts.begin(form({}), () => false)).restoredAt).toBeNull();
  expect((await everythingOnDisk()).match(/^keys /gm)).toHaveLength(1);

  browser.crash();
  const lucias = await tab();
  await waitFor(() => expect(world.sent).toMatchObject([{ person: 'lucia', accessNeeds: CANARY }]));
  await waitFor(() => expect(entries(lucias)).toEqual([]));
});

it('a record that is moved to another person does not open', async () => {
  const outbox = await tab();
  world.isReachable = false;
  await write(outbox, CANARY);
  await new Promise<void>((resolve) => {
    const asked = indexedDB.open('plexus-outbox');
    asked.onsuccess = () => {
      const store = asked.result.transaction('commands', 'readwrite').objectStore('commands');
      const all = store.getAll();
      all.onsuccess = () => {
        const [record] = all.result as { id: string }[];
        store.put({ ...record, id: '0199ffff-0000-7000-8000-000000000000' }).onsuccess = () => resolve();
      };
    };
  });
  browser.crash();
  expect(wordsOf(await tab())).toEqual([CANARY]);
});

it('without a place to keep things it sends from memory, and says so', async () => {
  Reflect.deleteProperty(globalThis, 'indexedDB');
  const outbox = await tab();
  world.isReachable = false;
  await write(outbox, CANARY);
  expect(outbox.current()).toMatchObject({ isKept: false, entries: [{ operationName: 'EditPatient' }] });
  comeOnline();
  await waitFor(() => expect(world.done.size).toBe(1));
});

it('holds what is written before the key came, and keeps it as soon as it is there', async () => {
  world.isReachable = false;
  const outbox = await tab();
  await write(outbox, CANARY);
  expect(outbox.current().isKept).toBe(false);
  world.answer = () => { throw new TypeError('Failed to fetch'); };
  comeOnline();
  await waitFor(() => expect(outbox.current().isKept).toBe(true));
  browser.crash();
  expect(wordsOf(await tab())).toEqual([CANARY]);
});

it('what is half typed is there again after a crash', async () => {
  await typing(await tab(), { accessNeeds: CANARY });
  await waitFor(async () => expect(await everythingOnDisk()).toMatch(/^drafts /m));
  expect(await everythingOnDisk()).not.toContain(CANARY);
  browser.crash();
  const draft = await (await tab()).drafts.begin(form({}), () => false);
  expect(draft).toMatchObject({ values: { accessNeeds: CANARY, phone: '' }, isElsewhere: false });
});

it('a second tab with the same form has a text of its own, and knows of the first', async () => {
  const [here, there] = [await tab(), await tab()];
  const first = await typing(here, { accessNeeds: CANARY });
  first.keepNow();
  await settle();
  const second = await there.drafts.begin(form({}), () => false);
  expect(second).toMatchObject({ isElsewhere: true, restoredAt: null, values: { accessNeeds: '' } });
  expect(second.id).not.toBe(first.id);
  first.close();
  await settle();
  expect((await there.drafts.begin(form({}), () => false)).id).toBe(first.id);
});

it('what its author saw stays the base; what they did not touch shows what stands now', async () => {
  const draft = await typing(await tab(), { accessNeeds: CANARY });
  draft.keepNow();
  await settle();
  browser.crash();
  const now = { ...form({}), initial: { accessNeeds: 'a colleague’s', phone: '555-0222' }, revision: 43 };
  const again = await (await tab()).drafts.begin(now, () => false);
  expect(again).toMatchObject({ values: { accessNeeds: CANARY, phone: '555-0222' }, initial: { accessNeeds: '', phone: '555-0222' }, revision: 41 });
});

it('a text that was sent does not come back as a draft', async () => {
  const outbox = await tab();
  const draft = await typing(outbox, { accessNeeds: 'half' });
  draft.keepNow();
  draft.keep({ accessNeeds: CANARY, phone: '' });
  await write(outbox, CANARY, { draft });
  draft.close();
  await settle();
  expect(await everythingOnDisk()).not.toMatch(/^drafts/m);
});

it('leaves alone what somebody types before their old text was found', async () => {
  const draft = await typing(await tab(), { accessNeeds: CANARY });
  draft.keepNow();
  await settle();
  browser.crash();
  expect(await (await tab()).drafts.begin(form({}), () => true)).toMatchObject({ restoredAt: null, values: { accessNeeds: '' } });
});
