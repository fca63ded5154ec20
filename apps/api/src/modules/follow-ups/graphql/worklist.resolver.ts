import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import type { OrganizationDone } from '../../../platform/records/organization-commands.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { CandidateQueries } from '../application/candidates.queries.ts';
import { ChangeFollowUpsUseCase } from '../application/change-follow-ups.use-case.ts';
import { FollowUpBatch } from '../application/follow-up.batches.ts';
import { LeaveQueries } from '../application/leave.queries.ts';
import { SavedViewQueries } from '../application/saved-views.queries.ts';
import { SavedViewUseCases } from '../application/saved-views.use-cases.ts';
import type { FollowUpQueue, FollowUpSort } from '../application/worklist-statement.ts';
import { WorklistQueries } from '../application/worklist.queries.ts';
import { DisciplineType, disciplineNamed, FollowUpType } from './follow-up.type.ts';
import { LeaveType } from './leave.type.ts';
import {
  ChangeFollowUpsInput, FollowUpCandidateType, FollowUpConnectionType, FollowUpCountsType, FollowUpFilterInput, FollowUpItemType, FollowUpQueueEnum, FollowUpSortEnum, RemoveViewInput, SaveViewInput, SavedViewResult, SavedViewType, itemTypes,
} from './worklist.type.ts';

/** Follow-ups of many patients at once. */
@Resolver(() => FollowUpItemType)
export class WorklistResolver {
  constructor(
    private readonly worklist: WorklistQueries,
    private readonly leavesOf: LeaveQueries,
    private readonly changing: ChangeFollowUpsUseCase,
    private readonly byId: FollowUpBatch,
  ) {}

  @Query(() => FollowUpConnectionType, { description: 'Open follow-ups of all patients whom the viewer reaches.' })
  followUps(
    @Ctx() request: RequestContext,
    @Args('queue', { type: () => FollowUpQueueEnum }) queue: FollowUpQueue,
    @Args('filter', { type: () => FollowUpFilterInput, nullable: true }) filter: FollowUpFilterInput | null,
    @Args('sort', { type: () => FollowUpSortEnum, defaultValue: 'due' }) sort: FollowUpSort,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.worklist.page(request, queue, filter ?? {}, sort, first, after ?? null);
  }

  @Query(() => FollowUpCountsType)
  followUpCounts(@Ctx() request: RequestContext) {
    return this.worklist.counts(request);
  }

  @Query(() => [LeaveType], { description: 'Who is away now or will be, the next first.' })
  leaves(@Ctx() request: RequestContext) {
    return this.leavesOf.current(request);
  }

  @Mutation(() => [FollowUpItemType], { description: 'The same change of many follow-ups, each a revision of its own; what cannot be done is named and keeps nothing else from being done.' })
  async changeFollowUps(@Ctx() request: RequestContext, @Args('input') input: ChangeFollowUpsInput): Promise<FollowUpItemType[]> {
    return itemTypes(await this.changing.execute(request, input));
  }

  @ResolveField(() => FollowUpType, { nullable: true, description: 'As it is now; null when it is not one of the viewer’s.' })
  followUp(@Ctx() request: RequestContext, @Parent() { patientId, followUpId }: FollowUpItemType) {
    return request.loaders.for(this.byId).load({ patientId, followUpId });
  }
}

@Resolver(() => FollowUpCandidateType)
export class CandidatesResolver {
  constructor(
    private readonly candidates: CandidateQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Query(() => [FollowUpCandidateType], { description: 'Those who can be asked first.' })
  followUpCandidates(@Ctx() request: RequestContext, @Args('patientId', { type: () => ID }) patientId: string) {
    return this.candidates.ofPatient(request, patientId);
  }

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() candidate: FollowUpCandidateType) {
    return this.people.byId(request, candidate.personId);
  }

  @ResolveField(() => DisciplineType, { description: 'In which they treat the patient.' })
  discipline(@Parent() { discipline }: FollowUpCandidateType): DisciplineType {
    return disciplineNamed(discipline);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who acts for them with this patient today.' })
  standIn(@Ctx() request: RequestContext, @Parent() { standInId }: FollowUpCandidateType) {
    return standInId === null ? null : this.people.byId(request, standInId);
  }
}

@Resolver(() => SavedViewType)
export class SavedViewsResolver {
  constructor(
    private readonly views: SavedViewQueries,
    private readonly changes: SavedViewUseCases,
    private readonly people: PeopleQueries,
  ) {}

  @Query(() => [SavedViewType], { description: 'The viewer’s own, then what colleagues share.' })
  savedViews(@Ctx() request: RequestContext) {
    return this.views.list(request);
  }

  @Mutation(() => SavedViewResult)
  saveView(@Ctx() request: RequestContext, @Args('input') input: SaveViewInput) {
    return this.answer(request, this.changes.keep(request.actor, input));
  }

  @Mutation(() => SavedViewResult)
  removeView(@Ctx() request: RequestContext, @Args('input') input: RemoveViewInput) {
    return this.answer(request, this.changes.remove(request.actor, input));
  }

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() view: SavedViewType) {
    return this.people.byId(request, view.personId);
  }

  private async answer(request: RequestContext, change: Promise<OrganizationDone>) {
    const result = await change;
    await request.renew();
    return result.ok ? { viewId: result.value.entityId, view: await this.views.byId(request, result.value.entityId) } : publishRefusal(result.error);
  }
}
