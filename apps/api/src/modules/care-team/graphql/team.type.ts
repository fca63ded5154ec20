import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { type Day, PATIENT_ACTIONS, type Reach, TEAM_ROLES, type TeamRole } from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { ReachEnum } from '../../identity/graphql/access-log.type.ts';
import { CommandInContactInput } from '../../patients/graphql/patient.inputs.ts';
import type { Period, StandInView, TeamMemberView } from '../application/team.queries.ts';

export const TeamRoleEnum = publishEnum('TeamRole', TEAM_ROLES);
const PeriodEnum = publishEnum('Period', ['past', 'current', 'future'] satisfies Period[]);
/** `patient:edit` is published as PATIENT_EDIT. */
const PatientActionEnum = publishEnum('PatientAction', PATIENT_ACTIONS.map((action) => action.replace(':', '-')));

@ObjectType('StandIn')
export class StandInType implements StandInView {
  @Field(() => ID) id!: string;
  /** Published as `person`. */
  personId!: string;
  @Field(() => DateScalar) validFrom!: Day;
  @Field(() => DateScalar) validTo!: Day;
  @Field(() => PeriodEnum) period!: Period;
  @Field() reason!: string;
}

@ObjectType('TeamMember')
export class TeamMemberType implements TeamMemberView {
  @Field(() => ID) id!: string;
  /** Published as `person`. */
  personId!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => TeamRoleEnum) role!: TeamRole;
  @Field(() => DateScalar) validFrom!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'The last day, inclusive; null: open.' }) validTo!: Day | null;
  @Field(() => PeriodEnum) period!: Period;
  @Field({ description: 'Why this person is on the team.' }) reason!: string;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => [StandInType]) standIns!: StandInType[];
}

@ObjectType('PatientViewer', { description: 'What the viewer is to this patient, and may do.' })
export class PatientViewerType {
  @Field(() => ReachEnum) through!: Reach;
  @Field(() => TeamRoleEnum, { nullable: true }) teamRole!: TeamRole | null;
  @Field(() => ID, { nullable: true }) discipline!: string | null;
  @Field(() => [PatientActionEnum]) may!: string[];
}

@InputType()
export class AddTeamMemberInput extends CommandInContactInput {
  @Field(() => ID) personId!: string;
  @Field(() => TeamRoleEnum) role!: TeamRole;
  @Field(() => DateScalar) validFrom!: Day;
  @Field(() => DateScalar, { nullable: true }) validTo?: Day | null;
  @Field() reason!: string;
}

@InputType()
export class EndTeamMembershipInput extends CommandInContactInput {
  @Field(() => ID) memberId!: string;
  @Field(() => DateScalar, { description: 'The last day, inclusive.' }) validTo!: Day;
  @Field() reason!: string;
}

@InputType()
export class ChangeLeadInput extends CommandInContactInput {
  @Field(() => ID) memberId!: string;
  @Field() reason!: string;
}

@InputType()
export class ArrangeStandInInput extends CommandInContactInput {
  @Field(() => ID) memberId!: string;
  @Field(() => ID) personId!: string;
  @Field(() => DateScalar) validFrom!: Day;
  @Field(() => DateScalar) validTo!: Day;
  @Field() reason!: string;
}

@InputType()
export class EndStandInInput extends CommandInContactInput {
  @Field(() => ID) standInId!: string;
  @Field(() => DateScalar) validTo!: Day;
  @Field() reason!: string;
}
