import { expect, it } from '@jest/globals';
import { screen, within } from '@testing-library/react';
import {
  CareTeamPageDocument, PersonChoicesDocument, RecordConsentDocument, WithdrawConsentDocument, type ConsentRowFragment, type PatientAction, type TeamMemberRowFragment, type TeamRecordFragment,
} from '../../gql/index.ts';
import { aPerson, TODAY } from '../../testing/builders.ts';
import { renderRoute } from '../../testing/render-route.tsx';
import { reply, replyToCommand, type Reply } from '../../testing/reply.ts';
import { CareTeamPage } from './care-team.page.tsx';

const philippa = aPerson({ id: 'person-philippa', name: 'Philippa Nandakumar', initials: 'PN', discipline: 'peer-mentor' });
const mentor: TeamMemberRowFragment = {
  __typename: 'TeamMember', id: 'member-philippa', person: philippa, discipline: 'peer-mentor', role: 'OBSERVER', validFrom: '2026-09-02', validTo: null, period: 'CURRENT', reason: 'Mentor', endReason: null, standIns: [],
};
const aConsent = (over: Partial<ConsentRowFragment> = {}): ConsentRowFragment => ({
  __typename: 'Consent', id: 'consent-1', kind: 'peer-mentor-sees-plan', name: 'Peer mentor sees the plan', state: 'IN_FORCE', partyName: null, partyRelation: null, scope: 'Goals and activities.', givenOn: '2026-10-01',
  givenBy: 'PATIENT', representative: null, how: 'SPOKEN', validFrom: '2026-10-01', validTo: null, note: null, withdrawnOn: null, withdrawnBy: null, withdrawnRepresentative: null, withdrawnHow: null, ...over,
});
const ALL: PatientAction[] = ['TEAM_MANAGE', 'PATIENT_READ_CLINICAL', 'PATIENT_EDIT'];
const aTeam = (consents: ConsentRowFragment[], may = ALL, revision = 7): TeamRecordFragment => ({
  __typename: 'Patient', id: 'p1', revision, givenName: 'Marisol', familyName: 'Okafor-Reyes', preferredName: null, contacts: [], viewer: { __typename: 'PatientViewer', through: 'MEMBER', may }, team: [mentor], consents,
});
const page = (patient: TeamRecordFragment, times = 3) => reply(CareTeamPageDocument, { patientId: 'p1' }, { patient }, { times });
const open = (replies: readonly Reply[]) => renderRoute('/patients/:patientId/team', <CareTeamPage />, '/patients/p1/team', replies);
const about = { patientId: 'p1', baseRevision: 7 };
const card = async () => within(await screen.findByRole('region', { name: 'Consents' }));
const now = () => screen.getByRole('region', { name: 'Now' });

it('says of a peer mentor since when they see the plan: when both the team and the patient let them', async () => {
  open([page(aTeam([aConsent()]))]);
  await card();
  expect(now()).toHaveTextContent('Sees the plan since 1 Oct 2026');
});

it.each([
  ['was never given', []],
  ['has ended', [aConsent({ state: 'ENDED', validTo: '2026-11-01' })]],
  ['was withdrawn', [aConsent({ state: 'WITHDRAWN', withdrawnOn: '2026-11-01', withdrawnBy: 'PATIENT', withdrawnHow: 'SPOKEN' })]],
  ['is for something else', [aConsent({ kind: 'email', name: 'Messages by e-mail' })]],
])('says that a peer mentor sees nothing when the consent %s', async (_, consents) => {
  open([page(aTeam(consents))]);
  await card();
  expect(now()).toHaveTextContent('No consent: sees nothing');
});

it('withdraws at once: the mentor’s row says so, and the consent says by whom and how', async () => {
  const withdrawn = aConsent({ state: 'WITHDRAWN', withdrawnOn: TODAY, withdrawnBy: 'REPRESENTATIVE', withdrawnRepresentative: 'Efua Reyes', withdrawnHow: 'WRITTEN' });
  const input = { ...about, consentId: 'consent-1', withdrawnOn: TODAY, withdrawnBy: 'REPRESENTATIVE' as const, withdrawnHow: 'WRITTEN' as const, withdrawnRepresentative: 'Efua Reyes' };
  const { user } = open([page(aTeam([aConsent()])), replyToCommand(WithdrawConsentDocument, input, { withdrawConsent: aTeam([withdrawn], ALL, 8) })]);
  (await screen.findByRole('button', { name: 'Withdraw Peer mentor sees the plan' })).focus();
  await user.keyboard('{Enter}');
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(dialog.getByLabelText(/^How it was withdrawn/), 'In writing');
  await user.selectOptions(dialog.getByLabelText(/^Withdrawn by/), 'A representative');
  await user.click(dialog.getByRole('button', { name: 'Withdraw the consent' }));
  expect(dialog.getByLabelText(/^Representative/)).toBeInvalid();
  await user.type(dialog.getByLabelText(/^Representative/), 'Efua Reyes{Enter}');
  expect(await screen.findByText(/Withdrawn 23 Nov 2026: Efua Reyes, In writing/)).toBeVisible();
  expect(now()).toHaveTextContent('No consent: sees nothing');
  expect(screen.queryByRole('button', { name: 'Withdraw Peer mentor sees the plan' })).toBeNull();
});

it('records one for a named relative, and keeps the form when another covers the days', async () => {
  const given = {
    kind: 'relative-told', partyName: 'Efua Reyes', partyRelation: 'Sister', scope: 'Appointments', givenOn: TODAY, givenBy: 'PATIENT' as const, representative: null, how: 'SPOKEN' as const, validFrom: TODAY, validTo: null, note: null,
  };
  const violations = [{ __typename: 'Violation' as const, code: 'CONSENT_COVERED', field: 'validFrom', message: 'Refused.', params: [] }];
  const { user } = open([page(aTeam([])), replyToCommand(RecordConsentDocument, { ...about, ...given }, { recordConsent: { __typename: 'RuleViolation', violations } })]);
  await user.click(await screen.findByRole('button', { name: 'Record a consent' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.selectOptions(dialog.getByLabelText(/^Consent/), 'A relative or friend is told');
  await user.type(dialog.getByLabelText(/^Name/), 'Efua Reyes');
  await user.type(dialog.getByLabelText('Relation'), 'Sister');
  await user.type(dialog.getByLabelText('What it covers'), 'Appointments');
  await user.selectOptions(dialog.getByLabelText(/^How it was given/), 'Spoken');
  await user.click(dialog.getByRole('button', { name: 'Record' }));
  expect(await dialog.findByText(/Another consent of this kind covers some of these days/)).toBeVisible();
  expect(dialog.getByLabelText(/^First day/)).toBeInvalid();
  expect(dialog.getByLabelText(/^Name/)).toHaveValue('Efua Reyes');
});

it('says before a peer mentor is added that they see nothing yet', async () => {
  const { user } = open([page(aTeam([])), reply(PersonChoicesDocument, { search: null }, { people: [{ ...philippa, status: 'ACTIVE' }] }, { times: 5 })]);
  await user.click(await screen.findByRole('button', { name: 'Add a member' }));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click(dialog.getByRole('combobox', { name: /Person/ }));
  await user.click(await dialog.findByRole('option', { name: /Philippa/ }));
  expect(await dialog.findByText(/sees nothing of this patient until the patient’s consent is recorded/)).toBeVisible();
});

it('shows consents to nobody whose part does not include them', async () => {
  open([page(aTeam([], ['PLAN_READ']))]);
  await screen.findByRole('region', { name: 'Now' });
  expect(screen.queryByRole('region', { name: 'Consents' })).toBeNull();
  expect(now()).not.toHaveTextContent('No consent');
});
