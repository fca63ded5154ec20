import { Field, Float, ID, Int, ObjectType, createUnionType } from '@nestjs/graphql';
import {
  ACTIVITY_STATUSES, ACTIVITY_VERBS, type ActivityStatus, type ActivityVerb, type Day, GOAL_ACHIEVEMENTS, GOAL_DOMAINS, GOAL_SCOPES, GOAL_STATUSES, type GoalAchievement, type GoalDomain, type GoalScope,
  type GoalStatus, GOAL_VERBS, type GoalVerb, PLAN_STATUSES, PLAN_VERBS, type PlanStatus, type PlanVerb,
} from '@plexus/domain';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { EditConflictType, RuleViolationType, refusalOr } from '../../../platform/graphql/refusal.types.ts';
import { DateScalar } from '../../../platform/graphql/scalars.ts';
import type { ActivityView, GoalTargetView, GoalView, PlanView } from '../application/plan.queries.ts';

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

@ObjectType('Plan', { description: 'The one plan that the whole team shares.' })
export class PlanType implements PlanView {
  @Field(() => ID) id!: string;
  patientId!: string;
  @Field() title!: string;
  @Field(() => String, { nullable: true }) summary!: string | null;
  @Field(() => PlanStatusEnum) status!: PlanStatus;
  @Field(() => [PlanVerbEnum], { description: 'What its state allows; whether the viewer may is `viewer.may`.' }) transitions!: PlanVerb[];
  @Field(() => DateScalar, { nullable: true }) reviewDate!: Day | null;
  @Field(() => String, { nullable: true, description: 'What the patient should hear from everyone.' }) agreedMessage!: string | null;
  @Field(() => DateScalar, { nullable: true }) agreedOn!: Day | null;
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
  @Field(() => DateScalar, { nullable: true }) startsOn!: Day | null;
  @Field(() => DateScalar, { nullable: true }) reviewOn!: Day | null;
  @Field(() => DateScalar, { nullable: true }) endsOn!: Day | null;
  @Field(() => [ID], { description: 'The goals that it serves; none: an activity without a goal.' }) goalIds!: readonly string[];
}

@ObjectType('PlanChange', { description: 'A change of the plan that was made.' })
export class PlanChangeType {
  /** Published as `patient`. */
  patientId!: string;
  @Field(() => ID, { description: 'The goal, the activity or the plan that was changed.' }) entityId!: string;
  @Field(() => Int, { description: 'The revision that it made: what undoing it names.' }) revision!: number;
  /** What its author had seen; published through `meanwhile`. */
  base!: number;
}

export const PlanResult = createUnionType({
  name: 'PlanResult',
  types: () => [PlanChangeType, RuleViolationType, EditConflictType] as const,
  resolveType: refusalOr('PlanChange'),
});
