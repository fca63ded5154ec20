import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { isEntityName } from '@plexus/domain';
import { AccessService } from '../../../access/access.service.ts';
import { badInput } from '../../../platform/faults.ts';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import { DifferenceQueries } from '../../../platform/records/difference.queries.ts';
import { HistoryQueries } from '../../../platform/records/history.queries.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { AddPatientUseCase } from '../application/add-patient.use-case.ts';
import { DuplicatesQueries } from '../application/duplicates.queries.ts';
import { EditPatientUseCase } from '../application/edit-patient.use-case.ts';
import { ContactsBatch, PatientQueries } from '../application/patient.queries.ts';
import { MomentInput, RecordDifferenceType } from './difference.type.ts';
import { RevisionConnection, RevisionType } from './history.type.ts';
import { PatientAnswers } from './patient-answers.ts';
import { AddPatientInput, EditPatientInput, LikelyDuplicatesInput } from './patient.inputs.ts';
import { AllergyStatusEnum, type AllergyStatusShown, AllergyType, ContactDetailsType, ContactType, LikelyDuplicateType, PatientResult, PatientType, ProblemType } from './patient.type.ts';

@Resolver(() => PatientType)
export class PatientResolver {
  constructor(
    private readonly patients: PatientQueries,
    private readonly duplicates: DuplicatesQueries,
    private readonly history: HistoryQueries,
    private readonly differences: DifferenceQueries,
    private readonly access: AccessService,
    private readonly answers: PatientAnswers,
    private readonly adding: AddPatientUseCase,
    private readonly editing: EditPatientUseCase,
  ) {}

  @Query(() => PatientType)
  patient(@Ctx() request: RequestContext, @Args('patientId', { type: () => ID }) patientId: string) {
    return this.patients.byId(request, patientId);
  }

  @Query(() => [LikelyDuplicateType], { description: 'Patients that somebody about to be added may be already.' })
  likelyDuplicates(@Ctx() request: RequestContext, @Args('input') input: LikelyDuplicatesInput) {
    return this.duplicates.find(request, input);
  }

  @Mutation(() => PatientResult)
  addPatient(@Ctx() request: RequestContext, @Args('input') input: AddPatientInput) {
    return this.answers.to(request, {}, this.adding.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  editPatient(@Ctx() request: RequestContext, @Args('input') input: EditPatientInput) {
    return this.answers.to(request, input, this.editing.execute(request.actor, input));
  }

  @ResolveField(() => ContactDetailsType, { nullable: true, description: 'How to reach the patient; null when the viewer’s part does not include it (peer mentors).' })
  contactDetails(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.patients.details(request, patient.id);
  }

  @ResolveField(() => AllergyStatusEnum, { description: 'NOT_SHOWN when the viewer’s part does not include allergies (peer mentors).' })
  async allergyStatus(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<AllergyStatusShown> {
    return (await this.patients.details(request, patient.id))?.allergyStatus ?? 'not-shown';
  }

  @ResolveField(() => [AllergyType])
  allergies(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.patients.allergies(request, patient.id);
  }

  @ResolveField(() => [ProblemType])
  problems(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.patients.problems(request, patient.id);
  }

  @ResolveField(() => [ContactType], { description: 'Contacts (encounters), newest first; at most 50.' })
  contacts(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.patients.contacts(request, patient.id);
  }

  @ResolveField(() => RevisionConnection, { name: 'history' })
  async historyOf(
    @Ctx() request: RequestContext,
    @Parent() patient: PatientType,
    @Args('first', { type: () => Int, defaultValue: 30 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    @Args('entity', { type: () => String, nullable: true, description: 'Only changes of things of this kind.' }) entity: string | null,
    @Args('entityId', { type: () => ID, nullable: true, description: 'Only changes of this one thing of the kind, and of each revision nothing else.' }) entityId: string | null,
  ) {
    if (entity != null && !isEntityName(entity)) throw badInput('entity', 'The record has no such kind of thing.');
    if (entityId != null && entity == null) throw badInput('entity', 'Say also of which kind the thing is.');
    if (entityId != null && !isId(entityId)) throw badInput('entityId', 'This is no id.');
    await this.access.requirePart(request, 'history:read', patient.id);
    return this.history.page(request, patient.id, first, after ?? null, { entity: entity ?? null, entityId: entityId ?? null });
  }

  @ResolveField(() => [RevisionType], { description: 'What came after a revision that the viewer knows, oldest first; at most 100.' })
  async revisionsAfter(
    @Ctx() request: RequestContext,
    @Parent() patient: PatientType,
    @Args('revision', { type: () => Int }) revision: number,
    @Args('first', { type: () => Int, defaultValue: 100 }) first: number,
  ) {
    await this.access.requirePart(request, 'history:read', patient.id);
    return this.history.after(request, patient.id, revision, first);
  }

  @ResolveField(() => RecordDifferenceType, { description: 'What is different between two moments.' })
  async difference(@Ctx() request: RequestContext, @Parent() patient: PatientType, @Args('from') from: MomentInput, @Args('to') to: MomentInput) {
    await this.access.requirePart(request, 'history:read', patient.id);
    return this.differences.between(request, patient.id, { from, to });
  }
}

@Resolver(() => ContactType)
export class ContactResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType)
  openedBy(@Ctx() request: RequestContext, @Parent() contact: ContactType) {
    return this.people.byId(request, contact.openedById);
  }
}

@Resolver(() => RevisionType)
export class RevisionResolver {
  constructor(
    private readonly people: PeopleQueries,
    private readonly contacts: ContactsBatch,
  ) {}

  @ResolveField(() => PersonType)
  person(@Ctx() request: RequestContext, @Parent() revision: RevisionType) {
    return this.people.byId(request, revision.personId);
  }

  @ResolveField(() => PersonType, { nullable: true, description: 'The member for whom a stand-in acted.' })
  onBehalfOf(@Ctx() request: RequestContext, @Parent() revision: RevisionType) {
    return revision.onBehalfOfId === null ? null : this.people.byId(request, revision.onBehalfOfId);
  }

  @ResolveField(() => ContactType, { nullable: true, description: 'The contact in which it was done.' })
  contact(@Ctx() request: RequestContext, @Parent() { patientId, contactId }: RevisionType) {
    return contactId === null ? null : request.loaders.for(this.contacts).load({ patientId, contactId });
  }
}
