import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { CaseloadRevisedDocument, FollowUpCountsDocument } from '../gql/index.ts';
import { liveConnection } from '../shared/live.ts';
import { renderRoute } from '../testing/render-route.tsx';
import { reply } from '../testing/reply.ts';
import { FollowUpCount } from './follow-up-count.tsx';

const live = reply(CaseloadRevisedDocument, {}, { caseloadRevised: { __typename: 'PatientRevised', patientId: 'nobody', revision: 1 } }, { delay: 1e8 });

it('is counted in the navigation, live, and silent at none', async () => {
  const counts = (needsMe: number) => reply(FollowUpCountsDocument, {}, { followUpCounts: { __typename: 'FollowUpCounts', needsMe } });
  renderRoute('/', <FollowUpCount />, '/', [live, counts(1_000), counts(1), counts(0)]);
  await screen.findByText('999+');
  liveConnection.restored();
  await screen.findByText('1 needs you');
  liveConnection.restored();
  await waitFor(() => expect(screen.queryByText('1 needs you')).toBeNull());
});
