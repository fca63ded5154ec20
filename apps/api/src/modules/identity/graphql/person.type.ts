import { Field, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import { ORGANIZATION_ROLES, type OrganizationRole, PERSON_STATUSES, type PersonStatus } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { EditConflictType, RuleViolationType, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import type { PersonView } from '../application/people.queries.ts';

export const PersonStatusEnum = publishEnum('PersonStatus', PERSON_STATUSES);
export const OrganizationRoleEnum = publishEnum('OrganizationRole', ORGANIZATION_ROLES);

@ObjectType('Person')
export class PersonType implements PersonView {
  @Field(() => ID) id!: string;
  @Field({ description: 'As colleagues say it: Dr. Ingrid Vasquez-Thorne.' }) name!: string;
  @Field({ description: 'Two letters for the avatar.' }) initials!: string;
  @Field(() => ID, { nullable: true, description: 'A discipline id of the catalogue; null for staff without one.' }) discipline!: string | null;
  @Field(() => PersonStatusEnum) status!: PersonStatus;
  @Field(() => [OrganizationRoleEnum]) roles!: OrganizationRole[];
  @Field(() => String, { nullable: true, description: 'The work e-mail address; null unless the viewer manages people or is the person.' })
  email!: string | null;
  @Field(() => Int) version!: number;
}

export const PersonResult = createUnionType({
  name: 'PersonResult',
  types: () => [PersonType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('Person'),
});
