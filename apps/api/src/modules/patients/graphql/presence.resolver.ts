import { Args, Context, Field, ID, InputType, Mutation, ObjectType, Parent, ResolveField, Resolver, Subscription } from '@nestjs/graphql';
import { AccessService } from '../../../access/access.service.ts';
import { type Editing, type Present, PresenceBoard } from '../../../platform/events/presence-board.ts';
import { badInput } from '../../../platform/faults.ts';
import { isLive } from '../../../platform/graphql/graphql-sockets.ts';
import { Ctx, type GraphqlContext, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { untilStopped } from '../../../platform/graphql/until-stopped.ts';
import { isId } from '../../../platform/ids.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';

@ObjectType('Presence', { description: 'Somebody else has this patient’s record open.' })
export class PresenceType {
  /** Published as `person`. */
  personId!: string;
  @Field(() => ID, { nullable: true, description: 'What they are changing: a goal, an activity, the plan.' }) entityId!: string | null;
  @Field(() => String, { nullable: true, description: 'Which order of it: a field group of the registry.' }) group!: string | null;
}

@InputType()
export class AnnounceEditingInput {
  @Field(() => ID) patientId!: string;
  @Field(() => ID, { description: 'The page that subscribed to `patientPresence`.' }) page!: string;
  @Field(() => ID, { nullable: true, description: 'Null: nothing any more.' }) entityId?: string | null;
  @Field(() => String, { nullable: true }) group?: string | null;
}

const GROUP = /^[a-zA-Z-]{1,40}$/;

/** Who is here, and what they are just changing. It is told to the team at the moment and kept nowhere. */
@Resolver(() => PresenceType)
export class PresenceResolver {
  constructor(
    private readonly board: PresenceBoard,
    private readonly access: AccessService,
    private readonly people: PeopleQueries,
  ) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() presence: PresenceType) {
    return this.people.byId(request, presence.personId);
  }

  @Mutation(() => Boolean, { description: 'Says which order of which thing the viewer has open to change it.' })
  async announceEditing(@Ctx() request: RequestContext, @Args('input') input: AnnounceEditingInput): Promise<boolean> {
    await this.access.require(request, 'presence:announce', input.patientId);
    await this.board.edit({ ...whereOf(request, input.patientId, input.page), editing: editingOf(input) });
    return true;
  }

  @Subscription(() => [PresenceType], { description: 'Everybody else who has the record open; to subscribe is to be here. First of all who is here now.' })
  patientPresence(
    @Args('patientId', { type: () => ID }) patientId: string,
    @Args('page', { type: () => ID, description: 'An id that the page makes for itself.' }) page: string,
    @Context() context: GraphqlContext,
  ): AsyncGenerator<{ patientPresence: PresenceType[] }> {
    return untilStopped((stop) => this.deliver(patientId, page, context, stop));
  }

  private async *deliver(patientId: string, page: string, context: GraphqlContext, stop: AbortController): AsyncGenerator<{ patientPresence: PresenceType[] }> {
    if (!isLive(context)) return;
    const here = whereOf(context.request, patientId, page);
    const changes = this.board.changes(here.organizationId, patientId, stop.signal);
    let leave: (() => void) | null = null;
    try {
      // Listening begins before entering, so that nobody who comes at the same moment is missed.
      const first = changes.next();
      leave = this.board.enter(here);
      await context.request.renew();
      yield { patientPresence: this.others(here) };
      for (let next = await first; !next.done; next = await changes.next()) {
        const request = await context.again();
        if (!request || !(await this.mayRead(request, patientId))) return;
        yield { patientPresence: this.others(here) };
      }
    } finally {
      leave?.();
      stop.abort();
    }
  }

  private others({ organizationId, patientId, personId }: Omit<Present, 'editing'>): PresenceType[] {
    return this.board
      .of(organizationId, patientId)
      .filter((present) => present.personId !== personId)
      .map((present) => ({ personId: present.personId, entityId: present.editing?.entityId ?? null, group: present.editing?.group ?? null }));
  }

  private async mayRead(request: RequestContext, patientId: string): Promise<boolean> {
    try {
      return this.access.allows(request, 'patient:read', await this.access.reach(request, patientId));
    } finally {
      await request.renew();
    }
  }
}

/** The session is part of the key: nobody speaks for another's page. So is the patient: a page that goes to the next one has left the first. */
function whereOf({ actor }: RequestContext, patientId: string, page: string): Omit<Present, 'editing'> {
  if (!isId(page)) throw badInput('page', 'A page’s id is a UUID in lower case.');
  return { organizationId: actor.organizationId, patientId, personId: actor.personId, key: `${actor.sessionId} ${page} ${patientId}` };
}

function editingOf({ entityId, group }: AnnounceEditingInput): Editing | null {
  if (entityId == null || group == null) return null;
  if (!isId(entityId)) throw badInput('entityId', 'The id of a thing is a UUID in lower case.');
  if (!GROUP.test(group)) throw badInput('group', 'A field group is a short word.');
  return { entityId, group };
}
