import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { ActivityDetailsPatch, ActivityVerb, AgreementAnswer, Day, GoalAchievement, GoalDomain, GoalScope, GoalVerb, PlanVerb, Rater, TreatmentOutcome, TrialDecision } from '@plexus/domain';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import { CommandInContactInput } from '../../patients/graphql/patient.inputs.ts';
import { ActivityDetailsInput } from './activity-details.type.ts';
import { AgreementAnswerEnum } from './agreement.type.ts';
import { RaterEnum } from './attainment.type.ts';
import { ActivityVerbEnum, GoalAchievementEnum, GoalDomainEnum, GoalScopeEnum, GoalVerbEnum, PlanMoveEnum, TreatmentOutcomeEnum, TrialDecisionEnum } from './plan.type.ts';

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
  @Field(() => [String], { nullable: true, description: 'The five descriptors of its attainment, from −2 to +2, all anew; null takes them away.' }) scale?: string[] | null;
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
export class RateGoalInput extends CommandInContactInput {
  @Field(() => ID) goalId!: string;
  @Field(() => RaterEnum) rater!: Rater;
  @Field(() => Int, { description: 'From −2 to +2.' }) level!: number;
  @Field({ description: 'The descriptor of that level as its author read it; when it says something else by now, the rating is refused, SCALE_CHANGED.' }) words!: string;
  @Field(() => DateScalar) ratedOn!: Day;
  @Field(() => String, { nullable: true }) note?: string | null;
}

@InputType()
export class WithdrawRatingInput extends CommandInContactInput {
  @Field(() => ID) ratingId!: string;
  @Field() reason!: string;
}

@InputType()
export class PlanActivityInput extends CommandInContactInput {
  @Field(() => ID, { description: 'A treatment or activity id of the catalogue.' }) catalogueId!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => ID, { nullable: true, description: 'Null: the patient does it.' }) ownerId?: string | null;
  @Field(() => [ID], { nullable: true }) goalIds?: string[];
  @Field(() => String, { nullable: true }) doseText?: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is done.' }) reason?: string | null;
  @Field(() => String, { nullable: true }) nextStep?: string | null;
  @Field(() => DateScalar, { nullable: true }) startsOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) reviewOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) endsOn?: Day | null;
  @Field(() => ActivityDetailsInput, { nullable: true }) details?: ActivityDetailsPatch | null;
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
  @Field(() => String, { nullable: true }) nextStep?: string | null;
  @Field(() => DateScalar, { nullable: true }) startsOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) reviewOn?: Day | null;
  @Field(() => DateScalar, { nullable: true }) endsOn?: Day | null;
  @Field(() => ActivityDetailsInput, { nullable: true }) details?: ActivityDetailsPatch | null;
  @Field(() => String, { nullable: true, description: 'Why it is changed.' }) changeReason?: string | null;
}

@InputType()
export class MoveActivityInput extends CommandInContactInput {
  @Field(() => ID) activityId!: string;
  @Field(() => ActivityVerbEnum) verb!: ActivityVerb;
  @Field(() => String, { nullable: true }) reason?: string | null;
  @Field(() => TreatmentOutcomeEnum, { nullable: true, description: 'How it went; of what is completed or stopped.' }) outcome?: TreatmentOutcome | null;
}

@InputType()
export class DecideActivityInput extends CommandInContactInput {
  @Field(() => ID) activityId!: string;
  @Field(() => TrialDecisionEnum) decision!: TrialDecision;
  @Field() reason!: string;
  @Field(() => DateScalar, { nullable: true, description: 'When it is looked at again; asked unless it stops.' }) reviewOn?: Day | null;
  @Field(() => TreatmentOutcomeEnum, { nullable: true, description: 'How it went; only of what stops.' }) outcome?: TreatmentOutcome | null;
}

@InputType()
export class RecordPastTreatmentInput extends CommandInContactInput {
  @Field(() => ID, { description: 'A treatment id of the catalogue.' }) catalogueId!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => TreatmentOutcomeEnum) outcome!: TreatmentOutcome;
  @Field(() => DateScalar, { nullable: true, description: 'Its last day, as far as it is known.' }) endedOn?: Day | null;
  @Field(() => String, { nullable: true, description: 'What is known of it: how much, how long, why it ended.' }) reason?: string | null;
}

@InputType()
export class AnswerForMyPartInput extends CommandInContactInput {
  @Field(() => Int, { description: 'The version of the plan that the viewer read; another one by now is a refusal, PLAN_MOVED_ON.' }) planVersion!: number;
  @Field(() => AgreementAnswerEnum) answer!: AgreementAnswer;
  @Field(() => String, { nullable: true, description: 'Why they object; left out when the part is right.' }) reason?: string | null;
}

@InputType()
export class DissentFromMessageInput extends CommandInContactInput {
  @Field({ description: 'The agreed message as the viewer read it, word for word; another one by now is a refusal, MESSAGE_CHANGED.' }) message!: string;
  @Field({ description: 'Why the viewer does not agree.' }) reason!: string;
}

@InputType()
export class WithdrawDissentInput extends CommandInContactInput {
  @Field(() => ID) dissentId!: string;
}

@InputType()
export class ChosenGoalInput {
  @Field(() => ID, { description: 'Its key in the structure.' }) key!: string;
  @Field(() => String, { nullable: true, description: 'In this patient’s own words; asked unless it joins an open goal.' }) words?: string | null;
  @Field(() => ID, { nullable: true, description: 'The open goal that is meant instead: the chosen parts serve it.' }) joinedGoalId?: string | null;
}

@InputType({ description: 'From a template or from another patient’s plan: exactly one of both.' })
export class ApplyPlanTemplateInput extends CommandInContactInput {
  @Field(() => ID, { nullable: true, description: 'A plan template of the catalogue.' }) templateId?: string | null;
  @Field(() => ID, { nullable: true, description: 'A patient whose plan the viewer may read; its structure is taken as it is now.' }) fromPatientId?: string | null;
  @Field(() => [ChosenGoalInput]) goals!: ChosenGoalInput[];
  @Field(() => [ID], { description: 'Catalogue ids; what the plan has open already is left out.' }) parts!: string[];
  @Field(() => [ID], { nullable: true, description: 'Open goals like new ones that the author has seen and does not mean.' }) distinctFrom?: string[];
}

@InputType()
export class UndoPlanChangeInput {
  @Field(() => ID) commandId!: string;
  @Field(() => ID) patientId!: string;
  @Field(() => Int, { description: 'The revision that one’s own change made; what it wrote must still stand.' }) revision!: number;
}
