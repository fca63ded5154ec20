import { expect, it } from '@jest/globals';
import { CaseloadPageDocument } from '../gql/index.ts';
import { aCaseload, aCaseloadPatient } from '../testing/patients.ts';
import { createCache } from './create-cache.ts';

const [ana, bo, cy, di] = ['ana', 'bo', 'cy', 'di'].map((id) => aCaseloadPatient({ id, givenName: id }));
const more = (id: string) => ({ __typename: 'PageInfo' as const, hasNextPage: true, endCursor: `after ${id}` });
const variables = { search: null, sort: 'NAME' as const, first: 2 };

function cacheWithTwoPages() {
  const cache = createCache();
  const write = (data: ReturnType<typeof aCaseload>, after?: string) => cache.writeQuery({ query: CaseloadPageDocument, variables: { ...variables, ...(after && { after }) }, data });
  write(aCaseload([ana!, bo!], { pageInfo: more('bo') }));
  write(aCaseload([cy!]), 'after bo');
  const ids = () => cache.readQuery({ query: CaseloadPageDocument, variables })?.patients.edges.map(({ node }) => node.id);
  return { write, ids };
}

it('puts a page behind the one before', () => {
  expect(cacheWithTwoPages().ids()).toEqual(['ana', 'bo', 'cy']);
});

it('keeps later pages when the first is refreshed', () => {
  const { write, ids } = cacheWithTwoPages();
  write(aCaseload([di!, bo!], { pageInfo: more('bo') }));
  expect(ids()).toEqual(['di', 'bo', 'cy']);
});

it('starts again when the refreshed page no longer meets the next', () => {
  const { write, ids } = cacheWithTwoPages();
  write(aCaseload([ana!, di!], { pageInfo: more('di') }));
  expect(ids()).toEqual(['ana', 'di']);
});

it('replaces a later page by what is there now, and leaves the first alone', () => {
  const { write, ids } = cacheWithTwoPages();
  write(aCaseload([di!]), 'after bo');
  expect(ids()).toEqual(['ana', 'bo', 'di']);
});

it('drops a page that is behind nothing any more', () => {
  const { write, ids } = cacheWithTwoPages();
  write(aCaseload([ana!, di!], { pageInfo: more('di') }));
  write(aCaseload([cy!]), 'after bo');
  expect(ids()).toEqual(['ana', 'di']);
});
