import { Injectable } from '@nestjs/common';
import { riskFactorById } from '@plexus/catalogue';
import { type Result, type RiskFactorGiven, checkReason, checkRiskFactor, ok, refuse, tidyOptional, unless, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { RISK_FACTOR } from '../persistence/background.entities.ts';
import { PATIENT } from '../persistence/patient.entities.ts';

export interface AddRiskFactor extends Command, RiskFactorGiven {}

/** Absent: leave. Null: clear. What it is does not change: another one is another line. */
export interface EditRiskFactor extends Command, Pick<RiskFactorGiven, 'since' | 'note'> {
  readonly riskFactorId: string;
}

export interface RemoveRiskFactor extends Command {
  readonly riskFactorId: string;
  readonly reason: string;
}

const isKnown = (id: string): boolean => riskFactorById(id) !== undefined;
const REMOVED = violation('RISK_FACTOR_REMOVED', 'This risk factor was entered in error and is not on the list any more. Add it anew.', 'riskFactorId');

@Injectable()
export class AddRiskFactorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AddRiskFactor): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'risk-factor.add', action: 'patient:edit', command }, async (record) => {
      const { birthDate } = await record.load(PATIENT, record.patientId);
      const checked = checkRiskFactor({ ...command, code: command.code ?? null }, isKnown, birthDate, actor.today);
      if (!checked.ok) return checked;
      const { code = null, since = null } = command;
      const factor = { id: newId(), patientId: record.patientId, code, words: tidyOptional(command.words), since, note: tidyOptional(command.note), status: 'active' as const };
      const known = (await record.all(RISK_FACTOR)).filter(({ status }) => status === 'active');
      if (known.some((other) => other.code === code && other.words?.toLowerCase() === factor.words?.toLowerCase())) {
        return refuse(violation('RISK_FACTOR_LISTED', 'This risk factor is on the list already. Change that one.', code === null ? 'words' : 'code'));
      }
      await record.add(RISK_FACTOR, factor);
      return ok({ entityId: factor.id });
    });
  }
}

@Injectable()
export class EditRiskFactorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditRiskFactor): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'risk-factor.edit', action: 'patient:edit', command }, async (record) => {
      const factor = await record.load(RISK_FACTOR, command.riskFactorId);
      const { birthDate } = await record.load(PATIENT, record.patientId);
      const { since, note } = command;
      const checked = checkRiskFactor({ since, note }, isKnown, birthDate, actor.today);
      if (!checked.ok) return checked;
      const patch = { ...(since === undefined ? {} : { since }), ...(note === undefined ? {} : { note: tidyOptional(note) }) };
      await record.checkConflicts(RISK_FACTOR, factor, patch);
      if (factor.status !== 'active') return refuse(REMOVED);
      await record.edit(RISK_FACTOR, factor, patch);
      return ok({ entityId: factor.id });
    });
  }
}

@Injectable()
export class RemoveRiskFactorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RemoveRiskFactor): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'risk-factor.remove', action: 'patient:edit', command, reason: command.reason }, async (record) => {
      const factor = await record.load(RISK_FACTOR, command.riskFactorId);
      const checked = unless([checkReason(command.reason), factor.status === 'active' ? null : REMOVED]);
      if (!checked.ok) return checked;
      await record.checkConflicts(RISK_FACTOR, factor, { status: 'entered-in-error' });
      await record.edit(RISK_FACTOR, factor, { status: 'entered-in-error' });
      return ok({ entityId: factor.id });
    });
  }
}
