import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import type { Clinic, Relation } from './access-clinic.ts';
import { ask, commandDocument, said } from './access-commands.ts';
import { FILES, attach, download } from './attachments.ts';
import type { Client, GraphqlError } from './client.ts';
import { screenAnswers } from './screens.ts';

/** Everything of a chart but its history: every field of every type that a patient leads to. */
export const CHART = `query ($patientId: ID!) { patient(patientId: $patientId) {
  id revision planVersion mrn givenName familyName preferredName birthDate age sex pronouns language interpreterNeeded accessNeeds openGoals openFollowUps overdueFollowUps followUps { ...FollowUpParts } closedFollowUps { totalCount edges { node { ...FollowUpParts } } }
  contactDetails { phone email address } allergyStatus allergies { id substance reaction severity recordedOn }
  medicines { id revision drug classes isOpioid doseAmount doseUnit route timesPerDay asNeeded since until kind source prescriber note monitoringCheckedOn agreementOn hasNaloxone
    morphineEquivalent morphineEquivalentSource status } namedSubstances { id substance answer answeredOn answeredBy { name } } reconciliation { state on by { name } }
  deviceAnswer devices { id kind name effects { treatment says rule sources } maker model serial site side implantedOn cardSeenOn cardSeenBy { name } mriCondition mriTerms followedBy note status removedOn removedBecause }
  consents { id kind name state partyName partyRelation scope givenOn givenBy representative how validFrom validTo note withdrawnOn withdrawnBy withdrawnRepresentative withdrawnHow }
  problems { id catalogueId name since note status } contacts { id kind openedAt closedAt openedBy { name } }
  symptoms { id code name places { id name site side } patterns { id name } patternWords severity since resolvedOn note } riskFactors { id code name since note }
  redFlagScreens { ...Screen } latestRedFlagScreen { ...Screen }
  team { id discipline role validFrom validTo period reason endReason person { id name email } standIns { id validFrom validTo period reason person { name } } }
  viewer { through teamRole discipline may }
  plan { id title summary status transitions reviewDate agreedMessage agreedOn attainment { clinician { value goals } patient { value goals } source sourceStatus } agreements { discipline isAsked isReview changed { entity id name } last { id answer reason planVersion revision answeredOn person { name } } } dissents { id reason at person { name } }
    goals { id revision words restatement scope domain status achievement owner { name } participants { name } target { measure measureName baseline value unit date } startedOn endedOn endReason scale ratings { id rater level words ratedOn note recordedBy { name } } }
    activities { id revision catalogueId name discipline column owner { name } status statusReason doseText reason nextStep changedAt startsOn reviewOn endsOn goalIds } } } }
fragment FollowUpParts on FollowUp { id what why source { kind id name } askedBy { name } owner { name } pool { id name } outsideParty documentsSent attachments { id name mediaType size at by { name } } dueOn dueAt state stateReason outcome court with { name } holder { name } holding isUnowned watchers { name } checklist { text isDone } entries { kind text person { name } } entryCount transitions }
fragment Screen on RedFlagScreen { id signedBy { name } signedAt signedOn result repeatDue yes { item name detail } no { item name detail } notAsked { item name detail } decision decisionReason decidedBy { name } }`;

export const HISTORY = `query ($patientId: ID!) { patient(patientId: $patientId) { history(first: 100) { totalCount edges { node {
  number at verb reason planVersion person { name } onBehalfOf { name } contact { id kind }
  changes { ordinal entity entityId entityName field fieldName before { kind text } after { kind text } } } } } } }`;

const REVISIONS_AFTER = `query ($patientId: ID!) { patient(patientId: $patientId) { revisionsAfter(revision: 0) {
  number at verb reason base person { name } changes { entity entityName field fieldName before { kind text } after { kind text } } } } }`;

const PLAN_AS_OF = `query ($patientId: ID!) { patient(patientId: $patientId) { planAsOf(moment: { revision: 1 }) { revision at day planVersion
  plan { id title summary agreedMessage goals { words ratings { words note } } activities { doseText details } dissents { reason } } team { role person { name } } } } }`;

const DIFFERENCE = `query ($patientId: ID!) { patient(patientId: $patientId) { difference(from: { revision: 1 }, to: { revision: 2 }) {
  from { revision at day } to { revision at day } things { entity entityId entityName difference place { goalId goalWords discipline } changes { field before { text } after { text } } } } } }`;

const UNREAD = `query ($patientId: ID!) { patient(patientId: $patientId) { unread { revision seenRevision seenAt revisions { totalCount edges { node {
  number at verb reason person { name } changes { entity entityName field fieldName before { kind text } after { kind text } order { field value { text } } } } } } } } }`;

const CASELOAD = `{ patients(first: 100) { totalCount edges { node { id mrn givenName familyName preferredName birthDate age pronouns problems team { role person { name } } openGoals ownerlessGoals openFollowUps overdueFollowUps reviewDate revision isNewToViewer unread } } } }`;

/** One request with valid inputs, about the clinic's first patient where it is about a patient. */
export interface Asked {
  readonly document: string;
  readonly variables: Record<string, unknown>;
}
type Ask = (clinic: Clinic, by: Relation) => Asked | Promise<Asked>;

/** Every command is new, and written by somebody who has seen the newest revision. */
const about =
  (name: string, input: (clinic: Clinic) => Record<string, unknown>): Ask =>
  async (clinic) => ({
    document: commandDocument(name),
    variables: { input: { commandId: randomUUID(), patientId: clinic.chart.patientId, baseRevision: await clinic.world.revisionOf(clinic.chart.patientId), ...input(clinic) } },
  });

const ofPerson = (name: string, input: (clinic: Clinic) => Record<string, unknown>): Ask => (clinic) => ({
  document: commandDocument(name),
  variables: { input: { commandId: randomUUID(), ...input(clinic) } },
});

const plain = (document: string, variables: (clinic: Clinic, by: Relation) => Record<string, unknown> = () => ({})): Ask => (clinic, by) => ({ document, variables: variables(clinic, by) });
const ofChart = (document: string): Ask => plain(document, ({ chart }) => ({ patientId: chart.patientId }));

/** How each operation of the schema is asked. Those of `Patient` are fields with a right of their own. */
export const ASKED: Readonly<Record<string, Ask>> = {
  'Query.me': plain('{ me { person { id name email roles } organization { id name timeZone today } session { id device address } may } }'),
  'Query.outboxKey': plain('{ outboxKey }'),
  'Query.patients': plain(CASELOAD),
  'Query.patient': ofChart(CHART),
  'Patient.history': ofChart(HISTORY),
  'Patient.revisionsAfter': ofChart(REVISIONS_AFTER),
  'Patient.planAsOf': ofChart(PLAN_AS_OF),
  'Patient.difference': ofChart(DIFFERENCE),
  'Patient.unread': ofChart(UNREAD),
  'Query.likelyDuplicates': plain('query ($input: LikelyDuplicatesInput!) { likelyDuplicates(input: $input) { patientId name mrn birthDate kind } }', ({ chart }) => ({
    input: { givenName: chart.canaries.team.givenName.toUpperCase(), familyName: chart.canaries.team.familyName.toUpperCase() },
  })),
  'Query.previewPlanStructure': ofChart('query ($patientId: ID!) { previewPlanStructure(patientId: $patientId) { goals { key domain scope measure } parts { catalogueId discipline goals } } }'),
  'Query.people': plain('{ people(withInactive: true) { id name initials discipline status roles email version } }'),
  'Query.mySessions': plain('{ mySessions { id isCurrent createdAt lastActiveAt expiresAt idleSeconds device address } }'),
  'Query.accessLog': plain('{ accessLog(first: 100) { totalCount edges { node { id at patientName patientMrn action through person { name } } } } }'),
  'Mutation.signIn': plain('mutation ($input: SignInInput!) { signIn(input: $input) { ... on Viewer { person { name } } ... on SignInRefused { message retryAfterSeconds } } }', (_, by) => ({
    input: { email: `${by.toLowerCase()}@nowhere.example`, password: 'not the right one' },
  })),
  'Mutation.signOut': plain('mutation { signOut }'),
  'Mutation.unlockSession': plain('mutation ($input: UnlockSessionInput!) { unlockSession(input: $input) { ... on Viewer { person { name } } ... on SignInRefused { message } } }', () => ({ input: { password: 'not the right one' } })),
  'Mutation.lockSession': plain('mutation { lockSession }'),
  'Mutation.endSession': plain('mutation ($input: EndSessionInput!) { endSession(input: $input) }', () => ({ input: { sessionId: randomUUID() } })),
  'Mutation.requestPasswordReset': plain('mutation ($input: RequestPasswordResetInput!) { requestPasswordReset(input: $input) }', (_, by) => ({ input: { email: `${by.toLowerCase()}@nowhere.example` } })),
  'Mutation.setPassword': plain('mutation ($input: SetPasswordInput!) { setPassword(input: $input) { __typename } }', (_, by) => ({ input: { token: by.padEnd(43, 'x'), password: 'eleven brass otters sing' } })),
  'Mutation.invitePerson': ofPerson('invitePerson', () => ({ name: 'Ines Invited', email: `${randomUUID()}@lindenhall.example`, roles: [] })),
  'Mutation.editPerson': ofPerson('editPerson', ({ people }) => ({ personId: people.stranger.personId, baseVersion: 1, name: people.stranger.name })),
  'Mutation.deactivatePerson': ofPerson('deactivatePerson', ({ leaver }) => ({ personId: leaver.personId, baseVersion: 1, reason: 'Left' })),
  'Mutation.reactivatePerson': ofPerson('reactivatePerson', ({ people }) => ({ personId: people.stranger.personId, baseVersion: 1, reason: 'Is back' })),
  'Mutation.addPatient': ofPerson('addPatient', () => ({ mrn: `N-${randomUUID().slice(0, 8)}`, givenName: 'Newly', familyName: 'Arrived', birthDate: '1990-02-03', sex: 'OTHER' })),
  'Mutation.editPatient': about('editPatient', () => ({ language: 'de' })),
  'Mutation.addProblem': about('addProblem', () => ({ catalogueId: 'migraine' })),
  'Mutation.resolveProblem': about('resolveProblem', ({ chart }) => ({ problemId: chart.spareProblemId, reason: 'Over' })),
  'Mutation.recordAllergy': about('recordAllergy', () => ({ substance: `Substance ${randomUUID()}`, severity: 'MILD' })),
  'Mutation.removeAllergy': about('removeAllergy', ({ chart }) => ({ allergyId: chart.spareAllergyId, reason: 'Slip' })),
  'Mutation.setAllergyStatus': about('setAllergyStatus', () => ({ status: 'NONE_KNOWN' })),
  'Mutation.answerNamedSubstance': about('answerNamedSubstance', () => ({ substance: 'contrast', answer: 'ALLERGIC' })),
  'Mutation.addMedicine': about('addMedicine', () => ({ drug: 'ibuprofen', kind: 'OVER_THE_COUNTER', source: 'PATIENT' })),
  'Mutation.editMedicine': about('editMedicine', ({ chart }) => ({ medicineId: chart.medicineId, timesPerDay: 2 })),
  // Refused where it is allowed: neither of these ever ends the one medicine that the others are asked about.
  'Mutation.stopMedicine': about('stopMedicine', ({ chart, world }) => ({ medicineId: chart.medicineId, until: world.day(1), reason: 'Over' })),
  'Mutation.markMedicineInError': about('markMedicineInError', ({ chart }) => ({ medicineId: chart.medicineId, reason: '' })),
  'Mutation.reconcileMedicines': about('reconcileMedicines', ({ chart }) => ({ seen: [{ medicineId: chart.medicineId, revision: 1 }] })),
  'Mutation.addDevice': about('addDevice', () => ({ kind: 'other', model: `Model ${randomUUID()}`, serial: randomUUID() })),
  'Mutation.editDevice': about('editDevice', ({ chart }) => ({ deviceId: chart.deviceId, maker: `Maker ${randomUUID()}` })),
  'Mutation.removeDevice': about('removeDevice', ({ chart, world }) => ({ deviceId: chart.spareDeviceIds[0], removedOn: world.today, reason: 'Battery' })),
  'Mutation.markDeviceInError': about('markDeviceInError', ({ chart }) => ({ deviceId: chart.spareDeviceIds[1], reason: 'Slip' })),
  'Mutation.setDeviceAnswer': about('setDeviceAnswer', () => ({ answer: 'NONE' })),
  'Mutation.recordConsent': about('recordConsent', ({ world }) => ({ kind: 'outside-clinic', partyName: randomUUID(), givenOn: world.today, givenBy: 'PATIENT', how: 'WRITTEN', validFrom: world.today })),
  'Mutation.editConsent': about('editConsent', ({ chart }) => ({ consentId: chart.consentId, validTo: null })),
  'Mutation.withdrawConsent': about('withdrawConsent', ({ chart, world }) => ({ consentId: chart.spareConsentIds[0], withdrawnOn: world.today, withdrawnBy: 'PATIENT', withdrawnHow: 'SPOKEN' })),
  'Mutation.markConsentInError': about('markConsentInError', ({ chart }) => ({ consentId: chart.spareConsentIds[1], reason: 'Slip' })),
  'Mutation.openContact': about('openContact', () => ({ kind: 'CALL' })),
  'Mutation.closeContact': about('closeContact', ({ chart }) => ({ contactId: chart.contactId })),
  'Mutation.addTeamMember': about('addTeamMember', ({ people }) => ({ personId: people.stranger.personId, role: 'OBSERVER', validFrom: '2027-03-01', reason: 'Will help' })),
  'Mutation.endTeamMembership': about('endTeamMembership', ({ spareMemberId, world }) => ({ memberId: spareMemberId, validTo: world.day(1), reason: 'Moves' })),
  'Mutation.changeLead': about('changeLead', ({ chart }) => ({ memberId: chart.observerMemberId, reason: 'Wants to' })),
  'Mutation.arrangeStandIn': about('arrangeStandIn', ({ chart, people }) => ({ memberId: chart.memberId, personId: people.stranger.personId, validFrom: '2027-03-01', validTo: '2027-03-02', reason: 'Away' })),
  'Mutation.endStandIn': about('endStandIn', ({ chart, world }) => ({ standInId: chart.standInId, validTo: world.day(1), reason: 'Is back' })),
  'Mutation.recordSymptom': about('recordSymptom', () => ({ words: `Symptom ${randomUUID()}` })),
  'Mutation.editSymptom': about('editSymptom', ({ chart }) => ({ symptomId: chart.symptomId, severity: 6 })),
  'Mutation.removeSymptom': about('removeSymptom', ({ chart }) => ({ symptomId: chart.spareSymptomId, reason: 'Slip' })),
  'Mutation.addRiskFactor': about('addRiskFactor', () => ({ words: `Factor ${randomUUID()}` })),
  'Mutation.editRiskFactor': about('editRiskFactor', ({ chart, world }) => ({ riskFactorId: chart.riskFactorId, since: world.day(-100) })),
  'Mutation.removeRiskFactor': about('removeRiskFactor', ({ chart }) => ({ riskFactorId: chart.spareRiskFactorId, reason: 'Slip' })),
  'Mutation.signRedFlagScreen': about('signRedFlagScreen', () => screenAnswers()),
  'Mutation.decideOnRedFlagScreen': about('decideOnRedFlagScreen', ({ chart }) => ({ screenId: chart.spareScreenId, decision: 'TEST', reason: 'Film' })),
  'Mutation.removeRedFlagScreen': about('removeRedFlagScreen', ({ chart }) => ({ screenId: chart.spareScreenId, reason: 'Another patient' })),
  'Mutation.editPlan': about('editPlan', () => ({ reviewDate: '2026-12-24' })),
  'Mutation.activatePlan': about('activatePlan', () => ({})),
  'Mutation.movePlan': about('movePlan', () => ({ verb: 'PAUSE', reason: 'In hospital' })),
  'Mutation.proposeGoal': about('proposeGoal', () => ({ words: `Wish ${randomUUID()}`, scope: 'WHOLE_PERSON', domain: 'SOCIAL' })),
  'Mutation.editGoal': about('editGoal', ({ chart }) => ({ goalId: chart.goalId, scope: 'UPPER_BACK' })),
  'Mutation.joinGoal': about('joinGoal', ({ chart }) => ({ goalId: chart.goalId })),
  'Mutation.moveGoal': about('moveGoal', ({ chart }) => ({ goalId: chart.spareGoalId, verb: 'ACTIVATE' })),
  'Mutation.rateGoal': about('rateGoal', ({ chart, world }) => ({ goalId: chart.goalId, rater: 'CLINICIAN', level: 0, words: chart.canaries.team.expected, ratedOn: world.today })),
  'Mutation.withdrawRating': about('withdrawRating', ({ chart }) => ({ ratingId: chart.spareRatingId, reason: 'Slip' })),
  'Mutation.planActivity': about('planActivity', () => ({ catalogueId: 'life.sleep-hygiene', discipline: 'nurse' })),
  'Mutation.editActivity': about('editActivity', ({ chart }) => ({ activityId: chart.activityId, discipline: 'physical-therapist' })),
  'Mutation.moveActivity': about('moveActivity', ({ chart }) => ({ activityId: chart.spareActivityId, verb: 'START' })),
  'Mutation.decideActivity': about('decideActivity', ({ chart }) => ({ activityId: chart.activityId, decision: 'STOP', reason: 'No benefit' })),
  'Mutation.recordPastTreatment': about('recordPastTreatment', () => ({ catalogueId: 'cam.acupuncture', discipline: 'acupuncturist', outcome: 'PARTIAL' })),
  'Mutation.undoPlanChange': ofPerson('undoPlanChange', ({ chart }) => ({ patientId: chart.patientId, revision: 1 })),
  // Refused where it is allowed: nobody has read this version, so the objection of the chart stands.
  'Mutation.answerForMyPart': about('answerForMyPart', () => ({ planVersion: 0, answer: 'RIGHT' })),
  'Mutation.dissentFromMessage': about('dissentFromMessage', () => ({ message: `Message ${randomUUID()}`, reason: 'Not so' })),
  'Mutation.withdrawDissent': about('withdrawDissent', ({ chart }) => ({ dissentId: chart.spareDissentId })),
  'Mutation.applyPlanTemplate': about('applyPlanTemplate', ({ chart }) => ({ fromPatientId: chart.patientId, goals: [], parts: [] })),
  'Query.followUp': plain('query ($id: ID!) { followUp(id: $id) { id what why patient { givenName familyName mrn } entries { text } } }', ({ chart }) => ({ id: chart.followUpId })),
  'Mutation.openFollowUp': about('openFollowUp', ({ people, world }) => ({ shape: 'TASK', kind: 'CALL', priority: 'ROUTINE', what: 'Telephone', ownerId: people.member.personId, dueOn: world.day(7) })),
  'Mutation.editFollowUp': about('editFollowUp', ({ chart }) => ({ followUpId: chart.spareFollowUpId, priority: 'URGENT' })),
  'Mutation.assignFollowUp': about('assignFollowUp', ({ chart, people }) => ({ followUpId: chart.spareFollowUpId, ownerId: people.lead.personId })),
  'Mutation.moveFollowUp': about('moveFollowUp', ({ chart }) => ({ followUpId: chart.spareFollowUpId, verb: 'COMPLETE', outcome: 'Reached' })),
  'Mutation.snoozeFollowUp': about('snoozeFollowUp', ({ chart, world }) => ({ followUpId: chart.followUpId, until: world.day(2) })),
  'Mutation.markAttachmentInError': about('markAttachmentInError', ({ chart }) => ({ followUpId: chart.followUpId, attachmentId: chart.spareAttachmentId, reason: 'Slip' })),
  'Mutation.noteOnFollowUp': about('noteOnFollowUp', ({ chart }) => ({ followUpId: chart.followUpId, kind: 'COMMENT', text: 'Noted' })),
  'Query.followUps': plain(
    'query ($filter: FollowUpFilter) { followUps(queue: ALL, filter: $filter) { totalCount counts { needsMe overdue waiting referrals unowned escalated reported } edges { node { id what why outsideParty documentsSent checklist { text } entries { text } with { name } transitions patient { givenName familyName mrn } } } } }',
  ),
  'Query.followUpCounts': plain('{ followUpCounts { needsMe overdue waiting referrals unowned escalated reported } }'),
  'Query.followUpCandidates': ofChart('query ($patientId: ID!) { followUpCandidates(patientId: $patientId) { person { name } discipline { id } role isOnLeave leaveUntil standIn { name } isEligible load } }'),
  'Query.leaves': plain('{ leaves { person { name } startsOn endsOn version } }'),
  'Query.savedViews': plain('{ savedViews { name address isShared person { name } } }'),
  'Mutation.changeFollowUps': plain('mutation ($input: ChangeFollowUpsInput!) { changeFollowUps(input: $input) { outcome violations { code } followUp { what why } } }', ({ chart }) => ({
    input: { batchId: randomUUID(), items: [{ patientId: chart.patientId, followUpId: chart.spareFollowUpId, baseRevision: 1 }], priority: 'SOON' },
  })),
  // What the member has: theirs to hand over, and a coordinator's.
  'Mutation.handOverFollowUps': plain('mutation ($input: HandOverFollowUpsInput!) { handOverFollowUps(input: $input) { outcome violations { code } followUp { what why } } }', ({ chart, people }) => ({
    input: { batchId: randomUUID(), fromPersonId: people.member.personId, items: [{ patientId: chart.patientId, followUpId: chart.spareFollowUpId, baseRevision: 1, ownerId: people.lead.personId }] },
  })),
  'Mutation.undoHandOver': plain('mutation ($input: UndoHandOverInput!) { undoHandOver(input: $input) { outcome violations { code } followUp { what why } } }', ({ chart }) => ({
    input: { batchId: randomUUID(), items: [{ patientId: chart.patientId, followUpId: chart.spareFollowUpId, baseRevision: 1 }] },
  })),
  'Mutation.saveView': plain('mutation ($input: SaveViewInput!) { saveView(input: $input) { ... on SavedViewChange { viewId } } }', () => ({ input: { commandId: randomUUID(), name: randomUUID(), address: 'queue=ALL', isShared: false } })),
  // Of nobody.
  'Mutation.removeView': plain('mutation ($input: RemoveViewInput!) { removeView(input: $input) { ... on SavedViewChange { viewId } } }', () => ({ input: { commandId: randomUUID(), viewId: randomUUID(), version: 1 } })),
  'Mutation.setLeave': ofPerson('setLeave', ({ people, world }) => ({ personId: people.stranger.personId, startsOn: world.day(400), endsOn: world.day(401) })),
  // Of nobody: it is found neither by those who may nor by those who might.
  'Mutation.endLeave': ofPerson('endLeave', () => ({ leaveId: randomUUID(), version: 1 })),
  'Mutation.markReviewed': plain(commandDocument('markReviewed'), ({ chart }) => ({ input: { patientId: chart.patientId, revision: 1, safetySeen: [] } })),
  'Mutation.noteCopy': plain('mutation ($input: NoteCopyInput!) { noteCopy(input: $input) }', ({ chart }) => ({ input: { patientId: chart.patientId, copy: 'TEAM_COPY' } })),
  'Mutation.announceEditing': plain('mutation ($input: AnnounceEditingInput!) { announceEditing(input: $input) }', ({ chart }) => ({
    input: { patientId: chart.patientId, page: randomUUID(), entityId: chart.goalId, group: 'target' },
  })),
  'Subscription.patientPresence': plain('subscription ($patientId: ID!, $page: ID!) { patientPresence(patientId: $patientId, page: $page) { entityId group person { name } } }', ({ chart }) => ({
    patientId: chart.patientId, page: randomUUID(),
  })),
  'Subscription.patientRevised': ofChart('subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { patientId revision } }'),
  'Subscription.caseloadRevised': plain('subscription { caseloadRevised { patientId revision } }'),
};

/** Operations that take the session away from the one who asks: they get one of their own for it. */
const USES_UP_SESSION = new Set(['Mutation.signOut', 'Mutation.lockSession']);

export interface Told {
  readonly verdict: string;
  readonly text: string;
}

/** What is asked without GraphQL. */
export const ROUTES: Readonly<Record<string, (clinic: Clinic, client: Client) => Promise<Told>>> = {
  'POST /attachments': async ({ world, chart: { patientId, followUpId } }, client) =>
    attach(client, { patientId, followUpId, baseRevision: await world.revisionOf(patientId) }, Buffer.concat([FILES.pdf, Buffer.from(randomUUID())])),
  'GET /attachments': async ({ chart }, client) => said(await download(client, chart.patientId, chart.attachmentId)),
};

export async function perform(clinic: Clinic, operation: string, by: Relation): Promise<Told> {
  const route = ROUTES[operation];
  if (route) return route(clinic, clinic.clients[by]);
  const { document, variables } = await ASKED[operation]!(clinic, by);
  const client = await clientFor(clinic, operation, by);
  if (operation.startsWith('Subscription.')) return hear(client, document, variables);
  return ask(client, document, variables);
}

async function clientFor(clinic: Clinic, operation: string, by: Relation): Promise<Client> {
  const keepsIt = !USES_UP_SESSION.has(operation) || by === 'anonymous' || by === 'deactivated' || (by === 'locked' && operation === 'Mutation.lockSession');
  if (keepsIt) return clinic.world.anonymous(clinic.clients[by].cookie);
  const fresh = await clinic.world.as(by === 'locked' ? clinic.people.lead : clinic.people[by]);
  if (by === 'locked') await fresh.data('mutation { lockSession }');
  return fresh;
}

/**
 * What a subscription answers at first: its first delivery, or a refusal. One that has nothing to say yet is known to be open when others on the
 * same socket, asked one after another, have been refused: each takes as long to refuse as it would have.
 */
function hear(client: Client, query: string, variables: Record<string, unknown>): Promise<Told> {
  const { url, cookie } = client;
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers: { origin: url, ...(cookie ? { cookie: `plexus-development=${cookie}` } : {}) } });
    }
  }
  return new Promise((resolve) => {
    const socket = createClient({ url: `${url.replace(/^http/, 'ws')}/graphql`, webSocketImpl: Socket, retryAttempts: 0, lazy: true });
    const settle = (verdict: string, heard: unknown) => {
      resolve({ verdict, text: JSON.stringify(heard) });
      void socket.dispose();
    };
    const refused = (heard: unknown): string => {
      const errors = Array.isArray(heard) ? (heard as GraphqlError[]) : [];
      // The socket itself was closed: nobody with an active session.
      return errors[0]?.extensions.code ?? ((heard as { code?: number }).code === 4403 ? 'UNAUTHENTICATED' : 'CLOSED');
    };
    socket.subscribe(
      { query, variables },
      {
        next: (result) => settle(result.errors ? refused(result.errors) : 'DATA', result),
        error: (error) => settle(refused(error), error),
        complete: () => settle('COMPLETED', null),
      },
    );
    const later = { query: 'subscription ($patientId: ID!) { patientRevised(patientId: $patientId) { revision } }' };
    const probe = (left: number): void => {
      const refusedToo = (heard: unknown) => (left > 1 ? probe(left - 1) : settle('DATA', heard));
      socket.subscribe({ ...later, variables: { patientId: randomUUID() } }, { next: refusedToo, error: () => refusedToo(null), complete: () => undefined });
    };
    probe(5);
  });
}
