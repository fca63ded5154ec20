import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import type { OrganizationDone } from '../../../platform/records/organization-commands.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { LeaveQueries } from '../application/leave.queries.ts';
import { LeaveUseCases } from '../application/leaves.use-cases.ts';
import { EndLeaveInput, LeaveResult, LeaveType, SetLeaveInput } from './leave.type.ts';

@Resolver(() => LeaveType)
export class LeaveResolver {
  constructor(
    private readonly leaves: LeaveQueries,
    private readonly people: PeopleQueries,
    private readonly changes: LeaveUseCases,
  ) {}

  @Mutation(() => LeaveResult, { description: 'One’s own leave; a coordinator or an administrator writes anybody’s.' })
  setLeave(@Ctx() request: RequestContext, @Args('input') input: SetLeaveInput) {
    return this.answer(request, this.changes.set(request.actor, input));
  }

  @Mutation(() => LeaveResult, { description: 'Its last day is today; leave that has not begun is taken away.' })
  endLeave(@Ctx() request: RequestContext, @Args('input') input: EndLeaveInput) {
    return this.answer(request, this.changes.end(request.actor, input));
  }

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() leave: LeaveType) {
    return this.people.byId(request, leave.personId);
  }

  private async answer(request: RequestContext, change: Promise<OrganizationDone>) {
    const result = await change;
    await request.renew();
    return result.ok ? { leaveId: result.value.entityId, leave: await this.leaves.byId(request, result.value.entityId) } : publishRefusal(result.error);
  }
}
