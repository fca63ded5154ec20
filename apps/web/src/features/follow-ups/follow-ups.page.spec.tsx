import { expect, it } from '@jest/globals';
import { SOURCE_REMARKS } from '@plexus/domain';
import { act, fireEvent, screen, within } from '@testing-library/react';
import {
  AssignFollowUpDocument, ClosedFollowUpsDocument, EarlierEntriesDocument, EditFollowUpDocument, FollowUpCandidatesDocument, FollowUpPanelDocument, FollowUpSourcesDocument, FollowUpsPageDocument, MoveFollowUpDocument, NoteOnFollowUpDocument, OpenFollowUpDocument,
  type FollowUpPartsFragment, type FollowUpsPageQuery,
} from '../../gql/index.ts';
import { aPerson, noor } from '../../testing/builders.ts';
import { aCandidate, aFollowUp, aFollowUpChange, aFollowUpEntry, aFollowUpRow, aFollowUpsPage, hamid } from '../../testing/follow-up-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { FollowUpsPage } from './follow-ups.page.tsx';

const patientId = 'patient-marisol';
const open = (page: FollowUpsPageQuery, replies: readonly Reply[] = [], search = '') =>
  renderRoute('/patients/:patientId/follow-ups', <FollowUpsPage />, `/patients/${patientId}/follow-ups${search}`, [reply(FollowUpsPageDocument, { patientId }, page, { times: 9 }), ...replies]);
/** The page with one follow-up open beside the list. */
const openOne = (followUp: FollowUpPartsFragment, replies: readonly Reply[] = [], form = '') =>
  open(aFollowUpsPage([followUp]), [reply(FollowUpPanelDocument, { id: followUp.id }, { followUp }, { times: 9 }), ...replies], `?open=${followUp.id}${form}`);
const input = { patientId, baseRevision: 30, followUpId: 'follow-up-1' };
const violation = (code: string, field: string) => ({ __typename: 'RuleViolation' as const, violations: [{ __typename: 'Violation' as const, code, field, message: 'x', params: [] }] });

it('says of each with whom the ball is and since when, who covers them, how far it has come, and what is late', async () => {
  open(aFollowUpsPage([
    aFollowUpRow({ with: hamid, holder: hamid, state: 'SCHEDULED', appointmentOn: '2026-12-02', isOverdue: true, daysLate: 3, priority: 'URGENT' }),
    aFollowUpRow({ id: 'f2', what: 'Chase the report', outsideParty: 'Harbour Rheumatology', court: 'OUTSIDE', with: null, holder: noor, daysInCourt: 12, everyWeeks: 4, dueOn: '2026-11-23', dueTime: '09:00', isOverdue: true }),
    aFollowUpRow({ id: 'f3', what: 'Call back', shape: 'TASK', state: 'OPEN', owner: null, with: null, holder: null, isUnowned: true, daysInCourt: 0 }),
    aFollowUpRow({ id: 'f4', what: 'Read the report', state: 'REPORTED', court: 'ASKER', with: hamid, daysInCourt: 1 }),
    aFollowUpRow({ id: 'f5', what: 'Ask anew', state: 'DECLINED', court: 'ASKER', with: noor }),
  ]));
  expect(await screen.findByRole('row', { name: /Re-test PSFS.*asked by Dr. Noor Bellweather.*Lucia Ferrante, PT ?3 days · covered by Hamid Solberg, PT.*Measure.*Urgent.*Booked 2 Dec.*3 days late/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Chase the report.*every 4 weeks.*Harbour Rheumatology ?12 days · Dr. Noor Bellweather chases.*late since 09:00/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Call back.*In the pool: Physical therapist ?since today.*Unowned.*To do.*tomorrow/ })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Read the report.*Dr. Noor Bellweather ?1 day · covered by Hamid Solberg, PT.*Reported back/ })).toBeInTheDocument();
  const declined = screen.getByRole('row', { name: /Ask anew.*Dr. Noor Bellweather ?3 days.*Declined/ });
  expect(declined).not.toHaveTextContent('covered');
  expect(screen.getByText('5 open, 2 overdue')).toBeInTheDocument();
});

it('makes a move that asks for nothing at once, on top of the follow-up that was seen', async () => {
  const accepted = aFollowUp({ state: 'ACCEPTED', transitions: ['SCHEDULE', 'CONFIRM', 'REPORT'], revision: 42 });
  const { user } = openOne(aFollowUp(), [replyToCommand(MoveFollowUpDocument, { ...input, verb: 'ACCEPT' }, { moveFollowUp: aFollowUpChange(accepted) })]);
  await user.click(await screen.findByRole('button', { name: 'Accept' }));
  expect(await screen.findByRole('button', { name: 'Book appointment' })).toBeInTheDocument();
  expect(screen.getByRole('row', { name: /Re-test PSFS.*Accepted/ })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Decline' })).not.toBeInTheDocument();
});

it('asks why before it declines, and points at the reason when the server refuses', async () => {
  const { user } = openOne(aFollowUp(), [replyToCommand(MoveFollowUpDocument, { ...input, verb: 'DECLINE', reason: 'No slot' }, { moveFollowUp: violation('TEXT_UNPRINTABLE', 'reason') })]);
  await user.click(await screen.findByRole('button', { name: 'Decline' }));
  const why = screen.getByRole('textbox', { name: 'Why?' });
  expect(why).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(await screen.findByText('Please fill this in.')).toBeInTheDocument();
  await user.type(why, 'No slot{Enter}');
  expect(await screen.findByText(/invisible control character/)).toBeInTheDocument();
  expect(why).toBeInvalid();
  expect(why).toHaveValue('No slot');
});

it('keeps the reason that is being typed when a colleague moves it on meanwhile', async () => {
  const { user, client } = openOne(aFollowUp(), [], ':DECLINE');
  await user.type(await screen.findByRole('textbox', { name: 'Why?' }), 'No slot');
  const cancelled = aFollowUp({ state: 'CANCELLED', court: 'NOBODY', stateReason: 'Not needed any more', transitions: ['REOPEN'], revision: 42 });
  act(() => { client.writeQuery({ query: FollowUpPanelDocument, variables: { id: cancelled.id }, data: { followUp: cancelled } }); });
  expect(await screen.findByText('Not needed any more')).toBeInTheDocument();
  expect(screen.getByRole('textbox', { name: 'Why?' })).toHaveValue('No slot');
});

it('assigns by keyboard alone, and says who is on leave and what each has open', async () => {
  const away = aCandidate({ person: noor, discipline: { __typename: 'Discipline', id: 'psychotherapist' }, isEligible: false, isOnLeave: true, leaveUntil: '2026-12-06', load: 0 });
  const { user } = openOne(aFollowUp(), [
    reply(FollowUpCandidatesDocument, { patientId }, { followUpCandidates: [aCandidate({ role: 'OBSERVER', discipline: { __typename: 'Discipline', id: 'family' }, person: aPerson({ id: 'observer', name: 'Ines Okafor' }), isEligible: false }), aCandidate(), away] }, { times: 9 }),
    replyToCommand(AssignFollowUpDocument, { ...input, ownerId: 'person-hamid' }, { assignFollowUp: aFollowUpChange(aFollowUp({ owner: hamid, with: hamid, daysInCourt: 0, revision: 42 })) }),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Assign' }));
  expect(await screen.findByRole('option', { name: /Hamid Solberg, PT.*Physical therapist · 4 open/ })).toBeInTheDocument();
  expect(screen.getByRole('option', { name: /Noor Bellweather.*nothing open · on leave until 6 Dec/ })).toHaveAttribute('data-combobox-disabled');
  expect(screen.getAllByRole('option', { name: /^Pool:/ }).map((option) => option.textContent)).toEqual(['Pool: Physical therapist', 'Pool: Psychotherapist / psychologist']);
  await user.keyboard('hami{ArrowDown}{Enter}');
  const form = screen.getByRole('form', { name: 'Assign' });
  await user.click(within(form).getByRole('button', { name: 'Assign' }));
  expect(await screen.findByRole('row', { name: /Hamid Solberg, PT ?since today/ })).toBeInTheDocument();
});

it('shows a colleague’s day beside mine, and writes mine only over what was shown', async () => {
  const conflict = {
    __typename: 'EditConflict' as const, revision: 44,
    groups: [{ __typename: 'ConflictGroup' as const, entity: 'follow-up', entityId: 'follow-up-1', group: 'due', at: '2026-11-23T15:12:00Z', by: noor, fields: [{ __typename: 'ConflictField' as const, field: 'dueOn', fieldName: 'Due', base: '2026-11-24', theirs: '2026-12-01', mine: '2026-12-08' }] }],
  };
  const { user } = openOne(aFollowUp(), [
    replyToCommand(EditFollowUpDocument, { ...input, dueOn: '2026-12-08' }, { editFollowUp: conflict }),
    replyToCommand(EditFollowUpDocument, { ...input, baseRevision: 44, dueOn: '2026-12-08' }, { editFollowUp: aFollowUpChange(aFollowUp({ dueOn: '2026-12-08', revision: 45 })) }),
  ], ':due');
  fireEvent.change(await screen.findByLabelText(/^Due/, { selector: 'input' }), { target: { value: '2026-12-08' } });
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('row', { name: 'Due 24 Nov 2026 1 Dec 2026 8 Dec 2026' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByRole('row', { name: /Re-test PSFS.*8 Dec/ })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Keep mine' })).not.toBeInTheDocument();
});

it('counts the calls since somebody was reached, and asks for a letter after three', async () => {
  const entries = [aFollowUpEntry({ id: 'e0', callResult: 'REACHED', nextTryOn: null }), aFollowUpEntry({ id: 'e1' }), aFollowUpEntry({ id: 'e2' })];
  const third = aFollowUp({ entries: [...entries, aFollowUpEntry({ id: 'e3', callResult: 'MESSAGE_LEFT', nextTryOn: null })], revision: 42 });
  const { user } = openOne(aFollowUp({ entries }), [
    replyToCommand(NoteOnFollowUpDocument, { ...input, kind: 'CALL', callResult: 'MESSAGE_LEFT', nextTryOn: null, text: null }, { noteOnFollowUp: aFollowUpChange(third) }),
  ]);
  expect(await screen.findByText('Not reached twice, next try Thursday')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Call attempt' }));
  await user.selectOptions(screen.getByLabelText(/^How did the call go/), 'Message left');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Not reached 3 times, now send a letter')).toBeInTheDocument();
});

it('ticks an item where it is read, and leaves the others as they are', async () => {
  const items = (isDone: boolean) => [{ __typename: 'ChecklistItem' as const, text: 'Chair', isDone: true }, { __typename: 'ChecklistItem' as const, text: 'Desk', isDone }];
  const sent = items(true).map(({ text, isDone }) => ({ text, isDone }));
  const { user } = openOne(aFollowUp({ checklist: items(false) }), [replyToCommand(EditFollowUpDocument, { ...input, checklist: sent }, { editFollowUp: aFollowUpChange(aFollowUp({ checklist: items(true), revision: 42 })) })]);
  await user.click(await screen.findByRole('checkbox', { name: 'Desk' }));
  expect(await screen.findByText('Checklist, 2 of 2')).toBeInTheDocument();
});

it('sends of a text only what was changed, and keeps the tick of a line that stays', async () => {
  const checklist = [{ __typename: 'ChecklistItem' as const, text: 'Chair', isDone: true }];
  const written = { ...input, why: 'Before the review', checklist: [{ text: 'Chair', isDone: true }, { text: 'Desk', isDone: false }] };
  const { user } = openOne(aFollowUp({ checklist }), [
    reply(FollowUpCandidatesDocument, { patientId }, { followUpCandidates: [aCandidate()] }, { times: 9 }),
    replyToCommand(EditFollowUpDocument, written, { editFollowUp: aFollowUpChange(aFollowUp({ why: 'Before the review', revision: 42 })) }),
  ], ':edit');
  await user.type(await screen.findByLabelText('Why'), 'Before the review');
  await user.type(screen.getByRole('textbox', { name: 'Checklist' }), '\nDesk');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Before the review', { selector: 'dd' })).toBeInTheDocument();
});

it('keeps what was typed when a form is left by Escape, and offers no move to whom none is open', async () => {
  const { user } = openOne(aFollowUp({ transitions: [], with: aPerson(), kind: 'SAFETY' }), [], ':comment');
  await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'She moved house');
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('textbox', { name: 'Text' })).not.toBeInTheDocument();
  // The viewer has the ball and safety is not put off.
  for (const name of ['Accept', 'Remind', 'Put off']) expect(screen.queryByRole('button', { name })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Comment' }));
  expect(await screen.findByDisplayValue('She moved house')).toBeInTheDocument();
  await user.keyboard('{Escape}{Escape}');
  expect(screen.queryByRole('heading', { name: 'Re-test PSFS' })).not.toBeInTheDocument();
});

it('opens a new one from a goal with nothing prefilled, and shows it', async () => {
  const made = aFollowUp({ id: 'new', what: 'Ask for a desk', revision: 42, shape: 'TASK', state: 'OPEN' });
  const written = {
    patientId, baseRevision: 41, shape: 'TASK' as const, kind: 'SUPPORT' as const, priority: 'ROUTINE' as const, what: 'Ask for a desk', why: null, sourceKind: 'GOAL' as const, sourceId: 'goal-1', pool: 'physical-therapist',
    dueOn: '2026-12-01', dueTime: null, everyWeeks: null, recursUntil: null, watcherIds: [], checklist: [],
  };
  const { user } = open(aFollowUpsPage([]), [
    reply(FollowUpCandidatesDocument, { patientId }, { followUpCandidates: [aCandidate()] }, { times: 9 }),
    reply(FollowUpSourcesDocument, { patientId }, { patient: { __typename: 'Patient', id: patientId, plan: { __typename: 'Plan', id: 'plan-1', goals: [{ __typename: 'Goal', id: 'goal-1', words: 'Work a full day' }], activities: [] } } }),
    replyToCommand(OpenFollowUpDocument, written, { openFollowUp: aFollowUpChange(made) }),
    reply(FollowUpPanelDocument, { id: 'new' }, { followUp: made }, { times: 3 }),
  ], '?follow-up=new&source=goal:goal-1');
  expect(await screen.findByText('from “Work a full day”')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Open the follow-up' }));
  expect(screen.getAllByText(/^Please (fill this in|choose one)\.$/)).toHaveLength(4);
  await user.keyboard('Ask for a desk');
  await user.selectOptions(screen.getByLabelText(/^Kind/), 'Support');
  fireEvent.change(screen.getByLabelText(/^Due/, { selector: 'input' }), { target: { value: '2026-12-01' } });
  await user.type(screen.getByRole('combobox', { name: 'Whose is it?' }), 'pool{ArrowDown}{Enter}');
  await user.click(screen.getByRole('button', { name: 'Open the follow-up' }));
  expect(await screen.findByRole('heading', { name: 'Ask for a desk' })).toBeInTheDocument();
});

it('tells a peer mentor that follow-ups are not theirs instead of calling the list empty', async () => {
  open(aFollowUpsPage([], { viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PATIENT_READ'] } }));
  expect(await screen.findByText('Follow-ups are not part of your role')).toBeInTheDocument();
});

it('says what became of it while nobody moved it, the newest first, and by whose rule', async () => {
  openOne(aFollowUp({ escalations: [{ __typename: 'FollowUpEscalation', step: 'INFORM', at: '2026-11-19T15:00:00Z' }, { __typename: 'FollowUpEscalation', step: 'ASK_HELP', at: '2026-11-20T15:00:00Z' }] }));
  expect((await screen.findByText('Asked for help 3 days ago')).compareDocumentPosition(screen.getByText('Who asked and the lead were told 4 days ago'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(screen.getByText(/Source of the rule: clinic default, not a published threshold/)).toBeInTheDocument();
});

it('says in words what nobody typed, each of them, and leaves what somebody typed as it is', async () => {
  const said = [...SOURCE_REMARKS, 'source.goal.lost'].map((text, at) => aFollowUpEntry({ id: `e${at}`, kind: 'COMMENT', text, callResult: null, nextTryOn: null }));
  openOne(aFollowUp({ entries: said }));
  const section = within(await screen.findByRole('region', { name: 'Comments and calls' }));
  expect(section.getByText('The goal that this comes from was cancelled. Is it still needed?')).toBeInTheDocument();
  expect(section.queryAllByText(/^source\./).map(({ textContent }) => textContent)).toEqual(['source.goal.lost']);
});

it('shows the last of what was said, then what was said before, and says where the rest is', async () => {
  const note = (at: number) => aFollowUpEntry({ id: `e${at}`, kind: 'COMMENT', text: `Note ${at}`, callResult: null, nextTryOn: null });
  const notes = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, at) => note(from + at));
  const { user } = openOne(aFollowUp({ entries: notes(182, 231), entryCount: 231 }), [
    reply(EarlierEntriesDocument, { id: 'follow-up-1', last: 200 }, { followUp: { __typename: 'FollowUp', id: 'follow-up-1', entries: notes(32, 231) } }),
    replyToCommand(NoteOnFollowUpDocument, { ...input, kind: 'COMMENT', text: 'Note 232' }, { noteOnFollowUp: aFollowUpChange(aFollowUp({ entries: notes(183, 232), entryCount: 232, revision: 42 })) }),
  ]);
  const texts = () => screen.queryAllByText(/^Note \d+$/, { selector: 'div' }).map(({ textContent }) => textContent);
  await user.click(await screen.findByRole('button', { name: 'Show earlier (181)' }));
  expect(await screen.findByText('31 earlier entries stand in the history, under Team & history.')).toBeInTheDocument();
  expect(texts()).toEqual(notes(32, 231).map(({ text }) => text));
  // What was fetched stays when something is added.
  await user.click(screen.getByRole('button', { name: 'Comment' }));
  await user.type(await screen.findByRole('textbox', { name: 'Text' }), 'Note 232');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByText('Note 232', { selector: 'div' })).toBeInTheDocument();
  expect(texts()).toEqual(notes(32, 232).map(({ text }) => text));
});

it('shows what came to an end in pages, and says how many there are', async () => {
  const ended = (id: string, what: string) => ({ __typename: 'ClosedFollowUpEdge' as const, cursor: `after ${id}`, node: aFollowUpRow({ id, what, state: 'CANCELLED', court: 'NOBODY' }) });
  const page = (edges: ReturnType<typeof ended>[], endCursor: string | null) => ({
    patient: { __typename: 'Patient' as const, id: patientId, closedFollowUps: { __typename: 'ClosedFollowUpConnection' as const, edges, totalCount: 2, pageInfo: { __typename: 'PageInfo' as const, hasNextPage: endCursor !== null, endCursor } } },
  });
  const { user } = open(aFollowUpsPage([]), [
    reply(ClosedFollowUpsDocument, { patientId, first: 50 }, page([ended('c1', 'Ask for a chair')], 'after c1'), { times: 2 }),
    reply(ClosedFollowUpsDocument, { patientId, first: 50, after: 'after c1' }, page([ended('c2', 'Ask for a lamp')], null)),
  ]);
  await user.click(await screen.findByText('Done, read or cancelled'));
  expect(await screen.findByText('1 of 2, the last one first')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('row', { name: /Ask for a lamp/ })).toBeInTheDocument();
  expect(screen.getByText('2 of 2, the last one first')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});
