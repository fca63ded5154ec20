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
import { EditActivityUseCase, PlanActivityUseCase } from '../application/activities.use-cases.ts';
import { DecideActivityUseCase, MoveActivityUseCase, RecordPastTreatmentUseCase } from '../application/activity-trials.use-cases.ts';
import { ApplyPlanTemplateUseCase } from '../application/apply-template.use-case.ts';
import { AnswerForMyPartUseCase } from '../application/answer-for-my-part.use-case.ts';
import { RateGoalUseCase, WithdrawRatingUseCase } from '../application/attainment.use-cases.ts';
import { DissentFromMessageUseCase, WithdrawDissentUseCase } from '../application/dissent.use-cases.ts';
import { EditPlanUseCase } from '../application/edit-plan.use-case.ts';
import { EditGoalUseCase, JoinGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from '../application/goals.use-cases.ts';
import { ActivatePlanUseCase, MovePlanUseCase } from '../application/move-plan.use-cases.ts';
import { PlanStructures } from '../application/plan-structures.ts';
import { UndoPlanChangeUseCase } from '../application/undo-plan-change.use-case.ts';
import { ActivatePlanInput, AnswerForMyPartInput, ApplyPlanTemplateInput, DecideActivityInput, DissentFromMessageInput, EditActivityInput, EditGoalInput, EditPlanInput, JoinGoalInput, MoveActivityInput, MoveGoalInput, MovePlanInput, PlanActivityInput, ProposeGoalInput, RateGoalInput, RecordPastTreatmentInput, UndoPlanChangeInput, WithdrawDissentInput, WithdrawRatingInput } from './plan.inputs.ts';
import { PlanChangeType, PlanResult } from './plan.type.ts';

/** Every command about the shared plan. */
@Resolver(() => PlanChangeType)
export class PlanChangesResolver {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly patients: PatientQueries,
    private readonly history: HistoryQueries,
    private readonly editingPlan: EditPlanUseCase,
    private readonly activatingPlan: ActivatePlanUseCase,
    private readonly movingPlan: MovePlanUseCase,
    private readonly proposingGoal: ProposeGoalUseCase,
    private readonly editingGoal: EditGoalUseCase,
    private readonly joiningGoal: JoinGoalUseCase,
    private readonly movingGoal: MoveGoalUseCase,
    private readonly ratingGoal: RateGoalUseCase,
    private readonly withdrawingRating: WithdrawRatingUseCase,
    private readonly planningActivity: PlanActivityUseCase,
    private readonly editingActivity: EditActivityUseCase,
    private readonly movingActivity: MoveActivityUseCase,
    private readonly decidingActivity: DecideActivityUseCase,
    private readonly recordingPast: RecordPastTreatmentUseCase,
    private readonly undoing: UndoPlanChangeUseCase,
    private readonly structures: PlanStructures,
    private readonly applyingTemplate: ApplyPlanTemplateUseCase,
    private readonly answering: AnswerForMyPartUseCase,
    private readonly dissenting: DissentFromMessageUseCase,
    private readonly withdrawing: WithdrawDissentUseCase,
  ) {}

  @Mutation(() => PlanResult)
  editPlan(@Ctx() request: RequestContext, @Args('input') input: EditPlanInput) {
    return this.answer(request, input, this.editingPlan.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Starts the plan, or starts it again: on a red-flag screen of the last 90 days, or for a written reason.' })
  activatePlan(@Ctx() request: RequestContext, @Args('input') input: ActivatePlanInput) {
    return this.answer(request, input, this.activatingPlan.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Pauses or completes the plan, as `Plan.transitions` allows.' })
  movePlan(@Ctx() request: RequestContext, @Args('input') input: MovePlanInput) {
    return this.answer(request, input, this.movingPlan.execute(request.actor, input));
  }

  @Mutation(() => PlanResult)
  proposeGoal(@Ctx() request: RequestContext, @Args('input') input: ProposeGoalInput) {
    return this.answer(request, input, this.proposingGoal.execute(request.actor, input));
  }

  @Mutation(() => PlanResult)
  editGoal(@Ctx() request: RequestContext, @Args('input') input: EditGoalInput) {
    return this.answer(request, input, this.editingGoal.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Puts the viewer among those who work on the goal.' })
  joinGoal(@Ctx() request: RequestContext, @Args('input') input: JoinGoalInput) {
    return this.answer(request, input, this.joiningGoal.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Activates, pauses, resumes, completes or cancels a goal, as `Goal.transitions` allows.' })
  moveGoal(@Ctx() request: RequestContext, @Args('input') input: MoveGoalInput) {
    return this.answer(request, input, this.movingGoal.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'How far a goal was attained on a day, as a clinician or the patient judges it.' })
  rateGoal(@Ctx() request: RequestContext, @Args('input') input: RateGoalInput) {
    return this.answer(request, input, this.ratingGoal.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'A rating that was entered in error; it stays in the history.' })
  withdrawRating(@Ctx() request: RequestContext, @Args('input') input: WithdrawRatingInput) {
    return this.answer(request, input, this.withdrawingRating.execute(request.actor, input));
  }

  @Mutation(() => PlanResult)
  planActivity(@Ctx() request: RequestContext, @Args('input') input: PlanActivityInput) {
    return this.answer(request, input, this.planningActivity.execute(request.actor, input));
  }

  @Mutation(() => PlanResult)
  editActivity(@Ctx() request: RequestContext, @Args('input') input: EditActivityInput) {
    return this.answer(request, input, this.editingActivity.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Starts, pauses, resumes, completes, stops or declines an activity, as `Activity.transitions` allows.' })
  moveActivity(@Ctx() request: RequestContext, @Args('input') input: MoveActivityInput) {
    return this.answer(request, input, this.movingActivity.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'At its review: keeps, changes or stops what was tried, and says why.' })
  decideActivity(@Ctx() request: RequestContext, @Args('input') input: DecideActivityInput) {
    return this.answer(request, input, this.decidingActivity.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Writes down what was tried before or elsewhere, with its outcome.' })
  recordPastTreatment(@Ctx() request: RequestContext, @Args('input') input: RecordPastTreatmentInput) {
    return this.answer(request, input, this.recordingPast.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Adds chosen goals and parts of a template, or of another patient’s plan, in one revision: proposed, planned and owned by nobody yet.' })
  async applyPlanTemplate(@Ctx() request: RequestContext, @Args('input') input: ApplyPlanTemplateInput) {
    const structure = await this.structures.from(request, input);
    // A command waits for its record without holding a snapshot.
    await request.renew();
    return this.answer(request, input, this.applyingTemplate.execute(request.actor, input, structure));
  }

  @Mutation(() => PlanResult, { description: 'The viewer answers for the discipline in which they treat the patient: its part in this version of the plan is right, or they object.' })
  answerForMyPart(@Ctx() request: RequestContext, @Args('input') input: AnswerForMyPartInput) {
    return this.answer(request, input, this.answering.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'The viewer, and nobody else, does not agree with the agreed message.' })
  dissentFromMessage(@Ctx() request: RequestContext, @Args('input') input: DissentFromMessageInput) {
    return this.answer(request, input, this.dissenting.execute(request.actor, input));
  }

  @Mutation(() => PlanResult)
  withdrawDissent(@Ctx() request: RequestContext, @Args('input') input: WithdrawDissentInput) {
    return this.answer(request, input, this.withdrawing.execute(request.actor, input));
  }

  @Mutation(() => PlanResult, { description: 'Takes the viewer’s own change back, while what it wrote still stands; at most a minute later.' })
  undoPlanChange(@Ctx() request: RequestContext, @Args('input') input: UndoPlanChangeInput) {
    return this.answer(request, { ...input, baseRevision: input.revision }, this.undoing.execute(request.actor, input));
  }

  @ResolveField(() => PatientType)
  patient(@Ctx() request: RequestContext, @Parent() change: PlanChangeType) {
    return this.patients.byId(request, change.patientId);
  }

  @ResolveField(() => [RevisionType], { description: 'What others had changed of the same thing since its author looked: it was merged, both are kept.' })
  meanwhile(@Ctx() request: RequestContext, @Parent() { patientId, entityId, base, revision }: PlanChangeType) {
    return this.history.between(request, patientId, entityId, base, revision);
  }

  private async answer(request: RequestContext, asked: { patientId: string; baseRevision: number }, change: Promise<Result<Done, Refusal>>) {
    const result = await this.answers.settled(request, asked, change);
    if (!('done' in result)) return result;
    const { patientId, entityId, revision } = result.done;
    return { patientId, entityId: entityId!, revision, base: asked.baseRevision } satisfies PlanChangeType;
  }
}
