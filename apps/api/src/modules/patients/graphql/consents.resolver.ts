import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { ConsentQueries } from '../application/consent.queries.ts';
import { EditConsentUseCase, MarkConsentInErrorUseCase, RecordConsentUseCase, WithdrawConsentUseCase } from '../application/consents.use-cases.ts';
import { ConsentType, EditConsentInput, MarkConsentInErrorInput, RecordConsentInput, WithdrawConsentInput } from './consent.type.ts';
import { PatientAnswers } from './patient-answers.ts';
import { PatientResult, PatientType } from './patient.type.ts';

/** Consents of a patient, and the commands about them. */
@Resolver(() => PatientType)
export class ConsentsResolver {
  constructor(
    private readonly consents: ConsentQueries,
    private readonly answers: PatientAnswers,
    private readonly recording: RecordConsentUseCase,
    private readonly editing: EditConsentUseCase,
    private readonly withdrawing: WithdrawConsentUseCase,
    private readonly markingInError: MarkConsentInErrorUseCase,
  ) {}

  @ResolveField(() => [ConsentType], { name: 'consents', description: 'Also those that ended or were withdrawn, newest first; empty when the viewer’s part does not include them (peer mentors).' })
  consentsOf(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.consents.ofPatient(request, patient.id);
  }

  @Mutation(() => PatientResult)
  recordConsent(@Ctx() request: RequestContext, @Args('input') input: RecordConsentInput) {
    return this.answers.to(request, input, this.recording.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  editConsent(@Ctx() request: RequestContext, @Args('input') input: EditConsentInput) {
    return this.answers.to(request, input, this.editing.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'Takes effect at once, whatever day it was said on.' })
  withdrawConsent(@Ctx() request: RequestContext, @Args('input') input: WithdrawConsentInput) {
    return this.answers.to(request, input, this.withdrawing.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'It was never given; it stays in the history.' })
  markConsentInError(@Ctx() request: RequestContext, @Args('input') input: MarkConsentInErrorInput) {
    return this.answers.to(request, input, this.markingInError.execute(request.actor, input));
  }
}
