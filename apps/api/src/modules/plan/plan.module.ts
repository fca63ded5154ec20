import { Module } from '@nestjs/common';
import { CareTeamModule } from '../care-team/care-team.module.ts';
import { IdentityModule } from '../identity/identity.module.ts';
import { EditActivityUseCase, MoveActivityUseCase, PlanActivityUseCase } from './application/activities.use-cases.ts';
import { CaseloadQueries } from './application/caseload.queries.ts';
import { EditPlanUseCase } from './application/edit-plan.use-case.ts';
import { EditGoalUseCase, MoveGoalUseCase, ProposeGoalUseCase } from './application/goals.use-cases.ts';
import { PlanQueries } from './application/plan.queries.ts';
import { ActivityResolver, CaseloadResolver, GoalResolver, PatientPlanResolver, PlanResolver } from './graphql/plan.resolver.ts';

// The commands have no mutation yet: the demo clinic is made through them, and the editor of the plan comes next.
const useCases = [EditPlanUseCase, ProposeGoalUseCase, EditGoalUseCase, MoveGoalUseCase, PlanActivityUseCase, EditActivityUseCase, MoveActivityUseCase];

@Module({
  imports: [IdentityModule, CareTeamModule],
  providers: [...useCases, PlanQueries, CaseloadQueries, PatientPlanResolver, PlanResolver, GoalResolver, ActivityResolver, CaseloadResolver],
  exports: useCases,
})
export class PlanModule {}
