import type { FieldValue } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { OrganizationEntity, PersonEntity } from '../../organization.entities.ts';

// These rows are written by OpenRecord's own statements; the classes exist so that drift between them and the migrations is found.

@Entity('patient_record')
@ForeignKey(() => PersonEntity, ['organizationId', 'openedBy'], ['organizationId', 'id'], { name: 'patient_record_opened_by_fk' })
@Index('patient_record_new', ['organizationId', 'openedBy'], { where: 'revision = 0' })
export class PatientRecordEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly patientId!: string;
  @Column('bigint') readonly revision!: number;
  @Column('integer') readonly planVersion!: number;
  @Column('bytea') readonly headHash!: Buffer;
  @Column('uuid') readonly openedBy!: string;
}

@Entity('revision')
@ForeignKey(() => PatientRecordEntity, ['organizationId', 'patientId'], ['organizationId', 'patientId'], { name: 'revision_record_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'revision_person_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'onBehalfOf'], ['organizationId', 'id'], { name: 'revision_on_behalf_of_fk' })
@Check('revision_number', 'number > 0')
@Check('revision_base', 'base < number')
export class RevisionEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly patientId!: string;
  @PrimaryColumn('bigint') readonly number!: number;
  @Column('timestamptz') readonly at!: Date;
  @Column('uuid') readonly personId!: string;
  @Column('uuid', { nullable: true }) readonly onBehalfOf!: string | null;
  @Column('uuid') readonly commandId!: string;
  @Column('uuid', { nullable: true }) readonly contactId!: string | null;
  @Column('text') readonly verb!: string;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('integer', { nullable: true }) readonly planVersion!: number | null;
  @Column('bigint', { nullable: true }) readonly base!: number | null;
  @Column('bytea') readonly previousHash!: Buffer;
  @Column('bytea') readonly hash!: Buffer;
}

@Entity('change')
@ForeignKey(() => RevisionEntity, ['organizationId', 'patientId', 'number'], ['organizationId', 'patientId', 'number'], { name: 'change_revision_fk' })
@Index('change_entity', ['organizationId', 'patientId', 'entity', 'entityId', 'number'])
export class ChangeEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly patientId!: string;
  @PrimaryColumn('bigint') readonly number!: number;
  @PrimaryColumn('integer') readonly ordinal!: number;
  @Column('text') readonly entity!: string;
  @Column('uuid') readonly entityId!: string;
  @Column('text') readonly field!: string;
  @Column('jsonb', { nullable: true }) readonly before!: FieldValue;
  @Column('jsonb', { nullable: true }) readonly after!: FieldValue;
  @Column('bytea') readonly beforeDigest!: Buffer;
  @Column('bytea') readonly afterDigest!: Buffer;
  @Column('boolean') readonly added!: boolean;
  @Column('text', { array: true, nullable: true }) readonly audience!: string[] | null;
  @Column('uuid', { nullable: true }) readonly authorId!: string | null;
  @Column('integer') readonly shape!: number;
}

@Entity('command')
@ForeignKey(() => RevisionEntity, ['organizationId', 'patientId', 'revision'], ['organizationId', 'patientId', 'number'], { name: 'command_revision_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'command_person_fk' })
@Index('command_at', ['organizationId', 'at'])
export class CommandEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly personId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('bytea') readonly inputHash!: Buffer;
  @Column('uuid') readonly patientId!: string;
  @Column('bigint') readonly revision!: number;
  @Column('uuid', { nullable: true }) readonly entityId!: string | null;
  @Column('timestamptz') readonly at!: Date;
}

@Entity('access_log')
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'access_log_person_fk' })
@ForeignKey(() => PatientRecordEntity, ['organizationId', 'patientId'], ['organizationId', 'patientId'], { name: 'access_log_patient_fk' })
@Check('access_log_action', `action IN ('chart-opened', 'chart-refused', 'patient-copy', 'team-copy', 'attachment-downloaded')`)
@Check('access_log_through', `through IN ('member', 'stand-in', 'coordinator')`)
@Unique('access_log_once_a_quarter_hour', ['organizationId', 'personId', 'patientId', 'sessionId', 'action', 'quarter'])
export class AccessLogEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('uuid') readonly personId!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly sessionId!: string;
  @Column('text') readonly action!: string;
  @Column('text', { nullable: true }) readonly through!: string | null;
  @Column('bigint') readonly quarter!: number;
}

@Entity('job_run')
@ForeignKey(() => OrganizationEntity, ['organizationId'], ['organizationId'], { name: 'job_run_organization_fk' })
export class JobRunEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('text') readonly job!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('text') readonly outcome!: string;
}
