import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import {
  CaseloadRevisedDocument, ChangeFollowUpsDocument, FindPatientsDocument, FollowUpCandidatesDocument, FollowUpPanelDocument, NewFollowUpPatientDocument, OpenFollowUpDocument, SavedViewsDocument, WorklistDocument,
  type ChangeFollowUpsInput, type ChangeFollowUpsMutation, type WorklistRowFragment,
} from '../../gql/index.ts';
import { liveConnection } from '../../shared/live.ts';
import { aPerson, noor } from '../../testing/builders.ts';
import { aCandidate, aFollowUp, aFollowUpChange, aFollowUpPatient } from '../../testing/follow-up-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { aWorklist, aWorklistRow } from '../../testing/worklist-builders.ts';
import { WorklistPage } from './worklist.page.tsx';

const rosa = { __typename: 'Patient' as const, id: 'patient-rosa', mrn: '204-941', givenName: 'Rosa', familyName: 'Delgado', preferredName: null };
const safety = aWorklistRow({ id: 'safety', kind: 'SAFETY', what: 'Call about PHQ-9', priority: 'URGENT' });
const late = aWorklistRow({ id: 'late', what: 'Chase the report', dueOn: '2026-11-18', isOverdue: true, daysLate: 5, patientId: rosa.id, patient: rosa, revision: 12 });
const retest = aWorklistRow();
const later = aWorklistRow({ id: 'later', what: 'Book a review', dueOn: '2026-12-20', priority: 'URGENT' });

const first = { queue: 'NEEDS_ME' as const, filter: null, sort: 'DUE' as const, first: 50 };
const list = (rows: readonly WorklistRowFragment[], variables: object = {}, over: Parameters<typeof aWorklist>[1] = {}) => reply(WorklistDocument, { ...first, ...variables }, aWorklist(rows, over));
const live = reply(CaseloadRevisedDocument, {}, { caseloadRevised: { __typename: 'PatientRevised', patientId: 'nobody', revision: 1 } }, { delay: 1e8 });
const candidate = aCandidate({ person: noor, discipline: { __typename: 'Discipline', id: 'psychotherapist' }, load: 3 });
const views = reply(SavedViewsDocument, {}, { savedViews: [] }, { times: 5 });
const open = (replies: readonly Reply[], at = '/follow-ups') => renderRoute('/follow-ups', <WorklistPage />, at, [live, views, ...replies]);

type Item = ChangeFollowUpsMutation['changeFollowUps'][number];
const done = (row: WorklistRowFragment, revision: number): Item => ({ __typename: 'FollowUpItem', followUpId: row.id, patientId: row.patientId, outcome: 'DONE', revision, violations: [], followUp: { ...row, revision } });

/** Answers batches in turn and keeps what was sent. */
function answering(...answers: readonly Item[][]) {
  const sent: Omit<ChangeFollowUpsInput, 'batchId'>[] = [];
  const replies = answers.map((items, place): Reply => ({
    request: {
      query: ChangeFollowUpsDocument,
      variables: ({ input }) => {
        if (sent.length !== place) return false;
        const { batchId, ...rest } = input as ChangeFollowUpsInput;
        expect(batchId).toMatch(/^[0-9a-f-]{36}$/);
        sent.push(rest);
        return true;
      },
    },
    result: { data: { changeFollowUps: items } },
    delay: 0,
  }));
  return { sent, replies };
}

/** By its words: looking for roles in a long table takes seconds. */
const row = (what: string) => screen.getByText(what).closest('tr')!;
const focus = async (what: string) => {
  const link = await screen.findByText(what);
  act(() => link.focus());
};
const item = ({ id, patientId, revision }: WorklistRowFragment) => ({ followUpId: id, patientId, baseRevision: revision });
beforeEach(() => {
  localStorage.clear();
  // The notices of the spec before.
  notifications.clean();
});
const { matchMedia } = globalThis;
afterEach(() => { globalThis.matchMedia = matchMedia; });
const onTelephone = () => { globalThis.matchMedia = (media) => ({ ...matchMedia(media), matches: media === '(max-width: 48em)' }); };

it('shows each queue with its count, and what concerns safety before everything, not to be selected', async () => {
  open([list([safety, late, retest, later])]);
  await screen.findByText('Re-test PSFS');
  const queues = within(screen.getByRole('navigation', { name: 'Queues' })).getAllByRole('link');
  expect(queues.map(({ textContent }) => textContent)).toEqual(['Needs me11', 'Overdue4', 'Waiting on others9', 'Referral loops7', 'Unowned999+', 'Escalated2', 'Reported back, not read0', 'All open']);
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Safety, always first', 'Overdue', 'Today', 'Later']);
  expect(within(row('Call about PHQ-9')).queryByRole('checkbox')).toBeNull();
  expect(within(row('Chase the report')).getByText('5 days late')).toBeInTheDocument();
});

it('assigns a selection with two letters of a name, and undoes it to what stood for each', async () => {
  const theirs = aWorklistRow({ id: 'theirs', what: 'Theirs', owner: null, with: null, isUnowned: true });
  const { sent, replies } = answering([done(late, 13), done(theirs, 41)], [done(late, 14)], [done(theirs, 42)]);
  const rows = [late, theirs];
  const { user } = open([
    list(rows), ...replies, list(rows), list(rows),
    reply(FollowUpCandidatesDocument, { patientId: rosa.id }, { followUpCandidates: [aCandidate({ person: aPerson() }), candidate] }),
    reply(FollowUpCandidatesDocument, { patientId: 'patient-marisol' }, { followUpCandidates: [candidate, aCandidate({ person: aPerson({ id: 'away', name: 'Nora Away' }), isEligible: false, isOnLeave: true, leaveUntil: '2026-12-04' })] }),
  ]);
  await screen.findByText('Chase the report');
  await user.keyboard('xjxa');
  const box = await screen.findByRole('combobox', { name: 'Name or discipline' });
  const options = () => within(screen.getByRole('dialog')).getAllByRole('option');
  // Who can take both comes first.
  await waitFor(() => expect(options()[0]).toHaveTextContent(/Dr\. Noor Bellweather.*3 open/));
  await user.type(box, 'no');
  expect(options().map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Dr. Noor Bellweather'), expect.stringMatching(/Nora Away.*on leave until .*cannot be asked now/),
  ]);
  await user.keyboard('{Enter}');
  await screen.findByText('2 assigned to Dr. Noor Bellweather.');
  await waitFor(() => expect(screen.getByText('Theirs')).toHaveFocus());
  expect(sent).toEqual([{ assign: { ownerId: noor.id }, items: [item(late), item(theirs)] }]);

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent.slice(1)).toEqual([
    { assign: { ownerId: 'person-lucia' }, items: [{ ...item(late), baseRevision: 13 }] },
    { assign: { pool: 'physical-therapist' }, items: [{ ...item(theirs), baseRevision: 41 }] },
  ]));
});

it('names each one that was not changed, and leaves only those selected', async () => {
  const refusal: Item = { ...done(late, 0), outcome: 'REFUSED', revision: null, followUp: null, violations: [{ __typename: 'Violation', code: 'DUE_PAST', field: 'dueOn', message: 'x', params: [] }] };
  const gone: Item = { ...done(later, 0), outcome: 'NOT_FOUND', revision: null, followUp: null };
  const { sent, replies } = answering([refusal, done({ ...retest, dueOn: '2026-11-27' }, 41), gone]);
  const { user } = open([list([late, retest, later]), ...replies, list([late, { ...retest, dueOn: '2026-11-27' }, later])]);
  await screen.findByText('Re-test PSFS');
  await user.click(screen.getByRole('checkbox', { name: 'Select all that are shown' }));
  await user.keyboard('d');
  await user.type(await screen.findByRole('textbox', { name: 'Day' }), 'fri{Enter}');
  const alert = await screen.findByRole('alert');
  expect(sent).toEqual([{ dueOn: '2026-11-27', items: [item(late), item(retest), item(later)] }]);
  await waitFor(() => expect(alert).toHaveTextContent('2 were not changed. They are still selected.'));
  expect(within(alert).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Chase the report: This day is over. Give today or a day to come.', 'Book a review: This is not shared with you any more.',
  ]);
  expect(row('Re-test PSFS')).toHaveAttribute('aria-selected', 'false');
  expect(row('Chase the report')).toHaveAttribute('aria-selected', 'true');
  expect(row('Book a review')).toHaveAttribute('aria-selected', 'true');
});

it('gives the one at the cursor a day in words, says what it read, and goes on to the next', async () => {
  const { sent, replies } = answering([done({ ...late, dueOn: '2026-12-12' }, 13)]);
  const { user } = open([list([late, retest]), ...replies, list([retest, { ...late, dueOn: '2026-12-12', isOverdue: false }])]);
  await focus('Chase the report');
  await user.keyboard('d');
  const box = await screen.findByRole('textbox', { name: 'Day' });
  await user.type(box, 'soon{Enter}');
  expect(box).toHaveAccessibleDescription(/This is no day/);
  await user.clear(box);
  await user.type(box, '12 dec');
  expect(screen.getByText('Saturday, 12 December 2026')).toBeInTheDocument();
  await user.keyboard('{Enter}');
  await screen.findByText(/1 is due 12 Dec/);
  expect(sent).toEqual([{ dueOn: '2026-12-12', items: [item(late)] }]);
  await waitFor(() => expect(screen.getByText('Re-test PSFS')).toHaveFocus());
});

it('escalates by a step and a reminder, each over what the one before left', async () => {
  const { sent, replies } = answering([done({ ...retest, priority: 'SOON' }, 41)], [done(retest, 42), done(later, 43)]);
  const { user } = open([list([retest, later]), ...replies, list([retest, later])]);
  await screen.findByText('Book a review');
  await user.keyboard('xjxe');
  await screen.findByText('2 went up in priority where possible, with a reminder.');
  expect(sent).toEqual([
    { priority: 'SOON', items: [item(retest)] },
    { remind: true, items: [{ ...item(retest), baseRevision: 41 }, item(later)] },
  ]);
});

it('opens the form of the panel for what concerns safety, and puts it never off', async () => {
  const { user, router } = open([list([safety, retest])]);
  await screen.findByText('Call about PHQ-9');
  await user.keyboard('xs');
  await screen.findByText('What concerns safety is not put off.');
  await user.keyboard('a');
  expect(router.state.location.search).toBe('?open=safety%3Aassign');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('group', { name: 'Do with the selection' })).toBeNull();
});

it('keeps the selection and the place when news come', async () => {
  const { user } = open([list([late, retest]), list([aWorklistRow({ id: 'new', what: 'New one', isOverdue: true }), late, retest])]);
  await focus('Chase the report');
  await user.keyboard('{ArrowDown} ');
  expect(screen.getByText('Re-test PSFS')).toHaveFocus();
  liveConnection.restored();
  await screen.findByText('New one');
  expect(screen.getByText('Re-test PSFS')).toHaveFocus();
  expect(row('Re-test PSFS')).toHaveAttribute('aria-selected', 'true');
  await user.keyboard('k');
  expect(screen.getByText('Chase the report')).toHaveFocus();
});

it('gives the focus to the next when the one that had it leaves the list', async () => {
  open([list([late, retest]), list([retest])]);
  await focus('Chase the report');
  liveConnection.restored();
  await waitFor(() => expect(screen.queryByText('Chase the report')).toBeNull());
  await waitFor(() => expect(screen.getByText('Re-test PSFS')).toHaveFocus());
});

it('takes letters for text while somebody types, and for nothing once they are turned off', async () => {
  const { user, router } = open([list([late, retest]), list([], { filter: { search: 'xj' } }), list([late, retest])]);
  await screen.findByText('Re-test PSFS');
  await user.type(screen.getByRole('searchbox', { name: 'Find by patient or words' }), 'xj');
  await waitFor(() => expect(router.state.location.search).toBe('?q=xj'));
  await screen.findByText('Nothing here fits the filters');
  await user.click(screen.getByRole('link', { name: 'Show all of the queue' }));
  await screen.findByText('Re-test PSFS');
  expect(row('Chase the report')).toHaveAttribute('aria-selected', 'false');

  await user.keyboard('?');
  await user.click(await screen.findByRole('switch', { name: /Single letters work/ }));
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await user.keyboard('x');
  expect(row('Chase the report')).toHaveAttribute('aria-selected', 'false');
  await focus('Chase the report');
  await user.keyboard(' ');
  expect(row('Chase the report')).toHaveAttribute('aria-selected', 'true');
});

it('asks for what the address says, and groups as it says', async () => {
  const filter = { kind: 'REFERRAL' as const, pool: 'physical-therapist', dueBefore: '2026-12-01' };
  open([list([retest, { ...late, owner: noor }], { queue: 'ALL', filter, sort: 'AGE' })], '/follow-ups?queue=all&kind=referral&discipline=physical-therapist&before=2026-12-01&sort=age&group=owner&priority=nonsense');
  await screen.findByText('Re-test PSFS');
  expect(screen.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual(['Lucia Ferrante, PT', 'Dr. Noor Bellweather']);
  expect(screen.getByRole('button', { name: 'Filters (3)' })).toHaveAttribute('aria-expanded', 'true');
});

it('shows more, and asks for all of it again on news', async () => {
  const page = { pageInfo: { __typename: 'PageInfo' as const, hasNextPage: true, endCursor: 'after last' } };
  const fifty = Array.from({ length: 50 }, (_, at) => aWorklistRow({ id: at === 49 ? 'last' : `row-${at}`, what: `Row ${at}` }));
  const { user } = open([
    list(fifty, {}, page), list([later], { after: 'after last' }),
    list(fifty, {}, page), list([{ ...later, what: 'Book it soon' }], { after: 'after last' }),
  ]);
  await user.click(await screen.findByText('Show more'));
  await screen.findByText('Book a review');
  liveConnection.restored();
  await screen.findByText('Book it soon');
  expect(screen.getByText('Row 0')).toBeInTheDocument();
});

it('gives back the days that were moved, also those that are over, and what had been put off', async () => {
  const other = aWorklistRow({ id: 'other', what: 'Ask again', dueOn: '2026-11-10', isOverdue: true, snoozedUntil: '2026-11-20' });
  const rows = [late, other];
  const { sent, replies } = answering([done(late, 13), done(other, 41)], [done(late, 14)], [done(other, 42)], [done(late, 15), done(other, 43)], [done(late, 16), done(other, 44)]);
  const { user } = open([...replies, ...Array.from({ length: 6 }, () => list(rows))]);
  await screen.findByText('Ask again');
  await user.keyboard('xjxd');
  await user.type(await screen.findByRole('textbox', { name: 'Day' }), 'fri{Enter}');
  await screen.findByText('2 are due Friday.');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('2 are as before.');
  expect(sent.slice(1)).toEqual([
    { dueOn: '2026-11-18', items: [{ ...item(late), baseRevision: 13 }] },
    { dueOn: '2026-11-10', items: [{ ...item(other), baseRevision: 41 }] },
  ]);

  await user.keyboard('s');
  await user.type(await screen.findByRole('textbox', { name: 'Day' }), 'fri{Enter}');
  await screen.findByText('2 come back Friday.');
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(sent.at(-1)).toEqual({ snoozeUntil: null, items: [{ ...item(late), baseRevision: 15 }, { ...item(other), baseRevision: 43 }] }));
});

it('opens a new one by keyboard alone: of whom, then what; it is in the list and open beside it', async () => {
  const made = aFollowUp({ id: 'made', what: 'Ask for a desk', revision: 42, shape: 'TASK', state: 'OPEN' });
  const found = { __typename: 'PatientEdge' as const, cursor: 'after', node: { __typename: 'CaseloadPatient' as const, id: 'patient-marisol', mrn: '204-881', givenName: 'Marisol', familyName: 'Okafor-Reyes', preferredName: null, birthDate: '1980-04-12', age: 46 } };
  const finds = (search: string) => reply(FindPatientsDocument, { search }, { patients: { __typename: 'PatientConnection', edges: [found], pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null }, totalCount: 1 } }, { times: 3 });
  const hers = { queue: 'ALL' as const, filter: { patientId: 'patient-marisol' } };
  const { user, router } = open([
    list([late], { queue: 'OVERDUE' }), finds(''), finds('204'), list([retest], hers), list([retest, aWorklistRow({ id: 'made', what: 'Ask for a desk' })], hers),
    reply(NewFollowUpPatientDocument, { patientId: 'patient-marisol' }, { patient: aFollowUpPatient() }, { times: 3 }),
    reply(FollowUpCandidatesDocument, { patientId: 'patient-marisol' }, { followUpCandidates: [aCandidate()] }, { times: 9 }),
    replyToCommand(OpenFollowUpDocument, {
      patientId: 'patient-marisol', baseRevision: 41, shape: 'TASK', kind: 'CALL', priority: 'ROUTINE', what: 'Ask for a desk', why: null, pool: 'physical-therapist',
      dueOn: '2026-12-01', dueTime: null, everyWeeks: null, recursUntil: null, watcherIds: [], checklist: [],
    }, { openFollowUp: aFollowUpChange(made) }),
    reply(FollowUpPanelDocument, { id: 'made' }, { followUp: made }, { times: 3 }),
  ], '/follow-ups?queue=overdue');
  await screen.findByText('Chase the report');
  await user.keyboard('n');
  const picker = await screen.findByRole('combobox', { name: 'Patient' });
  expect(picker).toHaveFocus();
  await user.keyboard('204');
  expect(await screen.findByRole('option', { name: /Marisol Okafor-Reyes.*12 Apr 1980.*MRN 204-881/ })).toBeInTheDocument();
  await user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'What is to be done' })).toHaveFocus());
  expect(router.state.location.search).toBe('?queue=all&patient=patient-marisol&follow-up=new');
  // What is open for her already stands beside it.
  await screen.findByText('Re-test PSFS');
  await user.keyboard('Ask for a desk');
  await user.selectOptions(screen.getByLabelText(/^Kind/, { selector: 'form select' }), 'Call');
  fireEvent.change(screen.getByLabelText(/^Due/, { selector: 'form input' }), { target: { value: '2026-12-01' } });
  await user.type(screen.getByRole('combobox', { name: 'Whose is it?' }), 'pool{ArrowDown}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Open the follow-up' }));
  expect(await screen.findByRole('heading', { name: 'Ask for a desk' })).toBeInTheDocument();
  expect(router.state.location.search).toBe('?queue=all&patient=patient-marisol&open=made');
  await waitFor(() => expect(document.getElementById('follow-up-made')).toBeInTheDocument());
});

it('goes back to the list as it was when no new one is opened, and offers no form to whom the patient’s are only shown', async () => {
  const reads = aFollowUpPatient({ viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['FOLLOW_UP_READ'] } });
  const nobody = { patients: { __typename: 'PatientConnection' as const, edges: [], pageInfo: { __typename: 'PageInfo' as const, hasNextPage: false, endCursor: null }, totalCount: 0 } };
  const { user, router } = open([
    list([retest], { queue: 'ALL', filter: { patientId: 'patient-marisol' } }), list([retest], { queue: 'ALL', filter: { patientId: 'patient-marisol' } }),
    reply(FindPatientsDocument, { search: '' }, nobody, { times: 3 }), reply(NewFollowUpPatientDocument, { patientId: 'patient-marisol' }, { patient: reads }, { times: 3 }),
  ], '/follow-ups?queue=all&patient=patient-marisol&sort=due');
  await screen.findByText('Re-test PSFS');
  await user.keyboard('n');
  expect(await screen.findByText(/open nothing for it\. Choose another patient\./)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Open the follow-up' })).toBeNull();
  await user.keyboard('{Escape}');
  expect(router.state.location.search).toBe('?queue=all&patient=patient-marisol&sort=due');
  await waitFor(() => expect(screen.getByRole('button', { name: 'New follow-up' })).toHaveFocus());
});

it('selects all on a telephone too, where no table has a head', async () => {
  onTelephone();
  const { user } = open([list([safety, late, retest])]);
  await screen.findByText('Re-test PSFS');
  await user.click(screen.getByText('Select all that are shown'));
  expect(['Chase the report', 'Re-test PSFS', 'Call about PHQ-9'].map((what) => row(what).getAttribute('aria-selected'))).toEqual(['true', 'true', null]);
  expect(screen.getByText('2 selected')).toBeInTheDocument();
  expect(screen.queryByRole('columnheader')).toBeNull();
});
