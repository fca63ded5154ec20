/** What an item on a plan is, whatever its category: it decides which form and which rules apply. */
export const ACTIVITY_KINDS = {
  medication: 'Medicine',
  exercise: 'Exercise',
  therapy: 'Therapy',
  'self-care': 'Self-care',
  procedure: 'Procedure',
  infusion: 'Infusion',
  device: 'Device',
  surgery: 'Surgery',
  education: 'Education',
  support: 'Support',
  assessment: 'Assessment',
  review: 'Review',
  referral: 'Referral',
} as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** The field's shelves: how treatments are grouped when somebody looks for one. */
export const TREATMENT_CATEGORIES = {
  medication: 'Medicines',
  'physical-therapy-exercise': 'Physical therapy and exercise',
  psychological: 'Psychological therapies',
  lifestyle: 'Lifestyle',
  complementary: 'Complementary therapies',
  'interventional-procedure': 'Injections and blocks',
  infusion: 'Infusions',
  neuromodulation: 'Neuromodulation',
  surgery: 'Surgery',
  'education-support': 'Education and support',
  'adaptive-device': 'Ergonomics and devices',
} as const;
export type TreatmentCategory = keyof typeof TREATMENT_CATEGORIES;

/** Units in which a dose may be written; each treatment names the ones that make sense for it. */
export const DOSE_UNITS = {
  mg: 'milligrams',
  mcg: 'micrograms',
  g: 'grams',
  'mg/kg': 'milligrams per kilogram of body weight',
  mL: 'millilitres',
  IU: 'international units',
  min: 'minutes a session',
  h: 'hours a night',
  days: 'days',
  sessions: 'sessions in the course',
  'sessions/week': 'sessions a week',
  'times/day': 'times a day',
} as const;
export type DoseUnit = keyof typeof DOSE_UNITS;

/** Where the numbers of a course come from. */
export const COURSE_BASES = {
  article: 'stated in a clinic article',
  guideline: 'stated in a guideline, label or payer policy',
  judgement: 'clinic default, not a published threshold; stays configurable',
} as const;
export type CourseBasis = keyof typeof COURSE_BASES;

/** How far a fact was followed back. */
export const SOURCE_STATUSES = {
  'read-in-source': 'read in the source itself',
  'read-elsewhere': 'primary source located, number read elsewhere',
  'not-verified': 'not verified',
} as const;
export type SourceStatus = keyof typeof SOURCE_STATUSES;

/** Code systems whose codes this catalogue carries, with the address that names the system in FHIR. */
export const CODE_SYSTEMS = {
  loinc: { name: 'LOINC', uri: 'http://loinc.org' },
  'snomed-ct-ips': { name: 'SNOMED CT (IPS Free Set)', uri: 'http://snomed.info/sct' },
  rxnorm: { name: 'RxNorm', uri: 'http://www.nlm.nih.gov/research/umls/rxnorm' },
  'icd-10-cm': { name: 'ICD-10-CM', uri: 'http://hl7.org/fhir/sid/icd-10-cm' },
} as const;
export type CodeSystem = keyof typeof CODE_SYSTEMS;

/** A code of a public code system. */
export interface Code {
  readonly system: CodeSystem;
  readonly code: string;
  /** What the code stands for, often in our words: for reading, never sent as the code system's own display. */
  readonly display: string;
  /** False for a code that was only seen second-hand: never sent to another system. */
  readonly verified: boolean;
}
