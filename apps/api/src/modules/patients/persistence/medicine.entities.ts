import type { Day, Medicine, MedicineKind, MedicineRoute, MedicineSource, MedicineStatus, MedicineUnit, SubstanceAnswer } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from './patient.entities.ts';

@Entity('named_substance')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'named_substance_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'answeredById'], ['organizationId', 'id'], { name: 'named_substance_answered_by_fk' })
@Unique('named_substance_once', ['organizationId', 'patientId', 'substance'])
@Check('named_substance_answer', `answer IN ('allergic', 'not-allergic', 'not-asked')`)
export class NamedSubstanceEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') readonly substance!: string;
  @Column('text') answer!: SubstanceAnswer;
  @Column('date') answeredOn!: Day;
  @Column('uuid') answeredById!: string;
  @Column('bigint') revision!: number;
}
export const NAMED_SUBSTANCE = recorded('named-substance', NamedSubstanceEntity, 'id', ['substance', 'answer', 'answeredOn', ['answeredBy', 'answeredById']]);

@Entity('medicine')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'medicine_patient_fk' })
@Index('medicine_patient', ['organizationId', 'patientId'])
@Check('medicine_dose', '(dose_amount IS NULL) = (dose_unit IS NULL) AND dose_amount > 0')
@Check('medicine_unit', `dose_unit IN ('mg', 'mcg', 'g', 'ml', 'unit', 'tablet', 'capsule', 'patch', 'drop', 'puff')`)
@Check('medicine_route', `route IN ('oral', 'sublingual', 'topical', 'transdermal', 'nasal', 'inhaled', 'injection', 'rectal', 'other')`)
@Check('medicine_times', 'times_per_day BETWEEN 1 AND 24')
@Check('medicine_period', 'until >= since')
@Check('medicine_kind', `kind IN ('prescription', 'over-the-counter', 'supplement')`)
@Check('medicine_source', `source IN ('our-plan', 'other-clinician', 'pharmacy', 'patient')`)
@Check('medicine_morphine', '(morphine_equivalent IS NULL) = (morphine_equivalent_source IS NULL) AND morphine_equivalent > 0')
@Check('medicine_status', `status IN ('active', 'stopped', 'entered-in-error')`)
export class MedicineEntity implements PatientRow, Medicine {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') drug!: string;
  @Column('double precision', { nullable: true }) doseAmount!: number | null;
  @Column('text', { nullable: true }) doseUnit!: MedicineUnit | null;
  @Column('text', { nullable: true }) route!: MedicineRoute | null;
  @Column('integer', { nullable: true }) timesPerDay!: number | null;
  @Column('boolean') asNeeded!: boolean;
  @Column('date', { nullable: true }) since!: Day | null;
  @Column('date', { nullable: true }) until!: Day | null;
  @Column('text') kind!: MedicineKind;
  @Column('text') source!: MedicineSource;
  @Column('text', { nullable: true }) prescriber!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('date', { nullable: true }) monitoringCheckedOn!: Day | null;
  @Column('date', { nullable: true }) agreementOn!: Day | null;
  @Column('boolean', { nullable: true }) hasNaloxone!: boolean | null;
  @Column('double precision', { nullable: true }) morphineEquivalent!: number | null;
  @Column('text', { nullable: true }) morphineEquivalentSource!: string | null;
  @Column('text') status!: MedicineStatus;
  @Column('bigint') revision!: number;
}
export const MEDICINE = recorded('medicine', MedicineEntity, 'id', [
  'drug', 'doseAmount', 'doseUnit', 'route', 'timesPerDay', 'asNeeded', 'since', 'until', 'kind', 'source', 'prescriber', 'note',
  'monitoringCheckedOn', 'agreementOn', 'hasNaloxone', 'morphineEquivalent', 'morphineEquivalentSource', 'status',
]);

/** One going through of the list with the patient; never changed afterwards. */
@Entity('reconciliation')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'reconciliation_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'byId'], ['organizationId', 'id'], { name: 'reconciliation_by_fk' })
@Index('reconciliation_patient', ['organizationId', 'patientId', 'revision'])
@Check('reconciliation_as_of', 'as_of < revision')
export class ReconciliationEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly byId!: string;
  @Column('date') readonly on!: Day;
  /** The revision of the record that was seen: what came after was not reconciled. */
  @Column('bigint') readonly asOf!: number;
  @Column('bigint') readonly revision!: number;
}
export const RECONCILIATION = recorded('reconciliation', ReconciliationEntity, 'id', [['by', 'byId'], 'on', 'asOf']);
