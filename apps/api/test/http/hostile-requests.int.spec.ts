import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { INSIDE, overSocket, wire } from '../support/access-wire.ts';
import type { Client } from '../support/client.ts';
import { World } from '../support/world.ts';

const ME = '{ me { person { id } } }';
const JSON_TYPE = { 'content-type': 'application/json' };

const nested = (levels: number) => `{ ${'me { person { '.repeat(levels / 2)} id ${'} }'.repeat(levels / 2)} }`;
const repeat = (times: number, part: (i: number) => string) => Array.from({ length: times }, (_, i) => part(i)).join(' ');

/** Documents that are refused before anything of them is run, over HTTP and over WebSocket alike. */
const DOCUMENTS: readonly [what: string, document: string, rule: string | undefined][] = [
  ['not GraphQL', '{ me { ', undefined],
  ['empty', '', undefined],
  ['only a comment', '# nothing', undefined],
  ['only a fragment', 'fragment F on Query { me { person { id } } }', undefined],
  ['50 levels deep', nested(50), 'TOO_COMPLEX'],
  ['with 1,000 aliases', `{ ${repeat(300, (i) => `a${i}: __typename`)} }`, 'TOO_COMPLEX'],
  ['with 1,000 aliases in a million letters', `{ ${repeat(1_000, (i) => `a${i}: __typename`)} }`, undefined],
  ['with 100 root fields', `{ ${repeat(100, () => '__typename')} }`, 'TOO_COMPLEX'],
  ['with root fields hidden in fragments', `{ ...A ...B } fragment A on Query { ${repeat(20, (i) => `a${i}: __typename`)} } fragment B on Query { __typename }`, 'TOO_COMPLEX'],
  ['with a fragment that contains itself', '{ ...A } fragment A on Query { ...A }', undefined],
  ['with fragments that contain each other', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A me { person { id } } }', undefined],
  ['with fragments that fan out to a million fields', `{ ...F0 } ${repeat(20, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F20 on Query { me { person { id } } }`, 'TOO_COMPLEX'],
  ['with 20,000 tokens', `{ ${'me '.repeat(20_000)} }`, undefined],
  ['with 3,000 directives', `{ __typename ${'@skip(if: false) '.repeat(600)} }`, undefined],
  ['with 150 inline fragments', `{ ${'... on Query { me { person { id } } } '.repeat(150)} }`, 'TOO_COMPLEX'],
  ['asking for the schema', '{ __schema { types { name } } }', undefined],
  ['asking for a type', '{ __type(name: "Patient") { fields { name } } }', undefined],
  ['with a field that almost exists', '{ mee { person { id } } }', undefined],
  ['with an argument that almost exists', 'query { patient(patientid: "1") { id } }', undefined],
  ['with a type that almost exists', '{ me { ... on Viewr { person { id } } } }', undefined],
  ['with a literal of the wrong type', '{ patients(first: "ten") { totalCount } }', undefined],
  ['with a variable that nobody declared', '{ patient(patientId: $id) { id } }', undefined],
  ['with two operations and no name', 'query A { me { person { id } } } query B { me { person { id } } }', undefined],
];

describe('a hostile request', () => {
  let world: World;
  let client: Client;

  beforeAll(async () => {
    world = await World.open();
    client = await world.as(await world.person(await world.organization(), 'Nadia Nurse', 'nurse'));
  });
  // Whatever came, the server goes on.
  afterEach(async () => {
    expect(await client.data(ME)).toHaveProperty('me.person.id');
  });
  afterAll(() => world.close());

  const post = (body: string | Buffer, headers: Record<string, string> = JSON_TYPE, path = '/graphql') =>
    wire(world.url, path, { headers: { cookie: `plexus-development=${client.cookie}`, ...headers }, body });
  const refusalOf = (text: string) => (JSON.parse(text) as { errors: { message: string; extensions: Record<string, unknown> }[] }).errors[0]!.extensions;

  function expectShortRefusal(answer: { text: string }, code = 'BAD_USER_INPUT'): void {
    expect(answer.text.length).toBeLessThan(1_200);
    expect(answer.text).not.toMatch(INSIDE);
    expect(refusalOf(answer.text)).toMatchObject({ code, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) });
    expect(JSON.parse(answer.text)).not.toHaveProperty('data.me');
  }

  it.each(DOCUMENTS)('%s is refused over HTTP and over a WebSocket with the same words', async (_, query, rule) => {
    const answer = await post(JSON.stringify({ query }));
    expect(answer.status).toBe(400);
    expectShortRefusal(answer);
    expect(refusalOf(answer.text).rule).toBe(rule);

    const heard = await overSocket(world.url, { query: query.replace(/^\{/, 'subscription {') }, { cookie: client.cookie });
    expect(heard.outcome).toBe('error');
    expect(heard.text).not.toMatch(INSIDE);
    const errors = (JSON.parse(heard.text) as { payload: { extensions: { code: string; rule?: string } }[] }).payload;
    expect(new Set(errors.map(({ extensions }) => extensions.code))).toEqual(new Set(['BAD_USER_INPUT']));
    if (rule) expect(errors.map(({ extensions }) => extensions.rule)).toContain(rule);
  });

  it.each([
    ['JSON that ends too early', '{"query": "{ me', JSON_TYPE, 400, 'NOT_JSON'],
    ['JSON with words after it', '{"query": "{ me { person { id } } }"} and more', JSON_TYPE, 400, 'NOT_JSON'],
    ['nothing at all', '', JSON_TYPE, 400, 'DOCUMENT_NOT_TRUSTED'],
    ['a number', '7', JSON_TYPE, 400, 'NOT_JSON'],
    ['null', 'null', JSON_TYPE, 400, 'NOT_JSON'],
    ['a batch', JSON.stringify([{ query: ME }, { query: ME }]), JSON_TYPE, 400, 'NOT_ONE_OPERATION'],
    ['an empty batch', '[]', JSON_TYPE, 400, 'NOT_ONE_OPERATION'],
    ['10 MB', JSON.stringify({ query: ME, variables: { padding: 'x'.repeat(10_000_000) } }), JSON_TYPE, 413, 'TOO_LARGE'],
    ['no query', '{}', JSON_TYPE, 400, 'DOCUMENT_NOT_TRUSTED'],
    ['a query that is a list', '{"query": ["{ me }"]}', JSON_TYPE, 400, 'DOCUMENT_NOT_TRUSTED'],
    ['text', JSON.stringify({ query: ME }), { 'content-type': 'text/plain' }, 415, 'CONTENT_TYPE'],
    ['a form', `query=${encodeURIComponent(ME)}`, { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'CONTENT_TYPE'],
    ['a form with files', '--x\r\n\r\n--x--', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'CONTENT_TYPE'],
    ['GraphQL itself', ME, { 'content-type': 'application/graphql' }, 415, 'CONTENT_TYPE'],
    ['something like JSON', JSON.stringify({ query: ME }), { 'content-type': 'application/jsonx' }, 415, 'CONTENT_TYPE'],
    ['no type', JSON.stringify({ query: ME }), {}, 415, 'CONTENT_TYPE'],
    ['an unknown alphabet', JSON.stringify({ query: ME }), { 'content-type': 'application/json; charset=x-evil' }, 400, 'NOT_JSON'],
    ['a bomb', Buffer.from('1f8b08000000000000ff', 'hex'), { ...JSON_TYPE, 'content-encoding': 'gzip' }, 400, 'NOT_JSON'],
    ['another site’s request', JSON.stringify({ query: ME }), { ...JSON_TYPE, origin: 'https://evil.example' }, 403, 'ORIGIN'],
    ['a sandboxed frame’s request', JSON.stringify({ query: ME }), { ...JSON_TYPE, origin: 'null' }, 403, 'ORIGIN'],
  ] as const)('with %s is refused', async (_, body, headers, status, rule) => {
    const answer = await post(body, headers);
    expect({ status: answer.status, rule: refusalOf(answer.text).rule }).toEqual({ status, rule });
    expectShortRefusal(answer, status === 403 ? 'FORBIDDEN' : 'BAD_USER_INPUT');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  });

  it.each(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])('sent as %s is refused, and nothing is run', async (method) => {
    const answer = await wire(world.url, `/graphql?query=${encodeURIComponent(ME)}`, { method, headers: { ...JSON_TYPE, cookie: `plexus-development=${client.cookie}` } });
    expect([answer.status, answer.headers.allow]).toEqual([405, 'POST']);
    if (method !== 'HEAD') expectShortRefusal(answer);
  });

  it.each(['/graphql/', '/GraphQL', '//graphql', '/%67raphql', '/graphql%2f', '/graphql/../graphql', '/./graphql', '/graphql;x=1', '/graphql.json', '/graphql/x', '/api/graphql', `/graphql?query=${encodeURIComponent(ME)}`])(
    'to %s is no way around: the same checks, or nothing there',
    async (path) => {
      const signedOut = await wire(world.url, path, { headers: JSON_TYPE, body: JSON.stringify({ query: ME }) });
      const foreign = await post(JSON.stringify({ query: ME }), { ...JSON_TYPE, origin: 'https://evil.example' }, path);
      const got = await wire(world.url, path, { method: 'GET', headers: { cookie: `plexus-development=${client.cookie}` } });
      const isThere = foreign.status === 403;
      expect([signedOut.status, foreign.status, got.status]).toEqual(isThere ? [200, 403, 405] : [404, 404, 404]);
      if (isThere) expect(refusalOf(signedOut.text).code).toBe('UNAUTHENTICATED');
      for (const { text } of [signedOut, foreign, got]) expect(text).not.toMatch(INSIDE);
    },
  );

  describe('with variables', () => {
    it.each([
      ['a date that is none', { birthDate: '2026-02-30-SECRET' }, 'birthDate'],
      ['a word outside the set', { sex: 'SECRET' }, 'sex'],
      ['a field that does not exist', { nickname: 'SECRET' }, null],
      ['a number for text', { givenName: 31337 }, 'givenName'],
      ['a list for text', { givenName: ['SECRET'] }, 'givenName'],
      ['nothing where something must be', { mrn: null }, 'mrn'],
    ])('that have %s names the field and does not repeat the value', async (_, wrong, field) => {
      const input = { commandId: '00000000-0000-4000-8000-000000000000', mrn: 'M-1', givenName: 'A', familyName: 'B', birthDate: '1980-01-01', sex: 'OTHER', ...wrong };
      const { status, text } = await post(JSON.stringify({ query: 'mutation ($input: AddPatientInput!) { addPatient(input: $input) { __typename } }', variables: { input } }));
      expect(status).toBe(400);
      expect(text).not.toMatch(/SECRET|31337|AddPatientInput|Did you mean|Enum/i);
      const extensions = refusalOf(text);
      expect(extensions.code).toBe('BAD_USER_INPUT');
      if (field) expect(extensions.field).toBe(field);
    });

    it.each([['a list', []], ['text', 'x'], ['a number', 7]])('that are %s is refused', async (_, variables) => {
      const { status, text } = await post(JSON.stringify({ query: 'query ($id: ID!) { patient(patientId: $id) { id } }', variables }));
      expect(status).toBe(400);
      expect(text).not.toMatch(INSIDE);
    });

    it('that are missing is refused with the name of the variable', async () => {
      const { status, text } = await post(JSON.stringify({ query: 'query ($id: ID!) { patient(patientId: $id) { id } }' }));
      expect([status, refusalOf(text)]).toEqual([400, expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'id' })]);
    });

    it('that would change every object of the server changes none', async () => {
      await post('{"query":"{ me { person { id } } }","variables":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}');
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    });
  });

  it.each(['Nope', '', '__proto__', 'A'.repeat(10_000)])('for an operation called %.20s that is not there is refused', async (operationName) => {
    const { status, text } = await post(JSON.stringify({ query: 'query A { me { person { id } } } query B { me { person { id } } }', operationName }));
    expect(status).toBe(400);
    expect(text).not.toMatch(INSIDE);
    expect(text).not.toContain('AAAA');
  });

  describe('over a WebSocket', () => {
    const WATCH = { query: 'subscription { caseloadRevised { revision } }' };

    it.each([
      ['from another site', { headers: { origin: 'https://evil.example' } }, 403],
      ['from a sandboxed frame', { headers: { origin: 'null' } }, 403],
      ['with our name in the path of another site', { headers: { origin: 'https://evil.example/127.0.0.1' } }, 403],
      ['in the older protocol', { protocol: 'graphql-ws' }, 404],
      ['in another protocol', { protocol: 'mqtt' }, 404],
      ['at another address', { path: '/graphql/x' }, 404],
      ['at an address spelled otherwise', { path: '/%67raphql' }, 404],
    ])('%s is refused at the upgrade', async (_, options, status) => {
      expect((await overSocket(world.url, WATCH, { cookie: client.cookie, ...options })).outcome).toBe(status);
    });

    it('without an Origin is refused at the upgrade: no browser sends it so', async () => {
      const answer = await wire(world.url, '/graphql', { method: 'GET', headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==', 'sec-websocket-protocol': 'graphql-transport-ws', cookie: `plexus-development=${client.cookie}` } });
      expect([answer.status, answer.text]).toEqual([403, '']);
    });

    it('of nobody is closed', async () => {
      expect(await overSocket(world.url, WATCH)).toEqual({ outcome: 4403, text: 'Forbidden' });
      expect((await overSocket(world.url, WATCH, { cookie: 'N'.repeat(43) })).outcome).toBe(4403);
    });

    it.each(['{ me { person { id } } }', 'mutation { lockSession }', 'query A { me { person { id } } }'])('that is %s is refused: these go over HTTP', async (query) => {
      const { outcome, text } = await overSocket(world.url, { query }, { cookie: client.cookie });
      expect([outcome, (JSON.parse(text) as { payload: { extensions: unknown }[] }).payload[0]!.extensions]).toEqual(['error', expect.objectContaining({ code: 'BAD_USER_INPUT' })]);
    });

    it.each(['this is not JSON', '{"type":"subscribe"}', '{"id":"1","type":"nonsense"}', '{"id":"1","type":"subscribe","payload":{}}', 'x'.repeat(200_000)])('that says %.40s is closed', async (words) => {
      // The socket library says on the console that a frame was too large.
      const said = jest.spyOn(console, 'error').mockImplementation(() => undefined);
      const { outcome, text } = await overSocket(world.url, words, { cookie: client.cookie });
      said.mockRestore();
      expect([4400, 1009, 1006]).toContain(outcome);
      expect(text).not.toMatch(/node_modules|\/apps\//);
    });

    it('with variables that are not valid names the field and not the value', async () => {
      const { outcome, text } = await overSocket(world.url, { query: 'subscription ($id: ID!) { patientRevised(patientId: $id) { revision } }', variables: { id: { secret: 'SECRET' } } }, { cookie: client.cookie });
      expect(['next', 'error']).toContain(outcome);
      expect(text).not.toMatch(/SECRET/);
      expect(text).toContain('BAD_USER_INPUT');
    });
  });
});
