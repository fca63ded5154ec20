import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Result } from '@plexus/domain';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { HistoryQueries } from '../../../platform/records/history.queries.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import type { Done } from '../../../platform/records/patient-records.ts';
import { PatientQueries } from '../../patients/application/patient.queries.ts';
import { RevisionType } from '../../patients/graphql/history.type.ts';
import { PatientAnswers } from '../../patients/graphql/patient-answers.ts';
import { PatientType } from '../../patients/graphql/patient.type.ts';
import { MarkAttachmentInErrorUseCase } from '../application/attachments.use-cases.ts';
import { AssignFollowUpUseCase, EditFollowUpUseCase, SnoozeFollowUpUseCase } from '../application/change-follow-up.use-cases.ts';
import { FollowUpQueries } from '../application/follow-up.queries.ts';
import { MoveFollowUpUseCase } from '../application/move-follow-up.use-case.ts';
import { NoteOnFollowUpUseCase } from '../application/note-on-follow-up.use-case.ts';
import { OpenFollowUpUseCase } from '../application/open-follow-up.use-case.ts';
import { AssignFollowUpInput, EditFollowUpInput, MarkAttachmentInErrorInput, MoveFollowUpInput, NoteOnFollowUpInput, OpenFollowUpInput, SnoozeFollowUpInput } from './follow-up.inputs.ts';
import { FollowUpChangeType, FollowUpResult, FollowUpType } from './follow-up.type.ts';

/** Every command about one follow-up. */
@Resolver(() => FollowUpChangeType)
export class FollowUpChangesResolver {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly patients: PatientQueries,
    private readonly history: HistoryQueries,
    private readonly queries: FollowUpQueries,
    private readonly opening: OpenFollowUpUseCase,
    private readonly editing: EditFollowUpUseCase,
    private readonly assigning: AssignFollowUpUseCase,
    private readonly moving: MoveFollowUpUseCase,
    private readonly snoozing: SnoozeFollowUpUseCase,
    private readonly noting: NoteOnFollowUpUseCase,
    private readonly marking: MarkAttachmentInErrorUseCase,
  ) {}

  @Mutation(() => FollowUpResult)
  openFollowUp(@Ctx() request: RequestContext, @Args('input') input: OpenFollowUpInput) {
    return this.answer(request, input, this.opening.execute(request.actor, input));
  }

  @Mutation(() => FollowUpResult)
  editFollowUp(@Ctx() request: RequestContext, @Args('input') input: EditFollowUpInput) {
    return this.answer(request, input, this.editing.execute(request.actor, input));
  }

  @Mutation(() => FollowUpResult, { description: 'Gives it to a person or a role. A request is asked anew; whoever takes it on themselves has accepted it.' })
  assignFollowUp(@Ctx() request: RequestContext, @Args('input') input: AssignFollowUpInput) {
    return this.answer(request, input, this.assigning.execute(request.actor, input));
  }

  @Mutation(() => FollowUpResult, { description: 'One step of the contract, as `FollowUp.transitions` allows. What comes again is opened again by its end.' })
  moveFollowUp(@Ctx() request: RequestContext, @Args('input') input: MoveFollowUpInput) {
    return this.answer(request, input, this.moving.execute(request.actor, input));
  }

  @Mutation(() => FollowUpResult)
  snoozeFollowUp(@Ctx() request: RequestContext, @Args('input') input: SnoozeFollowUpInput) {
    return this.answer(request, input, this.snoozing.execute(request.actor, input));
  }

  @Mutation(() => FollowUpResult)
  noteOnFollowUp(@Ctx() request: RequestContext, @Args('input') input: NoteOnFollowUpInput) {
    return this.answer(request, input, this.noting.execute(request.actor, input));
  }

  @Mutation(() => FollowUpResult, { description: 'A report that should not be there: it is handed out no more, and the history keeps why. Reports are attached over HTTP: POST /attachments.' })
  markAttachmentInError(@Ctx() request: RequestContext, @Args('input') input: MarkAttachmentInErrorInput) {
    return this.answer(request, input, this.marking.execute(request.actor, input));
  }

  @ResolveField(() => PatientType)
  patient(@Ctx() request: RequestContext, @Parent() change: FollowUpChangeType) {
    return this.patients.byId(request, change.patientId);
  }

  @ResolveField(() => FollowUpType)
  followUp(@Ctx() request: RequestContext, @Parent() change: FollowUpChangeType) {
    return this.queries.ofPatientById(request, change.patientId, change.followUpId);
  }

  @ResolveField(() => [RevisionType], { description: 'What others had changed of it since its author looked: it was merged, both are kept.' })
  meanwhile(@Ctx() request: RequestContext, @Parent() { patientId, followUpId, base, revision }: FollowUpChangeType) {
    return this.history.between(request, patientId, followUpId, base, revision);
  }

  private async answer(request: RequestContext, asked: { patientId: string; baseRevision: number }, change: Promise<Result<Done, Refusal>>) {
    const result = await this.answers.settled(request, asked, change);
    if (!('done' in result)) return result;
    const { patientId, entityId, revision } = result.done;
    return { patientId, followUpId: entityId!, revision, base: asked.baseRevision } satisfies FollowUpChangeType;
  }
}
