import type { AllergySeverity, AllergyStatus, ContactKind, Day, DeviceAnswer, PatientDetails, ProblemStatus, Sex } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { PatientRecordEntity } from '../../../platform/records/persistence/record.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';

@Entity('patient')
@ForeignKey(() => PatientRecordEntity, ['organizationId', 'id'], ['organizationId', 'patientId'], { name: 'patient_record_fk' })
@Unique('patient_mrn', ['organizationId', 'mrn'])
@Index('patient_name', ['organizationId', 'familyName', 'givenName', 'id'])
@Check('patient_sex', `sex IN ('female', 'male', 'other', 'unknown')`)
export class PatientEntity implements PatientRow, Omit<PatientDetails, 'phone' | 'email' | 'address'> {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') mrn!: string;
  @Column('text') givenName!: string;
  @Column('text') familyName!: string;
  @Column('text', { nullable: true }) preferredName!: string | null;
  @Column('date') birthDate!: Day;
  @Column('text') sex!: Sex;
  @Column('text', { nullable: true }) pronouns!: string | null;
  @Column('text', { nullable: true }) language!: string | null;
  @Column('boolean') interpreterNeeded!: boolean;
  @Column('text', { nullable: true }) accessNeeds!: string | null;
  @Column('bigint') revision!: number;
}
export const PATIENT = recorded('patient', PatientEntity, 'id', [
  'mrn', 'givenName', 'familyName', 'preferredName', 'birthDate', 'sex', 'pronouns', 'language', 'interpreterNeeded', 'accessNeeds',
]);

/** What of a patient only clinicians see; a table of its own because row-level security walls rows, not columns. */
@Entity('patient_details')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'patient_details_patient_fk' })
@Check('patient_details_allergy_status', `allergy_status IN ('not-asked', 'none-known', 'recorded')`)
@Check('patient_details_device_answer', `device_answer IN ('not-asked', 'none', 'recorded')`)
export class PatientDetailsEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly patientId!: string;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text') allergyStatus!: AllergyStatus;
  @Column('text') deviceAnswer!: DeviceAnswer;
  @Column('bigint') revision!: number;
}
export const PATIENT_DETAILS = recorded('patient', PatientDetailsEntity, 'patientId', ['phone', 'email', 'address', 'allergyStatus', 'deviceAnswer']);

@Entity('problem')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'problem_patient_fk' })
@Index('problem_patient', ['organizationId', 'patientId'])
@Check('problem_status', `status IN ('active', 'resolved', 'entered-in-error')`)
export class ProblemEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') catalogueId!: string;
  @Column('date', { nullable: true }) since!: Day | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text') status!: ProblemStatus | 'entered-in-error';
  @Column('bigint') revision!: number;
}
export const PROBLEM = recorded('problem', ProblemEntity, 'id', ['catalogueId', 'since', 'note', 'status']);

@Entity('allergy')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'allergy_patient_fk' })
@Index('allergy_patient', ['organizationId', 'patientId'])
@Check('allergy_severity', `severity IN ('mild', 'moderate', 'severe', 'unknown')`)
@Check('allergy_status', `status IN ('active', 'entered-in-error')`)
export class AllergyEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') substance!: string;
  @Column('text', { nullable: true }) reaction!: string | null;
  @Column('text') severity!: AllergySeverity;
  @Column('text') status!: 'active' | 'entered-in-error';
  @Column('date') recordedOn!: Day;
  @Column('bigint') revision!: number;
}
export const ALLERGY = recorded('allergy', AllergyEntity, 'id', ['substance', 'reaction', 'severity', 'status']);

@Entity('contact')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'contact_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'openedById'], ['organizationId', 'id'], { name: 'contact_opened_by_fk' })
@Index('contact_patient', ['organizationId', 'patientId', 'openedAt'])
@Check('contact_kind', `kind IN ('visit', 'call', 'message', 'conference')`)
@Check('contact_period', 'closed_at >= opened_at')
export class ContactEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') kind!: ContactKind;
  @Column('uuid') readonly openedById!: string;
  @Column('timestamptz') readonly openedAt!: Date;
  @Column('timestamptz', { nullable: true }) closedAt!: Date | null;
  @Column('bigint') revision!: number;
}
export const CONTACT = recorded('contact', ContactEntity, 'id', ['kind', ['openedBy', 'openedById'], 'openedAt', 'closedAt']);
