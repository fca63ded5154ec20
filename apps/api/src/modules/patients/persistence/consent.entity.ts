import type { ConsentDetails, ConsentForm, ConsentStatus, ConsentVoice, Day } from '@plexus/domain';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from './patient.entities.ts';

@Entity('consent')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'consent_patient_fk' })
@Index('consent_patient', ['organizationId', 'patientId'])
@Check('consent_status', `status IN ('given', 'withdrawn', 'entered-in-error')`)
@Check('consent_given_by', `given_by = 'patient' AND representative IS NULL OR given_by = 'representative' AND representative IS NOT NULL`)
@Check('consent_how', `how IN ('written', 'spoken', 'recorded') AND withdrawn_how IN ('written', 'spoken', 'recorded')`)
@Check('consent_withdrawn', `status <> 'withdrawn' OR withdrawn_on IS NOT NULL AND withdrawn_by IN ('patient', 'representative') AND withdrawn_how IS NOT NULL`)
@Check('consent_period', 'valid_from >= given_on AND valid_to >= valid_from')
@Exclusion(
  'consent_once',
  `USING gist (organization_id WITH =, patient_id WITH =, kind WITH =, coalesce(party_name, '') WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (status = 'given')`,
)
export class ConsentEntity implements PatientRow, ConsentDetails {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('text') readonly kind!: string;
  @Column('text', { nullable: true }) partyName!: string | null;
  @Column('text', { nullable: true }) partyRelation!: string | null;
  @Column('text', { nullable: true }) scope!: string | null;
  @Column('date') givenOn!: Day;
  @Column('text') givenBy!: ConsentVoice;
  @Column('text', { nullable: true }) representative!: string | null;
  @Column('text') how!: ConsentForm;
  @Column('date') validFrom!: Day;
  @Column('date', { nullable: true }) validTo!: Day | null;
  @Column('text', { nullable: true }) note!: string | null;
  @Column('text') status!: ConsentStatus;
  @Column('date', { nullable: true }) withdrawnOn!: Day | null;
  @Column('text', { nullable: true }) withdrawnBy!: ConsentVoice | null;
  @Column('text', { nullable: true }) withdrawnRepresentative!: string | null;
  @Column('text', { nullable: true }) withdrawnHow!: ConsentForm | null;
  @Column('bigint') revision!: number;
}
export const CONSENT = recorded('consent', ConsentEntity, 'id', [
  'kind', 'partyName', 'partyRelation', 'scope', 'givenOn', 'givenBy', 'representative', 'how', 'validFrom', 'validTo', 'note',
  'status', 'withdrawnOn', 'withdrawnBy', 'withdrawnRepresentative', 'withdrawnHow',
]);
