import type { ValueKind } from '../record/registry.ts';
import type { Day } from '../text/day.ts';

/**
 * Everything that an activity of some kind says beyond what all activities say (who, when, why). One table, so that the record, the rules, the
 * API and the form agree: a new line here is a field of the history, of the input and of the form of every kind that names it in
 * `ACTIVITY_FORMS`. The name, once written into a history, never changes its meaning.
 *
 * - `group`: fields of one group are one order; two people's changes to it always conflict.
 * - `min`, `max`: the range of a number, both inclusive; `above`: exclusive.
 */
export interface DetailSpec {
  readonly type: 'text' | 'number' | 'count' | 'code' | 'date' | 'person' | 'yes-no' | 'site' | 'measure' | 'steps';
  readonly group: string;
  readonly words: string;
  readonly codes?: readonly string[];
  readonly above?: number;
  readonly min?: number;
  readonly max?: number;
}

type Range = Pick<DetailSpec, 'above' | 'min' | 'max'>;
const text = (group: string, words: string) => ({ type: 'text', group, words }) as const satisfies DetailSpec;
const date = (group: string, words: string) => ({ type: 'date', group, words }) as const satisfies DetailSpec;
const yesNo = (group: string, words: string) => ({ type: 'yes-no', group, words }) as const satisfies DetailSpec;
const number = (group: string, words: string, range: Range) => ({ type: 'number', group, words, ...range }) as const satisfies DetailSpec;
const count = (group: string, words: string, range: Range) => ({ type: 'count', group, words, ...range }) as const satisfies DetailSpec;
const code = <const C extends readonly string[]>(group: string, words: string, ...codes: C) => ({ type: 'code', group, words, codes }) as const satisfies DetailSpec;

const PERCENT = { min: 0, max: 100 };

export const ACTIVITY_DETAILS = {
  // What is given, how much and how often: one order.
  drug: text('order', 'Drug'),
  doseAmount: number('order', 'Amount', { above: 0, max: 100_000 }),
  doseUnit: text('order', 'Unit'),
  route: code('order', 'Route', 'oral', 'sublingual', 'topical', 'transdermal', 'intramuscular', 'subcutaneous', 'intravenous'),
  timesPerDay: number('order', 'Times a day', { above: 0, max: 24 }),
  asNeeded: yesNo('order', 'Only as needed'),
  taper: { type: 'steps', group: 'order', words: 'Taper' },
  minutes: number('order', 'Minutes', { above: 0, max: 1_440 }),
  timesPerWeek: number('order', 'Times a week', { above: 0, max: 50 }),
  hoursPerNight: number('order', 'Hours a night', { above: 0, max: 24 }),
  weightPercent: number('order', 'Weight to lose, percent', { above: 0, max: 30 }),
  startWeight: number('order', 'Weight at the start, kg', { min: 20, max: 400 }),
  format: code('order', 'How', 'individual', 'group', 'online', 'at-home', 'self-guided'),
  sessionsPlanned: count('order', 'Sessions planned', { min: 1, max: 200 }),
  sessionsDone: count('sessions', 'Sessions done', { min: 0, max: 200 }),

  // Where, with what, under whose eyes.
  site: { type: 'site', group: 'order', words: 'Site' },
  side: code('order', 'Side', 'left', 'right', 'both'),
  imageGuidance: code('order', 'Image guidance', 'none', 'ultrasound', 'fluoroscopy', 'ct'),
  anaesthetic: text('order', 'Local anaesthetic'),
  steroid: text('order', 'Steroid'),
  steroidDose: number('order', 'Steroid, mg', { above: 0, max: 1_000 }),
  supervisor: { type: 'person', group: 'order', words: 'Supervisor' },
  monitoring: text('order', 'Monitoring'),
  doneOn: date('done', 'Done on'),

  // The response curve, one measurement each: who records two weeks does not wait for who records four.
  reliefAt2Weeks: number('reliefAt2Weeks', 'Relief at 2 weeks, percent', PERCENT),
  reliefAt4Weeks: number('reliefAt4Weeks', 'Relief at 4 weeks, percent', PERCENT),
  reliefAt8Weeks: number('reliefAt8Weeks', 'Relief at 8 weeks, percent', PERCENT),
  reliefAt12Weeks: number('reliefAt12Weeks', 'Relief at 12 weeks, percent', PERCENT),
  reliefDays: count('reliefDays', 'Days of relief', { min: 0, max: 3_650 }),

  // What an opioid carries.
  monitoringCheckedOn: date('monitoring-programme', 'Prescription monitoring programme checked on'),
  agreementOn: date('agreement', 'Opioid agreement signed on'),
  naloxone: code('naloxone', 'Naloxone', 'at-hand', 'prescribed', 'declined'),
  morphineEquivalent: number('morphine-equivalent', 'Morphine equivalent, mg a day', { min: 0, max: 10_000 }),
  morphineEquivalentSource: text('morphine-equivalent', 'Source of the morphine equivalent'),

  // Stimulators and surgery.
  stage: code('stage', 'Stage', 'evaluation', 'trial', 'implant'),
  deviceModel: text('device', 'Model'),
  deviceSerial: text('device', 'Serial number'),
  deviceCardSeen: yesNo('device', 'Device card seen'),
  cordOrRootAtRisk: yesNo('criteria', 'Spinal cord or nerve root at risk'),
  severeDeformity: yesNo('criteria', 'Severe deformity present or likely'),
  refractoryPain: yesNo('criteria', 'Debilitating pain that nothing else controls'),
  candidacy: code('candidacy', 'Candidacy', 'not-evaluated', 'candidate', 'not-a-candidate'),
  approach: code('order', 'Approach', 'open', 'minimally-invasive'),
  setting: code('order', 'Setting', 'outpatient', 'inpatient'),

  // With whom, about what, to whom.
  withWhom: text('order', 'With whom'),
  consentOn: date('consent', 'Patient consented on'),
  topic: text('order', 'What about'),
  item: text('order', 'What exactly'),
  finding: text('finding', 'Finding'),
  referredTo: text('order', 'Referred to'),
  urgency: code('order', 'Urgency', 'routine', 'soon', 'urgent', 'emergency'),

  // Every activity is a trial: what it is measured by, what was decided, how it went.
  measure: { type: 'measure', group: 'measure', words: 'Measured by' },
  decision: code('decision', 'Decision', 'keep', 'change', 'stop'),
  decidedOn: date('decision', 'Decided on'),
  decisionReason: text('decision', 'Why it was decided'),
  outcome: code('status', 'Outcome', 'effective', 'partial', 'none', 'not-tolerated', 'declined'),
} as const satisfies Readonly<Record<string, DetailSpec>>;

export type ActivityDetailName = keyof typeof ACTIVITY_DETAILS;
export const ACTIVITY_DETAIL_NAMES = Object.keys(ACTIVITY_DETAILS) as ActivityDetailName[];

interface DetailValues {
  text: string;
  number: number;
  count: number;
  code: string;
  date: Day;
  /** A person's id. */
  person: string;
  'yes-no': boolean;
  /** An id of the catalogue's body sites. */
  site: string;
  /** An id of the catalogue's measures. */
  measure: string;
  /** `2026-12-01 30 × 2`: from that day on 30 (in the order's unit) twice a day. */
  steps: readonly string[];
}
type DetailValue<Spec extends { readonly type: keyof DetailValues }> = Spec extends { readonly type: 'code'; readonly codes: readonly (infer Code)[] } ? Code : DetailValues[Spec['type']];
export type ActivityDetails = { readonly [Name in ActivityDetailName]?: DetailValue<(typeof ACTIVITY_DETAILS)[Name]> };
/** Absent: leave. Null: clear. */
export type ActivityDetailsPatch = { readonly [Name in ActivityDetailName]?: ActivityDetails[Name] | null };

export const detailSpec = (name: ActivityDetailName): DetailSpec => ACTIVITY_DETAILS[name];

const VALUE_KINDS: Readonly<Record<DetailSpec['type'], ValueKind>> = {
  text: 'text', number: 'number', count: 'number', code: 'code', date: 'date', person: 'person', 'yes-no': 'boolean', site: 'catalogue', measure: 'catalogue', steps: 'text',
};
/** How the history says a detail's value. */
export const detailValueKind = (spec: DetailSpec): ValueKind => VALUE_KINDS[spec.type];

/** One step of a taper. */
export interface TaperStep {
  readonly from: Day;
  readonly amount: number;
  readonly timesPerDay: number;
}

const STEP = /^(\d{4}-\d{2}-\d{2}) (\d+(?:\.\d+)?) × (\d+(?:\.\d+)?)$/;
export const writeTaperStep = ({ from, amount, timesPerDay }: TaperStep): string => `${from} ${amount} × ${timesPerDay}`;
/** Null for what is no step. */
export function readTaperStep(step: string): TaperStep | null {
  const [, from, amount, times] = STEP.exec(step) ?? [];
  return from && amount && times ? { from, amount: Number(amount), timesPerDay: Number(times) } : null;
}

/** What stands after a patch; what was cleared is absent. */
export function patchedDetails(before: ActivityDetails, patch: ActivityDetailsPatch): ActivityDetails {
  return Object.fromEntries(Object.entries({ ...before, ...patch }).filter(([, value]) => value !== null && value !== undefined));
}
