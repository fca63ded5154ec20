import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { overSocket, wire } from '../support/access-wire.ts';
import { World } from '../support/world.ts';

const ME = 'query Me { me { person { name } } }';
const WATCH = 'subscription Watch { caseloadRevised { revision } }';
const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');

describe('where only the web’s own documents are accepted', () => {
  let world: World;
  let cookie: string;

  beforeAll(async () => {
    world = await World.open({ documents: 'trusted' });
    cookie = (await world.as(await world.person(await world.organization(), 'Nadia Nurse', 'nurse'))).cookie!;
    world.app.documents.register(ME);
    world.app.documents.register(WATCH);
  });
  afterAll(() => world.close());

  const post = (body: unknown) => wire(world.url, '/graphql', { headers: { 'content-type': 'application/json', cookie: `plexus-development=${cookie}` }, body: JSON.stringify(body) });
  const NOT_TRUSTED = { code: 'BAD_USER_INPUT', rule: 'DOCUMENT_NOT_TRUSTED' };

  it('a known hash is served', async () => {
    const { status, text } = await post({ documentId: hashOf(ME), operationName: 'Me' });
    expect([status, JSON.parse(text)]).toEqual([200, { data: { me: { person: { name: 'Nadia Nurse' } } } }]);
  });

  it('the text of a known hash sent along with it is not looked at', async () => {
    const { text } = await post({ documentId: hashOf(ME), query: '{ __typename }' });
    expect(JSON.parse(text)).toHaveProperty('data.me');
  });

  it.each([
    ['a text', { query: ME }],
    ['an unknown hash', { documentId: hashOf('something else') }],
    ['an unknown hash with a text', { documentId: hashOf('{ __typename }'), query: '{ __typename }' }],
    ['the hash that Apollo’s own protocol would register', { query: '{ __typename }', extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ __typename }') } } }],
    ['a hash with its name in another case', { documentid: hashOf(ME) }],
    ['a hash in capitals', { documentId: hashOf(ME).toUpperCase() }],
    ['a hash that is a list', { documentId: [hashOf(ME)] }],
    ['the name of something that every object has', { documentId: '__proto__' }],
    ['the same', { documentId: 'constructor' }],
    ['nothing', {}],
  ])('%s is refused', async (_, body) => {
    const { status, text } = await post(body);
    expect(status).toBe(400);
    expect((JSON.parse(text) as { errors: { extensions: unknown }[] }).errors[0]!.extensions).toMatchObject(NOT_TRUSTED);
  });

  it('a WebSocket asks the same', async () => {
    const refused = await overSocket(world.url, { query: WATCH }, { cookie });
    expect(refused.outcome).toBe('error');
    expect((JSON.parse(refused.text) as { payload: { extensions: unknown }[] }).payload[0]!.extensions).toMatchObject(NOT_TRUSTED);
    const unknown = await overSocket(world.url, { query: WATCH, extensions: { documentId: hashOf('other') } }, { cookie });
    expect((JSON.parse(unknown.text) as { payload: { extensions: unknown }[] }).payload[0]!.extensions).toMatchObject(NOT_TRUSTED);
    const query = await overSocket(world.url, { query: '', extensions: { documentId: hashOf(ME) } }, { cookie });
    expect((JSON.parse(query.text) as { payload: { extensions: unknown }[] }).payload[0]!.extensions).toMatchObject({ code: 'BAD_USER_INPUT' });
    const patient = 'subscription Patient { patientRevised(patientId: "x") { revision } }';
    world.app.documents.register(patient);
    // Served: the answer is about the patient, not about the document.
    expect((await overSocket(world.url, { query: '', extensions: { documentId: hashOf(patient) } }, { cookie })).text).toContain('NOT_FOUND');
  });
});
