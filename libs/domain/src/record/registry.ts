/**
 * Every clinical field that the record keeps, by its stable name (not its column). The name, once written into a history, never changes its
 * meaning: to rename a field, add the old name to RENAMES and raise SHAPE.
 *
 * - `group`: fields that form one order belong to one group; two people's changes to one group are always a conflict.
 * - `plan`: a change of it makes a new version of the plan.
 * - `audience`: `clinical` leaves out peer mentors; row-level security on `change` enforces it.
 */
export const SHAPE = 1;

/** How a value is said in words: `person`, `member` and `goal` are ids of such things, `code` a word of a closed set, `catalogue` an id of the catalogue. */
export type ValueKind = 'text' | 'date' | 'instant' | 'code' | 'person' | 'member' | 'catalogue' | 'number' | 'boolean' | 'goal';
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
    },
    entangled: [['status', 'target']],
  },
  activity: {
    fields: {
      catalogueId: field('order', 'catalogue', 'Activity', plan),
      discipline: field('discipline', 'catalogue', 'Discipline', plan),
      owner: field('owner', 'person', 'Owner', plan),
      goals: field('goals', 'goal', 'Goals it serves', plan),
      // Drug, amount, times and the reason for them are one order: 30 → 60 mg and once → twice a day must never merge.
      doseText: field('order', 'text', 'Dose', plan),
      reason: field('order', 'text', 'Reason', plan),
      startsOn: field('period', 'date', 'Starts', plan),
      reviewOn: field('review', 'date', 'Review', plan),
      endsOn: field('period', 'date', 'Ends', plan),
      status: field('status', 'code', 'Status', plan),
      statusReason: field('status', 'text', 'Why it rests or ended', plan),
    },
    entangled: [
      ['status', 'order'],
      ['status', 'period'],
    ],
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
