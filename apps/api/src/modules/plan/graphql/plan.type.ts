import { Field, Float, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import {
  ACTIVITY_FORMS, ACTIVITY_STATUSES, ACTIVITY_VERBS, type ActivityDetails, type ActivityForm, type ActivityStatus, type ActivityVerb, type Day, GOAL_ACHIEVEMENTS, GOAL_DOMAINS, GOAL_SCOPES, GOAL_STATUSES, type GoalAchievement, type GoalDomain, type GoalScope,
  type GoalStatus, GOAL_VERBS, type GoalVerb, PLAN_STATUSES, PLAN_VERBS, type PlanStatus, type PlanVerb, type PlanStructure, type StructureGoal, type StructurePart, TREATMENT_OUTCOMES, TRIAL_DECISIONS,
} from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { EditConflictType, RuleViolationType, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { ActivityDetailsScalar } from './activity-details.type.ts';
import type { PastPlan } from '../application/past-plan.queries.ts';
import type { ActivityView, DissentView, GoalTargetView, GoalView, PlanView } from '../application/plan-views.ts';
import type { RatingView } from '../application/ratings.queries.ts';

const PlanStatusEnum = publishEnum('PlanStatus', PLAN_STATUSES);
const PlanVerbEnum = publishEnum('PlanVerb', PLAN_VERBS);
/** Starting has a command of its own, for its rule. */
export const PlanMoveEnum = publishEnum('PlanMove', ['pause', 'complete']);
export const GoalScopeEnum = publishEnum('GoalScope', GOAL_SCOPES);
export const GoalDomainEnum = publishEnum('GoalDomain', GOAL_DOMAINS);
const GoalStatusEnum = publishEnum('GoalStatus', GOAL_STATUSES);
export const GoalAchievementEnum = publishEnum('GoalAchievement', GOAL_ACHIEVEMENTS);
const ActivityStatusEnum = publishEnum('ActivityStatus', ACTIVITY_STATUSES);
export const GoalVerbEnum = publishEnum('GoalVerb', GOAL_VERBS);
export const ActivityVerbEnum = publishEnum('ActivityVerb', ACTIVITY_VERBS);
const ActivityFormEnum = publishEnum('ActivityForm', Object.keys(ACTIVITY_FORMS) as ActivityForm[], 'The kind of an activity: which details it has.');
export const TrialDecisionEnum = publishEnum('TrialDecision', TRIAL_DECISIONS);
export const TreatmentOutcomeEnum = publishEnum('TreatmentOutcome', TREATMENT_OUTCOMES);

@ObjectType('Plan', { description: 'The one plan that the whole team shares.' })
export class PlanType implements PlanView {
  @Field(() => ID) id!: string;
  patientId!: string;
  /** What stood with a plan of the past; undefined of the plan that stands now. */
  past?: PastPlan;
  @Field() title!: string;
  @Field(() => String, { nullable: true }) summary!: string | null;
  @Field(() => PlanStatusEnum) status!: PlanStatus;
  @Field(() => [PlanVerbEnum], { description: 'What its state allows; whether the viewer may is `viewer.may`.' }) transitions!: PlanVerb[];
  @Field(() => DateScalar, { nullable: true }) reviewDate!: Day | null;
  @Field(() => String, { nullable: true, description: 'What the patient should hear from everyone.' }) agreedMessage!: string | null;
  @Field(() => DateScalar, { nullable: true }) agreedOn!: Day | null;
}

@ObjectType('Dissent', { description: 'A clinician does not agree with the message that stands.' })
export class DissentType implements DissentView {
  @Field(() => ID) id!: string;
  /** Published as `person`. */
  personId!: string;
  @Field() reason!: string;
  @Field(() => DateTimeScalar) at!: Date;
}

@ObjectType('StructureGoal')
export class StructureGoalType implements StructureGoal {
  @Field(() => ID) key!: string;
  @Field(() => GoalDomainEnum) domain!: GoalDomain;
  @Field(() => GoalScopeEnum) scope!: GoalScope;
  @Field(() => ID, { nullable: true, description: 'A measure id of the catalogue.' }) measure!: string | null;
}

@ObjectType('StructurePart')
export class StructurePartType implements StructurePart {
  @Field(() => ID) catalogueId!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => [ID], { description: 'Keys of the goals that it serves.' }) goals!: readonly string[];
}

@ObjectType('PlanStructure', { description: 'What is open in a plan, without words, people, doses, dates and reasons.' })
export class PlanStructureType implements PlanStructure {
  @Field(() => [StructureGoalType]) goals!: StructureGoalType[];
  @Field(() => [StructurePartType]) parts!: StructurePartType[];
}

@ObjectType('GoalTarget')
export class GoalTargetType implements GoalTargetView {
  @Field(() => ID, { nullable: true, description: 'A measure id of the catalogue; null when the target is in words only.' }) measure!: string | null;
  @Field(() => String, { nullable: true }) measureName!: string | null;
  @Field(() => Float, { nullable: true }) baseline!: number | null;
  @Field(() => Float, { nullable: true }) value!: number | null;
  @Field(() => String, { nullable: true }) unit!: string | null;
  @Field(() => DateScalar, { nullable: true }) date!: Day | null;
}

@ObjectType('Goal')
export class GoalType implements GoalView {
  @Field(() => ID) id!: string;
  patientId!: string;
  /** Of a goal of the past; undefined of one that stands now. */
  pastRatings?: readonly RatingView[];
  @Field(() => Int, { description: 'The revision of the record that last wrote it.' }) revision!: number;
  @Field({ description: 'In the patient’s own words.' }) words!: string;
  @Field(() => String, { nullable: true, description: 'The clinical restatement.' }) restatement!: string | null;
  @Field(() => GoalScopeEnum) scope!: GoalScope;
  @Field(() => GoalDomainEnum) domain!: GoalDomain;
  @Field(() => GoalStatusEnum) status!: GoalStatus;
  @Field(() => GoalAchievementEnum) achievement!: GoalAchievement;
  @Field(() => [GoalVerbEnum], { description: 'What its state allows; whether the viewer may is `viewer.may`.' }) transitions!: GoalVerb[];
  /** Published as `owner`. */
  ownerId!: string | null;
  /** Published as `participants`. */
  participantIds!: readonly string[];
  @Field(() => GoalTargetType, { nullable: true }) target!: GoalTargetType | null;
  @Field(() => DateScalar, { nullable: true }) startedOn!: Day | null;
  @Field(() => DateScalar, { nullable: true }) endedOn!: Day | null;
  @Field(() => String, { nullable: true }) endReason!: string | null;
  @Field(() => [String], { nullable: true, description: 'The five descriptors of its attainment, from −2 to +2; null while there are none.' }) scale!: readonly string[] | null;
}

@ObjectType('Activity')
export class ActivityType implements ActivityView {
  @Field(() => ID) id!: string;
  @Field(() => Int, { description: 'The revision of the record that last wrote it.' }) revision!: number;
  @Field(() => ID, { description: 'A treatment or activity id of the catalogue.' }) catalogueId!: string;
  @Field() name!: string;
  @Field(() => ID) discipline!: string;
  @Field(() => ID, { description: 'The plan column in which it stands.' }) column!: string;
  /** Published as `owner`. */
  ownerId!: string | null;
  @Field(() => ActivityStatusEnum) status!: ActivityStatus;
  @Field(() => [ActivityVerbEnum], { description: 'What its state allows; whether the viewer may is `viewer.may`.' }) transitions!: ActivityVerb[];
  @Field(() => String, { nullable: true }) doseText!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is on hold, stopped, completed or declined.' }) statusReason!: string | null;
  @Field(() => String, { nullable: true, description: 'Why it is done: the indication.' }) reason!: string | null;
  @Field(() => String, { nullable: true }) nextStep!: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was last written; null when the viewer’s part does not include the history (peer mentors).' }) changedAt!: Date | null;
  @Field(() => DateScalar, { nullable: true }) startsOn!: Day | null;
  @Field(() => DateScalar, { nullable: true }) reviewOn!: Day | null;
  @Field(() => DateScalar, { nullable: true }) endsOn!: Day | null;
  @Field(() => ActivityFormEnum, { nullable: true }) form!: ActivityForm | null;
  /** `supervisor` is published as a person of its own. */
  @Field(() => ActivityDetailsScalar) details!: ActivityDetails;
  @Field(() => [ID], { description: 'The goals that it serves; none: an activity without a goal.' }) goalIds!: readonly string[];
}

@ObjectType('PlanChange', { description: 'A change of the plan that was made.' })
export class PlanChangeType {
  /** Published as `patient`. */
  patientId!: string;
  @Field(() => ID, { description: 'The goal, the rating, the activity, the plan or the dissent that was changed; of a template the first thing that it added.' }) entityId!: string;
  @Field(() => Int, { description: 'The revision that it made: what undoing it names.' }) revision!: number;
  /** What its author had seen; published through `meanwhile`. */
  base!: number;
}

export const PlanResult = createUnionType({
  name: 'PlanResult',
  types: () => [PlanChangeType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('PlanChange'),
});
