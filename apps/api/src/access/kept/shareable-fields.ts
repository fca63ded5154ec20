import { type DocumentNode, type GraphQLSchema, Kind, TypeInfo, getNamedType, getOperationAST, isCompositeType, visit, visitWithTypeInfo } from 'graphql';

/**
 * Fields whose value is the same for everybody who reaches a patient by the same rights, on one day of the organization, at one revision of the record
 * and one version of the organization. What is not listed is never kept. `revision` of the record moves with every field of these that lies on the line;
 * a person's name and discipline move the organization's version. What belongs to one viewer (their own drafts, what they have seen) must not stand here.
 */
const SHAREABLE: Readonly<Record<string, readonly string[]>> = {
  Query: ['patient'],
  Patient: [
    'id', 'revision', 'planVersion', 'mrn', 'givenName', 'familyName', 'preferredName', 'birthDate', 'age', 'sex', 'pronouns', 'language', 'interpreterNeeded', 'accessNeeds',
    'contactDetails', 'allergyStatus', 'allergies', 'problems', 'contacts', 'medicines', 'namedSubstances', 'reconciliation', 'deviceAnswer', 'devices', 'consents', 'team', 'plan', 'openGoals', 'viewer',
    'symptoms', 'riskFactors', 'redFlagScreens', 'latestRedFlagScreen',
  ],
  // What somebody may do follows from their rights alone, and those are part of the name.
  PatientViewer: ['through', 'teamRole', 'discipline', 'may'],
  ContactDetails: ['phone', 'email', 'address'],
  Allergy: ['id', 'substance', 'reaction', 'severity', 'recordedOn'],
  Medicine: [
    'id', 'revision', 'drug', 'classes', 'isOpioid', 'doseAmount', 'doseUnit', 'route', 'timesPerDay', 'asNeeded', 'since', 'until', 'kind', 'source', 'prescriber', 'note',
    'monitoringCheckedOn', 'agreementOn', 'hasNaloxone', 'morphineEquivalent', 'morphineEquivalentSource', 'status',
  ],
  NamedSubstance: ['id', 'substance', 'answer', 'answeredOn', 'answeredBy'],
  Reconciliation: ['state', 'on', 'by'],
  Problem: ['id', 'catalogueId', 'name', 'since', 'note', 'status'],
  Symptom: ['id', 'code', 'name', 'places', 'patterns', 'patternWords', 'severity', 'since', 'resolvedOn', 'note'],
  BodyPlace: ['id', 'name', 'site', 'side'],
  SymptomPattern: ['id', 'name'],
  RiskFactor: ['id', 'code', 'name', 'since', 'note'],
  RedFlagScreen: ['id', 'signedBy', 'signedAt', 'signedOn', 'result', 'repeatDue', 'yes', 'no', 'notAsked', 'decision', 'decisionReason', 'decidedBy'],
  RedFlagAnswer: ['item', 'name', 'detail', 'result'],
  Device: [
    'id', 'kind', 'name', 'effects', 'maker', 'model', 'serial', 'site', 'side', 'implantedOn', 'cardSeenOn', 'cardSeenBy', 'mriCondition', 'mriTerms', 'followedBy', 'note', 'status',
    'removedOn', 'removedBecause',
  ],
  DeviceEffect: ['treatment', 'says', 'rule', 'sources'],
  // Whether it is in force follows from the day, which is part of the name.
  Consent: [
    'id', 'kind', 'name', 'state', 'partyName', 'partyRelation', 'scope', 'givenOn', 'givenBy', 'representative', 'how', 'validFrom', 'validTo', 'note',
    'withdrawnOn', 'withdrawnBy', 'withdrawnRepresentative', 'withdrawnHow',
  ],
  Contact: ['id', 'kind', 'openedAt', 'closedAt', 'openedBy'],
  TeamMember: ['id', 'discipline', 'role', 'validFrom', 'validTo', 'period', 'reason', 'endReason', 'person', 'standIns'],
  StandIn: ['id', 'validFrom', 'validTo', 'period', 'reason', 'person'],
  Person: ['id', 'name', 'initials', 'discipline'],
  Plan: ['id', 'title', 'summary', 'status', 'transitions', 'reviewDate', 'agreedMessage', 'agreedOn', 'goals', 'activities', 'attainment', 'agreements', 'dissents'],
  PlanAttainment: ['clinician', 'patient', 'source', 'sourceStatus'],
  AttainmentScore: ['value', 'goals'],
  Goal: ['id', 'revision', 'words', 'restatement', 'scope', 'domain', 'status', 'achievement', 'transitions', 'owner', 'participants', 'target', 'startedOn', 'endedOn', 'endReason', 'scale', 'ratings'],
  GoalRating: ['id', 'rater', 'level', 'words', 'ratedOn', 'note', 'recordedBy'],
  // Who is asked follows from the day, which is part of the name.
  DisciplineAgreement: ['discipline', 'isAsked', 'isReview', 'changed', 'last'],
  ChangedPart: ['entity', 'id', 'name'],
  Agreement: ['id', 'answer', 'reason', 'planVersion', 'revision', 'answeredOn', 'person'],
  Dissent: ['id', 'reason', 'at', 'person'],
  GoalTarget: ['measure', 'measureName', 'baseline', 'value', 'unit', 'date'],
  Activity: [
    'id', 'revision', 'catalogueId', 'name', 'discipline', 'column', 'owner', 'status', 'transitions', 'statusReason', 'doseText', 'reason', 'nextStep', 'changedAt', 'startsOn', 'reviewOn', 'endsOn', 'goalIds',
    'form', 'details', 'supervisor',
  ],
};

/** Whether a document is a query for one patient, `$patientId`, of which every field is shareable. */
export function isShareable(schema: GraphQLSchema, document: DocumentNode): boolean {
  const operation = getOperationAST(document);
  if (operation?.operation !== 'query') return false;
  if (operation.variableDefinitions?.map((variable) => variable.variable.name.value).join() !== 'patientId') return false;
  const types = new TypeInfo(schema);
  let isSo = true;
  visit(document, visitWithTypeInfo(types, {
    Field(node) {
      const parent = types.getParentType()?.name ?? '';
      if (node.name.value !== '__typename' && !SHAREABLE[parent]?.includes(node.name.value)) isSo = false;
      // An argument would have to be part of the name; only the patient is.
      const takes = (node.arguments ?? []).filter((argument) => !(parent === 'Query' && argument.name.value === 'patientId' && argument.value.kind === Kind.VARIABLE));
      if (takes.length > 0 || (node.directives ?? []).length > 0) isSo = false;
    },
  }));
  return isSo;
}

/** Fields of the table that the schema does not have, for the test that keeps it honest. */
export const strangersIn = (schema: GraphQLSchema): string[] =>
  Object.entries(SHAREABLE).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    const known = type && isCompositeType(type) && 'getFields' in type ? type.getFields() : {};
    return fields.filter((field) => !known[field]).map((field) => `${name}.${field}`);
  });

/** Composite fields that the table lets through to a type it does not list: their inner fields can never be kept. */
export const deadEndsIn = (schema: GraphQLSchema): string[] =>
  Object.entries(SHAREABLE).flatMap(([name, fields]) => {
    const type = schema.getType(name);
    const known = type && 'getFields' in type ? type.getFields() : {};
    return fields.filter((field) => known[field] && isCompositeType(getNamedType(known[field].type)) && !SHAREABLE[getNamedType(known[field].type).name]).map((field) => `${name}.${field}`);
  });
