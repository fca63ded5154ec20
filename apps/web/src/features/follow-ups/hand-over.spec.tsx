import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import {
  CaseloadRevisedDocument, FollowUpCandidatesDocument, HandOverFollowUpsDocument, LeavesDocument, SavedViewsDocument, UndoHandOverDocument, WorklistDocument,
  type FollowUpItemPartsFragment, type HandOverFollowUpsInput, type UndoHandOverInput, type WorklistRowFragment,
} from '../../gql/index.ts';
import { aPerson, aViewer, noor } from '../../testing/builders.ts';
import { aCandidate, hamid } from '../../testing/follow-up-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, type Reply } from '../../testing/reply.ts';
import { aWorklist, aWorklistRow } from '../../testing/worklist-builders.ts';
import { WorklistPage } from './worklist.page.tsx';

const lucia = aPerson();
const ingrid = aPerson({ id: 'person-ingrid', name: 'Dr. Ingrid Vasquez-Thorne', discipline: 'physiatrist' });
const rosa = { __typename: 'Patient' as const, id: 'patient-rosa', mrn: '204-941', givenName: 'Rosa', familyName: 'Delgado', preferredName: null };
const safety = aWorklistRow({ id: 'safety', kind: 'SAFETY', what: 'Call about PHQ-9', priority: 'URGENT' });
const retest = aWorklistRow();
const chase = aWorklistRow({ id: 'chase', what: 'Chase the report', patientId: rosa.id, patient: rosa, revision: 12 });
const reported = aWorklistRow({ id: 'reported', what: 'Look at her gait', shape: 'REQUEST', state: 'REPORTED', court: 'ASKER', askedBy: noor });

const live = reply(CaseloadRevisedDocument, {}, { caseloadRevised: { __typename: 'PatientRevised', patientId: 'nobody', revision: 1 } }, { delay: 1e8, times: 2 });
const list = reply(WorklistDocument, { queue: 'NEEDS_ME', filter: null, sort: 'DUE', first: 50 }, aWorklist([]), { times: 9 });
const views = reply(SavedViewsDocument, {}, { savedViews: [] }, { times: 9 });
const owned = (rows: readonly WorklistRowFragment[], variables: object = {}, over: Parameters<typeof aWorklist>[1] = {}) =>
  reply(WorklistDocument, { queue: 'ALL', filter: { ownerId: lucia.id }, sort: 'DUE', first: 100, ...variables }, aWorklist(rows, over));
const therapist = (over: Parameters<typeof aCandidate>[0] = {}) => aCandidate({ person: lucia, isOnLeave: true, leaveUntil: '2026-12-04', ...over });
const lead = aCandidate({ person: ingrid, discipline: { __typename: 'Discipline', id: 'physiatrist' }, role: 'LEAD', load: 1 });
const team = reply(FollowUpCandidatesDocument, { patientId: 'patient-marisol' }, { followUpCandidates: [lead, aCandidate(), therapist()] }, { times: 3 });
const rosasTeam = reply(FollowUpCandidatesDocument, { patientId: rosa.id }, { followUpCandidates: [lead, therapist({ isEligible: false })] }, { times: 3 });
const coordinator = aViewer({ person: { ...aViewer().person, id: 'person-jonas', roles: ['COORDINATOR'] } });
const AT = `/follow-ups?form=hand-over&from=${lucia.id}`;
const open = (replies: readonly Reply[], at = AT, viewer = coordinator) => renderRoute('/follow-ups', <WorklistPage />, at, [live, list, views, ...replies], { viewer });

const item = (row: WorklistRowFragment, over: Partial<FollowUpItemPartsFragment> = {}): FollowUpItemPartsFragment => ({ __typename: 'FollowUpItem', followUpId: row.id, patientId: row.patientId, outcome: 'DONE', revision: row.revision + 1, violations: [], followUp: null, ...over });
const refused = (row: WorklistRowFragment, code: string) => item(row, { outcome: 'REFUSED', revision: null, violations: [{ __typename: 'Violation', code, field: 'followUpId', message: code, params: [] }] });

/** Answers a batch and keeps what was sent. */
function answering(document: typeof HandOverFollowUpsDocument | typeof UndoHandOverDocument, data: object, sent: object[]): Reply {
  return {
    request: { query: document, variables: ({ input }) => {
      const { batchId, ...rest } = input as HandOverFollowUpsInput & UndoHandOverInput;
      sent.push(rest);
      return typeof batchId === 'string';
    } },
    result: { data: data as Record<string, unknown> },
    delay: 0,
  };
}
const handedOver = (items: readonly FollowUpItemPartsFragment[], sent: object[]) => answering(HandOverFollowUpsDocument, { handOverFollowUps: items }, sent);
/** By its label: looking for roles in many selects takes seconds. */
const receiver = (what: string) => screen.findByLabelText(new RegExp(`^To whom: “${what}”`));
const tick = (what: string) => screen.getByLabelText(new RegExp(`^Hand over “${what}”`));
const goes = (row: WorklistRowFragment, to: object) => ({ followUpId: row.id, patientId: row.patientId, baseRevision: row.revision, ...to });

it('suggests for each who should get it, gives each to its own, closes when all went, and takes it back', async () => {
  const sent: object[] = [];
  const undone: object[] = [];
  const { user, router } = open([
    owned([safety, retest]), team, handedOver([item(safety), item(retest)], sent), owned([]),
    answering(UndoHandOverDocument, { undoHandOver: [item(safety), item(retest)] }, undone),
  ]);
  expect(await screen.findByRole('dialog', { name: 'Hand over follow-ups of Lucia Ferrante, PT' })).toBeInTheDocument();
  expect(await receiver('Call about PHQ-9')).toHaveValue(ingrid.id);
  expect(await receiver('Re-test PSFS')).toHaveValue(hamid.id);
  // No pool for what concerns safety, and never whoever hands over.
  const choices = async (what: string) => [...(await receiver(what)).querySelectorAll('option')].map(({ value }) => value);
  expect(await choices('Call about PHQ-9')).toEqual(['', ingrid.id, hamid.id]);
  expect(await choices('Re-test PSFS')).toEqual(['', ingrid.id, hamid.id, 'pool:physiatrist', 'pool:physical-therapist']);
  await user.selectOptions(await receiver('Re-test PSFS'), 'pool:physical-therapist');
  await user.click(screen.getByText('Hand over 2 follow-ups'));
  await screen.findByText('2 follow-ups handed over.');
  await waitFor(() => expect(router.state.location.search).toBe(''));
  expect(sent).toEqual([{ fromPersonId: lucia.id, items: [goes(safety, { ownerId: ingrid.id }), goes(retest, { pool: 'physical-therapist' })] }]);
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  await screen.findByText('2 are as before.');
  expect(undone).toEqual([{ items: [{ ...goes(safety, {}), baseRevision: safety.revision + 1 }, { ...goes(retest, {}), baseRevision: retest.revision + 1 }] }]);
});

it('leaves out what was unticked, what waits for whoever asked, and what nobody can be named for', async () => {
  const sent: object[] = [];
  const { user } = open([owned([safety, retest, chase, reported]), team, rosasTeam, handedOver([item(retest)], sent), owned([safety, chase, reported])]);
  expect(await receiver('Chase the report')).toHaveValue('');
  expect(tick('Chase the report')).toBeDisabled();
  expect(screen.getByText('Waits for Dr. Noor Bellweather: stays as it is')).toBeInTheDocument();
  await user.click(tick('Call about PHQ-9'));
  await user.click(screen.getByText('Hand over 1 follow-up'));
  await screen.findByText('1 follow-up handed over.');
  expect(sent).toEqual([{ fromPersonId: lucia.id, items: [goes(retest, { ownerId: hamid.id })] }]);
});

it('keeps what was not handed over, each with its reason, and not ticked; what went is gone', async () => {
  const { user } = open([owned([safety, retest, chase]), team, rosasTeam, handedOver([refused(safety, 'OF_ANOTHER_OWNER'), item(retest), item(chase, { outcome: 'CONFLICT', revision: 13 })], []), owned([safety, { ...chase, revision: 13 }])]);
  await user.selectOptions(await receiver('Chase the report'), ingrid.id);
  await user.click(screen.getByText('Hand over 3 follow-ups'));
  const alert = await within(screen.getByRole('dialog')).findByRole('alert');
  expect(within(alert).getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Call about PHQ-9: This has another owner by now. Leave it with them.', 'Chase the report: Somebody changed this meanwhile. Look at it, then try again.',
  ]);
  await waitFor(() => expect(screen.queryByText('Re-test PSFS')).toBeNull());
  expect(await receiver('Chase the report')).toHaveAccessibleDescription(/Somebody changed this meanwhile/);
  expect(tick('Chase the report')).not.toBeChecked();
  expect(screen.getByRole('button', { name: 'Hand over 0 follow-ups' })).toBeDisabled();
});

it('sets one receiver wherever that is possible, and leaves the rest with theirs', async () => {
  const { user } = open([owned([safety, retest, chase]), team, rosasTeam]);
  await user.selectOptions(await receiver('Chase the report'), ingrid.id);
  const all = screen.getByLabelText('One receiver for all that are ticked');
  await user.selectOptions(all, within(all).getByText('Hamid Solberg, PT (2 of 3)'));
  await user.click(screen.getByText('Set where possible'));
  expect(await receiver('Call about PHQ-9')).toHaveValue(hamid.id);
  expect(await receiver('Re-test PSFS')).toHaveValue(hamid.id);
  expect(await receiver('Chase the report')).toHaveValue(ingrid.id);
});

it('reads every page before it suggests, and says when there is more than one step takes', async () => {
  const page = { totalCount: 812, pageInfo: { __typename: 'PageInfo' as const, hasNextPage: true, endCursor: 'after retest' } };
  open([owned([retest], {}, page), owned([chase], { after: 'after retest' }, { totalCount: 812 }), team, rosasTeam]);
  expect(await receiver('Chase the report')).toBeInTheDocument();
  expect(await receiver('Re-test PSFS')).toHaveValue(hamid.id);
  expect(screen.getByText('These are the first 500 of 812. Hand them over, then open this again for the rest.')).toBeInTheDocument();
});

it('is opened from a leave and from the filter by owner, by those who may', async () => {
  const leave = { __typename: 'Leave' as const, id: 'leave', startsOn: '2026-11-20', endsOn: '2026-12-01', version: 1, person: lucia };
  const filtered = reply(WorklistDocument, { queue: 'NEEDS_ME', filter: { ownerId: lucia.id }, sort: 'DUE', first: 50 }, aWorklist([retest]), { times: 9 });
  const { user, router } = open([filtered, owned([]), reply(LeavesDocument, {}, { leaves: [leave] }, { times: 2 })], `/follow-ups?owner=${lucia.id}`);
  await user.click(await screen.findByRole('button', { name: 'Hand over …' }));
  expect(router.state.location.search).toBe(`?owner=${lucia.id}&form=hand-over&from=${lucia.id}`);
  await screen.findByText('Nothing open belongs to this person');
  await user.click(within(screen.getByRole('dialog')).getAllByRole('button', { name: 'Close' })[0]!);
  expect(router.state.location.search).toBe(`?owner=${lucia.id}`);
  await user.click(screen.getByRole('button', { name: 'Who is away' }));
  await user.click(await screen.findByRole('button', { name: 'Hand over follow-ups of Lucia Ferrante, PT' }));
  expect(router.state.location.search).toBe(`?owner=${lucia.id}&form=hand-over&from=${lucia.id}`);
});

it('says to everybody else whom to ask', async () => {
  open([], AT, aViewer({ person: { ...aViewer().person, id: 'person-hamid' } }));
  expect(await screen.findByText('Only they themselves or a coordinator can hand this over. Ask one of them.')).toBeInTheDocument();
});
