import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { MedicineQueries } from '../application/medicine.queries.ts';
import { AddMedicineUseCase, EditMedicineUseCase, MarkMedicineInErrorUseCase, StopMedicineUseCase } from '../application/medicines.use-cases.ts';
import { AnswerNamedSubstanceUseCase } from '../application/named-substances.use-case.ts';
import { ReconcileMedicinesUseCase } from '../application/reconcile-medicines.use-case.ts';
import { AddMedicineInput, AnswerNamedSubstanceInput, EditMedicineInput, MarkMedicineInErrorInput, ReconcileMedicinesInput, StopMedicineInput } from './medicine.inputs.ts';
import { MedicineType, NamedSubstanceType, ReconciliationType } from './medicine.type.ts';
import { PatientAnswers } from './patient-answers.ts';
import { PatientResult, PatientType } from './patient.type.ts';

/** Commands about what a patient takes, and what is asked by name before a procedure. */
@Resolver()
export class MedicineCommandsResolver {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly adding: AddMedicineUseCase,
    private readonly editing: EditMedicineUseCase,
    private readonly stopping: StopMedicineUseCase,
    private readonly marking: MarkMedicineInErrorUseCase,
    private readonly reconciling: ReconcileMedicinesUseCase,
    private readonly answering: AnswerNamedSubstanceUseCase,
  ) {}

  @Mutation(() => PatientResult)
  addMedicine(@Ctx() request: RequestContext, @Args('input') input: AddMedicineInput) {
    return this.answers.to(request, input, this.adding.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  editMedicine(@Ctx() request: RequestContext, @Args('input') input: EditMedicineInput) {
    return this.answers.to(request, input, this.editing.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'A medicine that is not taken any more, with its last day and the reason.' })
  stopMedicine(@Ctx() request: RequestContext, @Args('input') input: StopMedicineInput) {
    return this.answers.to(request, input, this.stopping.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'A medicine that was never taken; it stays in the history.' })
  markMedicineInError(@Ctx() request: RequestContext, @Args('input') input: MarkMedicineInErrorInput) {
    return this.answers.to(request, input, this.marking.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'Stamps who went through the whole list, and when.' })
  reconcileMedicines(@Ctx() request: RequestContext, @Args('input') input: ReconcileMedicinesInput) {
    return this.answers.to(request, input, this.reconciling.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  answerNamedSubstance(@Ctx() request: RequestContext, @Args('input') input: AnswerNamedSubstanceInput) {
    return this.answers.to(request, input, this.answering.execute(request.actor, input));
  }
}

@Resolver(() => PatientType)
export class PatientMedicinesResolver {
  constructor(private readonly queries: MedicineQueries) {}

  @ResolveField(() => [MedicineType], { description: 'What is taken, then what was stopped, each by name. Medicines of the plan are its activities.' })
  medicines(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.queries.medicines(request, patient.id);
  }

  @ResolveField(() => [NamedSubstanceType])
  namedSubstances(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.queries.namedSubstances(request, patient.id);
  }
}

@Resolver(() => NamedSubstanceType)
export class NamedSubstanceResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  answeredBy(@Ctx() request: RequestContext, @Parent() substance: NamedSubstanceType) {
    return this.people.byId(request, substance.answeredById);
  }
}

@Resolver(() => ReconciliationType)
export class ReconciliationResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType, { nullable: true })
  by(@Ctx() request: RequestContext, @Parent() reconciliation: ReconciliationType) {
    return reconciliation.byId === null ? null : this.people.byId(request, reconciliation.byId);
  }
}
