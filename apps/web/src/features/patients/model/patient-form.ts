import type { EditPatientInput, PatientDetailsFragment, Sex } from '../../../gql/index.ts';
import { changedOf } from '../../../shared/form-changes.ts';

/** What the forms hold: text as it is typed; empty means nothing. */
export interface PatientFormValues {
  givenName: string;
  familyName: string;
  preferredName: string;
  mrn: string;
  birthDate: string;
  sex: Sex | '';
  pronouns: string;
  phone: string;
  email: string;
  address: string;
  language: string;
  interpreterNeeded: boolean;
  accessNeeds: string;
}

export type PatientField = keyof PatientFormValues;

export const EMPTY_PATIENT: PatientFormValues = {
  givenName: '', familyName: '', preferredName: '', mrn: '', birthDate: '', sex: '', pronouns: '',
  phone: '', email: '', address: '', language: '', interpreterNeeded: false, accessNeeds: '',
};

export const PATIENT_FIELDS = Object.keys(EMPTY_PATIENT) as PatientField[];
export const REQUIRED_FIELDS = ['givenName', 'familyName', 'mrn', 'birthDate', 'sex'] as const satisfies readonly PatientField[];

export function formOf(patient: PatientDetailsFragment): PatientFormValues {
  return {
    givenName: patient.givenName,
    familyName: patient.familyName,
    preferredName: patient.preferredName ?? '',
    mrn: patient.mrn,
    birthDate: patient.birthDate,
    sex: patient.sex,
    pronouns: patient.pronouns ?? '',
    phone: patient.contactDetails?.phone ?? '',
    email: patient.contactDetails?.email ?? '',
    address: patient.contactDetails?.address ?? '',
    language: patient.language ?? '',
    interpreterNeeded: patient.interpreterNeeded,
    accessNeeds: patient.accessNeeds ?? '',
  };
}

type Written = Omit<EditPatientInput, 'commandId' | 'patientId' | 'baseRevision' | 'contactId'>;

export const changesOf = (before: PatientFormValues, after: PatientFormValues): Written => changedOf(before, after) as Written;

export const missingFields = (values: PatientFormValues): PatientField[] => REQUIRED_FIELDS.filter((field) => !values[field].trim());
