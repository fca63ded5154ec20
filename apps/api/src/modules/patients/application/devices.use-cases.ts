import { Injectable } from '@nestjs/common';
import { implantedDeviceById } from '@plexus/catalogue';
import { type Day, type DeviceAnswer, type DeviceDetails, type Result, checkCleared, checkDevice, checkDeviceAnswer, checkDeviceEdit, markDeviceInError, ok, refuse, removeDevice, tidy, tidyOptional, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { DEVICE, type DeviceEntity } from '../persistence/device.entity.ts';
import { PATIENT, PATIENT_DETAILS } from '../persistence/patient.entities.ts';

/** Absent: leave. Null: clear. */
type DeviceGiven = { readonly [F in keyof DeviceDetails]?: DeviceDetails[F] | null };

export interface AddDevice extends Command, Omit<DeviceGiven, 'kind'> {
  readonly kind: string;
}

export interface EditDevice extends Command, DeviceGiven {
  readonly deviceId: string;
}

export interface RemoveDevice extends Command {
  readonly deviceId: string;
  readonly removedOn: Day;
  readonly reason: string;
}

export interface MarkDeviceInError extends Command {
  readonly deviceId: string;
  readonly reason: string;
}

export interface SetDeviceAnswer extends Command {
  readonly answer: DeviceAnswer;
}

const TEXTS = ['maker', 'model', 'serial', 'site', 'mriTerms', 'followedBy', 'note'] as const;
const VALUES = ['kind', 'side', 'implantedOn', 'cardSeenOn', 'mriCondition'] as const;
const NOTHING_KNOWN: Omit<DeviceDetails, 'kind'> = {
  maker: null, model: null, serial: null, site: null, side: null, implantedOn: null, cardSeenOn: null, mriCondition: 'not-known', mriTerms: null, followedBy: null, note: null,
};

/** What was given, as it is stored. */
const stored = (given: DeviceGiven): Partial<DeviceDetails> =>
  Object.fromEntries([
    ...TEXTS.filter((field) => given[field] !== undefined).map((field) => [field, tidyOptional(given[field])]),
    ...VALUES.filter((field) => given[field] !== undefined).map((field) => [field, given[field]]),
  ]) as Partial<DeviceDetails>;

const inPlace = async (record: OpenRecord): Promise<DeviceEntity[]> => (await record.all(DEVICE)).filter(({ status }) => status === 'in-place');
const implanted = async (record: OpenRecord): Promise<DeviceEntity[]> => (await inPlace(record)).filter(({ kind }) => !implantedDeviceById(kind)?.isExternal);

/** With the last one gone, nobody has answered whether there are others. */
async function settleAnswer(record: OpenRecord): Promise<void> {
  const details = await record.load(PATIENT_DETAILS, record.patientId);
  const isThere = (await implanted(record)).length > 0;
  if (isThere !== (details.deviceAnswer === 'recorded')) await record.edit(PATIENT_DETAILS, details, { deviceAnswer: isThere ? 'recorded' : 'not-asked' });
}

const check = async (record: OpenRecord, actor: Actor, device: DeviceDetails) =>
  checkDevice(device, implantedDeviceById(device.kind), (await record.load(PATIENT, record.patientId)).birthDate, actor.today);

@Injectable()
export class AddDeviceUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AddDevice): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'device.add', action: 'patient:edit', command }, async (record) => {
      const required = unless(checkCleared(command, 'mriCondition'));
      if (!required.ok) return required;
      const given: DeviceDetails = { ...NOTHING_KNOWN, ...stored(command), kind: command.kind };
      const checked = await check(record, actor, given);
      if (!checked.ok) return checked;
      const isListed = (await inPlace(record)).some((device) => (['kind', 'serial', 'site', 'side'] as const).every((field) => device[field] === given[field]));
      if (isListed) return refuse(violation('DEVICE_LISTED', 'This device is on the list already.', 'kind'));
      const device = {
        ...given, id: newId(), patientId: record.patientId, cardSeenById: given.cardSeenOn === null ? null : actor.personId, status: 'in-place' as const, removedOn: null, removedBecause: null,
      };
      await record.add(DEVICE, device);
      await settleAnswer(record);
      return ok({ entityId: device.id });
    });
  }
}

@Injectable()
export class EditDeviceUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditDevice): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'device.edit', action: 'patient:edit', command }, async (record) => {
      const device = await record.load(DEVICE, command.deviceId);
      const required = unless(checkCleared(command, 'kind', 'mriCondition'));
      if (!required.ok) return required;
      const given = stored(command);
      const isSeenAnew = given.cardSeenOn !== undefined && given.cardSeenOn !== device.cardSeenOn;
      // Whoever writes that the card was seen has seen it.
      const patch = { ...given, ...(isSeenAnew ? { cardSeenById: given.cardSeenOn === null ? null : actor.personId } : {}) };
      await record.checkConflicts(DEVICE, device, patch);
      const allowed = checkDeviceEdit(device);
      if (!allowed.ok) return allowed;
      const checked = await check(record, actor, { ...device, ...given });
      if (!checked.ok) return checked;
      await record.edit(DEVICE, device, patch);
      await settleAnswer(record);
      return ok({ entityId: device.id });
    });
  }
}

/** It was taken out: the chart keeps it as a device of the past. */
@Injectable()
export class RemoveDeviceUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RemoveDevice): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'device.remove', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const device = await record.load(DEVICE, command.deviceId);
      const patch = { status: 'removed' as const, removedOn: command.removedOn, removedBecause: tidy(command.reason) };
      await record.checkConflicts(DEVICE, device, patch);
      const checked = removeDevice(device, command, (await record.load(PATIENT, record.patientId)).birthDate, actor.today);
      if (!checked.ok) return checked;
      await record.edit(DEVICE, device, patch);
      await settleAnswer(record);
      return ok({ entityId: device.id });
    });
  }
}

@Injectable()
export class MarkDeviceInErrorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MarkDeviceInError): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'device.mark-in-error', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const device = await record.load(DEVICE, command.deviceId);
      const checked = markDeviceInError(device, command.reason);
      if (!checked.ok) return checked;
      await record.checkConflicts(DEVICE, device, { status: 'entered-in-error' });
      await record.edit(DEVICE, device, { status: 'entered-in-error' });
      await settleAnswer(record);
      return ok({ entityId: device.id });
    });
  }
}

@Injectable()
export class SetDeviceAnswerUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: SetDeviceAnswer): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'device.set-answer', action: 'patient:edit', command }, async (record) => {
      const checked = checkDeviceAnswer(command.answer, (await implanted(record)).length);
      if (!checked.ok) return checked;
      const details = await record.load(PATIENT_DETAILS, record.patientId);
      await record.checkConflicts(PATIENT_DETAILS, details, { deviceAnswer: command.answer });
      await record.edit(PATIENT_DETAILS, details, { deviceAnswer: command.answer });
      return ok({ entityId: record.patientId });
    });
  }
}

export const deviceUseCases = [AddDeviceUseCase, EditDeviceUseCase, RemoveDeviceUseCase, MarkDeviceInErrorUseCase, SetDeviceAnswerUseCase];
