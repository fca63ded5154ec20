import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { AccessService } from '../../../access/access.service.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { notFound } from '../../../platform/faults.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { PatientAnswers } from '../../patients/graphql/patient-answers.ts';
import { PatientResult, PatientType } from '../../patients/graphql/patient.type.ts';
import { AddTeamMemberUseCase, ArrangeStandInUseCase, ChangeLeadUseCase, EndStandInUseCase, EndTeamMembershipUseCase } from '../application/team-changes.use-cases.ts';
import { TeamQueries } from '../application/team.queries.ts';
import { AddTeamMemberInput, ArrangeStandInInput, ChangeLeadInput, EndStandInInput, EndTeamMembershipInput, PatientViewerType, StandInType, TeamMemberType } from './team.type.ts';

@Resolver(() => PatientType)
export class PatientTeamResolver {
  constructor(
    private readonly team: TeamQueries,
    private readonly access: AccessService,
  ) {}

  @ResolveField(() => [TeamMemberType], { name: 'team', description: 'Everyone on the team, now, before and in future.' })
  teamOf(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.team.ofPatient(request, patient.id);
  }

  @ResolveField(() => PatientViewerType)
  async viewer(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<PatientViewerType> {
    const [strongest] = await this.access.reach(request, patient.id);
    if (!strongest) throw notFound();
    const may = await this.access.may(request, patient.id);
    return {
      through: strongest.through,
      teamRole: strongest.through === 'coordinator' ? null : strongest.role,
      discipline: strongest.discipline,
      may: may.map((action) => action.replace(':', '-')),
    };
  }
}

@Resolver(() => TeamMemberType)
export class TeamMemberResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() member: TeamMemberType) {
    return this.people.byId(request, member.personId);
  }
}

@Resolver(() => StandInType)
export class StandInResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() standIn: StandInType) {
    return this.people.byId(request, standIn.personId);
  }
}

@Resolver()
export class TeamChangesResolver {
  constructor(
    private readonly answers: PatientAnswers,
    private readonly adding: AddTeamMemberUseCase,
    private readonly ending: EndTeamMembershipUseCase,
    private readonly changingLead: ChangeLeadUseCase,
    private readonly arranging: ArrangeStandInUseCase,
    private readonly endingStandIn: EndStandInUseCase,
  ) {}

  @Mutation(() => PatientResult)
  addTeamMember(@Ctx() request: RequestContext, @Args('input') input: AddTeamMemberInput) {
    return this.answers.to(request, input, this.adding.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  endTeamMembership(@Ctx() request: RequestContext, @Args('input') input: EndTeamMembershipInput) {
    return this.answers.to(request, input, this.ending.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'The present lead becomes a member.' })
  changeLead(@Ctx() request: RequestContext, @Args('input') input: ChangeLeadInput) {
    return this.answers.to(request, input, this.changingLead.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'A colleague acts for a member from one day to another, with that member’s rights.' })
  arrangeStandIn(@Ctx() request: RequestContext, @Args('input') input: ArrangeStandInInput) {
    return this.answers.to(request, input, this.arranging.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  endStandIn(@Ctx() request: RequestContext, @Args('input') input: EndStandInInput) {
    return this.answers.to(request, input, this.endingStandIn.execute(request.actor, input));
  }
}
