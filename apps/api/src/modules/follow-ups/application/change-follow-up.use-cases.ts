import { Injectable } from '@nestjs/common';
import { type Assigned, type Day, type FollowUpText, type Result, type RuleViolation, assigned, checkCleared, checkFollowUp, checkKind, checkOpen, checkSnooze, ok, standingOf, stateAfterAssigning, tidy, tidyOptional, unless } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { FOLLOW_UP, type FollowUpEntity } from '../persistence/follow-up.entities.ts';
import { type FollowUpPatch, checkWatchers, checklistFields, inOrder, isPutBack, turned } from './follow-up-rows.ts';
import { holdersOf, keepingOfRow } from './keeping.ts';

/** Absent: leave. Null: clear. */
export interface EditFollowUp extends Command, Omit<FollowUpText, 'watcherIds' | 'checklist'> {
  readonly followUpId: string;
  readonly watcherIds?: FollowUpText['watcherIds'] | null;
  readonly checklist?: FollowUpText['checklist'] | null;
}

export interface AssignFollowUp extends Command {
  readonly followUpId: string;
  /** A person, or a role of the team: exactly one. */
  readonly ownerId?: string | null;
  readonly pool?: string | null;
}

export interface SnoozeFollowUp extends Command {
  readonly followUpId: string;
  /** The day on which it comes back; null: now. */
  readonly until?: Day | null;
}

/** What the command writes, with days and repeats left out that stand already: an old day is no new one. */
function patchOf(followUp: FollowUpEntity, command: EditFollowUp, timeZone: string): FollowUpPatch {
  const isRedated = (command.dueOn !== undefined && command.dueOn !== followUp.dueOn) || (command.dueTime !== undefined && command.dueTime !== followUp.dueTime);
  return {
    ...(command.what === undefined ? {} : { what: tidy(command.what) }),
    ...(command.why === undefined ? {} : { why: tidyOptional(command.why) }),
    ...(command.kind === undefined ? {} : { kind: command.kind }),
    ...(command.priority === undefined ? {} : { priority: command.priority }),
    ...(isRedated ? { dueOn: command.dueOn ?? followUp.dueOn, dueTime: command.dueTime === undefined ? followUp.dueTime : command.dueTime, dueZone: timeZone } : {}),
    ...(command.outsideParty === undefined ? {} : { outsideParty: tidyOptional(command.outsideParty) }),
    ...(command.documentsSent === undefined ? {} : { documentsSent: tidyOptional(command.documentsSent) }),
    ...(command.everyWeeks === undefined ? {} : { everyWeeks: command.everyWeeks }),
    ...(command.recursUntil === undefined ? {} : { recursUntil: command.recursUntil }),
    ...(command.watcherIds === undefined ? {} : { watchers: inOrder(command.watcherIds ?? []) }),
    ...(command.checklist === undefined ? {} : checklistFields(command.checklist ?? [])),
  };
}

/** @param isNewDay a day that is new must not be over */
function check(followUp: FollowUpEntity, command: EditFollowUp, patch: FollowUpPatch, isNewDay: boolean, here: Parameters<typeof checkFollowUp>[2]): Result<void, RuleViolation> {
  const { everyWeeks, recursUntil } = { ...followUp, ...patch };
  const repeatsAnew = everyWeeks !== followUp.everyWeeks || recursUntil !== followUp.recursUntil;
  const { dueOn: _day, dueTime: _time, everyWeeks: _weeks, recursUntil: _until, watcherIds, checklist, ...words } = command;
  return checkFollowUp(
    followUp.shape,
    {
      ...words, ...(watcherIds ? { watcherIds } : {}), ...(checklist ? { checklist } : {}), ...(repeatsAnew ? { everyWeeks, recursUntil } : {}),
      ...(isNewDay ? { dueOn: patch.dueOn, dueTime: patch.dueTime ?? null } : {}),
    },
    here,
    patch.dueOn ?? followUp.dueOn,
  );
}

@Injectable()
export class EditFollowUpUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: EditFollowUp): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.edit', action: 'follow-up:write', command }, async (record) => {
      const followUp = await record.load(FOLLOW_UP, command.followUpId);
      const required = unless(checkCleared(command, 'what', 'kind', 'priority', 'dueOn'));
      if (!required.ok) return required;
      const patch = patchOf(followUp, command, actor.timeZone);
      await record.checkConflicts(FOLLOW_UP, followUp, patch);
      const open = unless([checkOpen(followUp), checkKind(followUp, command.kind)]);
      if (!open.ok) return open;
      const isNewDay = patch.dueOn !== undefined && !(await isPutBack(record, followUp, patch));
      for (const checked of [check(followUp, command, patch, isNewDay, { now: record.now, timeZone: actor.timeZone }), await checkWatchers(record, (patch.watchers ?? []).filter((id) => !followUp.watchers.includes(id)))]) {
        if (!checked.ok) return checked;
      }
      // What concerns safety is not put off.
      const snooze = patch.kind === 'safety' ? { snoozedUntil: null } : {};
      await record.edit(FOLLOW_UP, followUp, turned(followUp, { ...patch, ...snooze }, record.now));
      return ok({ entityId: followUp.id });
    });
  }
}

/** Gives it to a person or to a role. A request is asked anew; whoever takes it on themselves has accepted it. */
export async function giveFollowUp(record: OpenRecord, command: AssignFollowUp, check: (followUp: FollowUpEntity, given: Assigned) => Result<void, RuleViolation> = () => ok(undefined)): Promise<Result<{ entityId: string }, RuleViolation>> {
  const followUp = await record.load(FOLLOW_UP, command.followUpId);
  const given = assigned(command, await holdersOf(record));
  if (!given.ok) return given;
  await record.checkConflicts(FOLLOW_UP, followUp, given.value);
  const checked = check(followUp, given.value);
  if (!checked.ok) return checked;
  const state = stateAfterAssigning(followUp, given.value.ownerId, record.actor.personId);
  if (!state.ok) return state;
  const anew = state.value === followUp.state ? {} : { state: state.value, stateReason: null };
  await record.edit(FOLLOW_UP, followUp, turned(followUp, { ...given.value, ...anew }, record.now));
  return ok({ entityId: followUp.id });
}

@Injectable()
export class AssignFollowUpUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: AssignFollowUp): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.assign', action: 'follow-up:write', command }, (record) => giveFollowUp(record, command));
  }
}

@Injectable()
export class SnoozeFollowUpUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: SnoozeFollowUp): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.snooze', action: 'follow-up:write', command }, async (record) => {
      const followUp = await record.load(FOLLOW_UP, command.followUpId);
      const until = command.until ?? null;
      await record.checkConflicts(FOLLOW_UP, followUp, { snoozedUntil: until });
      const standing = standingOf(followUp, await keepingOfRow(record, followUp), actor.personId, record.reach);
      const checked = checkSnooze(followUp, until, standing, actor.today);
      if (!checked.ok) return checked;
      await record.edit(FOLLOW_UP, followUp, { snoozedUntil: until });
      return ok({ entityId: followUp.id });
    });
  }
}
