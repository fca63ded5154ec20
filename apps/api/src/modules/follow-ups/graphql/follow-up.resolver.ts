import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type FollowUpVerb, type Holding, isUnowned, verbsFor, withWhom } from '@plexus/domain';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { PatientQueries } from '../../patients/application/patient.queries.ts';
import { PatientType } from '../../patients/graphql/patient.type.ts';
import { CaseloadPatientType } from '../../plan/graphql/caseload.type.ts';
import { EscalationsBatch, KeepingBatch, type KeptView, SourceNamesBatch } from '../application/follow-up.batches.ts';
import { FollowUpQueries } from '../application/follow-up.queries.ts';
import { ClosedFollowUpConnection, DisciplineType, disciplineNamed, FollowUpEscalationType, FollowUpSourceType, FollowUpType, FollowUpVerbEnum, HoldingEnum } from './follow-up.type.ts';

@Resolver(() => FollowUpType)
export class FollowUpResolver {
  constructor(
    private readonly queries: FollowUpQueries,
    private readonly patients: PatientQueries,
    private readonly people: PeopleQueries,
    private readonly keepings: KeepingBatch,
    private readonly escalationsOf: EscalationsBatch,
    private readonly sourceNames: SourceNamesBatch,
  ) {}

  @Query(() => FollowUpType, { name: 'followUp', nullable: true, description: 'One follow-up, and with it an opening of its patient’s chart.' })
  byId(@Ctx() request: RequestContext, @Args('id', { type: () => ID }) id: string) {
    return this.queries.byId(request, id);
  }

  @ResolveField(() => PatientType)
  patient(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return this.patients.ofList(request, followUp.patientId);
  }

  @ResolveField(() => FollowUpSourceType, { nullable: true })
  async source(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType): Promise<FollowUpSourceType | null> {
    const { sourceKind, sourceId } = followUp;
    return sourceKind === null || sourceId === null ? null : { kind: sourceKind, id: sourceId, name: await request.loaders.for(this.sourceNames).load(followUp) };
  }

  @ResolveField(() => PersonType)
  askedBy(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return this.people.byId(request, followUp.askedById);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who was asked, also while they are away; null: the role of `pool`.' })
  owner(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return this.person(request, followUp.ownerId);
  }

  @ResolveField(() => DisciplineType, { description: 'The role in which the owner treats the patient, and in whose pool it lies when nobody holds it.' })
  pool(@Parent() { poolId }: FollowUpType): DisciplineType {
    return disciplineNamed(poolId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'With whom the ball is now: the holder, or who asked or covers them. Null: in the pool, outside, or with nobody any more.' })
  async with(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return this.person(request, withWhom(followUp.court, await this.kept(request, followUp)));
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'Who acts for the owner’s side today, or chases whoever is outside; null: it lies in the pool.' })
  async holder(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return this.person(request, (await this.kept(request, followUp)).holderId);
  }

  @ResolveField(() => HoldingEnum)
  async holding(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType): Promise<Holding> {
    return (await this.kept(request, followUp)).holding;
  }

  @ResolveField(() => Boolean, { description: 'Open, and nobody sees to it.' })
  async isUnowned(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType): Promise<boolean> {
    return isUnowned(followUp.court, await this.kept(request, followUp));
  }

  @ResolveField(() => [PersonType])
  watchers(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return Promise.all(followUp.watcherIds.map((id) => this.people.byId(request, id)));
  }

  @ResolveField(() => [FollowUpEscalationType], { description: 'Since the ball lies where it is, in order.' })
  escalations(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType) {
    return request.loaders.for(this.escalationsOf).load(followUp);
  }

  @ResolveField(() => [FollowUpVerbEnum], { description: 'What the viewer may do with it now.' })
  async transitions(@Ctx() request: RequestContext, @Parent() followUp: FollowUpType): Promise<FollowUpVerb[]> {
    const { standing } = await this.kept(request, followUp);
    return standing ? verbsFor(followUp, standing) : [];
  }

  private kept(request: RequestContext, followUp: FollowUpType): Promise<KeptView> {
    return request.loaders.for(this.keepings).load(followUp);
  }

  private person(request: RequestContext, personId: string | null) {
    return personId === null ? null : this.people.byId(request, personId);
  }
}

@Resolver(() => PatientType)
export class PatientFollowUpsResolver {
  constructor(private readonly queries: FollowUpQueries) {}

  @ResolveField(() => [FollowUpType], { description: 'Those that are open, safety first and then by when they are due. Empty for a reader whose part it is not (peer mentors).' })
  followUps(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.queries.openOf(request, patient.id);
  }

  @ResolveField(() => ClosedFollowUpConnection, { description: 'Those that came to an end, the last one first. Empty for a reader whose part it is not.' })
  closedFollowUps(
    @Ctx() request: RequestContext, @Parent() patient: PatientType,
    @Args('first', { type: () => Int, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.queries.closedOf(request, patient.id, first, after ?? null);
  }

  @ResolveField(() => Int)
  async openFollowUps(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<number> {
    return (await this.queries.openCounts(request, patient.id)).open;
  }

  @ResolveField(() => Int)
  async overdueFollowUps(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<number> {
    return (await this.queries.openCounts(request, patient.id)).overdue;
  }
}

@Resolver(() => CaseloadPatientType)
export class CaseloadFollowUpsResolver {
  constructor(private readonly queries: FollowUpQueries) {}

  @ResolveField(() => Int)
  async openFollowUps(@Ctx() request: RequestContext, @Parent() patient: CaseloadPatientType): Promise<number> {
    return (await this.queries.openCounts(request, patient.id)).open;
  }

  @ResolveField(() => Int)
  async overdueFollowUps(@Ctx() request: RequestContext, @Parent() patient: CaseloadPatientType): Promise<number> {
    return (await this.queries.openCounts(request, patient.id)).overdue;
  }
}
