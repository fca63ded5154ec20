import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Day, TeamRole } from '@plexus/domain';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { TeamRoleEnum } from '../../care-team/graphql/team.type.ts';
import { CASELOAD_SORTS, type CaseloadMemberView, type CaseloadPatientView } from '../application/caseload.queries.ts';

export const CaseloadSortEnum = publishEnum('CaseloadSort', CASELOAD_SORTS);

@ObjectType('CaseloadMember')
export class CaseloadMemberType implements CaseloadMemberView {
  /** Published as `person`. */
  personId!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => TeamRoleEnum) role!: TeamRole;
}

@ObjectType('CaseloadPatient', { description: 'One line of the caseload.' })
export class CaseloadPatientType implements CaseloadPatientView {
  @Field(() => ID) id!: string;
  @Field() mrn!: string;
  @Field() givenName!: string;
  @Field() familyName!: string;
  @Field(() => String, { nullable: true }) preferredName!: string | null;
  @Field(() => DateScalar) birthDate!: Day;
  @Field(() => Int) age!: number;
  @Field(() => String, { nullable: true }) pronouns!: string | null;
  @Field(() => [String]) problems!: readonly string[];
  @Field(() => [CaseloadMemberType]) team!: CaseloadMemberType[];
  @Field(() => Int) openGoals!: number;
  @Field(() => Int) ownerlessGoals!: number;
  @Field(() => DateScalar, { nullable: true }) reviewDate!: Day | null;
  @Field(() => Int) revision!: number;
  @Field({ description: 'The viewer never reviewed the record: all of it is new.' }) isNewToViewer!: boolean;
  @Field(() => Int, { description: 'How many revisions by others hold something that the viewer has not reviewed; 100 stands for 100 and more.' }) unread!: number;
}

export const PatientConnection = connectionOf('Patient', () => CaseloadPatientType);
