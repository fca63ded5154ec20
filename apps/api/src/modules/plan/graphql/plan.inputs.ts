import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { ActivityVerb, Day, GoalAchievement, GoalDomain, GoalScope, GoalVerb, PlanVerb } from '@plexus/domain';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { CommandInContactInput } from '../../patients/graphql/patient.inputs.ts';
import { ActivityVerbEnum, GoalAchievementEnum, GoalDomainEnum, GoalScopeEnum, GoalVerbEnum, PlanMoveEnum } from './plan.type.ts';

@InputType({ description: 'One order: measure, baseline, value, unit and date are given together.' })
export class GoalTargetInput {
  @Field(() => ID, { nullable: true, description: 'A measure id of the catalogue.' }) measure?: string | null;
  @Field(() => Float, { nullable: true }) baseline?: number | null;
  @Field(() => Float, { nullable: true }) value?: number | null;
  @Field(() => String, { nullable: true }) unit?: string | null;
  @Field(() => DateScalar, { nullable: true }) date?: Day | null;
}

@InputType()
export class EditPlanInput extends CommandInContactInput {
  @Field(() => String, { nullable: true }) title?: string;
  @Field(() => String, { nullable: true }) summary?: string | null;
  @Field(() => DateScalar, { nullable: true }) reviewDate?: Day | null;
  @Field(() => String, { nullable: true, description: 'What the patient should hear from everyone.' }) agreedMessage?: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is changed.' }) reason?: string | null;
}

@InputType()
export class ActivatePlanInput extends CommandInContactInput {
  @Field(() => String, { nullable: true, description: 'Why it starts without a red-flag screen of the last 90 days; of the lead or a physiatrist.' }) withoutScreenReason?: string | null;
}

@InputType()
export class MovePlanInput extends CommandInContactInput {
  @Field(() => PlanMoveEnum) verb!: Exclude<PlanVerb, 'activate'>;
  @Field() reason!: string;
}

@InputType()
export class ProposeGoalInput extends CommandInContactInput {
  @Field({ description: 'In the patient’s own words.' }) words!: string;
  @Field(() => String, { nullable: true }) restatement?: string | null;
  @Field(() => GoalScopeEnum) scope!: GoalScope;
  @Field(() => GoalDomainEnum) domain!: GoalDomain;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) participantIds?: string[];
  @Field(() => GoalTargetInput, { nullable: true }) target?: GoalTargetInput | null;
  @Field(() => [ID], { nullable: true, description: 'Open goals like this one that the author has seen and does not mean. Any other like it is a refusal, GOAL_SIMILAR.' }) distinctFrom?: string[];
}

@InputType()
export class EditGoalInput extends CommandInContactInput {
  @Field(() => ID) goalId!: string;
  @Field(() => String, { nullable: true }) words?: string;
  @Field(() => String, { nullable: true }) restatement?: string | null;
  @Field(() => GoalScopeEnum, { nullable: true }) scope?: GoalScope;
  @Field(() => GoalDomainEnum, { nullable: true }) domain?: GoalDomain;
  @Field(() => GoalAchievementEnum, { nullable: true }) achievement?: GoalAchievement;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) participantIds?: string[];
  @Field(() => GoalTargetInput, { nullable: true, description: 'The whole target anew; null takes it away.' }) target?: GoalTargetInput | null;
  @Field(() => String, { nullable: true, description: 'Why it is changed.' }) reason?: string | null;
}

@InputType()
export class JoinGoalInput extends CommandInContactInput {
  @Field(() => ID) goalId!: string;
}

@InputType()
export class MoveGoalInput extends CommandInContactInput {
  @Field(() => ID) goalId!: string;
  @Field(() => GoalVerbEnum) verb!: GoalVerb;
  @Field(() => GoalAchievementEnum, { nullable: true, description: 'How it went; asked when it is completed.' }) achievement?: GoalAchievement;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class PlanActivityInput extends CommandInContactInput {
  @Field(() => ID, { description: 'A treatment or activity id of the catalogue.' }) catalogueId!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => ID, { nullable: true, description: 'Null: the patient does it.' }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) goalIds?: string[];
  @Field(() => String, { nullable: true }) doseText?: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is done.' }) reason?: string | null;
  @Field(() => DateScalar, { nullable: true }) startsOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) reviewOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) endsOn?: Day | null;
}

@InputType()
export class EditActivityInput extends CommandInContactInput {
  @Field(() => ID) activityId!: string;
  @Field(() => ID, { nullable: true, description: 'Only while it is planned: what has begun stays what it is.' }) catalogueId?: string;
  @Field(() => ID, { nullable: true }) discipline?: string;
  @Field(() => ID, { nullable: true }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) goalIds?: string[];
  @Field(() => String, { nullable: true }) doseText?: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is done.' }) reason?: string | null;
  @Field(() => DateScalar, { nullable: true }) startsOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) reviewOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) endsOn?: Day | null;
  @Field(() => String, { nullable: true, description: 'Why it is changed.' }) changeReason?: string | null;
}

@InputType()
export class MoveActivityInput extends CommandInContactInput {
  @Field(() => ID) activityId!: string;
  @Field(() => ActivityVerbEnum) verb!: ActivityVerb;
  @Field(() => String, { nullable: true }) reason?: string | null;
}

@InputType()
export class UndoPlanChangeInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) patientId!: string;
  @Field(() => Int, { description: 'The revision that one’s own change made; what it wrote must still stand.' }) revision!: number;
}
