import { Injectable } from '@nestjs/common';
import { type PlanVerb, type Result, activatePlan, mayWithPatient, movePlan, ok, planStatusAfter, tidyOptional } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { lastScreenedOn } from '../../patients/application/background.queries.ts';
import { PLAN, type PlanEntity } from '../persistence/plan.entities.ts';

export interface ActivatePlan extends Command {
  /** Given where there is no red-flag screen of the last 90 days. */
  readonly withoutScreenReason?: string | null;
}

export interface MovePlan extends Command {
  readonly verb: Exclude<PlanVerb, 'activate'>;
  readonly reason: string;
}

async function planOf(record: OpenRecord): Promise<PlanEntity> {
  const [plan] = await record.all(PLAN);
  if (!plan) throw notFound();
  return plan;
}

/** Starts the plan, or starts it again. One that starts without a screen says so in its verb, so that those can be found and reviewed. */
@Injectable()
export class ActivatePlanUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: ActivatePlan): Promise<Result<Done, Refusal>> {
    const reason = tidyOptional(command.withoutScreenReason);
    const verb = reason === null ? 'plan.activate' : 'plan.activate-unscreened';
    return this.records.change(actor, { verb, action: 'plan:move', command, reason, reasonField: 'withoutScreenReason' }, async (record) => {
      const plan = await planOf(record);
      await record.checkConflicts(PLAN, plan, { status: 'active' });
      const { organizationRoles, discipline } = actor;
      const mayOverride = mayWithPatient('plan:start-unscreened', { reach: record.reach, organizationRoles, discipline });
      const checked = activatePlan(plan, { withoutScreenReason: reason, mayOverride }, await lastScreenedOn(record), actor.today);
      if (!checked.ok) return checked;
      await record.edit(PLAN, plan, { status: 'active' });
      return ok({ entityId: plan.id });
    });
  }
}

/** Pauses or completes the plan. */
@Injectable()
export class MovePlanUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MovePlan): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: `plan.${command.verb}`, action: 'plan:move', command, reason: command.reason }, async (record) => {
      const plan = await planOf(record);
      const status = planStatusAfter(command.verb);
      await record.checkConflicts(PLAN, plan, { status });
      const checked = movePlan(plan, command.verb, command.reason);
      if (!checked.ok) return checked;
      await record.edit(PLAN, plan, { status });
      return ok({ entityId: plan.id });
    });
  }
}
