import { afterEach, expect, it, jest } from '@jest/globals';
import { ApolloClient } from '@apollo/client';
import { parse } from 'graphql';
import { CaseloadPageDocument } from '../gql/index.ts';
import { background } from '../shared/live.ts';
import { aCaseload } from '../testing/patients.ts';
import { createCache } from './create-cache.ts';
import { trustedHttpLink } from './trusted-links.ts';

const variables = { search: null, sort: 'NAME' as const, first: 50 };
const answer = (body: unknown, status = 200) => ({ status, ok: status < 400, text: async () => (typeof body === 'string' ? body : JSON.stringify(body)) }) as Response;
const makeClient = () => new ApolloClient({ cache: createCache(), link: trustedHttpLink('/graphql') });

afterEach(() => { Reflect.deleteProperty(globalThis, 'fetch'); });

function serve(response: Response) {
  const fetch = jest.fn<typeof globalThis.fetch>(async () => response);
  globalThis.fetch = fetch;
  return fetch;
}

it('sends the hash and never the text', async () => {
  const fetch = serve(answer({ data: aCaseload([]) }));
  await makeClient().query({ query: CaseloadPageDocument, variables, context: background });

  const [, init] = fetch.mock.calls[0]!;
  expect(JSON.parse(String(init?.body))).toEqual({ documentId: CaseloadPageDocument.documentId, operationName: 'CaseloadPage', variables });
  expect(CaseloadPageDocument.documentId).toMatch(/^[0-9a-f]{64}$/);
  expect(init).toMatchObject({ credentials: 'same-origin', headers: { 'x-plexus-background': '1' } });
});

it('refuses to send what the build does not know', async () => {
  serve(answer({ data: {} }));
  await expect(makeClient().query({ query: parse('query Made { me { may } }') })).rejects.toThrow('Only documents written by codegen');
});

it('takes an answer that is not GraphQL for a failure', async () => {
  serve(answer('<html>Bad gateway</html>', 502));
  await expect(makeClient().query({ query: CaseloadPageDocument, variables })).rejects.toThrow('did not answer with GraphQL');
});
