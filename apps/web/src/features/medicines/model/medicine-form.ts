import { OPIOID_FIELDS } from '@plexus/domain';
import type { AddMedicineInput, EditMedicineInput, MedicineKind, MedicinePartsFragment, MedicineRoute, MedicineSource, MedicineUnit } from '../../../gql/index.ts';

/** A medicine as the form holds it: everything text, empty for what nobody has said. */
export interface MedicineFormValues {
  readonly drug: string;
  readonly doseAmount: string;
  readonly doseUnit: string;
  readonly route: string;
  readonly timesPerDay: string;
  readonly asNeeded: boolean;
  readonly since: string;
  readonly until: string;
  readonly kind: string;
  readonly source: string;
  readonly prescriber: string;
  readonly note: string;
  readonly monitoringCheckedOn: string;
  readonly agreementOn: string;
  readonly hasNaloxone: string;
  readonly morphineEquivalent: string;
  readonly morphineEquivalentSource: string;
  readonly changeReason: string;
}

const NUMBERS = ['doseAmount', 'timesPerDay', 'morphineEquivalent'] as const;

// Nothing is prefilled: what kind it is and who said so have to be said.
export const EMPTY_MEDICINE: MedicineFormValues = {
  drug: '', doseAmount: '', doseUnit: '', route: '', timesPerDay: '', asNeeded: false, since: '', until: '', kind: '', source: '', prescriber: '', note: '',
  monitoringCheckedOn: '', agreementOn: '', hasNaloxone: '', morphineEquivalent: '', morphineEquivalentSource: '', changeReason: '',
};
export const MEDICINE_FIELDS = Object.keys(EMPTY_MEDICINE) as readonly (keyof MedicineFormValues)[];

export const medicineFormOf = (medicine: MedicinePartsFragment): MedicineFormValues => {
  const text = (value: string | number | null): string => (value === null ? '' : String(value));
  return {
    drug: medicine.drug, doseAmount: text(medicine.doseAmount), doseUnit: text(medicine.doseUnit), route: text(medicine.route), timesPerDay: text(medicine.timesPerDay),
    asNeeded: medicine.asNeeded, since: text(medicine.since), until: text(medicine.until), kind: medicine.kind, source: medicine.source,
    prescriber: text(medicine.prescriber), note: text(medicine.note), monitoringCheckedOn: text(medicine.monitoringCheckedOn), agreementOn: text(medicine.agreementOn),
    hasNaloxone: medicine.hasNaloxone === null ? '' : medicine.hasNaloxone ? 'yes' : 'no',
    morphineEquivalent: text(medicine.morphineEquivalent), morphineEquivalentSource: text(medicine.morphineEquivalentSource), changeReason: '',
  };
};

type Errors = Partial<Record<keyof MedicineFormValues, 'form.required' | 'form.chooseOne' | 'medicineForm.number'>>;

/** What can be said without asking the server. */
export function medicineErrors(values: MedicineFormValues): Errors {
  const errors: Errors = {};
  if (!values.drug.trim()) errors.drug = 'form.required';
  if (!values.kind) errors.kind = 'form.chooseOne';
  if (!values.source) errors.source = 'form.chooseOne';
  for (const field of NUMBERS) if (values[field].trim() && !Number.isFinite(numberOf(values[field]))) errors[field] = 'medicineForm.number';
  if (!errors.timesPerDay && values.timesPerDay.trim() && !Number.isInteger(numberOf(values.timesPerDay))) errors.timesPerDay = 'medicineForm.number';
  return errors;
}

const numberOf = (text: string): number => Number(text.trim().replace(',', '.'));

function valueOf(field: keyof MedicineFormValues, values: MedicineFormValues): string | number | boolean | null {
  if (field === 'asNeeded') return values.asNeeded;
  const text = values[field].trim();
  if (!text) return null;
  if ((NUMBERS as readonly string[]).includes(field)) return numberOf(text);
  return field === 'hasNaloxone' ? text === 'yes' : text;
}

/** What is asked of opioids goes when the drug is none any more. */
const consistent = (values: MedicineFormValues, isOpioid: boolean): MedicineFormValues =>
  isOpioid ? values : { ...values, ...Object.fromEntries(OPIOID_FIELDS.map((field) => [field, ''])) };

/** The fields that differ, null for what was cleared. */
export function medicineChanges(before: MedicineFormValues, after: MedicineFormValues, isOpioid: boolean): Partial<EditMedicineInput> {
  const written = consistent(after, isOpioid);
  return Object.fromEntries(MEDICINE_FIELDS.filter((field) => valueOf(field, before) !== valueOf(field, written)).map((field) => [field, valueOf(field, written)]));
}

type NewMedicine = Omit<AddMedicineInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;

export function newMedicineOf(values: MedicineFormValues, isOpioid: boolean): NewMedicine {
  const { changeReason: _, ...given } = medicineChanges(EMPTY_MEDICINE, values, isOpioid);
  return { ...given, drug: values.drug.trim(), kind: values.kind as MedicineKind, source: values.source as MedicineSource };
}

export const UNITS: readonly MedicineUnit[] = ['MG', 'MCG', 'G', 'ML', 'UNIT', 'TABLET', 'CAPSULE', 'PATCH', 'DROP', 'PUFF'];
export const ROUTES: readonly MedicineRoute[] = ['ORAL', 'SUBLINGUAL', 'TOPICAL', 'TRANSDERMAL', 'NASAL', 'INHALED', 'INJECTION', 'RECTAL', 'OTHER'];
export const KINDS: readonly MedicineKind[] = ['PRESCRIPTION', 'OVER_THE_COUNTER', 'SUPPLEMENT'];
export const SOURCES: readonly MedicineSource[] = ['OUR_PLAN', 'OTHER_CLINICIAN', 'PHARMACY', 'PATIENT'];
