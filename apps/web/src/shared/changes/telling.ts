import type { EntityName, FieldName } from '@plexus/domain';

/**
 * How a change of a field is told:
 *
 * - `value`: the field's name, before → after.
 * - `prose`: a text that people wrote, with its words taken out and put in.
 * - `order`: in one line with the other fields of its order: "30 → 60 mg once a day".
 * - `own`: in a sentence of its own, `change.<entity>.<field>` of the catalogue.
 * - `state`: in a sentence for what it became, `change.<entity>.<field>.<value>`.
 * - `with …`: in the sentence of that field, when that changed too.
 * - `beside`: it follows from whatever else changed of the thing, and says nothing beside it.
 */
export type Telling = 'value' | 'prose' | 'order' | 'own' | 'state' | 'beside' | `with ${string}`;

/** Every field of the record. One that is missing does not compile. */
export const TELLINGS: { readonly [E in EntityName]: Readonly<Record<FieldName<E>, Telling>> } = {
  patient: {
    mrn: 'value', givenName: 'value', familyName: 'value', preferredName: 'value', birthDate: 'value', sex: 'value', pronouns: 'value', phone: 'value', email: 'value',
    address: 'prose', language: 'value', interpreterNeeded: 'value', accessNeeds: 'prose', allergyStatus: 'value', deviceAnswer: 'value',
  },
  problem: { catalogueId: 'value', since: 'value', note: 'prose', status: 'state' },
  allergy: { substance: 'value', reaction: 'prose', severity: 'value', status: 'state' },
  symptom: {
    code: 'value', words: 'prose', places: 'value', patterns: 'value', patternWords: 'prose', severity: 'value', since: 'value', resolvedOn: 'value', note: 'prose', status: 'state',
  },
  'risk-factor': { code: 'value', words: 'prose', since: 'value', note: 'prose', status: 'state' },
  'red-flag-screen': {
    form: 'value', signedBy: 'value', signedAt: 'value', yes: 'value', details: 'prose', no: 'value', notAsked: 'value', decision: 'state', decisionReason: 'with decision', decidedBy: 'with decision', status: 'state',
  },
  'named-substance': { substance: 'value', answer: 'value', answeredOn: 'with answer', answeredBy: 'with answer' },
  medicine: {
    drug: 'order', doseAmount: 'order', doseUnit: 'order', route: 'order', timesPerDay: 'order', asNeeded: 'order', since: 'value', until: 'with status', kind: 'value', source: 'value',
    prescriber: 'value', note: 'prose', monitoringCheckedOn: 'value', agreementOn: 'value', hasNaloxone: 'value', morphineEquivalent: 'value', morphineEquivalentSource: 'with morphineEquivalent', status: 'state',
  },
  reconciliation: { by: 'value', on: 'value', asOf: 'value' },
  device: {
    kind: 'value', maker: 'value', model: 'value', serial: 'value', site: 'value', side: 'value', implantedOn: 'value', cardSeenOn: 'value', cardSeenBy: 'with cardSeenOn', mriCondition: 'value',
    mriTerms: 'prose', followedBy: 'value', note: 'prose', status: 'state', removedOn: 'with status', removedBecause: 'with status',
  },
  consent: {
    kind: 'value', partyName: 'value', partyRelation: 'value', scope: 'prose', givenOn: 'value', givenBy: 'value', representative: 'value', how: 'value', validFrom: 'value', validTo: 'value', note: 'prose',
    status: 'state', withdrawnOn: 'with status', withdrawnBy: 'with status', withdrawnRepresentative: 'with status', withdrawnHow: 'with status',
  },
  contact: { kind: 'value', openedBy: 'value', openedAt: 'value', closedAt: 'own' },
  'team-member': { person: 'value', discipline: 'value', role: 'own', validFrom: 'value', validTo: 'own', reason: 'prose', endReason: 'with validTo' },
  'stand-in': { member: 'value', person: 'value', validFrom: 'value', validTo: 'own', reason: 'prose' },
  plan: { title: 'prose', summary: 'prose', status: 'state', reviewDate: 'own', agreedMessage: 'prose', agreedOn: 'with agreedMessage' },
  agreement: { discipline: 'value', answer: 'value', reason: 'prose', planVersion: 'value', person: 'value', answeredOn: 'value' },
  dissent: { person: 'value', message: 'prose', reason: 'prose', status: 'state' },
  goal: {
    words: 'prose', restatement: 'prose', scope: 'value', domain: 'value', status: 'state', achievement: 'value', owner: 'value', participants: 'value',
    targetMeasure: 'order', targetBaseline: 'order', targetValue: 'order', targetUnit: 'order', targetDate: 'order', startedOn: 'with status', endedOn: 'with status', endReason: 'with status',
    scaleMinus2: 'prose', scaleMinus1: 'prose', scaleZero: 'prose', scalePlus1: 'prose', scalePlus2: 'prose',
  },
  'goal-rating': { goal: 'value', rater: 'value', level: 'value', words: 'prose', ratedOn: 'value', note: 'prose', recordedBy: 'value', status: 'state' },
  activity: {
    catalogueId: 'value', discipline: 'value', owner: 'value', goals: 'value', doseText: 'own', reason: 'prose', startsOn: 'value', nextStep: 'prose', reviewOn: 'own', endsOn: 'own',
    status: 'state', statusReason: 'with status',
    drug: 'order', doseAmount: 'order', doseUnit: 'order', route: 'order', timesPerDay: 'order', asNeeded: 'order', taper: 'order', minutes: 'order', timesPerWeek: 'order', hoursPerNight: 'order',
    weightPercent: 'order', startWeight: 'order', format: 'order', sessionsPlanned: 'order', sessionsDone: 'value', site: 'order', side: 'order', imageGuidance: 'order', anaesthetic: 'order',
    steroid: 'order', steroidDose: 'order', supervisor: 'order', monitoring: 'order', doneOn: 'own', reliefAt2Weeks: 'value', reliefAt4Weeks: 'value', reliefAt8Weeks: 'value',
    reliefAt12Weeks: 'value', reliefDays: 'value', monitoringCheckedOn: 'value', agreementOn: 'value', naloxone: 'value', morphineEquivalent: 'value',
    morphineEquivalentSource: 'with morphineEquivalent', stage: 'value', deviceModel: 'value', deviceSerial: 'value', deviceCardSeen: 'value', cordOrRootAtRisk: 'value', severeDeformity: 'value',
    refractoryPain: 'value', candidacy: 'value', approach: 'order', setting: 'order', withWhom: 'order', consentOn: 'value', topic: 'order', item: 'order', finding: 'prose', referredTo: 'order',
    urgency: 'order', measure: 'value', decision: 'state', decidedOn: 'with decision', decisionReason: 'with decision', outcome: 'value',
  },
  'follow-up': {
    what: 'prose', why: 'prose', shape: 'value', kind: 'value', priority: 'value', sourceKind: 'value', sourceId: 'value', askedBy: 'value', owner: 'value', pool: 'value', outsideParty: 'value',
    documentsSent: 'prose', dueOn: 'own', dueTime: 'value', dueZone: 'value', state: 'state', stateReason: 'with state', outcome: 'with state', appointmentOn: 'own', appointmentTime: 'value', courtSince: 'beside',
    snoozedUntil: 'own', everyWeeks: 'value', recursUntil: 'value', watchers: 'value', checklist: 'prose', checklistDone: 'value',
  },
  'follow-up-entry': { followUp: 'value', kind: 'value', text: 'prose', callResult: 'value', nextTryOn: 'value', person: 'value', at: 'value' },
  'follow-up-attachment': { followUp: 'value', name: 'value', mediaType: 'value', size: 'value', sha256: 'value', by: 'value', at: 'value', status: 'state' },
};

/** What a new thing is told with in its first line; the rest of it is there to open. An order is said as one. */
export const HEADLINES: Readonly<Partial<Record<EntityName, readonly string[]>>> = {
  allergy: ['reaction', 'severity'],
  symptom: ['places', 'severity'],
  'red-flag-screen': ['yes'],
  'named-substance': ['answer'],
  device: ['mriCondition'],
  consent: ['partyName', 'validFrom', 'validTo'],
  contact: ['kind'],
  'team-member': ['discipline', 'role'],
  'stand-in': ['validFrom', 'validTo'],
  agreement: ['answer', 'reason'],
  dissent: ['reason'],
  'goal-rating': ['level', 'words'],
  activity: ['doseText'],
  'follow-up': ['owner', 'pool', 'dueOn'],
  'follow-up-entry': ['callResult', 'text'],
  'follow-up-attachment': ['name'],
};

export const tellingOf = (entity: string, field: string): Telling => (TELLINGS as Readonly<Record<string, Readonly<Record<string, Telling>>>>)[entity]?.[field] ?? 'value';
