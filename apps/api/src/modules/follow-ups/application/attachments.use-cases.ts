import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type Result, checkAttachment, markAttachmentInError, ok } from '@plexus/domain';
import { fileTypeFromBuffer } from 'file-type';
import type { Actor } from '../../../platform/actor.ts';
import { notFound } from '../../../platform/faults.ts';
import { newId } from '../../../platform/ids.ts';
import type { OpenRecord, Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { FOLLOW_UP_ATTACHMENT } from '../persistence/attachment.entities.ts';
import { FOLLOW_UP } from '../persistence/follow-up.entities.ts';

export interface AttachFile extends Command {
  readonly followUpId: string;
  readonly name: string;
}

export interface MarkAttachmentInError extends Command {
  readonly followUpId: string;
  readonly attachmentId: string;
  readonly reason: string;
}

export const PART_BYTES = 1_000_000;
/** What a file is stands at its beginning. More is not looked at, so that nothing in it can unfold. */
const BEGINNING_BYTES = 4_100;

async function storeParts(record: OpenRecord, attachmentId: string, content: Buffer): Promise<void> {
  for (let ordinal = 0; ordinal * PART_BYTES < content.length; ordinal += 1) {
    await record.em.query('INSERT INTO plexus.follow_up_attachment_part (organization_id, patient_id, attachment_id, ordinal, content) VALUES ($1, $2, $3, $4, $5)', [
      record.actor.organizationId, record.patientId, attachmentId, ordinal, content.subarray(ordinal * PART_BYTES, (ordinal + 1) * PART_BYTES),
    ]);
  }
}

/** The file stands for itself in the command by its digest: the same command with another file is another one. */
@Injectable()
export class AttachFileUseCase {
  constructor(private readonly records: PatientRecords) {}

  async execute(actor: Actor, given: AttachFile, content: Buffer): Promise<Result<Done, Refusal>> {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const type = (await fileTypeFromBuffer(content.subarray(0, BEGINNING_BYTES)))?.mime ?? null;
    return this.records.change(actor, { verb: 'follow-up.attach', action: 'follow-up:write', command: { ...given, sha256 } }, async (record) => {
      const followUp = await record.load(FOLLOW_UP, given.followUpId);
      const others = (await record.all(FOLLOW_UP_ATTACHMENT)).filter(({ followUpId }) => followUpId === followUp.id);
      const checked = checkAttachment({ name: given.name, type, size: content.length, sha256 }, others);
      if (!checked.ok) return checked;
      const attachment = { ...checked.value, id: newId(), patientId: record.patientId, followUpId: followUp.id, size: content.length, sha256, byId: actor.personId, at: record.now, status: 'active' as const };
      await record.add(FOLLOW_UP_ATTACHMENT, attachment);
      await storeParts(record, attachment.id, content);
      return ok({ entityId: followUp.id });
    });
  }
}

/** It stays where it is, with the reason in the history, and is handed out no more. */
@Injectable()
export class MarkAttachmentInErrorUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: MarkAttachmentInError): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'follow-up.attachment-in-error', action: 'follow-up:write', command, reason: command.reason }, async (record) => {
      const attachment = await record.load(FOLLOW_UP_ATTACHMENT, command.attachmentId);
      if (attachment.followUpId !== command.followUpId) throw notFound();
      const checked = markAttachmentInError(attachment, command.reason);
      if (!checked.ok) return checked;
      await record.edit(FOLLOW_UP_ATTACHMENT, attachment, { status: 'entered-in-error' });
      return ok({ entityId: attachment.followUpId });
    });
  }
}
