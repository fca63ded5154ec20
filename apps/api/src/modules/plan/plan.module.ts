import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PatientsModule } from '../patients/patients.module.ts';
import { AgreementQueries } from './application/agreement.queries.ts';
import { AnswerForMyPartUseCase } from './application/answer-for-my-part.use-case.ts';
import { EditActivityUseCase, PlanActivityUseCase } from './application/activities.use-cases.ts';
import { DecideActivityUseCase, MoveActivityUseCase, RecordPastTreatmentUseCase } from './application/activity-trials.use-cases.ts';
import { RateGoalUseCase, WithdrawRatingUseCase } from './application/attainment.use-cases.ts';
import { ApplyPlanTemplateUseCase } from './application/apply-template.use-case.ts';
import { CaseloadQueries } from './application/caseload.queries.ts';
import { DissentFromMessageUseCase, WithdrawDissentUseCase } from './application/dissent.use-cases.ts';
import { EditPlanUseCase } from './application/edit-plan.use-case.ts';
import { EditGoalUseCase, JoinGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from './application/goals.use-cases.ts';
import { ActivatePlanUseCase, MovePlanUseCase } from './application/move-plan.use-cases.ts';
import { PastPlanQueries } from './application/past-plan.queries.ts';
import { PlacesBatch } from './application/places.batch.ts';
import { PlanQueries } from './application/plan.queries.ts';
import { PlanStructures } from './application/plan-structures.ts';
import { RatingQueries } from './application/ratings.queries.ts';
import { UndoPlanChangeUseCase } from './application/undo-plan-change.use-case.ts';
import { AgreementResolver, PlanAgreementsResolver } from './graphql/agreement.resolver.ts';
import { GoalAttainmentResolver, GoalRatingResolver, PlanAttainmentResolver } from './graphql/attainment.resolver.ts';
import { CopyResolver } from './graphql/copy.resolver.ts';
import { DifferencePlaceResolver, PastPlanResolver } from './graphql/past.resolver.ts';
import { PatientReconciliationResolver } from './graphql/reconciliation.resolver.ts';
import { PlanChangesResolver } from './graphql/plan-changes.resolver.ts';
import { ActivityResolver, CaseloadResolver, DissentResolver, GoalResolver, PatientPlanResolver, PlanResolver } from './graphql/plan.resolver.ts';

// Exported for the demo clinic, which is made through them.
const useCases = [
  EditPlanUseCase, ActivatePlanUseCase, MovePlanUseCase, ApplyPlanTemplateUseCase, AnswerForMyPartUseCase, DissentFromMessageUseCase, WithdrawDissentUseCase, UndoPlanChangeUseCase,
  ProposeGoalUseCase, EditGoalUseCase, JoinGoalUseCase, MoveGoalUseCase, RateGoalUseCase, WithdrawRatingUseCase,
  PlanActivityUseCase, EditActivityUseCase, MoveActivityUseCase, DecideActivityUseCase, RecordPastTreatmentUseCase,
];
const queries = [PlanQueries, AgreementQueries, PastPlanQueries, PlacesBatch, RatingQueries, PlanStructures, CaseloadQueries];
const resolvers = [
  PlanChangesResolver, PatientPlanResolver, PatientReconciliationResolver, PlanResolver, DissentResolver, GoalResolver, ActivityResolver, CaseloadResolver,
  AgreementResolver, PlanAgreementsResolver, GoalAttainmentResolver, GoalRatingResolver, PlanAttainmentResolver, CopyResolver, PastPlanResolver, DifferencePlaceResolver,
];

@Module({
  imports: [IdentityModule, PatientsModule, CareTeamModule],
  providers: [...useCases, ...queries, ...resolvers],
  exports: useCases,
})
export class PlanModule {}
