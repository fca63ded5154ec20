import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { PatientEntity } from './patient.entities.ts';

/** Up to which revision a person has reviewed a patient's record. Written by MarkReviewedUseCase's own statement. */
@Entity('seen_mark')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'seen_mark_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'seen_mark_person_fk' })
@Check('seen_mark_revision', 'revision > 0')
export class SeenMarkEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly patientId!: string;
  @PrimaryColumn('uuid') readonly personId!: string;
  @Column('bigint') readonly revision!: number;
  @Column('timestamptz') readonly at!: Date;
}
