import { PEER_MENTOR, type ReachRow, type Relation } from './vocabulary.ts';

/**
 * The whole permission model on one page. What is not listed is not allowed; a denial wins over everything.
 * Row-level security repeats organization, team and audience underneath (see the migrations); this table decides first.
 */
type Grant = (relation: Relation) => boolean;

const clinician = (row: ReachRow): boolean => row.discipline !== PEER_MENTOR;
const anyReach: Grant = ({ reach }) => reach.length > 0;
const clinicalReach: Grant = ({ reach }) => reach.some(clinician);
/** Lead, member, a stand-in for one of them, or coordinator: not observers. */
const treats: Grant = ({ reach }) => reach.some((row) => clinician(row) && row.role !== 'observer');
const leads: Grant = ({ reach }) => reach.some((row) => clinician(row) && (row.role === 'lead' || row.through === 'coordinator'));
/** Who examines, and so may answer for what a red-flag screen found. */
const EXAMINERS: readonly string[] = ['physiatrist', 'primary-care', 'pain-specialist', 'rheumatologist', 'surgeon', 'physical-therapist', 'nurse'];
const examines: Grant = ({ reach }) => reach.some((row) => row.role !== 'observer' && row.discipline !== null && EXAMINERS.includes(row.discipline));
const isPhysiatrist: Grant = ({ reach }) => reach.some((row) => row.role !== 'observer' && row.discipline === 'physiatrist');
/** The clinician who answers for the plan: a coordinator leads by their office only. */
const leadsCare: Grant = ({ reach }) => reach.some((row) => clinician(row) && row.role === 'lead');
const administers: Grant = ({ organizationRoles }) => organizationRoles.includes('administrator');
const coordinates: Grant = ({ organizationRoles }) => organizationRoles.includes('coordinator');
const watchesPrivacy: Grant = ({ organizationRoles }) => organizationRoles.includes('privacy-officer');
const hasDiscipline: Grant = ({ discipline }) => discipline !== null && discipline !== PEER_MENTOR;
const anyone: Grant = () => true;

const either =
  (...grants: readonly Grant[]): Grant =>
  (relation) =>
    grants.some((grant) => grant(relation));

/** About one patient: asked with the relation to that patient. */
const ABOUT_A_PATIENT = {
  'patient:read': anyReach,
  'patient:read-clinical': clinicalReach,
  'patient:edit': treats,
  'contact:write': treats,
  'team:manage': leads,
  'stand-in:arrange': treats,
  'history:read': clinicalReach,
  'plan:read': anyReach,
  'plan:write': treats,
  'screen:sign': examines,
  'plan:move': either(leads, isPhysiatrist),
  'plan:start-unscreened': either(leadsCare, isPhysiatrist),
  'presence:announce': treats,
  'follow-up:read': clinicalReach,
  'follow-up:write': treats,
} as const satisfies Record<string, Grant>;

/** About the organization: asked without a patient. */
const ABOUT_THE_ORGANIZATION = {
  'patient:add': either(coordinates, hasDiscipline),
  'caseload:read': either(coordinates, ({ discipline }) => discipline !== null),
  'people:read': anyone,
  'people:manage': administers,
  'access-log:read': watchesPrivacy,
  'session:manage-own': anyone,
  'follow-ups:list': either(coordinates, hasDiscipline),
  'leave:write': either(coordinates, administers, ({ discipline }) => discipline !== null),
} as const satisfies Record<string, Grant>;

export type PatientAction = keyof typeof ABOUT_A_PATIENT;
export type OrganizationAction = keyof typeof ABOUT_THE_ORGANIZATION;
export const PATIENT_ACTIONS = Object.keys(ABOUT_A_PATIENT) as readonly PatientAction[];
export const ORGANIZATION_ACTIONS = Object.keys(ABOUT_THE_ORGANIZATION) as readonly OrganizationAction[];

/** May this actor do this to this patient? A stranger (no reach) may nothing, whatever else they are. */
export const mayWithPatient = (action: PatientAction, relation: Relation): boolean =>
  relation.reach.length > 0 && ABOUT_A_PATIENT[action](relation);

export const mayInOrganization = (action: OrganizationAction, relation: Omit<Relation, 'reach'>): boolean =>
  ABOUT_THE_ORGANIZATION[action]({ ...relation, reach: [] });

/** `public`: without a session. `locked`: also with a locked session. */
export type OperationPolicy = 'public' | 'locked' | PatientAction | OrganizationAction;

/** Every root field of the schema. The server does not start when one is missing here, or is here and does not exist. */
export const OPERATIONS = {
  'Query.me': 'session:manage-own',
  'Query.outboxKey': 'session:manage-own',
  'Query.patients': 'caseload:read',
  'Query.patient': 'patient:read',
  'Query.likelyDuplicates': 'patient:add',
  'Query.previewPlanStructure': 'plan:read',
  'Query.people': 'people:read',
  'Query.mySessions': 'session:manage-own',
  'Query.accessLog': 'access-log:read',
  'Mutation.signIn': 'public',
  'Mutation.signOut': 'locked',
  'Mutation.unlockSession': 'locked',
  'Mutation.lockSession': 'session:manage-own',
  'Mutation.endSession': 'session:manage-own',
  'Mutation.requestPasswordReset': 'public',
  'Mutation.setPassword': 'public',
  'Mutation.invitePerson': 'people:manage',
  'Mutation.editPerson': 'people:manage',
  'Mutation.deactivatePerson': 'people:manage',
  'Mutation.reactivatePerson': 'people:manage',
  'Mutation.addPatient': 'patient:add',
  'Mutation.editPatient': 'patient:edit',
  'Mutation.addProblem': 'patient:edit',
  'Mutation.resolveProblem': 'patient:edit',
  'Mutation.recordAllergy': 'patient:edit',
  'Mutation.removeAllergy': 'patient:edit',
  'Mutation.setAllergyStatus': 'patient:edit',
  'Mutation.recordSymptom': 'patient:edit',
  'Mutation.editSymptom': 'patient:edit',
  'Mutation.removeSymptom': 'patient:edit',
  'Mutation.addRiskFactor': 'patient:edit',
  'Mutation.editRiskFactor': 'patient:edit',
  'Mutation.removeRiskFactor': 'patient:edit',
  'Mutation.signRedFlagScreen': 'screen:sign',
  'Mutation.decideOnRedFlagScreen': 'screen:sign',
  'Mutation.removeRedFlagScreen': 'screen:sign',
  'Mutation.answerNamedSubstance': 'patient:edit',
  'Mutation.addMedicine': 'patient:edit',
  'Mutation.editMedicine': 'patient:edit',
  'Mutation.stopMedicine': 'patient:edit',
  'Mutation.markMedicineInError': 'patient:edit',
  'Mutation.reconcileMedicines': 'patient:edit',
  'Mutation.addDevice': 'patient:edit',
  'Mutation.editDevice': 'patient:edit',
  'Mutation.removeDevice': 'patient:edit',
  'Mutation.markDeviceInError': 'patient:edit',
  'Mutation.setDeviceAnswer': 'patient:edit',
  'Mutation.recordConsent': 'patient:edit',
  'Mutation.editConsent': 'patient:edit',
  'Mutation.withdrawConsent': 'patient:edit',
  'Mutation.markConsentInError': 'patient:edit',
  'Mutation.openContact': 'contact:write',
  'Mutation.closeContact': 'contact:write',
  'Mutation.addTeamMember': 'team:manage',
  'Mutation.endTeamMembership': 'team:manage',
  'Mutation.changeLead': 'team:manage',
  'Mutation.arrangeStandIn': 'stand-in:arrange',
  'Mutation.endStandIn': 'stand-in:arrange',
  'Mutation.editPlan': 'plan:write',
  'Mutation.activatePlan': 'plan:move',
  'Mutation.movePlan': 'plan:move',
  'Mutation.proposeGoal': 'plan:write',
  'Mutation.editGoal': 'plan:write',
  'Mutation.joinGoal': 'plan:write',
  'Mutation.moveGoal': 'plan:write',
  'Mutation.rateGoal': 'plan:write',
  'Mutation.withdrawRating': 'plan:write',
  'Mutation.planActivity': 'plan:write',
  'Mutation.editActivity': 'plan:write',
  'Mutation.moveActivity': 'plan:write',
  'Mutation.decideActivity': 'plan:write',
  'Mutation.recordPastTreatment': 'plan:write',
  'Mutation.undoPlanChange': 'plan:write',
  'Mutation.answerForMyPart': 'plan:write',
  'Mutation.dissentFromMessage': 'plan:write',
  'Mutation.withdrawDissent': 'plan:write',
  'Mutation.applyPlanTemplate': 'plan:write',
  'Query.followUp': 'follow-ups:list',
  'Mutation.openFollowUp': 'follow-up:write',
  'Mutation.editFollowUp': 'follow-up:write',
  'Mutation.assignFollowUp': 'follow-up:write',
  'Mutation.moveFollowUp': 'follow-up:write',
  'Mutation.snoozeFollowUp': 'follow-up:write',
  'Mutation.noteOnFollowUp': 'follow-up:write',
  'Query.followUps': 'follow-ups:list',
  'Query.followUpCounts': 'follow-ups:list',
  'Query.followUpCandidates': 'follow-up:read',
  'Query.leaves': 'people:read',
  'Query.savedViews': 'follow-ups:list',
  'Mutation.changeFollowUps': 'follow-ups:list',
  'Mutation.handOverFollowUps': 'follow-ups:list',
  'Mutation.undoHandOver': 'follow-ups:list',
  'Mutation.saveView': 'follow-ups:list',
  'Mutation.removeView': 'follow-ups:list',
  'Mutation.markAttachmentInError': 'follow-up:write',
  'Mutation.setLeave': 'leave:write',
  'Mutation.endLeave': 'leave:write',
  'Mutation.markReviewed': 'history:read',
  'Mutation.noteCopy': 'plan:read',
  'Mutation.announceEditing': 'presence:announce',
  'Subscription.patientRevised': 'patient:read',
  'Subscription.patientPresence': 'patient:read',
  'Subscription.caseloadRevised': 'caseload:read',
} as const satisfies Record<string, OperationPolicy>;
