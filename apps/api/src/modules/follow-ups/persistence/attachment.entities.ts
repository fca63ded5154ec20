import type { AttachmentStatus, AttachmentType } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';
import { type PatientRow, recorded } from '../../../platform/records/recorded.ts';
import { FollowUpEntity } from './follow-up.entities.ts';

/** A report that closes the loop: what it is. Lists read this, and never its bytes. */
@Entity('follow_up_attachment')
@ForeignKey(() => FollowUpEntity, ['organizationId', 'patientId', 'followUpId'], ['organizationId', 'patientId', 'id'], { name: 'follow_up_attachment_follow_up_fk' })
@ForeignKey(() => PersonEntity, ['organizationId', 'byId'], ['organizationId', 'id'], { name: 'follow_up_attachment_by_fk' })
@Unique('follow_up_attachment_of_patient', ['organizationId', 'patientId', 'id'])
@Index('follow_up_attachment_follow_up', ['organizationId', 'patientId', 'followUpId'])
@Check('follow_up_attachment_media_type', `media_type IN ('application/pdf', 'image/png', 'image/jpeg', 'image/webp')`)
@Check('follow_up_attachment_size', 'size BETWEEN 1 AND 20000000')
@Check('follow_up_attachment_status', `status IN ('active', 'entered-in-error')`)
export class FollowUpAttachmentEntity implements PatientRow {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly patientId!: string;
  @Column('uuid') readonly followUpId!: string;
  @Column('text') readonly name!: string;
  @Column('text') readonly mediaType!: AttachmentType;
  @Column('integer') readonly size!: number;
  @Column('text') readonly sha256!: string;
  @Column('uuid') readonly byId!: string;
  @Column('timestamptz') readonly at!: Date;
  @Column('text') status!: AttachmentStatus;
  @Column('bigint') revision!: number;
}
export const FOLLOW_UP_ATTACHMENT = recorded('follow-up-attachment', FollowUpAttachmentEntity, 'id', [['followUp', 'followUpId'], 'name', 'mediaType', 'size', 'sha256', ['by', 'byId'], 'at', 'status']);

/** Up to a megabyte of a file. Written with its attachment, and never again. */
@Entity('follow_up_attachment_part')
@ForeignKey(() => FollowUpAttachmentEntity, ['organizationId', 'patientId', 'attachmentId'], ['organizationId', 'patientId', 'id'], { name: 'follow_up_attachment_part_attachment_fk' })
@Check('follow_up_attachment_part_ordinal', 'ordinal BETWEEN 0 AND 19')
@Check('follow_up_attachment_part_content', 'octet_length(content) BETWEEN 1 AND 1000000')
export class FollowUpAttachmentPartEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly patientId!: string;
  @PrimaryColumn('uuid') readonly attachmentId!: string;
  @PrimaryColumn('integer') readonly ordinal!: number;
  @Column('bytea') readonly content!: Buffer;
}
