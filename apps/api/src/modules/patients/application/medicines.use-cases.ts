import { Injectable } from '@nestjs/common';
import { drugClassesIn, drugName } from '@plexus/catalogue';
import { type Day, type Medicine, type Result, checkCleared, checkMedicine, checkMedicineOpen, checkMedicineStop, checkReason, ok, tidy, tidyOptional, unless } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { MEDICINE } from '../persistence/medicine.entities.ts';
import { PATIENT } from '../persistence/patient.entities.ts';

type Required = 'drug' | 'kind' | 'source';
export interface AddMedicine extends Command, Pick<Medicine, Required>, Partial<Omit<Medicine, Required | 'asNeeded'>> {
  readonly asNeeded?: boolean | null;
}

type Given = { readonly [F in keyof Medicine]?: Medicine[F] | null };
/** Absent: leave. Null: clear. */
export interface EditMedicine extends Command, Given {
  readonly medicineId: string;
  /** Why it is changed now. */
  readonly changeReason?: string | null;
}

export interface StopMedicine extends Command {
  readonly medicineId: string;
  /** The last day on which it was taken. */
  readonly until: Day;
  readonly reason: string;
}

export interface MarkMedicineInError extends Command {
  readonly medicineId: string;
  readonly reason: string;
}

const TEXTS = ['prescriber', 'note', 'morphineEquivalentSource'] as const;
const OTHERS = ['doseAmount', 'doseUnit', 'route', 'timesPerDay', 'since', 'until', 'monitoringCheckedOn', 'agreementOn', 'hasNaloxone', 'morphineEquivalent'] as const;
const ALWAYS = ['drug', 'asNeeded', 'kind', 'source'] as const;

const NOTHING_SAID: Omit<Medicine, Required> = {
  doseAmount: null, doseUnit: null, route: null, timesPerDay: null, asNeeded: false, since: null, until: null, prescriber: null, note: null,
  monitoringCheckedOn: null, agreementOn: null, hasNaloxone: null, morphineEquivalent: null, morphineEquivalentSource: null,
};

/** The fields that were given, as they are stored. */
function patchOf(given: Given): Partial<Medicine> {
  const patch: Record<string, unknown> = {};
  for (const field of OTHERS) if (given[field] !== undefined) patch[field] = given[field];
  for (const field of TEXTS) if (given[field] !== undefined) patch[field] = tidyOptional(given[field]);
  for (const field of ALWAYS) if (given[field] != null) patch[field] = given[field];
  if (typeof patch.drug === 'string') patch.drug = drugName(tidy(patch.drug));
  return patch;
}

async function check(record: OpenRecord, medicine: Medicine) {
  const { birthDate } = await record.load(PATIENT, record.patientId);
  return checkMedicine(medicine, drugClassesIn(medicine.drug).includes('opioid'), birthDate, record.actor.today);
}

@Injectable()
export class AddMedicineUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AddMedicine): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'medicine.add', action: 'patient:edit', command }, async (record) => {
      const { drug, kind, source } = command;
      const medicine = { drug, kind, source, ...NOTHING_SAID, ...patchOf(command) };
      const checked = await check(record, medicine);
      if (!checked.ok) return checked;
      const id = newId();
      await record.add(MEDICINE, { ...medicine, id, patientId: record.patientId, status: 'active' });
      return ok({ entityId: id });
    });
  }
}

@Injectable()
export class EditMedicineUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditMedicine): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'medicine.edit', action: 'patient:edit', command, reason: command.changeReason ?? null, reasonField: 'changeReason' }, async (record) => {
      const medicine = await record.load(MEDICINE, command.medicineId);
      const required = unless(checkCleared(command, ...ALWAYS));
      if (!required.ok) return required;
      const patch = patchOf(command);
      await record.checkConflicts(MEDICINE, medicine, patch);
      const open = checkMedicineOpen(medicine);
      if (!open.ok) return open;
      const checked = await check(record, { ...medicine, ...patch });
      if (!checked.ok) return checked;
      await record.edit(MEDICINE, medicine, patch);
      return ok({ entityId: medicine.id });
    });
  }
}

@Injectable()
export class StopMedicineUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: StopMedicine): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'medicine.stop', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const medicine = await record.load(MEDICINE, command.medicineId);
      const patch = { status: 'stopped' as const, until: command.until };
      await record.checkConflicts(MEDICINE, medicine, patch);
      const open = checkMedicineOpen(medicine);
      if (!open.ok) return open;
      const checked = checkMedicineStop(medicine, command, actor.today);
      if (!checked.ok) return checked;
      await record.edit(MEDICINE, medicine, patch);
      return ok({ entityId: medicine.id });
    });
  }
}

/** A medicine that was never taken was entered in error; it stays in the history with the reason. */
@Injectable()
export class MarkMedicineInErrorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MarkMedicineInError): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'medicine.mark-in-error', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const medicine = await record.load(MEDICINE, command.medicineId);
      await record.checkConflicts(MEDICINE, medicine, { status: 'entered-in-error' });
      const open = checkMedicineOpen(medicine);
      if (!open.ok) return open;
      const checked = unless([checkReason(command.reason)]);
      if (!checked.ok) return checked;
      await record.edit(MEDICINE, medicine, { status: 'entered-in-error' });
      return ok({ entityId: medicine.id });
    });
  }
}
