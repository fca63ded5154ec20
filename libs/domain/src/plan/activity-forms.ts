import type { ActivityDetailName } from './activity-details.ts';

/**
 * Which details an activity of each kind has, in the order in which its form asks for them. The kind follows from the catalogue's item:
 * complementary treatments, neuromodulation and surgery are shelves of their own, because what must be known about them is their own.
 */
export const ACTIVITY_FORMS = {
  medication: ['drug', 'doseAmount', 'doseUnit', 'route', 'timesPerDay', 'asNeeded', 'taper'],
  opioid: ['drug', 'doseAmount', 'doseUnit', 'route', 'timesPerDay', 'asNeeded', 'taper', 'morphineEquivalent', 'morphineEquivalentSource', 'monitoringCheckedOn', 'agreementOn', 'naloxone'],
  exercise: ['format', 'minutes', 'timesPerWeek', 'sessionsPlanned', 'sessionsDone'],
  psychological: ['format', 'minutes', 'sessionsPlanned', 'sessionsDone'],
  lifestyle: ['minutes', 'timesPerWeek', 'timesPerDay', 'hoursPerNight', 'weightPercent', 'startWeight'],
  complementary: ['site', 'side', 'minutes', 'sessionsPlanned', 'sessionsDone'],
  procedure: [
    'site', 'side', 'imageGuidance', 'anaesthetic', 'steroid', 'steroidDose', 'supervisor', 'sessionsPlanned', 'sessionsDone', 'doneOn',
    'reliefAt2Weeks', 'reliefAt4Weeks', 'reliefAt8Weeks', 'reliefAt12Weeks', 'reliefDays',
  ],
  infusion: [
    'supervisor', 'doseAmount', 'doseUnit', 'minutes', 'monitoring', 'sessionsPlanned', 'sessionsDone', 'doneOn',
    'reliefAt2Weeks', 'reliefAt4Weeks', 'reliefAt8Weeks', 'reliefAt12Weeks', 'reliefDays',
  ],
  neuromodulation: ['stage', 'site', 'side', 'sessionsPlanned', 'sessionsDone', 'doneOn', 'deviceModel', 'deviceSerial', 'deviceCardSeen', 'reliefAt2Weeks', 'reliefAt4Weeks', 'reliefAt8Weeks', 'reliefAt12Weeks'],
  surgery: ['cordOrRootAtRisk', 'severeDeformity', 'refractoryPain', 'candidacy', 'site', 'side', 'approach', 'setting', 'doneOn', 'finding'],
  education: ['topic', 'format', 'minutes', 'sessionsPlanned', 'sessionsDone'],
  support: ['withWhom', 'format', 'timesPerWeek', 'consentOn'],
  device: ['item', 'site', 'side', 'minutes', 'timesPerDay', 'doneOn'],
  assessment: ['doneOn', 'finding'],
  review: ['doneOn', 'finding'],
  referral: ['referredTo', 'urgency', 'doneOn', 'finding'],
} as const satisfies Readonly<Record<string, readonly ActivityDetailName[]>>;

export type ActivityForm = keyof typeof ACTIVITY_FORMS;

/** What every kind has: what it is measured by. The rest of a trial is written by its commands. */
export const COMMON_DETAILS = ['measure'] as const satisfies readonly ActivityDetailName[];
/** Written when a trial is reviewed or ends, never typed into its form. */
export const TRIAL_DETAILS = ['decision', 'decidedOn', 'decisionReason', 'outcome'] as const satisfies readonly ActivityDetailName[];

export const detailsOfForm = (form: ActivityForm): readonly ActivityDetailName[] => [...ACTIVITY_FORMS[form], ...COMMON_DETAILS];
