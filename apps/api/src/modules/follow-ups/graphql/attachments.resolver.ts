import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { AttachmentsBatch } from '../application/follow-up.batches.ts';
import { FollowUpAttachmentType } from './attachment.type.ts';
import { FollowUpType } from './follow-up.type.ts';

@Resolver(() => FollowUpType)
export class FollowUpAttachmentsResolver {
  constructor(private readonly attachmentsOf: AttachmentsBatch) {}

  @ResolveField(() => [FollowUpAttachmentType], { description: 'The oldest first; without those that were entered in error.' })
  attachments(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return request.loaders.for(this.attachmentsOf).load(followUp);
  }
}

@Resolver(() => FollowUpAttachmentType)
export class FollowUpAttachmentResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  by(@Ctx() request: RequestContext, @Parent() attachment: FollowUpAttachmentType) {
    return this.people.byId(request, attachment.byId);
  }
}
