import { Injectable } from '@nestjs/common';
import { type Day, type FollowUpState, type MoveGiven, type Result, moveFollowUp, nextDue, ok, standingOf, stateAfter, takesOn, tidyOptional } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { FOLLOW_UP, type FollowUpEntity } from '../persistence/follow-up.entities.ts';
import { type FollowUpPatch, type NewFollowUp, addFollowUp, turned } from './follow-up-rows.ts';
import { keepingOfRow } from './keeping.ts';

export interface MoveFollowUp extends Command, MoveGiven {
  readonly followUpId: string;
}

/** What stands beside the new state. Opened again it begins anew, and what came of it before is history. */
const stateFields = (to: FollowUpState, { verb, outcome, reason, appointmentOn, appointmentTime }: MoveGiven): FollowUpPatch => ({
  state: to,
  stateReason: tidyOptional(reason),
  ...(outcome == null ? {} : { outcome: tidyOptional(outcome) }),
  ...(verb === 'schedule' ? { appointmentOn: appointmentOn ?? null, appointmentTime: appointmentTime ?? null } : {}),
  ...(verb === 'reopen' ? { outcome: null, appointmentOn: null, appointmentTime: null } : {}),
});

/** One step of the contract. */
@Injectable()
export class MoveFollowUpUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MoveFollowUp): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: `follow-up.${command.verb}`, action: 'follow-up:write', command, reason: command.reason ?? null }, async (record) => {
      const followUp = await record.load(FOLLOW_UP, command.followUpId);
      await record.checkConflicts(FOLLOW_UP, followUp, { state: stateAfter(followUp.shape, command.verb) ?? followUp.state });
      const standing = standingOf(followUp, await keepingOfRow(record, followUp), actor.personId, record.reach);
      const moved = moveFollowUp(followUp, command, standing, actor.today);
      if (!moved.ok) return moved;
      const next = moved.value === 'done' || moved.value === 'read' ? nextTurn(followUp, actor.today) : null;
      await record.edit(FOLLOW_UP, followUp, turned(followUp, {
        ...stateFields(moved.value, command),
        ...(takesOn(command.verb, standing) ? { ownerId: actor.personId } : {}),
        // The series goes on in its next turn: opened again, this one brings no second.
        ...(next ? { everyWeeks: null, recursUntil: null } : {}),
      }, record.now));
      if (next) await addFollowUp(record, next);
      return ok({ entityId: followUp.id });
    });
  }
}

/** The same again for the same owner or pool, with nothing ticked off. Null: it comes no more. */
function nextTurn(followUp: FollowUpEntity, today: Day): NewFollowUp | null {
  const { everyWeeks, recursUntil } = followUp;
  const dueOn = everyWeeks === null || recursUntil === null ? null : nextDue({ everyWeeks, until: recursUntil }, followUp.dueOn, today);
  if (dueOn === null) return null;
  const { shape, kind, priority, what, why, sourceKind, sourceId, sourceRule, askedById, ownerId, pool, outsideParty, dueTime, dueZone, watchers, checklist } = followUp;
  return { shape, kind, priority, what, why, sourceKind, sourceId, sourceRule, askedById, ownerId, pool, outsideParty, dueOn, dueTime, dueZone, everyWeeks, recursUntil, watchers, checklist };
}
