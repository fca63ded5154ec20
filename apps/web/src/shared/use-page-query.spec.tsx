import { expect, it } from '@jest/globals';
import { screen } from '@testing-library/react';
import { PersonChoicesDocument } from '../gql/index.ts';
import { aPerson } from '../testing/builders.ts';
import { renderRoute } from '../testing/render-route.tsx';
import { reply } from '../testing/reply.ts';
import { usePageQuery } from './use-page-query.ts';

function People() {
  const page = usePageQuery(PersonChoicesDocument, { search: null });
  return <button type="button" onClick={() => void page.refreshInBackground()}>{page.data?.people.map(({ name }) => name).join()}</button>;
}

const answer = (name: string, delay = 0) => reply(PersonChoicesDocument, { search: null }, { people: [{ ...aPerson({ name }), status: 'ACTIVE' }] }, { delay });

it('asks once more for news that came while an answer was on its way: that answer may be from before them', async () => {
  const { user } = renderRoute('/', <People />, '/', [answer('Lucia'), answer('Before the second news', 50), answer('After all of them')]);
  const button = await screen.findByRole('button', { name: 'Lucia' });
  await user.click(button);
  await user.click(button);
  await user.click(button);
  expect(await screen.findByText('After all of them')).toBeInTheDocument();
});
