import type { FollowUpCandidatesQuery, FollowUpEntryPartsFragment, FollowUpPartsFragment, FollowUpPatientFragment, FollowUpRowFragment, FollowUpsPageQuery } from '../gql/index.ts';
import { aPerson, noor } from './builders.ts';

export const hamid = aPerson({ id: 'person-hamid', name: 'Hamid Solberg, PT', initials: 'HS' });

export const aFollowUpPatient = (over: Partial<FollowUpPatientFragment> = {}): FollowUpPatientFragment => ({
  __typename: 'Patient', id: 'patient-marisol', revision: 41, mrn: '204-881', givenName: 'Marisol', familyName: 'Okafor-Reyes', preferredName: null, birthDate: '1980-04-12', age: 46,
  contacts: [], viewer: { __typename: 'PatientViewer', through: 'MEMBER', may: ['FOLLOW_UP_READ', 'FOLLOW_UP_WRITE'] }, ...over,
});

/** For specs: Noor asked Lucia three days ago to re-test PSFS by tomorrow; Lucia is there. */
export const aFollowUpRow = (over: Partial<FollowUpRowFragment> = {}): FollowUpRowFragment => ({
  __typename: 'FollowUp', id: 'follow-up-1', patientId: 'patient-marisol', shape: 'REQUEST', kind: 'MEASURE', priority: 'ROUTINE', state: 'PROPOSED', what: 'Re-test PSFS', source: null,
  askedBy: noor, owner: aPerson(), pool: { __typename: 'Discipline', id: 'physical-therapist' }, outsideParty: null, dueOn: '2026-11-24', dueTime: null, dueZone: 'America/Chicago', isOverdue: false, daysLate: 0,
  appointmentOn: null, appointmentTime: null, court: 'OWNER', with: aPerson(), holder: aPerson(), isUnowned: false, daysInCourt: 3, snoozedUntil: null, everyWeeks: null, recursUntil: null, why: null, documentsSent: null,
  outcome: null, stateReason: null, openedAt: '2026-11-20T15:00:00Z', watchers: [], checklist: [], transitions: ['ACCEPT', 'DECLINE', 'CANCEL'], revision: 30, ...over,
});

export const aFollowUp = (over: Partial<FollowUpPartsFragment> = {}): FollowUpPartsFragment => ({
  ...aFollowUpRow(), escalations: [], entries: [], entryCount: over.entries?.length ?? 0, attachments: [], patient: aFollowUpPatient(), ...over,
});

export const aFollowUpEntry = (over: Partial<FollowUpEntryPartsFragment> = {}): FollowUpEntryPartsFragment => ({
  __typename: 'FollowUpEntry', id: 'entry-1', kind: 'CALL', text: null, callResult: 'NO_ANSWER', nextTryOn: '2026-11-26', at: '2026-11-20T15:00:00Z', person: aPerson(), ...over,
});

export const aFollowUpsPage = (followUps: readonly FollowUpRowFragment[], over: Partial<FollowUpPatientFragment> = {}): FollowUpsPageQuery => ({
  patient: { ...aFollowUpPatient(over), openFollowUps: followUps.length, overdueFollowUps: followUps.filter(({ isOverdue }) => isOverdue).length, followUps: [...followUps] },
});

/** What a command answers: the follow-up as it became, and the patient's open ones. */
export const aFollowUpChange = (followUp: FollowUpPartsFragment, open: readonly FollowUpRowFragment[] = [followUp]) => ({
  __typename: 'FollowUpChange' as const, followUp, meanwhile: [], patient: { __typename: 'Patient' as const, id: 'patient-marisol', revision: followUp.revision, openFollowUps: open.length, overdueFollowUps: 0, followUps: [...open] },
});

type Candidate = FollowUpCandidatesQuery['followUpCandidates'][number];
export const aCandidate = (over: Partial<Candidate> = {}): Candidate => ({
  __typename: 'FollowUpCandidate', person: hamid, discipline: { __typename: 'Discipline', id: 'physical-therapist' }, role: 'MEMBER', isOnLeave: false, leaveUntil: null, standIn: null, isEligible: true, load: 4, ...over,
});
