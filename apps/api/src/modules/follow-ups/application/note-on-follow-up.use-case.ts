import { Injectable } from '@nestjs/common';
import { type FollowUpNote, type Result, checkFollowUpNote, checkOpen, checkReminder, courtOf, isOpen, ok, tidyOptional, unless, withWhom } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { FOLLOW_UP, FOLLOW_UP_ENTRY, type FollowUpEntity } from '../persistence/follow-up.entities.ts';
import { keepingOfRow } from './keeping.ts';

export interface NoteOnFollowUp extends Command, FollowUpNote {
  readonly followUpId: string;
}

export async function addEntry(record: OpenRecord, followUpId: string, { kind, text, callResult, nextTryOn }: FollowUpNote): Promise<void> {
  await record.add(FOLLOW_UP_ENTRY, {
    id: newId(), patientId: record.patientId, followUpId, kind, text: tidyOptional(text), callResult: callResult ?? null, nextTryOn: nextTryOn ?? null, personId: record.actor.personId, at: record.now,
  });
}

/** With whom the ball is, or who chases somebody outside. */
async function reminded(record: OpenRecord, followUp: FollowUpEntity): Promise<string | null> {
  const keeping = await keepingOfRow(record, followUp);
  const court = courtOf(followUp);
  return court === 'outside' ? keeping.holderId : withWhom(court, keeping);
}

/** A comment, a call or a reminder. It changes no state: three calls without an answer are three calls. */
@Injectable()
export class NoteOnFollowUpUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: NoteOnFollowUp): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.note', action: 'follow-up:write', command }, async (record) => {
      const followUp = await record.load(FOLLOW_UP, command.followUpId);
      const checked = checkFollowUpNote(command, actor.today);
      if (!checked.ok) return checked;
      // What has ended can still be remarked on.
      const fits = unless([
        command.kind === 'comment' ? null : checkOpen(followUp),
        command.kind === 'reminder' && isOpen(followUp.state) ? checkReminder(await reminded(record, followUp), actor.personId) : null,
      ]);
      if (!fits.ok) return fits;
      await addEntry(record, followUp.id, command);
      return ok({ entityId: followUp.id });
    });
  }
}
