import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ORGANIZATION_ACTIONS, mayInOrganization } from '@plexus/domain';
import { CONFIG, type Config } from '../../../platform/config/config.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { ConflictGroupType, publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import { AccessLogQueries } from '../application/access-log.queries.ts';
import { OrganizationQueries } from '../application/organization.queries.ts';
import { outboxKeyOf } from '../application/outbox-key.ts';
import { PasswordLinks } from '../application/password-links.ts';
import { PeopleQueries } from '../application/people.queries.ts';
import { PeopleUseCases } from '../application/people.use-cases.ts';
import { type SignInRefusal, Sessions } from '../application/sessions.ts';
import { AccessLogConnection, AccessLogEntryType } from './access-log.type.ts';
import { ChangePersonStatusInput, EditPersonInput, EndSessionInput, InvitePersonInput, RequestPasswordResetInput, SetPasswordInput, SignInInput, UnlockSessionInput } from './identity.inputs.ts';
import { PersonResult, PersonType } from './person.type.ts';
import { PasswordResult, SessionType, SignInResult, ViewerType, publishAction } from './viewer.type.ts';

@Resolver(() => ViewerType)
export class ViewerResolver {
  constructor(
    private readonly sessions: Sessions,
    private readonly people: PeopleQueries,
    private readonly organizations: OrganizationQueries,
    private readonly links: PasswordLinks,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Query(() => ViewerType, { description: 'Who is signed in, and what they may do.' })
  async me(@Ctx() request: RequestContext): Promise<ViewerType> {
    const { actor } = request;
    return {
      person: await this.people.byId(request, actor.personId),
      organization: await this.organizations.own(request),
      session: this.sessions.current(request),
      may: ORGANIZATION_ACTIONS.filter((action) => mayInOrganization(action, actor)).map(publishAction),
    };
  }

  @Query(() => String, { description: '32 bytes in base64: with it the viewer’s browser seals what was not sent yet. The same for a person on every device.' })
  outboxKey(@Ctx() request: RequestContext): string {
    return outboxKeyOf(this.config.recordKey, request.actor).toString('base64');
  }

  @Query(() => [SessionType])
  mySessions(@Ctx() request: RequestContext): Promise<SessionType[]> {
    return this.sessions.list(request);
  }

  @Mutation(() => SignInResult)
  async signIn(@Ctx() request: RequestContext, @Args('input') input: SignInInput) {
    return this.viewerOr(request, await this.sessions.signIn(request, input.email, input.password));
  }

  @Mutation(() => SignInResult, { description: 'Opens a locked session again.' })
  async unlockSession(@Ctx() request: RequestContext, @Args('input') input: UnlockSessionInput) {
    return this.viewerOr(request, await this.sessions.unlock(request, input.password));
  }

  @Mutation(() => Boolean, { description: 'Locks this session now.' })
  async lockSession(@Ctx() request: RequestContext): Promise<boolean> {
    await this.sessions.lock(request);
    return true;
  }

  @Mutation(() => Boolean)
  async signOut(@Ctx() request: RequestContext): Promise<boolean> {
    await this.sessions.signOut(request);
    return true;
  }

  @Mutation(() => Boolean)
  async endSession(@Ctx() request: RequestContext, @Args('input') input: EndSessionInput): Promise<boolean> {
    await this.sessions.endOne(request, input.sessionId);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Always answers true, whether there is such an account or not.' })
  async requestPasswordReset(@Ctx() request: RequestContext, @Args('input') input: RequestPasswordResetInput): Promise<boolean> {
    await this.links.requestReset(request.client, input.email);
    return true;
  }

  @Mutation(() => PasswordResult, { description: 'By the single-use link of a reset or an invitation.' })
  async setPassword(@Ctx() request: RequestContext, @Args('input') input: SetPasswordInput) {
    const result = await this.links.setPassword(request.client, input.token, input.password);
    return result.ok ? result.value : publishRefusal(result.error);
  }

  private viewerOr(request: RequestContext, refusal: SignInRefusal | null): Promise<ViewerType> | SignInRefusal {
    return refusal ?? this.me(request);
  }
}

@Resolver(() => PersonType)
export class PeopleResolver {
  constructor(
    private readonly people: PeopleQueries,
    private readonly changes: PeopleUseCases,
  ) {}

  @Query(() => [PersonType], { name: 'people', description: 'The people of the organization.' })
  list(
    @Ctx() request: RequestContext,
    @Args('search', { type: () => String, nullable: true }) search: string | null,
    @Args('withInactive', { defaultValue: false }) withInactive: boolean,
  ): Promise<PersonType[]> {
    return this.people.list(request, search ?? null, withInactive);
  }

  @Mutation(() => PersonResult)
  invitePerson(@Ctx() request: RequestContext, @Args('input') input: InvitePersonInput) {
    return this.answer(request, this.changes.invite(request.actor, input));
  }

  @Mutation(() => PersonResult)
  editPerson(@Ctx() request: RequestContext, @Args('input') input: EditPersonInput) {
    return this.answer(request, this.changes.edit(request.actor, input));
  }

  @Mutation(() => PersonResult, { description: 'Ends the person’s sessions and takes all access away; what they wrote stays.' })
  deactivatePerson(@Ctx() request: RequestContext, @Args('input') input: ChangePersonStatusInput) {
    return this.answer(request, this.changes.deactivate(request.actor, input));
  }

  @Mutation(() => PersonResult)
  reactivatePerson(@Ctx() request: RequestContext, @Args('input') input: ChangePersonStatusInput) {
    return this.answer(request, this.changes.reactivate(request.actor, input));
  }

  private async answer(request: RequestContext, change: ReturnType<PeopleUseCases['invite']>) {
    const result = await change;
    await request.renew();
    return result.ok ? this.people.byId(request, result.value.personId) : publishRefusal(result.error);
  }
}

@Resolver(() => AccessLogEntryType)
export class AccessLogResolver {
  constructor(
    private readonly log: AccessLogQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Query(() => AccessLogConnection, { description: 'Who opened which chart, or was refused, newest first.' })
  accessLog(
    @Ctx() request: RequestContext,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('personId', { type: () => ID, nullable: true }) personId: string | null,
  ) {
    return this.log.page(request, first, after ?? null, personId ?? null);
  }

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() entry: AccessLogEntryType): Promise<PersonType> {
    return this.people.byId(request, entry.personId);
  }
}

/** Who changed what an edit met: the platform knows ids only. */
@Resolver(() => ConflictGroupType)
export class ConflictGroupResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  by(@Ctx() request: RequestContext, @Parent() group: ConflictGroupType): Promise<PersonType> {
    return this.people.byId(request, group.personId);
  }
}
