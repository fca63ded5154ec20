import type { Day, StandIn, TeamMember, TeamRole } from '@plexus/domain';
import { Check, Column, Entity, Exclusion, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { PatientEntity } from '../../patients/persistence/patient.entities.ts';

@Entity('team_member')
@ForeignKey(() => PatientEntity, ['organizationId', 'patientId'], ['organizationId', 'id'], { name: 'team_member_patient_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'team_member_person_fk' })
@Unique('team_member_of_patient', ['organizationId', 'patientId', 'id'])
@Index('team_member_panel', ['organizationId', 'personId', 'patientId'])
@Check('team_member_role', `role IN ('lead', 'member', 'observer')`)
@Check('team_member_period', 'valid_to >= valid_from')
@Exclusion('team_member_one_lead', `USING gist (organization_id WITH =, patient_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&) WHERE (role = 'lead')`)
@Exclusion('team_member_once', `USING gist (organization_id WITH =, patient_id WITH =, person_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)`)
export class TeamMemberEntity implements PatientRow, TeamMember {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly personId!: string;
  @Column('text') readonly discipline!: string;
  @Column('text') role!: TeamRole;
  @Column('date') validFrom!: Day;
  @Column('date', { nullable: true }) validTo!: Day | null;
  @Column('text') reason!: string;
  @Column('text', { nullable: true }) endReason!: string | null;
  @Column('bigint') revision!: number;
}
export const TEAM_MEMBER = recorded('team-member', TeamMemberEntity, 'id', [
  ['person', 'personId'], 'discipline', 'role', 'validFrom', 'validTo', 'reason', 'endReason',
]);

@Entity('stand_in')
@ForeignKey(() => TeamMemberEntity, ['organizationId', 'patientId', 'memberId'], ['organizationId', 'patientId', 'id'], { name: 'stand_in_member_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'stand_in_person_fk' })
@Index('stand_in_panel', ['organizationId', 'personId', 'patientId'])
@Index('stand_in_member', ['organizationId', 'patientId', 'memberId'])
@Check('stand_in_period', 'valid_to >= valid_from')
export class StandInEntity implements PatientRow, StandIn {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly memberId!: string;
  @Column('uuid') readonly personId!: string;
  @Column('date') validFrom!: Day;
  @Column('date') validTo!: Day;
  @Column('text') reason!: string;
  @Column('bigint') revision!: number;
}
export const STAND_IN = recorded('stand-in', StandInEntity, 'id', [['member', 'memberId'], ['person', 'personId'], 'validFrom', 'validTo', 'reason']);
