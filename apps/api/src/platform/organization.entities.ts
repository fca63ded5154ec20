import type { OrganizationRole, PersonStatus } from '@plexus/domain';
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

// The root that every other table's keys name. The identity module holds what may be done to them.

@Entity('organization')
export class OrganizationEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @Column('text') name!: string;
  /** IANA. */
  @Column('text') timeZone!: string;
  /** Rises with every change of people and roles. */
  @Column('integer', { default: 1 }) version!: number;
}

@Entity('person')
@ForeignKey(() => OrganizationEntity, ['organizationId'], ['organizationId'], { name: 'person_organization_fk' })
@Check('person_status', `status IN ('invited', 'active', 'deactivated')`)
@Unique('person_once_an_account', ['organizationId', 'accountId'])
@Index('person_account', ['accountId'])
export class PersonEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly accountId!: string;
  /** As colleagues say it, with title and credentials. */
  @Column('text') name!: string;
  @Column('text') readonly email!: string;
  @Column('text', { nullable: true }) discipline!: string | null;
  @Column('text') status!: PersonStatus;
  @Column('integer', { default: 1 }) version!: number;
}

@Entity('organization_role')
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'organization_role_person_fk' })
@Check('organization_role_role', `role IN ('coordinator', 'administrator', 'privacy-officer')`)
export class OrganizationRoleEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly personId!: string;
  @PrimaryColumn('text') readonly role!: OrganizationRole;
}

@Entity('organization_command')
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'organization_command_person_fk' })
export class OrganizationCommandEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly personId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('bytea') readonly inputHash!: Buffer;
  @Column('text') readonly verb!: string;
  @Column('uuid') readonly entityId!: string;
  @Column('text', { nullable: true }) readonly reason!: string | null;
  @Column('timestamptz') readonly at!: Date;
}
