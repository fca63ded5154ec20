import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { CaseloadRevisedDocument, ForMeDocument, type ForMeQuery } from '../../gql/index.ts';
import { liveConnection } from '../../shared/live.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, type Reply } from '../../testing/reply.ts';
import { aWorklist, aWorklistRow } from '../../testing/worklist-builders.ts';
import { ForMe } from './components/for-me.tsx';

const live = reply(CaseloadRevisedDocument, {}, { caseloadRevised: { __typename: 'PatientRevised', patientId: 'nobody', revision: 1 } }, { delay: 1e8 });
const answer = (...what: readonly string[]) => reply(ForMeDocument, {}, aWorklist(what.map((words) => aWorklistRow({ id: words, what: words, isOverdue: true, daysLate: 3 }))) as ForMeQuery);
const open = (replies: readonly Reply[]) => renderRoute('/patients', <ForMe />, '/patients', [live, ...replies]);

it('leads to what needs me, with its patient and how late it is', async () => {
  open([answer('Chase the report')]);
  expect(await screen.findByRole('link', { name: 'Chase the report' })).toHaveAttribute('href', '/follow-ups?open=Chase the report');
  expect(screen.getByRole('listitem')).toHaveTextContent('Marisol Okafor-Reyes3 days late');
  expect(screen.getByRole('link', { name: 'All 11' })).toHaveAttribute('href', '/follow-ups');
});

it('goes when nothing needs me any more', async () => {
  open([answer('Chase the report'), answer()]);
  await screen.findByText('Chase the report');
  liveConnection.restored();
  await waitFor(() => expect(screen.queryByText('For me')).toBeNull());
});
