import { describe, expect, it } from '@jest/globals';
import { type EntityName, REGISTRY, RENAMES, type Rename, SHAPE, currentName, entitySpec, fieldSpec, isEntityName } from './registry.ts';

const ENTITIES = Object.keys(REGISTRY) as EntityName[];
const FIELDS = ENTITIES.flatMap((entity) => Object.entries(entitySpec(entity).fields).map(([name, spec]) => ({ entity, name, spec })));

/** The groups of more than one field, written by hand: what forms one order, one statement or one arrangement. */
const TOGETHER: Record<EntityName, Record<string, readonly string[]>> = {
  'patient': { name: ['givenName', 'familyName'] },
  'problem': { problem: ['catalogueId', 'since'] },
  'allergy': { allergy: ['substance', 'reaction', 'severity', 'status'] },
  'symptom': { symptom: ['code', 'words'], pattern: ['patterns', 'patternWords'], period: ['since', 'resolvedOn'] },
  'risk-factor': { factor: ['code', 'words'] },
  'red-flag-screen': { sheet: ['form', 'signedBy', 'signedAt', 'yes', 'details', 'no', 'notAsked'], decision: ['decision', 'decisionReason', 'decidedBy'] },
  'named-substance': { answer: ['substance', 'answer', 'answeredOn', 'answeredBy'] },
  'medicine': {
    order: ['drug', 'doseAmount', 'doseUnit', 'route', 'timesPerDay', 'asNeeded'], period: ['since', 'until'], source: ['source', 'prescriber'],
    morphine: ['morphineEquivalent', 'morphineEquivalentSource'],
  },
  'reconciliation': { reconciliation: ['by', 'on', 'asOf'] },
  'device': { device: ['kind', 'maker', 'model', 'serial'], place: ['site', 'side'], card: ['cardSeenOn', 'cardSeenBy'], mri: ['mriCondition', 'mriTerms'], status: ['status', 'removedOn', 'removedBecause'] },
  'consent': {
    consent: ['kind', 'partyName', 'partyRelation', 'scope'], giving: ['givenOn', 'givenBy', 'representative', 'how'], period: ['validFrom', 'validTo'],
    status: ['status', 'withdrawnOn', 'withdrawnBy', 'withdrawnRepresentative', 'withdrawnHow'],
  },
  'contact': { opening: ['openedBy', 'openedAt'] },
  'team-member': { person: ['person', 'discipline'], period: ['validFrom', 'validTo', 'endReason'] },
  'stand-in': { person: ['member', 'person'], period: ['validFrom', 'validTo'] },
  'plan': { agreedMessage: ['agreedMessage', 'agreedOn'] },
  'agreement': { agreement: ['discipline', 'answer', 'reason', 'planVersion', 'person', 'answeredOn'] },
  'dissent': { dissent: ['person', 'message', 'reason', 'status'] },
  'goal': { status: ['status', 'startedOn', 'endedOn', 'endReason'], target: ['targetMeasure', 'targetBaseline', 'targetValue', 'targetUnit', 'targetDate'], scale: ['scaleMinus2', 'scaleMinus1', 'scaleZero', 'scalePlus1', 'scalePlus2'] },
  'goal-rating': { rating: ['goal', 'rater', 'level', 'words', 'ratedOn', 'note', 'recordedBy'] },
  'activity': {
    order: [
      'catalogueId', 'doseText', 'reason', 'drug', 'doseAmount', 'doseUnit', 'route', 'timesPerDay', 'asNeeded', 'taper', 'minutes', 'timesPerWeek', 'hoursPerNight', 'weightPercent', 'startWeight',
      'format', 'sessionsPlanned', 'site', 'side', 'imageGuidance', 'anaesthetic', 'steroid', 'steroidDose', 'supervisor', 'monitoring', 'approach', 'setting', 'withWhom', 'topic', 'item', 'referredTo', 'urgency',
    ],
    period: ['startsOn', 'endsOn'],
    status: ['status', 'statusReason', 'outcome'],
    'morphine-equivalent': ['morphineEquivalent', 'morphineEquivalentSource'],
    device: ['deviceModel', 'deviceSerial', 'deviceCardSeen'],
    criteria: ['cordOrRootAtRisk', 'severeDeformity', 'refractoryPain'],
    decision: ['decision', 'decidedOn', 'decisionReason'],
  },
  'follow-up': {
    source: ['sourceKind', 'sourceId'], owner: ['owner', 'pool'], due: ['dueOn', 'dueTime', 'dueZone'], state: ['state', 'stateReason', 'outcome', 'appointmentOn', 'appointmentTime'],
    recurrence: ['everyWeeks', 'recursUntil'], checklist: ['checklist', 'checklistDone'],
  },
  'follow-up-entry': { entry: ['followUp', 'kind', 'text', 'callResult', 'nextTryOn', 'person', 'at'] },
  'follow-up-attachment': { attachment: ['followUp', 'name', 'mediaType', 'size', 'sha256', 'by', 'at'] },
};

describe('the field registry', () => {
  it.each(ENTITIES)('keeps together what belongs together in a %s', (entity) => {
    const groups = new Map<string, string[]>();
    for (const { name, spec } of FIELDS.filter((field) => field.entity === entity)) groups.set(spec.group, [...(groups.get(spec.group) ?? []), name]);
    const several = Object.fromEntries([...groups].filter(([, names]) => names.length > 1));
    expect(several).toEqual(TOGETHER[entity]);
  });

  it('entangles a stop with the order, the days and the review it stops, the end of a goal with its target, a device with what its card allows, a consent with its days, a follow-up’s state with who has it, and an entry in error with what it takes away', () => {
    const entangled = ENTITIES.flatMap((entity) => (entitySpec(entity).entangled ?? []).map((pair) => [entity, ...pair]));
    expect(entangled).toEqual([
      ['symptom', 'status', 'symptom'],
      ['symptom', 'status', 'places'],
      ['symptom', 'status', 'severity'],
      ['symptom', 'status', 'period'],
      ['red-flag-screen', 'status', 'decision'],
      ['medicine', 'status', 'order'],
      ['medicine', 'status', 'period'],
      ['device', 'device', 'place'],
      ['device', 'device', 'mri'],
      ['device', 'status', 'device'],
      ['device', 'status', 'mri'],
      ['consent', 'consent', 'period'],
      ['goal', 'status', 'target'],
      ['activity', 'status', 'order'],
      ['activity', 'status', 'period'],
      ['activity', 'status', 'decision'],
      ['follow-up', 'state', 'owner'],
    ]);
    const exists = (entity: string, group: string) => FIELDS.some((field) => field.entity === entity && field.spec.group === group);
    expect(entangled.filter(([entity, a, b]) => !exists(entity!, a!) || !exists(entity!, b!) || a === b)).toEqual([]);
  });

  it('makes new versions of the plan by what is agreed in it, and by nothing else', () => {
    const versioned = FIELDS.filter(({ spec }) => spec.plan).map(({ entity }) => entity);
    expect(new Set(versioned)).toEqual(new Set(['plan', 'goal', 'activity']));
    const unversioned = FIELDS.filter(({ entity, spec }) => ['plan', 'goal', 'activity'].includes(entity) && !spec.plan);
    expect(unversioned.map(({ entity, name }) => `${entity}.${name}`)).toEqual([
      'goal.achievement', 'activity.sessionsDone', 'activity.doneOn', 'activity.reliefAt2Weeks', 'activity.reliefAt4Weeks', 'activity.reliefAt8Weeks', 'activity.reliefAt12Weeks', 'activity.reliefDays',
      'activity.monitoringCheckedOn', 'activity.agreementOn', 'activity.naloxone', 'activity.morphineEquivalent', 'activity.morphineEquivalentSource', 'activity.deviceModel', 'activity.deviceSerial',
      'activity.deviceCardSeen', 'activity.consentOn', 'activity.finding',
    ]);
  });

  it('shows peer mentors who the patient is, the team and the plan, and nothing else', () => {
    const shown = FIELDS.filter(({ spec }) => spec.audience === 'team').map(({ entity, name }) => (entity === 'patient' ? `patient.${name}` : entity));
    expect([...new Set(shown)]).toEqual([
      'patient.mrn', 'patient.givenName', 'patient.familyName', 'patient.preferredName', 'patient.birthDate', 'patient.sex', 'patient.pronouns',
      'patient.language', 'patient.interpreterNeeded', 'patient.accessNeeds', 'team-member', 'stand-in', 'plan', 'goal', 'activity',
    ]);
    const mixed = ENTITIES.filter((entity) => entity !== 'patient' && new Set(FIELDS.filter((field) => field.entity === entity).map(({ spec }) => spec.audience)).size > 1);
    expect(mixed).toEqual([]);
  });

  it('has words for every field, different ones within an entity', () => {
    expect(FIELDS.filter(({ spec }) => spec.words.trim() === '')).toEqual([]);
    for (const entity of ENTITIES) {
      const words = FIELDS.filter((field) => field.entity === entity).map(({ spec }) => spec.words);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  it.each(['toString', '__proto__', 'constructor', 'doseTxt', ''])('does not take %j for a field or an entity', (name) => {
    expect(() => fieldSpec('activity', name)).toThrow(`no field activity.${name}`);
    expect(isEntityName(name)).toBe(false);
  });

  it('knows its own', () => {
    expect(ENTITIES.filter((entity) => !isEntityName(entity))).toEqual([]);
    expect(fieldSpec('activity', 'doseText')).toEqual({ group: 'order', kind: 'text', plan: true, audience: 'team', words: 'Dose in words' });
  });
});

describe('renames', () => {
  it('raise the shape by one each time', () => {
    expect(SHAPE).toBe(1 + new Set(RENAMES.map((rename) => rename.shape)).size);
  });

  it('are listed oldest first, lead to a field of today, and give no old name away again', () => {
    const shapes = RENAMES.map((rename) => rename.shape);
    expect(shapes).toEqual([...shapes].sort((a, b) => a - b));
    for (const { entity, from, shape } of RENAMES) {
      expect(shape).toBeGreaterThan(1);
      expect(Object.keys(entitySpec(entity).fields)).toContain(currentName(entity, from, shape - 1));
      expect(Object.keys(entitySpec(entity).fields)).not.toContain(from);
    }
  });

  it('leave the names of today alone', () => {
    expect(FIELDS.filter(({ entity, name }) => currentName(entity, name, SHAPE) !== name)).toEqual([]);
  });

  describe('of a field that was `dose`, then `doseWords`, then `doseText`', () => {
    const planted: readonly Rename[] = [
      { shape: 2, entity: 'activity', from: 'dose', to: 'doseWords' },
      { shape: 2, entity: 'goal', from: 'text', to: 'words' },
      { shape: 3, entity: 'activity', from: 'doseWords', to: 'doseText' },
      // A name that was given up in shape 2 comes back for something else in shape 4.
      { shape: 4, entity: 'activity', from: 'amount', to: 'dose' },
    ];
    it.each<[EntityName, string, number, string]>([
      ['activity', 'dose', 1, 'doseText'],
      ['activity', 'doseWords', 2, 'doseText'],
      ['activity', 'doseText', 3, 'doseText'],
      ['activity', 'amount', 1, 'dose'],
      ['activity', 'amount', 3, 'dose'],
      ['activity', 'dose', 4, 'dose'],
      ['activity', 'amount', 4, 'amount'],
      ['goal', 'text', 1, 'words'],
      ['goal', 'words', 2, 'words'],
      ['goal', 'dose', 1, 'dose'],
      ['activity', 'text', 1, 'text'],
      ['activity', 'reason', 1, 'reason'],
    ])('%s.%s in shape %d is %s today', (entity, name, shape, today) => {
      expect(currentName(entity, name, shape, planted)).toBe(today);
    });
  });
});
