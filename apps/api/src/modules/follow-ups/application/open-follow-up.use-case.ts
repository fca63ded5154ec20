import { Injectable } from '@nestjs/common';
import { type FollowUpText, type Result, assigned, checkFollowUp, ok, tidy, tidyOptional } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { type NewFollowUp, addFollowUp, checkSource, checkWatchers, inOrder } from './follow-up-rows.ts';
import { holdersOf } from './keeping.ts';

export interface OpenFollowUp extends Command, Pick<NewFollowUp, 'shape' | 'kind' | 'priority' | 'sourceKind' | 'sourceId' | 'dueOn'>, Omit<FollowUpText, 'kind' | 'priority' | 'what' | 'dueOn' | 'checklist' | 'watcherIds'> {
  readonly what: string;
  /** A person, or a role of the team: exactly one. */
  readonly ownerId?: string | null;
  readonly pool?: string | null;
  readonly watcherIds?: readonly string[] | null;
  readonly checklist?: readonly string[] | null;
}

@Injectable()
export class OpenFollowUpUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: OpenFollowUp): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.open', action: 'follow-up:write', command }, async (record) => {
      const watchers = inOrder(command.watcherIds ?? []);
      const checklist = command.checklist ?? [];
      const text = { ...command, watcherIds: watchers, checklist: checklist.map((line) => ({ text: line, isDone: false })) };
      const checked = checkFollowUp(command.shape, text, { now: record.now, timeZone: actor.timeZone });
      if (!checked.ok) return checked;
      const given = assigned(command, await holdersOf(record));
      if (!given.ok) return given;
      for (const check of [await checkSource(record, command.sourceKind, command.sourceId), await checkWatchers(record, watchers)]) if (!check.ok) return check;
      const followUp = await addFollowUp(record, {
        shape: command.shape, kind: command.kind, priority: command.priority, what: tidy(command.what), why: tidyOptional(command.why),
        sourceKind: command.sourceKind ?? null, sourceId: command.sourceId ?? null, askedById: actor.personId, ...given.value,
        outsideParty: tidyOptional(command.outsideParty), documentsSent: tidyOptional(command.documentsSent), dueOn: command.dueOn, dueTime: command.dueTime ?? null, dueZone: actor.timeZone,
        everyWeeks: command.everyWeeks ?? null, recursUntil: command.recursUntil ?? null, watchers, checklist: checklist.map(tidy),
      });
      return ok({ entityId: followUp.id });
    });
  }
}
