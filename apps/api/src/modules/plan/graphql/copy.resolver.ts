import { Args, Field, ID, InputType, Mutation, Resolver } from '@nestjs/graphql';
import { COPIES, type Copy } from '@plexus/domain';
import { AccessService } from '../../../access/access.service.ts';
import { publishEnum } from '../../../platform/graphql/enums.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';

const CopyEnum = publishEnum('Copy', COPIES);

@InputType()
export class NoteCopyInput {
  @Field(() => ID) patientId!: string;
  @Field(() => CopyEnum) copy!: Copy;
}

/** The sheets themselves are made where they are read, from what their reader may see; the server keeps that they were made. */
@Resolver()
export class CopyResolver {
  constructor(private readonly access: AccessService) {}

  @Mutation(() => Boolean, { description: 'Says that a copy of the plan is about to be printed or saved. It stands in the access log, once in a quarter of an hour.' })
  async noteCopy(@Ctx() request: RequestContext, @Args('input') input: NoteCopyInput): Promise<boolean> {
    await this.access.noteTaking(request, 'plan:read', input.copy, input.patientId);
    return true;
  }
}
