import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isOpenGoal } from '@plexus/domain';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { PatientType } from '../../patients/graphql/patient.type.ts';
import { CaseloadQueries, type CaseloadSort } from '../application/caseload.queries.ts';
import { PlanQueries } from '../application/plan.queries.ts';
import { PlanStructures } from '../application/plan-structures.ts';
import { CaseloadMemberType, CaseloadSortEnum, PatientConnection } from './caseload.type.ts';
import { ActivityType, DissentType, GoalType, PlanStructureType, PlanType } from './plan.type.ts';

@Resolver(() => PatientType)
export class PatientPlanResolver {
  constructor(
    private readonly plans: PlanQueries,
    private readonly structures: PlanStructures,
  ) {}

  @Query(() => PlanStructureType, { description: 'What could be taken over from a patient’s plan into another one.' })
  previewPlanStructure(@Ctx() request: RequestContext, @Args('patientId', { type: () => ID }) patientId: string) {
    return this.structures.ofPatient(request, patientId);
  }

  @ResolveField(() => PlanType)
  plan(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.plans.ofPatient(request, patient.id);
  }

  @ResolveField(() => Int, { description: 'How many goals are proposed, active or on hold.' })
  async openGoals(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<number> {
    return (await this.plans.goals(request, patient.id)).filter(isOpenGoal).length;
  }
}

@Resolver(() => PlanType)
export class PlanResolver {
  constructor(private readonly plans: PlanQueries) {}

  @ResolveField(() => [GoalType])
  goals(@Ctx() request: RequestContext, @Parent() plan: PlanType) {
    return plan.past?.goals ?? this.plans.goals(request, plan.patientId);
  }

  @ResolveField(() => [ActivityType])
  activities(@Ctx() request: RequestContext, @Parent() plan: PlanType) {
    return plan.past?.activities ?? this.plans.activities(request, plan.patientId);
  }

  @ResolveField(() => [DissentType], { description: 'Who does not agree with the message that stands. Empty also for a reader whose part it is not (peer mentors).' })
  dissents(@Ctx() request: RequestContext, @Parent() plan: PlanType) {
    return plan.past?.dissents ?? this.plans.dissents(request, plan);
  }
}

@Resolver(() => DissentType)
export class DissentResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() dissent: DissentType) {
    return this.people.byId(request, dissent.personId);
  }
}

@Resolver(() => GoalType)
export class GoalResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType, { nullable: true })
  owner(@Ctx() request: RequestContext, @Parent() goal: GoalType) {
    return goal.ownerId === null ? null : this.people.byId(request, goal.ownerId);
  }

  @ResolveField(() => [PersonType])
  participants(@Ctx() request: RequestContext, @Parent() goal: GoalType) {
    return Promise.all(goal.participantIds.map((id) => this.people.byId(request, id)));
  }
}

@Resolver(() => ActivityType)
export class ActivityResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType, { nullable: true })
  owner(@Ctx() request: RequestContext, @Parent() activity: ActivityType) {
    return activity.ownerId === null ? null : this.people.byId(request, activity.ownerId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Under whose eyes it is done.' })
  supervisor(@Ctx() request: RequestContext, @Parent() { details: { supervisor } }: ActivityType) {
    return supervisor === undefined ? null : this.people.byId(request, supervisor);
  }
}

@Resolver(() => CaseloadMemberType)
export class CaseloadResolver {
  constructor(
    private readonly caseload: CaseloadQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Query(() => PatientConnection, { description: 'The patients whom the viewer reaches: on their teams, as a stand-in, or all as a coordinator.' })
  patients(
    @Ctx() request: RequestContext,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('sort', { type: () => CaseloadSortEnum, defaultValue: 'name' }) sort: CaseloadSort,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.caseload.page(request, search ?? null, sort, first, after ?? null);
  }

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() member: CaseloadMemberType) {
    return this.people.byId(request, member.personId);
  }
}
