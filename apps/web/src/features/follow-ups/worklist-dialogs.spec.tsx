import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import {
  CaseloadRevisedDocument, EndLeaveDocument, LeavesDocument, PersonChoicesDocument, RemoveViewDocument, SavedViewsDocument, SaveViewDocument, SetLeaveDocument, WorklistDocument, type LeavePartsFragment, type SavedViewPartsFragment,
} from '../../gql/index.ts';
import { aPerson, aViewer, noor } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { aWorklist } from '../../testing/worklist-builders.ts';
import { WorklistPage } from './worklist.page.tsx';

const live = reply(CaseloadRevisedDocument, {}, { caseloadRevised: { __typename: 'PatientRevised', patientId: 'nobody', revision: 1 } }, { delay: 1e8 });
const list = (variables: object = {}) => reply(WorklistDocument, { queue: 'NEEDS_ME', filter: null, sort: 'DUE', first: 50, ...variables }, aWorklist([]), { times: 9 });
const open = (at: string, replies: readonly Reply[], viewer = aViewer()) => renderRoute('/follow-ups', <WorklistPage />, at, [live, ...replies], { viewer });
const leave = (over: Partial<LeavePartsFragment> = {}): LeavePartsFragment => ({ __typename: 'Leave', id: 'leave-noor', startsOn: '2026-11-20', endsOn: '2026-12-01', version: 1, person: noor, ...over });
const view = (over: Partial<SavedViewPartsFragment> = {}): SavedViewPartsFragment => ({ __typename: 'SavedView', id: 'view-1', name: 'Late referrals', address: 'queue=overdue&kind=referral', isShared: true, version: 2, person: aPerson(), ...over });
const leaves = (...found: readonly LeavePartsFragment[]) => reply(LeavesDocument, {}, { leaves: [...found] });
const views = (...found: readonly SavedViewPartsFragment[]) => reply(SavedViewsDocument, {}, { savedViews: [...found] }, { times: 2 });

it('says who is away, and takes one’s own leave; that of others only from a coordinator', async () => {
  const mine = leave({ id: 'leave-lucia', startsOn: '2026-11-25', endsOn: '2026-11-27', person: aPerson() });
  const { user } = open('/follow-ups?form=away', [
    list(), views(), leaves(leave()), leaves(leave(), mine),
    replyToCommand(SetLeaveDocument, { personId: 'person-lucia', startsOn: '2026-11-25', endsOn: '2026-11-27' }, { setLeave: { __typename: 'LeaveChange', leaveId: mine.id } }),
  ]);
  const dialog = await screen.findByRole('dialog', { name: 'Who is away' });
  await within(dialog).findByText(noor.name);
  expect(within(dialog).queryByRole('button', { name: `Back today: leave of ${noor.name}` })).toBeNull();
  expect(within(dialog).queryByRole('combobox', { name: 'Person' })).toBeNull();
  await user.clear(within(dialog).getByLabelText(/First day/));
  await user.type(within(dialog).getByLabelText(/First day/), '2026-11-25');
  await user.type(within(dialog).getByLabelText(/Last day/), '2026-11-27');
  await user.click(within(dialog).getByRole('button', { name: 'Set my leave' }));
  expect(await within(dialog).findByRole('button', { name: 'Cancel: leave of Lucia Ferrante, PT' })).toBeInTheDocument();
});

it('lets a coordinator end a colleague’s leave', async () => {
  const coordinator = aViewer({ person: { ...aViewer().person, roles: ['COORDINATOR'] } });
  const { user } = open('/follow-ups?form=away', [
    list(), views(), leaves(leave()), leaves(), reply(PersonChoicesDocument, { search: null }, { people: [] }),
    replyToCommand(EndLeaveDocument, { leaveId: 'leave-noor', version: 1 }, { endLeave: { __typename: 'LeaveChange', leaveId: 'leave-noor' } }),
  ], coordinator);
  await user.click(await screen.findByRole('button', { name: `Back today: leave of ${noor.name}` }));
  expect(await screen.findByText('Nobody is on leave, now or soon.')).toBeInTheDocument();
});

it('shows the field that a rule refuses, and keeps what was typed', async () => {
  const refusal = { __typename: 'RuleViolation' as const, violations: [{ __typename: 'Violation' as const, code: 'LEAVE_OVERLAPS', field: 'startsOn', message: 'x', params: [] }] };
  const { user } = open('/follow-ups?form=away', [list(), views(), leaves(), replyToCommand(SetLeaveDocument, { personId: 'person-lucia', startsOn: '2026-11-23', endsOn: '2026-11-27' }, { setLeave: refusal })]);
  const dialog = await screen.findByRole('dialog', { name: 'Who is away' });
  await user.type(within(dialog).getByLabelText(/Last day/), '2026-11-27');
  await user.click(within(dialog).getByRole('button', { name: 'Set my leave' }));
  await waitFor(() => expect(within(dialog).getByLabelText(/First day/)).toHaveAccessibleDescription(/has leave in these days already/));
  expect(within(dialog).getByLabelText(/Last day/)).toHaveValue('2026-11-27');
});

it('opens a saved view, and saves the list as it is filtered now', async () => {
  const filtered = { queue: 'OVERDUE', filter: { kind: 'REFERRAL' } };
  const { user, router } = open('/follow-ups', [
    list(), list(filtered), views(view(), view({ id: 'view-2', name: 'Mine', person: noor })),
    replyToCommand(SaveViewDocument, { name: 'Chase these', address: 'queue=overdue&kind=referral', isShared: true }, { saveView: { __typename: 'SavedViewChange', viewId: 'view-1' } }),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  expect(screen.getAllByRole('menuitem').map(({ textContent }) => textContent)).toEqual(['Late referrals', 'Mine (by Dr. Noor Bellweather)', 'Save this view …', 'Remove “Late referrals”']);
  await user.click(screen.getByRole('menuitem', { name: 'Late referrals' }));
  expect(router.state.location.search).toBe('?queue=overdue&kind=referral');

  await user.click(await screen.findByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Save this view …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Save this view' });
  await user.type(within(dialog).getByLabelText(/Name/), 'Chase these');
  await user.click(within(dialog).getByRole('checkbox', { name: 'Share it with everybody here' }));
  await user.click(within(dialog).getByRole('button', { name: 'Save' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
});

it('removes a view of one’s own, and says so', async () => {
  const { user } = open('/follow-ups', [list(), views(view()), replyToCommand(RemoveViewDocument, { viewId: 'view-1', version: 2 }, { removeView: { __typename: 'SavedViewChange', viewId: 'view-1' } })]);
  await user.click(await screen.findByRole('button', { name: 'Views' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Remove “Late referrals”' }));
  expect(await screen.findByText('“Late referrals” was removed.')).toBeInTheDocument();
});
