import { Injectable } from '@nestjs/common';
import { type ActivityVerb, type PastTreatment, type Result, type TreatmentOutcome, type TrialGiven, activityStatusAfter, checkOutcome, checkPastTreatment, checkStart, decideTrial, moveActivity, ok, patchedDetails, tidyOptional, unless } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { PATIENT } from '../../patients/persistence/patient.entities.ts';
import { ACTIVITY } from '../persistence/plan.entities.ts';
import { catalogueCheck } from './catalogue-check.ts';

export interface MoveActivity extends Command {
  readonly activityId: string;
  readonly verb: ActivityVerb;
  readonly reason?: string | null;
  /** How it went; of what is completed or stopped. */
  readonly outcome?: TreatmentOutcome | null;
}

export interface DecideActivity extends Command, TrialGiven {
  readonly activityId: string;
}

export interface RecordPastTreatment extends Command, PastTreatment {}

/** Starts, pauses, resumes, completes, stops or declines an activity. */
@Injectable()
export class MoveActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MoveActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: `activity.${command.verb}`, action: 'plan:write', command, reason: command.reason ?? null }, async (record) => {
      const activity = await record.load(ACTIVITY, command.activityId);
      await record.checkConflicts(ACTIVITY, activity, { status: activityStatusAfter(command.verb) });
      const moved = moveActivity(activity, command.verb, command, actor.today);
      if (!moved.ok) return moved;
      const fits = unless([checkOutcome(command.verb, command.outcome)]);
      if (!fits.ok) return fits;
      const ready = command.verb === 'start' ? checkStart(activity, catalogueCheck) : ok(undefined);
      if (!ready.ok) return ready;
      const outcome = command.verb === 'decline' ? 'declined' : command.outcome;
      await record.edit(ACTIVITY, activity, { ...moved.value, ...(outcome ? { details: patchedDetails(activity.details, { outcome }) } : {}) });
      return ok({ entityId: activity.id });
    });
  }
}

/** Keeps, changes or stops what was tried, with the reason and the day of the next look. */
@Injectable()
export class DecideActivityUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: DecideActivity): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'activity.decide', action: 'plan:write', command, reason: command.reason }, async (record) => {
      const activity = await record.load(ACTIVITY, command.activityId);
      const { decision } = command;
      await record.checkConflicts(ACTIVITY, activity, { ...(decision === 'stop' ? { status: 'stopped' as const } : { reviewOn: command.reviewOn ?? null }), details: patchedDetails(activity.details, { decision }) });
      const decided = decideTrial(activity, command, actor.today);
      if (!decided.ok) return decided;
      await record.edit(ACTIVITY, activity, { ...decided.value, details: patchedDetails(activity.details, decided.value.details) });
      return ok({ entityId: activity.id });
    });
  }
}

/** What was tried elsewhere or before: it stands in the treatment history, and never ran here. */
@Injectable()
export class RecordPastTreatmentUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: RecordPastTreatment): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'activity.record-past', action: 'plan:write', command }, async (record) => {
      const { catalogueId, discipline, outcome } = command;
      const { birthDate } = await record.load(PATIENT, record.patientId);
      const checked = checkPastTreatment(command, catalogueCheck, birthDate, actor.today);
      if (!checked.ok) return checked;
      const activity = {
        id: newId(), patientId: record.patientId, catalogueId, discipline, ownerId: null, status: outcome === 'declined' ? ('declined' as const) : ('stopped' as const),
        statusReason: tidyOptional(command.reason), doseText: null, reason: null, nextStep: null, startsOn: null, reviewOn: null, endsOn: command.endedOn ?? null, details: { outcome },
      };
      await record.add(ACTIVITY, activity);
      return ok({ entityId: activity.id });
    });
  }
}
