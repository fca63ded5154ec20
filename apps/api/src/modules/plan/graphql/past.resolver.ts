import { Args, Field, ID, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Day } from '@plexus/domain';
import { AccessService } from '../../../access/access.service.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql/scalars.ts';
import { TeamMemberType } from '../../care-team/graphql/team.type.ts';
import { MomentInput, ThingDifferenceType } from '../../patients/graphql/difference.type.ts';
import { PatientType } from '../../patients/graphql/patient.type.ts';
import { PastPlanQueries, type PlanAsOfView } from '../application/past-plan.queries.ts';
import { PlacesBatch, type PlanPlaceView } from '../application/places.batch.ts';
import { PlanType } from './plan.type.ts';

@ObjectType('PlanAsOf', { description: 'The plan as it stood at a moment. Names of people, treatments and measures are today’s.' })
export class PlanAsOfType implements PlanAsOfView {
  @Field(() => Int, { description: 'The newest revision at that moment.' }) revision!: number;
  @Field(() => DateTimeScalar, { description: 'When that revision was made.' }) at!: Date;
  @Field(() => DateScalar, { description: 'The day from which it is seen: what was late or to come is so on this day.' }) day!: Day;
  @Field(() => Int) planVersion!: number;
  @Field(() => PlanType) plan!: PlanAsOfView['plan'];
  @Field(() => [TeamMemberType]) team!: TeamMemberType[];
}

@ObjectType('PlanPlace', { description: 'Where a thing stands in the plan now.' })
export class PlanPlaceType implements PlanPlaceView {
  @Field(() => ID, { nullable: true }) goalId!: string | null;
  @Field(() => String, { nullable: true }) goalWords!: string | null;
  @Field(() => ID, { nullable: true }) discipline!: string | null;
}

@Resolver(() => PatientType)
export class PastPlanResolver {
  constructor(
    private readonly access: AccessService,
    private readonly plans: PastPlanQueries,
  ) {}

  @ResolveField(() => PlanAsOfType)
  async planAsOf(@Ctx() request: RequestContext, @Parent() patient: PatientType, @Args('moment') moment: MomentInput) {
    await this.access.requirePart(request, 'history:read', patient.id);
    return this.plans.ofPatient(request, patient.id, moment);
  }
}

@Resolver(() => ThingDifferenceType)
export class DifferencePlaceResolver {
  constructor(private readonly places: PlacesBatch) {}

  @ResolveField(() => PlanPlaceType, { nullable: true, description: 'Null of what is no goal, rating or part of the plan.' })
  place(@Ctx() request: RequestContext, @Parent() { patientId, entity, entityId }: ThingDifferenceType) {
    return IN_PLAN.includes(entity) ? request.loaders.for(this.places).load({ patientId, entityId }) : null;
  }
}

const IN_PLAN: readonly string[] = ['goal', 'goal-rating', 'activity'];
