import { expect, it } from '@jest/globals';
import { act, screen, waitFor, within } from '@testing-library/react';
import { MarkReviewedDocument, UnreadDocument, type MarkReviewedMutation, type UnreadQuery, type UnreadRevisionFragment } from '../../gql/index.ts';
import { PatientNews, PatientNewsContext } from '../../shared/patient-news.ts';
import { noor } from '../../testing/builders.ts';
import { aChange, aValue } from '../../testing/changes.ts';
import { aGoal, aPlan } from '../../testing/plan-builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyWithFault, type Reply } from '../../testing/reply.ts';
import { SincePanel } from './components/since-panel.tsx';

const patientId = 'patient-marisol';
const plan = aPlan({ goals: [aGoal({ id: 'goal-stairs', words: 'Carry my bag' })], activities: [] });
const aRevision = (number: number, over: Partial<UnreadRevisionFragment> = {}): UnreadRevisionFragment => ({
  __typename: 'Revision', number, at: '2026-11-20T15:12:00Z', reason: null, person: noor,
  changes: [aChange({ entityName: 'Carry my bag', field: 'achievement', before: aValue('CODE', 'improving'), after: aValue('CODE', 'worsening') })], ...over,
});
const anAllergy = (number: number) => aRevision(number, { changes: [aChange({ entity: 'allergy', entityId: `allergy-${number}`, entityName: 'Latex', field: 'severity', before: aValue('CODE', 'mild'), after: aValue('CODE', 'severe'), isSafety: true })] });

type Unread = NonNullable<UnreadQuery['patient']['unread']>;
const unread = (revisions: readonly UnreadRevisionFragment[] | null, over: Partial<Unread> = {}, hasNextPage = false): Unread => ({
  __typename: 'Unread', revision: 50, seenRevision: revisions ? 40 : null, seenAt: revisions ? '2026-11-13T15:12:00Z' : null,
  revisions: revisions && {
    __typename: 'RevisionConnection', totalCount: revisions.length, edges: revisions.map((node) => ({ __typename: 'RevisionEdge', cursor: String(node.number), node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: String(revisions.at(-1)?.number ?? '') },
  },
  ...over,
});
const answer = (of: Unread) => reply(UnreadDocument, { patientId }, { patient: { __typename: 'Patient', id: patientId, unread: of } });
const marked = (input: { revision: number; safetySeen: number[] }, result: MarkReviewedMutation['markReviewed']) => reply(MarkReviewedDocument, { input: { patientId, ...input } }, { markReviewed: result });
const patientWith = (of: Unread): MarkReviewedMutation['markReviewed'] => ({ __typename: 'Patient', id: patientId, unread: of });

function open(replies: readonly Reply[]) {
  const news = new PatientNews('person-lucia');
  const panel = <PatientNewsContext value={{ news, patientId, page: 'page' }}><SincePanel patientId={patientId} plan={plan} /></PatientNewsContext>;
  return { news, ...renderRoute('/', panel, '/', replies) };
}
const markButton = () => screen.findByRole('button', { name: 'Mark reviewed' });

it('tells what others changed by goal, what concerns safety first, and marks exactly what it showed', async () => {
  const { user } = open([
    answer(unread([aRevision(41), anAllergy(42)])),
    marked({ revision: 50, safetySeen: [42] }, patientWith(unread([], { seenRevision: 50, seenAt: '2026-11-23T15:12:00Z' }))),
  ]);
  expect(await screen.findByText('2 new')).toBeInTheDocument();
  const region = screen.getByRole('region', { name: 'Since you last looked' });
  expect(within(region).getAllByRole('listitem').filter((item) => item.querySelector('time'))[0]).toHaveTextContent(/Allergy LatexSeverity: before: Mild → now: SevereDr. Noor Bellweather/);
  expect(screen.getByText('“Carry my bag”').closest('details')).toHaveTextContent(/Psychotherapist.*Goal Carry my bagAchievement: before: Improving → now: Worsening/);
  // The one is folded with its goal, the other can never be.
  expect(screen.getByText('Concerns safety').closest('details')).toBeNull();

  await user.click(await markButton());
  expect(await screen.findByText(/^Nothing new since today/)).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Mark reviewed' })).not.toBeInTheDocument();
  expect(screen.queryByText('2 new')).not.toBeInTheDocument();
});

it('lets who never reviewed it begin: no list, no count', async () => {
  const { user } = open([answer(unread(null)), marked({ revision: 50, safetySeen: [] }, patientWith(unread([], { seenRevision: 50, seenAt: '2026-11-23T15:12:00Z' })))]);
  expect(await screen.findByText('New to you')).toBeInTheDocument();
  expect(screen.queryByText(/\d+ new/)).not.toBeInTheDocument();
  await user.click(await markButton());
  expect(await screen.findByText(/^Nothing new since/)).toBeInTheDocument();
});

it('does not mark what arrived while the button was aimed at', async () => {
  const later = aRevision(51, { changes: [aChange({ entityName: 'Carry my bag', field: 'owner' })] });
  const { user, news } = open([
    answer(unread([aRevision(41)])),
    answer(unread([aRevision(41), later], { revision: 51 })),
    marked({ revision: 50, safetySeen: [] }, patientWith(unread([later], { revision: 51, seenRevision: 50, seenAt: '2026-11-23T15:12:00Z' }))),
  ]);
  await markButton();
  act(() => news.tell());
  expect(await screen.findByText('Arrived while you read')).toBeInTheDocument();
  expect(screen.getByText(/It stays unread/)).toBeInTheDocument();
  await user.click(await markButton());
  // It is what there is to read now.
  await waitFor(() => expect(screen.queryByText('Arrived while you read')).not.toBeInTheDocument());
  expect(await screen.findByText(/Owner:/)).toBeInTheDocument();
  expect(await markButton()).toBeInTheDocument();
});

it('marks a long list only as far as it is shown, and goes on', async () => {
  const { user } = open([
    answer(unread([aRevision(41)], {}, true)),
    reply(UnreadDocument, { patientId, after: '41' }, { patient: { __typename: 'Patient', id: patientId, unread: unread([aRevision(44)], {}, true) } }),
    marked({ revision: 44, safetySeen: [] }, patientWith(unread([], { seenRevision: 44, seenAt: '2026-11-23T15:12:00Z' }))),
  ]);
  await user.click(await screen.findByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByText(/Achievement:/)).toHaveLength(2));
  await user.click(await markButton());
  expect(await screen.findByText(/^Nothing new since/)).toBeInTheDocument();
});

it('says what to do when a change that concerns safety was not on the screen yet, and shows it', async () => {
  const violations = [{ __typename: 'Violation' as const, code: 'SAFETY_UNSEEN', field: 'safetySeen', message: 'Refused.', params: [] }];
  const { user } = open([answer(unread([aRevision(41)])), marked({ revision: 50, safetySeen: [] }, { __typename: 'RuleViolation', violations }), answer(unread([aRevision(41), anAllergy(42)]))]);
  await user.click(await markButton());
  expect(await screen.findByRole('alert')).toHaveTextContent('Not marked as reviewedA change that concerns safety was not on your screen yet. It is now: read it, then mark again.');
  expect(await screen.findByText('Concerns safety')).toBeInTheDocument();
});

it('says that a mark did not arrive and keeps the list', async () => {
  const { user } = open([answer(unread([aRevision(41)])), replyWithFault(MarkReviewedDocument, { input: { patientId, revision: 50, safetySeen: [] } }, 'UNAVAILABLE')]);
  await user.click(await markButton());
  expect(await screen.findByRole('alert')).toHaveTextContent(/Not marked as reviewed.*Try again in a moment/);
  expect(screen.getByText(/Achievement:/)).toBeInTheDocument();
  expect(await markButton()).toBeEnabled();
});

it('tries again when it did not load', async () => {
  const { user } = open([replyWithFault(UnreadDocument, { patientId }, 'INTERNAL'), answer(unread([]))]);
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByText(/^Nothing new since/)).toBeInTheDocument();
});
