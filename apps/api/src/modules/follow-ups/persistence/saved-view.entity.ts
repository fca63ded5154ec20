import { Column, Entity, ForeignKey, PrimaryColumn, Unique } from 'typeorm';
import { PersonEntity } from '../../../platform/organization.entities.ts';

/** A worklist that somebody gave a name. It is no part of a record, and so has a version in place of a history. */
@Entity('saved_view')
@ForeignKey(() => PersonEntity, ['organizationId', 'personId'], ['organizationId', 'id'], { name: 'saved_view_person_fk' })
@Unique('saved_view_name', ['organizationId', 'personId', 'name'])
export class SavedViewEntity {
  @PrimaryColumn('uuid') readonly organizationId!: string;
  @PrimaryColumn('uuid') readonly id!: string;
  @Column('uuid') readonly personId!: string;
  @Column('text') name!: string;
  /** The query of the page's address. */
  @Column('text') address!: string;
  @Column('boolean') isShared!: boolean;
  @Column('integer', { default: 1 }) version!: number;
}
