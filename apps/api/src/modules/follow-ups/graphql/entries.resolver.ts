import { Args, Int, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { badInput } from '../../../platform/faults.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { EntriesBatch, EntryCountsBatch } from '../application/entries.batches.ts';
import { FollowUpEntryType, FollowUpType } from './follow-up.type.ts';

/** A chase of years is read from its end; the rest stands in the record's history. */
const MOST_ENTRIES = 200;

@Resolver(() => FollowUpType)
export class FollowUpEntriesResolver {
  constructor(
    private readonly entriesOf: EntriesBatch,
    private readonly countsOf: EntryCountsBatch,
  ) {}

  @ResolveField(() => [FollowUpEntryType], { description: `The last ones, the oldest of them first; at most ${MOST_ENTRIES}.` })
  entries(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType, @Args('last', { type: () => Int, defaultValue: 50 }) last: number) {
    if (last < 1 || last > MOST_ENTRIES) throw badInput('last', `Between 1 and ${MOST_ENTRIES} at once.`);
    return request.loaders.for(this.entriesOf).load({ followUp, last });
  }

  @ResolveField(() => Int, { description: 'How many entries there are in all.' })
  entryCount(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return request.loaders.for(this.countsOf).load(followUp);
  }
}

@Resolver(() => FollowUpEntryType)
export class FollowUpEntryResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() entry: FollowUpEntryType) {
    return this.people.byId(request, entry.personId);
  }
}
