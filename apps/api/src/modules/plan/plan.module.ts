import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { PatientsModule } from '../patients/patients.module.ts';
import { EditActivityUseCase, MoveActivityUseCase, PlanActivityUseCase } from './application/activities.use-cases.ts';
import { CaseloadQueries } from './application/caseload.queries.ts';
import { EditPlanUseCase } from './application/edit-plan.use-case.ts';
import { EditGoalUseCase, JoinGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from './application/goals.use-cases.ts';
import { PlanQueries } from './application/plan.queries.ts';
import { UndoPlanChangeUseCase } from './application/undo-plan-change.use-case.ts';
import { PatientReconciliationResolver } from './graphql/reconciliation.resolver.ts';
import { PlanChangesResolver } from './graphql/plan-changes.resolver.ts';
import { ActivityResolver, CaseloadResolver, GoalResolver, PatientPlanResolver, PlanResolver } from './graphql/plan.resolver.ts';

// Exported for the demo clinic, which is made through them.
const useCases = [EditPlanUseCase, ProposeGoalUseCase, EditGoalUseCase, JoinGoalUseCase, MoveGoalUseCase, PlanActivityUseCase, EditActivityUseCase, MoveActivityUseCase, UndoPlanChangeUseCase];

@Module({
  imports: [IdentityModule, PatientsModule, CareTeamModule],
  providers: [...useCases, PlanQueries, CaseloadQueries, PlanChangesResolver, PatientReconciliationResolver, PatientPlanResolver, PlanResolver, GoalResolver, ActivityResolver, CaseloadResolver],
  exports: useCases,
})
export class PlanModule {}
