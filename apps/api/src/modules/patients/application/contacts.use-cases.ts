import { Injectable } from '@nestjs/common';
import { type ContactKind, type Result, ok, refuse, violation } from '@plexus/domain';
import type { Actor } from '../../../platform/actor.ts';
import { newId } from '../../../platform/ids.ts';
import type { Refusal } from '../../../platform/records/open-record.ts';
import { type Command, type Done, PatientRecords } from '../../../platform/records/patient-records.ts';
import { CONTACT } from '../persistence/patient.entities.ts';

export interface OpenContact extends Command {
  readonly kind: ContactKind;
}

export interface CloseContact extends Command {
  readonly contactId: string;
}

/** A contact (encounter) brackets what is done in one visit, call, message or conference. */
@Injectable()
export class OpenContactUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: OpenContact): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'contact.open', action: 'contact:write', command }, async (record) => {
      const mine = (await record.all(CONTACT)).find((contact) => contact.closedAt === null && contact.openedById === actor.personId);
      if (mine) return refuse(violation('CONTACT_OPEN', 'You have an open contact with this patient. Close it first.', 'kind'));
      const contact = { id: newId(), patientId: record.patientId, kind: command.kind, openedById: actor.personId, openedAt: record.now, closedAt: null };
      await record.add(CONTACT, contact);
      return ok({ entityId: contact.id });
    });
  }
}

@Injectable()
export class CloseContactUseCase {
  constructor(private readonly records: PatientRecords) {}

  execute(actor: Actor, command: CloseContact): Promise<Result<Done, Refusal>> {
    return this.records.change(actor, { verb: 'contact.close', action: 'contact:write', command }, async (record) => {
      const contact = await record.load(CONTACT, command.contactId);
      if (contact.closedAt !== null) return refuse(violation('CONTACT_CLOSED', 'This contact is closed already.', 'contactId'));
      await record.edit(CONTACT, contact, { closedAt: record.now });
      return ok({ entityId: contact.id });
    });
  }
}
