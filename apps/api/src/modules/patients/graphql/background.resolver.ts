import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { BackgroundQueries } from '../application/background.queries.ts';
import { DecideOnRedFlagScreenUseCase, RemoveRedFlagScreenUseCase, SignRedFlagScreenUseCase } from '../application/red-flag-screens.use-cases.ts';
import { AddRiskFactorUseCase, EditRiskFactorUseCase, RemoveRiskFactorUseCase } from '../application/risk-factors.use-cases.ts';
import { EditSymptomUseCase, RecordSymptomUseCase, RemoveSymptomUseCase } from '../application/symptoms.use-cases.ts';
import {
  AddRiskFactorInput, DecideOnRedFlagScreenInput, EditRiskFactorInput, EditSymptomInput, RecordSymptomInput, RemoveRedFlagScreenInput, RemoveRiskFactorInput, RemoveSymptomInput,
  SignRedFlagScreenInput,
} from './background.inputs.ts';
import { RedFlagScreenType, RiskFactorType, SymptomType } from './background.type.ts';
import { PatientAnswers } from './patient-answers.ts';
import { PatientResult, PatientType } from './patient.type.ts';

/** For a reader whose part it is not (peer mentors) there is nothing here: row-level security has no rows for them. */
@Resolver(() => PatientType)
export class PatientBackgroundResolver {
  constructor(private readonly background: BackgroundQueries) {}

  @ResolveField(() => [SymptomType], { description: 'The worst first; what is over comes last.' })
  symptoms(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.background.symptoms(request, patient.id);
  }

  @ResolveField(() => [RiskFactorType])
  riskFactors(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.background.riskFactors(request, patient.id);
  }

  @ResolveField(() => [RedFlagScreenType], { description: 'Newest first; at most 20. What was entered in error is in the history only.' })
  redFlagScreens(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.background.screens(request, patient.id);
  }

  @ResolveField(() => RedFlagScreenType, { nullable: true, description: 'Null: there is none, or it is not part of the viewer’s role.' })
  async latestRedFlagScreen(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return (await this.background.screens(request, patient.id))[0] ?? null;
  }
}

@Resolver(() => RedFlagScreenType)
export class RedFlagScreenResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  signedBy(@Ctx() request: RequestContext, @Parent() screen: RedFlagScreenType) {
    return this.people.byId(request, screen.signedById);
  }

  @ResolveField(() => PersonType, { nullable: true })
  decidedBy(@Ctx() request: RequestContext, @Parent() screen: RedFlagScreenType) {
    return screen.decidedById === null ? null : this.people.byId(request, screen.decidedById);
  }
}

/** Commands about symptoms, risk factors and red-flag screens. */
@Resolver()
export class BackgroundResolver {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly recordingSymptom: RecordSymptomUseCase,
    private readonly editingSymptom: EditSymptomUseCase,
    private readonly removingSymptom: RemoveSymptomUseCase,
    private readonly addingRiskFactor: AddRiskFactorUseCase,
    private readonly editingRiskFactor: EditRiskFactorUseCase,
    private readonly removingRiskFactor: RemoveRiskFactorUseCase,
    private readonly signingScreen: SignRedFlagScreenUseCase,
    private readonly deciding: DecideOnRedFlagScreenUseCase,
    private readonly removingScreen: RemoveRedFlagScreenUseCase,
  ) {}

  @Mutation(() => PatientResult)
  recordSymptom(@Ctx() request: RequestContext, @Args('input') input: RecordSymptomInput) {
    return this.answers.to(request, input, this.recordingSymptom.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  editSymptom(@Ctx() request: RequestContext, @Args('input') input: EditSymptomInput) {
    return this.answers.to(request, input, this.editingSymptom.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'A symptom that was none was entered in error; it stays in the history.' })
  removeSymptom(@Ctx() request: RequestContext, @Args('input') input: RemoveSymptomInput) {
    return this.answers.to(request, input, this.removingSymptom.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  addRiskFactor(@Ctx() request: RequestContext, @Args('input') input: AddRiskFactorInput) {
    return this.answers.to(request, input, this.addingRiskFactor.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  editRiskFactor(@Ctx() request: RequestContext, @Args('input') input: EditRiskFactorInput) {
    return this.answers.to(request, input, this.editingRiskFactor.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'A risk factor that was none was entered in error; it stays in the history.' })
  removeRiskFactor(@Ctx() request: RequestContext, @Args('input') input: RemoveRiskFactorInput) {
    return this.answers.to(request, input, this.removingRiskFactor.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'Signs a whole answer sheet as the viewer.' })
  signRedFlagScreen(@Ctx() request: RequestContext, @Args('input') input: SignRedFlagScreenInput) {
    return this.answers.to(request, input, this.signingScreen.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'What is done about the red flags that were found.' })
  decideOnRedFlagScreen(@Ctx() request: RequestContext, @Args('input') input: DecideOnRedFlagScreenInput) {
    return this.answers.to(request, input, this.deciding.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'A wrong sheet was entered in error; it stays in the history, and a new one takes its place.' })
  removeRedFlagScreen(@Ctx() request: RequestContext, @Args('input') input: RemoveRedFlagScreenInput) {
    return this.answers.to(request, input, this.removingScreen.execute(request.actor, input));
  }
}
