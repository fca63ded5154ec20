import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { AgreementQueries } from '../application/agreement.queries.ts';
import { AgreementType, DisciplineAgreementType } from './agreement.type.ts';
import { PlanType } from './plan.type.ts';

@Resolver(() => PlanType)
export class PlanAgreementsResolver {
  constructor(private readonly queries: AgreementQueries) {}

  @ResolveField(() => [DisciplineAgreementType], { description: 'Of each discipline on the team. Empty for a reader whose part it is not (peer mentors).' })
  agreements(@Ctx() request: RequestContext, @Parent() plan: PlanType) {
    return plan.past?.agreements ?? this.queries.ofPlan(request, plan);
  }
}

@Resolver(() => AgreementType)
export class AgreementResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() agreement: AgreementType) {
    return this.people.byId(request, agreement.personId);
  }
}
