import { describe, expect, it } from '@jest/globals';
import { PERSONAS, type PersonaName } from '../testing/index.ts';
import {
  OPERATIONS,
  ORGANIZATION_ACTIONS,
  type OrganizationAction,
  PATIENT_ACTIONS,
  type PatientAction,
  mayInOrganization,
  mayWithPatient,
} from './policy.ts';
import { ORGANIZATION_ROLES, REACHES, type ReachRow, type Relation, TEAM_ROLES } from './vocabulary.ts';

const relation = (who: PersonaName, ...reach: readonly ReachRow[]): Relation => {
  const { discipline, organizationRoles } = PERSONAS[who];
  return { reach, organizationRoles, discipline };
};
const onTeam = (role: ReachRow['role'], discipline: string): ReachRow => ({ through: 'member', role, discipline, onBehalfOf: null });
const insteadOf = (role: ReachRow['role'], who: PersonaName): ReachRow => ({
  through: 'stand-in',
  role,
  discipline: PERSONAS[who].discipline,
  onBehalfOf: PERSONAS[who].personId,
});
const asCoordinator: ReachRow = { through: 'coordinator', role: 'member', discipline: 'care-coordinator', onBehalfOf: null };

/** Who may what with one patient, written by hand: X is yes. */
const WITH_A_PATIENT: readonly [may: string, who: string, relation: Relation][] = [
  // read
  // |  clinical
  // |  |  edit
  // |  |  |  contact
  // |  |  |  |  team
  // |  |  |  |  |  stand-in
  // |  |  |  |  |  |  history
  // |  |  |  |  |  |  |  plan: read
  // |  |  |  |  |  |  |  |  plan: write
  // |  |  |  |  |  |  |  |  |  say what one edits
  // |  |  |  |  |  |  |  |  |  |  sign a red-flag screen
  // |  |  |  |  |  |  |  |  |  |  |  start, pause, complete the plan
  // |  |  |  |  |  |  |  |  |  |  |  |  start it without a screen
  // |  |  |  |  |  |  |  |  |  |  |  |  |  follow-ups: read
  // |  |  |  |  |  |  |  |  |  |  |  |  |  |  follow-ups: write
  ['.  .  .  .  .  .  .  .  .  .  .  .  .  .  .', 'a clinician who is a stranger', relation('NURSE')],
  ['X  X  .  .  .  .  X  X  .  .  .  .  .  X  .', 'an observer', relation('NURSE', onTeam('observer', 'nurse'))],
  ['X  X  X  X  .  X  X  X  X  X  X  .  .  X  X', 'a member', relation('THERAPIST', onTeam('member', 'physical-therapist'))],
  ['X  X  X  X  X  X  X  X  X  X  X  X  X  X  X', 'the lead', relation('PHYSIATRIST', onTeam('lead', 'physiatrist'))],
  ['X  X  .  .  .  .  X  X  .  .  .  .  .  X  .', 'a stand-in for an observer', relation('COVERING_THERAPIST', insteadOf('observer', 'NURSE'))],
  ['X  X  X  X  .  X  X  X  X  X  X  .  .  X  X', 'a stand-in for a member', relation('COVERING_THERAPIST', insteadOf('member', 'THERAPIST'))],
  ['X  X  X  X  X  X  X  X  X  X  X  X  X  X  X', 'a stand-in for the lead', relation('COVERING_THERAPIST', insteadOf('lead', 'PHYSIATRIST'))],
  ['X  X  X  X  X  X  X  X  X  X  .  X  .  X  X', 'a coordinator', relation('COORDINATOR', asCoordinator)],
  ['X  X  X  X  X  X  X  X  X  X  .  X  .  X  X', 'a coordinator who observes too', relation('COORDINATOR', onTeam('observer', 'care-coordinator'), asCoordinator)],
  ['X  X  X  X  X  X  X  X  X  X  X  X  X  X  X', 'an observer who stands in for the lead', relation('NURSE', onTeam('observer', 'nurse'), insteadOf('lead', 'PHYSIATRIST'))],
  ['X  X  X  X  X  X  X  X  X  X  .  X  X  X  X', 'the one who is adding the patient', relation('COORDINATOR', { ...onTeam('lead', 'none yet'), discipline: null })],
  ['X  .  .  .  .  .  .  X  .  .  .  .  .  .  .', 'a peer mentor who observes', relation('PEER_MENTOR', onTeam('observer', 'peer-mentor'))],
  ['X  .  .  .  .  .  .  X  .  .  .  .  .  .  .', 'a peer mentor whom a slip made a member', relation('PEER_MENTOR', onTeam('member', 'peer-mentor'))],
  ['X  .  .  .  .  .  .  X  .  .  .  .  .  .  .', 'a peer mentor whom a slip made the lead', relation('PEER_MENTOR', onTeam('lead', 'peer-mentor'))],
  ['X  .  .  .  .  .  .  X  .  .  .  .  .  .  .', 'a clinician who stands in for a peer mentor', relation('NURSE', insteadOf('observer', 'PEER_MENTOR'))],
  ['.  .  .  .  .  .  .  .  .  .  .  .  .  .  .', 'a peer mentor who is a stranger', relation('PEER_MENTOR')],
  ['.  .  .  .  .  .  .  .  .  .  .  .  .  .  .', 'a coordinator where the patient is another clinic\'s', relation('COORDINATOR')],
  ['.  .  .  .  .  .  .  .  .  .  .  .  .  .  .', 'an administrator', relation('ADMINISTRATOR')],
  ['.  .  .  .  .  .  .  .  .  .  .  .  .  .  .', 'a privacy officer', relation('PRIVACY_OFFICER')],
];
const PATIENT_COLUMNS: readonly PatientAction[] = [
  'patient:read', 'patient:read-clinical', 'patient:edit', 'contact:write', 'team:manage', 'stand-in:arrange', 'history:read', 'plan:read', 'plan:write', 'presence:announce',
  'screen:sign', 'plan:move', 'plan:start-unscreened', 'follow-up:read', 'follow-up:write',
];

/** People whom no persona is. */
const EXTRAS = {
  CLINICIAN_WITH_ALL_ROLES: { organizationRoles: ORGANIZATION_ROLES, discipline: 'nurse' },
  COORDINATOR_WITHOUT_DISCIPLINE: { organizationRoles: ['coordinator'], discipline: null },
  NOBODY_YET: { organizationRoles: [], discipline: null },
} as const;

/** The same for the organization. */
const IN_THE_ORGANIZATION: readonly [may: string, who: PersonaName | keyof typeof EXTRAS][] = [
  // add a patient
  // |  caseload
  // |  |  people: read
  // |  |  |  people: manage
  // |  |  |  |  access log
  // |  |  |  |  |  own sessions
  // |  |  |  |  |  |  list follow-ups
  // |  |  |  |  |  |  |  write leave
  ['X  X  X  .  .  X  X  X', 'PHYSIATRIST'],
  ['X  X  X  .  .  X  X  X', 'THERAPIST'],
  ['X  X  X  .  .  X  X  X', 'COORDINATOR'],
  ['.  X  X  .  .  X  .  X', 'PEER_MENTOR'],
  ['.  .  X  X  .  X  .  X', 'ADMINISTRATOR'],
  ['.  .  X  .  X  X  .  .', 'PRIVACY_OFFICER'],
  ['X  X  X  X  X  X  X  X', 'CLINICIAN_WITH_ALL_ROLES'],
  ['X  X  X  .  .  X  X  X', 'COORDINATOR_WITHOUT_DISCIPLINE'],
  ['.  .  X  .  .  X  .  .', 'NOBODY_YET'],
];
const ORGANIZATION_COLUMNS: readonly OrganizationAction[] = ['patient:add', 'caseload:read', 'people:read', 'people:manage', 'access-log:read', 'session:manage-own', 'follow-ups:list', 'leave:write'];

const crosses = (may: string, columns: readonly string[]): [action: string, may: boolean][] => {
  const cells = may.split(/\s+/);
  expect(cells).toHaveLength(columns.length);
  return columns.map((action, i) => [action, cells[i] === 'X']);
};

describe('with a patient', () => {
  it('the table has every action', () => {
    expect([...PATIENT_COLUMNS].sort()).toEqual([...PATIENT_ACTIONS].sort());
  });

  it.each(WITH_A_PATIENT)('%s %s', (may, _, who) => {
    expect(PATIENT_COLUMNS.map((action) => [action, mayWithPatient(action, who)])).toEqual(crosses(may, PATIENT_COLUMNS));
  });

  it('the table has every reach and every role on a team, and each action is a yes for some and a no for others who reach the patient', () => {
    const rows = WITH_A_PATIENT.flatMap(([, , who]) => who.reach);
    expect(new Set(rows.map((row) => row.through))).toEqual(new Set(REACHES));
    expect(new Set(rows.map((row) => row.role))).toEqual(new Set(TEAM_ROLES));
    const answers = PATIENT_COLUMNS.map((action) => new Set(WITH_A_PATIENT.filter(([, , who]) => who.reach.length > 0).map(([, , who]) => mayWithPatient(action, who))).size);
    // Everybody who reaches a patient may see that there is one and what is agreed.
    expect(PATIENT_COLUMNS.filter((_, i) => answers[i] === 1)).toEqual(['patient:read', 'plan:read']);
  });

  it('no role in the organization opens a record by itself', () => {
    const stranger: Relation = { reach: [], organizationRoles: ORGANIZATION_ROLES, discipline: 'physiatrist' };
    expect(PATIENT_ACTIONS.filter((action) => mayWithPatient(action, stranger))).toEqual([]);
  });
});

describe('in the organization', () => {
  it('the table has every action', () => {
    expect([...ORGANIZATION_COLUMNS].sort()).toEqual([...ORGANIZATION_ACTIONS].sort());
  });

  it.each(IN_THE_ORGANIZATION)('%s %s', (may, who) => {
    const relationOf = { ...PERSONAS, ...EXTRAS }[who];
    expect(ORGANIZATION_COLUMNS.map((action) => [action, mayInOrganization(action, relationOf)])).toEqual(crosses(may, ORGANIZATION_COLUMNS));
  });
});

describe('operations', () => {
  const policies: readonly string[] = [...PATIENT_ACTIONS, ...ORGANIZATION_ACTIONS];

  it('have names that nobody takes for another action', () => {
    expect(new Set(policies).size).toBe(policies.length);
    expect(policies.filter((action) => !/^[a-z-]+:[a-z-]+$/.test(action))).toEqual([]);
  });

  it.each(Object.entries(OPERATIONS))('%s asks for %s', (operation, policy) => {
    expect(operation).toMatch(/^(Query|Mutation|Subscription)\.[a-z][A-Za-z]+$/);
    expect(['public', 'locked', ...policies]).toContain(policy);
  });

  it('without a session, or with a locked one, are these and no others', () => {
    const open = Object.entries(OPERATIONS).filter(([, policy]) => policy === 'public' || policy === 'locked');
    expect(open).toEqual([
      ['Mutation.signIn', 'public'],
      ['Mutation.signOut', 'locked'],
      ['Mutation.unlockSession', 'locked'],
      ['Mutation.requestPasswordReset', 'public'],
      ['Mutation.setPassword', 'public'],
    ]);
  });

  it('that change something of a patient never ask for the right to read only', () => {
    // A mark is the reader's own, and a copy is noted for what was read: neither changes the record.
    const OF_THE_READER = ['Mutation.markReviewed', 'Mutation.noteCopy'];
    const writes = Object.entries(OPERATIONS).filter(([operation]) => operation.startsWith('Mutation.'));
    expect(writes.filter(([, policy]) => /:read/.test(policy)).map(([operation]) => operation)).toEqual(OF_THE_READER);
  });
});
