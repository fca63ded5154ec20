import { expect, it } from '@jest/globals';
import { screen, waitFor, within } from '@testing-library/react';
import {
  AddTeamMemberDocument, CareTeamPageDocument, EndTeamMembershipDocument, PersonChoicesDocument, RecordHistoryDocument, type HistoryRevisionFragment, type PatientAction, type TeamMemberRowFragment, type TeamRecordFragment,
} from '../../gql/index.ts';
import { aPerson, noor, TODAY } from '../../testing/builders.ts';
import { aChange, aValue } from '../../testing/changes.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { CareTeamPage } from './care-team.page.tsx';

const ingrid = aPerson({ id: 'person-ingrid', name: 'Dr. Ingrid Vasquez-Thorne', initials: 'IV', discipline: 'physiatrist' });
const aMember = (over: Partial<TeamMemberRowFragment>): TeamMemberRowFragment => ({
  __typename: 'TeamMember', id: 'member-lucia', person: aPerson(), discipline: 'physical-therapist', role: 'MEMBER', validFrom: '2026-09-02', validTo: null,
  period: 'CURRENT', reason: 'Graded strength programme', endReason: null, standIns: [], ...over,
});
const ALL: PatientAction[] = ['TEAM_MANAGE', 'STAND_IN_ARRANGE', 'HISTORY_READ'];
const aTeam = (may = ALL, revision = 7): TeamRecordFragment => ({
  __typename: 'Patient', id: 'p1', revision, givenName: 'Marisol', familyName: 'Okafor-Reyes', preferredName: null, contacts: [], viewer: { __typename: 'PatientViewer', through: 'MEMBER', may },
  consents: [], team: [aMember({ id: 'member-ingrid', person: ingrid, discipline: 'physiatrist', role: 'LEAD' }), aMember({})],
});
const aRevision = (over: Partial<HistoryRevisionFragment>): HistoryRevisionFragment => ({
  __typename: 'Revision', number: 7, at: '2026-11-23T19:05:00Z', person: noor, onBehalfOf: null, verb: 'goal.pause', reason: 'Her mother is in hospital', planVersion: 5, contact: null,
  changes: [aChange({ entityId: 'g1', entityName: 'Sleep through till six', field: 'status', fieldName: 'Status', before: aValue('CODE', 'active'), after: aValue('CODE', 'on-hold') })],
  ...over,
});

const page = (patient = aTeam(), times = 1) => reply(CareTeamPageDocument, { patientId: 'p1' }, { patient }, { times });
const history = (revisions: HistoryRevisionFragment[], { entity = null, hasNextPage = false, after }: { entity?: string | null; hasNextPage?: boolean; after?: string } = {}) =>
  reply(RecordHistoryDocument, { patientId: 'p1', entity, first: 30, ...(after && { after }) }, {
    patient: {
      __typename: 'Patient', id: 'p1',
      history: {
        __typename: 'RevisionConnection', totalCount: 2, pageInfo: { __typename: 'PageInfo', hasNextPage, endCursor: String(revisions.at(-1)?.number ?? '') },
        edges: revisions.map((node) => ({ __typename: 'RevisionEdge' as const, cursor: String(node.number), node })),
      },
    },
  });
const open = (replies: readonly Reply[], at = '/patients/p1/team') => renderRoute('/patients/:patientId/team', <CareTeamPage />, at, replies);
const rows = () => within(screen.getByRole('list', { name: 'History of the record' })).getAllByRole('listitem').filter((row) => row.querySelector('p'));

it('reads every change as a sentence, with before and after in words', async () => {
  open([page(), history([aRevision({}), aRevision({
    number: 6, verb: 'activity.edit', person: aPerson({ id: 'person-hugo', name: 'Hugo Sandoval, PT' }), onBehalfOf: aPerson(), reason: null,
    changes: [aChange({ entity: 'activity', entityId: 'a1', entityName: 'Core programme', field: 'doseText', fieldName: 'Dose', before: aValue('TEXT', '2 × 8'), after: aValue('TEXT', '3 × 8') })],
  })])]);

  await screen.findByText('on behalf of Lucia Ferrante, PT', { exact: false });
  const [paused, changed] = rows();
  expect(paused).toHaveTextContent(/Dr\. Noor Bellweather paused a goal.*Reason: Her mother is in hospital.*Goal Sleep through till six.*Goal put on hold/);
  expect(changed).toHaveTextContent(/Hugo Sandoval, PT, on behalf of Lucia Ferrante, PT, changed an activity.*Activity Core programmebefore: 2 → now: 3 × 8/);
  expect(within(paused!).getByText('today, 13:05')).toHaveAttribute('title', expect.stringContaining('Monday'));
  expect(within(changed!).getByText('2').tagName).toBe('DEL');
  expect(within(changed!).getByText('3').tagName).toBe('INS');
});

it('falls back to the server’s words for what the catalogue does not know yet', async () => {
  open([page(), history([aRevision({ verb: 'goal.braid', changes: [{ ...aRevision({}).changes[0]!, field: 'braid', fieldName: 'Braid', before: null, after: aValue('CODE', 'double') }] })])]);
  await screen.findByText(/goal\.braid/);
  expect(rows()[0]).toHaveTextContent(/Braid: now: double/);
});

it('asks for what the address is about, pages that, and shows everything again', async () => {
  const aPlanChange = (number: number) => aRevision({ number, verb: 'plan.edit', changes: [{ ...aRevision({}).changes[0]!, entity: 'plan', entityId: 'pl' }] });
  const { user, router } = open([
    page(), history([aPlanChange(5)], { entity: 'plan', hasNextPage: true }), history([aPlanChange(1)], { entity: 'plan', after: '5' }), history([aRevision({}), aPlanChange(5)]),
  ], '/patients/p1/team?about=plan');
  await screen.findByText(/changed the plan/);
  expect(rows()).toHaveLength(1);

  await user.click(screen.getByRole('button', { name: 'Show earlier' }));
  await waitFor(() => expect(rows()).toHaveLength(2));
  expect(router.state.location.search).toBe('?about=plan');

  await user.selectOptions(screen.getByLabelText('Show'), 'Every change');
  expect(await screen.findByText(/paused a goal/)).toBeVisible();
  expect(router.state.location.search).toBe('');
});

it('offers every change where none is about what the address asks for', async () => {
  const { user } = open([page(), history([], { entity: 'allergy' }), history([aRevision({})])], '/patients/p1/team?about=allergy');
  await screen.findByText('No change is about this.');
  await user.click(screen.getByRole('button', { name: 'Show every change' }));
  expect(await screen.findByText(/paused a goal/)).toBeVisible();
});

it('says so when the viewer’s part does not include the history', async () => {
  open([page(aTeam([]))]);
  expect(await screen.findByText(/does not include the history/)).toBeVisible();
  expect(screen.queryByRole('button', { name: /Add a member|Actions/ })).toBeNull();
});

it('keeps the form and points at the role when a second lead is refused', async () => {
  const input = { patientId: 'p1', baseRevision: 7, personId: noor.id, role: 'LEAD' as const, validFrom: TODAY, validTo: null, reason: 'CBT for insomnia' };
  const violations = [{ __typename: 'Violation' as const, code: 'SECOND_LEAD', field: 'role', message: 'Refused.', params: [] }];
  const { user } = open([
    page(), history([aRevision({})]),
    reply(PersonChoicesDocument, { search: null }, { people: [{ ...noor, status: 'ACTIVE' }, { ...ingrid, status: 'ACTIVE' }] }, { times: 5 }),
    reply(PersonChoicesDocument, { search: 'Noor' }, { people: [{ ...noor, status: 'ACTIVE' }] }, { times: 5 }),
    replyToCommand(AddTeamMemberDocument, input, { addTeamMember: { __typename: 'RuleViolation', violations } }),
  ]);

  await user.click(await screen.findByRole('button', { name: 'Add a member' }));
  const dialog = await screen.findByRole('dialog', { name: 'Add a member' });
  await user.type(within(dialog).getByRole('combobox', { name: /Person/ }), 'Noor');
  await user.click(await within(dialog).findByRole('option', { name: /Bellweather/ }));
  await user.click(within(dialog).getByRole('radio', { name: 'Lead' }));
  await user.type(within(dialog).getByLabelText(/^Reason/), input.reason);
  await user.click(within(dialog).getByRole('button', { name: 'Add to the team' }));

  expect(await within(dialog).findByText('The team has a lead in this period. Change the lead instead.')).toBeVisible();
  expect(within(dialog).getByRole('radiogroup', { name: /Role/ })).toHaveAccessibleDescription(/The team has a lead/);
  expect(within(dialog).getByLabelText(/^Reason/)).toHaveValue(input.reason);
  expect(within(dialog).getByRole('combobox', { name: /Person/ })).toHaveValue(noor.name);
});

it('shows what a colleague did meanwhile and sends mine again against the record as it stands now', async () => {
  const given = { patientId: 'p1', memberId: 'member-lucia', validTo: TODAY, reason: 'Programme finished' };
  const conflict = {
    __typename: 'EditConflict' as const,
    revision: 8,
    groups: [{
      __typename: 'ConflictGroup' as const, entity: 'team-member', entityId: 'member-lucia', group: 'period', at: '2026-11-23T15:00:00Z', by: noor,
      fields: [{ __typename: 'ConflictField' as const, field: 'validTo', fieldName: 'To', base: null, theirs: '2026-12-24', mine: TODAY }],
    }],
  };
  const { user } = open([
    page(), history([aRevision({})]),
    replyToCommand(EndTeamMembershipDocument, { ...given, baseRevision: 7 }, { endTeamMembership: conflict }),
    page(aTeam(ALL, 8)), history([aRevision({})]),
    replyToCommand(EndTeamMembershipDocument, { ...given, baseRevision: 8 }, { endTeamMembership: aTeam(ALL, 9) }),
    history([aRevision({})]),
  ]);

  await user.click(await screen.findByRole('button', { name: 'Actions for Lucia Ferrante, PT' }));
  await user.click(await screen.findByRole('menuitem', { name: 'End the membership' }));
  await user.type(within(await screen.findByRole('dialog')).getByLabelText(/^Reason/), given.reason);
  await user.click(screen.getByRole('button', { name: 'End the membership' }));

  expect(await screen.findByRole('cell', { name: '24 Dec 2026' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Keep mine' }));
  expect(await screen.findByText('The last day of Lucia Ferrante, PT on this team is set.')).toBeVisible();
});

it('tells a lead’s colleagues to pass the lead on first, instead of a form that can only be refused', async () => {
  const { user } = open([page(), history([aRevision({})])]);
  await user.click(await screen.findByRole('button', { name: 'Actions for Dr. Ingrid Vasquez-Thorne' }));
  await user.click(await screen.findByRole('menuitem', { name: 'End the membership' }));
  expect(await screen.findByText('Dr. Ingrid Vasquez-Thorne leads the team. Make somebody else lead first.')).toBeVisible();
  expect(screen.queryByLabelText(/^Reason/)).toBeNull();

  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Actions for Dr. Ingrid Vasquez-Thorne' })).toHaveFocus());
});
