import type { ActivityCellFragment, CopyPageQuery, GoalCellFragment, PlanPageQuery, PlanSheetFragment } from '../gql/index.ts';
import { aPerson, noor } from './builders.ts';

/** For specs: one legible goal and one legible part. */
export const aGoal = (over: Partial<GoalCellFragment> = {}): GoalCellFragment => ({
  __typename: 'Goal',
  id: 'goal-stairs',
  words: 'Carry my grandson upstairs without stopping',
  restatement: null,
  scope: 'WHOLE_PERSON',
  domain: 'MOVEMENT',
  status: 'ACTIVE',
  achievement: 'IMPROVING',
  transitions: ['PAUSE', 'COMPLETE', 'CANCEL'],
  startedOn: '2026-09-01',
  owner: null,
  participants: [],
  target: null,
  endedOn: null,
  endReason: null,
  scale: null,
  ratings: [],
  ...over,
});

export const aPart = (over: Partial<ActivityCellFragment> = {}): ActivityCellFragment => ({
  __typename: 'Activity',
  id: 'activity-scapular',
  catalogueId: 'pt.scapular-stabilisation',
  name: 'Scapular stabilisation',
  discipline: 'physical-therapist',
  column: 'physical-therapy',
  owner: null,
  status: 'ACTIVE',
  doseText: '3× a week',
  reason: null,
  nextStep: null,
  changedAt: null,
  statusReason: null,
  transitions: ['PAUSE', 'COMPLETE', 'STOP'],
  startsOn: '2026-09-12',
  reviewOn: null,
  endsOn: null,
  goalIds: ['goal-stairs'],
  form: 'EXERCISE',
  details: {},
  supervisor: null,
  ...over,
});

export const aPlan = (over: Partial<PlanSheetFragment> = {}): PlanSheetFragment => ({
  __typename: 'Plan', id: 'plan-1', title: 'Care plan', summary: null, status: 'ACTIVE', transitions: ['PAUSE', 'COMPLETE'], reviewDate: null, agreedMessage: null, agreedOn: null, attainment: null, agreements: [],
  goals: [aGoal()], activities: [aPart()], ...over,
});

/** The whole page's answer: Lucia and Noor are on the team, and the viewer may write. */
export const aPlanPatient = (over: Partial<PlanPageQuery['patient']> = {}): PlanPageQuery['patient'] => ({
  __typename: 'Patient',
  id: 'patient-marisol',
  revision: 41,
  planVersion: 14,
  givenName: 'Marisol',
  familyName: 'Okafor-Reyes',
  preferredName: null,
  team: [
    { __typename: 'TeamMember', id: 'member-1', role: 'MEMBER', discipline: 'physical-therapist', period: 'CURRENT', person: aPerson() },
    { __typename: 'TeamMember', id: 'member-2', role: 'LEAD', discipline: 'psychotherapist', period: 'CURRENT', person: noor },
  ],
  contacts: [],
  allergyStatus: 'NONE_KNOWN',
  allergies: [],
  namedSubstances: [],
  viewer: { __typename: 'PatientViewer', through: 'MEMBER', discipline: 'physical-therapist', may: ['PLAN_READ', 'PLAN_WRITE', 'HISTORY_READ'] },
  plan: aPlan(),
  ...over,
});

/** What a copy is made of: Noor leads, Jonas coordinates, and the viewer is a clinician. */
export const aCopyPatient = (over: Partial<CopyPageQuery['patient']> = {}, plan: Partial<CopyPageQuery['patient']['plan']> = {}): CopyPageQuery['patient'] => ({
  __typename: 'Patient',
  id: 'patient-marisol',
  revision: 41,
  planVersion: 14,
  mrn: '204-881',
  givenName: 'Marisol',
  familyName: 'Okafor-Reyes',
  preferredName: 'Mari',
  birthDate: '1980-04-12',
  language: 'en',
  interpreterNeeded: false,
  allergyStatus: 'RECORDED',
  allergies: [{ __typename: 'Allergy', id: 'allergy-1', substance: 'Penicillin', reaction: 'Hives', severity: 'SEVERE', recordedOn: '2025-01-14' }],
  medicines: [],
  reconciliation: { __typename: 'Reconciliation', state: 'NEVER', on: null },
  deviceAnswer: 'NONE',
  devices: [],
  latestRedFlagScreen: null,
  team: [
    { __typename: 'TeamMember', id: 'member-1', role: 'MEMBER', discipline: 'care-coordinator', period: 'CURRENT', person: aPerson({ id: 'person-jonas', name: 'Jonas Whitfeather', initials: 'JW', discipline: 'care-coordinator' }) },
    { __typename: 'TeamMember', id: 'member-2', role: 'LEAD', discipline: 'psychotherapist', period: 'CURRENT', person: noor },
  ],
  viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['PLAN_READ', 'PLAN_WRITE', 'PATIENT_READ_CLINICAL'] },
  plan: { ...aPlan({ reviewDate: '2026-12-09', agreedMessage: 'Hurt is not harm: moving is safe.', agreedOn: '2026-11-02' }), dissents: [], ...plan },
  ...over,
});
