import { Injectable } from '@nestjs/common';
import { type Day, type FollowUpPriority, type Result, bulkChange, checkInBulk } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { badInput } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import type { Done } from '../../../platform/records/patient-records.ts';
import { AssignFollowUpUseCase, EditFollowUpUseCase, SnoozeFollowUpUseCase } from './change-follow-up.use-cases.ts';
import { type FollowUpBatchInput, type FollowUpItemView, type FollowUpOfBatch, eachFollowUp } from './follow-up-items.ts';
import { NoteOnFollowUpUseCase } from './note-on-follow-up.use-case.ts';

export interface ChangeFollowUps extends FollowUpBatchInput<FollowUpOfBatch> {
  readonly assign?: { readonly ownerId?: string | null; readonly pool?: string | null } | null;
  readonly dueOn?: Day | null;
  /** Null: back now. */
  readonly snoozeUntil?: Day | null;
  readonly remind?: boolean | null;
  readonly priority?: FollowUpPriority | null;
}

/** The same change of many follow-ups. */
@Injectable()
export class ChangeFollowUpsUseCase {
  constructor(
    private readonly editing: EditFollowUpUseCase,
    private readonly assigning: AssignFollowUpUseCase,
    private readonly snoozing: SnoozeFollowUpUseCase,
    private readonly noting: NoteOnFollowUpUseCase,
  ) {}

  async execute(request: RequestContext, batch: ChangeFollowUps): Promise<FollowUpItemView[]> {
    const change = bulkChange(batch);
    if (change === null) throw badInput('assign', 'Give exactly one of assign, dueOn, snoozeUntil, remind and priority.');
    return eachFollowUp(request, batch, async (command, kind) => {
      const inBulk = checkInBulk({ kind });
      return inBulk.ok ? this.one(request.actor, change, batch, command) : inBulk;
    });
  }

  private one(actor: Actor, change: NonNullable<ReturnType<typeof bulkChange>>, batch: ChangeFollowUps, command: FollowUpOfBatch & { readonly commandId: string }): Promise<Result<Done, Refusal>> {
    switch (change) {
      case 'assign':
        return this.assigning.execute(actor, { ...command, ...batch.assign });
      case 'dueOn':
        return this.editing.execute(actor, { ...command, dueOn: batch.dueOn! });
      case 'priority':
        return this.editing.execute(actor, { ...command, priority: batch.priority! });
      case 'snoozeUntil':
        return this.snoozing.execute(actor, { ...command, until: batch.snoozeUntil ?? null });
      case 'remind':
        return this.noting.execute(actor, { ...command, kind: 'reminder' });
    }
  }
}
