import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { RecordAllergyUseCase, RemoveAllergyUseCase, SetAllergyStatusUseCase } from '../application/allergies.use-cases.ts';
import { CloseContactUseCase, OpenContactUseCase } from '../application/contacts.use-cases.ts';
import { AddProblemUseCase, ResolveProblemUseCase } from '../application/problems.use-cases.ts';
import { PatientAnswers } from './patient-answers.ts';
import { AddProblemInput, CloseContactInput, OpenContactInput, RecordAllergyInput, RemoveAllergyInput, ResolveProblemInput, SetAllergyStatusInput } from './patient.inputs.ts';
import { PatientResult } from './patient.type.ts';

/** Commands about what a chart lists: problems, allergies, contacts. */
@Resolver()
export class ChartResolver {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly addingProblem: AddProblemUseCase,
    private readonly resolvingProblem: ResolveProblemUseCase,
    private readonly recordingAllergy: RecordAllergyUseCase,
    private readonly removingAllergy: RemoveAllergyUseCase,
    private readonly settingAllergyStatus: SetAllergyStatusUseCase,
    private readonly openingContact: OpenContactUseCase,
    private readonly closingContact: CloseContactUseCase,
  ) {}

  @Mutation(() => PatientResult)
  addProblem(@Ctx() request: RequestContext, @Args('input') input: AddProblemInput) {
    return this.answers.to(request, input, this.addingProblem.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  resolveProblem(@Ctx() request: RequestContext, @Args('input') input: ResolveProblemInput) {
    return this.answers.to(request, input, this.resolvingProblem.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  recordAllergy(@Ctx() request: RequestContext, @Args('input') input: RecordAllergyInput) {
    return this.answers.to(request, input, this.recordingAllergy.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'An allergy that is none was entered in error; it stays in the history.' })
  removeAllergy(@Ctx() request: RequestContext, @Args('input') input: RemoveAllergyInput) {
    return this.answers.to(request, input, this.removingAllergy.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  setAllergyStatus(@Ctx() request: RequestContext, @Args('input') input: SetAllergyStatusInput) {
    return this.answers.to(request, input, this.settingAllergyStatus.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  openContact(@Ctx() request: RequestContext, @Args('input') input: OpenContactInput) {
    return this.answers.to(request, input, this.openingContact.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  closeContact(@Ctx() request: RequestContext, @Args('input') input: CloseContactInput) {
    return this.answers.to(request, input, this.closingContact.execute(request.actor, input));
  }
}
