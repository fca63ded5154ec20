import { Module } from '@nestjs/common';
import { IdentityModule } from '../identity/identity.module.ts';
import { PatientsModule } from '../patients/patients.module.ts';
import { AddTeamMemberUseCase, ArrangeStandInUseCase, ChangeLeadUseCase, EndStandInUseCase, EndTeamMembershipUseCase } from './application/team-changes.use-cases.ts';
import { TeamQueries } from './application/team.queries.ts';
import { PatientTeamResolver, StandInResolver, TeamChangesResolver, TeamMemberResolver } from './graphql/team.resolver.ts';

const useCases = [AddTeamMemberUseCase, EndTeamMembershipUseCase, ChangeLeadUseCase, ArrangeStandInUseCase, EndStandInUseCase];

@Module({
  imports: [IdentityModule, PatientsModule],
  providers: [...useCases, TeamQueries, PatientTeamResolver, StandInResolver, TeamChangesResolver, TeamMemberResolver],
  exports: [...useCases, TeamQueries],
})
export class CareTeamModule {}
