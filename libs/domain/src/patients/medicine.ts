import { type Result, type RuleViolation, type Violation, refuse, unless, violation } from '../result.ts';
import { type Day, addDays, checkNearDays, checkOrder, checkPastDay } from '../text/day.ts';
import { checkText, checkTexts } from '../text/text.ts';

export const MEDICINE_UNITS = ['mg', 'mcg', 'g', 'ml', 'unit', 'tablet', 'capsule', 'patch', 'drop', 'puff'] as const;
export type MedicineUnit = (typeof MEDICINE_UNITS)[number];
export const MEDICINE_ROUTES = ['oral', 'sublingual', 'topical', 'transdermal', 'nasal', 'inhaled', 'injection', 'rectal', 'other'] as const;
export type MedicineRoute = (typeof MEDICINE_ROUTES)[number];
export const MEDICINE_KINDS = ['prescription', 'over-the-counter', 'supplement'] as const;
export type MedicineKind = (typeof MEDICINE_KINDS)[number];
/** Who said that it is taken. */
export const MEDICINE_SOURCES = ['our-plan', 'other-clinician', 'pharmacy', 'patient'] as const;
export type MedicineSource = (typeof MEDICINE_SOURCES)[number];
export type MedicineStatus = 'active' | 'stopped' | 'entered-in-error';

/** What the patient takes, whoever prescribes it. Null: nobody has said. */
export interface Medicine {
  /** A generic name of the catalogue, or as it was written. */
  readonly drug: string;
  readonly doseAmount: number | null;
  readonly doseUnit: MedicineUnit | null;
  readonly route: MedicineRoute | null;
  /** With `asNeeded`: at most so often. */
  readonly timesPerDay: number | null;
  readonly asNeeded: boolean;
  readonly since: Day | null;
  /** The last day, planned or, of a stopped one, real. */
  readonly until: Day | null;
  readonly kind: MedicineKind;
  readonly source: MedicineSource;
  readonly prescriber: string | null;
  readonly note: string | null;
  /** The four below are asked of opioids only. */
  readonly monitoringCheckedOn: Day | null;
  readonly agreementOn: Day | null;
  readonly hasNaloxone: boolean | null;
  /** Oral morphine equivalent in mg a day, as somebody worked it out. Plexus never computes it. */
  readonly morphineEquivalent: number | null;
  readonly morphineEquivalentSource: string | null;
}

export const OPIOID_FIELDS = ['monitoringCheckedOn', 'agreementOn', 'hasNaloxone', 'morphineEquivalent', 'morphineEquivalentSource'] as const;

const MOST_DOSE = 100_000;
const MOST_TIMES = 24;
const MOST_MORPHINE = 5_000;

const checkNumber = (field: string, value: number | null, most: number): Violation | null =>
  value === null || (value > 0 && value <= most) ? null : violation('NUMBER_OUT_OF_RANGE', 'This must be more than 0 and at most {most}.', field, { most: String(most) });

/** Half a dose can be read as another one: amount and unit stand together or not at all. Absent and null are the same. */
export const checkDoseUnit = (amount: number | null | undefined, unit: string | null | undefined): (Violation | null)[] => [
  amount != null && unit == null ? violation('DOSE_WITHOUT_UNIT', 'Say the unit of the dose.', 'doseUnit') : null,
  unit != null && amount == null ? violation('UNIT_WITHOUT_DOSE', 'Say how much, or leave the unit out.', 'doseAmount') : null,
];

function checkDose({ doseAmount, doseUnit, timesPerDay }: Medicine): (Violation | null)[] {
  return [
    checkNumber('doseAmount', doseAmount, MOST_DOSE),
    ...checkDoseUnit(doseAmount, doseUnit),
    timesPerDay === null || (Number.isInteger(timesPerDay) && timesPerDay >= 1 && timesPerDay <= MOST_TIMES)
      ? null
      : violation('TIMES_OUT_OF_RANGE', 'Times a day are a whole number from 1 to {most}.', 'timesPerDay', { most: String(MOST_TIMES) }),
  ];
}

/** A morphine equivalent is entered, never computed: it stands together with who or what worked it out. Absent and null are the same. */
export const checkEquivalentSource = (value: number | null | undefined, source: string | null | undefined): (Violation | null)[] => [
  value != null && source == null ? violation('SOURCE_REQUIRED', 'Say who or what worked this out.', 'morphineEquivalentSource') : null,
  value == null && source != null ? violation('SOURCE_WITHOUT_VALUE', 'Say the daily morphine equivalent, or leave its source out.', 'morphineEquivalent') : null,
];

function checkOpioid(medicine: Medicine, isOpioid: boolean, today: Day): (Violation | null)[] {
  if (!isOpioid) return OPIOID_FIELDS.map((field) => (medicine[field] === null ? null : violation('OPIOID_ONLY', 'This is asked of opioids only. Leave it empty.', field)));
  const { morphineEquivalent, morphineEquivalentSource } = medicine;
  return [
    checkPastDay('monitoringCheckedOn', medicine.monitoringCheckedOn, today),
    checkPastDay('agreementOn', medicine.agreementOn, today),
    checkNumber('morphineEquivalent', morphineEquivalent, MOST_MORPHINE),
    ...checkEquivalentSource(morphineEquivalent, morphineEquivalentSource),
  ];
}

/** A medicine as it would stand: when it is added, and after an edit. */
export function checkMedicine(medicine: Medicine, isOpioid: boolean, birthDate: Day, today: Day): Result<void, RuleViolation> {
  const { since, until } = medicine;
  return unless([
    checkText('drug', medicine.drug, 'line', { required: true }),
    ...checkDose(medicine),
    checkPastDay('since', since, today, birthDate),
    since === null ? null : checkOrder(since, until, 'until'),
    ...checkNearDays(today, ['until', until]),
    ...checkTexts(false, ['prescriber', medicine.prescriber, 'line'], ['note', medicine.note, 'paragraph'], ['morphineEquivalentSource', medicine.morphineEquivalentSource, 'line']),
    ...checkOpioid(medicine, isOpioid, today),
  ]);
}

/** What was stopped or entered in error stays as it was: taken again, it is added again, with a day of its own. */
export const checkMedicineOpen = ({ status }: { readonly status: MedicineStatus }): Result<void, RuleViolation> =>
  status === 'active' ? unless([]) : refuse(violation('MEDICINE_NOT_ACTIVE', 'This medicine is not taken any more. If it is taken again, add it.', 'medicineId'));

export function checkMedicineStop(medicine: Pick<Medicine, 'since'>, stop: { readonly until: Day; readonly reason: string }, today: Day): Result<void, RuleViolation> {
  return unless([
    checkText('reason', stop.reason, 'line', { required: true }),
    checkPastDay('until', stop.until, today),
    medicine.since === null ? null : checkOrder(medicine.since, stop.until, 'until'),
  ]);
}

/** Source: clinic default, not a published threshold (JUDGE in the catalogue's sources). */
export const RECONCILED_FOR_DAYS = 90;

export const RECONCILIATION_STATES = ['never', 'out-of-date', 'changed-since', 'current'] as const;
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number];

/**
 * Whether the list was gone through with the patient lately, as it stands. Everything but `current` means that interactions are not checked.
 *
 * @param last when somebody did, and which revision of the record they saw
 * @param changed the newest revision that touched a medicine, of the list or of the plan
 */
export function reconciliationState(last: { readonly on: Day; readonly asOf: number } | null, changed: number, today: Day): ReconciliationState {
  if (last === null) return 'never';
  if (addDays(last.on, RECONCILED_FOR_DAYS) < today) return 'out-of-date';
  return changed > last.asOf ? 'changed-since' : 'current';
}

/** A substance that is asked about by its name before a procedure. */
export const SUBSTANCE_ANSWERS = ['allergic', 'not-allergic', 'not-asked'] as const;
export type SubstanceAnswer = (typeof SUBSTANCE_ANSWERS)[number];
