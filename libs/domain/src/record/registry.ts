import { ACTIVITY_DETAILS, type ActivityDetailName, type DetailSpec, detailValueKind } from '../plan/activity-details.ts';

/**
 * Every clinical field that the record keeps, by its stable name (not its column). The name, once written into a history, never changes its
 * meaning: to rename a field, add the old name to RENAMES and raise SHAPE.
 *
 * - `group`: fields that form one order belong to one group; two people's changes to one group are always a conflict.
 * - `plan`: a change of it makes a new version of the plan.
 * - `audience`: `clinical` leaves out peer mentors; row-level security on `change` enforces it.
 */
export const SHAPE = 1;

/** How a value is said in words: `person`, `member` and `goal` are ids of such things, `thing` one of another kind, `code` a word of a closed set, `catalogue` an id of the catalogue. */
export type ValueKind = 'text' | 'date' | 'instant' | 'code' | 'person' | 'member' | 'catalogue' | 'number' | 'boolean' | 'goal' | 'thing';
export type FieldAudience = 'team' | 'clinical';

export interface FieldSpec {
  readonly group: string;
  readonly kind: ValueKind;
  readonly plan: boolean;
  readonly audience: FieldAudience;
  /** What people call it, in English; the web has it in its catalogue as `field.<entity>.<name>`. */
  readonly words: string;
}

export interface EntitySpec {
  readonly fields: Readonly<Record<string, FieldSpec>>;
  /** Groups that conflict with each other as well as with themselves: a stop meets any change of the order it stops. */
  readonly entangled?: readonly (readonly [string, string])[];
}

type Options = Partial<Pick<FieldSpec, 'plan' | 'audience'>>;
const field = (group: string, kind: ValueKind, words: string, options: Options = {}): FieldSpec => ({
  group,
  kind,
  words,
  plan: options.plan ?? false,
  audience: options.audience ?? 'team',
});
const clinical: Options = { audience: 'clinical' };
const plan: Options = { plan: true };

/** What is agreed on; what was done and what came of it (sessions, relief, findings) makes no new version of the plan. */
const AGREED_DETAILS: readonly string[] = ['order', 'stage', 'criteria', 'candidacy', 'measure', 'decision', 'status'];
/** Every detail of an activity is a field of its own, so that two people's changes meet or merge as its groups say. */
const activityDetailFields = Object.fromEntries(
  Object.entries<DetailSpec>(ACTIVITY_DETAILS).map(([name, spec]) => [name, field(spec.group, detailValueKind(spec), spec.words, { plan: AGREED_DETAILS.includes(spec.group) })]),
) as Record<ActivityDetailName, FieldSpec>;

export const REGISTRY = {
  patient: {
    fields: {
      mrn: field('mrn', 'text', 'MRN'),
      givenName: field('name', 'text', 'Given name'),
      familyName: field('name', 'text', 'Family name'),
      preferredName: field('preferredName', 'text', 'Preferred name'),
      birthDate: field('birthDate', 'date', 'Birth date'),
      sex: field('sex', 'code', 'Sex'),
      pronouns: field('pronouns', 'text', 'Pronouns'),
      phone: field('phone', 'text', 'Phone', clinical),
      email: field('email', 'text', 'E-mail', clinical),
      address: field('address', 'text', 'Address', clinical),
      language: field('language', 'text', 'Language'),
      interpreterNeeded: field('interpreterNeeded', 'boolean', 'Interpreter needed'),
      accessNeeds: field('accessNeeds', 'text', 'Access needs'),
      allergyStatus: field('allergyStatus', 'code', 'Allergies', clinical),
      deviceAnswer: field('deviceAnswer', 'code', 'Implanted devices', clinical),
    },
  },
  problem: {
    fields: {
      catalogueId: field('problem', 'catalogue', 'Problem', clinical),
      since: field('problem', 'date', 'Since', clinical),
      note: field('note', 'text', 'Note', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
  },
  allergy: {
    fields: {
      substance: field('allergy', 'text', 'Substance', clinical),
      reaction: field('allergy', 'text', 'Reaction', clinical),
      severity: field('allergy', 'code', 'Severity', clinical),
      status: field('allergy', 'code', 'Status', clinical),
    },
  },
  symptom: {
    fields: {
      code: field('symptom', 'catalogue', 'Symptom', clinical),
      words: field('symptom', 'text', 'In words', clinical),
      places: field('places', 'catalogue', 'Where', clinical),
      patterns: field('pattern', 'catalogue', 'Pattern', clinical),
      patternWords: field('pattern', 'text', 'Pattern in words', clinical),
      severity: field('severity', 'number', 'Severity', clinical),
      since: field('period', 'date', 'Since', clinical),
      resolvedOn: field('period', 'date', 'Over since', clinical),
      note: field('note', 'text', 'Note', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
    // What was entered in error is no symptom: whatever a colleague wrote of it meanwhile must be seen first.
    entangled: [['status', 'symptom'], ['status', 'places'], ['status', 'severity'], ['status', 'period']],
  },
  'risk-factor': {
    fields: {
      code: field('factor', 'catalogue', 'Risk factor', clinical),
      words: field('factor', 'text', 'In words', clinical),
      since: field('since', 'date', 'Since', clinical),
      note: field('note', 'text', 'Note', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
  },
  // A signed sheet never changes: only what was decided on it, and whether it was entered in error.
  'red-flag-screen': {
    fields: {
      form: field('sheet', 'number', 'Edition of the form', clinical),
      signedBy: field('sheet', 'person', 'Signed by', clinical),
      signedAt: field('sheet', 'instant', 'Signed', clinical),
      yes: field('sheet', 'catalogue', 'Answered yes', clinical),
      details: field('sheet', 'text', 'What was found', clinical),
      no: field('sheet', 'catalogue', 'Answered no', clinical),
      notAsked: field('sheet', 'catalogue', 'Not asked', clinical),
      decision: field('decision', 'code', 'Decision', clinical),
      decisionReason: field('decision', 'text', 'Why', clinical),
      decidedBy: field('decision', 'person', 'Decided by', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
    entangled: [['status', 'decision']],
  },
  'named-substance': {
    fields: {
      substance: field('answer', 'catalogue', 'Substance', clinical),
      answer: field('answer', 'code', 'Answer', clinical),
      answeredOn: field('answer', 'date', 'Answered on', clinical),
      answeredBy: field('answer', 'person', 'Asked by', clinical),
    },
  },
  medicine: {
    fields: {
      // Drug, amount, route and times are one order: 30 → 60 mg and once → twice a day must never merge.
      drug: field('order', 'text', 'Drug', clinical),
      doseAmount: field('order', 'number', 'Dose', clinical),
      doseUnit: field('order', 'code', 'Unit', clinical),
      route: field('order', 'code', 'Route', clinical),
      timesPerDay: field('order', 'number', 'Times a day', clinical),
      asNeeded: field('order', 'boolean', 'As needed', clinical),
      since: field('period', 'date', 'Since', clinical),
      until: field('period', 'date', 'Until', clinical),
      kind: field('kind', 'code', 'Kind', clinical),
      source: field('source', 'code', 'Source', clinical),
      prescriber: field('source', 'text', 'Prescriber', clinical),
      note: field('note', 'text', 'Note', clinical),
      monitoringCheckedOn: field('monitoring', 'date', 'Monitoring programme checked', clinical),
      agreementOn: field('agreement', 'date', 'Opioid agreement', clinical),
      hasNaloxone: field('naloxone', 'boolean', 'Naloxone at home', clinical),
      morphineEquivalent: field('morphine', 'number', 'Morphine equivalent, mg a day', clinical),
      morphineEquivalentSource: field('morphine', 'text', 'Morphine equivalent by', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
    entangled: [
      ['status', 'order'],
      ['status', 'period'],
    ],
  },
  reconciliation: {
    fields: {
      by: field('reconciliation', 'person', 'Reconciled by', clinical),
      on: field('reconciliation', 'date', 'Reconciled on', clinical),
      asOf: field('reconciliation', 'number', 'List as of revision', clinical),
    },
  },
  device: {
    fields: {
      kind: field('device', 'catalogue', 'Device', clinical),
      maker: field('device', 'text', 'Maker', clinical),
      model: field('device', 'text', 'Model', clinical),
      serial: field('device', 'text', 'Serial or lot', clinical),
      site: field('place', 'text', 'Site', clinical),
      side: field('place', 'code', 'Side', clinical),
      implantedOn: field('implantedOn', 'date', 'Implanted', clinical),
      cardSeenOn: field('card', 'date', 'Card seen', clinical),
      cardSeenBy: field('card', 'person', 'Card seen by', clinical),
      mriCondition: field('mri', 'code', 'MRI condition', clinical),
      mriTerms: field('mri', 'text', 'MRI terms', clinical),
      followedBy: field('followedBy', 'text', 'Followed by', clinical),
      note: field('note', 'text', 'Note', clinical),
      status: field('status', 'code', 'Status', clinical),
      removedOn: field('status', 'date', 'Taken out', clinical),
      removedBecause: field('status', 'text', 'Why it was taken out', clinical),
    },
    // The terms on a card are those of one model: another model and other terms must never merge into a third device.
    entangled: [
      ['device', 'place'],
      ['device', 'mri'],
      ['status', 'device'],
      ['status', 'mri'],
    ],
  },
  consent: {
    fields: {
      kind: field('consent', 'catalogue', 'Consent', clinical),
      partyName: field('consent', 'text', 'Whom it is about', clinical),
      partyRelation: field('consent', 'text', 'Relation', clinical),
      scope: field('consent', 'text', 'Scope', clinical),
      givenOn: field('giving', 'date', 'Given on', clinical),
      givenBy: field('giving', 'code', 'Given by', clinical),
      representative: field('giving', 'text', 'Representative', clinical),
      how: field('giving', 'code', 'How', clinical),
      validFrom: field('period', 'date', 'From', clinical),
      validTo: field('period', 'date', 'To', clinical),
      note: field('note', 'text', 'Note', clinical),
      status: field('status', 'code', 'Status', clinical),
      withdrawnOn: field('status', 'date', 'Withdrawn on', clinical),
      withdrawnBy: field('status', 'code', 'Withdrawn by', clinical),
      withdrawnRepresentative: field('status', 'text', 'Withdrawn by representative', clinical),
      withdrawnHow: field('status', 'code', 'How it was withdrawn', clinical),
    },
    entangled: [['consent', 'period']],
  },
  contact: {
    fields: {
      kind: field('kind', 'code', 'Kind of contact', clinical),
      openedBy: field('opening', 'person', 'Opened by', clinical),
      openedAt: field('opening', 'instant', 'Opened', clinical),
      closedAt: field('closing', 'instant', 'Closed', clinical),
    },
  },
  'team-member': {
    fields: {
      person: field('person', 'person', 'Person'),
      discipline: field('person', 'catalogue', 'Discipline'),
      role: field('role', 'code', 'Role'),
      validFrom: field('period', 'date', 'From'),
      validTo: field('period', 'date', 'To'),
      reason: field('reason', 'text', 'Why'),
      endReason: field('period', 'text', 'Why it ended'),
    },
  },
  'stand-in': {
    fields: {
      member: field('person', 'member', 'Stands in for'),
      person: field('person', 'person', 'Person'),
      validFrom: field('period', 'date', 'From'),
      validTo: field('period', 'date', 'To'),
      reason: field('reason', 'text', 'Why'),
    },
  },
  plan: {
    fields: {
      title: field('title', 'text', 'Title', plan),
      summary: field('summary', 'text', 'Summary', plan),
      status: field('status', 'code', 'Status', plan),
      reviewDate: field('reviewDate', 'date', 'Next review', plan),
      agreedMessage: field('agreedMessage', 'text', 'Agreed message', plan),
      agreedOn: field('agreedMessage', 'date', 'Agreed on', plan),
    },
  },
  // Said of a version of the plan: it makes no new one. Each answer stands for itself; the latest of a discipline counts.
  agreement: {
    fields: {
      discipline: field('agreement', 'catalogue', 'Discipline', clinical),
      answer: field('agreement', 'code', 'Answer', clinical),
      reason: field('agreement', 'text', 'Why', clinical),
      planVersion: field('agreement', 'number', 'Version of the plan', clinical),
      person: field('agreement', 'person', 'Answered by', clinical),
      answeredOn: field('agreement', 'date', 'Answered on', clinical),
    },
  },
  // Why a clinician does not agree is a clinician's argument, like the reason of a revision.
  dissent: {
    fields: {
      person: field('dissent', 'person', 'Who disagrees', clinical),
      message: field('dissent', 'text', 'With which message', clinical),
      reason: field('dissent', 'text', 'Why', clinical),
      status: field('dissent', 'code', 'Status', clinical),
    },
  },
  goal: {
    fields: {
      words: field('words', 'text', 'In the patient’s words', plan),
      restatement: field('restatement', 'text', 'Clinical restatement', plan),
      scope: field('scope', 'code', 'Scope', plan),
      domain: field('domain', 'code', 'Domain', plan),
      status: field('status', 'code', 'Status', plan),
      achievement: field('achievement', 'code', 'Achievement'),
      owner: field('owner', 'person', 'Owner', plan),
      participants: field('participants', 'person', 'Participants', plan),
      targetMeasure: field('target', 'catalogue', 'Target measure', plan),
      targetBaseline: field('target', 'number', 'Baseline', plan),
      targetValue: field('target', 'number', 'Target', plan),
      targetUnit: field('target', 'text', 'Unit', plan),
      targetDate: field('target', 'date', 'Target date', plan),
      startedOn: field('status', 'date', 'Started', plan),
      endedOn: field('status', 'date', 'Ended', plan),
      endReason: field('status', 'text', 'Why it ended', plan),
      scaleMinus2: field('scale', 'text', 'Attainment −2', plan),
      scaleMinus1: field('scale', 'text', 'Attainment −1', plan),
      scaleZero: field('scale', 'text', 'Attainment 0', plan),
      scalePlus1: field('scale', 'text', 'Attainment +1', plan),
      scalePlus2: field('scale', 'text', 'Attainment +2', plan),
    },
    entangled: [['status', 'target']],
  },
  // What was observed, not what was agreed: no new version of the plan. The words are those under which it was rated.
  'goal-rating': {
    fields: {
      goal: field('rating', 'goal', 'Goal', clinical),
      rater: field('rating', 'code', 'Rated by', clinical),
      level: field('rating', 'code', 'Attainment', clinical),
      words: field('rating', 'text', 'Which said', clinical),
      ratedOn: field('rating', 'date', 'Rated on', clinical),
      note: field('rating', 'text', 'Note', clinical),
      recordedBy: field('rating', 'person', 'Recorded by', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
  },
  activity: {
    fields: {
      catalogueId: field('order', 'catalogue', 'Activity', plan),
      discipline: field('discipline', 'catalogue', 'Discipline', plan),
      owner: field('owner', 'person', 'Owner', plan),
      goals: field('goals', 'goal', 'Goals it serves', plan),
      // Drug, amount, times and the reason for them are one order: 30 → 60 mg and once → twice a day must never merge.
      doseText: field('order', 'text', 'Dose in words', plan),
      reason: field('order', 'text', 'Reason', plan),
      startsOn: field('period', 'date', 'Starts', plan),
      nextStep: field('nextStep', 'text', 'Next step', plan),
      reviewOn: field('review', 'date', 'Review', plan),
      endsOn: field('period', 'date', 'Ends', plan),
      status: field('status', 'code', 'Status', plan),
      statusReason: field('status', 'text', 'Why it rests or ended', plan),
      ...activityDetailFields,
    },
    entangled: [
      ['status', 'order'],
      ['status', 'period'],
      ['status', 'decision'],
    ],
  },
  // Clinicians read it. What it is about is one thing, when it is due another, who has it a third: two people who change two of them both keep theirs.
  'follow-up': {
    fields: {
      what: field('what', 'text', 'What', clinical),
      why: field('why', 'text', 'Why', clinical),
      shape: field('shape', 'code', 'Task or request', clinical),
      kind: field('kind', 'code', 'Kind', clinical),
      priority: field('priority', 'code', 'Priority', clinical),
      sourceKind: field('source', 'code', 'Kind of source', clinical),
      sourceId: field('source', 'thing', 'Comes from', clinical),
      askedBy: field('asking', 'person', 'Asked by', clinical),
      owner: field('owner', 'person', 'Owner', clinical),
      pool: field('owner', 'catalogue', 'Role', clinical),
      outsideParty: field('outside', 'text', 'Outside party', clinical),
      documentsSent: field('documents', 'text', 'Documents sent', clinical),
      dueOn: field('due', 'date', 'Due', clinical),
      dueTime: field('due', 'text', 'Due at', clinical),
      dueZone: field('due', 'text', 'Time zone', clinical),
      state: field('state', 'code', 'State', clinical),
      stateReason: field('state', 'text', 'Reason', clinical),
      outcome: field('state', 'text', 'Outcome', clinical),
      appointmentOn: field('state', 'date', 'Appointment', clinical),
      appointmentTime: field('state', 'text', 'Appointment at', clinical),
      courtSince: field('court', 'instant', 'With them since', clinical),
      snoozedUntil: field('snooze', 'date', 'Put off until', clinical),
      everyWeeks: field('recurrence', 'number', 'Weeks between', clinical),
      recursUntil: field('recurrence', 'date', 'Repeats until', clinical),
      watchers: field('watchers', 'person', 'Watchers', clinical),
      checklist: field('checklist', 'text', 'Checklist', clinical),
      checklistDone: field('checklist', 'text', 'Ticked off', clinical),
    },
    // Who is asked anew must see what became of it, and the other way round.
    entangled: [['state', 'owner']],
  },
  'follow-up-entry': {
    fields: {
      followUp: field('entry', 'thing', 'Follow-up', clinical),
      kind: field('entry', 'code', 'Kind', clinical),
      text: field('entry', 'text', 'Text', clinical),
      callResult: field('entry', 'code', 'Call', clinical),
      nextTryOn: field('entry', 'date', 'Next try', clinical),
      person: field('entry', 'person', 'By', clinical),
      at: field('entry', 'instant', 'At', clinical),
    },
  },
  // What the file itself says is not on the line: its digest is, so that another file in its place is noticed.
  'follow-up-attachment': {
    fields: {
      followUp: field('attachment', 'thing', 'Follow-up', clinical),
      name: field('attachment', 'text', 'Name', clinical),
      mediaType: field('attachment', 'code', 'Kind of file', clinical),
      size: field('attachment', 'number', 'Size in bytes', clinical),
      sha256: field('attachment', 'text', 'Digest', clinical),
      by: field('attachment', 'person', 'Attached by', clinical),
      at: field('attachment', 'instant', 'Attached at', clinical),
      status: field('status', 'code', 'Status', clinical),
    },
  },
} as const satisfies Record<string, EntitySpec>;

export type EntityName = keyof typeof REGISTRY;
export type FieldName<E extends EntityName> = keyof (typeof REGISTRY)[E]['fields'] & string;

export const isEntityName = (name: string): name is EntityName => Object.hasOwn(REGISTRY, name);
export const entitySpec = (entity: EntityName): EntitySpec => REGISTRY[entity];

export const fieldSpec = (entity: EntityName, name: string): FieldSpec => {
  const { fields } = entitySpec(entity);
  const spec = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!spec) throw new Error(`The field registry has no field ${entity}.${name}: add it to libs/domain/src/record/registry.ts.`);
  return spec;
};

/** The group of a thing whose fields are told as one line: of a dose the amount says nothing without its unit and how often. */
export const ORDER_GROUPS: Partial<Record<EntityName, string>> = { medicine: 'order', activity: 'order', goal: 'target' };
export const isOfOrder = (entity: EntityName, name: string): boolean => ORDER_GROUPS[entity] !== undefined && entitySpec(entity).fields[name]?.group === ORDER_GROUPS[entity];

export interface Rename {
  /** The first shape in which the new name is written. */
  readonly shape: number;
  readonly entity: EntityName;
  readonly from: string;
  readonly to: string;
}
export const RENAMES: readonly Rename[] = [];

/** Today's name of a field that a history row of an older shape carries. */
export const currentName = (entity: EntityName, name: string, shape: number, renames: readonly Rename[] = RENAMES): string =>
  renames.reduce((now, rename) => (rename.entity === entity && rename.shape > shape && rename.from === now ? rename.to : now), name);
