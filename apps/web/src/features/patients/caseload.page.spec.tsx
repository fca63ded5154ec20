import { expect, it } from '@jest/globals';
import { screen, waitFor } from '@testing-library/react';
import { CaseloadPageDocument, CaseloadRevisedDocument } from '../../gql/index.ts';
import { liveConnection } from '../../shared/live.ts';
import { aCaseload, aCaseloadPatient } from '../../testing/patients.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault } from '../../testing/reply.ts';
import { CaseloadPage } from './caseload.page.tsx';

const all = { search: null, sort: 'NAME' as const, first: 50 };
const marisol = aCaseloadPatient();
const rosa = aCaseloadPatient({ id: 'patient-rosa', givenName: 'Rosa', familyName: 'Delgado', mrn: '204-941', ownerlessGoals: 1, reviewDate: '2026-11-20' });
const live = reply(CaseloadRevisedDocument, {}, { caseloadRevised: { __typename: 'PatientRevised', patientId: 'nobody', revision: 1 } }, { delay: 1e8 });
const open = (at: string, replies: Parameters<typeof renderRoute>[3]) => renderRoute('/patients', <CaseloadPage />, at, [live, ...replies]);

it('says in words which goals have no owner and which review is late', async () => {
  open('/patients', [reply(CaseloadPageDocument, all, aCaseload([marisol, rosa]))]);
  const row = (await screen.findByRole('link', { name: 'Rosa Delgado' })).closest('tr');
  expect(row).toHaveTextContent('1 without owner');
  expect(row).toHaveTextContent('3 days late');
  expect(screen.getByText('2 on your teams')).toBeInTheDocument();
});

it('searches as the person types and keeps the search in the address', async () => {
  const { user, router } = open('/patients?sort=review', [
    reply(CaseloadPageDocument, { ...all, sort: 'NEXT_REVIEW' }, aCaseload([rosa, marisol])),
    reply(CaseloadPageDocument, { ...all, sort: 'NEXT_REVIEW', search: 'mari' }, aCaseload([marisol])),
  ]);
  await screen.findByRole('link', { name: 'Rosa Delgado' });
  await user.type(screen.getByRole('searchbox', { name: 'Find by name or MRN' }), 'mari');
  expect(await screen.findByText('1 found')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Rosa Delgado' })).not.toBeInTheDocument();
  expect(router.state.location.search).toBe('?sort=review&q=mari');
});

it('says when nobody is found and shows all again', async () => {
  const { user } = open('/patients?q=zz', [
    reply(CaseloadPageDocument, { ...all, search: 'zz' }, aCaseload([])),
    reply(CaseloadPageDocument, all, aCaseload([marisol])),
  ]);
  await screen.findByText('Nobody found for “zz”');
  await user.click(screen.getByRole('link', { name: 'Show all' }));
  expect(await screen.findByRole('link', { name: 'Marisol Okafor-Reyes' })).toBeInTheDocument();
  expect(screen.getByRole('searchbox')).toHaveValue('');
});

it('offers the next step to somebody without patients', async () => {
  open('/patients', [reply(CaseloadPageDocument, all, aCaseload([]))]);
  await screen.findByText('No patients yet');
  expect(screen.getAllByRole('link', { name: 'Add patient' })).toHaveLength(2);
});

it('shows a failure with its reference and tries again', async () => {
  const { user } = open('/patients', [
    replyWithFault(CaseloadPageDocument, all, 'INTERNAL', { requestId: 'req-77' }),
    reply(CaseloadPageDocument, all, aCaseload([marisol])),
  ]);
  expect(await screen.findByRole('alert')).toHaveTextContent('Reference req-77');
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('link', { name: 'Marisol Okafor-Reyes' })).toBeInTheDocument();
});

it('keeps the list when a refresh fails, says so, and refreshes again', async () => {
  const renamed = aCaseloadPatient({ familyName: 'Okafor' });
  const { user } = open('/patients', [
    reply(CaseloadPageDocument, all, aCaseload([marisol])),
    replyWithFault(CaseloadPageDocument, all, 'INTERNAL'),
    reply(CaseloadPageDocument, all, aCaseload([renamed])),
  ]);
  await screen.findByRole('link', { name: 'Marisol Okafor-Reyes' });
  liveConnection.restored();
  await screen.findByText('The newest state could not be loaded. What you see may be older.');
  expect(screen.getByRole('link', { name: 'Marisol Okafor-Reyes' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => expect(screen.getByRole('link', { name: 'Marisol Okafor' })).toBeInTheDocument());
  expect(screen.queryByText(/could not be loaded/)).not.toBeInTheDocument();
});

it('loads the next page behind the first', async () => {
  const more = { hasNextPage: true, endCursor: 'after patient-marisol', __typename: 'PageInfo' as const };
  const { user } = open('/patients', [
    reply(CaseloadPageDocument, all, aCaseload([marisol], { pageInfo: more, totalCount: 2 })),
    reply(CaseloadPageDocument, { ...all, after: 'after patient-marisol' }, aCaseload([rosa], { totalCount: 2 })),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('link', { name: 'Rosa Delgado' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Marisol Okafor-Reyes' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

it('says beside each patient how much is new, and to whom the record is new', async () => {
  const unread = (givenName: string, over: object) => aCaseloadPatient({ id: givenName, givenName, ...over });
  open('/patients', [reply(CaseloadPageDocument, all, aCaseload([
    unread('Ana', { unread: 4 }), unread('Bo', { unread: 99 }), unread('Cy', { unread: 100 }), unread('Di', { isNewToViewer: true }), unread('Ed', {}),
  ]))]);
  const header = async (name: string) => (await screen.findByRole('link', { name: new RegExp(`^${name} `) })).closest('th')!;
  expect(await header('Ana')).toHaveTextContent(/4 new/);
  expect(await header('Bo')).toHaveTextContent(/99 new/);
  expect(await header('Cy')).toHaveTextContent(/99\+ new/);
  expect(await header('Di')).toHaveTextContent(/New to you/);
  expect(await header('Ed')).not.toHaveTextContent(/new/i);
});

it('counts again on news', async () => {
  open('/patients', [reply(CaseloadPageDocument, all, aCaseload([aCaseloadPatient({ unread: 4 })])), reply(CaseloadPageDocument, all, aCaseload([aCaseloadPatient({ unread: 0 })]))]);
  await screen.findByText('4 new');
  liveConnection.restored();
  await waitFor(() => expect(screen.queryByText('4 new')).not.toBeInTheDocument());
});
