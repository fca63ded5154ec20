import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import { AccessLogPageDocument, AccessLogPeopleDocument, type AccessLogRowFragment } from '../../gql/index.ts';
import { aPerson, aViewer, noor } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply } from '../../testing/reply.ts';
import { AccessLogPage } from './access-log.page.tsx';

const anEntry = (id: string, over: Partial<AccessLogRowFragment> = {}): AccessLogRowFragment => ({
  __typename: 'AccessLogEntry', id, at: '2026-11-23T15:00:00Z', person: noor, patientName: 'Marisol Okafor-Reyes', patientMrn: '204-881', action: 'CHART_OPENED', through: 'STAND_IN', ...over,
});
const page = (entries: AccessLogRowFragment[], personId: string | null, after?: string) =>
  reply(AccessLogPageDocument, { first: 50, personId, ...(after && { after }) }, {
    accessLog: {
      __typename: 'AccessLogConnection', totalCount: 2,
      edges: entries.map((node) => ({ __typename: 'AccessLogEdge' as const, cursor: node.id, node })),
      pageInfo: { __typename: 'PageInfo', hasNextPage: !after, endCursor: entries.at(-1)?.id ?? null },
    },
  });
const people = reply(AccessLogPeopleDocument, {}, { people: [{ ...noor, status: 'ACTIVE' }, { ...aPerson(), status: 'DEACTIVATED' }] });
const officer = aViewer({ may: ['ACCESS_LOG_READ'] });

it('shows the person of the address, refusals in words, and more on demand', async () => {
  const replies = [people, page([anEntry('e2')], noor.id), page([anEntry('e1', { action: 'CHART_REFUSED', through: null })], noor.id, 'e2')];
  const { user } = renderRoute('/log', <AccessLogPage />, `/log?person=${noor.id}`, replies, { viewer: officer });

  const row = await screen.findByRole('row', { name: /Opened the chart/ });
  expect(row).toHaveTextContent(/Dr\. Noor Bellweather.*Marisol Okafor-Reyes.*MRN 204-881.*Stand-in/);
  expect(screen.getByText('1 of 2 shown')).toBeVisible();

  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('row', { name: /Was refused/ })).toHaveTextContent(/None$/);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
  expect(within(screen.getByRole('table')).getAllByRole('row')).toHaveLength(3);
});

it('asks for nothing when the viewer is no privacy officer', () => {
  renderRoute('/log', <AccessLogPage />, '/log', [], { viewer: aViewer() });
  expect(screen.getByText('The access log is read by the privacy officer.')).toBeVisible();
});
