import type { BodySide, Day, DeviceDetails, DeviceStatus, MriCondition } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from './patient.entities.ts';

@Entity('device')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'device_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'cardSeenById'], ['organizationId', 'id'], { name: 'device_card_seen_by_fk' })
@Index('device_patient', ['organizationId', 'patientId'])
@Check('device_status', `status IN ('in-place', 'removed', 'entered-in-error')`)
@Check('device_side', `side IN ('left', 'right', 'both')`)
@Check('device_mri_condition', `mri_condition IN ('safe', 'conditional', 'unsafe', 'not-known')`)
@Check('device_mri_terms', `mri_condition <> 'conditional' OR mri_terms IS NOT NULL`)
@Check('device_card', '(card_seen_on IS NULL) = (card_seen_by_id IS NULL)')
export class DeviceEntity implements PatientRow, DeviceDetails {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') kind!: string;
  @Column('text', { nullable: true }) maker!: string | null;
  @Column('text', { nullable: true }) model!: string | null;
  @Column('text', { nullable: true }) serial!: string | null;
  @Column('text', { nullable: true }) site!: string | null;
  @Column('text', { nullable: true }) side!: BodySide | null;
  @Column('date', { nullable: true }) implantedOn!: Day | null;
  @Column('date', { nullable: true }) cardSeenOn!: Day | null;
  @Column('uuid', { nullable: true }) cardSeenById!: string | null;
  @Column('text') mriCondition!: MriCondition;
  @Column('text', { nullable: true }) mriTerms!: string | null;
  @Column('text', { nullable: true }) followedBy!: string | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text') status!: DeviceStatus | 'entered-in-error';
  @Column('date', { nullable: true }) removedOn!: Day | null;
  @Column('text', { nullable: true }) removedBecause!: string | null;
  @Column('bigint') revision!: number;
}
export const DEVICE = recorded('device', DeviceEntity, 'id', [
  'kind', 'maker', 'model', 'serial', 'site', 'side', 'implantedOn', 'cardSeenOn', ['cardSeenBy', 'cardSeenById'], 'mriCondition', 'mriTerms', 'followedBy', 'note',
  'status', 'removedOn', 'removedBecause',
]);
