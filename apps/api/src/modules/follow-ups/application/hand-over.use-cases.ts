import { Injectable } from '@nestjs/common';
import { type Result, checkHandOver, checkUndo, mayHandOver, ok, refuse } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { Fault, badInput, notFound } from '../../../platform/faults.ts';
import type { RequestContext } from '../../../platform/graphql/request-context.ts';
import { isId } from '../../../platform/ids.ts';
import { madeChange } from '../../../platform/records/made-change.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { fieldsOf, propertiesOf } from '../../../platform/records/recorded.ts';
import { FOLLOW_UP } from '../persistence/follow-up.entities.ts';
import { type AssignFollowUp, giveFollowUp } from './change-follow-up.use-cases.ts';
import { type FollowUpBatchInput, type FollowUpItemView, type FollowUpOfBatch, eachFollowUp } from './follow-up-items.ts';

export interface HandOverFollowUps extends FollowUpBatchInput<FollowUpOfBatch & Pick<AssignFollowUp, 'ownerId' | 'pool'>> {
  /** Whose they are. */
  readonly fromPersonId: string;
}

/** Gives what one member has to others, each follow-up to somebody of its own; so what concerns safety may be among them. */
@Injectable()
export class HandOverFollowUpsUseCase {
  constructor(private readonly records: PatientRecords) {}

  async execute(request: RequestContext, { fromPersonId, ...batch }: HandOverFollowUps): Promise<FollowUpItemView[]> {
    if (!isId(fromPersonId)) throw badInput('fromPersonId', 'An id is a UUID in lower case.');
    if (!mayHandOver(fromPersonId, request.actor)) throw new Fault('FORBIDDEN', 'Only they themselves or a coordinator can do that. Ask one of them.', { field: 'fromPersonId', rule: 'HAND_OVER_OF_OTHERS' });
    return eachFollowUp(request, batch, (command) => this.one(request.actor, { ...command, fromPersonId }));
  }

  private one(actor: Actor, command: AssignFollowUp & { readonly fromPersonId: string }): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.hand-over', action: 'follow-up:write', command }, (record) =>
      giveFollowUp(record, command, (followUp, given) => checkHandOver(followUp, command.fromPersonId, given)));
  }
}

/** Takes one's own hand-over back, soon after: each follow-up is what it was, also of an owner who is away. */
@Injectable()
export class UndoHandOverUseCase {
  constructor(private readonly records: PatientRecords) {}

  /** @param batch each with the revision that its hand-over made */
  execute(request: RequestContext, batch: FollowUpBatchInput<FollowUpOfBatch>): Promise<FollowUpItemView[]> {
    return eachFollowUp(request, batch, (command) => this.one(request.actor, command));
  }

  private one(actor: Actor, command: Command & { readonly followUpId: string }): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.take-back', action: 'follow-up:write', command }, async (record) => {
      const followUp = await record.load(FOLLOW_UP, command.followUpId);
      const { made, changes } = await madeChange(record, command.baseRevision, ['follow-up']);
      const written = changes.filter(({ entityId }) => entityId === followUp.id);
      const standing = fieldsOf(FOLLOW_UP, followUp);
      const refused = checkUndo(made, written.map(({ field, after }) => ({ field, after, now: standing.get(field) ?? null })), record.now);
      if (refused) return refuse(refused);
      if (written.length === 0) throw notFound();
      const patch = propertiesOf(FOLLOW_UP, followUp, new Map(written.map(({ field, before }) => [field, before])));
      await record.checkConflicts(FOLLOW_UP, followUp, patch);
      await record.edit(FOLLOW_UP, followUp, patch);
      return ok({ entityId: followUp.id });
    });
  }
}
