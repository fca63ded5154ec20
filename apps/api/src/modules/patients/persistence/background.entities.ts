import type { Day, RedFlagDecision } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from './patient.entities.ts';

@Entity('symptom')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'symptom_patient_fk' })
@Index('symptom_patient', ['organizationId', 'patientId'])
@Check('symptom_name', '(code IS NULL) <> (words IS NULL)')
@Check('symptom_severity', 'severity BETWEEN 0 AND 10')
@Check('symptom_period', 'resolved_on >= since')
@Check('symptom_status', `status IN ('active', 'entered-in-error')`)
export class SymptomEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('text', { array: true }) places!: readonly string[];
  @Column('text', { array: true }) patterns!: readonly string[];
  @Column('text', { nullable: true }) patternWords!: string | null;
  @Column('integer', { nullable: true }) severity!: number | null;
  @Column('date', { nullable: true }) since!: Day | null;
  @Column('date', { nullable: true }) resolvedOn!: Day | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text') status!: 'active' | 'entered-in-error';
  @Column('bigint') revision!: number;
}
export const SYMPTOM = recorded('symptom', SymptomEntity, 'id', ['code', 'words', 'places', 'patterns', 'patternWords', 'severity', 'since', 'resolvedOn', 'note', 'status']);

@Entity('risk_factor')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'risk_factor_patient_fk' })
@Index('risk_factor_patient', ['organizationId', 'patientId'])
@Check('risk_factor_name', '(code IS NULL) <> (words IS NULL)')
@Check('risk_factor_status', `status IN ('active', 'entered-in-error')`)
export class RiskFactorEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text', { nullable: true }) code!: string | null;
  @Column('text', { nullable: true }) words!: string | null;
  @Column('date', { nullable: true }) since!: Day | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text') status!: 'active' | 'entered-in-error';
  @Column('bigint') revision!: number;
}
export const RISK_FACTOR = recorded('risk-factor', RiskFactorEntity, 'id', ['code', 'words', 'since', 'note', 'status']);

/** The answers as lists of questions, so that a history of plain values can keep them; `details` goes with `yes`, one by one. */
@Entity('red_flag_screen')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'red_flag_screen_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'signedById'], ['organizationId', 'id'], { name: 'red_flag_screen_signed_by_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'decidedById'], ['organizationId', 'id'], { name: 'red_flag_screen_decided_by_fk' })
@Index('red_flag_screen_patient', ['organizationId', 'patientId', 'signedAt'])
@Check('red_flag_screen_details', 'cardinality(details) = cardinality(yes)')
@Check('red_flag_screen_decision', `decision IN ('watch', 'test', 'refer')`)
@Check('red_flag_screen_decided', '(decision IS NULL) = (decision_reason IS NULL) AND (decision IS NULL) = (decided_by_id IS NULL)')
@Check('red_flag_screen_status', `status IN ('signed', 'entered-in-error')`)
export class RedFlagScreenEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('integer') readonly form!: number;
  @Column('uuid') readonly signedById!: string;
  @Column('timestamptz') readonly signedAt!: Date;
  @Column('date') readonly signedOn!: Day;
  @Column('text', { array: true }) readonly yes!: readonly string[];
  @Column('text', { array: true }) readonly details!: readonly string[];
  @Column('text', { array: true }) readonly no!: readonly string[];
  @Column('text', { array: true }) readonly notAsked!: readonly string[];
  @Column('text', { nullable: true }) decision!: RedFlagDecision | null;
  @Column('text', { nullable: true }) decisionReason!: string | null;
  @Column('uuid', { nullable: true }) decidedById!: string | null;
  @Column('text') status!: 'signed' | 'entered-in-error';
  @Column('bigint') revision!: number;
}
export const RED_FLAG_SCREEN = recorded('red-flag-screen', RedFlagScreenEntity, 'id', [
  'form', ['signedBy', 'signedById'], 'signedAt', 'yes', 'details', 'no', 'notAsked', 'decision', 'decisionReason', ['decidedBy', 'decidedById'], 'status',
]);
