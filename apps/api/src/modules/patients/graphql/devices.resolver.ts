import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Ctx, type RequestContext } from '../../../platform/graphql/request-context.ts';
import { PeopleQueries } from '../../identity/application/people.queries.ts';
import { PersonType } from '../../identity/graphql/person.type.ts';
import { DeviceQueries } from '../application/device.queries.ts';
import { AddDeviceUseCase, EditDeviceUseCase, MarkDeviceInErrorUseCase, RemoveDeviceUseCase, SetDeviceAnswerUseCase } from '../application/devices.use-cases.ts';
import { PatientQueries } from '../application/patient.queries.ts';
import { AddDeviceInput, DeviceAnswerEnum, type DeviceAnswerShown, DeviceType, EditDeviceInput, MarkDeviceInErrorInput, RemoveDeviceInput, SetDeviceAnswerInput } from './device.type.ts';
import { PatientAnswers } from './patient-answers.ts';
import { PatientResult, PatientType } from './patient.type.ts';

/** Devices of a patient, and the commands about them. */
@Resolver(() => PatientType)
export class DevicesResolver {
  constructor(
    private readonly devices: DeviceQueries,
    private readonly patients: PatientQueries,
    private readonly answers: PatientAnswers,
    private readonly adding: AddDeviceUseCase,
    private readonly editing: EditDeviceUseCase,
    private readonly removing: RemoveDeviceUseCase,
    private readonly markingInError: MarkDeviceInErrorUseCase,
    private readonly answering: SetDeviceAnswerUseCase,
  ) {}

  @ResolveField(() => [DeviceType], { name: 'devices', description: 'In place first, then those that were taken out.' })
  devicesOf(@Ctx() request: RequestContext, @Parent() patient: PatientType) {
    return this.devices.ofPatient(request, patient.id);
  }

  @ResolveField(() => DeviceAnswerEnum, { description: 'Whether something is implanted; NOT_SHOWN when the viewer’s part does not include it (peer mentors).' })
  async deviceAnswer(@Ctx() request: RequestContext, @Parent() patient: PatientType): Promise<DeviceAnswerShown> {
    return (await this.patients.details(request, patient.id))?.deviceAnswer ?? 'not-shown';
  }

  @Mutation(() => PatientResult)
  addDevice(@Ctx() request: RequestContext, @Args('input') input: AddDeviceInput) {
    return this.answers.to(request, input, this.adding.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  editDevice(@Ctx() request: RequestContext, @Args('input') input: EditDeviceInput) {
    return this.answers.to(request, input, this.editing.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'It was taken out of the body; the chart keeps it as a device of the past.' })
  removeDevice(@Ctx() request: RequestContext, @Args('input') input: RemoveDeviceInput) {
    return this.answers.to(request, input, this.removing.execute(request.actor, input));
  }

  @Mutation(() => PatientResult, { description: 'There never was such a device; it stays in the history.' })
  markDeviceInError(@Ctx() request: RequestContext, @Args('input') input: MarkDeviceInErrorInput) {
    return this.answers.to(request, input, this.markingInError.execute(request.actor, input));
  }

  @Mutation(() => PatientResult)
  setDeviceAnswer(@Ctx() request: RequestContext, @Args('input') input: SetDeviceAnswerInput) {
    return this.answers.to(request, input, this.answering.execute(request.actor, input));
  }
}

@Resolver(() => DeviceType)
export class DeviceResolver {
  constructor(private readonly people: PeopleQueries) {}

  @ResolveField(() => PersonType, { nullable: true })
  cardSeenBy(@Ctx() request: RequestContext, @Parent() device: DeviceType) {
    return device.cardSeenById === null ? null : this.people.byId(request, device.cardSeenById);
  }
}
