import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { HandOverFollowUpsUseCase, UndoHandOverUseCase } from '../application/hand-over.use-cases.ts';
import { HandOverFollowUpsInput, UndoHandOverInput } from './hand-over.type.ts';
import { FollowUpItemType, itemTypes } from './worklist.type.ts';

@Resolver()
export class HandOverResolver {
  constructor(
    private readonly handingOver: HandOverFollowUpsUseCase,
    private readonly undoing: UndoHandOverUseCase,
  ) {}

  @Mutation(() => [FollowUpItemType], { description: 'One’s own follow-ups, or by a coordinator anybody’s, go to others in one step; what cannot be done is named and keeps nothing else from being done.' })
  async handOverFollowUps(@Ctx() request: RequestContext, @Args('input') input: HandOverFollowUpsInput): Promise<FollowUpItemType[]> {
    return itemTypes(await this.handingOver.execute(request, input));
  }

  @Mutation(() => [FollowUpItemType], { description: 'Takes one’s own hand-over back within a minute: each is as it was.' })
  async undoHandOver(@Ctx() request: RequestContext, @Args('input') input: UndoHandOverInput): Promise<FollowUpItemType[]> {
    return itemTypes(await this.undoing.execute(request, input));
  }
}
