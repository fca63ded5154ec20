import type { CaseloadPageQuery, CaseloadRowFragment, DeviceRowFragment, PatientDetailsFragment } from '../gql/index.ts';
import { aPerson } from './builders.ts';

export const aCaseloadPatient = (over: Partial<CaseloadRowFragment> = {}): CaseloadRowFragment => ({
  __typename: 'CaseloadPatient',
  id: 'patient-marisol',
  mrn: '204-881',
  givenName: 'Marisol',
  familyName: 'Okafor-Reyes',
  preferredName: null,
  birthDate: '1980-04-12',
  age: 46,
  problems: ['Fibromyalgia'],
  openGoals: 3,
  ownerlessGoals: 0,
  openFollowUps: 2,
  overdueFollowUps: 0,
  reviewDate: '2026-12-09',
  revision: 41,
  isNewToViewer: false,
  unread: 0,
  team: [{ __typename: 'CaseloadMember', role: 'LEAD', discipline: 'physical-therapist', person: aPerson() }],
  ...over,
});

export const aCaseload = (patients: readonly CaseloadRowFragment[], over: Partial<CaseloadPageQuery['patients']> = {}): CaseloadPageQuery => ({
  patients: {
    __typename: 'PatientConnection',
    edges: patients.map((node) => ({ __typename: 'PatientEdge', cursor: `after ${node.id}`, node })),
    pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
    totalCount: patients.length,
    ...over,
  },
});

export const aDevice = (over: Partial<DeviceRowFragment> = {}): DeviceRowFragment => ({
  __typename: 'Device', id: 'device-1', kind: 'spinal-cord-stimulator', name: 'Spinal cord stimulator', maker: 'Northlight', model: 'Lyra 16', serial: null, site: null, side: 'LEFT',
  effects: [{ __typename: 'DeviceEffect', treatment: 'Diathermy', says: 'Contraindicated anywhere on the body.', sources: ['Stimulator practice parameters'] }],
  implantedOn: null, cardSeenOn: null, cardSeenBy: null, mriCondition: 'NOT_KNOWN', mriTerms: null, followedBy: null, note: null, status: 'IN_PLACE', removedOn: null, removedBecause: null,
  ...over,
});

export const aPatient = (over: Partial<PatientDetailsFragment> = {}): PatientDetailsFragment => ({
  __typename: 'Patient',
  id: 'patient-marisol',
  revision: 41,
  mrn: '204-881',
  givenName: 'Marisol',
  familyName: 'Okafor-Reyes',
  preferredName: null,
  birthDate: '1980-04-12',
  age: 46,
  pronouns: 'she/her',
  allergyStatus: 'RECORDED',
  allergies: [{ __typename: 'Allergy', id: 'allergy-1', substance: 'Penicillin', reaction: 'Hives', severity: 'SEVERE', recordedOn: '2025-01-14' }],
  problems: [{ __typename: 'Problem', id: 'problem-1', catalogueId: 'fibromyalgia', name: 'Fibromyalgia', since: null, note: null, status: 'ACTIVE' }],
  reconciliation: { __typename: 'Reconciliation', state: 'CURRENT', on: '2026-11-02' },
  team: [{ __typename: 'TeamMember', id: 'member-1', role: 'MEMBER', discipline: 'physical-therapist', period: 'CURRENT', person: aPerson() }],
  devices: [],
  contacts: [],
  plan: { __typename: 'Plan', id: 'plan-1', agreedMessage: null, agreedOn: null, dissents: [] },
  latestRedFlagScreen: null,
  viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PATIENT_EDIT', 'CONTACT_WRITE', 'PLAN_READ'] },
  sex: 'FEMALE',
  language: 'es',
  interpreterNeeded: false,
  accessNeeds: null,
  contactDetails: { __typename: 'ContactDetails', phone: null, email: null, address: null },
  deviceAnswer: 'NONE',
  ...over,
});
