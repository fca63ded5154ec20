import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '../../../access/access.service.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { publishRefusal } from '../../../platform/graphql/refusal.types.ts';
import { HistoryQueries } from '../../../platform/records/history.queries.ts';
import { MarkReviewedUseCase } from '../application/mark-reviewed.use-case.ts';
import { PatientQueries } from '../application/patient.queries.ts';
import { SeenMarksQueries } from '../application/seen-marks.queries.ts';
import { RevisionConnection } from './history.type.ts';
import { PatientResult, PatientType } from './patient.type.ts';
import { MarkReviewedInput, UnreadType } from './unread.type.ts';

@Resolver(() => PatientType)
export class PatientUnreadResolver {
  constructor(
    private readonly access: AccessService,
    private readonly marks: SeenMarksQueries,
    private readonly marking: MarkReviewedUseCase,
    private readonly patients: PatientQueries,
  ) {}

  @ResolveField(() => UnreadType, { nullable: true, description: 'Null when the viewer’s part does not include the history of the record (peer mentors).' })
  unread(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.marks.ofReader(request, patient.id);
  }

  @Mutation(() => PatientResult, { description: 'The viewer has reviewed what was changed up to a revision. Only moves forward.' })
  async markReviewed(@Ctx() request: RequestContext, @Args('input') input: MarkReviewedInput) {
    const marked = await this.marking.execute(request, input);
    if (!marked.ok) return publishRefusal(marked.error);
    await request.renew();
    // The answer can show the whole chart, so it is an opening of the chart like any other.
    await this.access.require(request, 'patient:read', input.patientId);
    return this.patients.byId(request, input.patientId);
  }
}

@Resolver(() => UnreadType)
export class UnreadResolver {
  constructor(private readonly history: HistoryQueries) {}

  @ResolveField(() => RevisionConnection, {
    nullable: true,
    description: 'Revisions by others that hold a change for the viewer, oldest first; `totalCount` counts to 100. Null when the viewer never reviewed the record: then all of it is new.',
  })
  revisions(
    @Ctx() request: RequestContext,
    @Parent() { patientId, seenRevision }: UnreadType,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return seenRevision === null ? null : this.history.unread(request, patientId, seenRevision, first, after ?? null);
  }
}
